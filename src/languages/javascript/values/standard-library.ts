/** Evaluates functions of the standard library: for strings, JSON, base64, URLs, headers, maps. */
import type { TSESTree } from '@typescript-eslint/utils';
import { readJson } from '../../../source/json-text.js';
import type { List, Span, Table, Text, Value } from '../../../source/model.js';
import { alternatives, get, presentValue, literal, place, unknown } from '../../../source/values.js';
import { choice } from './choices.js';
import { collectionMethods, ofTable } from './collection-methods.js';
import { environmentOfContext, frameworkSettings } from '../modules/framework-settings.js';
import { keysOf, pairsOf, valuesOf } from './iteration.js';
import { passedOn } from './passed-on.js';
import { type Frame, isLocalFunction, type Reading } from '../reading.js';
import { bare, type Node, spanOf, staticKey } from '../syntax/syntax.js';
import { replaced } from './stringify.js';
import { anything, type Content, contentOfPairs, contentOfValue, joined, spread, tableAt } from './tables.js';
import { replacedParts } from './texts/replacements.js';
import { concatenation, textAt } from './texts/texts.js';
import { parsedUrl, resolvedUrl } from './texts/urls.js';

type CallNode = TSESTree.CallExpression | TSESTree.NewExpression;

/** A call of such a function. */
interface Standard {
  readonly reading: Reading;
  readonly node: CallNode;
  readonly frame: Frame | undefined;
  /** The value of an argument. */
  readonly argument: (index: number) => Value | undefined;
}

/** The result of a call of a standard function; undefined if it is not one, or the result is unknown. */
export function standardCall(reading: Reading, node: CallNode, frame: Frame | undefined): Value | undefined {
  const standard: Standard = {
    reading,
    node,
    frame,
    argument: (index) => {
      const each = node.arguments[index];
      return each && each.type !== 'SpreadElement' ? reading.read(each, frame) : undefined;
    },
  };
  const callee = bare(node.callee);
  if (callee.type === 'MemberExpression') {
    const method = staticKey(callee.property, callee.computed);
    const value = method === undefined ? undefined : methodCall(standard, callee.object, method);
    if (value) return value;
  }
  const settings =
    node.type === 'CallExpression' ? (frameworkSettings(reading, node, frame) ?? environmentOfContext(reading, node, frame)) : undefined;
  if (settings) return settings;
  const passed = passedOn(reading, node, callee, frame);
  if (passed) return passed;
  const name = globalName(reading, callee, frame);
  const called = name === undefined || !Object.hasOwn(functions, name) ? undefined : functions[name];
  return called?.(standard);
}

function methodCall({ reading, node, frame, ...standard }: Standard, object: Node, method: string): Value | undefined {
  const own = Object.hasOwn(methods, method) ? methods[method] : undefined;
  const ofCollection = Object.hasOwn(collectionMethods, method) ? collectionMethods[method] : undefined;
  if (!own && !ofCollection) return undefined;
  const value = reading.read(object, frame);
  const given = (): readonly Value[] => node.arguments.map((each, index) => standard.argument(index) ?? unknown(spanOf(each)));
  return own?.({ reading, node, frame, ...standard }, value) ?? ofCollection?.(value, { reading, given: given(), at: spanOf(node) });
}

/** The dotted name of a global function, or of one from a module of Node.js. */
function globalName(reading: Reading, callee: Node, frame: Frame | undefined): string | undefined {
  const { type } = callee;
  if (type !== 'Identifier' && type !== 'MemberExpression') return undefined;
  const value = reading.read(callee, frame);
  if (value.kind !== 'name' || value.local || value.of) return undefined;
  const name = value.path.join('.');
  if (name === 'parse') return /^(?:node:)?url$/.test(value.module ?? '') ? 'url.parse' : undefined;
  return value.module === undefined || /^(?:node:)?(?:buffer|url)$|^(?:undici|node-fetch)$/.test(value.module) ? name : undefined;
}

type Method = (call: Standard, object: Value) => Value | undefined;

/** The member at a path of keys, as in `config.get('cloudflare.email')`. */
function memberAt(table: Table, path: readonly string[]): Value | undefined {
  return path.reduce((outer: Value | undefined, key) => (outer?.kind === 'table' ? presentValue(get(outer, key)) : undefined), table);
}

