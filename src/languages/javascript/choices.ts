/** Several possible values: `??`, `||`, `?:`, and whatever else leaves the reader a choice. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Span, Value } from '../../source.js';
import { alternatives } from '../../values.js';
import type { Frame, Reading } from './reading.js';
import { spanOf } from './syntax.js';

/** One of several values; the value itself if it is the only one, undefined if there is none. */
export function choice(values: readonly Value[], at: Span): Value | undefined {
  const options = [...new Set(values.flatMap(alternatives))];
  const [first] = options;
  return options.length > 1 ? { kind: 'choice', options, at } : first;
}

export function readLogical(reading: Reading, node: TSESTree.LogicalExpression, frame: Frame | undefined): Value {
  const right = reading.read(node.right, frame);
  if (node.operator === '&&') return right;
  const left = reading.read(node.left, frame);
  if (left.kind === 'table' || left.kind === 'list') return left;
  if (left.kind === 'opaque' && (left.what === 'undefined' || left.value === null || left.value === false)) return right;
  return choice([left, right], spanOf(node)) ?? right;
}

export function readConditional(reading: Reading, node: TSESTree.ConditionalExpression, frame: Frame | undefined): Value {
  const consequent = reading.read(node.consequent, frame);
  return choice([consequent, reading.read(node.alternate, frame)], spanOf(node)) ?? consequent;
}

/** `a = b` as an expression is b. */
export function readAssignment(reading: Reading, node: TSESTree.AssignmentExpression, frame: Frame | undefined): Value {
  return reading.read(node.right, frame);
}
