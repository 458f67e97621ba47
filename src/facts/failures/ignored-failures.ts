import {
  bodyReaders,
  explaining,
  looksAtRejections,
  outcomes,
  settledFilters,
  outcomeMembers,
  idleFunctions,
} from '../../cloudflare/http/response-checks.js';
import { credentialHeaders } from '../../cloudflare/credentials/headers.js';
import { mayBeApi } from '../../cloudflare/http/hosts.js';
import { httpClients } from '../../cloudflare/http/http-clients.js';
import type { Call, Handler, SourceFile, Span, Use } from '../../source/model.js';
import { isInOtherFile } from '../../source/span.js';
import { MAX_WRAPPERS } from '../program/calls.js';
import { alternatives, beginningIn, perFile, shape, within } from '../../source/values.js';
import { endedUnchecked, passingOn, rejects, throwsOn, uncheckedUseOf } from './response-uses.js';
import { takesCallback } from './response-callbacks.js';
import { uncheckedUse } from './unchecked-responses.js';
import { sdkMember } from '../requests/sdk-clients.js';
import { isKeptUnchecked, isSilenced } from './command-outcomes.js';
import { destination } from '../requests/destination.js';
import { isDocumentation } from '../program/documentation.js';
import { reachesCall } from '../program/reachable-calls.js';
import type { Request } from '../requests/request.js';
import { urlHeads, requests } from '../requests/requests.js';

/** A place where a program does not notice that Cloudflare refused its credential. */
export interface IgnoredFailure {
  /**
   * The response is dropped; only its content is read, that of a request or of a GraphQL query; the error is caught and forgotten; the request is
   * repeated whatever the response.
   */
  readonly how: 'dropped' | 'unchecked' | 'query' | 'swallowed' | 'retried';
  readonly at: Span;
  /** The request, if `ok` on its response, or a method that raises an error, shows whether it was refused. */
  readonly request?: Span;
}

/** Returns every such place of a file, in source order. */
export const ignoredFailures = perFile((file: SourceFile): readonly IgnoredFailure[] => {
  const toCloudflare = requests(file).filter(isApiCall);
  const found = [
    ...toCloudflare.flatMap((request) => uncheckedResponse(request, file)),
    ...unseenByCallers(file, toCloudflare),
    ...swallowedErrors(file, sentAt(toCloudflare, file)),
    ...uncheckedSettled(file, new Set(toCloudflare.map(({ at }) => at.start))),
  ];
  return found.sort((one, other) => one.at.start - other.at.start).filter(({ at }, index, all) => all[index - 1]?.at.end !== at.end);
});

/** Where requests are sent: of what is only said to a request, where that is opened. */
function sentAt(toCloudflare: readonly Request[], file: SourceFile): ReadonlySet<number> {
  const said = new Set(toCloudflare.map(({ at }) => at.start));
  const opening = requests(file).filter(
    ({
      call: {
        arguments: [first],
      },
    }) => (first ? alternatives(first) : []).some(({ kind, at }) => kind === 'call' && said.has(at.start)),
  );
  return new Set([...said, ...opening.map(({ at }) => at.start)]);
}

/** Whether a request goes to the API and carries a credential, or may. */
function isApiCall(request: Request): boolean {
  if (request.isDefaults || destination(request) !== 'cloudflare') return false;
  const isApi = request.urls.some((url) => mayBeApi(shape(url)));
  return isApi && (request.headersOpen || request.headers.some(({ name }) => credentialHeaders.has(name)));
}

/** Returns the first caller at fault for a request in another module, whose function leaves checking the response to its callers. */
function unseenThrough({ call, through, passing = [] }: Request): readonly IgnoredFailure[] {
  const { uses = [] } = call.outcome ?? {};
  if (!through || uncheckedUse(uses) !== undefined) return [];
  const callers = [...passing].reverse().concat(through);
  for (const [index, at] of callers.slice(0, MAX_WRAPPERS).entries()) {
    const how = uncheckedUse(usesByCallers(uses, index + 1));
    if (how) return isInOtherFile(at) ? [] : [{ how, at }];
  }
  return [];
}

/** Returns how a response is used after being returned through the given number of functions. */
function usesByCallers(uses: readonly Use[], callers: number): readonly Use[] {
  return uses.flatMap((use): readonly Use[] => {
    if (!use.caller) return [use];
    if (callers === 0) return [{ path: use.path, isTest: false }];
    return usesByCallers(use.caller.uses, callers - 1).map((each) => ({ ...each, path: [...use.path, ...each.path] }));
  });
}

