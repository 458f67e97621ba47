import {
  bodyReaders,
  explaining,
  looksAtRejections,
  outcomes,
  sifting,
  outcomeMembers,
  waiting,
} from '../../cloudflare/http/response-checks.js';
import { credentialHeaders } from '../../cloudflare/credentials/headers.js';
import { mayBeApi } from '../../cloudflare/http/hosts.js';
import { httpClients } from '../../cloudflare/http/http-clients.js';
import type { Call, Handler, SourceFile, Span, Use } from '../../source/model.js';
import { isElsewhere } from '../../source/span.js';
import { MOST_WRAPPERS } from '../program/calls.js';
import { alternatives, beginningIn, perFile, shape, within } from '../../source/values.js';
import { endedUnseen, passingOn, rejects, throwsOn, uncheckedUseOf } from './response-uses.js';
import { takesCallback } from './response-callbacks.js';
import { uncheckedUse } from './unchecked-responses.js';
import { sdkMember } from '../requests/sdk-clients.js';
import { isKeptUnchecked, isSilenced } from './command-outcomes.js';
import { destination } from '../requests/destination.js';
import { isDocumentation } from '../program/documentation.js';
import { reachesCall } from '../program/reachable-calls.js';
import type { Request } from '../requests/request.js';
import { urlHeads, requests } from '../requests/requests.js';

/** A place where a program does not see that Cloudflare refused its credential. */
export interface IgnoredFailure {
  /** The answer is dropped; only what it brings is read, of a request or of a GraphQL query; the failure is caught and forgotten; it is tried again whatever the answer. */
  readonly how: 'dropped' | 'unchecked' | 'query' | 'swallowed' | 'retried';
  readonly at: Span;
  /** The request, if its answer says by `ok`, or by raising an error, whether it was refused. */
  readonly request?: Span;
}

/** Every such place of a file, in the order of the text. */
export const ignoredFailures = perFile((file: SourceFile): readonly IgnoredFailure[] => {
  const toCloudflare = requests(file).filter(isApiCall);
  const found = [
    ...toCloudflare.flatMap((request) => unseen(request, file)),
    ...unseenByCallers(file, toCloudflare),
    ...swallowed(file, new Set(toCloudflare.map(({ at }) => at.start))),
    ...settledUnseen(file, new Set(toCloudflare.map(({ at }) => at.start))),
  ];
  return found.sort((one, other) => one.at.start - other.at.start).filter(({ at }, index, all) => all[index - 1]?.at.end !== at.end);
});

/** A request to the API that carries a credential, or may. */
function isApiCall(request: Request): boolean {
  if (request.isDefaults || destination(request) !== 'cloudflare') return false;
  const isApi = request.urls.some((url) => mayBeApi(shape(url)));
  return isApi && (request.headersOpen || request.headers.some(({ name }) => credentialHeaders.has(name)));
}

/** A request by a function of another module that leaves it to its callers to look: the first of those that does not is at fault. */
function unseenThrough({ call, through, passing = [] }: Request): readonly IgnoredFailure[] {
  const { uses = [] } = call.outcome ?? {};
  if (!through || uncheckedUse(uses) !== undefined) return [];
  const callers = [...passing].reverse().concat(through);
  for (const [index, at] of callers.slice(0, MOST_WRAPPERS).entries()) {
    const how = uncheckedUse(usesByCallers(uses, index + 1));
    if (how) return isElsewhere(at) ? [] : [{ how, at }];
  }
  return [];
}

/** How an answer is used by so many functions that return it to one another. */
function usesByCallers(uses: readonly Use[], callers: number): readonly Use[] {
  return uses.flatMap((use): readonly Use[] => {
    if (!use.caller) return [use];
    if (callers === 0) return [{ path: use.path, isTest: false }];
    return usesByCallers(use.caller.uses, callers - 1).map((each) => ({ ...each, path: [...use.path, ...each.path] }));
  });
}

