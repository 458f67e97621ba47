/** Sanitizers that mask entries of an object by key: `/token/i.test(key) ? '***' : value`. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Value } from '../../../source/model.js';
import { alternatives, literal } from '../../../source/values.js';
import { type Frame, frameOf, type LocalFunction, type Reading } from '../reading.js';
import { bare, isFunction, type Node, parentOf, staticKey } from '../syntax/syntax.js';

/** Deepest nesting of conditions that is examined. */
const MAX_DEPTH = 6;

/** Whether a condition depends on the key in an iteration over an object. */
function testsKey(reading: Reading, condition: Node, frame: Frame | undefined, depth = 0): boolean {
  if (depth > MAX_DEPTH) return false;
  const asks = (node: Node): boolean => testsKey(reading, node, frame, depth + 1);
  const node = bare(condition);
  switch (node.type) {
    case 'Identifier':
      return isKeyOfAll(reading, node, frame);
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

/** Whether an expression is the key in an iteration over an object. */
function isKeyOfAll(reading: Reading, node: Node, frame: Frame | undefined): boolean {
  if (isLoopKey(reading.home(node), node)) return true;
  return alternatives(reading.read(node, frame)).some((value) => value.kind === 'text' && value.isKey === true);
}

/** The same by syntax alone, because an object that is changed during the iteration cannot be evaluated. */
function isLoopKey(reading: Reading, node: Node): boolean {
  const declared = node.type === 'Identifier' ? reading.scope.variable(node)?.identifiers[0] : undefined;
  const pattern = declared && parentOf(declared);
  // In a `[key, value]` pair, the key comes first.
  const whole = pattern?.type === 'ArrayPattern' && pattern.elements[0] === declared ? pattern : declared;
  const holder = whole && parentOf(whole);
  if (!whole || !holder) return false;
  if (isFunction(holder)) {
    const call = holder.params[0] === whole ? parentOf(holder) : undefined;
    return call?.type === 'CallExpression' && call.callee.type === 'MemberExpression' && givesKeys(call.callee.object, whole);
  }
  const declaration = holder.type === 'VariableDeclarator' && holder.id === whole ? parentOf(holder) : undefined;
  const loop = declaration && parentOf(declaration);
  if (loop?.type === 'ForInStatement') return loop.left === declaration;
  return loop?.type === 'ForOfStatement' && loop.left === declaration && givesKeys(loop.right, whole);
}

/** Whether a list is `Object.keys(config)`, or, for a pair, `Object.entries(config)`. */
function givesKeys(list: Node, { type }: Node): boolean {
  const call = bare(list);
  const method = call.type === 'CallExpression' && call.callee.type === 'MemberExpression' ? call.callee : undefined;
  const name = method && staticKey(method.property, method.computed);
  return name === (type === 'ArrayPattern' ? 'entries' : 'keys');
}

/** The keys of an object whose values are removed or overwritten with a mask: `for (const key of secret) copy[key] = '***'`. */
export function keysHidden(
  reading: Reading,
  member: Node,
  property: Node,
  by: Node | undefined,
  frame: Frame | undefined,
): ReadonlySet<string> | 'any' {
  const value = by && bare(by);
  const isMasked = value !== undefined && isPassed(reading, member, value);
  const isHiding =
    !value ||
    isMasked ||
    isReplacement(reading, value) ||
    (value.type === 'ConditionalExpression' && replacementFor(reading, value, frameOf(value, frame)));
  if (!isHiding) return new Set();
  const inner = frameOf(property, frame);
  if (isKeyOfAll(reading, property, inner)) {
    const tests = conditionsAround(member);
    const isChosen = !isMasked || tests.some((test) => testsKey(reading, test, inner));
    return isChosen && !tests.some(asksIfEmpty) ? 'any' : new Set();
  }
  const keys = reading.read(property, inner);
  // A loop over a single key is not a choice.
  const isEach = keys.kind === 'choice' ? keys.each : !by || isInLoop(member);
  return new Set(isEach ? alternatives(keys).flatMap((key) => literal(key) ?? []) : []);
}

/** Whether a call is given the value of a member: `mask(copy[key])`. */
function isPassed(reading: Reading, member: Node, value: Node): boolean {
  return value.type === 'CallExpression' && value.arguments.some((each) => reading.textOf(each) === reading.textOf(member));
}

/** Whether an expression is in the body of a `for…of` loop of the function around it. */
function isInLoop(node: Node): boolean {
  let outer = parentOf(node);
  while (outer && !isFunction(outer) && outer.type !== 'ForOfStatement') outer = parentOf(outer);
  return outer?.type === 'ForOfStatement';
}

/** Whether a condition tests for a missing value: `config[key] === undefined`, `!config[key]`. */
function asksIfEmpty(test: Node): boolean {
  if (test.type === 'UnaryExpression') return test.operator === '!' && bare(test.argument).type === 'MemberExpression';
  return test.type === 'BinaryExpression' && test.operator.startsWith('=') && isEmptyLiteral(bare(test.right));
}

function isEmptyLiteral(node: Node): boolean {
  return (
    (node.type === 'Literal' && (node.value === null || node.value === '')) || (node.type === 'Identifier' && node.name === 'undefined')
  );
}

/** Whether an expression may be a mask for a hidden value: a literal, a constant, what repeats one, `undefined`, or a choice of these. */
function isReplacement(reading: Reading, node: Node): boolean {
  const inner = bare(node);
  switch (inner.type) {
    case 'Literal':
    case 'TemplateLiteral':
      return true;
    case 'Identifier':
      return inner.name === 'undefined' || isConstant(reading, inner);
    case 'CallExpression':
      return inner.callee.type === 'MemberExpression' && bare(inner.callee.object).type === 'Literal';
    case 'ConditionalExpression':
      return isReplacement(reading, inner.consequent) && isReplacement(reading, inner.alternate);
    case 'LogicalExpression':
      return inner.operator === '&&' && isReplacement(reading, inner.right);
    default:
      return false;
  }
}

/** Whether a variable is declared with a literal: `const MASK = '***'`. */
function isConstant(reading: Reading, node: TSESTree.Identifier): boolean {
  const declaration = reading.home(node).scope.variable(node)?.defs[0]?.node;
  return declaration?.type === 'VariableDeclarator' && declaration.init?.type === 'Literal';
}

/** Whether an expression is made of another by a call: `mask(value)` of `value`. */
function isMadeOf(reading: Reading, made: Node, plain: Node): boolean {
  const [outer, inner] = [bare(made), bare(plain)];
  const isPlain = inner.type === 'Identifier' || inner.type === 'MemberExpression';
  return isPlain && outer.type === 'CallExpression' && reading.textOf(outer).includes(reading.textOf(inner));
}

/** The mask in a conditional expression that hides a value by its key. Which keys are hidden is not determined: conditions vary too much. */
export function replacementFor(reading: Reading, node: TSESTree.ConditionalExpression, frame: Frame | undefined): Node | undefined {
  const { consequent, alternate, test } = node;
  const standIn =
    [consequent, alternate].find((each) => isReplacement(reading, each)) ??
    (isMadeOf(reading, consequent, alternate) ? consequent : isMadeOf(reading, alternate, consequent) ? alternate : undefined);
  return standIn && testsKey(reading, test, frame) ? standIn : undefined;
}

/** The masks among the values that a function returns, if it hides some by their key; otherwise all values. */
export function replacementsAmong(reading: Reading, returned: readonly Node[], frame: Frame | undefined): readonly Node[] {
  if (returned.length < 2) return returned;
  const isMask = (node: Node): boolean => isReplacement(reading, node) || returned.some((other) => isMadeOf(reading, node, other));
  const hiding = returned.filter((node) => isMask(node) && conditionsAround(node).some((test) => testsKey(reading, test, frame)));
  return hiding.length > 0 ? hiding : returned;
}

/** The conditions of the `if` statements around an expression. */
function conditionsAround(node: Node): readonly Node[] {
  const found: Node[] = [];
  for (let outer = parentOf(node); outer && !isFunction(outer); outer = parentOf(outer))
    if (outer.type === 'IfStatement') found.push(outer.test);
  return found;
}

/**
 * How a predicate on entries or keys selects by key: a function that tests for the listed ones (`keep.includes(key)`, `key !== 'token'`), or `others`
 * if it excludes some that are unknown (`!/token/i.test(key)`); undefined if it does neither.
 */
export function choosingByKey(reading: Reading, { callee, closure }: LocalFunction): 'others' | KeySelection | undefined {
  const [parameter] = callee.params;
  const key = parameter?.type === 'ArrayPattern' ? parameter.elements[0] : parameter;
  const home = reading.home(callee);
  const variable = key?.type === 'Identifier' ? home.scope.variable(key) : undefined;
  const [returned] = callee.body.type === 'BlockStatement' ? callee.body.body : [];
  const result =
    callee.body.type === 'BlockStatement' ? (returned?.type === 'ReturnStatement' ? returned.argument : undefined) : callee.body;
  const test = result ? bare(result) : undefined;
  if (!test || !variable) return undefined;
  const asks = variable.references.some(({ identifier }) => identifier.range[0] >= test.range[0]);
  if (!asks) return undefined;
  const isKey = (node: Node | undefined): boolean => node?.type === 'Identifier' && home.scope.variable(node) === variable;
  return selection(test, isKey, (node) => home.read(node, closure)) ?? (isDenial(test) ? 'others' : undefined);
}

type KeySelection = (key: string) => boolean;

/** The keys for which a condition holds; undefined if it is not made of comparisons with known keys. */
function selection(node: Node, isKey: (node: Node | undefined) => boolean, read: (node: Node) => Value): KeySelection | undefined {
  const inner = (each: Node): KeySelection | undefined => selection(bare(each), isKey, read);
  switch (node.type) {
    case 'UnaryExpression': {
      const held = node.operator === '!' ? inner(node.argument) : undefined;
      return held && ((key) => !held(key));
    }
    case 'LogicalExpression': {
      const [left, right] = [inner(node.left), inner(node.right)];
      if (!left || !right || node.operator === '??') return undefined;
      return node.operator === '&&' ? (key) => left(key) && right(key) : (key) => left(key) || right(key);
    }
    case 'BinaryExpression': {
      const [one, other] = isKey(node.left) ? [node.left, node.right] : [node.right, node.left];
      const wanted = isKey(one) ? literal(read(other)) : undefined;
      if (wanted === undefined || !/^[!=]==?$/.test(node.operator)) return undefined;
      return node.operator.startsWith('!') ? (key) => key !== wanted : (key) => key === wanted;
    }
    case 'CallExpression': {
      if (node.callee.type !== 'MemberExpression' || !isKey(node.arguments[0])) return undefined;
      const list = listing.test(staticKey(node.callee.property, node.callee.computed) ?? '') ? read(node.callee.object) : undefined;
      const keys = list?.kind === 'list' && !list.open ? list.items.map(literal) : [undefined];
      return keys.every((key) => key !== undefined) ? (key) => keys.includes(key) : undefined;
    }
    default:
      return undefined;
  }
}

function isDenial(test: Node): boolean {
  return test.type === 'UnaryExpression' ? test.operator === '!' : test.type === 'BinaryExpression' && test.operator.startsWith('!');
}

const listing = /^(?:includes|has)$/;
