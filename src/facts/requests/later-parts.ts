import { httpClients } from '../../cloudflare/http/http-clients.js';
import type { Binding, Call, Contents, Name, SourceFile, Span } from '../../source/model.js';
import { isInOtherFile, beginningIn, innermost, within } from '../../source/span.js';
import { perFile } from '../../source/memoized.js';
import { MAX_HEADERS } from './header-table.js';
import { assignedPart, optionNames, type Part, partOf, partOfAssignment, openPart } from './request-parts.js';
import { at, type ClientInstance, clientInstances, instancesIn, objectKey } from './http-clients.js';
import { callsBehind } from '../program/callees.js';

interface LaterPart {
  readonly part: Part;
  /** The branch or function in which it is added. */
  readonly under: Span | undefined;
}

/** Added parts by object, and within one by the place that adds them. */
export type LaterParts = ReadonlyMap<string, ReadonlyMap<string, LaterPart>>;

/**
 * Returns what is added to an object. It is conditional if the addition is in a branch or function that neither creates the object nor sends the
 * request.
 */
export function addedTo(object: string, added: LaterParts, places: readonly Span[]): readonly Part[] {
  return [...(added.get(object)?.values() ?? [])].map(({ part, under }) =>
    !under || places.some((at) => within(at, under)) ? part : onSomePaths(part),
  );
}

/** Returns what a client sends with each of its requests: what it is created with, and what is added to it. */
export function partsOfClient({ client, made, objects }: ClientInstance, added: LaterParts, places: readonly Span[]): readonly Part[] {
  const later = (object: string): readonly Part[] => addedTo(object, added, places);
  return [
    ...objects.slice(0, 1).flatMap(later),
    ...made.map(({ call, is }) => partOf(call, is, optionNames(client))),
    ...objects.slice(1).flatMap(later),
  ];
}

/** Returns what a file adds to requests and clients, wherever they are sent. */
export const partsAdded = perFile((file: SourceFile): LaterParts =>
  laterParts(withInitializers(file), clientInstances(file), instancesIn(file)),
);

/** Properties of clients that any object may have, by which alone their requests are recognized. */
const properties = new Set(Object.values(httpClients).flatMap(({ anyObject, assigned = {} }) => (anyObject ? Object.keys(assigned) : [])));

/** Adds what initializers assign: `client = new HttpClient { BaseAddress = url }` is `client.BaseAddress = url`. */
function withInitializers({ calls, bindings, conditional }: SourceFile): Said {
  const assigned = bindings.flatMap(({ names, value, nameAt }) =>
    (value.kind === 'table' ? value.entries : []).flatMap((entry): readonly Binding[] => {
      if (!properties.has(entry.key)) return [];
      const path = [...names, entry.key];
      const target: Name = { kind: 'name', path, local: true, declaredAt: nameAt, at: entry.at };
      return [{ names: path, value: entry.value, target, nameAt: entry.keyAt, at: entry.at }];
    }),
  );
  return { calls, bindings: assigned.length > 0 ? sorted([...bindings, ...assigned]) : bindings, conditional };
}

const defaults = new Set(Object.values(httpClients).flatMap(({ defaults: member = '' }) => (member === '' ? [] : [member])));

/** Returns what a program adds to requests and clients after creating them: `.set('X-Auth-Key', key)`, `axios.defaults.baseURL = url`. */
export function laterParts(
  said: Said,
  leadTo: (name: Name) => readonly ClientInstance[],
  made: (call: Call) => readonly ClientInstance[],
): LaterParts {
  const unlisted = unlistedOf(said);
  const calls = [said, ...unlisted].flatMap((each) => each.calls);
  const bindings = unlisted.length > 0 ? sorted([said, ...unlisted].flatMap((each) => each.bindings)) : said.bindings;
  const branches = [said, ...unlisted].map(({ conditional = [] }) => branchesIn(conditional));
  const conditional = (at: Span): Span | undefined => branches.map((around) => around(at)).find(Boolean);
  const found = new Map<string, Map<string, LaterPart>>();
  const add = ({ objects }: ClientInstance, at: Span, part: Part): void => {
    const object = objects.at(-1) ?? '';
    const parts = found.get(object) ?? new Map<string, LaterPart>();
    if (parts.size > MAX_HEADERS) return;
    const isLast = parts.size === MAX_HEADERS;
    found.set(object, parts.set(objectKey(at), isLast ? { part: openPart, under: undefined } : { part, under: conditional(at) }));
  };
  for (const call of calls) {
    for (const sender of call.callee.kind === 'name' ? leadTo(call.callee) : []) {
      const is = at(sender.client.adds, sender.path.join('.'));
      if (is) add(sender, call.at, partOf(call, is, optionNames(sender.client)));
      if (sender.client.intercepts?.request === sender.path.join('.'))
        for (const { at: place, part } of intercepted(call, bindings, sender)) add(sender, place, part);
    }
    for (const sender of made(call)) {
      const part = partOfFunction(call, sender);
      if (part) add(sender, call.at, part);
    }
  }
  for (const binding of bindings) {
    if (!binding.target) continue;
    const isOfDefaults = binding.names.some((name) => defaults.has(name));
    const isKnown = isOfDefaults || binding.target.of !== undefined || binding.target.type !== undefined;
    for (const sender of leadTo(binding.target).filter(({ receiver }) => isKnown || receiver !== undefined)) {
      const part = partOfBinding(binding, sender, isOfDefaults);
      if (part) add(sender, binding.at, part);
    }
  }
  return found;
}

