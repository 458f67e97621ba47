import type { Arguments, HttpClient, OptionNames, Ways } from '../../cloudflare/http/http-client.js';
import { type UrlHead, urlHead } from '../../cloudflare/http/hosts.js';
import type { Call, Name, Slot, SourceFile, Span, Text, Value } from '../../source/model.js';
import { isElsewhere } from '../../source/span.js';
import { beginningIn, given, literal, perFile, shape } from '../../source/values.js';
import { addedTo, type LaterParts, laterParts, partsAdded, partsOfClient, refined } from './later-parts.js';
import { MOST_CALLS, MOST_WRAPPERS } from '../program/calls.js';
import { commandRequest } from './command-requests.js';
import { joined } from './header-table.js';
import type { Request } from './request.js';
import { option, optionNames, type Part, partOf } from './request-parts.js';
import { urlsOf } from './request-urls.js';
import { at, type ClientInstance, clientInstances, instancesIn, objectKey } from './http-clients.js';
import { insecureForAll, insecureIn } from './tls.js';

/** The scheme, host and path of each URL that a request may have, as far as they can be told. */
export function urlHeads(request: Request): readonly UrlHead[] {
  return request.urls.flatMap((url) => urlHead(shape(url)) ?? []);
}

/** The requests of a file; those of its own functions once as written, and once for every call that makes something else of them. */
export const requests = perFile((file: SourceFile): readonly Request[] => requestsOf(file, identity));

/** The same, once for every call of a function, alike or not. */
export const requestsByCaller = perFile((file: SourceFile): readonly Request[] =>
  requestsOf(file, (request) => [request.through?.start, identity(request)].join('\n')),
);

function requestsOf(file: SourceFile, keyOf: (request: Request) => string): readonly Request[] {
  const leadTo = clientInstances(file);
  const made = instancesIn(file);
  const added = partsAdded(file);
  const found = new Map<string, Request>();
  const inside = (at: Span): readonly Call[] => beginningIn(file.calls, at);
  let left = MOST_CALLS;
  const visit = (calls: readonly Call[], additions: LaterParts, calledBy: readonly Span[]): void => {
    for (const call of calls) {
      const request = requestOf(call, { leadTo, made, additions, calledBy, insecure: insecureForAll(file), inside });
      if (!request) continue;
      const key = keyOf(request);
      if (!found.has(key)) found.set(key, request);
    }
  };
  const lookInto = (call: Call, calledBy: readonly Span[], known: LaterParts, wrappers: number): void => {
    if (wrappers === 0 || left <= 0) return;
    left -= call.inside.length;
    const here = refined(known, laterParts({ calls: call.inside, bindings: [], conditional: file.conditional }, leadTo, made));
    visit(call.inside, here, calledBy);
    for (const inner of call.inside) lookInto(inner, [...calledBy, inner.calleeAt], here, wrappers - 1);
  };
  visit(file.calls, added, []);
  visit(changedHere(file, added), added, []);
  // What a method sends is sent where that is called, and only where its object is made if nothing calls it.
  const [constructions, called] = [file.calls.filter((call) => call.new), file.calls.filter((call) => !call.new)];
  for (const call of [...called, ...constructions]) lookInto(call, [call.calleeAt], added, MOST_WRAPPERS);
  return [...found.values()];
}

/** The calls of other modules that make a client to which this file adds something: `api.defaults.baseURL = …` of an `api` that is imported. */
function changedHere({ calls, bindings }: SourceFile, added: LaterParts): readonly Call[] {
  if (added.size === 0) return [];
  const owners = [...calls.map(({ callee }) => callee), ...bindings.map(({ target }) => target)];
  const made = owners.flatMap((owner) => (owner?.kind === 'name' && owner.of && isElsewhere(owner.of.at) ? [owner.of] : []));
  return [...new Set(made)].filter(({ at: place }) => added.has(objectKey(place)));
}

/** Requests that are alike in this get the same response. */
function identity({ at, through, method, urls, headers, headersOpen, body }: Request): string {
  const sent = headers.map(({ name, nameAt, value }) => [name, nameAt.start, valueKey(value)].join(' '));
  // Each call of another module's function is for who makes it to answer for.
  const caller = isElsewhere(at) ? through?.start : undefined;
  return [at.start, at.end, caller, method, headersOpen, valueKey(body), ...urls.map(shape), '', ...sent].join('\n');
}

/** Values are told apart by what fills them no deeper than this. */
const MOST_FILLINGS = 3;
/** So many parts of each are compared. */
const MOST_FILLED = 30;

/** A text or a table stands where it is written, whatever fills it: what does tells one call of a helper from another. */
function valueKey(slot: Slot, depth = 0): string {
  if (typeof slot === 'string') return slot;
  const key = `${slot.kind} ${String(slot.at.start)}`;
  if (depth >= MOST_FILLINGS) return key;
  const within = fillingsOf(slot)
    .slice(0, MOST_FILLED)
    .map((each) => (each.kind === 'piece' ? String(each.at.start) : valueKey(each.kind === 'hole' ? each.value : each, depth + 1)));
  return [key, ...within].join(',');
}

function fillingsOf(value: Value): readonly (Value | Text['parts'][number])[] {
  switch (value.kind) {
    case 'text':
      return value.parts;
    case 'choice':
      return value.options;
    case 'table':
      return value.entries.map((entry) => entry.value);
    case 'list':
      return value.items;
    default:
      return [];
  }
}

