/** Evaluates access to any one item of a collection, or to each in turn: of a list, a `Map`, the entries of an object. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Call, Entry, List, Span, Table, Text, Value } from '../../../source/model.js';
import { alternatives, unknown } from '../../../source/values.js';
import { choice } from './choices.js';
import { type Frame, frameOf, type Reading } from '../reading.js';
import { bare, type Node, parentOf, staticKey } from '../syntax/syntax.js';

/** Methods that call a function for each item, and the index of the parameter that gets the item. */
const iterating: ReadonlyMap<string, number> = new Map([
  ...['map', 'forEach', 'flatMap', 'filter', 'find', 'findLast', 'findIndex', 'findLastIndex', 'some', 'every', 'each'].map(
    (method) => [method, 0] as const,
  ),
  ['reduce', 1],
  ['reduceRight', 1],
]);

/** Functions of packages that do the same with a collection as their first argument: `pMap(zones, purge)`, `_.forEach(zones, purge)`. */
const iteratingFirst = /^(?:pMap|pEach|mapSeries|eachSeries|eachLimit|mapLimit|each|eachOf|forEach|map|filter|find)$/;

/** Most items of a collection that are considered. */
export const MAX_ITEMS = 64;

/** Any one item of a collection, selected by an unknown key or condition. */
export function anyOf(value: Value, at: Span): Value {
  const items = alternatives(value).flatMap((option): readonly Value[] => {
    if (option.kind === 'list') return option.items.slice(0, MAX_ITEMS);
    return option.kind === 'table' ? valuesOf(option) : [unknown(at)];
  });
  return among(items, at, 'any');
}

/** Each item of a collection in turn. */
export function eachOf(value: Value, at: Span): Value {
  const items = alternatives(value).flatMap((option): readonly Value[] => {
    if (option.kind === 'table') return pairsOf(option, at);
    if (option.kind !== 'list') return [unknown(at)];
    const items = option.items.slice(0, MAX_ITEMS);
    return option.open ? [...items, unknown(at)] : items;
  });
  return among(items, at, 'each');
}

function among(items: readonly Value[], at: Span, how: 'any' | 'each'): Value {
  const value = choice(how === 'any' ? [...items, unknown(at)] : items, at) ?? unknown(at);
  return value.kind === 'choice' ? { ...value, [how]: true } : value;
}

export function keysOf({ entries }: Table): readonly Text[] {
  return entries.slice(0, MAX_ITEMS).map(keyOf);
}

export function valuesOf({ entries }: Table): readonly Value[] {
  return entries.slice(0, MAX_ITEMS).map((entry) => entry.value);
}

/** A `[key, value]` pair for each entry. */
export function pairsOf({ entries }: Table, at: Span): readonly List[] {
  return entries.slice(0, MAX_ITEMS).map((entry): List => ({
    kind: 'list',
    get items() {
      return [keyOf(entry), entry.value];
    },
    open: false,
    at,
  }));
}

/** The key of an entry as a text. */
function keyOf({ key, keyAt }: Entry): Text {
  return {
    kind: 'text',
    parts: [{ kind: 'piece', text: key, at: keyAt, exact: false }],
    names: [],
    fallbackFor: undefined,
    isKey: true,
    at: keyAt,
  };
}

/** The argument that a callback gets at a position, if it is called for the items of a collection; otherwise unknown. */
export function itemGivenTo(reading: Reading, callback: Node, position: number, at: Span, frame: Frame | undefined): Value {
  const call = parentOf(callback);
  if (call?.type !== 'CallExpression') return unknown(at);
  const collection = iteratedBy(call, callback);
  return collection?.position === position
    ? itemOf(reading.read(collection.node, frameOf(collection.node, frame)), collection.method, at)
    : unknown(at);
}

/** Each item that a method passes to its callback: the values for `Map.prototype.forEach`, otherwise the results of iterating. */
function itemOf(value: Value, method: string, at: Span): Value {
  return method === 'forEach' && value.kind === 'table' ? among(valuesOf(value), at, 'each') : eachOf(value, at);
}

interface Iterated {
  readonly node: Node;
  readonly method: string;
  readonly position: number;
}

/** The collection whose items a call passes to a callback. */
function iteratedBy(call: TSESTree.CallExpression, callback: Node): Iterated | undefined {
  const callee = bare(call.callee);
  const [first] = call.arguments;
  const method = callee.type === 'MemberExpression' ? staticKey(callee.property, callee.computed) : undefined;
  const position = iterating.get(method ?? '');
  if (callee.type === 'MemberExpression' && method !== undefined && position !== undefined && first === callback)
    return { node: callee.object, method, position };
  const name = method ?? (callee.type === 'Identifier' ? callee.name : '');
  return first && first !== callback && first.type !== 'SpreadElement' && iteratingFirst.test(name)
    ? { node: first, method: name, position: 0 }
    : undefined;
}

/** A function that a call in turn calls, and its arguments. */
export interface Iteration {
  readonly callback: Node;
  readonly arguments: readonly Value[];
}

/** The callback that a call runs for the items of a collection. */
export function iteration(reading: Reading, call: TSESTree.CallExpression, frame: Frame | undefined): Iteration | undefined {
  for (const callback of call.arguments.slice(0, 3)) {
    const collection = callback.type === 'SpreadElement' ? undefined : iteratedBy(call, callback);
    if (!collection) continue;
    const at = { start: callback.range[0], end: callback.range[1] };
    const item = itemOf(reading.read(collection.node, frame), collection.method, at);
    return { callback, arguments: [...Array.from({ length: collection.position }, () => unknown(at)), item] };
  }
  return undefined;
}

/** The function that `purge.call(null, zone)` calls, or `purge.bind(null, zone)`, which is assumed to be called eventually. */
export function indirectCall({ callee }: TSESTree.CallExpression, call: Call): Iteration | undefined {
  const member = bare(callee);
  if (member.type !== 'MemberExpression') return undefined;
  const method = staticKey(member.property, member.computed);
  if (method === 'call' || method === 'bind') return { callback: member.object, arguments: call.arguments.slice(1) };
  const list = method === 'apply' ? call.arguments[1] : undefined;
  return list?.kind === 'list' ? { callback: member.object, arguments: list.items } : undefined;
}