/** Clients that do not reject leave it to the program to look. */
function unseen(request: Request, file: SourceFile): readonly IgnoredFailure[] {
  if (isElsewhere(request.at)) return rejects(request, file) || takesCallback(request) ? [] : unseenThrough(request);
  const found = endedUnseen(request, file) ?? (rejects(request, file) ? undefined : ignoredHow(request, file));
  if (found === 'dropped' && isExcerpt(request.at, file)) return [];
  const how = found === 'unchecked' && urlHeads(request).some(({ path }) => path.endsWith('/graphql')) ? 'query' : found;
  const canBeChecked = request.client === 'fetch' || httpClients[request.client]?.raises === true;
  return how ? [{ how, at: request.calleeAt, ...(canBeChecked && how !== 'retried' && { request: request.at }) }] : [];
}

/** Whether what follows is not shown: documents show how to send a request, and leave it to their readers to go on. */
function isExcerpt(at: Span, file: SourceFile): boolean {
  return isDocumentation(file) && file.conditional?.some((stretch) => within(at, stretch)) !== true;
}

function ignoredHow(request: Request, file: SourceFile): IgnoredFailure['how'] | undefined {
  if (isAskedApart(request, file)) return undefined;
  if (isSilenced(request.call, file)) return 'dropped';
  if (isKeptUnchecked(request.call, file)) return 'unchecked';
  return uncheckedUseOf(request, file) ?? (retries(request, file) ? 'retried' : undefined);
}

