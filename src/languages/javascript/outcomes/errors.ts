/** Detects errors that are returned in place of a result: `if (response instanceof Error) { … }`. */
import { isFunction, type Node, parentOf } from '../syntax/syntax.js';

/** Whether a variable is read in a branch that runs only if it holds an error. */
export function isKnownError(variable: Node): boolean {
  let node = variable;
  for (let outer = parentOf(node); outer && !isFunction(outer); node = outer, outer = parentOf(node)) {
    if (outer.type === 'IfStatement' && outer.consequent === node && asksForError(outer.test, variable)) return true;
  }
  return false;
}

function asksForError(test: Node, variable: Node): boolean {
  if (test.type !== 'BinaryExpression' || test.operator !== 'instanceof') return false;
  const { left, right } = test;
  const isSame = left.type === 'Identifier' && variable.type === 'Identifier' && left.name === variable.name;
  return isSame && right.type === 'Identifier' && /(?:Error|Exception)$/.test(right.name);
}
