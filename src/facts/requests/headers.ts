import { cloudflareHost, isLoopback } from '../../cloudflare/http/hosts.js';
import { credentialHeaders, type CredentialHeader } from '../../cloudflare/credentials/headers.js';
import {
  bearerSetters,
  headerAnnotations,
  headerLineAnnotations,
  headerLineSetters,
  setsHeader,
} from '../../cloudflare/http/header-setters.js';
import { compares, expectation } from '../../cloudflare/http/test-doubles.js';
import { words } from '../../cloudflare/credentials/words.js';
import { sinks } from '../../cloudflare/sinks/sinks.js';
import type { Call, List, Name, SourceFile, Span, Table, Text, Value } from '../../source/model.js';
import { isElsewhere } from '../../source/span.js';
import { alternatives, covering, literal, perFile, place, shape, textsOf, unknown } from '../../source/values.js';
import { variableOf } from '../program/environment.js';
import { type Header, headersOf } from './header-table.js';
import { isMasked } from '../program/masking.js';
import { recordedHeaders } from './recorded-headers.js';
import type { Request } from './request.js';
import { urlHeads, requests } from './requests.js';

/** A header that carries a Cloudflare credential, or may: a place in the source where one is given a value. */
export interface AuthHeader extends Header {
  readonly carries: CredentialHeader;
  /** All headers it is sent with, as far as they can be seen. */
  readonly together: readonly Header[];
  /** Whether `together` is all there is. */
  readonly closed: boolean;
  /** The requests of this file that are seen to send it. */
  readonly requests: readonly Request[];
  /** Where it goes; `'unknown'` if no request is seen, or its host cannot be told. */
  readonly destination: 'cloudflare' | 'other' | 'unknown';
}

/** Every place where a file gives a credential header its value. */
export const headers = perFile((file: SourceFile): readonly AuthHeader[] => {
  const calls = ofCalls(file);
  const whereNamed = namedBy(calls, file.text);
  const sets: readonly HeaderSet[] = [
    ...requests(file).map((request) => ofRequest(request, whereNamed)),
    ...file.tables.flatMap(ofLists),
    ...file.tables.filter(({ names }) => !expectation.test(names.at(-1) ?? '')).map(ofTable),
    ...calls,
    ...ofBindings(file.bindings),
    ...file.bindings
      .filter(({ names }) => !expectation.test(names.at(-1) ?? ''))
      .flatMap(({ value }) => (value.kind === 'table' ? ofTable(value) : [])),
    ...(file.exits ?? []).flatMap(({ value }) => (isHeaderLines(value) ? [{ together: headersOf(value).found, closed: false }] : [])),
    ...recordedHeaders(file).map((together): HeaderSet => ({ together, closed: false, isRecorded: true })),
    // Known already, if a command that is read sends it.
    ...file.texts.flatMap(ofLine),
  ];
  const found = new Map<string, Draft>();
  const isCompared = covering(file.calls.flatMap((call) => comparedBy(call, file.text)));
  const isWritten = covering(file.calls.filter(isLog).map(({ at }) => at));
  for (const { together, closed, request, isLine, isRecorded } of sets) {
    for (const header of together) {
      const carries = credentialHeaders.get(header.name);
      if (!carries || !mayBeSent(header.value) || isCompared(header.at) || (!request && isWritten(header.at))) continue;
      const place = [header.nameAt.start, header.name].join(' ');
      const known = found.get(place);
      if (known && isLine) continue;
      // One list for all requests that send it: thousands may share one table of headers.
      const senders = known?.requests ?? [];
      if (request) senders.push(request);
      const isForOthers = request !== undefined && destination(request) === 'other';
      found.set(place, {
        ...header,
        ...(known?.scheme !== undefined && { scheme: known.scheme }),
        // What a helper sends to another service is none of what it sends to Cloudflare.
        value: known?.isForOthers === isForOthers ? either(known.value, header.value) : isForOthers && known ? known.value : header.value,
        isForOthers: isForOthers && (known?.isForOthers ?? true),
        carries,
        // A request sees more of what is sent together than the table alone.
        together: known && known.together.length >= together.length ? known.together : together,
        // A request sees all that it sends; where just a header is set, nothing else is seen.
        closed: known && !request && known.requests.length > 0 ? known.closed : (known?.closed ?? true) && closed,
        maybe: header.maybe && (known?.maybe ?? true),
        requests: senders,
        isRecorded: isRecorded ?? known?.isRecorded,
      });
    }
  }
  return [...found.values()]
    .map(({ isRecorded, isForOthers, ...header }) => ({
      ...header,
      destination: isRecorded ? ('cloudflare' as const) : isForOthers ? ('other' as const) : destinationOf(header.requests),
    }))
    .sort((one, other) => one.nameAt.start - other.nameAt.start);
});

/** A header of which not all requests are known yet. */
type Draft = Omit<AuthHeader, 'destination' | 'requests'> &
  Pick<HeaderSet, 'isRecorded'> & { readonly requests: Request[]; readonly isForOthers: boolean };