interface Situation {
  readonly leadTo: (name: Name) => readonly ClientInstance[];
  readonly made: (call: Call) => readonly ClientInstance[];
  readonly additions: LaterParts;
  /** The calls of functions by which it is made, outermost first. */
  readonly calledBy: readonly Span[];
  readonly insecure: readonly Span[];
  /** The calls of the file in a stretch of it. */
  readonly inside: (at: Span) => readonly Call[];
}

function requestOf(call: Call, situation: Situation): Request | undefined {
  const { callee } = call;
  if (callee.kind !== 'name') return undefined;
  for (const sender of situation.leadTo(callee)) {
    const { calls, makes } = sender.client;
    const member = sender.path.join('.');
    const ways = at(calls, member);
    const way = ways ? wayOf(call, ways) : at(makes, member);
    const request = way && sentBy(call, sender, way, { ...situation, isDefaults: !ways });
    if (request) return request;
  }
  for (const sender of situation.made(call)) {
    const isSent = sender.client.senders?.has(callee.path.at(-1) ?? '') === true;
    const request = isSent && sentBy(call, sender, {}, { ...situation, isDefaults: false });
    if (request) return request;
  }
  return commandRequest(call, situation.calledBy[0]);
}

/** Of several ways to call a function, the first whose places are all taken. */
function wayOf(call: Call, ways: Ways): Arguments | undefined {
  if (!('length' in ways)) return ways;
  const count = call.arguments.filter((argument) => argument.kind !== 'opaque' || argument.what !== 'function').length;
  return ways.find((way) => {
    const places = Object.values(way).filter((place) => typeof place === 'number');
    return places.every((place) => place < count) && (typeof way.method !== 'number' || mayBeMethod(call.arguments[way.method]));
  });
}

function mayBeMethod(value: Value | undefined): boolean {
  const name = value && literal(value);
  return name === undefined || /^[a-z]+$/i.test(name);
}

function sentBy(
  call: Call,
  sender: ClientInstance,
  way: Arguments,
  { additions, calledBy, insecure, inside, isDefaults }: Situation & { readonly isDefaults: boolean },
): Request | undefined {
  const { id, client, made } = sender;
  const names = optionNames(client);
  const own = partOf(call, way, names);
  if (!own.url && own.options.length === 0 && made.length === 0 && !own.open) return undefined;
  const places = [call, ...made.map((making) => making.call)].map((each) => each.at);
  const before = partsOfClient(sender, additions, places);
  const after = addedTo(objectKey(call.at), additions, places);
  const parts = [...before, own, ...after, ...(client.describes ? described(call, client, inside) : [])];
  const headers = joined(parts.map((part) => part.headers));
  let urls: readonly Text[] | undefined;
  if (client.anyObject && !urlsOf(parts, client).some(tellsHost)) return undefined;
  return {
    client: id,
    isDefaults,
    throws: client.throws,
    options: parts.flatMap((part) => part.options),
    call,
    at: call.at,
    calleeAt: call.calleeAt,
    through: calledBy[0],
    passing: calledBy.slice(1),
    method: isDefaults ? 'unknown' : methodOf(parts, own, client),
    get urls() {
      return (urls ??= urlsOf(parts, client));
    },
    headers: headers.found,
    // What its object sends with each request cannot be seen.
    headersOpen: headers.open || parts.some((part) => part.open) || (client.anyObject === true && headers.found.length === 0),
    get body() {
      return bodyOf(parts, names);
    },
    get query() {
      const tables = parts.flatMap((part) => part.options);
      return names.query.flatMap((name) => given(option(tables, [name])) ?? []);
    },
    get insecureTls() {
      return [...parts.flatMap((part) => part.options).flatMap((options) => insecureIn(options)), ...insecure];
    },
  };
}

/** What is said in a function that describes the request: `{ header("X-Auth-Key", key) }`. */
function described(call: Call, client: HttpClient, inside: Situation['inside']): readonly Part[] {
  const block = call.arguments.at(-1);
  if (block?.kind !== 'opaque' || block.what !== 'function') return [];
  return inside(block.at).flatMap((each) => {
    const is = each.callee.kind === 'name' ? at(client.adds, each.callee.path.join('.')) : undefined;
    return is ? [partOf(each, is, optionNames(client))] : [];
  });
}

/** Whether an address says where it leads: any object may have a method that is called like one that sends requests. */
function tellsHost(url: Text): boolean {
  return urlHead(shape(url)) !== undefined;
}

function methodOf(parts: readonly Part[], own: Part, { posts = [] }: HttpClient): Slot<string> {
  const told = parts.findLast(({ method }) => method !== 'absent');
  if (!told && parts.some(({ options }) => given(option(options, posts)))) return 'POST';
  return told ? told.method : own.open ? 'unknown' : 'GET';
}

function bodyOf(parts: readonly Part[], names: OptionNames): Slot {
  const argument = parts.findLast(({ body }) => body !== undefined)?.body;
  if (argument) return argument;
  const options = parts.flatMap((part) => part.options);
  const slots = names.body.map((name) => option(options, [name]));
  // `json: true` says how the body is sent, not what it is.
  const body = slots.find((slot) => typeof slot !== 'string' && (slot.kind !== 'opaque' || slot.what !== 'constant'));
  return body ?? (slots.includes('unknown') || parts.some((part) => part.open) ? 'unknown' : 'absent');
}
