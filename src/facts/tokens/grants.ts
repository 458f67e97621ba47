import type { Wording } from '../../cloudflare/tokens/wordings.js';
import type { Slot, SourceFile, Span, Table, Value } from '../../source/model.js';
import { perFile } from '../../source/memoized.js';
import { isInOtherFile, within } from '../../source/span.js';
import { alternatives, get, presentValue, isNullish, literal, shape } from '../../source/values.js';
import { functionAround } from '../program/functions.js';
import { type Creation, creations, listsIn, slotAt, decodedTables } from './creations.js';
import { everyGroupIn } from './permission-groups.js';

/** A permission group that a policy grants, by id or name. */
export interface GivenGroup {
  readonly group: string;
  readonly at: Span;
}

/** A resource that a policy applies to. */
export interface GivenResource {
  readonly key: string;
  readonly at: Span;
  /** The key of the enclosing account, for a resource nested under one. */
  readonly under: string | undefined;
}

/** The permissions of a token, and the resources they apply to. Policies that deny are not included. */
export interface Policy {
  readonly groups: readonly GivenGroup[];
  /** Where all existing permission groups are granted. */
  readonly everyGroup: Span | undefined;
  readonly resources: readonly GivenResource[];
}

/** The creation of a credential, or a change of its permissions. */
export interface Grant {
  readonly sort: 'token' | 'service-token';
  readonly action: Creation['action'];
  /** Where a missing option is reported. */
  readonly at: Span;
  /** The table that describes it. */
  readonly table: Table;
  /** Whether it is declared once, rather than created each time the program runs. */
  readonly declared: boolean;
  /** The name it is created with; holes are written `{}`. */
  readonly name: string | undefined;
  /** How the interface in use spells the options. */
  readonly words: Wording;
  readonly policies: readonly Policy[];
  /** The IP addresses it may be used from. */
  readonly addresses: Slot;
  readonly expires: Slot;
  /** Where the expiry date is written; where it is given, if a function computes it from what it is given. */
  readonly expiresAt: Span | undefined;
  readonly notBefore: Slot;
  /** The lifetime of an Access service token. */
  readonly duration: Slot;
}

/** Returns the credentials that a program creates or changes, in source order. */
export const grants = perFile((file: SourceFile): readonly Grant[] =>
  creations(file)
    .flatMap((creation) => grantOf(creation, file) ?? [])
    .sort((one, other) => one.at.start - other.at.start),
);

function grantOf({ makes, action, at, words, table, declared }: Creation, file: SourceFile): Grant | undefined {
  if (makes === 'account') return undefined;
  const name = presentValue(get(table, 'name'));
  return {
    sort: makes,
    action,
    at,
    words,
    table,
    declared,
    name: name?.kind === 'text' ? shape(name) : undefined,
    get policies() {
      const list = presentValue(get(table, 'policies', 'policy'));
      // A single block is a table, several are a list.
      return list
        ? (list.kind === 'table' ? [list] : listsIn(list)).flatMap((item) => (item.kind === 'table' ? policyOf(item, words, file) : []))
        : [];
    },
    addresses: slotAt(table, ...words.addresses),
    expires: orAbsent(get(table, words.expires)),
    get expiresAt() {
      return placeOf(table, words.expires, file);
    },
    notBefore: orAbsent(get(table, words.notBefore)),
    duration: orAbsent(get(table, 'duration')),
  };
}

function placeOf(table: Table, key: string, file: SourceFile): Span | undefined {
  const entry = table.entries.findLast((each) => each.key === key);
  if (!entry || within(entry.value.at, entry.at)) return entry?.value.at;
  const around = functionAround(file);
  const computing = around(entry.value.at);
  const isComputed = isInOtherFile(entry.value.at) ? entry.value.kind !== 'text' : computing !== undefined && !within(entry.at, computing);
  return isComputed ? entry.at : entry.value.at;
}

/** Treats undefined as absent: `expires_on: undefined` is not sent at all. */
function orAbsent(slot: Slot): Slot {
  const value = presentValue(slot);
  return value?.kind === 'opaque' && value.what === 'undefined' ? 'absent' : slot;
}

function policyOf(policy: Table, words: Wording, file: SourceFile): readonly Policy[] {
  const effect = get(policy, 'effect');
  if (effect !== 'absent' && (effect === 'unknown' || alternatives(effect).some((option) => !isAllow(option)))) return [];
  const groups = presentValue(get(policy, words.groups));
  const resources = presentValue(get(policy, 'resources'));
  return [
    {
      groups: groups ? listsIn(groups).flatMap(groupOf) : [],
      everyGroup: groups && alternatives(groups).flatMap((option) => everyGroupIn(option, file) ?? [])[0],
      resources: decodedTables(resources).flatMap(resourcesOf),
    },
  ];
}

/** Whether an effect is `allow`, as a string or as the constant of a library: `shared.TokenPolicyEffectAllow`. */
function isAllow(effect: Value): boolean {
  return literal(effect) === 'allow' || (effect.kind === 'name' && !effect.local && (effect.path.at(-1) ?? '').endsWith('Allow'));
}

/** Reads `{ id: '…' }`, `{ name: '…' }` or `'…'`. */
function groupOf(item: Value): readonly GivenGroup[] {
  const values = item.kind === 'table' ? [get(item, 'id'), get(item, 'name')].flatMap((slot) => presentValue(slot) ?? []) : [item];
  return values
    .flatMap(alternatives)
    .flatMap((value) => {
      const group = literal(value);
      return group === undefined ? [] : [{ group, at: value.at }];
    })
    .slice(0, 1);
}

function resourcesOf({ entries }: Table): readonly GivenResource[] {
  return entries.flatMap(({ key, keyAt, value }): readonly GivenResource[] => {
    const nested = decodedTables(value).flatMap((table) => table.entries.map((each) => ({ key: each.key, at: each.keyAt, under: key })));
    return nested.length > 0 ? nested : isNullish(value) ? [] : [{ key, at: keyAt, under: undefined }];
  });
}
