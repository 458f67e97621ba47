/** Follows results in lists: from `Promise.all` and `asyncio.gather`, and from a call in `map` for each item. */
import type { TSESTree } from '@typescript-eslint/utils';
import { isWrittenOnce } from '../syntax/reaching.js';
import type { Variable } from '../syntax/scope.js';
import { isFunction, type Node, staticKey } from '../syntax/syntax.js';

/** Where a result is within the value of an expression. */
export interface AccessPath {
  readonly path: readonly string[];
  /** The result's index in each list that it is nested in, outermost first; undefined if the index is unknown. */
  readonly lists?: readonly (number | undefined)[] | undefined;
  /** Whether it is the `value` of an outcome of `Promise.allSettled`. */
  readonly isSettled?: boolean | undefined;
}

export function isInList({ lists = [] }: AccessPath): boolean {
  return lists.length > 0;
}

/** The same result as an item of a list, at `index` if that is known. */
export function inList(access: AccessPath, index?: number): AccessPath {
  return { ...access, lists: [index, ...(access.lists ?? [])] };
}

/** The same result in the same list, at an unknown index. */
export function atUnknownIndex(access: AccessPath): AccessPath {
  return inList(itemOf(access) ?? access);
}

/** The result as an item taken from its list; undefined if `index` is that of another item. */
export function itemOf(access: AccessPath, index?: number): AccessPath | undefined {
  const [place, ...lists] = access.lists ?? [];
  return index === undefined || place === undefined || index === place ? { ...access, lists } : undefined;
}

/** A member of an outcome of `Promise.allSettled`: `value` is the result, the others only whether there is one. */
export function settledMember(access: AccessPath, key: string): AccessPath | undefined {
  return key === 'value' ? { ...access, isSettled: false } : undefined;
}

/** The result of `Promise.all`, `race` and the like for a list of promises, or for one. */
export function combinedResult(access: AccessPath, method: string | undefined): AccessPath {
  if (method === 'allSettled') return { ...access, isSettled: true };
  return method === 'race' || method === 'any' ? (itemOf(access) ?? access) : access;
}

/** Functions that return tuples of their arguments' items, and the index of the first argument's item in them. */
const pairing: ReadonlyMap<string, number> = new Map([
  ['zip', 0],
  ['enumerate', 1],
]);

/** Results in `zip(zones, responses)` and `enumerate(responses)`, which are lists of tuples. */
export function paired(access: AccessPath, call: TSESTree.CallExpression, argument: Node): AccessPath | undefined {
  const first = call.callee.type === 'Identifier' ? pairing.get(call.callee.name) : undefined;
  const index = call.arguments.findIndex((each) => each === argument);
  return first === undefined || index < 0 ? undefined : inList(inList(itemOf(access) ?? access, first + index));
}

/** A use of a list. With neither `into` nor `access`, the result is not used. */
export interface ListUse {
  /** The parameter of a callback that gets part of the list. */
  readonly into?: { readonly pattern: Node; readonly access: AccessPath } | undefined;
  /** What the expression evaluates to. */
  readonly access?: AccessPath | undefined;
  /** Whether only the number of items is used. */
  readonly isCount?: boolean;
}

const nothing: ListUse = {};

/** Methods that return some or all items, in any order. */
const reorderingMethods = new Set(['slice', 'reverse', 'sort', 'toSorted', 'toReversed', 'concat', 'values', 'filter']);
const elementMethods = new Set(['at', 'pop', 'shift', 'find', 'findLast']);
/** Methods that pass each item to a callback. */
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
/** Methods that add items and reveal nothing about those in the list. */
const adding = new Set(['push', 'unshift', 'append']);

/** The use of a list by access to a member, or the call of a method; undefined if that is unknown. */
export function useOfList(
  access: AccessPath,
  member: TSESTree.MemberExpression,
  call: TSESTree.CallExpression | undefined,
): ListUse | undefined {
  const key = staticKey(member.property, member.computed);
  if (!call) {
    if (key === 'length') return { isCount: true };
    return key === undefined || /^\d+$/.test(key) ? { access: itemOf(access, key === undefined ? undefined : Number(key)) } : undefined;
  }
  if (key === undefined) return undefined;
  const into = iterating.has(key) ? passedToCallback(access, key, call) : nothing;
  if (!into) return undefined;
  if (reorderingMethods.has(key)) return { ...into, access: atUnknownIndex(access) };
  if (elementMethods.has(key)) return { ...into, access: itemOf(access) };
  if (key === 'flat')
    return { access: (access.lists ?? []).length > 1 ? atUnknownIndex(itemOf(access) ?? access) : atUnknownIndex(access) };
  if (key === 'entries') return { access: inList(inList(itemOf(access) ?? access, 1)) };
  return iterating.has(key) || adding.has(key) ? into : undefined;
}

/** The use by a method's callback, which gets the items; undefined if the callback is not inline. */
function passedToCallback(access: AccessPath, method: string, { arguments: [callback] }: TSESTree.CallExpression): ListUse | undefined {
  // `filter(Boolean)`
  if (method === 'filter' && callback?.type === 'Identifier' && callback.name === 'Boolean') return nothing;
  if (!callback || !isFunction(callback)) return undefined;
  const pattern = callback.params[method === 'reduce' ? 1 : 0];
  const item = itemOf(access);
  return pattern && item ? { into: { pattern, access: item } } : nothing;
}

/** The variable of the list that a call adds its arguments to. */
export function collector({ callee }: TSESTree.CallExpression): TSESTree.Identifier | undefined {
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier') return undefined;
  return adding.has(staticKey(callee.property, callee.computed) ?? '') ? callee.object : undefined;
}

/** Whether a variable is declared with an empty list and never reassigned. */
export function isAccumulator(variable: Variable): boolean {
  const declaration = variable.defs[0]?.node;
  const list = declaration?.type === 'VariableDeclarator' ? declaration.init : undefined;
  return list?.type === 'ArrayExpression' && list.elements.length === 0 && isWrittenOnce(variable);
}
