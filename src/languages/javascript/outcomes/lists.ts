/** Results in lists: what `Promise.all` and `asyncio.gather` bring, what a call in `map` gives for each item. */
import type { TSESTree } from '@typescript-eslint/utils';
import { isWrittenOnce } from '../syntax/reaching.js';
import type { Variable } from '../syntax/scope.js';
import { isFunction, type Node, staticKey } from '../syntax/syntax.js';

/** How a result is reached from an expression. */
export interface Way {
  readonly path: readonly string[];
  /** The lists that it is in, the outermost first, by its place in each; undefined where it may be at any. */
  readonly lists?: readonly (number | undefined)[] | undefined;
  /** Whether it is the `value` of what `Promise.allSettled` tells of it. */
  readonly isSettled?: boolean | undefined;
}

export function isInList({ lists = [] }: Way): boolean {
  return lists.length > 0;
}

export function inList(way: Way, index?: number): Way {
  return { ...way, lists: [index, ...(way.lists ?? [])] };
}

/** The same result in the same list, at a place that is not known. */
export function moved(way: Way): Way {
  return inList(itemOf(way) ?? way);
}

/** The result once its list is gone into; undefined for the place of another item. */
export function itemOf(way: Way, index?: number): Way | undefined {
  const [place, ...lists] = way.lists ?? [];
  return index === undefined || place === undefined || index === place ? { ...way, lists } : undefined;
}

/** One of the members of what `Promise.allSettled` tells: `value` is the result, the others tell whether it came. */
export function settledMember(way: Way, key: string): Way | undefined {
  return key === 'value' ? { ...way, isSettled: false } : undefined;
}

/** Results behind `waiting.get(method)`, of the one or the list that is waited for. */
export function waitedFor(way: Way, method: string | undefined): Way {
  if (method === 'allSettled') return { ...way, isSettled: true };
  return method === 'race' || method === 'any' ? (itemOf(way) ?? way) : way;
}

/** Functions that give lists of their arguments' items beside each other, and the place of the first argument's. */
const pairing: ReadonlyMap<string, number> = new Map([
  ['zip', 0],
  ['enumerate', 1],
]);

/** `zip(zones, responses)`, `enumerate(responses)`: lists of lists. */
export function paired(way: Way, call: TSESTree.CallExpression, argument: Node): Way | undefined {
  const first = call.callee.type === 'Identifier' ? pairing.get(call.callee.name) : undefined;
  const index = call.arguments.findIndex((each) => each === argument);
  return first === undefined || index < 0 ? undefined : inList(inList(itemOf(way) ?? way, first + index));
}

/** What is known of a use of a list: what a function is handed of it, what an expression holds of it. Neither: nothing of the result is used. */
export interface ListUse {
  readonly into?: { readonly pattern: Node; readonly way: Way } | undefined;
  readonly way?: Way | undefined;
  /** Whether only the number of the items is asked for. */
  readonly isCount?: boolean;
}

const nothing: ListUse = {};

/** Methods that give some or all of the items, in whatever order. */
const rearranging = new Set(['slice', 'reverse', 'sort', 'toSorted', 'toReversed', 'concat', 'values', 'filter']);
const taking = new Set(['at', 'pop', 'shift', 'find', 'findLast']);
/** Methods that hand each item to a function. */
const iterating = new Set([
  'map',
  'flatMap',
  'forEach',
  'some',
  'every',
  'findIndex',
  'findLastIndex',
  'reduce',
  'filter',
  'find',
  'findLast',
]);
/** Methods that tell nothing of any item that is in the list. */
const adding = new Set(['push', 'unshift', 'append']);

/** A member of a list, or the call of a method of it; undefined if nothing is known of it. */
export function useOfList(way: Way, member: TSESTree.MemberExpression, call: TSESTree.CallExpression | undefined): ListUse | undefined {
  const key = staticKey(member.property, member.computed);
  if (!call) {
    if (key === 'length') return { isCount: true };
    return key === undefined || /^\d+$/.test(key) ? { way: itemOf(way, key === undefined ? undefined : Number(key)) } : undefined;
  }
  if (key === undefined) return undefined;
  const into = iterating.has(key) ? handedOn(way, key, call) : nothing;
  if (!into) return undefined;
  if (rearranging.has(key)) return { ...into, way: moved(way) };
  if (taking.has(key)) return { ...into, way: itemOf(way) };
  if (key === 'flat') return { way: (way.lists ?? []).length > 1 ? moved(itemOf(way) ?? way) : moved(way) };
  if (key === 'entries') return { way: inList(inList(itemOf(way) ?? way, 1)) };
  return iterating.has(key) || adding.has(key) ? into : undefined;
}

/** What the callback of a method is handed; undefined if it is not written in place. */
function handedOn(way: Way, method: string, { arguments: [callback] }: TSESTree.CallExpression): ListUse | undefined {
  // `filter(Boolean)`
  if (method === 'filter' && callback?.type === 'Identifier' && callback.name === 'Boolean') return nothing;
  if (!callback || !isFunction(callback)) return undefined;
  const pattern = callback.params[method === 'reduce' ? 1 : 0];
  const item = itemOf(way);
  return pattern && item ? { into: { pattern, way: item } } : nothing;
}

/** The variable of the list that a call adds its arguments to. */
export function collector({ callee }: TSESTree.CallExpression): TSESTree.Identifier | undefined {
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier') return undefined;
  return adding.has(staticKey(callee.property, callee.computed) ?? '') ? callee.object : undefined;
}

/** Whether a variable is declared with a list that is empty, and never given another. */
export function isListForGood(variable: Variable): boolean {
  const declaration = variable.defs[0]?.node;
  const list = declaration?.type === 'VariableDeclarator' ? declaration.init : undefined;
  return list?.type === 'ArrayExpression' && list.elements.length === 0 && isWrittenOnce(variable);
}