interface HeaderSet {
  readonly together: readonly Header[];
  readonly closed: boolean;
  readonly request?: Request;
  /** Whether it is only a text like a header. */
  readonly isLine?: true;
  /** Whether a file of data says that it was sent to Cloudflare, or is to be. */
  readonly isRecorded?: true | undefined;
}

function ofRequest(request: Request, whereNamed: (header: Header) => Header): HeaderSet {
  return { together: request.headers.map(whereNamed), closed: !request.headersOpen, request };
}

/** Gives a header the place where its name is written: a builder writes `this.headers[name] = value`, and its callers `.header('X-Auth-Key', key)`. */
function namedBy(calls: readonly HeaderSet[], text: string): (header: Header) => Header {
  const idOf = ({ name, value }: Header): string => [name, value.at.start].join(' ');
  const named = new Map(calls.flatMap(({ together }) => together.map((header) => [idOf(header), header] as const)));
  return (header) => {
    const { start, end } = header.nameAt;
    const isNamed = named.size === 0 || text.slice(start, end).toLowerCase().includes(header.name);
    const { at, nameAt } = (isNamed ? undefined : named.get(idOf(header))) ?? header;
    return { ...header, at, nameAt };
  };
}

function ofTable(table: Table): HeaderSet {
  const { found, open } = headersOf(table);
  return { together: found, closed: !open };
}

/** `['X-Auth-Key: …', 'Accept: …']` */
function isHeaderLines(value: Value): value is List {
  return (
    value.kind === 'list' && value.items.length > 0 && value.items.every((item) => item.kind === 'text' && /^[\w-]+:/.test(shape(item)))
  );
}

/** `[CURLOPT_HTTPHEADER => ['X-Auth-Key: …']]` */
function ofLists(table: Table): readonly HeaderSet[] {
  return table.entries.flatMap(({ value }) => (isHeaderLines(value) ? [{ together: headersOf(value).found, closed: false }] : []));
}

/** What calls say of headers: what is set on one object is sent together. */
function ofCalls({ calls, text }: SourceFile): readonly HeaderSet[] {
  const set = new Map<string, Header[]>();
  const found: HeaderSet[] = [];
  for (const call of calls) {
    const object = objectOf(call);
    for (const each of ofCall(call, text)) {
      const before = object === undefined || each.closed ? undefined : set.get(object);
      if (before && before.length < MOST_TOGETHER) before.push(...each.together);
      else {
        const together = [...each.together];
        if (object !== undefined && !each.closed) set.set(object, together);
        found.push({ ...each, together });
      }
    }
  }
  return found;
}

/** No request has more headers; what sets more is no request. */
const MOST_TOGETHER = 100;

/** Chains of calls are followed no further than this. */
const MOST_CHAINED = 30;

/** What tells the object that a method is called on from others: `request.header(…).header(…)` is one. */
function objectOf({ callee }: Call): string | undefined {
  let root: Call['callee'] = callee;
  for (let links = 0; root.kind === 'name' && root.of && links < MOST_CHAINED; links += 1) root = root.of.callee;
  if (root !== callee) return String(root.at.start);
  return root.kind === 'name' && root.path.length > 1 ? [root.declaredAt?.start, ...root.path.slice(0, -1)].join(' ') : undefined;
}

/** `headers.set('X-Auth-Key', key)` on an object that cannot be looked through; `new Headers([['X-Auth-Key', key]])`. */
function ofCall(call: Call, text: string): readonly HeaderSet[] {
  const [name, value] = call.arguments.length === 2 ? call.arguments : [];
  const key = name && literal(name);
  const method = call.callee.kind === 'name' ? call.callee.path.at(-1) : undefined;
  const sets = name && value && key !== undefined && (method === undefined ? !compares(nameOf(call, text)) : setsHeader(method));
  // A name that another file writes is set here.
  const nameAt = name && (isElsewhere(name.at) ? (call.argumentsAt?.[0] ?? name.at) : name.at);
  if (sets && nameAt) return [{ together: [{ name: key.toLowerCase(), nameAt, value, at: call.at, maybe: true }], closed: false }];
  if (method !== undefined && call.arguments[0]) {
    const [first] = call.arguments;
    if (bearerSetters.includes(method) && call.arguments.length === 1 && textsOf(first).length > 0) return [ofBearer(call, first)];
    if (headerAnnotations.includes(method)) return ofAnnotation(call, first);
    const lines: List = { kind: 'list', items: call.arguments, open: false, at: call.at };
    const last: List = { ...lines, items: lines.items.slice(-1) };
    if (headerLineSetters.has(method) && isHeaderLines(last)) return [{ together: headersOf(last).found, closed: false }];
    if (headerLineAnnotations.includes(method) && isHeaderLines(lines)) return [{ together: headersOf(lines).found, closed: false }];
  }
  return call.arguments.flatMap((argument) => {
    if (argument.kind !== 'list') return [];
    const { found, open } = headersOf(argument);
    return [{ together: found, closed: !open }];
  });
}

