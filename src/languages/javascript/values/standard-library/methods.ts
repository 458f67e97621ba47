/** Methods of strings, objects and functions. Those of collections are in `collection-methods.ts`. */
import type { Table, Text, Value } from '../../../../source/model.js';
import { alternatives, get, literal, numberOf, part, place, presentValue, unknown } from '../../../../source/values.js';
import { isLocalFunction } from '../../reading.js';
import { spanOf } from '../../syntax/syntax.js';
import { choice } from '../choices.js';
import { replacedParts } from '../texts/replacements.js';
import { concatenation, textAt } from '../texts/texts.js';
import type { StandardCall } from './standard-call.js';

type Method = (call: StandardCall, object: Value) => Value | undefined;

/** The member at a path of keys, as in `config.get('cloudflare.email')`. */
function memberAt(table: Table, path: readonly string[]): Value | undefined {
  return path.reduce((outer: Value | undefined, key) => (outer?.kind === 'table' ? presentValue(get(outer, key)) : undefined), table);
}

const sameText: Method = (_call, object) => (isText(object) ? object : undefined);

/** A part of a string, between positions that count from its beginning or, if negative, from its end. */
const cut: Method = ({ argument, node }, object) => {
  const positions = node.arguments.map((_, index) => numberOf(argument(index)));
  const whole = object.kind === 'text' ? literal(object) : undefined;
  if (object.kind !== 'text' || whole === undefined || positions.length === 0 || positions.includes(undefined)) return undefined;
  const [start = 0, end = whole.length] = positions.map((each) => (each !== undefined && each < 0 ? whole.length + each : each));
  return part(object, Math.max(0, start), Math.min(end, whole.length), object.names);
};

/** Methods by name. Each returns undefined for objects that it does not support. */
export const methods: Readonly<Record<string, Method>> = {
  trim: sameText,
  trimStart: sameText,
  trimEnd: sameText,
  normalize: sameText,
  valueOf: sameText,
  // A method of the values of the package `config` and others, which are objects themselves.
  toObject: (_call: StandardCall, object: Value) => (object.kind === 'table' ? object : undefined),
  toString: (_call: StandardCall, object: Value) => (isText(object) || object.kind === 'table' ? object : undefined),
  concat: ({ reading, node, argument }, object) =>
    isText(object)
      ? concatenation(reading, node, [object, ...node.arguments.map((each, index) => argument(index) ?? unknown(spanOf(each)))])
      : undefined,
  join: ({ reading, node, argument }, object) => {
    const first = argument(0);
    const separator = first ? literal(first) : ',';
    if (object.kind !== 'list' || object.open || separator === undefined) return undefined;
    const between: Value | undefined =
      separator === ''
        ? undefined
        : textAt(reading, node, [{ kind: 'piece', text: separator, at: first?.at ?? spanOf(node), exact: false }]);
    return concatenation(
      reading,
      node,
      object.items.flatMap((item, index) => (index > 0 && between ? [between, item] : [item])),
    );
  },
  get: ({ argument }, object) => {
    const key = argument(0);
    const name = key && literal(key);
    if (object.kind !== 'table' || name === undefined) return undefined;
    const found = object.entries.filter((each) => each.key === name).map((each) => each.value);
    return choice(found, object.at) ?? (name.includes('.') ? memberAt(object, name.split('.')) : undefined);
  },
  split: ({ reading, node, argument }, object) => {
    const [whole, separator] = [literal(object), argument(0)];
    const between = separator && literal(separator);
    if (object.kind !== 'text' || whole === undefined || between === undefined || whole.length > MAX_SPLIT) return undefined;
    let start = 0;
    const items = whole.split(between).map((text): Text => {
      const at = place(object, start, start + text.length);
      start += text.length + between.length;
      const exact = at.end - at.start === text.length;
      return textAt(reading, node, text === '' ? [] : [{ kind: 'piece', text, at, exact }], at);
    });
    return { kind: 'list', items, open: false, at: spanOf(node) };
  },
  repeat: ({ reading, node, argument }, object) => {
    const [one, count] = [literal(object), argument(0)];
    const times = numberOf(count);
    if (one === undefined || times === undefined || !(times >= 0 && one.length * times <= MAX_REPEATED)) return undefined;
    return textAt(reading, node, [{ kind: 'piece', text: one.repeat(times), at: spanOf(node), exact: false }]);
  },
  slice: cut,
  substring: cut,
  replace: (call, object) => replacing(call, object, false),
  replaceAll: (call, object) => replacing(call, object, true),
  bind: ({ node, argument }, object) =>
    isLocalFunction(object)
      ? {
          ...object,
          bound: [...(object.bound ?? []), ...node.arguments.slice(1).map((each, index) => argument(index + 1) ?? unknown(spanOf(each)))],
        }
      : undefined,
};

function replacing({ reading, node, argument }: StandardCall, object: Value, isAll: boolean): Value | undefined {
  const [pattern] = node.arguments;
  const by = argument(1);
  if (object.kind !== 'text' || !pattern || pattern.type === 'SpreadElement' || !by) return undefined;
  const parts = replacedParts(object, pattern, argument(0), by, isAll);
  return parts && textAt(reading, node, parts);
}

/** Longest text that repetition makes, in characters. */
const MAX_REPEATED = 200;
/** Longest text that is split, in characters. */
const MAX_SPLIT = 200;

function isText(value: Value): boolean {
  return alternatives(value).some((option) => option.kind === 'text');
}
