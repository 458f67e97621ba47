import { operationAt, operationsAt } from '../../cloudflare/api/operations.js';
import type { Call, SourceFile } from '../../source/model.js';
import { alternatives, get, given, literal, perFile, shape, textsOf, within } from '../../source/values.js';
import type { ApiUse } from './api-use.js';
import { requestedOperations } from './operations.js';
import type { Request } from '../requests/request.js';
import { requestsByCaller } from '../requests/requests.js';
import { resources } from './resources.js';
import { sdkCalls } from './sdk-calls.js';
import { wranglerUses } from './wrangler.js';

/** The calls of Cloudflare's API that a file makes, in the order of the text. */
export const apiUses = perFile((file: SourceFile): readonly ApiUse[] => {
  const sent = requestsByCaller(file).filter(({ isDefaults }) => !isDefaults);
  const all = [...ofRequests(sent, file), ...ofSdk(file), ...ofResources(file), ...wranglerUses(file), ...ofOwnFunctions(file, sent)];
  const distinct = new Map(all.map((use) => [[use.at.start, use.what].join(' '), use]));
  // Of what a call may be, what exists is meant.
  const told = new Set([...distinct.values()].filter(({ operation }) => operation).map(({ at }) => at.start));
  const meant = [...distinct.values()].filter(({ at, operation }) => operation !== undefined || !told.has(at.start));
  return meant.sort((one, other) => one.at.start - other.at.start || (one.what < other.what ? -1 : 1));
});

function ofRequests(all: readonly Request[], file: SourceFile): readonly ApiUse[] {
  const uses = all.flatMap((request) => usesOf(request).map((use) => ({ ...use, request })));
  const constructions = new Set(file.calls.filter((call) => call.new).map(({ calleeAt }) => calleeAt.start));
  const isOfObject = ({ request: { through } }: (typeof uses)[number]): boolean =>
    through !== undefined && constructions.has(through.start);
  const keyOf = ({ request, what }: (typeof uses)[number]): string => [request.at.start, what].join(' ');
  const known = uses.filter(({ operation }) => operation);
  const told = new Set(known.flatMap(({ at, way = [] }) => way.filter(({ start }) => start !== at.start).map(({ start }) => start)));
  const alike = new Set(known.filter((use) => !isOfObject(use)).map(keyOf));
  return uses.filter((use) => {
    // What an object's methods send is told where they are called, and where it is made if nothing calls them.
    if (isOfObject(use)) return use.operation !== undefined && !alike.has(keyOf(use));
    // What a function of the file's own sends is told by its calls, if there are any.
    return use.operation !== undefined || !told.has(use.at.start);
  });
}

function usesOf(request: Request): readonly ApiUse[] {
  const at = request.through ?? request.calleeAt;
  const way = [...(request.passing ?? []), request.calleeAt];
  return requestedOperations(request).map(({ path, operations }): ApiUse => {
    const method = given(request.method);
    const what = `${method ?? '?'} ${isOpen(path) ? '…' : path}`;
    const [operation] = operations;
    if (operation && operations.length === 1) return { at, way, what, operation, unclear: undefined };
    if (isOpen(path)) return { at, way, what, operation: undefined, unclear: 'path' };
    return operations.length > 0
      ? { at, way, what, operation: undefined, unclear: 'method', among: operations }
      : { at, way, what, operation: undefined, unclear: 'undescribed' };
  });
}

/** Whether what a request is about cannot be seen: nothing but the root is known, or where one segment ends and the next begins is not. */
function isOpen(path: string): boolean {
  return path === '/' || path.split('/').some((segment, index) => segment.includes('{}') && (segment !== '{}' || index < 2));
}

function ofSdk(file: SourceFile): readonly ApiUse[] {
  return sdkCalls(file).map(({ calledAt: at, method, operations }): ApiUse => {
    const [operation, ...others] = operations;
    const what = `client.${method}`;
    if (operation && others.length === 0) return { at, what, operation, unclear: undefined };
    return operation
      ? { at, what, operation: undefined, unclear: 'several', among: operations }
      : { at, what, operation: undefined, unclear: 'undescribed' };
  });
}

/** Making a resource is every operation that the tool may need for it. */
function ofResources(file: SourceFile): readonly ApiUse[] {
  return resources(file).flatMap(({ calleeAt: at, what, operations }): readonly ApiUse[] => {
    if (operations.length === 0) return [{ at, what, operation: undefined, unclear: 'resource' }];
    return operations.map((operation) => ({ at, what: `${operation.method} ${operation.path}`, operation, unclear: undefined }));
  });
}

/**
 * Calls of functions of other files that join the base URL: `fetchResult(`/accounts/${id}/workers/scripts`)`. A function is one of these if it is
 * given a path that begins with an account or a zone and is an operation to its end; then so are all its calls.
 */
function ofOwnFunctions(file: SourceFile, sent: readonly Request[]): readonly ApiUse[] {
  const spans = sent.flatMap(({ at, through }) => [at, ...(through ? [through] : [])]);
  const calls = file.calls.filter((call) => !call.new && !spans.some((span) => within(span, call.at) || within(call.at, span)));
  const senders = new Set(calls.filter((call) => pathsIn(call).some(isCertain)).flatMap((call) => nameOf(call) ?? []));
  return calls.flatMap((call) => {
    if (!senders.has(nameOf(call) ?? '')) return [];
    const method = methodOf(call);
    const paths = pathsIn(call);
    if (paths.length === 0) return [{ at: call.calleeAt, what: `${method} …`, operation: undefined, unclear: 'path' as const }];
    return paths.map((path) => {
      const operation = operationAt(method, path);
      const unclear = operation ? undefined : isOpen(path) ? ('path' as const) : ('undescribed' as const);
      return { at: call.calleeAt, what: `${method} ${unclear === 'path' ? '…' : path}`, operation, unclear };
    });
  });
}

/** What a function is known by, in its file. */
function nameOf({ callee }: Call): string | undefined {
  if (callee.kind !== 'name' || callee.of) return undefined;
  return [callee.module ?? '', ...callee.path].join(' ');
}

function pathsIn(call: Call): readonly string[] {
  return call.arguments.flatMap(textsOf).flatMap((text) => {
    const [path = ''] = shape(text).split(/[?#]/);
    return path.startsWith('/') ? [path] : [];
  });
}

/** Whether a path is one of Cloudflare's and of nobody else. */
function isCertain(path: string): boolean {
  return /^\/(?:accounts|zones)\/\{\}\/[\w-]/.test(path) && operationsAt(path).length > 0;
}

/** `{ method: 'PUT' }`, `('PUT', …)`, `api.put(…)`. */
function methodOf(call: Call): string {
  const { callee } = call;
  const values = call.arguments.flatMap(alternatives);
  const named = values.flatMap((value) => {
    const method = value.kind === 'table' ? given(get(value, 'method')) : value;
    const name = method && literal(method);
    return name !== undefined && isMethod(name) ? [name] : [];
  });
  const member = callee.kind === 'name' ? (callee.path.at(-1) ?? '') : '';
  return (named[0] ?? (isMethod(member) ? member : 'GET')).toUpperCase().replace(/^DEL$/, 'DELETE');
}

function isMethod(name: string): boolean {
  return /^(?:get|post|put|patch|delete|del)$/i.test(name);
}
