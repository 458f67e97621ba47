/** What a promise brings: to `await`, and to the function that `then` is given; an output of Pulumi's, to that which `apply` is given. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Value } from '../../../source/model.js';
import { type Frame, frameOf, type Reading } from '../reading.js';
import { bare, type FunctionNode, isFunction, type Node, parentOf, staticKey } from '../syntax/syntax.js';

/** Chains are followed back no further than this. */
const MOST_LINKS = 20;

/** Whether a method hands what a promise brings to the function that is all it is given. `send.apply(self, values)` is another thing. */
export function handsOn(method: string | undefined, { arguments: values }: TSESTree.CallExpression): boolean {
  return method === 'then' || (method === 'apply' && values.length === 1);
}

/** What the function of `promise.then(function)` is given; undefined if it is no such function. */
export function broughtTo(reading: Reading, callback: Node, frame: Frame | undefined): Value | undefined {
  const call = parentOf(callback);
  if (call?.type !== 'CallExpression' || call.arguments[0] !== callback || call.callee.type !== 'MemberExpression') return undefined;
  if (!handsOn(staticKey(call.callee.property, call.callee.computed), call)) return undefined;
  const brought = broughtBy(call.callee.object);
  return brought && reading.read(brought, frameOf(brought, frame));
}

/** The expression whose value a promise brings: what the function before returns, or the promise itself. */
function broughtBy(promise: Node): Node | undefined {
  let node = bare(promise);
  for (let links = 0; links < MOST_LINKS; links += 1) {
    const method = node.type === 'CallExpression' && node.callee.type === 'MemberExpression' ? node.callee : undefined;
    const name = method && staticKey(method.property, method.computed);
    if (!method || node.type !== 'CallExpression') return node;
    const isThen = handsOn(name, node);
    if (!isThen && name !== 'catch' && name !== 'finally') return node;
    const [callback] = node.arguments;
    if (isThen) return callback && isFunction(callback) ? returnedBy(callback) : undefined;
    node = bare(method.object);
  }
  return undefined;
}

function returnedBy({ body }: FunctionNode): Node | undefined {
  if (body.type !== 'BlockStatement') return body;
  const last = body.body.at(-1);
  return last?.type === 'ReturnStatement' ? (last.argument ?? undefined) : undefined;
}
