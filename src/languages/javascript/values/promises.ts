/** Resolves the values of promises, which callbacks of `then` get, and of Pulumi outputs, which callbacks of `apply` get. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Value } from '../../../source/model.js';
import { type Frame, frameOf, type Reading } from '../reading.js';
import { bare, type FunctionNode, isFunction, type Node, parentOf, staticKey } from '../syntax/syntax.js';

/** Longest chain that is followed back. */
const MAX_LINKS = 20;

/** Whether a method passes the value of a promise to its only argument, a callback. `send.apply(self, values)` does not. */
export function passesResultOn(method: string | undefined, { arguments: values }: TSESTree.CallExpression): boolean {
  return method === 'then' || (method === 'apply' && values.length === 1);
}

/** The argument that the callback in `promise.then(callback)` gets; undefined if it is not such a callback. */
export function resultPassedTo(reading: Reading, callback: Node, frame: Frame | undefined): Value | undefined {
  const call = parentOf(callback);
  if (call?.type !== 'CallExpression' || call.arguments[0] !== callback || call.callee.type !== 'MemberExpression') return undefined;
  if (!passesResultOn(staticKey(call.callee.property, call.callee.computed), call)) return undefined;
  const brought = broughtBy(call.callee.object);
  return brought && reading.read(brought, frameOf(brought, frame));
}

/** The expression that a promise resolves to: what the previous callback returns, or the operand at the beginning of the chain. */
function broughtBy(promise: Node): Node | undefined {
  let node = bare(promise);
  for (let links = 0; links < MAX_LINKS; links += 1) {
    const method = node.type === 'CallExpression' && node.callee.type === 'MemberExpression' ? node.callee : undefined;
    const name = method && staticKey(method.property, method.computed);
    if (!method || node.type !== 'CallExpression') return node;
    const isThen = passesResultOn(name, node);
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
