/** Follows the promise of a call through the methods and lists that pass it on. */
import { methodOf, type Node, parentOf, wrapped } from '../syntax/syntax.js';
import { awaits } from './handlers.js';

/** The promise that a call and the methods chained to it result in: `list().then(names)`. */
export function chainFrom(call: Node): Node {
  let node = call;
  for (let outer = parentOf(node); outer; outer = parentOf(node)) {
    const chained = outer.type === 'MemberExpression' && outer.object === node ? parentOf(outer) : undefined;
    if (chained?.type === 'CallExpression' && chained.callee === outer && /^(?:then|finally)$/.test(methodOf(chained) ?? ''))
      node = chained;
    else if (outer.type === 'ArrayExpression' || awaits(outer) || (wrapped(outer) === node && outer.type !== 'AwaitExpression'))
      node = outer;
    else break;
  }
  return node;
}