/** Returns the fault of a request whose client does not reject, so that the program has to check the response. */
function uncheckedResponse(request: Request, file: SourceFile): readonly IgnoredFailure[] {
  if (isInOtherFile(request.at)) return rejects(request, file) || takesCallback(request) ? [] : unseenThrough(request);
  const found = endedUnchecked(request, file) ?? (rejects(request, file) ? undefined : ignoredHow(request, file));
  if (found === 'dropped' && isExcerpt(request.at, file)) return [];
  const how = found === 'unchecked' && urlHeads(request).some(({ path }) => path.endsWith('/graphql')) ? 'query' : found;
  const canBeChecked = request.client === 'fetch' || httpClients[request.client]?.raises === true;
  return how ? [{ how, at: request.calleeAt, ...(canBeChecked && how !== 'retried' && { request: request.at }) }] : [];
}

/** Whether a request is shown without what follows it: documents show how to send a request and leave the rest to their readers. */
function isExcerpt(at: Span, file: SourceFile): boolean {
  return isDocumentation(file) && file.conditional?.some((stretch) => within(at, stretch)) !== true;
}

function ignoredHow(request: Request, file: SourceFile): IgnoredFailure['how'] | undefined {
  if (isCheckedByHandle(request, file)) return undefined;
  if (isSilenced(request.call, file)) return 'dropped';
  if (isKeptUnchecked(request.call, file)) return 'unchecked';
  return uncheckedUseOf(request, file) ?? (retries(request, file) ? 'retried' : undefined);
}

/** Whether the outcome is read from the request handle, not from the response: `curl_getinfo($request, CURLINFO_HTTP_CODE)`. */
function isCheckedByHandle({ client, call: sent }: Request, { calls }: SourceFile): boolean {
  const { asked } = httpClients[client] ?? {};
  if (!asked) return false;
  const handles = sent.arguments.flatMap(alternatives).map(({ at }) => at.start);
  return calls.some((call) => {
    const name = call.callee.kind === 'name' ? call.callee.path.join('.') : '';
    const row = Object.hasOwn(asked, name) ? asked[name] : undefined;
    if (!row) return false;
    const [request, what] = call.arguments;
    if (!request || !alternatives(request).some(({ at }) => handles.includes(at.start))) return false;
    return what?.kind !== 'name' || row.test(what.path.at(-1) ?? '');
  });
}

/** Whether a loop repeats a request until it succeeds, without reporting why it failed. */
function retries({ call }: Request, file: SourceFile): boolean {
  const { retry, uses = [] } = call.outcome ?? {};
  if (!retry || retry.throws) return false;
  const asksOk = uses.some(({ path }) => path[0] === 'ok');
  const asksNoMore = uses.every(({ path: [first = '', second = ''], isTest }) =>
    bodyReaders.has(first) ? !isTest || outcomes.has(second) : isTest && first === 'ok',
  );
  return asksOk && asksNoMore && !mayReport(retry.at, file, [call]);
}

/** Whether a span calls anything that could report a failure: anything but waiting, sending requests and reading their responses. */
function mayReport(stretch: Span, file: SourceFile, requests: readonly Call[] = []): boolean {
  return beginningIn(file.calls, stretch).some(({ at, callee, calleeAt }) => {
    if (!within(at, stretch) || requests.some((request) => within(at, request.at))) return false;
    const isOfAnswer = callee.kind === 'name' && requests.some((request) => callee.of?.at.start === request.at.start);
    // A call of a function of the file has no callee name, so its name is taken from the text.
    const name = callee.kind === 'name' ? callee.path.at(-1) : file.text.slice(calleeAt.start, calleeAt.end);
    return !isOfAnswer && !idleFunctions.test(name ?? '');
  });
}

/** Returns the faulty calls of the file's own functions that leave checking the response to their callers. */
function unseenByCallers(file: SourceFile, toCloudflare: readonly Request[]): readonly IgnoredFailure[] {
  const left = toCloudflare.filter((request) => !request.through && !rejects(request, file));
  const passing = passingOn(
    file,
    left.map(({ call }) => call),
  );
  if (passing.size === 0) return [];
  return file.calls.flatMap((call): readonly IgnoredFailure[] => {
    const { at, below, uses } = callOf(call, passing) ?? {};
    // A response that is only returned is for the callers to check.
    const isPassed = uses?.some(({ isReturned, path }) => isReturned && /^(?:json)?$/.test(path.join('.'))) === true;
    const how = at && uses && !isPassed ? uncheckedUse(uses, below) : undefined;
    return how && at ? [{ how, at }] : [];
  });
}

/** Returns the uses of the response from a function that is called, or passed by name: `load(zone)`, `zones.map(load)`. */
function callOf(
  { callee, outcome, calleeAt, arguments: [first], argumentsAt: [firstAt] = [] }: Call,
  passing: ReadonlyMap<number, readonly string[]>,
): { readonly at: Span; readonly below: readonly string[]; readonly uses: readonly Use[] } | undefined {
  const called = callee.kind === 'opaque' ? passing.get(callee.at.end) : undefined;
  if (called && outcome) return { at: calleeAt, below: called, uses: outcome.uses };
  const handed = first?.kind === 'opaque' && first.what === 'function' ? passing.get(first.at.end) : undefined;
  return handed && firstAt && outcome?.items ? { at: firstAt, below: handed, uses: outcome.items } : undefined;
}

