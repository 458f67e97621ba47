/** Evaluates methods of arrays, maps and sets. */
import type { List, Span, Table, Value } from '../../../source/model.js';
import { alternatives, literal, numberOf, unknown } from '../../../source/values.js';
import { isLocalFunction, type Reading } from '../reading.js';
import { choosingByKey } from './hidden.js';
import { anyOf, keysOf, MAX_ITEMS, pairsOf, valuesOf } from './iteration.js';

/** Evaluates a method call; undefined if the object does not have the method, or the result is unknown. */
type CollectionMethod = (object: Value, call: MethodCall) => Value | undefined;

interface MethodCall {
  readonly reading: Reading;
  readonly given: readonly Value[];
  readonly at: Span;
}

/** A method that only arrays have. */
const ofList =
  (method: (list: List, call: MethodCall) => Value): CollectionMethod =>
  (object, call) =>
    object.kind === 'list' ? method(object, call) : undefined;

/** Returns any one of the items. */
const one: CollectionMethod = (object, { at }) =>
  alternatives(object).some(({ kind }) => kind === 'list') ? anyOf(object, at) : undefined;

const same = ofList((list) => list);

/** Returns some of the items. */
const some = ofList((list, { reading, at }) => {
  const perhaps = (item: Value): Value => ({ kind: 'choice', options: [item, unknown(at)], at: item.at });
  return listOf(
    reading,
    () => list.items.slice(0, MAX_ITEMS).map(perhaps),
    () => true,
    at,
  );
});

/** Returns the items that a predicate selects by key. If the predicate excludes keys instead, the remaining items are unknown. */
const filtered: CollectionMethod = (object, call) => {
  const [predicate] = call.given;
  const choosing = object.kind === 'list' && predicate && isLocalFunction(predicate) ? choosingByKey(call.reading, predicate) : undefined;
  if (object.kind !== 'list' || !choosing) return some(object, call);
  if (choosing === 'others')
    return listOf(
      call.reading,
      () => [],
      () => true,
      call.at,
    );
  const isChosen = (item: Value): boolean => {
    const key = keyOf(item);
    return key !== undefined && choosing(key);
  };
  return listOf(
    call.reading,
    () => object.items.filter(isChosen),
    () => object.open || object.items.some((item) => keyOf(item) === undefined),
    call.at,
  );
};

/** The key of a `[key, value]` pair, or the key itself. */
function keyOf(item: Value): string | undefined {
  const key = item.kind === 'list' ? item.items[0] : item;
  return key && literal(key);
}

const reversed = ofList((list, { reading, at }) =>
  listOf(
    reading,
    () => list.items.toReversed(),
    () => list.open,
    at,
  ),
);

const concatenated = ofList((list, { reading, given, at }) => {
  const itemsOf = (value: Value): readonly Value[] => (value.kind === 'list' ? value.items : [value]);
  const all = [list, ...given];
  return listOf(
    reading,
    () => all.flatMap(itemsOf),
    () => all.some((each) => each.kind === 'list' && each.open),
    at,
  );
});

const flattened = ofList((list, { reading, at }) =>
  listOf(
    reading,
    () => list.items.flatMap((item) => (item.kind === 'list' ? item.items : [item])),
    () => list.open || list.items.some((item) => item.kind === 'list' && item.open),
    at,
  ),
);

/** Methods by name. */
export const collectionMethods: Readonly<Record<string, CollectionMethod>> = {
  at: ofList((list, { given: [index], at }) => {
    const position = numberOf(index);
    return (list.open || position === undefined ? undefined : list.items.at(position)) ?? anyOf(list, at);
  }),
  find: one,
  findLast: one,
  pop: one,
  shift: one,
  filter: filtered,
  slice: some,
  reverse: reversed,
  toReversed: reversed,
  sort: same,
  toSorted: same,
  concat: concatenated,
  flat: flattened,
  get: (object, { given: [key], at }) => (object.kind === 'table' && key && literal(key) === undefined ? anyOf(object, at) : undefined),
  keys: (object, { reading, at }) => (object.kind === 'table' ? ofTable(reading, object, keysOf, at) : undefined),
  values: (object, call) => (object.kind === 'table' ? ofTable(call.reading, object, valuesOf, call.at) : same(object, call)),
  entries: (object, { reading, at }) => (object.kind === 'table' ? ofTable(reading, object, pairsOf, at) : undefined),
};

/** A list with something from each entry of a table. */
export function ofTable(reading: Reading, table: Table, of: (table: Table, at: Span) => readonly Value[], at: Span): List {
  return listOf(
    reading,
    () => of(table, at),
    () => table.open || table.entries.length > MAX_ITEMS,
    at,
  );
}

/** A list whose items are computed on demand. */
export function listOf(reading: Reading, items: () => readonly Value[], open: () => boolean, at: Span): List {
  const content = reading.lazily(() => ({ items: items(), open: open() }), { items: [], open: true });
  return {
    kind: 'list',
    get items() {
      return content().items;
    },
    get open() {
      return content().open;
    },
    at,
  };
}