type Said = Pick<Contents, 'calls' | 'bindings'> & { readonly conditional?: Contents['conditional'] | undefined };

/** Returns what is added to the named objects outside of the given lists: in other files, and in functions for their callers. */
function unlistedOf({ calls, bindings }: Said): readonly Said[] {
  const found = new Map<string, Said>();
  for (const owner of [...calls.map(({ callee }) => callee), ...bindings.map(({ target }) => target)]) {
    for (const call of owner?.kind === 'name' ? callsBehind(owner) : []) {
      if (call.later) found.set(objectKey(call.at), call.later);
      // `agent().set('Authorization', …)`
      else if (isInOtherFile(call.at)) found.set(objectKey(call.at), { calls: [call], bindings: [] });
    }
  }
  return [...found.values()];
}

function sorted(bindings: readonly Binding[]): readonly Binding[] {
  return bindings.toSorted((one, other) => one.at.start - other.at.start);
}

const known = new WeakMap<readonly Span[], (at: Span) => Span | undefined>();

/** Returns a function from a place to its innermost branch, computed once per file rather than for each of its calls. */
function branchesIn(spans: readonly Span[]): (at: Span) => Span | undefined {
  const found = known.get(spans) ?? innermost(spans);
  known.set(spans, found);
  return found;
}

/** `api.interceptors.request.use((config) => { config.headers['X-Auth-Key'] = key; … })` */
function intercepted(
  { arguments: values }: Call,
  bindings: readonly Binding[],
  { client }: ClientInstance,
): readonly { readonly at: Span; readonly part: Part }[] {
  const inside = values.flatMap((value) => (value.kind === 'opaque' && value.what === 'function' ? beginningIn(bindings, value.at) : []));
  return inside.flatMap((binding) => {
    const [, ...below] = binding.names;
    return below.length > 0 ? [{ at: binding.at, part: onSomePaths(partOfAssignment(below, binding, optionNames(client))) }] : [];
  });
}

/** A part that is added on some paths through the program only. */
export function onSomePaths(part: Part): Part {
  const { found, open } = part.headers;
  return { ...part, headers: { found: found.map((header) => ({ ...header, maybe: true })), open } };
}

function partOfBinding(binding: Binding, { client, path }: ClientInstance, isOfDefaults: boolean): Part | undefined {
  const [member, ...below] = path;
  if (member === undefined) return undefined;
  if (client.defaults === '') return partOfAssignment(path, binding, optionNames(client));
  if (isOfDefaults && member === client.defaults) return partOfAssignment(below, binding, optionNames(client));
  return client.assigned && assignedPart(client.assigned, path, binding);
}

/** Returns what a function adds to a request that is passed to it: options, or anything if it is one of the program's own functions. */
function partOfFunction(call: Call, { client }: ClientInstance): Part | undefined {
  const name = call.callee.kind === 'name' ? (call.callee.path.at(-1) ?? '') : '';
  if (!client.languages || client.senders?.has(name)) return undefined;
  const is = at(client.given, name);
  return is ? partOf(call, is, optionNames(client)) : openPart;
}

/** Merges two sets of parts; what one call of a function adds replaces what the function adds in general. */
export function refined(all: LaterParts, inside: LaterParts): LaterParts {
  if (inside.size === 0) return all;
  return new Map([...all, ...[...inside].map(([object, parts]) => [object, new Map([...(all.get(object) ?? []), ...parts])] as const)]);
}
