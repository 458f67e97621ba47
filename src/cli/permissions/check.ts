import type { Operation } from '../../cloudflare/api/operations.js';
import { onlyReads } from '../../cloudflare/tokens/permission-groups.js';
import { redacted } from '../../redaction.js';
import { printable } from '../reports/printable.js';
import { type Needs, operationNamed } from './report.js';
import { whatIsOpen } from './words.js';

/** How a policy differs from what is needed. */
export interface Difference {
  /** Calls that it does not let make, with the permission that would. */
  readonly missing: readonly { readonly what: string; readonly permission: string }[];
  readonly surplus: readonly Surplus[];
  /** Whether calls of which not all is known may need more than it grants, or what seems to be too much. */
  readonly isOpen: boolean;
}

/** A permission that a policy grants and no call is known to need. */
interface Surplus {
  readonly permission: string;
  /** What would do in its place. */
  readonly instead: string | undefined;
  /** Whether a call of which not all is known may need it. */
  readonly isPerhapsNeeded: boolean;
}

/** What a policy grants less and more than is needed. */
export function difference(needs: Needs, granted: readonly string[]): Difference {
  const { grants } = needs;
  const has = new Set(granted);
  const operations = grants.flatMap((grant) => grant.calls.flatMap(({ operation }) => (operation ? [{ operation, grant }] : [])));
  const missing = operations.filter(({ operation }) => !allows(has, operation));
  // Where several would do, the policy need not have chosen the same.
  const standsIn = (name: string): boolean =>
    grants.some((grant) => !has.has(grant.name) && grant.instead.includes(name) && onlyReads(grant.name) === onlyReads(name));
  const needed = new Set(grants.map(({ name }) => name));
  const open = openCalls(needs);
  const surplus = [...has]
    .filter((name) => !needed.has(name) && !standsIn(name))
    .map((permission) => ({
      permission,
      instead: operations.find(({ operation, grant }) => operation.accepted?.includes(permission) && !has.has(grant.name))?.grant.name,
      isPerhapsNeeded: open.some((mayBe) => mayBe === 'any' || mayBe.some((each) => each.accepted?.includes(permission) ?? true)),
    }));
  // What is needed for other calls lets these be made as well.
  const lacksSome = open.some((mayBe) => mayBe === 'any' || !mayBe.every((each) => allows(has, each)));
  return {
    missing: missing.map(({ operation, grant }) => ({ what: `${operation.method} ${operation.path}`, permission: grant.name })),
    surplus,
    isOpen: lacksSome || surplus.some(({ isPerhapsNeeded }) => isPerhapsNeeded),
  };
}

function allows(granted: ReadonlySet<string>, { accepted }: Operation): boolean {
  return accepted?.length === 0 || accepted?.some((name) => granted.has(name)) === true;
}

/** What each call may be of which not all is known, and each file that was not read. */
function openCalls({ unclear, unnamed, refused, unread }: Needs): readonly (readonly Operation[] | 'any')[] {
  return [
    ...unclear.map(({ among }) => among?.flatMap((what) => operationNamed(what) ?? []) ?? 'any'),
    ...[...unnamed, ...refused].flatMap(({ operation }) => (operation && operation.token !== 'no' ? [[operation]] : [])),
    ...unread.map(() => 'any' as const),
  ];
}

export interface Verdict {
  readonly text: string;
  readonly code: 0 | 1 | 2;
}

/** The verdict on a policy: it is just right (0), it is not (1), or that cannot be told (2). */
export function verdict(needs: Needs, granted: readonly string[]): Verdict {
  const { missing, surplus, isOpen } = difference(needs, granted);
  const lines = [
    ...missing.map(({ what, permission }) => `Missing: ${permission}, for ${what}\n`),
    ...surplus.map(({ permission, instead, isPerhapsNeeded }) => {
      const why = instead === undefined ? `, which no ${isPerhapsNeeded ? 'known ' : ''}call needs` : `, where ${instead} would do`;
      return `${isPerhapsNeeded ? 'Perhaps too much' : 'Too much'}: ${shownGroup(permission)}${why}\n`;
    }),
  ];
  const isWrong = missing.length > 0 || surplus.some(({ isPerhapsNeeded }) => !isPerhapsNeeded);
  if (isOpen) lines.push(`${isWrong ? 'There may be more' : 'Cannot tell whether the policy is right'}: ${whatIsOpen(needs)}.\n`);
  if (lines.length === 0) return { text: 'The policy grants just what is needed.\n', code: 0 };
  return { text: lines.join(''), code: isWrong ? 1 : 2 };
}

/** What a policy calls a group; the IDs of groups are public. */
function shownGroup(group: string): string {
  return /^[\da-f]{32}$/.test(group) ? group : printable(redacted(group));
}
