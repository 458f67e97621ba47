/** Where a file assigns values to headers, whether or not the request that sends them is known. */
import {
  bearerSetters,
  headerAnnotations,
  headerLineAnnotations,
  headerLineSetters,
  setsHeader,
} from '../../../cloudflare/http/header-setters.js';
import { credentialHeaders } from '../../../cloudflare/credentials/headers.js';
import { compares, expectation } from '../../../cloudflare/http/test-doubles.js';
import type { Call, List, SourceFile, Table, Text, Value } from '../../../source/model.js';
import { isInOtherFile } from '../../../source/span.js';
import { perFile } from '../../../source/memoized.js';
import { alternatives, literal, place, shape, textsOf, unknown } from '../../../source/values.js';
import { variableOf } from '../../program/environment.js';
import { type Header, headersOf, madeAuthorization, MAX_HEADERS } from '../header-table.js';
import { recordedHeaders } from './recorded-headers.js';
import { nameOf } from './unsent.js';
import { chainOf } from '../../program/callees.js';

/** Headers that are sent together. */
export interface HeaderSet {
  readonly together: readonly Header[];
  /** Whether there are no other headers. */
  readonly closed: boolean;
  /** Whether it is just a text that looks like a header. */
  readonly isLine?: true;
  /** Whether a data file records it as part of a request to Cloudflare. */
  readonly isRecorded?: true | undefined;
}

/** Returns every header set of a file. */
export function headerSets(file: SourceFile): readonly HeaderSet[] {
  const { tables, bindings, exits = [], texts } = file;
  const given = bindings.filter(({ names }) => !isExpectation(names));
  return [
    ...tables.flatMap(ofLists),
    ...tables.filter(({ names }) => !isExpectation(names)).map(ofTable),
    ...headersByCalls(file),
    ...ofBindings(bindings),
    ...given.flatMap(({ value }) => (value.kind === 'table' ? ofTable(value) : [])),
    ...exits.flatMap(({ value }) => (isHeaderList(value) ? [ofLines(value)] : [])),
    ...recordedHeaders(file).map((together): HeaderSet => ({ together, closed: false, isRecorded: true })),
    // Known already if a parsed command sends it.
    ...texts.flatMap(ofLine),
  ];
}

function isExpectation(names: readonly string[]): boolean {
  return expectation.test(names.at(-1) ?? '');
}

function ofTable(table: Table): HeaderSet {
  const { found, open } = headersOf(table);
  return { together: found, closed: !open };
}

/** Whether a list has header lines only: `['X-Auth-Key: …', 'Accept: …']`. */
function isHeaderLines({ items }: List): boolean {
  return items.length > 0 && items.every((item) => item.kind === 'text' && /^[\w-]+:/.test(shape(item)));
}

/** Whether a list has name-value pairs only: `[("X-Auth-Key", key)]`, `[{ name: 'X-Auth-Key', value: key }]`. */
function isHeaderPairs({ items }: List): boolean {
  return items.length > 0 && items.every((item) => item.kind === 'table' || (item.kind === 'list' && item.items.length === 2));
}

function ofLines(lines: List): HeaderSet {
  return { together: headersOf(lines).found, closed: false };
}

/** `[CURLOPT_HTTPHEADER => ['X-Auth-Key: …']]`, `.{ .extra_headers = &.{ .{ .name = "X-Auth-Key", .value = key } } }` */
function ofLists(table: Table): readonly HeaderSet[] {
  return table.entries.flatMap(({ key, value }) => (isHeaderList(value, key) ? [ofLines(value)] : []));
}

/** Whether a value is a list of headers: of lines, or of pairs under a name for headers or with a header that carries a credential. */
function isHeaderList(value: Value, name = ''): value is List {
  if (value.kind !== 'list') return false;
  return isHeaderLines(value) || (isHeaderPairs(value) && (/headers?$/i.test(name) || value.items.some(isCredentialPair)));
}

/** `["X-Auth-Key", key]` */
function isCredentialPair(item: Value): boolean {
  const [name] = item.kind === 'list' ? item.items : [];
  return name !== undefined && credentialHeaders.has((literal(name) ?? '').toLowerCase());
}

/** Returns the headers that calls set: those set on the same object are sent together. */
export const headersByCalls = perFile(({ calls, text }: SourceFile): readonly HeaderSet[] => {
  const set = new Map<string, Header[]>();
  const found: HeaderSet[] = [];
  for (const call of calls) {
    const object = objectOf(call);
    for (const each of ofCall(call, text)) {
      const before = object === undefined || each.closed ? undefined : set.get(object);
      if (before && before.length < MAX_HEADERS) before.push(...each.together);
      else {
        const together = [...each.together];
        if (object !== undefined && !each.closed) set.set(object, together);
        found.push({ ...each, together });
      }
    }
  }
  return found;
});

/** Returns a key for the object that a header is set on. Chained calls share one: `request.header(…).header(…)`, `request |> put_header(…)`. */
function objectOf(call: Call): string | undefined {
  const { callee } = call;
  const first = chainOf(call).at(-1);
  if (first && first !== call) return String(first.callee.at.start);
  const given = objectArgument(call);
  if (given) return (given.kind === 'call' ? objectOf(given) : undefined) ?? String(given.at.start);
  return callee.kind === 'name' && callee.path.length > 1 ? [callee.declaredAt?.start, ...callee.path.slice(0, -1)].join(' ') : undefined;
}

