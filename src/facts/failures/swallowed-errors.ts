/** Errors of requests to Cloudflare that are caught, or collected as rejections, and then forgotten. */
import {
  explaining,
  idleFunctions,
  looksAtRejections,
  outcomeMembers,
  progressNames,
  settledFilters,
  stateMakers,
} from '../../cloudflare/http/response-checks.js';
import { httpClients } from '../../cloudflare/http/http-clients.js';
import type { Binding, Call, Handler, SourceFile, Span, Use, Value } from '../../source/model.js';
import { beginningIn, within } from '../../source/span.js';
import { chainOf } from '../program/callees.js';
import { reachesCall } from '../program/reachable-calls.js';
import type { Request } from '../requests/request.js';
import { sdkMember } from '../requests/sdk-clients.js';
import { throwsOn } from './response-uses.js';

/** Returns handlers that swallow the failure of a request to Cloudflare, of a call of its SDK, or of a function of the file that makes one. */
export function swallowedErrors(file: SourceFile, requestsAt: ReadonlySet<number>): readonly Span[] {
  const reaches = reachesCall((call) => requestsAt.has(call.at.start) || isOfLibrary(call), propagatesFailure);
  const handlers = new Map<number, Handler>();
  const note = (call: Call, handler: Handler | undefined, isFailing: (call: Call) => boolean): void => {
    if (!handler || handlers.has(handler.at.start) || !swallowsError(handler, file)) return;
    const uses = handler.uses ?? call.outcome?.uses ?? [];
    // An error that is thrown because of a response is swallowed as well.
    const isSwallowed = (use: Use): boolean => throwsOn(use) || use.handledAt?.start === handler.at.start;
    const isEmptied = bindingsIn(handler.bodyAt ?? handler.at, file).some(emptiesVariable);
    const isSeen = uses.some((use) => (isEmptied && use.isTest) || (!isSwallowed(use) && detectsFailure(use, isOfLibrary(call))));
    if (isThrowing(call, requestsAt) || (isFailing(call) && !isSeen)) handlers.set(handler.at.start, handler);
  };
  for (const call of file.calls) {
    note(call, call.outcome?.handler, reaches);
    note(call, call.outcome?.handlerOfPassed, ({ inside }) => inside.some(reaches));
  }
  return [...handlers.values()].map(({ at }) => at);
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
function swallowsError({ at, bodyAt = at, usesError, throws, counts, calls }: Handler, file: SourceFile): boolean {
  if (usesError || throws || counts || returnsFailure(bodyAt, file)) return false;
  if (calls) return calls.every((name) => idleFunctions.test(name));
  return !mayReport(bodyAt, file) && bindingsIn(bodyAt, file).every(emptiesVariable);
}

function bindingsIn(stretch: Span, { bindings }: SourceFile): readonly Binding[] {
  return beginningIn(bindings, stretch).filter(({ at }) => within(at, stretch));
}

/** `records = []`, `this.records = []`, `records.value = []`: nothing distinguishes this from an empty result. */
function emptiesVariable({ names, value, target }: Binding): boolean {
  const [first = '', second] = names;
  const isState = second === 'value' && target !== undefined && holdsState(target.of);
  if (names.length > 2 || (second !== undefined && first !== 'this' && !isState)) return false;
  return isEmptied(first === 'this' ? (second ?? '') : first, value);
}

/** `setRecords([])` of `const [records, setRecords] = useState([])`. */
function emptiesState({ callee, arguments: [value, ...others] }: Call): boolean {
  if (callee.kind !== 'name' || callee.path.length !== 1 || !value || others.length > 0 || !holdsState(callee.from)) return false;
  return isEmptied((callee.path[0] ?? '').replace(/^set/, ''), value);
}

function holdsState(maker: Call | undefined): boolean {
  return maker?.callee.kind === 'name' && stateMakers.test(maker.callee.path.at(-1) ?? '');
}

/** Whether a variable becomes empty, or tells that nothing is in progress any more. */
function isEmptied(name: string, value: Value): boolean {
  if (value.kind === 'list') return value.items.length === 0 && !value.open;
  if (value.kind === 'table') return value.entries.length === 0 && !value.open;
  return value.kind === 'opaque' && value.value === false && progressNames.test(name);
}

/** Whether a span calls anything that could report a failure: anything but waiting, sending requests and reading their responses. */
export function mayReport(stretch: Span, file: SourceFile, requests: readonly Call[] = []): boolean {
  return beginningIn(file.calls, stretch).some((call) => {
    const { at, callee, calleeAt } = call;
    if (!within(at, stretch) || requests.some((request) => within(at, request.at))) return false;
    // A function that calls itself again reports no more than it does.
    if (callee.kind === 'opaque' && within(stretch, callee.at)) return false;
    if (emptiesState(call)) return false;
    const isOfAnswer = callee.kind === 'name' && requests.some((request) => callee.of?.at.start === request.at.start);
    // A call of a function of the file has no callee name, so its name is taken from the text.
    const name = callee.kind === 'name' ? callee.path.at(-1) : file.text.slice(calleeAt.start, calleeAt.end);
    return !isOfAnswer && !idleFunctions.test(name ?? '');
  });
}

/** Whether a handler returns a failure: a table that describes it, or `false` where the function otherwise returns `true`. */
function returnsFailure(at: Span, file: SourceFile): boolean {
  const exits = (file.exits ?? []).filter(({ how }) => how === 'returned');
  const own = exits.filter((exit) => within(exit.at, at));
  return own.some(({ value, functionAt, givenTo }) => {
    if (value.kind === 'table') return value.entries.some(({ key }) => explaining.has(key));
    if (value.kind !== 'opaque' || value.value !== false) return false;
    const chain = givenTo ? chainOf(givenTo) : [];
    return exits.some(
      (exit) =>
        (exit.functionAt?.end === functionAt?.end || chain.some((call) => call.at.end === exit.givenTo?.at.end)) &&
        exit.value.kind === 'opaque' &&
        exit.value.value === true,
    );
  });
}

/**
 * Returns where rejections are filtered out and ignored:
 * `(await Promise.allSettled(zones.map(purge))).filter(({ status }) => status === 'fulfilled')`.
 */
export function ignoredRejections(file: SourceFile, requestsAt: ReadonlySet<number>): readonly Span[] {
  const areLookedAt = looksAtRejections.test(file.text);
  const reaches = reachesCall((call) => requestsAt.has(call.at.start) || isOfLibrary(call), propagatesFailure);
  return file.calls.flatMap((call): readonly Span[] => {
    const { callee, outcome, at, calleeAt } = call;
    if (callee.kind !== 'name' || callee.path.join('.') !== 'Promise.allSettled' || !outcome) return [];
    // Where the outcomes are dropped, nothing looks at them, whatever the file does elsewhere.
    if (areLookedAt && outcome.uses.length > 0) return [];
    const isSifted = outcome.uses.every(({ path: [method = ''] }) => settledFilters.has(method));
    const isHandled = ({ outcome: inner }: Call): boolean => inner?.handler !== undefined && within(inner.handler.at, at);
    const isSent = beginningIn(file.calls, at).some(
      (inner) => inner.at.start !== at.start && within(inner.at, at) && !isHandled(inner) && reaches(inner),
    );
    return isSifted && isSent ? [calleeAt] : [];
  });
}

/** Returns functions that swallow what clients reject: `api.interceptors.response.use((response) => response, () => ({ data: [] }))`. */
export function swallowedByInterceptors(file: SourceFile, clients: readonly Request[]): readonly Span[] {
  const methodOf = new Map(clients.map(({ client, at }) => [at.start, httpClients[client]?.intercepts?.response]));
  const intercepting = clients.length === 0 ? [] : file.calls.filter(({ callee }) => isMethodOf(methodOf, callee));
  return intercepting.flatMap((call): readonly Span[] => {
    const [, onRejected] = call.arguments;
    if (onRejected?.kind !== 'opaque' || onRejected.what !== 'function') return [];
    const { at } = onRejected;
    const usesError = call.outcome?.callbackUses?.some((uses) => uses.length > 0) !== false;
    const throws = (file.exits ?? []).some((exit) => exit.how === 'thrown' && within(exit.at, at));
    return swallowsError({ at, usesError, throws }, file) ? [at] : [];
  });
}

function isMethodOf(methodOf: ReadonlyMap<number, string | undefined>, callee: Call['callee']): boolean {
  return callee.kind === 'name' && callee.of !== undefined && methodOf.get(callee.of.at.start) === callee.path.join('.');
}

function isOfLibrary({ callee }: Call): boolean {
  const member = callee.kind === 'name' ? sdkMember(callee) : undefined;
  // A member of the client itself may be anything, unless it is known as a method of a resource.
  return member?.sure === true && (callee.kind !== 'name' || callee.path.length > 1 || member.path.includes('.'));
}
