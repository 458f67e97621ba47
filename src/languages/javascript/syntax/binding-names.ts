/** Finds the names that an expression is bound to by climbing from it to the enclosing declaration, assignment or property. */
import type { TSESTree } from '@typescript-eslint/utils';
import { literal } from '../../../source/values.js';
import { nameOf } from './dotted-name.js';
import type { Reading } from '../reading.js';
import { bare, isFunction, methodOf, type Node, parentOf, staticKey, wrapped } from './syntax.js';

/** Most nodes that are climbed in search of a name. */
const MAX_CLIMBS = 40;

/** `['cf', 'apiToken']` for the string in `const cf = { apiToken: '…' }`; empty if it is not bound. */
export function bindingNames(reading: Reading, node: Node, through: Through = 'named calls'): readonly string[] {
  const names: string[] = [];
  let inner = node;
  for (let climbs = 0; climbs < MAX_CLIMBS; climbs += 1) {
    const outer = parentOf(inner);
    if (!outer) break;
    const step = stepFrom(reading, inner, outer, through);
    if (step === 'stop') break;
    names.unshift(...step.names);
    if (step.last) break;
    inner = outer;
  }
  return names;
}

/** Whether strings in the options of every call, or only of known ones, get the name of its result: `const cloudflare = connect({ token: '…' })`. */
export type Through = 'named calls' | 'all calls';

interface Step {
  readonly names: readonly string[];
  readonly last?: true;
}

const onward: Step = { names: [] };

function stepFrom(reading: Reading, inner: Node, outer: Node, through: Through): Step | 'stop' {
  switch (outer.type) {
    case 'VariableDeclarator':
      return outer.init === inner ? { names: nameOf(outer.id) ?? firstNameIn(outer.id), last: true } : 'stop';
    case 'AssignmentExpression':
      return outer.right === inner ? { names: nameOf(outer.left) ?? [], last: true } : 'stop';
    case 'AssignmentPattern':
      return outer.right === inner ? { names: nameOf(outer.left) ?? [], last: true } : 'stop';
    case 'Property':
    case 'PropertyDefinition':
    case 'AccessorProperty':
    case 'MethodDefinition':
      if (outer.value !== inner) return 'stop';
      return outer.type === 'Property'
        ? { names: keyNames(reading, outer) }
        : { names: [...(outer.type === 'MethodDefinition' ? [] : ownerName(outer)), ...keyNames(reading, outer)], last: true };
    case 'TSEnumMember':
      return { names: keyNames(reading, { key: outer.id, computed: false }), last: true };
    case 'JSXAttribute':
      return { names: [...elementName(outer), ...keyNames(reading, { key: outer.name, computed: false })], last: true };
    case 'CallExpression':
    case 'NewExpression':
      return fromCall(reading, inner, outer, through);
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
      return reading.language.joining.has(outer.operator) ? onward : 'stop';
    case 'TemplateLiteral':
    case 'TaggedTemplateExpression':
    case 'ObjectExpression':
    case 'SpreadElement':
    case 'ReturnStatement':
    case 'BlockStatement':
    case 'TryStatement':
    case 'CatchClause':
      return onward;
    // Branches of a function that returns the value.
    case 'IfStatement':
    case 'SwitchCase':
      return outer.test === inner ? 'stop' : onward;
    case 'SwitchStatement':
      return outer.discriminant === inner ? 'stop' : onward;
    default:
      return wrapped(outer) === inner || isFunction(outer) ? onward : 'stop';
  }
}

function keyNames(reading: Reading, { key, computed }: { key: Node; computed: boolean }): readonly string[] {
  const name = staticKey(key, computed) ?? literal(reading.read(key));
  return name === undefined ? [] : [name];
}

/** The name of the second item in a pair such as `['CF_API_TOKEN', '…']`, as in `new Map([…])`. */
function pairName(inner: Node, pair: TSESTree.ArrayExpression): Step {
  const [name, value] = pair.elements;
  return pair.elements.length === 2 && value === inner && isString(name) ? { names: [name.value], last: true } : onward;
}

