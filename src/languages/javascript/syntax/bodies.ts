/** Collects what functions return and yield, and the calls in them. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Survey } from './survey.js';
import { type FunctionNode, isFunction, type Node, parentOf } from './syntax.js';

/** The `return`s and `yield`s of a function, and the calls in it and its nested functions. */
export interface Body {
  readonly returns: readonly TSESTree.ReturnStatement[];
  readonly yields: readonly TSESTree.YieldExpression[];
  readonly calls: readonly (TSESTree.CallExpression | TSESTree.NewExpression)[];
}

/** Most enclosing functions that a call is attributed to. */
const MAX_AROUND = 4;

/** The bodies of a file's functions. */
export function bodiesIn({ returns, yields, calls }: Pick<Survey, 'returns' | 'yields' | 'calls'>): ReadonlyMap<FunctionNode, Body> {
  const found = new Map<FunctionNode, { readonly [Part in keyof Body]: Body[Part][number][] }>();
  const noted = (node: FunctionNode) => {
    const body = found.get(node) ?? { returns: [], yields: [], calls: [] };
    found.set(node, body);
    return body;
  };
  for (const statement of returns) {
    const [around] = functionsAround(statement);
    if (around) noted(around).returns.push(statement);
  }
  for (const expression of yields) {
    const [around] = functionsAround(expression);
    if (around) noted(around).yields.push(expression);
  }
  for (const call of calls) for (const around of functionsAround(call)) noted(around).calls.push(call);
  return found;
}

/** The nearest few functions around a node, innermost first. */
function functionsAround(node: Node): readonly FunctionNode[] {
  const around: FunctionNode[] = [];
  for (let outer = parentOf(node); outer && around.length < MAX_AROUND; outer = parentOf(outer)) if (isFunction(outer)) around.push(outer);
  return around;
}
