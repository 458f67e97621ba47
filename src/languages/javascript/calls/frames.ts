/** What is known inside a function of the file for one of its calls. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Call, Span, Value } from '../../../source/model.js';
import { unknown } from '../../../source/values.js';
import { type Frame, type LocalFunction, type Reading } from '../reading.js';
import { bodiesIn, type Body } from '../syntax/bodies.js';
import { type FunctionNode, type Node, spanOf } from '../syntax/syntax.js';

/** How deep calls of the file's own functions are looked into. */
const MOST_FRAMES = 5;

export type CallNode = TSESTree.CallExpression | TSESTree.NewExpression;

/** A call of a function that is made with other arguments than are written. */
export function callWith({ at, calleeAt }: Call, values: readonly Value[], open = false, named?: boolean): Call {
  return { kind: 'call', callee: unknown(calleeAt), arguments: values, open, new: false, named, inside: [], at, calleeAt };
}

/** A call with the arguments of one that is written, or with what is assigned. */
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

/** The frame of a call of a function; undefined if it is too deep, or one too many. */
export function frameFor(reading: Reading, target: LocalFunction, call: () => Call, outer: Frame | undefined): Frame | undefined {
  const { callee, closure, self, bound } = target;
  const depth = Math.max(outer?.depth ?? 0, closure?.depth ?? 0) + 1;
  if (depth > MOST_FRAMES || !reading.home(callee).enter()) return undefined;
  const made = call();
  const given = bound ? callWith(made, [...bound, ...made.arguments], made.open, made.named) : made;
  return { callee, call: given, self: self ?? closure?.self ?? outer?.self, outer: closure ?? outer, depth, values: new Map() };
}

/** What a function may return, as it is written. */
export function returnsOf(reading: Reading, callee: FunctionNode): readonly Node[] {
  if (callee.body.type !== 'BlockStatement') return [callee.body];
  return (bodyOf(reading, callee)?.returns ?? []).flatMap((statement) => statement.argument ?? []);
}

/** What the bodies of a file's functions hold, by the reading of the file. */
const bodies = new WeakMap<Reading, ReadonlyMap<FunctionNode, Body>>();

export function bodyOf(reading: Reading, callee: FunctionNode): Body | undefined {
  const home = reading.home(callee);
  const known = bodies.get(home) ?? bodiesIn(home.survey);
  bodies.set(home, known);
  return known.get(callee);
}
