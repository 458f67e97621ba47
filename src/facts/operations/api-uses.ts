import { isNamedAfterCloudflare } from '../../cloudflare/credentials/evidence.js';
import { operationAt, operationsAt } from '../../cloudflare/api/operations.js';
import { apiPath, r2Host } from '../../cloudflare/http/hosts.js';
import type { Call, SourceFile, Span, Text } from '../../source/model.js';
import { isInOtherFile, within } from '../../source/span.js';
import { perFile } from '../../source/memoized.js';
import { presentValue, shape, textsOf } from '../../source/values.js';
import type { ApiUse } from './api-use.js';
import { methodOf } from './argument-methods.js';
import { ofHandedUrls } from './handed-urls.js';
import { isOpen, requestedOperations } from './operations.js';
import type { Request } from '../requests/request.js';
import { isInTest, isTest } from '../../source/test-files.js';
import { requestsByCaller } from '../requests/requests.js';
import { clients } from '../requests/sdk-clients.js';
import { resources } from './resources.js';
import { sdkCalls } from './sdk-calls.js';
import { wranglerUses } from './wrangler.js';

/** Returns the calls of Cloudflare's API that a file makes, in source order. */
export const apiUses = perFile((file: SourceFile): readonly ApiUse[] => {
  const sent = requestsByCaller(file).filter(({ isDefaults }) => !isDefaults);
  const all = [
    ...ofRequests(sent, file),
    ...ofSdk(file),
    ...ofResources(file),
    ...ofStorage(file),
    ...wranglerUses(file),
    ...ofOwnFunctions(file, sent),
    ...ofHandedUrls(file, sent),
  ];
  const distinct = new Map<string, ApiUse>();
  for (const use of all) {
    const key = [use.at.start, use.what].join(' ');
    const way = [...(distinct.get(key)?.way ?? []), ...(use.way ?? [])];
    distinct.set(key, { ...use, ...(way.length > 0 && { way }) });
  }
  // Of the operations that a call may be, take those that exist.
  const told = new Set([...distinct.values()].filter(({ operation }) => operation).map(({ at }) => at.start));
  // Tests send requests to mocks, by many routes, so only certain operations count there.
  const meant = [...distinct.values()].filter(
    ({ at, operation }) => operation !== undefined || !(told.has(at.start) || isInTest(at, file)),
  );
  return [...(meant.length > 0 ? meant : looseUrl(file)), ...leftOut(meant, file)].toSorted(
    (one, other) => one.at.start - other.at.start || (one.what < other.what ? -1 : 1),
  );
});

/** A placeholder for calls that were not searched for because the budget ran out: where some calls were found, more may follow. */
function leftOut([first]: readonly ApiUse[], file: SourceFile): readonly ApiUse[] {
  return first && file.areModulesExhausted === true ? [{ at: first.at, what: '…', operation: undefined, unclear: 'modules' }] : [];
}

function ofRequests(all: readonly Request[], file: SourceFile): readonly ApiUse[] {
  const uses = all.flatMap((request) => usesOf(request).map((use) => ({ ...use, request })));
  const constructions = new Set(file.calls.filter((call) => call.new).map(({ calleeAt }) => calleeAt.start));
  const isOfObject = ({ request: { through } }: (typeof uses)[number]): boolean =>
    through !== undefined && constructions.has(through.start);
  const keyOf = ({ request, what }: (typeof uses)[number]): string => [request.at.start, what].join(' ');
  const known = uses.filter(({ operation }) => operation);
  const told = new Set(known.flatMap(({ at, way = [] }) => way.filter(({ start }) => start !== at.start).map(({ start }) => start)));
  const alike = new Set(known.filter((use) => !isOfObject(use)).map(keyOf));
  const isOfFactory = factoriesIn(file, known);
  return uses.filter((use) => {
    // The request of a function that a factory returns is reported where that function is called.
    if (use.operation === undefined && isOfFactory(use.request)) return false;
    // Requests of an object's methods are reported at calls of the methods, or at the constructor call if nothing calls them.
    if (isOfObject(use)) return use.operation !== undefined && !alike.has(keyOf(use));
    // Requests in the file's own functions are reported at calls of the functions, if there are any.
    return use.operation !== undefined || !told.has(use.at.start);
  });
}

/**
 * Returns a predicate for requests that a call of a function leads to: whether an inner function sends it, which the called one only creates and
 * whose own calls are known. `createFetch(options)`, which returns `(path) => fetch(options.baseURL + path)`, is an example.
 */