const sameText: Method = (_call, object) => (isText(object) ? object : undefined);

/** Methods by name. Each returns undefined for objects that it does not support. */
const methods: Readonly<Record<string, Method>> = {
  trim: sameText,
  trimStart: sameText,
  trimEnd: sameText,
  normalize: sameText,
  valueOf: sameText,
  // A method of the values of the package `config` and others, which are objects themselves.
  toObject: (_call: Standard, object: Value) => (object.kind === 'table' ? object : undefined),
  toString: (_call: Standard, object: Value) => (isText(object) || object.kind === 'table' ? object : undefined),
  concat: ({ reading, node, argument }, object) =>
    isText(object)
      ? concatenation(reading, node, [object, ...node.arguments.map((each, index) => argument(index) ?? unknown(spanOf(each)))])
      : undefined,
  join: ({ reading, node, argument }, object) => {
    const first = argument(0);
    const separator = first ? literal(first) : ',';
    if (object.kind !== 'list' || object.open || separator === undefined) return undefined;
    const between: Value | undefined =
      separator === ''
        ? undefined
        : textAt(reading, node, [{ kind: 'piece', text: separator, at: first?.at ?? spanOf(node), exact: false }]);
    return concatenation(
      reading,
      node,
      object.items.flatMap((item, index) => (index > 0 && between ? [between, item] : [item])),
    );
  },
  get: ({ argument }, object) => {
    const key = argument(0);
    const name = key && literal(key);
    if (object.kind !== 'table' || name === undefined) return undefined;
    const found = object.entries.filter((each) => each.key === name).map((each) => each.value);
    return choice(found, object.at) ?? (name.includes('.') ? memberAt(object, name.split('.')) : undefined);
  },
  split: ({ reading, node, argument }, object) => {
    const [whole, separator] = [literal(object), argument(0)];
    const between = separator && literal(separator);
    if (object.kind !== 'text' || whole === undefined || between === undefined || whole.length > MAX_SPLIT) return undefined;
    let start = 0;
    const items = whole.split(between).map((text): Text => {
      const at = place(object, start, start + text.length);
      start += text.length + between.length;
      const exact = at.end - at.start === text.length;
      return textAt(reading, node, text === '' ? [] : [{ kind: 'piece', text, at, exact }], at);
    });
    return { kind: 'list', items, open: false, at: spanOf(node) };
  },
  replace: (call, object) => replacing(call, object, false),
  replaceAll: (call, object) => replacing(call, object, true),
  bind: ({ node, argument }, object) =>
    isLocalFunction(object)
      ? {
          ...object,
          bound: [...(object.bound ?? []), ...node.arguments.slice(1).map((each, index) => argument(index + 1) ?? unknown(spanOf(each)))],
        }
      : undefined,
};

function replacing({ reading, node, argument }: Standard, object: Value, isAll: boolean): Value | undefined {
  const [pattern] = node.arguments;
  const by = argument(1);
  if (object.kind !== 'text' || !pattern || pattern.type === 'SpreadElement' || !by) return undefined;
  const parts = replacedParts(object, pattern, argument(0), by, isAll);
  return parts && textAt(reading, node, parts);
}

/** Longest text that is split, in characters. */
const MAX_SPLIT = 200;

function isText(value: Value): boolean {
  return alternatives(value).some((option) => option.kind === 'text');
}

type KnownFunction = (call: Standard) => Value | undefined;

const firstArgument: KnownFunction = ({ argument }) => argument(0);

/** Conversion to a string, which keeps a known value. For an unknown object, the string is not the same as the object. */
const written: KnownFunction = ({ argument }) => {
  const value = argument(0);
  return value?.kind === 'name' && value.local ? undefined : value;
};

const table =
  (content: (call: Standard) => Content): KnownFunction =>
  (call) =>
    tableAt(call.reading, call.node, () => content(call));

/** Reads the argument of `new Headers(init)` and the like: a table, another such object, or a list of pairs. */
const fromInit = table(({ reading, argument }) => {
  const init = argument(0);
  if (!init) return { entries: [], open: false };
  return init.kind === 'list' ? contentOfPairs(reading, init) : contentOfValue(reading, init);
});

function list(value: Value | undefined): List | undefined {
  return value?.kind === 'list' ? value : undefined;
}

