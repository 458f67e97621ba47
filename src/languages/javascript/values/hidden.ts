/** What programs hide by its key: `/token/i.test(key) ? '***' : value`, for each entry of an object. */
import type { TSESTree } from '@typescript-eslint/utils';
import { alternatives } from '../../../source/values.js';
import type { Frame, Reading } from '../reading.js';
import { bare, isFunction, type Node, parentOf } from '../syntax/syntax.js';

/** Conditions are looked into no deeper than this. */
const MOST_DEPTH = 6;

/** Whether a condition depends on the key of an entry that is gone through. */
function asksForKey(reading: Reading, condition: Node, frame: Frame | undefined, depth = 0): boolean {
  if (depth > MOST_DEPTH) return false;
  const asks = (node: Node): boolean => asksForKey(reading, node, frame, depth + 1);
  const node = bare(condition);
  switch (node.type) {
    case 'Identifier':
      return alternatives(reading.read(node, frame)).some((value) => value.kind === 'text' && value.isKey === true);
    case 'CallExpression':
      return node.arguments.some(asks) || asks(node.callee);
    case 'MemberExpression':
      return asks(node.object) || (node.computed && asks(node.property));
    case 'UnaryExpression':
      return asks(node.argument);
    case 'LogicalExpression':
    case 'BinaryExpression':
      return asks(node.left) || asks(node.right);
    default:
      return false;
  }
}

/** Whether an expression is what stands in for something that is hidden: a text that is written, or nothing. */
function isStandIn(node: Node): boolean {
  const inner = bare(node);
  return inner.type === 'Literal' || inner.type === 'TemplateLiteral' || (inner.type === 'Identifier' && inner.name === 'undefined');
}

/** What stands in for a value that a conditional expression hides by its key: of which keys, a program tells in many ways. */
export function standInOf(reading: Reading, node: TSESTree.ConditionalExpression, frame: Frame | undefined): Node | undefined {
  const standIn = [node.consequent, node.alternate].find(isStandIn);
  return standIn && asksForKey(reading, node.test, frame) ? standIn : undefined;
}

/** Those that stand in for others, of the values that a function returns, if it hides some by their key. */
export function standInsAmong(reading: Reading, returned: readonly Node[], frame: Frame | undefined): readonly Node[] {
  if (returned.length < 2) return returned;
  const hiding = returned.filter((node) => isStandIn(node) && conditionsAround(node).some((test) => asksForKey(reading, test, frame)));
  return hiding.length > 0 ? hiding : returned;
}

/** The conditions of the `if`s that an expression stands in. */
function conditionsAround(node: Node): readonly Node[] {
  const found: Node[] = [];
  for (let outer = parentOf(node); outer && !isFunction(outer); outer = parentOf(outer))
    if (outer.type === 'IfStatement') found.push(outer.test);
  return found;
}
