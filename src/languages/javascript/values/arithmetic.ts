/** Evaluates arithmetic with constants, and sums with one unknown operand. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Call, Opaque, Span, Value } from '../../../source/model.js';
import { numberOf, unknown } from '../../../source/values.js';
import type { Frame, Reading } from '../reading.js';
import { spanOf } from '../syntax/syntax.js';

const operations: Readonly<Partial<Record<string, (left: number, right: number) => number>>> = {
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
  '%': (left, right) => left % right,
  '**': (left, right) => left ** right,
};

export function readArithmetic(reading: Reading, node: TSESTree.BinaryExpression, frame: Frame | undefined): Value {
  const operation = operations[node.operator];
  if (!operation) return unknown(spanOf(node));
  const [left, right] = [reading.read(node.left, frame), reading.read(node.right, frame)];
  const [first, second] = [numberOf(left), numberOf(right)];
  if (second === undefined) return unknown(spanOf(node));
  if (first !== undefined) return constant(operation(first, second), spanOf(node));
  return node.operator === '-' ? sum([left, constant(-second, right.at)], spanOf(node)) : unknown(spanOf(node));
}

/** Reads `-4` and `+4` as numbers, and `+new Date()` as the object. The results of other unary operators are unknown. */
export function readUnary(reading: Reading, node: TSESTree.UnaryExpression, frame: Frame | undefined): Value {
  const sign = node.operator === '-' ? -1 : node.operator === '+' ? 1 : undefined;
  const operand = sign && reading.read(node.argument, frame);
  if (sign === 1 && operand?.kind === 'call') return operand;
  const value = operand && numberOf(operand);
  return sign === undefined || value === undefined ? unknown(spanOf(node)) : constant(sign * value, spanOf(node));
}

/** The sum of constants; a call of `+` if they are added to an unknown value. */
export function sum(values: readonly Value[], at: Span): Value {
  const numbers = values.flatMap((value) => numberOf(value) ?? []);
  const others = values.filter((value) => numberOf(value) === undefined);
  const total = constant(
    numbers.reduce((one, other) => one + other, 0),
    at,
  );
  const [other] = others;
  if (!other) return total;
  if (others.length > 1 || numbers.length === 0) return unknown(at);
  const call: Call = {
    kind: 'call',
    callee: { kind: 'name', path: ['+'], at },
    arguments: [other, total],
    open: false,
    new: false,
    inside: [],
    at,
    calleeAt: at,
  };
  return call;
}

function constant(value: number, at: Span): Opaque {
  return { kind: 'opaque', what: 'constant', value, at };
}
