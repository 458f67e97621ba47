/** Evaluates expressions with several possible values: `??`, `||`, `?:`. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Name, Opaque, Span, Value } from '../../../source/model.js';
import { alternatives, MAX_ALTERNATIVES } from '../../../source/values.js';
import { type Frame, isLocalClass, type Reading } from '../reading.js';
import { spanOf } from '../syntax/syntax.js';
import { decided } from './decisions.js';
import { replacementFor } from './hidden.js';

/** A choice of values; the value itself if there is only one, undefined if there is none. */
export function choice(values: readonly Value[], at: Span): Value | undefined {
  const [only] = values;
  if (only && values.length === 1) return only;
  const options: Value[] = [];
  for (const value of values) {
    for (const option of alternatives(value)) {
      if (options.length >= MAX_ALTERNATIVES) break;
      if (!options.some((other) => isSame(option, other))) options.push(option);
    }
  }
  const [first] = options;
  if (options.length < 2) return first;
  return { kind: 'choice', options, at, ...(values.some((value) => value.kind === 'choice' && value.any) && { any: true }) };
}

/** Whether two values are equivalent: both unknown, or names of the same variable. */
function isSame(one: Value, other: Value): boolean {
  if (one === other) return true;
  if (one.kind === 'opaque' && other.kind === 'opaque') return isUnknown(one) && isUnknown(other);
  return one.kind === 'name' && other.kind === 'name' && one.path.length === 1 && other.path.length === 1 && isSameVariable(one, other);
}

function isUnknown(value: Opaque): boolean {
  return value.what === 'unknown' && !isLocalClass(value);
}

function isSameVariable(one: Name, other: Name): boolean {
  return one.declaredAt !== undefined && one.declaredAt.start === other.declaredAt?.start && one.path[0] === other.path[0];
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
  const standIn = replacementFor(reading, node, frame);
  if (standIn) return reading.read(standIn, frame);
  const holds = decided(reading, node.test, frame);
  if (holds !== undefined) return reading.read(holds ? node.consequent : node.alternate, frame);
  const consequent = reading.read(node.consequent, frame);
  return choice([consequent, reading.read(node.alternate, frame)], spanOf(node)) ?? consequent;
}

/** Reads `a = b` as an expression, which evaluates to `b`. */
export function readAssignment(reading: Reading, node: TSESTree.AssignmentExpression, frame: Frame | undefined): Value {
  return reading.read(node.right, frame);
}
