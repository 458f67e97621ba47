import { bodyReaders, outcomes } from '../../cloudflare/http/response-checks.js';
import { credentialHeaders } from '../../cloudflare/credentials/headers.js';
import { mayBeApi } from '../../cloudflare/http/hosts.js';
import { httpClients } from '../../cloudflare/http/http-clients.js';
import { grouped } from '../../source/grouped.js';
import type { SourceFile, Span } from '../../source/model.js';
import { isInOtherFile, within } from '../../source/span.js';
import { perFile } from '../../source/memoized.js';
import { alternatives, shape } from '../../source/values.js';
import { endedUnchecked, rejects, uncheckedUseOf } from './response-uses.js';
import { takesCallback } from './response-callbacks.js';
import { ignoredRejections, mayReport, swallowedByInterceptors, swallowedErrors } from './swallowed-errors.js';
import { uncheckedByCallers, uncheckedByCaller } from './unchecked-by-callers.js';
import { commandFault, isFailureSwallowed } from './command-outcomes.js';
import { destination } from '../requests/destination.js';
import { isDocumentation } from '../program/documentation.js';
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
  /** Where the request is sent, if that is in another file. */
  readonly origin?: Span;
}

/** Returns every such place of a file, in source order. */
export const ignoredFailures = perFile((file: SourceFile): readonly IgnoredFailure[] => {
  const toCloudflare = requests(file).filter(isApiCall);
  const swallowed = [
    ...swallowedErrors(file, sentAt(toCloudflare, file)),
    ...ignoredRejections(file, new Set(toCloudflare.map(({ at }) => at.start))),
    ...swallowedByInterceptors(
      file,
      requests(file).filter((request) => request.isDefaults && isToApi(request)),
    ),
  ];
  const written = new Set(toCloudflare.flatMap(({ through, at }) => (through ? [] : at.start)));
  // Only its callers tell a function of the file, or of another, that its request goes to Cloudflare.
  const isSentByCallers = ({ at, through }: Request): boolean => isInOtherFile(at) || (through !== undefined && !written.has(at.start));
  const found: IgnoredFailure[] = [
    ...toCloudflare.flatMap((request) => (isSentByCallers(request) ? uncheckedAtCaller(request, file) : uncheckedResponse(request, file))),
    ...ignoredByScripts(toCloudflare, file),
    ...uncheckedByCallers(file, toCloudflare),
    ...swallowed.map((at) => ({ how: 'swallowed' as const, at })),
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

function isToApi(request: Request): boolean {
  return destination(request) === 'cloudflare' && request.urls.some((url) => mayBeApi(shape(url)));
}

/** Whether a request goes to the API and carries a credential, or may. */
function isApiCall(request: Request): boolean {
  return (
    !request.isDefaults && isToApi(request) && (request.headersOpen || request.headers.some(({ name }) => credentialHeaders.has(name)))
  );
}

/** Returns what a script does wrong with the output of commands, or of its functions that print the output of one. */
function ignoredByScripts(toCloudflare: readonly Request[], file: SourceFile): readonly IgnoredFailure[] {
  const faults = toCloudflare.flatMap((request) => {
    const isNoticed = rejects(request, file) && !isFailureSwallowed(request.call, file);
    const how = isNoticed ? undefined : commandFault(request, file);
    const callers = request.through ? [request.through, ...(request.passing ?? [])] : [];
    return how ? [{ how, places: [...callers, request.calleeAt] }] : [];
  });
  const known = new Set(faults.map(({ places }) => placeKey(places)));
  return faults.flatMap(({ how, places }): readonly IgnoredFailure[] => {
    const [at] = places;
    // What a function does wrong is reported there, not where it is called.
    const isInside = places.some((_, index) => index > 0 && known.has(placeKey(places.slice(index))));
    if (!at || isInside || isInOtherFile(at) || (how === 'dropped' && isExcerpt(at, file))) return [];
    return [{ how, at }];
  });
}

const placeKey = (places: readonly Span[]): string => places.map(({ start }) => start).join(' ');

/** Returns the fault of the caller of a function that sends a request whose client does not reject. */
function uncheckedAtCaller(request: Request, file: SourceFile): readonly IgnoredFailure[] {
  return rejects(request, file) || takesCallback(request) ? [] : uncheckedByCaller(request);
}

/** Returns the fault of a request whose client does not reject, so that the program has to check the response. */
function uncheckedResponse(request: Request, file: SourceFile): readonly IgnoredFailure[] {
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
  return uncheckedUseOf(request, file) ?? (retries(request, file) ? 'retried' : undefined);
}

/** Whether the outcome is read from the request handle, not from the response: `curl_getinfo($request, CURLINFO_HTTP_CODE)`. */
function isCheckedByHandle({ client, call: sent }: Request, file: SourceFile): boolean {
  const { asked } = httpClients[client] ?? {};
  if (!asked) return false;
  const given = sent.arguments.flatMap(alternatives).flatMap(({ at }) => askingCalls(file).get(at.start) ?? []);
  return given.some(({ name, what }) => {
    const row = Object.hasOwn(asked, name) ? asked[name] : undefined;
    return row !== undefined && (what?.kind !== 'name' || row.test(what.path.at(-1) ?? ''));
  });
}

const askers = new Set(Object.values(httpClients).flatMap(({ asked = {} }) => Object.keys(asked)));

/** Calls that ask a request handle, by where the handle was made: what they are called, and what they ask for. */
const askingCalls = perFile(({ calls }: SourceFile) => {
  const asking = calls.flatMap(({ callee, arguments: [handle, what] }) => {
    const name = callee.kind === 'name' ? callee.path.join('.') : '';
    return handle && askers.has(name) ? alternatives(handle).map(({ at }) => ({ handle: at.start, name, what })) : [];
  });
  return grouped(asking, ({ handle }) => handle);
});

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