function factoriesIn(file: SourceFile, known: readonly { readonly request: Request }[]): (request: Request) => boolean {
  const callees = new Map(file.calls.map(({ calleeAt, callee }) => [calleeAt.start, callee.at]));
  const functionOf = ({ through }: Request): Span | undefined => through && callees.get(through.start);
  const firstCall = ({ passing: [first] = [], calleeAt }: Request): Span => first ?? calleeAt;
  const inner = new Map<number, Span[]>();
  for (const { request } of known) {
    const [called, { start }] = [functionOf(request), firstCall(request)];
    if (called) inner.set(start, [...(inner.get(start) ?? []), called]);
  }
  return (request) => {
    const outer = functionOf(request);
    const made = inner.get(firstCall(request).start) ?? [];
    return outer !== undefined && made.some((each) => within(each, outer) && each.start > outer.start);
  };
}

/** Returns where a URL begins, if that is in another file. */
function beginningElsewhere({ parts: [first] }: Text): readonly Span[] {
  return first && isInOtherFile(first.at) ? [first.at] : [];
}

/** Returns an API URL in a program without any recognized call: something must send requests to it. */
function looseUrl(file: SourceFile): readonly ApiUse[] {
  if (file.calls.length === 0 || isTest(file)) return [];
  const owners = [...clients(file).map(({ at }) => at), ...requestsByCaller(file).map(({ at }) => at)];
  const url = file.texts.find((text) => apiPath(shape(text)) !== undefined && !owners.some((owner) => within(text.at, owner)));
  return url ? [{ at: url.parts[0]?.at ?? url.at, what: '? …', operation: undefined, unclear: 'path' }] : [];
}

function usesOf(request: Request): readonly ApiUse[] {
  const at = request.through ?? request.calleeAt;
  const way = [...(request.passing ?? []), request.calleeAt, ...request.urls.flatMap(beginningElsewhere)];
  return requestedOperations(request).map(({ path, operations }): ApiUse => {
    const method = presentValue(request.method);
    const what = `${method ?? '?'} ${isOpen(path) ? '…' : path}`;
    const [operation] = operations;
    if (operation && operations.length === 1) return { at, way, what, operation, unclear: undefined };
    if (isOpen(path)) return { at, way, what, operation: undefined, unclear: 'path' };
    return operations.length > 0
      ? { at, way, what, operation: undefined, unclear: 'method', among: operations }
      : { at, way, what, operation: undefined, unclear: 'undescribed' };
  });
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

/** Creating a resource counts as every operation that the tool may need for it. */
function ofResources(file: SourceFile): readonly ApiUse[] {
  return resources(file).flatMap(({ calleeAt: at, what, operations }): readonly ApiUse[] => {
    if (operations.length === 0) return [{ at, what, operation: undefined, unclear: 'resource' }];
    return operations.map((operation) => ({ at, what: `${operation.method} ${operation.path}`, operation, unclear: undefined }));
  });
}

/** S3 clients of R2 need permissions for the objects of a bucket, which are not operations of the API. */
function ofStorage(file: SourceFile): readonly ApiUse[] {
  return clients(file)
    .filter(({ bases, at }) => !isInOtherFile(at) && bases.some((base) => r2Host.test(shape(base))))
    .map(({ calleeAt: at }) => ({ at, what: "R2 through S3's API", operation: undefined, unclear: 'resource' as const }));
}

/**
 * Calls of other files' functions that prepend the base URL: `fetchResult(`/accounts/${id}/workers/scripts`)`. A function counts as one if a call
 * passes it a path that begins with an account or a zone and is a complete operation, or any operation if the function is named after Cloudflare.
 * Then all its calls count.
 */
function ofOwnFunctions(file: SourceFile, sent: readonly Request[]): readonly ApiUse[] {
  const spans = sent.flatMap(({ at, through }) => [at, ...(through ? [through] : [])]);
  const calls = file.calls.filter((call) => !call.new && !spans.some((span) => within(span, call.at) || within(call.at, span)));
  const senders = new Set(calls.filter((call) => pathsIn(call).some(isCertain(call))).flatMap((call) => nameOf(call) ?? []));
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

/** Returns an identifier of a function within its file. */
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

/** Returns a predicate for the paths passed to a call: whether one can only be Cloudflare's. */
function isCertain({ callee }: Call): (path: string) => boolean {
  const isCloudflares = callee.kind === 'name' && [callee.module ?? '', ...callee.path].some(isNamedAfterCloudflare);
  return (path) => (isCloudflares || /^\/(?:accounts|zones)\/\{\}\/[\w-]/.test(path)) && operationsAt(path).length > 0;
}
