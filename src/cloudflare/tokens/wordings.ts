/** The property names of tokens and accounts: each interface of the API spells them in its own way. */

/** The names that one interface uses for the parts of a token. */
export interface Wording {
  readonly groups: string;
  /** Paths of keys from the token to the list of addresses. */
  readonly addresses: readonly (readonly string[])[];
  readonly expires: string;
  readonly notBefore: string;
  /** Paths of keys from the account to the switch for two-factor authentication. */
  readonly twoFactor: readonly [readonly string[], ...(readonly string[])[]];
}

/** The names of the API itself; its documentation writes `request.ip` in one place, its OpenAPI description `request_ip`. */
export const api: Wording = {
  groups: 'permission_groups',
  addresses: [
    ['condition', 'request_ip', 'in'],
    ['condition', 'request.ip', 'in'],
  ],
  expires: 'expires_on',
  notBefore: 'not_before',
  twoFactor: [['settings', 'enforce_twofactor']],
};

export const camelCase: Wording = {
  groups: 'permissionGroups',
  addresses: [['condition', 'requestIp', 'in']],
  expires: 'expiresOn',
  notBefore: 'notBefore',
  twoFactor: [['settings', 'enforceTwofactor'], ['enforceTwofactor']],
};

export const pulumi: Wording = { ...camelCase, addresses: [['condition', 'requestIp', 'ins']] };

/** The keyword arguments of pulumi-cloudflare 6.10 for Python. */
export const pulumiPython: Wording = {
  ...api,
  addresses: [['condition', 'request_ip', 'ins']],
  twoFactor: [['settings', 'enforce_twofactor'], ['enforce_twofactor']],
};

/** Version 5 of the Terraform provider has `settings = { enforce_twofactor }`, version 4 only the switch itself. */
export const terraform: Wording = { ...api, twoFactor: [['settings', 'enforce_twofactor'], ['enforce_twofactor']] };

/** cloudflare-go before version 1 has `EnforceTwoFactor` in `Settings`; later versions wrap the settings in `Account`. */
export const go: Wording = {
  ...api,
  twoFactor: [
    ['settings', 'enforce_two_factor'],
    ['account', 'settings', 'enforce_twofactor'],
    ['settings', 'enforce_twofactor'],
  ],
};
