/** Functions of Python's standard library: for texts, lists, dictionaries, JSON, base64. */
import { readJson } from '../../../source/json-text.js';
import type { Call, Entry, Text, Value } from '../../../source/model.js';
import { get, literal, part, shape, unknown } from '../../../source/values.js';
import type { Frame, Reading } from '../../javascript/reading.js';
import { bare, type Node, spanOf, staticKey } from '../../javascript/syntax/syntax.js';
import { choice } from '../../javascript/values/choices.js';
import { collectionMethods, ofTable } from '../../javascript/values/collection-methods.js';
import { keysOf } from '../../javascript/values/iteration.js';
import { contentOfPairs, contentOfValue, tableAt } from '../../javascript/values/tables.js';
import { concatenation, textAt } from '../../javascript/values/texts/texts.js';
import { bracePlaces, formatted } from '../../lexical/evaluation/formats.js';
import {
  type CallNode,
  concatenated,
  decoded,
  firstArgument,
  indexedItems,
  isText,
  joinedItems,
  type KnownCall,
  type KnownFunction,
  written,
} from '../../lowering/known-functions.js';
import { named as namedArgument } from '../lowering/records.js';
import { durationOf } from './durations.js';
import { ofEnvironment } from './options.js';
import { dictionaryOfPairs } from '../lowering/comprehensions.js';

/** A call in Python, whose arguments can have names. */
interface Standard extends KnownCall {
  readonly named: readonly Entry[];
}

/** Evaluates a call of a function of the standard library; undefined for any other function. */
export function standardCall(reading: Reading, node: CallNode, frame: Frame | undefined): Value | undefined {
  const callee = bare(node.callee);
  const method = callee.type === 'MemberExpression' ? staticKey(callee.property, callee.computed) : undefined;
  if (callee.type === 'MemberExpression' && method !== undefined && Object.hasOwn(methods, method)) {
    const value = methods[method]?.(callOf(reading, node, frame), reading.read(callee.object, frame));
    if (value) return value;
  }
  const name = functionName(reading, callee, frame);
  if (name === undefined) return undefined;
  if (argumentClasses.test(name)) return namedTable(reading, node, frame);
  return Object.hasOwn(functions, name) ? functions[name]?.(callOf(reading, node, frame)) : undefined;
}

/** Classes whose objects are tables of their named arguments: Pulumi's `TokenPolicyArgs(effect="allow")`. */
const argumentClasses = /^pulumi\w*\.(?:\w+\.)*\w+Args$/;

function namedTable(reading: Reading, node: CallNode, frame: Frame | undefined): Value | undefined {
  const last = node.arguments.at(-1);
  return last && 'isNamed' in last ? reading.read(last, frame) : undefined;
}

function callOf(reading: Reading, node: CallNode, frame: Frame | undefined): Standard {
  const positional = node.arguments.filter((each) => each.type !== 'SpreadElement' && !('isNamed' in each));
  const byName = namedTable(reading, node, frame);
  return {
    reading,
    node,
    values: positional.map((each) => reading.read(each, frame)),
    named: byName?.kind === 'table' ? byName.entries : [],
  };
}

/** The dotted name of a function, including its module. */
function functionName(reading: Reading, callee: Node, frame: Frame | undefined): string | undefined {
  if (callee.type !== 'Identifier' && callee.type !== 'MemberExpression') return undefined;
  const value = reading.read(callee, frame);
  if (value.kind !== 'name' || value.local || value.of) return undefined;
  return [...(value.module === undefined ? [] : [value.module.replace(/^py:/, '')]), ...value.path].join('.');
}

type Method = (call: Standard, object: Value) => Value | undefined;

const sameText: Method = (_call, object) => (isText(object) ? object : undefined);

/** `path.lstrip('/')`: removes characters from the ends of a text that are written. */
const stripped =
  (ends: 'start' | 'end' | 'both'): Method =>
  (call, object) => {
    const [given] = call.values;
    const characters = given && literal(given);
    if (object.kind !== 'text' || characters === undefined) return sameText(call, object);
    const whole = shape(object);
    let [start, end] = [0, whole.length];
    while (ends !== 'end' && start < end && characters.includes(whole.charAt(start))) start += 1;
    while (ends !== 'start' && start < end && characters.includes(whole.charAt(end - 1))) end -= 1;
    // A hole is shown as braces, and stays whole.
    return end - start === whole.length || /[{}]/.test(characters)
      ? object
      : { ...part(object, start, end, object.names), fallbackFor: object.fallbackFor };
  };

const ofDictionary =
  (method: string): Method =>
  ({ reading, node, values }, object) =>
    object.kind === 'table' || object.kind === 'list'
      ? collectionMethods[method]?.(object, { reading, given: values, at: spanOf(node) })
      : undefined;

/** The fields of an object that shows them as text, as a table. */
const fieldsOf: Method = (_call, object) => (object.kind === 'call' ? object.revealedFields : undefined);
const fieldsOfArgument = ({ values: [value] }: Standard): Value | undefined => (value?.kind === 'call' ? value.revealedFields : undefined);

/** `SecretStr(…)`, which is shown as asterisks. https://docs.pydantic.dev/latest/api/types/#pydantic.types.SecretStr */
function isSecretString({ callee }: Call): boolean {
  return callee.kind === 'name' && callee.module === 'py:pydantic' && /^Secret(?:Str|Bytes)$/.test(callee.path.join('.'));
}

