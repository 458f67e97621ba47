import { authorizationMakers, headerNames, objectMakers } from '../../cloudflare/http/http-client.js';
import { headerClasses, headerGroups } from '../../cloudflare/http/http-clients.js';
import type { Call, Entry, List, Span, Value } from '../../source/model.js';
import { alternatives, unwrapHole, get, presentValue, literal, part, place, shape } from '../../source/values.js';

/** A request header and its value. */
export interface Header {
  /** In lower case. */
  readonly name: string;
  readonly nameAt: Span;
  readonly value: Value;
  /** Name and value. */
  readonly at: Span;
  /** The scheme, if it is not part of the value: `auth: { bearer: token }`. */
  readonly scheme?: string;
  /** Whether it is sent on some paths only. */
  readonly maybe: boolean;
}

export interface Headers {
  readonly found: readonly Header[];
  /** Whether there may be more. */
  readonly open: boolean;
}

const none: Headers = { found: [], open: false };
const anything: Headers = { found: [], open: true };

/** Deepest nesting of headers made from other headers that is followed. */
const MAX_DEPTH = 20;

/** Maximum number of headers of one request; an object with more than these is hardly one. */
export const MAX_HEADERS = 100;

/** Returns the headers that a value stands for: a table, pairs, the flat list that undici takes, or a headers object. */
export function headersOf(value: Value, depth = 0): Headers {
  const options = alternatives(value);
  const all = joined(options.map((option) => oneOf(option, depth)));
  return options.length === 1 ? all : onSomePaths(all);
}

/** Merges the headers from several places that are sent together. */
export function joined(all: readonly Headers[]): Headers {
  return { found: all.flatMap(({ found }) => found), open: all.some(({ open }) => open) };
}

/** Returns one header by name and value, as `headers.set(name, value)` takes them. */
export function headerOf(name: Value, value: Value, at: Span): Headers {
  const options = alternatives(name).map((option) => ({ key: literal(option) ?? headerNamed(option), nameAt: option.at }));
  const maybe = options.length > 1;
  return {
    found: options.flatMap(({ key, nameAt }) => (key === undefined ? [] : [{ name: key.toLowerCase(), nameAt, value, at, maybe }])),
    open: options.some(({ key }) => key === undefined),
  };
}

/** Returns the header that a constant stands for: `HttpHeaders.AUTHORIZATION`. */
export function headerNamed(name: Value): string | undefined {
  const constant = name.kind === 'name' && !name.local ? (name.path.at(-1) ?? '') : '';
  const header = constant.replace(/(?<=[a-z])(?=[A-Z])|_/g, '-').toLowerCase();
  return headerNames.has(header) ? header : undefined;
}

/** Returns scheme and token of an Authorization header that an object stands for: `new AuthenticationHeaderValue("Bearer", token)`. */
export function madeAuthorization(value: Value): readonly Value[] | undefined {
  if (value.kind !== 'call' || value.callee.kind !== 'name') return undefined;
  const [first] = value.arguments;
  const maker = value.callee.path.join('.');
  if (first && objectMakers.test(maker)) return madeAuthorization(first);
  return authorizationMakers.test(maker) ? value.arguments : undefined;
}

function onSomePaths({ found, open }: Headers): Headers {
  return { found: found.map((header) => ({ ...header, maybe: true })), open };
}

function oneOf(value: Value, depth: number): Headers {
  switch (value.kind) {
    case 'table': {
      const entries = value.entries.slice(-MAX_HEADERS);
      return joined([{ found: [], open: value.open || entries.length < value.entries.length }, ...entries.map(ofEntry)]);
    }
    case 'list':
      return ofList(value);
    case 'call':
      return depth < MAX_DEPTH ? ofObject(value, depth + 1) : anything;
    case 'opaque':
      return value.what === 'undefined' || value.what === 'constant' ? none : anything;
    default:
      return anything;
  }
}

/** Axios nests headers by method one table deeper: `{ common: { 'X-Auth-Key': key } }`. */
function ofEntry(entry: Entry): Headers {
  const { key, keyAt, at, maybe } = entry;
  if (headerGroups.has(key) && entry.value.kind === 'table') return maybe ? onSomePaths(headersOf(entry.value)) : headersOf(entry.value);
  const header: Header = {
    name: key.toLowerCase(),
    nameAt: keyAt,
    get value() {
      return entry.value;
    },
    at,
    maybe,
  };
  return { found: [header], open: false };
}

/** Parses `X-Auth-Key: …`, written as one text. */
function ofLine(value: Value): Headers | undefined {
  const [first] = value.kind === 'text' ? value.parts : [];
  if (value.kind !== 'text' || first?.kind !== 'piece') return undefined;
  const [head, name] = /^([A-Z][\w-]{1,60}):[ \t]*/i.exec(first.text) ?? [];
  if (head === undefined || name === undefined) return undefined;
  const of = unwrapHole(part(value, head.length, shape(value).length));
  return {
    found: [{ name: name.toLowerCase(), nameAt: place(value, 0, name.length), value: of, at: value.at, maybe: false }],
    open: false,
  };
}

function ofList({ items, open }: List): Headers {
  const lines = items.map(ofLine);
  if (lines.length > 0 && lines.every((line) => line !== undefined)) return joined([{ found: [], open }, ...lines]);
  const named = items.map(ofNamed);
  if (named.length > 0 && named.every((each) => each !== undefined)) return joined([{ found: [], open }, ...named]);
  const pairs = items.some((item) => item.kind === 'list') ? items.map((item) => (item.kind === 'list' ? item.items : [])) : inTwos(items);
  const found = pairs.map(([name, value]) =>
    name && value ? headerOf(name, value, { start: name.at.start, end: Math.max(name.at.end, value.at.end) }) : anything,
  );
  return joined([{ found: [], open }, ...found]);
}

/** Reads `{ name: 'X-Auth-Key', value: key }`. */
function ofNamed(item: Value): Headers | undefined {
  if (item.kind !== 'table') return undefined;
  const [name, value] = [presentValue(get(item, 'name')), presentValue(get(item, 'value'))];
  // An entry with a description documents a header and is not sent.
  return name && value && get(item, 'description') === 'absent' ? headerOf(name, value, item.at) : undefined;
}

function inTwos(items: readonly Value[]): readonly (readonly Value[])[] {
  return items.flatMap((_, index) => (index % 2 === 0 ? [items.slice(index, index + 2)] : []));
}

/** `new HttpHeaders({ … })`, and the results of its `set` and `append`. */
function ofObject({ callee, arguments: values, new: made, at }: Call, depth: number): Headers {
  if (callee.kind !== 'name') return anything;
  const [first, second] = values;
  const name = callee.path.at(-1) ?? '';
  if (made && headerClasses.has(name)) return first ? headersOf(first, depth) : none;
  if (!callee.of || !first || !second || (name !== 'set' && name !== 'append')) return anything;
  return joined([headersOf(callee.of, depth), headerOf(first, second, at)]);
}