/** `bearerAuth("…")`, on a request that cannot be looked through. */
function ofBearer({ calleeAt, at }: Call, value: Value): HeaderSet {
  return { together: [{ name: 'authorization', nameAt: calleeAt, value, at, scheme: 'Bearer', maybe: true }], closed: false };
}

/** `@Header("X-Auth-Key") String key`: what callers give is sent. */
function ofAnnotation({ at }: Call, name: Value): readonly HeaderSet[] {
  const key = literal(name);
  return key === undefined
    ? []
    : [{ together: [{ name: key.toLowerCase(), nameAt: name.at, value: unknown(name.at), at, maybe: true }], closed: false }];
}

/** `config.headers['X-Auth-Key'] = key` on an object that cannot be looked through: what is assigned to one object is sent together. */
function ofBindings(bindings: SourceFile['bindings']): readonly HeaderSet[] {
  const assigned = new Map<string, Header[]>();
  const lines: HeaderSet[] = [];
  for (const { names, value, target, nameAt, at } of bindings) {
    const name = names.at(-1);
    if (isHeaderLines(value) && /headers?$/i.test(name ?? '')) lines.push({ together: headersOf(value).found, closed: false });
    else if (name !== undefined && names.length > 1) {
      const object = [target?.declaredAt?.start, ...names.slice(0, -1)].join(' ');
      const others = assigned.get(object) ?? [];
      others.push({ name: name.toLowerCase(), nameAt, value, at, maybe: true });
      assigned.set(object, others);
    }
  }
  return [...lines, ...[...assigned.values()].map((together) => ({ together, closed: false }))];
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

/** A helper's header has a value for each of its calls. */
function either(one: Value, other: Value): Value {
  const options = [...new Set([...alternatives(one), ...alternatives(other)])];
  return options.length === 1 ? one : { kind: 'choice', options, at: one.at };
}

/** A table, a list or a switch beside a header's name describes the header, and what is masked is shown; neither is sent. */
function mayBeSent(value: Value): boolean {
  return alternatives(value).some((option) => option.kind !== 'table' && option.kind !== 'list' && !isMasked(option));
}

/** Names of functions are no longer than this. */
const LONGEST = 80;

/** What the called function is called; one of the file is looked through, so that it has no name. */
function nameOf({ callee, calleeAt: { start, end } }: Call, text: string): string {
  if (callee.kind === 'name') return callee.path.at(-1) ?? '';
  return (
    text
      .slice(Math.max(start, end - LONGEST), end)
      .split(/\W/)
      .at(-1) ?? ''
  );
}

/** What a test gives to a function that compares is not sent; what a function among it does, may be. */
function comparedBy(call: Call, text: string): readonly Span[] {
  const { calleeAt } = call;
  if (!compares(nameOf(call, text))) return [];
  const given = call.arguments.flatMap((value, index) =>
    value.kind === 'opaque' && value.what === 'function' ? [] : (call.argumentsAt?.[index] ?? []),
  );
  return text.startsWith('expect', calleeAt.start) ? [calleeAt, ...given] : given;
}

/** What is written to a log is not sent, though its members be called like headers. */
function isLog({ callee }: Call): boolean {
  const owner = callee.kind === 'name' ? callee.path.slice(0, -1) : [];
  return sinks.some(
    ({ leak, globals, objects }) =>
      leak === 'log' && (globals?.test(owner.join('.')) === true || objects?.test(owner.at(-1) ?? '') === true),
  );
}

function destinationOf(senders: readonly Request[]): AuthHeader['destination'] {
  const all = senders.map(destination);
  if (all.includes('cloudflare')) return 'cloudflare';
  return all.length > 0 && all.every((each) => each === 'other') ? 'other' : 'unknown';
}

/** Whether a request goes to Cloudflare. */
export function destination(request: Request): AuthHeader['destination'] {
  const hosts = urlHeads(request).map(({ host }) => host);
  if (hosts.some((host) => cloudflareHost(host) !== undefined) || request.urls.some(beginsWithCloudflareName)) return 'cloudflare';
  // A local server may be a proxy or a mock of anything.
  const known =
    hosts.length > 0 && hosts.length === request.urls.length && hosts.every((host) => !host.includes('{}') && !isLoopback(host));
  return known ? 'other' : 'unknown';
}

/** `${CLOUDFLARE_API}/zones`: the base cannot be looked through, but its name tells. */
export function beginsWithCloudflareName(url: Text): boolean {
  const [first] = url.parts;
  return first?.kind === 'hole' && first.value.kind === 'name' && saysCloudflare(first.value);
}

function saysCloudflare({ path }: Name): boolean {
  const said = words(path.at(-1) ?? '');
  return said.includes('cloudflare') || said[0] === 'cf';
}
