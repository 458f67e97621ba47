/**
 * The resources to which a token's permissions apply, as written in its policies.
 *
 * Source: https://developers.cloudflare.com/fundamentals/api/how-to/create-via-api/ and https://developers.cloudflare.com/r2/api/tokens/.
 */
import { type Scope, scopeNames } from './permission-groups.js';

/** Maps a resource to `*`, always the whole of it; or an account to nested resources. */
export type Resources = Readonly<Record<string, '*' | Readonly<Record<string, '*'>>>>;

/** Returns the resource for a scope, with placeholders for ids. A program that creates zones cannot name them, so it gets every zone of one account. */
export function tokenResources(scope: Scope, operations: readonly string[]): Resources {
  if (scope === 'zone' && operations.includes('POST /zones'))
    return { [`${scopeNames.account}.<ACCOUNT_ID>`]: { [`${scopeNames.zone}.*`]: '*' } };
  return { [`${scopeNames[scope]}.${placeholders[scope]}`]: '*' };
}

const placeholders: Readonly<Record<Scope, string>> = {
  user: '<USER_ID>',
  account: '<ACCOUNT_ID>',
  zone: '<ZONE_ID>',
  bucket: '<ACCOUNT_ID>_default_<BUCKET_NAME>',
};
