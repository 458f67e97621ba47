/** Evaluates conditions that test the type of a value: `value && typeof value === 'object' ? hidden(value) : value`. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Value } from '../../../source/model.js';
import { alternatives, literal } from '../../../source/values.js';
import type { Frame, Reading } from '../reading.js';
import { bare, isFunction, methodOf, type Node, parentOf } from '../syntax/syntax.js';

/** Deepest nesting of conditions that is evaluated. */
const MAX_DEPTH = 6;

/** Whether a condition certainly holds, or certainly does not, by the types of the values in it; undefined if it depends on anything else. */
export function decided(reading: Reading, condition: Node, frame: Frame | undefined, depth = 0): boolean | undefined {
  if (depth > MAX_DEPTH) return undefined;
  const inner = (node: Node): boolean | undefined => decided(reading, node, frame, depth + 1);
  const node = bare(condition);
  switch (node.type) {
    case 'UnaryExpression':
      return node.operator === '!' ? negated(inner(node.argument)) : undefined;
    case 'LogicalExpression': {
      const [left, right] = [inner(node.left), inner(node.right)];
      if (node.operator === '??') return undefined;
      const ends = node.operator === '||';
      return left === ends || right === ends ? ends : left === undefined || right === undefined ? undefined : !ends;
    }
    case 'BinaryExpression':
      return comparison(reading, node, frame);
    case 'CallExpression':
      return isArray(reading, node, frame);
    case 'Identifier':
    case 'MemberExpression':
      return unanimous(reading.read(node, frame), isObject);
    default:
      return undefined;
  }
}

function negated(answer: boolean | undefined): boolean | undefined {
  return answer === undefined ? undefined : !answer;
}

/** The answer that all alternatives of a value have in common. */
function unanimous(value: Value, say: (option: Value) => boolean | undefined): boolean | undefined {
  const [first, ...others] = alternatives(value).map(say);
  return others.every((other) => other === first) ? first : undefined;
}

/** Whether a value is truthy: objects are, nullish values are not, and a text may be empty. */
function isObject(value: Value): boolean | undefined {
  if (value.kind === 'table' || value.kind === 'list') return true;
  return value.kind === 'opaque' && (value.what === 'undefined' || value.value === null) ? false : undefined;
}

function comparison(reading: Reading, { left, right, operator }: TSESTree.BinaryExpression, frame: Frame | undefined): boolean | undefined {
  if (!/^[!=]==?$/.test(operator)) return undefined;
  const [one, other] = [bare(left), bare(right)];
  const asked = one.type === 'UnaryExpression' && one.operator === 'typeof' ? one : other;
  if (asked.type !== 'UnaryExpression' || asked.operator !== 'typeof') {
    const compared = isNullLiteral(one) ? other : isNullLiteral(other) ? one : undefined;
    const isThere = compared && unanimous(reading.read(compared, frame), isObject);
    return isThere === true ? operator.startsWith('!') : undefined;
  }
  const type = literal(reading.read(asked === one ? other : one, frame));
  if (type === undefined) return undefined;
  const isOf = unanimous(reading.read(asked.argument, frame), (option) => {
    const known = typeOf(option);
    return known === undefined ? undefined : known === type;
  });
  return operator.startsWith('!') ? negated(isOf) : isOf;
}

/** `null`, `undefined` */
function isNullLiteral(node: Node): boolean {
  return (node.type === 'Literal' && node.value === null) || (node.type === 'Identifier' && node.name === 'undefined');
}

function typeOf(value: Value): string | undefined {
  switch (value.kind) {
    case 'text':
      return 'string';
    case 'table':
    case 'list':
      return 'object';
    case 'opaque':
      if (value.what === 'undefined' || value.what === 'function') return value.what;
      return value.what === 'constant' && value.value !== null && value.value !== undefined ? typeof value.value : undefined;
    default:
      return undefined;
  }
}

/** `Array.isArray(value)` */
function isArray(reading: Reading, call: TSESTree.CallExpression, frame: Frame | undefined): boolean | undefined {
  const [first] = call.arguments;
  if (methodOf(call) !== 'isArray' || !first || first.type === 'SpreadElement') return undefined;
  return unanimous(reading.read(first, frame), ({ kind }) =>
    kind === 'list' ? true : kind === 'table' || kind === 'text' ? false : undefined,
  );
}

/** The returned expressions of a function that are reachable with the arguments of a frame. */
export function reached(reading: Reading, returned: readonly Node[], frame: Frame): readonly Node[] {
  if (returned.length < 2) return returned;
  let end = Infinity;
  const left = returned.filter((node) => {
    if (node.range[0] > end) return false;
    const branches = branchesAround(reading, node, frame);
    // Code after an `if` that certainly returns is unreachable.
    if (branches.length === 1 && branches[0]?.isTaken === true) end = branches[0].end;
    return branches.every(({ isTaken }) => isTaken !== false);
  });
  return left.length > 0 ? left : returned;
}

interface Branch {
  readonly isTaken: boolean | undefined;
  readonly end: number;
}

/** The branches of `if` statements around an expression. */
function branchesAround(reading: Reading, node: Node, frame: Frame): readonly Branch[] {
  const found: Branch[] = [];
  let inner = node;
  for (let outer = parentOf(inner); outer && !isFunction(outer); inner = outer, outer = parentOf(inner)) {
    if (outer.type !== 'IfStatement' || outer.test === inner) continue;
    const holds = decided(reading, outer.test, frame);
    found.push({ isTaken: outer.consequent === inner ? holds : negated(holds), end: outer.range[1] });
  }
  return found;
}
