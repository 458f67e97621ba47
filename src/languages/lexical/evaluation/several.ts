/** Sets of values: merging, deduplicating and ordering them. */
import type { Choice, Entry, Span, Table, Value } from '../../../source/model.js';
import { alternatives, unknown } from '../../../source/values.js';
import type { Written } from '../found.js';
import { bare, type Node, type PairNode } from '../tree.js';

/** Combines several values: into a choice, if they differ. */
export function oneOf(values: readonly Value[], at: Span): Value {
  const distinct = [...new Set(values.flatMap(alternatives))];
  const [only] = distinct;
  if (!only) return unknown(at);
  return distinct.length === 1 ? only : ({ kind: 'choice', options: distinct, at } satisfies Choice);
}

/** Keeps one value for each span. */
export function once<T extends { readonly at: Span }>(values: readonly T[]): readonly T[] {
  const found = new Map<string, T>();
  for (const value of values) {
    const key = [value.at.start, value.at.end].join(' ');
    if (!found.has(key)) found.set(key, value);
  }
  return [...found.values()];
}

/** Sorts values by their position in the text. */
export function inOrder<T extends { readonly at: Span }>(values: readonly T[]): readonly T[] {
  return [...values].sort((one, other) => one.at.start - other.at.start);
}

/** An entry whose value is evaluated lazily. */
export function entryOf({ key, keyAt, value: node, at }: PairNode, value: (node: Node) => Value, maybe = false): Entry {
  const held = (): Value => value(node);
  return {
    key,
    keyAt,
    get value() {
      return held();
    },
    at,
    maybe,
  };
}

/** Returns a table with what the program writes into the variable that holds it. Which writes happen, and when, is unknown. */
export function withWrites(table: Table, written: readonly Written[], value: (node: Node) => Value): Table {
  if (written.length === 0) return table;
  const entries = written.flatMap((each): readonly Entry[] => {
    if (each === 'something') return [];
    const { target, value: node, at } = each;
    return [entryOf({ key: bare(target.name), keyAt: target.nameAt, value: node, at }, value, true)];
  });
  return { ...table, entries: [...table.entries, ...entries], open: true };
}

/** The named arguments of a call as a table. */
export function optionsOf(pairs: readonly PairNode[], at: Span, valueOf: (node: Node) => Value): Table {
  const span = { start: pairs[0]?.at.start ?? at.start, end: pairs.at(-1)?.at.end ?? at.end };
  return { kind: 'table', entries: pairs.map((pair) => entryOf(pair, valueOf)), open: false, names: [], at: span };
}