/** The results of iterating over a value, as a list. */
function itemsOf(reading: Reading, value: Value | undefined, at: Span): List | undefined {
  if (value?.kind === 'table') return ofTable(reading, value, pairsOf, at);
  return value?.kind === 'list' && !value.open ? value : undefined;
}

/** The content of a `FormData`: `new FormData(form)` holds whatever the form contains. */
const fields = table(({ argument }) => (argument(0) ? anything : { entries: [], open: false }));

/** Functions and constructors by name. */
const functions: Readonly<Record<string, KnownFunction>> = {
  String: written,
  encodeURIComponent: firstArgument,
  encodeURI: firstArgument,
  'Object.freeze': firstArgument,
  'Object.seal': firstArgument,
  structuredClone: firstArgument,
  // `new Proxy(process.env, { get(target, name) { … } })`, unless the handler seems to mask values.
  Proxy: ({ reading, node, argument }) =>
    /\*{2}|redact|mask|hid[de]|secret/i.test(reading.textOf(node)) ? undefined : nameOnly(argument(0)),
  'JSON.stringify': (call) => replaced(call.reading, call.argument(0), call.argument(1), spanOf(call.node)) ?? written(call),
  'Promise.resolve': firstArgument,
  'Object.assign': table(({ reading, node, frame }) =>
    joined(node.arguments.map((each) => (each.type === 'SpreadElement' ? anything : spread(reading, each, frame)))),
  ),
  'Object.values': ({ reading, node, argument }) => {
    const object = argument(0);
    return object?.kind === 'table' ? ofTable(reading, object, valuesOf, spanOf(node)) : undefined;
  },
  'Object.entries': ({ reading, node, argument }) => {
    const object = argument(0);
    return object?.kind === 'table' ? ofTable(reading, object, pairsOf, spanOf(node)) : undefined;
  },
  'Object.keys': ({ reading, node, argument }) => {
    const object = argument(0);
    return object?.kind === 'table' ? ofTable(reading, object, keysOf, spanOf(node)) : undefined;
  },
  'Array.from': ({ reading, node, argument }) => itemsOf(reading, argument(0), spanOf(node)),
  Set: ({ reading, node, argument }) => itemsOf(reading, argument(0), spanOf(node)),
  'Promise.all': ({ argument }) => list(argument(0)),
  'Object.fromEntries': (call) => (/^(?:name|call)$/.test(call.argument(0)?.kind ?? '') ? undefined : fromInit(call)),
  Headers: fromInit,
  URLSearchParams: fromInit,
  Map: fromInit,
  FormData: fields,
  'JSON.parse': ({ argument }) => {
    const source = argument(0);
    return source?.kind === 'text' ? readJson(source) : undefined;
  },
  atob: (call) => decoded(call, 'base64'),
  'Buffer.from': (call) => {
    const encoding = call.argument(1);
    const name = encoding ? literal(encoding) : 'utf8';
    return name === undefined ? undefined : decoded(call, name);
  },
  URL: ({ reading, node, argument }) => {
    const [path, base] = [argument(0), argument(1)];
    if (path?.kind !== 'text') return path?.kind === 'choice' ? path : undefined;
    return base ? resolvedUrl(reading, node, path, base) : path;
  },
  'url.parse': ({ reading, node, argument }) => {
    const urls = argument(0);
    const found = urls ? alternatives(urls).flatMap((url) => (url.kind === 'text' ? [parsedUrl(reading, url, spanOf(node))] : [])) : [];
    return choice(found, spanOf(node));
  },
};

function nameOnly(value: Value | undefined): Value | undefined {
  return value?.kind === 'name' ? value : undefined;
}

/** The decoded text of a base64 or hex literal. Findings can only point at the whole literal. */
function decoded({ reading, node, argument }: Standard, encoding: string): Text | undefined {
  const source = argument(0);
  const text = source && literal(source);
  if (text === undefined || source?.kind !== 'text') return undefined;
  if (encoding === 'utf8' || encoding === 'utf-8') return source;
  if (!/^(?:base64|base64url|hex|latin1|ascii|binary)$/.test(encoding)) return undefined;
  return textAt(reading, node, [
    { kind: 'piece', text: Buffer.from(text, encoding as BufferEncoding).toString(), at: source.at, exact: false },
  ]);
}
