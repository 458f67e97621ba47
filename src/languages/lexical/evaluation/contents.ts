/** The contents of a program in the model: the values of what the parser has found, in source order. */
import type { Contents, Exit, Name, Span, Text } from '../../../source/model.js';
import { alternatives } from '../../../source/values.js';
import type { Evaluation } from './evaluation.js';
import type { Found } from '../found.js';
import { inOrder, once } from './several.js';

/** Evaluates everything that the parser has found. */
export function evaluatedContents(parsed: Found, evaluation: Evaluation, comments: readonly Span[]): Contents {
  evaluation.prepare();
  // Sums and calls first: they determine which texts are part of others, and which names are not reads.
  const sums = parsed.sums.map((node) => evaluation.value(node));
  const calls = parsed.calls.map((node) => ({ node, value: evaluation.value(node) }));
  const results = calls.map(({ value }) => value);
  const texts = [
    ...sums,
    ...results,
    ...parsed.texts.filter((node) => !evaluation.isAbsorbed(node)).map((node) => evaluation.value(node)),
  ].filter((value): value is Text => value.kind === 'text' && value.parts.some(({ kind }) => kind === 'piece'));
  const bindings = parsed.assignments.map((each) => evaluation.binding(each));
  const names = parsed.names.filter((node) => evaluation.isRead(node)).map((node) => evaluation.value(node));
  const tables = [
    ...results,
    ...parsed.tables.map((node) => evaluation.value(node)),
    ...calls.flatMap(({ node, value }) => (node.named.length > 0 && value.kind === 'call' ? value.arguments.slice(-1) : [])),
  ].filter((value) => value.kind === 'table');
  const reads = [...names, ...results].flatMap(alternatives).filter((value): value is Name => value.kind === 'name');
  const exits = parsed.exits.map(({ value, marks }): Exit => {
    const at = value.at;
    return { how: 'returned', value: evaluation.value(value), functionAt: undefined, names: [], givenTo: undefined, marks, at };
  });
  return {
    ...(exits.length > 0 && { exits }),
    comments,
    // A default of an annotation is also one of its arguments.
    texts: inOrder(once(texts.toSorted((one, other) => Number(other.fallbackFor !== undefined) - Number(one.fallbackFor !== undefined)))),
    tables: inOrder(once(tables)),
    calls: inOrder(calls.flatMap(({ node, value }) => (value.kind === 'call' && value.at === node.at ? [value] : []))),
    bindings: inOrder(bindings),
    reads: inOrder(once(reads)),
  };
}
