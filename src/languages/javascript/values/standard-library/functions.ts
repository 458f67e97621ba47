/** Global functions and constructors: for strings, JSON, base64, URLs, headers, maps. */
import { readJson } from '../../../../source/json-text.js';
import type { List, Span, Text, Value } from '../../../../source/model.js';
import { alternatives, literal, numberOf } from '../../../../source/values.js';
import type { Reading } from '../../reading.js';
import { spanOf } from '../../syntax/syntax.js';
import { choice } from '../choices.js';
import { ofTable } from '../collection-methods.js';
import { keysOf, pairsOf, valuesOf } from '../iteration.js';
import { memberOf } from '../members.js';
import { replaced } from '../stringify.js';
import { anything, type Content, contentOfPairs, contentOfValue, joined, spread, tableAt } from '../tables.js';
import { formattedText } from '../texts/formats.js';
import { textAt } from '../texts/texts.js';
import { parsedUrl, resolvedUrl } from '../texts/urls.js';
import type { StandardCall } from './standard-call.js';

type KnownFunction = (call: StandardCall) => Value | undefined;

const firstArgument: KnownFunction = ({ argument }) => argument(0);

/** Conversion to a string, which keeps a known value. For an unknown object, the string is not the same as the object. */
const written: KnownFunction = ({ argument }) => {
  const value = argument(0);
  return value?.kind === 'name' && value.local ? undefined : value;
};

/** The same for JSON: what a call returns may be an object, too. */
const asJson: KnownFunction = (call) => {
  const value = written(call);
  return value?.kind === 'call' || (value?.kind === 'name' && value.of) ? undefined : value;
};

const table =
  (content: (call: StandardCall) => Content): KnownFunction =>
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
export const functions: Readonly<Record<string, KnownFunction>> = {
  String: written,
  encodeURIComponent: firstArgument,
  encodeURI: firstArgument,
  decodeURIComponent: firstArgument,
  'String.fromCharCode': characters,
  'util.format': ({ reading, node, argument }) =>
    formattedText(
      reading,
      node,
      node.arguments.flatMap((_, index) => argument(index) ?? []),
    ),
  'Object.freeze': firstArgument,
  'Object.seal': firstArgument,
  structuredClone: firstArgument,
  // `new Proxy(process.env, { get(target, name) { … } })`, unless the handler seems to mask values.
  Proxy: ({ reading, node, argument }) =>
    /\*{2}|redact|mask|hid[de]|secret/i.test(reading.textOf(node)) ? undefined : nameOnly(argument(0)),
  'Reflect.get': ({ reading, node, argument }) => {
    const [object, key] = [argument(0), argument(1)];
    const name = key && literal(key);
    return object && name !== undefined ? memberOf(reading, object, name, spanOf(node)) : undefined;
  },
  'JSON.stringify': (call) => replaced(call.reading, call.argument(0), call.argument(1), spanOf(call.node)) ?? asJson(call),
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

/** The text of character codes. Findings can only point at the whole call. */
function characters({ reading, node, argument }: StandardCall): Text | undefined {
  const codes = node.arguments.slice(0, MAX_CODES).map((_, index) => argument(index));
  const known = codes.flatMap((code) => numberOf(code) ?? []);
  if (known.length < node.arguments.length) return undefined;
  return textAt(reading, node, [{ kind: 'piece', text: String.fromCharCode(...known), at: spanOf(node), exact: false }]);
}

/** Most characters that are read from their codes. */
const MAX_CODES = 200;

function nameOnly(value: Value | undefined): Value | undefined {
  return value?.kind === 'name' ? value : undefined;
}

/** The decoded text of a base64 or hex literal. Findings can only point at the whole literal. */
function decoded({ reading, node, argument }: StandardCall, encoding: string): Text | undefined {
  const source = argument(0);
  const text = source && literal(source);
  if (text === undefined || source?.kind !== 'text') return undefined;
  if (encoding === 'utf8' || encoding === 'utf-8') return source;
  if (!/^(?:base64|base64url|hex|latin1|ascii|binary)$/.test(encoding)) return undefined;
  return textAt(reading, node, [
    { kind: 'piece', text: Buffer.from(text, encoding as BufferEncoding).toString(), at: source.at, exact: false },
  ]);
}
