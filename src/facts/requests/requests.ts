import type { Arguments, HttpClient, OptionNames, Ways } from '../../cloudflare/http/http-client.js';
import { type UrlHead, urlHead } from '../../cloudflare/http/hosts.js';
import type { Call, Name, Slot, SourceFile, Span, Text, Value } from '../../source/model.js';
import { isInOtherFile, beginningIn } from '../../source/span.js';
import { memoized, perFile } from '../../source/memoized.js';
import { presentValue, literal, shape } from '../../source/values.js';
import { addedByHooks, hooksIn } from './hooks.js';
import { addedTo, type LaterParts, laterParts, onSomePaths, partsAdded, partsOfClient, refined } from './later-parts.js';
import { MAX_CALLS, MAX_WRAPPERS } from '../program/calls.js';
import { commandRequest } from './command-requests.js';
import { joined } from './header-table.js';
import type { Request } from './request.js';
import { option, optionNames, type Part, partOf } from './request-parts.js';
import { urlsOf } from './request-urls.js';
import { at, type ClientInstance, clientInstances, instancesIn, objectKey } from './http-clients.js';
import { insecureForAll, insecureIn } from './tls.js';

/** Returns scheme, host and path of each URL that a request may have, as far as they are known. */
export const urlHeads = memoized((request: Request): readonly UrlHead[] => request.urls.flatMap((url) => urlHead(shape(url)) ?? []));

/**
 * Returns the requests of a file. Those in its own functions appear once as written, and once for each call that makes a different request of them.
 */
export const requests = perFile((file: SourceFile): readonly Request[] => requestsOf(file, identity));

/** Returns the same, with one request for each call of a function, even if they are equal. */
export const requestsByCaller = perFile((file: SourceFile): readonly Request[] =>
  requestsOf(file, (request) => [request.through?.start, identity(request)].join('\n')),
);

function requestsOf(file: SourceFile, keyOf: (request: Request) => string): readonly Request[] {
  const leadTo = clientInstances(file);
  const made = instancesIn(file);
  const added = partsAdded(file);
  const found = new Map<string, Request>();
  const inside = (at: Span): Inside => ({ calls: beginningIn(file.calls, at), bindings: beginningIn(file.bindings, at) });
  let left = MAX_CALLS;
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
  // Requests of a method count at its calls, and at the constructor call only if nothing calls the method.
  const [constructions, called] = [file.calls.filter((call) => call.new), file.calls.filter((call) => !call.new)];
  for (const call of [...called, ...constructions]) lookInto(call, [call.calleeAt], added, MAX_WRAPPERS);
  return [...found.values()];
}

/** Returns the calls of other modules that create a client which this file extends: `api.defaults.baseURL = …` on an imported `api`. */
function changedHere({ calls, bindings }: SourceFile, added: LaterParts): readonly Call[] {
  if (added.size === 0) return [];
  const owners = [...calls.map(({ callee }) => callee), ...bindings.map(({ target }) => target)];
  const made = owners.flatMap((owner) => (owner?.kind === 'name' && owner.of && isInOtherFile(owner.of.at) ? [owner.of] : []));
  return [...new Set(made)].filter(({ at: place }) => added.has(objectKey(place)));
}

/** Returns a key of everything that determines a request's response. */
function identity({ at, through, method, urls, headers, headersOpen, body }: Request): string {
  const sent = headers.map(({ name, nameAt, value }) => [name, nameAt.start, valueKey(value)].join(' '));
  // Calls of another module's function are separate: each caller has to handle its own response.
  const caller = isInOtherFile(at) ? through?.start : undefined;
  return [at.start, at.end, caller, method, headersOpen, valueKey(body), ...urls.map(shape), '', ...sent].join('\n');
}

/** Depth to which values are compared by their parts. */
const MAX_FILLINGS = 3;
/** Number of parts of each value that are compared. */
const MAX_FILLED = 30;

