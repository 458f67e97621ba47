/** What Cloudflare answers with a secret in it: the secret is shown this once. */

export interface Issued {
  /** The end of the SDK's method, `client.user.tokens.create`. */
  readonly method: RegExp;
  /** The same by method and path of the API, below its root. */
  readonly operation: RegExp;
  /** The fields that are secret; empty where the whole result is. */
  readonly fields: readonly string[];
}

/** Sources: fields marked x-sensitive in Cloudflare's OpenAPI description of 2026-08-17; the resources of npm cloudflare 7.3. */
export const issued: readonly Issued[] = [
  { method: /(?:^|\.)tokens\.create$/, operation: /^POST \/(?:user|accounts\/[^/]+)\/tokens$/, fields: ['value'] },
  { method: /(?:^|\.)tokens\.value\.update$/, operation: /^PUT \/(?:user|accounts\/[^/]+)\/tokens\/[^/]+\/value$/, fields: [] },
  {
    method: /(?:^|\.)serviceTokens\.(?:create|rotate)$/,
    operation: /^POST \/(?:accounts|zones)\/[^/]+\/access\/service_tokens(?:\/[^/]+\/rotate)?$/,
    fields: ['client_secret'],
  },
  {
    method: /(?:^|\.)temporaryCredentials\.create$/,
    operation: /^POST \/accounts\/[^/]+\/r2\/temp-access-credentials$/,
    fields: ['secretAccessKey', 'sessionToken'],
  },
  {
    method: /(?:^|\.)cloudflared\.token\.get$/,
    operation: /^GET \/accounts\/[^/]+\/cfd_tunnel\/[^/]+\/token$/,
    fields: [],
  },
  {
    method: /(?:^|\.)widgets\.(?:create|rotateSecret)$/,
    operation: /^POST \/accounts\/[^/]+\/challenges\/widgets(?:\/[^/]+\/rotate_secret)?$/,
    fields: ['secret'],
  },
  { method: /(?:^|\.)stream\.keys\.create$/, operation: /^POST \/accounts\/[^/]+\/stream\/keys$/, fields: ['pem', 'jwk'] },
  { method: /(?:^|\.)turn\.create$/, operation: /^POST \/accounts\/[^/]+\/calls\/turn_keys$/, fields: ['key'] },
  { method: /(?:^|\.)calls\.sfu\.create$/, operation: /^POST \/accounts\/[^/]+\/calls\/apps$/, fields: ['secret'] },
];
