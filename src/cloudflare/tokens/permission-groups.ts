/** The permission groups that a token can be given, by what they are given on. Source, date and origin stand in `permission-groups.json`. */
import { generated } from '../generated/generated-table.js';

/** What a permission group is given on. */
export type Scope = 'user' | 'account' | 'zone' | 'bucket';

export interface PermissionGroup {
  readonly name: string;
  readonly scope: Scope;
  /** Undefined if the list of groups does not have it. */
  readonly id: string | undefined;
}

/** The scopes as policies write them: the beginning of a resource's name. */
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

/** A group by its name. Some exist for accounts and for zones: of these the one for `near`, if it is one of them. */
export function permissionGroup(name: string, near: Scope): PermissionGroup {
  const having = scopes.filter((scope) => Object.hasOwn(ids(scope), name));
  const scope = having.includes(near) ? near : (having[0] ?? near);
  return { name, scope, id: ids(scope)[name] };
}

/** Whether a group only lets read: `DNS Read`, `Access: SCIM logs read`, `Magic Firewall Packet Captures - Read PCAPs API`. */
export function onlyReads(name: string): boolean {
  return /\b(?:Read|Report)(?: PCAPs API)?$/i.test(name);
}

/** The group that has an id or a name; undefined if it is not known. */
export function knownGroup(group: string): PermissionGroup | undefined {
  for (const scope of scopes) {
    const found = Object.entries(ids(scope)).find(([name, id]) => id === group || name === group);
    if (found) return { name: found[0], scope, id: found[1] };
  }
  return undefined;
}
