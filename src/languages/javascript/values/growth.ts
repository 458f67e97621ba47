/** Evaluates arrays that a program adds to after creating them: `groups.push(…)`, once or in a loop. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { List, Value } from '../../../source/model.js';
import { framesOfWriter } from '../calls/callers.js';
import { othersHolding } from '../modules/siblings.js';
import { type Frame, frameOf, type Reading } from '../reading.js';
import { declaringFunction } from '../syntax/reaching.js';
import type { Variable } from '../syntax/scope.js';
import { isFunction, type Node, parentOf, staticKey } from '../syntax/syntax.js';
import { spreadIn } from './tables.js';

/** Most uses of an array that are examined. */
const MAX_USES = 500;

/** Most items that are added to an array. It may hold more. */
const MAX_ITEMS = 500;

interface Growth {
  readonly calls: readonly TSESTree.CallExpression[];
  /** The resulting arrays outside of frames, by the original: every use of a variable gets the same one. */
  readonly withAppendedItems: WeakMap<List, List>;
}

const growths = new WeakMap<Variable, Growth>();

function growthOf(reading: Reading, variable: Variable): Growth {
  let growth = growths.get(variable);
  if (!growth) {
    const calls = variable.references.slice(0, MAX_USES).flatMap(({ identifier }) => growingCall(reading, identifier) ?? []);
    growths.set(variable, (growth = { calls, withAppendedItems: new WeakMap() }));
  }
  return growth;
}

/** An array, plus everything that is added to it later, anywhere in the file, or in modules that it imports. */
export function grown(reading: Reading, variable: Variable, list: List, frame: Frame | undefined): List {
  const { calls: own, withAppendedItems: known } = growthOf(reading, variable);
  const others = othersHolding(reading, variable, list.at).flatMap((other) => growthOf(other.reading, other.variable).calls);
  const calls = others.length > 0 ? [...others, ...own] : own;
  if (calls.length === 0) return list;
  const framesOf: FramesOf = (node) => framesOfWriter(reading, node, declaringFunction(variable), frame);
  if (frame) return grownBy(reading, calls, list, frame, framesOf);
  const whole = known.get(list) ?? grownBy(reading, calls, list, undefined, framesOf);
  known.set(list, whole);
  return whole;
}

/** The frames in which to read what is added to an array. */
type FramesOf = (node: Node) => readonly (Frame | undefined)[];

/** An array, plus what certain calls add to it. */
export function grownBy(
  reading: Reading,
  calls: Growth['calls'],
  list: List,
  frame: Frame | undefined,
  framesOf: FramesOf = (node) => [frameOf(node, frame)],
): List {
  const added = calls.flatMap((call) => call.arguments);
  const read = (node: Node): Value => reading.read(node, frameOf(node, frame));
  const items = reading.lazily(() => {
    const single = added.filter((each) => each.type !== 'SpreadElement').slice(0, MAX_ITEMS);
    const all = [...list.items];
    for (const each of single) if (all.length < MAX_ITEMS) all.push(...framesOf(each).map((inner) => reading.read(each, inner)));
    return all;
  }, []);
  const whole = reading.lazily(() => {
    const all = [...(list.whole ?? [])];
    for (const each of added) if (all.length < MAX_ITEMS) all.push(...spreadIn(reading, each, frameOf(each, frame)));
    for (const call of calls) if (all.length < MAX_ITEMS) all.push(...[loopedOver(call)].filter((each) => each !== undefined).map(read));
    return all.slice(0, MAX_ITEMS);
  }, []);
  return {
    kind: 'list',
    get items() {
      return items();
    },
    open: true,
    get whole() {
      return whole();
    },
    at: list.at,
  };
}

/** The call that adds items to an array, if this is what a use of the array does. */
export function growingCall({ language }: Reading, use: Node): TSESTree.CallExpression | undefined {
  const member = parentOf(use);
  if (member?.type !== 'MemberExpression' || member.object !== use) return undefined;
  const call = parentOf(member);
  const method = staticKey(member.property, member.computed);
  return call?.type === 'CallExpression' && call.callee === member && language.growing.has(method ?? '') ? call : undefined;
}

/** The list that a call runs for every item of: `for (const group of groups) …`, `groups.forEach((group) => …)`. */
function loopedOver(call: Node): Node | undefined {
  let body = call;
  let outer = parentOf(body);
  if (outer?.type === 'ExpressionStatement') [body, outer] = [outer, parentOf(outer)];
  if (outer?.type === 'BlockStatement') {
    if (!outer.body.every(({ type }) => type === 'ExpressionStatement' || type === 'VariableDeclaration')) return undefined;
    [body, outer] = [outer, parentOf(outer)];
  }
  if (outer?.type === 'ForOfStatement') return outer.body === body ? outer.right : undefined;
  const each = outer && isFunction(outer) && outer.body === body ? parentOf(outer) : undefined;
  if (each?.type !== 'CallExpression' || each.callee.type !== 'MemberExpression') return undefined;
  return staticKey(each.callee.property, each.callee.computed) === 'forEach' ? each.callee.object : undefined;
}