/** Returns a key for a value. A text or table has one place, whatever fills it; the fillings distinguish the calls of a helper. */
function valueKey(slot: Slot, depth = 0): string {
  if (typeof slot === 'string') return slot;
  const key = `${slot.kind} ${String(slot.at.start)}`;
  if (depth >= MAX_FILLINGS) return key;
  const within = fillingsOf(slot)
    .slice(0, MAX_FILLED)
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

type Inside = Pick<SourceFile, 'calls' | 'bindings'>;

interface Situation {
  readonly leadTo: (name: Name) => readonly ClientInstance[];
  readonly made: (call: Call) => readonly ClientInstance[];
  readonly additions: LaterParts;
  /** The calls of functions that lead to it, outermost first. */
  readonly calledBy: readonly Span[];
  readonly insecure: readonly Span[];
  /** Returns the calls and assignments of the file within a span. */
  readonly inside: (at: Span) => Inside;
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
  return commandRequest(call, situation.calledBy);
}

/** Returns the first of several signatures whose argument positions are all filled. */
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
  const toReceiver = sender.receiver === undefined ? [] : addedTo(sender.receiver, additions, places);
  const before = [...toReceiver, ...partsOfClient(sender, additions, places)];
  const after = addedTo(objectKey(call.at), additions, places);
  const given = [...before, own, ...after, ...(client.describes ? described(call, client, inside) : [])];
  const hooks = client.optionHooks
    ? hooksIn(
        client,
        given.flatMap((part) => part.options),
      )
    : [];
  const parts = [...given, ...addedByHooks(hooks, names, inside).map(onSomePaths)];
  const headers = joined(parts.map((part) => part.headers));
  let urls: readonly Text[] | undefined;
  if (client.anyObject && !urlsOf(parts, client).some(hasKnownHost)) return undefined;
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
    // What its object sends with each request is unknown.
    headersOpen: headers.open || parts.some((part) => part.open) || (client.anyObject === true && headers.found.length === 0),
    get body() {
      return bodyOf(parts, names);
    },
    get query() {
      const tables = parts.flatMap((part) => part.options);
      return names.query.flatMap((name) => presentValue(option(tables, [name])) ?? []);
    },
    get insecureTls() {
      return [...parts.flatMap((part) => part.options).flatMap((options) => insecureIn(options)), ...insecure];
    },
  };
}

/** Returns what a function that configures the request adds: `{ header("X-Auth-Key", key) }`. */
function described(call: Call, client: HttpClient, inside: Situation['inside']): readonly Part[] {
  const block = call.arguments.at(-1);
  if (block?.kind !== 'opaque' || block.what !== 'function') return [];
  return inside(block.at).calls.flatMap((each) => {
    const is = each.callee.kind === 'name' ? at(client.adds, each.callee.path.join('.')) : undefined;
    return is ? [partOf(each, is, optionNames(client))] : [];
  });
}

/** Whether the host of a URL is known. Required where any object may have a method with the name of one that sends requests. */
function hasKnownHost(url: Text): boolean {
  return urlHead(shape(url)) !== undefined;
}

function methodOf(parts: readonly Part[], own: Part, { posts = [] }: HttpClient): Slot<string> {
  const told = parts.findLast(({ method }) => method !== 'absent');
  if (!told && parts.some(({ options }) => presentValue(option(options, posts)))) return 'POST';
  return told ? told.method : own.open ? 'unknown' : 'GET';
}

function bodyOf(parts: readonly Part[], names: OptionNames): Slot {
  const argument = parts.findLast(({ body }) => body !== undefined)?.body;
  if (argument) return argument;
  const options = parts.flatMap((part) => part.options);
  const slots = names.body.map((name) => option(options, [name]));
  // `json: true` selects how the body is encoded, it is not the body.
  const body = slots.find((slot) => typeof slot !== 'string' && (slot.kind !== 'opaque' || slot.what !== 'constant'));
  return body ?? (slots.includes('unknown') || parts.some((part) => part.open) ? 'unknown' : 'absent');
}
