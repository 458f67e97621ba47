/** Operations for which the kind of credential matters. */

interface Endpoint {
  readonly method: string | RegExp;
  readonly path: RegExp;
  readonly reason: string;
}

/**
 * Where the Global API Key may really be needed. Cloudflare's API reference names no token permission for these, or its tenant documentation asks for
 * the key (https://developers.cloudflare.com/tenant/get-started/); read in November 2026.
 */
const keyOnly: readonly Endpoint[] = [
  { method: 'POST', path: /^\/accounts\/?$/, reason: 'creating accounts is for tenant administrators' },
  { method: 'POST', path: /^\/users\/?$/, reason: 'creating users is for tenant administrators' },
  { method: 'POST', path: /^\/accounts\/(?:[^/]+\/)?move\/?$/, reason: 'moving accounts is for tenant administrators' },
  { method: /./, path: /^\/tenants\//, reason: 'the Tenant API' },
  { method: /./, path: /^\/organizations\/[^/]+(?:\/(?:members|profile|accounts|shares)(?:\/|$)|\/?$)/, reason: 'organizations' },
  { method: /./, path: /^\/accounts\/[^/]+\/shares(?:\/|$)/, reason: 'resource shares' },
];

/** Whether an operation may be closed to API tokens. `method` undefined: any. */
export function mayNeedKey(method: string | undefined, path: string): boolean {
  return keyOnly.some(
    (row) =>
      row.path.test(path) && (method === undefined || (typeof row.method === 'string' ? row.method === method : row.method.test(method))),
  );
}

/**
 * Whether an operation belongs to a user, so that a token owned by an account, which has no user, cannot call it.
 * Source: wrangler (`/memberships` answers 9106), https://developers.cloudflare.com/fundamentals/api/get-started/account-owned-tokens/.
 */
export function belongsToUser(path: string): boolean {
  return /^\/(?:user|memberships)(?:\/|$)/.test(path);
}
