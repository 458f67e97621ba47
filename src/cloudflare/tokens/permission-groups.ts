/** The permission groups for tokens, by scope. `permission-groups.json` names source, date and origin. */
import { generated } from '../generated/generated-table.js';

/** The kind of resource that a permission group applies to. */
export type Scope = 'user' | 'account' | 'zone' | 'bucket';

export interface PermissionGroup {
  readonly name: string;
  readonly scope: Scope;
  /** Undefined if the list of groups does not contain the group. */
  readonly id: string | undefined;
}

/** The scopes as written in policies: prefixes of resource names. */
export const scopeNames: Readonly<Record<Scope, string>> = {
  user: 'com.cloudflare.api.user',
  account: 'com.cloudflare.api.account',
  zone: 'com.cloudflare.api.account.zone',
  bucket: 'com.cloudflare.edge.r2.bucket',
};

const scopes = Object.keys(scopeNames) as readonly Scope[];

type Ids = Readonly<Record<string, string>>;

let known: Readonly<Record<Scope, Ids>> | undefined;

function ids(scope: Scope): Ids {
  known ??= generated('permission-groups') as Readonly<Record<Scope, Ids>>;
  return known[scope];
}

/** Returns a group by name. If several scopes have it, such as account and zone, `near` is preferred. */
export function permissionGroup(name: string, near: Scope): PermissionGroup {
  const having = scopes.filter((scope) => Object.hasOwn(ids(scope), name));
  const scope = having.includes(near) ? near : (having[0] ?? near);
  return { name, scope, id: ids(scope)[name] };
}

/** Whether a group only allows reading: `DNS Read`, `Access: SCIM logs read`, `Magic Firewall Packet Captures - Read PCAPs API`. */
export function onlyReads(name: string): boolean {
  return /\b(?:Read|Report)(?: PCAPs API)?$/i.test(name);
}

/** Returns the group with an id or a name; undefined if it is not known. */
export function knownGroup(group: string): PermissionGroup | undefined {
  for (const scope of scopes) {
    const found = Object.entries(ids(scope)).find(([name, id]) => id === group || name === group);
    if (found) return { name: found[0], scope, id: found[1] };
  }
  return undefined;
}
