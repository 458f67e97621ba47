import type { Operation } from '../../cloudflare/api/operations.js';
import { onlyReads } from '../../cloudflare/tokens/permission-groups.js';
import { redacted } from '../../redaction.js';
import { printable } from '../reports/printable.js';
import { type Needs, operationNamed } from './report.js';
import { unresolvedSummary } from './words.js';

/** Differences between what a policy grants and what is needed. */
export interface Difference {
  /** Calls that the policy does not allow, with the permission that would. */
  readonly missing: readonly { readonly what: string; readonly permission: string }[];
  readonly surplus: readonly Surplus[];
  /** Whether calls that are not fully known may need more than the policy grants, or permissions that seem to be surplus. */
  readonly isOpen: boolean;
}

/** A permission that a policy grants but no known call needs. */
interface Surplus {
  readonly permission: string;
  /** The permission that would suffice instead. */
  readonly instead: string | undefined;
  /** Whether a call that is not fully known may need it. */
  readonly isPerhapsNeeded: boolean;
}

/** Compares what a policy grants with what is needed. */
export function difference(needs: Needs, granted: readonly string[]): Difference {
  const { grants } = needs;
  const has = new Set(granted);
  const operations = grants.flatMap((grant) => grant.calls.flatMap(({ operation }) => (operation ? [{ operation, grant }] : [])));
  const missing = operations.filter(({ operation }) => !allows(has, operation));
  // If several permissions would suffice, the policy may have a different one.
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
  // Open calls do not matter if what the policy grants covers them anyway.
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

/** Returns, for each call that is not fully known and each unread file, the operations that it may be. */
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

/** Returns the verdict on a policy with its exit code: exactly right (0), wrong (1), or unknown (2). */
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
  if (isOpen) lines.push(`${isWrong ? 'There may be more' : 'Cannot tell whether the policy is right'}: ${unresolvedSummary(needs)}.\n`);
  if (lines.length === 0) return { text: 'The policy grants just what is needed.\n', code: 0 };
  return { text: lines.join(''), code: isWrong ? 1 : 2 };
}

/** The printable name or ID of a permission group. IDs are public. */
function shownGroup(group: string): string {
  return /^[\da-f]{32}$/.test(group) ? group : printable(redacted(group));
}