/** A call can name its argument, as `set('CF_API_TOKEN', '…')` and `getEnv('CF_API_TOKEN', '…')` do, or pass it through, as `Object.freeze` does. */
function fromCall(
  { language }: Reading,
  inner: Node,
  call: TSESTree.CallExpression | TSESTree.NewExpression,
  through: Through,
): Step | 'stop' {
  if (call.callee === inner) return onward;
  const [first, second, third] = call.arguments;
  if (second === inner && isString(first)) return { names: [first.value], last: true };
  // `kv.set(['cloudflare', 'apiToken'], '…')`
  const way = second === inner && first?.type === 'ArrayExpression' ? first.elements : [];
  if (way.length > 0 && way.every(isString)) return { names: way.map(({ value }) => value), last: true };
  // `new Secret(this, 'CloudflareToken', { … })`, `Object.defineProperty(config, 'cloudflareToken', { value: '…' })`
  const isNaming = call.type === 'NewExpression' || nameOf(call.callee)?.at(-1) === 'defineProperty';
  if (isNaming && third === inner && isString(second)) return { names: [second.value], last: true };
  const token = tokenOf(call) ?? variableOf(call);
  if (token) return { names: token, last: true };
  // `program.option('--cloudflare-token <token>', 'what it is', '…')`
  const flag = isString(first) ? /--([\w-]+)/.exec(first.value)?.[1] : undefined;
  if (flag !== undefined && first !== inner) return { names: [flag], last: true };
  if (inner.type === 'ObjectExpression' && through === 'all calls') return onward;
  // `v.optional(v.string(), '…')`
  if (first !== inner && second !== inner) return 'stop';
  const callee = nameOf(call.callee)?.at(-1);
  return callee !== undefined && language.naming.has(callee) ? onward : 'stop';
}

/** The token of the value that a container of InversifyJS is given: `container.bind(TYPES.ApiToken).toConstantValue('…')`. */
function tokenOf(call: TSESTree.CallExpression | TSESTree.NewExpression): readonly string[] | undefined {
  const { callee } = call;
  if (callee.type !== 'MemberExpression' || methodOf(call) !== 'toConstantValue') return undefined;
  const [token] = callee.object.type === 'CallExpression' ? callee.object.arguments : [];
  return isString(token) ? [token.value] : token && nameOf(token);
}

/** The variable that a default is for: `env.get('CLOUDFLARE_API_TOKEN').default('…')` of env-var. */
function variableOf(call: TSESTree.CallExpression | TSESTree.NewExpression): readonly string[] | undefined {
  const { callee } = call;
  if (callee.type !== 'MemberExpression' || methodOf(call) !== 'default') return undefined;
  const [name] = callee.object.type === 'CallExpression' && nameOf(callee.object.callee)?.at(-1) === 'get' ? callee.object.arguments : [];
  return isString(name) ? [name.value] : undefined;
}

/** The first name in a pattern such as `const [token, setToken] = useState('…')`. */
function firstNameIn(pattern: Node): readonly string[] {
  const [first] = pattern.type === 'ArrayPattern' ? pattern.elements : [];
  return first ? (nameOf(first) ?? []) : [];
}

/** The class that a member belongs to. */
function ownerName(member: Node): readonly string[] {
  const body = parentOf(member);
  const owner = body && parentOf(body);
  return owner && 'id' in owner && owner.id && 'name' in owner.id ? [owner.id.name] : [];
}

/** The element that an attribute belongs to. */
export function elementName({ parent }: TSESTree.JSXAttribute): readonly string[] {
  const { name } = parent;
  if (name.type === 'JSXMemberExpression') return [...(nameOf(name.object) ?? []), name.property.name];
  return nameOf(name) ?? [];
}

function isString(node: Node | null | undefined): node is TSESTree.StringLiteral {
  return node?.type === 'Literal' && typeof node.value === 'string';
}

/** The name that an expression is the fallback for: `['process', 'env', 'X']` for the string in `process.env.X ?? '…'`. */
export function fallbackOf(node: Node): readonly string[] | undefined {
  let inner = node;
  for (let climbs = 0; climbs < MAX_CLIMBS; climbs += 1) {
    const outer = parentOf(inner);
    if (outer?.type === 'LogicalExpression' && outer.operator !== '&&' && outer.right === inner) return firstName(outer.left);
    if (outer?.type === 'AssignmentPattern' && outer.right === inner) return patternName(outer);
    if (!outer || (wrapped(outer) !== inner && outer.type !== 'ConditionalExpression' && outer.type !== 'LogicalExpression'))
      return undefined;
    inner = outer;
  }
  return undefined;
}

/** A default in a destructuring pattern is the fallback for the property, not for the variable. */
function patternName(pattern: TSESTree.AssignmentPattern): readonly string[] | undefined {
  const property = parentOf(pattern);
  const key = property?.type === 'Property' ? staticKey(property.key, property.computed) : undefined;
  return key === undefined ? nameOf(pattern.left) : [key];
}

function firstName(expression: Node): readonly string[] | undefined {
  const node = bare(expression);
  return node.type === 'LogicalExpression' ? (firstName(node.left) ?? firstName(node.right)) : nameOf(node);
}
