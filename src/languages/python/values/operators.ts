/** Operators that do something different for texts, lists and dictionaries than for numbers. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Value } from '../../../source/model.js';
import type { Frame, Reading } from '../../javascript/reading.js';
import { bare, type Node, spanOf } from '../../javascript/syntax/syntax.js';
import { listOf } from '../../javascript/values/collection-methods.js';
import { contentOfValue, joined, tableAt } from '../../javascript/values/tables.js';
import { readConcatenation } from '../../javascript/values/texts/texts.js';
import { formatted, percentPlaces } from '../../lexical/evaluation/formats.js';

export function readBinary(reading: Reading, node: TSESTree.BinaryExpression, frame: Frame | undefined): Value {
  switch (node.operator) {
    case '%':
      return filled(reading, node, frame) ?? readConcatenation(reading, node, frame);
    case '|':
      return merged(reading, node, frame) ?? readConcatenation(reading, node, frame);
    case '+':
      return added(reading, node, frame) ?? readConcatenation(reading, node, frame);
    default:
      return readConcatenation(reading, node, frame);
  }
}

/** `"Bearer %s" % token` */
function filled(reading: Reading, node: TSESTree.BinaryExpression, frame: Frame | undefined): Value | undefined {
  const text = reading.read(node.left, frame);
  if (text.kind !== 'text') return undefined;
  const values = reading.read(node.right, frame);
  const given = values.kind === 'list' && bare(node.right).type === 'ArrayExpression' ? values.items : [values];
  return {
    ...formatted(
      text,
      given.map((value) => ({ value, at: value.at })),
      [],
      percentPlaces,
    ),
    at: spanOf(node),
  };
}

/** `defaults | options` */
function merged(reading: Reading, node: TSESTree.BinaryExpression, frame: Frame | undefined): Value | undefined {
  const [left, right] = [reading.read(node.left, frame), reading.read(node.right, frame)];
  if (left.kind !== 'table' && right.kind !== 'table') return undefined;
  return tableAt(reading, node, () => joined([left, right].map((each) => contentOfValue(reading, each))));
}

/** `["a"] + others` */
function added(reading: Reading, node: TSESTree.BinaryExpression, frame: Frame | undefined): Value | undefined {
  if (!isList(node.left) && !isList(node.right)) return undefined;
  const values = [reading.read(node.left, frame), reading.read(node.right, frame)];
  return listOf(
    reading,
    () => values.flatMap((value) => (value.kind === 'list' ? value.items : [])),
    () => values.some((value) => value.kind !== 'list' || value.open),
    spanOf(node),
  );
}

function isList(node: Node): boolean {
  return bare(node).type === 'ArrayExpression';
}