/** Methods by name. Each returns undefined for objects that it does not handle. */
const methods: Readonly<Record<string, Method>> = {
  strip: stripped('both'),
  lstrip: stripped('start'),
  rstrip: stripped('end'),
  encode: sameText,
  decode: sameText,
  expandtabs: sameText,
  get_secret_value: (call, object) => (object.kind === 'call' && isSecretString(object) ? object.arguments[0] : sameText(call, object)),
  format: ({ node, values, named }, object) => {
    if (object.kind !== 'text') return undefined;
    const given = values.map((value) => ({ value, at: value.at }));
    return { ...formatted(object, given, named, bracePlaces), at: spanOf(node) };
  },
  join: (call, object) => joinedItems(call, call.values[0], object),
  get: ({ node, values: [key, instead] }, object) => {
    const name = key && literal(key);
    if (name === undefined) return undefined;
    if (object.kind !== 'table') return memberOfAnswer(object, name, node);
    const found = get(object, name);
    if (found === 'absent') return instead ?? { kind: 'opaque', what: 'constant', value: null, at: spanOf(node) };
    if (found === 'unknown') return unknown(spanOf(node));
    return instead ? choice([found, instead], spanOf(node)) : found;
  },
  items: ofDictionary('entries'),
  keys: ofDictionary('keys'),
  values: ofDictionary('values'),
  model_dump: fieldsOf,
  model_dump_json: fieldsOf,
  dict: fieldsOf,
  json: fieldsOf,
  _asdict: fieldsOf,
  copy: (_call, object) => (object.kind === 'table' || object.kind === 'list' ? object : undefined),
};

/** `response.json().get("result")`: a member of a parsed JSON text. */
function memberOfAnswer(object: Value, name: string, node: Node): Value | undefined {
  const read = object.kind === 'name' ? object.of : object;
  if (read?.kind !== 'call' || read.callee.kind !== 'name' || !/^(?:json|loads?)$/.test(read.callee.path.at(-1) ?? '')) return undefined;
  const at = spanOf(node);
  return object.kind === 'name' ? { ...object, path: [...object.path, name], at } : { kind: 'name', of: read, path: [name], at };
}

const defaultArgument: KnownFunction<Standard> = (call) =>
  call.named.find(({ key }) => key === 'default')?.value ?? madeDefault(call) ?? call.values[0];

/** `field(default_factory=lambda: os.environ["X"])` */
function madeDefault({ reading, node }: Standard): Value | undefined {
  const maker = node.type === 'CallExpression' ? namedArgument(node, 'default_factory') : undefined;
  return maker?.type === 'ArrowFunctionExpression' && maker.body.type !== 'BlockStatement' ? reading.read(maker.body) : undefined;
}

const option: KnownFunction<Standard> = ({ node, values: [value], named }) =>
  ofEnvironment(named.find(({ key }) => key === 'default')?.value ?? value, named, spanOf(node));

const duration: KnownFunction<Standard> = ({ node, values, named }) => durationOf(values, named, spanOf(node));

const listArgument: KnownFunction = ({ reading, node, values: [value] }) => {
  if (value?.kind === 'table') return ofTable(reading, value, keysOf, spanOf(node));
  return value?.kind === 'list' ? value : undefined;
};

const pairs: KnownFunction = ({ reading, node, values: [value] }) => {
  if (value?.kind === 'name') return value;
  if (value?.kind !== 'list' && value?.kind !== 'table') return undefined;
  return tableAt(reading, node, () => (value.kind === 'list' ? contentOfPairs(reading, value) : contentOfValue(reading, value)));
};

/** Functions by dotted name, including the module. */
const functions: Readonly<Record<string, KnownFunction<Standard>>> = {
  [dictionaryOfPairs]: pairs,
  dict: pairs,
  list: listArgument,
  tuple: listArgument,
  set: listArgument,
  frozenset: listArgument,
  sorted: listArgument,
  reversed: listArgument,
  str: written,
  bytes: firstArgument,
  enumerate: indexedItems,
  'json.dumps': written,
  'json.loads': ({ values: [value] }) => (value?.kind === 'text' ? readJson(value) : undefined),
  'base64.b64decode': decoded,
  'base64.standard_b64decode': decoded,
  'base64.urlsafe_b64decode': decoded,
  'urllib.parse.quote': firstArgument,
  'urllib.parse.quote_plus': firstArgument,
  'urllib.parse.urljoin': concatenated,
  'os.path.join': ({ reading, node, values }) => {
    const slash: Text = textAt(reading, node, [{ kind: 'piece', text: '/', at: spanOf(node), exact: false }]);
    return values.some(isText)
      ? concatenation(
          reading,
          node,
          values.flatMap((value, index) => (index > 0 ? [slash, value] : [value])),
        )
      : undefined;
  },
  'datetime.timedelta': duration,
  'dateutil.relativedelta.relativedelta': duration,
  'copy.copy': firstArgument,
  'copy.deepcopy': firstArgument,
  'typing.cast': ({ values: [, value] }) => value,
  'types.MappingProxyType': firstArgument,
  'textwrap.dedent': firstArgument,
  'dataclasses.asdict': fieldsOfArgument,
  'dataclasses.astuple': fieldsOfArgument,
  'attr.asdict': fieldsOfArgument,
  'attrs.asdict': fieldsOfArgument,
  vars: fieldsOfArgument,
  'typer.Option': option,
  'typer.Argument': option,
  'pydantic.Field': defaultArgument,
  'dataclasses.field': defaultArgument,
  'starlette.datastructures.Secret': firstArgument,
};
