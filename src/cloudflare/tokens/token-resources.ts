/**
 * What a token is given its permissions on, as its policies write it.
 *
 * Source: https://developers.cloudflare.com/fundamentals/api/how-to/create-via-api/ and https://developers.cloudflare.com/r2/api/tokens/.
 */
import { type Scope, scopeNames } from './permission-groups.js';

/** A resource and what of it, which is always all; or, one deeper, what of an account. */
export type Resources = Readonly<Record<string, '*' | Readonly<Record<string, '*'>>>>;

/** The resource of a scope. Ids are to be filled in; who creates zones cannot name one, so that is every zone of one account. */
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
