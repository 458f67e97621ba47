/** The names an expression is bound to, found by climbing from it to the declaration, assignment or property that takes it. */
import type { TSESTree } from '@typescript-eslint/utils';
import { literal } from '../../../source/values.js';
import { nameOf } from './dotted-name.js';
import type { Reading } from '../reading.js';
import { bare, isFunction, type Node, parentOf, staticKey, wrapped } from './syntax.js';

/** No name stands further outside than this many nodes. */
const MOST_CLIMBS = 40;

/** `['cf', 'apiToken']` for the string in `const cf = { apiToken: '…' }`; empty if it is bound to nothing. */
export function bindingNames(reading: Reading, node: Node): readonly string[] {
  const names: string[] = [];
  let inner = node;
  for (let climbs = 0; climbs < MOST_CLIMBS; climbs += 1) {
    const outer = parentOf(inner);
    if (!outer) break;
    const step = stepFrom(reading, inner, outer);
    if (step === 'stop') break;
    names.unshift(...step.names);
    if (step.last) break;
    inner = outer;
  }
  return names;
}

interface Step {
  readonly names: readonly string[];
  readonly last?: true;
}

const onward: Step = { names: [] };

function stepFrom(reading: Reading, inner: Node, outer: Node): Step | 'stop' {
  switch (outer.type) {
    case 'VariableDeclarator':
      return outer.init === inner ? { names: nameOf(outer.id) ?? [], last: true } : 'stop';
    case 'AssignmentExpression':
      return outer.right === inner ? { names: nameOf(outer.left) ?? [], last: true } : 'stop';
    case 'AssignmentPattern':
      return outer.right === inner ? { names: nameOf(outer.left) ?? [], last: true } : 'stop';
    case 'Property':
    case 'PropertyDefinition':
    case 'AccessorProperty':
    case 'MethodDefinition':
      return outer.value === inner ? { names: keyNames(reading, outer), ...(outer.type !== 'Property' && { last: true }) } : 'stop';
    case 'TSEnumMember':
      return { names: keyNames(reading, { key: outer.id, computed: false }), last: true };
    case 'JSXAttribute':
      return { names: keyNames(reading, { key: outer.name, computed: false }), last: true };
    case 'CallExpression':
    case 'NewExpression':
      return fromCall(inner, outer);
    case 'FunctionDeclaration':
      return { names: outer.id ? [outer.id.name] : [], last: true };
    case 'MemberExpression':
      // `'…'.trim()` is still the string.
      return outer.object === inner ? onward : 'stop';
    case 'ArrayExpression':
      return pairName(inner, outer);
    case 'ConditionalExpression':
      return outer.test === inner ? 'stop' : onward;
    case 'LogicalExpression':
      return outer.operator === '&&' && outer.left === inner ? 'stop' : onward;
    case 'BinaryExpression':
      return outer.operator === '+' ? onward : 'stop';
    case 'TemplateLiteral':
    case 'TaggedTemplateExpression':
    case 'ObjectExpression':
    case 'SpreadElement':
    case 'ReturnStatement':
    case 'BlockStatement':
      return onward;
    default:
      return wrapped(outer) === inner || isFunction(outer) ? onward : 'stop';
  }
}

function keyNames(reading: Reading, { key, computed }: { key: Node; computed: boolean }): readonly string[] {
  const name = staticKey(key, computed) ?? literal(reading.read(key));
  return name === undefined ? [] : [name];
}

/** `['CF_API_TOKEN', '…']`, as in `new Map([…])`, names its second item. */
function pairName(inner: Node, pair: TSESTree.ArrayExpression): Step {
  const [name, value] = pair.elements;
  return pair.elements.length === 2 && value === inner && isString(name) ? { names: [name.value], last: true } : onward;
}

/** `set('CF_API_TOKEN', '…')`, `getEnv('CF_API_TOKEN', '…')` name their second argument; `Object.freeze`, `alchemy.secret` pass it on. */
function fromCall(inner: Node, call: TSESTree.CallExpression | TSESTree.NewExpression): Step | 'stop' {
  if (call.callee === inner) return onward;
  const [first, second] = call.arguments;
  if (second === inner && isString(first)) return { names: [first.value], last: true };
  if (first !== inner) return 'stop';
  const callee = nameOf(call.callee)?.at(-1);
  return callee !== undefined && passingOn.has(callee) ? onward : 'stop';
}

const passingOn = new Set([
  'atob',
  'concat',
  'decodeURIComponent',
  'default',
  'defineConfig',
  'freeze',
  'from',
  'join',
  'Map',
  'seal',
  'secret',
  'String',
  'withDefault',
]);

function isString(node: Node | null | undefined): node is TSESTree.StringLiteral {
  return node?.type === 'Literal' && typeof node.value === 'string';
}

/** The name an expression is the fallback of: `['process', 'env', 'X']` for the string in `process.env.X ?? '…'`. */
export function fallbackOf(node: Node): readonly string[] | undefined {
  let inner = node;
  for (let climbs = 0; climbs < MOST_CLIMBS; climbs += 1) {
    const outer = parentOf(inner);
    if (outer?.type === 'LogicalExpression' && outer.operator !== '&&' && outer.right === inner) return firstName(outer.left);
    if (outer?.type === 'AssignmentPattern' && outer.right === inner) return patternName(outer);
    if (!outer || (wrapped(outer) !== inner && outer.type !== 'ConditionalExpression' && outer.type !== 'LogicalExpression'))
      return undefined;
    inner = outer;
  }
  return undefined;
}

/** A default in a destructuring pattern stands in for the property, whatever the variable is called. */
function patternName(pattern: TSESTree.AssignmentPattern): readonly string[] | undefined {
  const property = parentOf(pattern);
  const key = property?.type === 'Property' ? staticKey(property.key, property.computed) : undefined;
  return key === undefined ? nameOf(pattern.left) : [key];
}

function firstName(expression: Node): readonly string[] | undefined {
  const node = bare(expression);
  return node.type === 'LogicalExpression' ? (firstName(node.left) ?? firstName(node.right)) : nameOf(node);
}