/** Returns the argument that a header is set on, beside its name and value: the first one, or the last in http-conduit's `setRequestHeader`. */
function objectArgument({ callee, arguments: values }: Call): Value | undefined {
  const method = callee.kind === 'name' ? (callee.path.at(-1) ?? '') : '';
  const [first, , last] = values;
  if (!first || values.length !== 3 || !setsHeader(method)) return undefined;
  if (literal(first) === undefined) return first;
  return method.endsWith('RequestHeader') ? last : undefined;
}

/** Returns the arguments that are name and value: the only two, or those beside the object. */
function nameAndValue(call: Call): readonly Value[] {
  const { arguments: values } = call;
  const object = objectArgument(call);
  if (!object) return values.length === 2 ? values : [];
  return values.filter((value) => value !== object).map(onlyItem);
}

/** `[key]`: http-conduit takes a list of values. */
function onlyItem(value: Value): Value {
  const [only, ...more] = value.kind === 'list' ? value.items : [];
  return only && more.length === 0 ? only : value;
}

/** Returns the headers that a call sets: `headers.set('X-Auth-Key', key)` on an unknown object, or `new Headers([['X-Auth-Key', key]])`. */
function ofCall(call: Call, text: string): readonly HeaderSet[] {
  const method = call.callee.kind === 'name' ? call.callee.path.at(-1) : undefined;
  const [name, value] = nameAndValue(call);
  const key = name && literal(name);
  const sets = name && value && key !== undefined && (method === undefined ? !compares(nameOf(call, text)) : setsHeader(method));
  // A name written in another file is located at the argument here.
  const nameAt = name && (isInOtherFile(name.at) ? (call.argumentsAt?.[0] ?? name.at) : name.at);
  if (sets && nameAt) return [{ together: [{ name: key.toLowerCase(), nameAt, value, at: call.at, maybe: true }], closed: false }];
  if (method !== undefined && call.arguments[0]) {
    const [first] = call.arguments;
    if (bearerSetters.includes(method) && call.arguments.length === 1 && textsOf(first).length > 0) return [ofBearer(call, first)];
    if (headerAnnotations.includes(method)) return ofAnnotation(call, first);
    const lines: List = { kind: 'list', items: call.arguments, open: false, at: call.at };
    const last: List = { ...lines, items: lines.items.slice(-1) };
    if (headerLineSetters.has(method) && isHeaderLines(last)) return [ofLines(last)];
    if (headerLineAnnotations.includes(method) && isHeaderLines(lines)) return [ofLines(lines)];
  }
  return call.arguments.flatMap((argument) => {
    if (argument.kind !== 'list') return [];
    const { found, open } = headersOf(argument);
    return [{ together: found, closed: !open }];
  });
}

/** `bearerAuth("…")` on an unknown request. */
function ofBearer({ calleeAt, at }: Call, value: Value): HeaderSet {
  return { together: [{ name: 'authorization', nameAt: calleeAt, value, at, scheme: 'Bearer', maybe: true }], closed: false };
}

/** `@Header("X-Auth-Key") String key`: the argument that callers pass is sent. */
function ofAnnotation({ at }: Call, name: Value): readonly HeaderSet[] {
  const key = literal(name);
  return key === undefined
    ? []
    : [{ together: [{ name: key.toLowerCase(), nameAt: name.at, value: unknown(name.at), at, maybe: true }], closed: false }];
}

/** `config.headers['X-Auth-Key'] = key` on an unknown object: headers assigned to the same object are sent together. */
function ofBindings(bindings: SourceFile['bindings']): readonly HeaderSet[] {
  const assigned = new Map<string, Header[]>();
  const lines: HeaderSet[] = [];
  for (const { names, value, target, nameAt, at } of bindings) {
    const name = names.at(-1);
    if (isHeaderList(value, name)) lines.push(ofLines(value));
    else if (name !== undefined && names.length > 1) {
      const object = [target?.declaredAt?.start, ...names.slice(0, -1)].join(' ');
      const others = assigned.get(object) ?? [];
      others.push(assignedHeader(name, value, { nameAt, at }));
      assigned.set(object, others);
    }
  }
  return [...lines, ...[...assigned.values()].map((together) => ({ together, closed: false }))];
}

function assignedHeader(name: string, given: Value, { nameAt, at }: Pick<Header, 'nameAt' | 'at'>): Header {
  // Go's headers have lists of values.
  const [only, ...more] = given.kind === 'list' && !given.open ? given.items : [];
  const value = only && more.length === 0 ? only : given;
  const header: Header = { name: name.toLowerCase(), nameAt, value, at, maybe: true };
  const [scheme, token] = header.name === 'authorization' ? (madeAuthorization(value) ?? []) : [];
  const written = scheme && literal(scheme);
  return token && written !== undefined ? { ...header, value: token, scheme: written } : header;
}

/** `"X-Auth-Key: $KEY"`, on its way to a command or a socket. */
function ofLine(text: Text): readonly HeaderSet[] {
  const [first, second, ...rest] = text.parts;
  const name = first?.kind === 'piece' ? /^([\w-]+):\s*$/.exec(first.text)?.[1] : undefined;
  if (name === undefined || second?.kind !== 'hole' || rest.length > 0 || !isRead(second.value)) return [];
  const header: Header = { name: name.toLowerCase(), nameAt: place(text, 0, name.length), value: second.value, at: text.at, maybe: true };
  return [{ together: [header], closed: false, isLine: true }];
}

function isRead(value: Value): boolean {
  return alternatives(value).some((option) => option.kind === 'name' && variableOf(option) !== undefined);
}
