/** Several values: which of them count, and in which order. */
import type { Choice, Span, Value } from '../../source/model.js';
import { alternatives, unknown } from '../../source/values.js';

/** What several values make: one of them, if they are not the same. */
export function oneOf(values: readonly Value[], at: Span): Value {
  const distinct = [...new Set(values.flatMap(alternatives))];
  const [only] = distinct;
  if (!only) return unknown(at);
  return distinct.length === 1 ? only : ({ kind: 'choice', options: distinct, at } satisfies Choice);
}

/** One value for each place. */
export function once<T extends { readonly at: Span }>(values: readonly T[]): readonly T[] {
  const found = new Map<string, T>();
  for (const value of values) {
    const key = [value.at.start, value.at.end].join(' ');
    if (!found.has(key)) found.set(key, value);
  }
  return [...found.values()];
}

/** Values in the order of the text. */
export function inOrder<T extends { readonly at: Span }>(values: readonly T[]): readonly T[] {
  return [...values].sort((one, other) => one.at.start - other.at.start);
}
