/** Operations whose response contains a secret, mostly shown only this once. */

export interface Issued {
  /** Matches the end of the SDK method, `client.user.tokens.create`. */
  readonly method: RegExp;
  /** Matches method and path of the API operation, below its root. */
  readonly operation: RegExp;
  /** The secret fields; empty if the whole result is secret. */
  readonly fields: readonly string[];
  /** What is lost if the response is discarded: the new secret, or the previous one as well. Undefined if the secret can be requested again. */
  readonly loses?: 'new' | 'both';
}

/** Sources: fields marked x-sensitive in Cloudflare's OpenAPI description of 2026-08-17; the resources of npm cloudflare 7.3. */
export const issued: readonly Issued[] = [
  {
    method: /(?:^|\.)(?:user|accounts)\.tokens\.create$/,
    operation: /^POST \/(?:user|accounts\/[^/]+)\/tokens\/?$/,
    fields: ['value'],
    loses: 'new',
  },
  {
    method: /(?:^|\.)(?:user|accounts)\.tokens\.value\.update$/,
    operation: /^PUT \/(?:user|accounts\/[^/]+)\/tokens\/[^/]+\/value\/?$/,
    fields: [],
    loses: 'both',
  },
  {
    method: /(?:^|\.)serviceTokens\.create$/,
    operation: /^POST \/(?:accounts|zones)\/[^/]+\/access\/service_tokens\/?$/,
    fields: ['client_secret'],
    loses: 'new',
  },
  {
    method: /(?:^|\.)serviceTokens\.rotate$/,
    operation: /^POST \/accounts\/[^/]+\/access\/service_tokens\/[^/]+\/rotate$/,
    fields: ['client_secret'],
    loses: 'both',
  },
  {
    method: /(?:^|\.)temporaryCredentials\.create$/,
    operation: /^POST \/accounts\/[^/]+\/r2\/temp-access-credentials$/,
    fields: ['secretAccessKey', 'sessionToken'],
    loses: 'new',
  },
  {
    method: /(?:^|\.)cloudflared\.token\.get$/,
    operation: /^GET \/accounts\/[^/]+\/cfd_tunnel\/[^/]+\/token$/,
    fields: [],
  },
  // Adds a second secret; the one in use remains valid.
  {
    method: /(?:^|\.)oauthClients\.rotateSecret$/,
    operation: /^POST \/accounts\/[^/]+\/oauth_clients\/[^/]+\/rotate_secret$/,
    fields: ['client_secret'],
    loses: 'new',
  },
  // The secret of a widget can be read again, so creating one loses nothing; a rotation invalidates the secret in use.
  { method: /(?:^|\.)widgets\.create$/, operation: /^POST \/accounts\/[^/]+\/challenges\/widgets$/, fields: ['secret'] },
  {
    method: /(?:^|\.)widgets\.rotateSecret$/,
    operation: /^POST \/accounts\/[^/]+\/challenges\/widgets\/[^/]+\/rotate_secret$/,
    fields: ['secret'],
    loses: 'both',
  },
  {
    method: /(?:^|\.)stream\.keys\.create$/,
    operation: /^POST \/accounts\/[^/]+\/stream\/keys$/,
    fields: ['pem', 'jwk'],
    loses: 'new',
  },
  { method: /(?:^|\.)turn\.create$/, operation: /^POST \/accounts\/[^/]+\/calls\/turn_keys$/, fields: ['key'], loses: 'new' },
  { method: /(?:^|\.)calls\.sfu\.create$/, operation: /^POST \/accounts\/[^/]+\/calls\/apps$/, fields: ['secret'], loses: 'new' },
];

/** Secret members of infrastructure resources, by kind. Sources: those of the resources in `grants.ts`. */
export const issuedMembers: Readonly<Record<'token' | 'service-token' | 'account', readonly string[]>> = {
  token: ['value'],
  'service-token': ['clientSecret'],
  account: [],
};

/** The member that reveals the secrets of resources made by functions rather than classes: those of alchemy 0.94. */
export const revealing = 'unencrypted';

/** Methods with names that only npm `cloudflare` has, whatever the client is called. */
export const ownResource = /(?:^|\.)(?:(?:user|accounts)\.tokens\.value|zeroTrust\.access\.serviceTokens|turnstile\.widgets)\.\w+$/;

/** Members of a response that are not fields, but may return all of it. */
export const wholeResponseMembers: ReadonlySet<string> = new Set(['asResponse', 'withResponse', 'toString', 'toJSON', 'valueOf']);

/** Members of an HTTP client's response that return its body. */
export const readers: ReadonlySet<string> = new Set(['json', 'text', 'body', 'data', 'getJson']);

/** Whether a member of a response is one of its secret fields: `client_secret` is `ClientSecret` in Go. */
export function isSecretField({ fields }: Issued, member: string): boolean {
  return fields.some((field) => withoutCase(field) === withoutCase(member));
}

function withoutCase(name: string): string {
  return name.replaceAll('_', '').toLowerCase();
}
