import { type Operation, operationAt } from '../../cloudflare/api/operations.js';
import { knownGroup, onlyReads } from '../../cloudflare/tokens/permission-groups.js';
import type { Needs } from './report.js';

/** How a policy differs from what is needed. */
export interface Difference {
  /** Calls that it does not let make, with the permission that would. */
  readonly missing: readonly { readonly what: string; readonly permission: string }[];
  /** Permissions that it grants and no call needs; `instead` is what would do in its place. */
  readonly surplus: readonly { readonly permission: string; readonly instead: string | undefined }[];
}

/** The names of the permission groups that a token's body, its policies or an answer of the API allow; undefined if it is none of these. */
export function grantedBy(value: unknown): readonly string[] | undefined {
  const policies = policiesIn(value);
  return policies?.flatMap((policy) => {
    const { effect, permission_groups: groups } = policy as { readonly effect?: unknown; readonly permission_groups?: unknown };
    return effect === 'deny' || !Array.isArray(groups) ? [] : groups.flatMap(nameOf);
  });
}

function policiesIn(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value as readonly unknown[];
  const { policies, result } = (value ?? {}) as { readonly policies?: unknown; readonly result?: unknown };
  return Array.isArray(policies) ? policies : result === undefined ? undefined : policiesIn(result);
}

function nameOf(group: unknown): string | readonly never[] {
  const { id, name } = group as { readonly id?: unknown; readonly name?: unknown };
  const known = typeof id === 'string' ? knownGroup(id)?.name : undefined;
  if (known !== undefined) return known;
  return typeof name === 'string' ? name : typeof id === 'string' ? id : [];
}

/** What a policy grants less and more than is needed. */
export function difference({ grants }: Needs, granted: readonly string[]): Difference {
  const has = new Set(granted);
  const operations = grants.flatMap((grant) =>
    grant.calls.flatMap(({ what }) => operationOf(what) ?? []).map((operation) => ({ operation, grant })),
  );
  const missing = operations.filter(({ operation }) => !operation.accepted?.some((name) => has.has(name)));
  // Where several would do, the policy need not have chosen the same.
  const standsIn = (name: string): boolean =>
    grants.some((grant) => !has.has(grant.name) && grant.instead.includes(name) && onlyReads(grant.name) === onlyReads(name));
  const needed = new Set(grants.map(({ name }) => name));
  return {
    missing: missing.map(({ operation, grant }) => ({ what: `${operation.method} ${operation.path}`, permission: grant.name })),
    surplus: [...has]
      .filter((name) => !needed.has(name) && !standsIn(name))
      .map((permission) => ({
        permission,
        instead: operations.find(({ operation, grant }) => operation.accepted?.includes(permission) && !has.has(grant.name))?.grant.name,
      })),
  };
}

function operationOf(what: string): Operation | undefined {
  const [method = '', path = ''] = what.split(' ');
  return operationAt(method, path);
}

/** The differences for people; empty if there are none. */
export function inWords({ missing, surplus }: Difference): string {
  return [
    ...missing.map(({ what, permission }) => `Missing: ${permission}, for ${what}\n`),
    ...surplus.map(
      ({ permission, instead }) =>
        `Too much: ${permission}${instead === undefined ? ', which no call needs' : `, where ${instead} would do`}\n`,
    ),
  ].join('');
}
