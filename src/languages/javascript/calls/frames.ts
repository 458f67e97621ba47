/** Creates the frames in which the bodies of the file's own functions are read for one of their calls. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Call, Span, Value } from '../../../source/model.js';
import { unknown } from '../../../source/values.js';
import { type Frame, type LocalFunction, type Reading } from '../reading.js';
import { bodiesIn, type Body } from '../syntax/bodies.js';
import { type FunctionNode, type Node, spanOf } from '../syntax/syntax.js';

/** Deepest nesting of frames. */
const MAX_FRAMES = 5;

export type CallNode = TSESTree.CallExpression | TSESTree.NewExpression;

/** A copy of a call with other arguments than those written. */
export function callWith({ at, calleeAt }: Call, values: readonly Value[], open = false, named?: boolean): Call {
  return { kind: 'call', callee: unknown(calleeAt), arguments: values, open, new: false, named, inside: [], at, calleeAt };
}

/** A call with the arguments of a written one, or with the assigned value as the argument. */
export function callGiven(
  calleeAt: Span,
  node: CallNode | TSESTree.AssignmentExpression,
  reading: Reading,
  frame: Frame | undefined,
): Call {
  const given = node.type === 'AssignmentExpression' ? [node.right] : node.arguments.filter((each) => each.type !== 'SpreadElement');
  const values = reading.lazily<readonly Value[]>(() => given.map((each) => reading.read(each, frame)), []);
  return {
    kind: 'call',
    callee: unknown(calleeAt),
    get arguments() {
      return values();
    },
    open: node.type !== 'AssignmentExpression' && given.length < node.arguments.length,
    new: false,
    named: node.type !== 'AssignmentExpression' && given.some((each) => 'isNamed' in each),
    inside: [],
    at: spanOf(node),
    calleeAt,
  };
}

/** The frame for a call of a function; undefined if it is nested too deep, or the budget is used up. */
export function frameFor(reading: Reading, target: LocalFunction, call: () => Call, outer: Frame | undefined): Frame | undefined {
  const { callee, closure, self, bound, heir = outer?.heir } = target;
  const depth = Math.max(outer?.depth ?? 0, closure?.depth ?? 0) + 1;
  if (depth > MAX_FRAMES || !reading.home(callee).enter()) return undefined;
  const made = call();
  const given = bound ? callWith(made, [...bound, ...made.arguments], made.open, made.named) : made;
  return { callee, call: given, self: self ?? closure?.self ?? outer?.self, heir, outer: closure ?? outer, depth, values: new Map() };
}

/** The expressions that a function may return. */
export function returnsOf(reading: Reading, callee: FunctionNode): readonly Node[] {
  if (callee.body.type !== 'BlockStatement') return [callee.body];
  return (bodyOf(reading, callee)?.returns ?? []).flatMap((statement) => statement.argument ?? []);
}

/** The function bodies of a file, by its reading. */
const bodies = new WeakMap<Reading, ReadonlyMap<FunctionNode, Body>>();

export function bodyOf(reading: Reading, callee: FunctionNode): Body | undefined {
  const home = reading.home(callee);
  const known = bodies.get(home) ?? bodiesIn(home.survey);
  bodies.set(home, known);
  return known.get(callee);
}