/** `curl_getinfo($request, CURLINFO_HTTP_CODE)`: how a request went is asked of the request, not of its answer. */
function isAskedApart({ client, call: sent }: Request, { calls }: SourceFile): boolean {
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

/** Whether a loop sends a request again until it succeeds, and does not report why it did not. */
function retries({ call }: Request, file: SourceFile): boolean {
  const { retry, uses = [] } = call.outcome ?? {};
  if (!retry || retry.throws) return false;
  const asksOk = uses.some(({ path }) => path[0] === 'ok');
  const asksNoMore = uses.every(({ path: [first = '', second = ''], isTest }) =>
    bodyReaders.has(first) ? !isTest || outcomes.has(second) : isTest && first === 'ok',
  );
  return asksOk && asksNoMore && !tells(retry.at, file, [call]);
}

/** Whether a stretch of the file calls anything that could report it: more than it takes to wait, and to send requests and read their answers. */
function tells(stretch: Span, file: SourceFile, requests: readonly Call[] = []): boolean {
  return beginningIn(file.calls, stretch).some(({ at, callee, calleeAt }) => {
    if (!within(at, stretch) || requests.some((request) => within(at, request.at))) return false;
    const isOfAnswer = callee.kind === 'name' && requests.some((request) => callee.of?.at.start === request.at.start);
    // A function of the file is looked through; what it is called by tells what it is for.
    const name = callee.kind === 'name' ? callee.path.at(-1) : file.text.slice(calleeAt.start, calleeAt.end);
    return !isOfAnswer && !waiting.test(name ?? '');
  });
}

/** Calls of functions of the file that leave it to their callers to look. */
function unseenByCallers(file: SourceFile, toCloudflare: readonly Request[]): readonly IgnoredFailure[] {
  const left = toCloudflare.filter((request) => !request.through && !rejects(request, file));
  const passing = passingOn(
    file,
    left.map(({ call }) => call),
  );
  if (passing.size === 0) return [];
  return file.calls.flatMap((call): readonly IgnoredFailure[] => {
    const { at, below, uses } = callOf(call, passing) ?? {};
    // What is only given on is for those to look at who are given it.
    const isPassed = uses?.some(({ isReturned, path }) => isReturned && /^(?:json)?$/.test(path.join('.'))) === true;
    const how = at && uses && !isPassed ? uncheckedUse(uses, below) : undefined;
    return how && at ? [{ how, at }] : [];
  });
}

/** How the answer is used of a function that a call calls, or that it hands on by name: `load(zone)`, `zones.map(load)`. */
function callOf(
  { callee, outcome, calleeAt, arguments: [first], argumentsAt: [firstAt] = [] }: Call,
  passing: ReadonlyMap<number, readonly string[]>,
): { readonly at: Span; readonly below: readonly string[]; readonly uses: readonly Use[] } | undefined {
  const called = callee.kind === 'opaque' ? passing.get(callee.at.end) : undefined;
  if (called && outcome) return { at: calleeAt, below: called, uses: outcome.uses };
  const handed = first?.kind === 'opaque' && first.what === 'function' ? passing.get(first.at.end) : undefined;
  return handed && firstAt && outcome?.items ? { at: firstAt, below: handed, uses: outcome.items } : undefined;
}

/** Handlers that forget the failure of a request to Cloudflare, of a call of its library, or of a function of the file that makes one. */
function swallowed(file: SourceFile, requestsAt: ReadonlySet<number>): readonly IgnoredFailure[] {
  const reaches = reachesCall((call) => requestsAt.has(call.at.start) || isOfLibrary(call), letsFail);
  const handlers = new Map<number, Handler>();
  for (const call of file.calls) {
    const handler = call.outcome?.handler;
    if (!handler || handlers.has(handler.at.start) || !forgets(handler, file)) continue;
    const isSeen = call.outcome.uses.some((use) => !throwsOn(use) && seesFailure(use, isOfLibrary(call)));
    if (isThrowing(call, requestsAt) || (reaches(call) && !isSeen)) handlers.set(handler.at.start, handler);
  }
  return [...handlers.values()].map(({ at }) => ({ how: 'swallowed', at }));
}

/** Whether a failure gets past the function that makes a call. */
function letsFail({ outcome }: Call): boolean {
  return outcome?.handler?.throws !== false;
}

/** `response.raise_for_status()`, of a request to Cloudflare. */
function isThrowing({ callee }: Call, requestsAt: ReadonlySet<number>): boolean {
  return (
    callee.kind === 'name' &&
    callee.of !== undefined &&
    requestsAt.has(callee.of.at.start) &&
    throwsOn({ path: callee.path, isTest: false })
  );
}

/** `const zone = await get().catch(() => null); if (!zone) …`: what stands in for the answer is looked at. */
function seesFailure({ path, isTest, isUnknown }: Use, isResource: boolean): boolean {
  // The library gives the resource itself: its `status` is not that of the answer.
  return (!isResource && path.some((member) => outcomeMembers.has(member))) || ((isTest || isUnknown === true) && path.length === 0);
}

/** Neither looks at the error, nor throws, nor calls anything that could report it, nor keeps in mind that there was one. */
function forgets({ at, bodyAt = at, usesError, throws, counts }: Handler, file: SourceFile): boolean {
  if (usesError || throws || counts || answers(bodyAt, file)) return false;
  return !tells(bodyAt, file) && !beginningIn(file.bindings, bodyAt).some((binding) => within(binding.at, bodyAt));
}

/** Whether a handler returns that something failed: a table that says what, or `false` where the function returns `true` otherwise. */
function answers(at: Span, file: SourceFile): boolean {
  const exits = (file.exits ?? []).filter(({ how }) => how === 'returned');
  const own = exits.filter((exit) => within(exit.at, at));
  return own.some(({ value, functionAt }) => {
    if (value.kind === 'table') return value.entries.some(({ key }) => explaining.has(key));
    if (value.kind !== 'opaque' || value.value !== false) return false;
    return exits.some((exit) => exit.functionAt?.end === functionAt?.end && exit.value.kind === 'opaque' && exit.value.value === true);
  });
}

/** `(await Promise.allSettled(zones.map(purge))).filter(({ status }) => status === 'fulfilled')`: nobody looks at what was rejected. */
function settledUnseen(file: SourceFile, requestsAt: ReadonlySet<number>): readonly IgnoredFailure[] {
  if (looksAtRejections.test(file.text)) return [];
  const reaches = reachesCall((call) => requestsAt.has(call.at.start) || isOfLibrary(call));
  return file.calls.flatMap((call): readonly IgnoredFailure[] => {
    const { callee, outcome, at, calleeAt } = call;
    if (callee.kind !== 'name' || callee.path.join('.') !== 'Promise.allSettled' || !outcome) return [];
    const isSifted = outcome.uses.every(({ path: [method = ''] }) => sifting.has(method));
    const isSent = beginningIn(file.calls, at).some((inner) => inner.at.start !== at.start && within(inner.at, at) && reaches(inner));
    return isSifted && isSent ? [{ how: 'swallowed', at: calleeAt }] : [];
  });
}

function isOfLibrary({ callee }: Call): boolean {
  const member = callee.kind === 'name' ? sdkMember(callee) : undefined;
  // A member of the client itself may be anything of it, unless it stands for one further down.
  return member?.sure === true && (callee.kind !== 'name' || callee.path.length > 1 || member.path.includes('.'));
}
