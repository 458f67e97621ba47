/** The names of all rules, in a module of their own so that the plugin's types need nothing else. */
export type RuleName =
  | 'no-credential-exposure'
  | 'no-hardcoded-credentials'
  | 'no-ignored-auth-failure'
  | 'no-mismatched-auth'
  | 'no-shared-credential'
  | 'prefer-api-token'
  | 'require-credential-rotation'
  | 'require-https'
  | 'require-token-expiration'
  | 'require-token-ip-filter'
  | 'require-two-factor'
  | 'restrict-token-permissions';
