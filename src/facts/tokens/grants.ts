import type { Wording } from '../../cloudflare/tokens/grants.js';
import type { Slot, SourceFile, Span, Table, Value } from '../../source/model.js';
import { alternatives, get, given, isNullish, literal, perFile, shape } from '../../source/values.js';
import { type Creation, creations, listsIn, slotAt, tablesIn } from './creations.js';
import { everyGroupIn } from './permission-groups.js';

/** A permission group that a policy gives, by its id or name. */
export interface GivenGroup {
  readonly group: string;
  readonly at: Span;
}

/** A resource that a policy reaches. */
export interface GivenResource {
  readonly key: string;
  readonly at: Span;
  /** The key of the account it is one of all of. */
  readonly under: string | undefined;
}

/** What a token may do, and with what. Policies that deny are none. */
export interface Policy {
  readonly groups: readonly GivenGroup[];
  /** Where every permission group there is is given. */
  readonly everyGroup: Span | undefined;
  readonly resources: readonly GivenResource[];
}

/** The creation of a credential, or a change of what it may do. */
export interface Grant {
  readonly sort: 'token' | 'service-token';
  readonly action: Creation['action'];
  /** Where something that is missing is missing. */
  readonly at: Span;
  /** What is said of it. */
  readonly table: Table;
  /** Whether it is described once and for all, rather than made each time the program runs. */
  readonly declared: boolean;
  /** What it will be called; holes written `{}`. */
  readonly name: string | undefined;
  /** How the interface spells the options. */
  readonly words: Wording;
  readonly policies: readonly Policy[];
  /** The addresses it may be used from. */
  readonly addresses: Slot;
  readonly expires: Slot;
  readonly notBefore: Slot;
  /** How long an Access service token is good. */
  readonly duration: Slot;
}

/** The credentials that a program creates or changes, in the order of the text. */
export const grants = perFile((file: SourceFile): readonly Grant[] =>
  creations(file)
    .flatMap((creation) => grantOf(creation, file) ?? [])
    .sort((one, other) => one.at.start - other.at.start),
);

function grantOf({ makes, action, at, words, table, declared }: Creation, file: SourceFile): Grant | undefined {
  if (makes === 'account') return undefined;
  const name = given(get(table, 'name'));
  return {
    sort: makes,
    action,
    at,
    words,
    table,
    declared,
    name: name?.kind === 'text' ? shape(name) : undefined,
    get policies() {
      const list = given(get(table, 'policies', 'policy'));
      // One block is a table, several are a list.
      return list
        ? (list.kind === 'table' ? [list] : listsIn(list)).flatMap((item) => (item.kind === 'table' ? policyOf(item, words, file) : []))
        : [];
    },
    addresses: slotAt(table, ...words.addresses),
    expires: orAbsent(get(table, words.expires)),
    notBefore: orAbsent(get(table, words.notBefore)),
    duration: orAbsent(get(table, 'duration')),
  };
}

/** `expires_on: undefined` is not sent at all. */
function orAbsent(slot: Slot): Slot {
  const value = given(slot);
  return value?.kind === 'opaque' && value.what === 'undefined' ? 'absent' : slot;
}

function policyOf(policy: Table, words: Wording, file: SourceFile): readonly Policy[] {
  const effect = get(policy, 'effect');
  if (effect !== 'absent' && (effect === 'unknown' || alternatives(effect).some((option) => !isAllow(option)))) return [];
  const groups = given(get(policy, words.groups));
  const resources = given(get(policy, 'resources'));
  return [
    {
      groups: groups ? listsIn(groups).flatMap(groupOf) : [],
      everyGroup: groups && alternatives(groups).flatMap((option) => everyGroupIn(option, file) ?? [])[0],
      resources: tablesIn(resources).flatMap(resourcesOf),
    },
  ];
}

/** As a text, or as the constant of a library: `shared.TokenPolicyEffectAllow`. */
function isAllow(effect: Value): boolean {
  return literal(effect) === 'allow' || (effect.kind === 'name' && !effect.local && (effect.path.at(-1) ?? '').endsWith('Allow'));
}

/** `{ id: '…' }`, `{ name: '…' }`, `'…'` */
function groupOf(item: Value): readonly GivenGroup[] {
  const values = item.kind === 'table' ? [get(item, 'id'), get(item, 'name')].flatMap((slot) => given(slot) ?? []) : [item];
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
    const nested = tablesIn(value).flatMap((table) => table.entries.map((each) => ({ key: each.key, at: each.keyAt, under: key })));
    return nested.length > 0 ? nested : isNullish(value) ? [] : [{ key, at: keyAt, under: undefined }];
  });
}