/** Returns handlers that swallow the failure of a request to Cloudflare, of a call of its SDK, or of a function of the file that makes one. */
function swallowedErrors(file: SourceFile, requestsAt: ReadonlySet<number>): readonly IgnoredFailure[] {
  const reaches = reachesCall((call) => requestsAt.has(call.at.start) || isOfLibrary(call), propagatesFailure);
  const handlers = new Map<number, Handler>();
  for (const call of file.calls) {
    const handler = call.outcome?.handler;
    if (!handler || handlers.has(handler.at.start) || !swallowsError(handler, file)) continue;
    const isSeen = call.outcome.uses.some((use) => !throwsOn(use) && detectsFailure(use, isOfLibrary(call)));
    if (isThrowing(call, requestsAt) || (reaches(call) && !isSeen)) handlers.set(handler.at.start, handler);
  }
  return [...handlers.values()].map(({ at }) => ({ how: 'swallowed', at }));
}

/** Whether a failure propagates out of the function that makes a call. */
function propagatesFailure({ outcome }: Call): boolean {
  return outcome?.handler?.throws !== false;
}

/** Whether a call makes a request to Cloudflare throw if refused: `response.raise_for_status()`. */
function isThrowing({ callee }: Call, requestsAt: ReadonlySet<number>): boolean {
  return (
    callee.kind === 'name' &&
    callee.of !== undefined &&
    requestsAt.has(callee.of.at.start) &&
    throwsOn({ path: callee.path, isTest: false })
  );
}

/** Whether a use may notice a failure, such as by testing the fallback: `const zone = await get().catch(() => null); if (!zone) …`. */
function detectsFailure({ path, isTest, isUnknown }: Use, isResource: boolean): boolean {
  // The SDK returns the resource itself, so `status` is not the status of the response.
  return (!isResource && path.some((member) => outcomeMembers.has(member))) || ((isTest || isUnknown === true) && path.length === 0);
}

/** Whether a handler neither uses the error, nor throws, nor calls anything that could report it, nor records that there was one. */
function swallowsError({ at, bodyAt = at, usesError, throws, counts }: Handler, file: SourceFile): boolean {
  if (usesError || throws || counts || returnsFailure(bodyAt, file)) return false;
  return !mayReport(bodyAt, file) && !beginningIn(file.bindings, bodyAt).some((binding) => within(binding.at, bodyAt));
}

/** Whether a handler returns a failure: a table that describes it, or `false` where the function otherwise returns `true`. */
function returnsFailure(at: Span, file: SourceFile): boolean {
  const exits = (file.exits ?? []).filter(({ how }) => how === 'returned');
  const own = exits.filter((exit) => within(exit.at, at));
  return own.some(({ value, functionAt }) => {
    if (value.kind === 'table') return value.entries.some(({ key }) => explaining.has(key));
    if (value.kind !== 'opaque' || value.value !== false) return false;
    return exits.some((exit) => exit.functionAt?.end === functionAt?.end && exit.value.kind === 'opaque' && exit.value.value === true);
  });
}

/**
 * Returns where rejections are filtered out and ignored:
 * `(await Promise.allSettled(zones.map(purge))).filter(({ status }) => status === 'fulfilled')`.
 */
function uncheckedSettled(file: SourceFile, requestsAt: ReadonlySet<number>): readonly IgnoredFailure[] {
  if (looksAtRejections.test(file.text)) return [];
  const reaches = reachesCall((call) => requestsAt.has(call.at.start) || isOfLibrary(call));
  return file.calls.flatMap((call): readonly IgnoredFailure[] => {
    const { callee, outcome, at, calleeAt } = call;
    if (callee.kind !== 'name' || callee.path.join('.') !== 'Promise.allSettled' || !outcome) return [];
    const isSifted = outcome.uses.every(({ path: [method = ''] }) => settledFilters.has(method));
    const isSent = beginningIn(file.calls, at).some((inner) => inner.at.start !== at.start && within(inner.at, at) && reaches(inner));
    return isSifted && isSent ? [{ how: 'swallowed', at: calleeAt }] : [];
  });
}

function isOfLibrary({ callee }: Call): boolean {
  const member = callee.kind === 'name' ? sdkMember(callee) : undefined;
  // A member of the client itself may be anything, unless it is known as a method of a resource.
  return member?.sure === true && (callee.kind !== 'name' || callee.path.length > 1 || member.path.includes('.'));
}
