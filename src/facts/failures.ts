import { bodyReaders, outcomes, queried, sending, telling, waiting } from '../cloudflare/answers.js';
import { credentialHeaders } from '../cloudflare/headers.js';
import { apiPath } from '../cloudflare/hosts.js';
import type { Call, Handler, SourceFile, Span, Use } from '../source.js';
import { beginningIn, perFile, shape, within } from '../values.js';
import { sdkOf } from './clients.js';
import { destination } from './headers.js';
import { reaching } from './reaching.js';
import { type Request, requests } from './requests.js';

/** A place where a program does not see that Cloudflare refused its credential. */
export interface IgnoredFailure {
  /** The answer is dropped; only what it brings is read; the failure is caught and forgotten. */
  readonly how: 'dropped' | 'unchecked' | 'swallowed';
  readonly at: Span;
  /** The request, if its answer says by `ok` whether it was refused. */
  readonly request?: Span;
}

/** Every such place of a file, in the order of the text. */
export const ignoredFailures = perFile((file: SourceFile): readonly IgnoredFailure[] => {
  const toCloudflare = requests(file).filter(isApiCall);
  const found = [...toCloudflare.flatMap(unseen), ...swallowed(file, new Set(toCloudflare.map(({ at }) => at.start)))];
  return found.sort((one, other) => one.at.start - other.at.start);
});

/** A request to the API that carries a credential, or may. */
function isApiCall(request: Request): boolean {
  if (request.isDefaults || destination(request) !== 'cloudflare') return false;
  const isApi = request.urls.some((url) => apiPath(shape(url)) !== undefined || url.parts[0]?.kind === 'hole');
  return isApi && (request.headersOpen || request.headers.some(({ name }) => credentialHeaders.has(name)));
}

/** Clients that do not reject leave it to the program to look. */
function unseen({ throws, client, call, calleeAt: at }: Request): readonly IgnoredFailure[] {
  const { outcome } = call;
  if (throws || !outcome) return [];
  const hasCallback = call.arguments.some((argument) => argument.kind === 'opaque' && argument.what === 'function');
  const uses = outcome.uses.filter(({ path: [first = ''] }) => !sending.has(first));
  const asked = client === 'fetch' ? { request: call.at } : {};
  if (uses.length === 0) return hasCallback ? [] : [{ how: 'dropped', at, ...asked }];
  return uses.every(isBlind) && uses.some(readsOutcome) ? [{ how: 'unchecked', at, ...asked }] : [];
}

/** A use that sees nothing of a failure: of what the request brings, or whether there is an answer at all. */
function isBlind(use: Use): boolean {
  if (use.path.some((member) => telling.has(member))) return false;
  return readsOutcome(use) || (use.isTest && use.path.length <= 1);
}

function readsOutcome({ path }: Use): boolean {
  const from = path.findIndex((member) => bodyReaders.has(member));
  const members = path.slice(from + 1 + (path[from] === 'body' && path[from + 1] === 'json' ? 1 : 0));
  return from === 0 && (outcomes.has(members[0] ?? '') || (members[0] === queried && members.length > 1));
}

/** Handlers that forget the failure of a request to Cloudflare, of a call of its library, or of a function of the file that makes one. */
function swallowed(file: SourceFile, requestsAt: ReadonlySet<number>): readonly IgnoredFailure[] {
  const reaches = reaching((call) => requestsAt.has(call.at.start) || isOfLibrary(call));
  const handlers = new Map<number, Handler>();
  for (const call of file.calls) {
    const handler = call.outcome?.handler;
    if (!handler || handlers.has(handler.at.start) || !forgets(handler, file)) continue;
    if (reaches(call) && !call.outcome.uses.some((use) => seesFailure(use, isOfLibrary(call)))) handlers.set(handler.at.start, handler);
  }
  return [...handlers.values()].map(({ at }) => ({ how: 'swallowed', at }));
}

/** `const zone = await get().catch(() => null); if (!zone) …`: what stands in for the answer is looked at. */
function seesFailure({ path, isTest }: Use, isResource: boolean): boolean {
  // The library gives the resource itself: its `status` is not that of the answer.
  return (!isResource && path.some((member) => telling.has(member))) || (isTest && path.length === 0);
}

/** Neither looks at the error, nor throws, nor calls anything that could tell somebody, nor keeps in mind that there was one. */
function forgets({ at, usesError, throws }: Handler, file: SourceFile): boolean {
  if (usesError || throws) return false;
  const tells = beginningIn(file.calls, at).some(
    ({ at: inner, callee }) => within(inner, at) && !(callee.kind === 'name' && waiting.test(callee.path.at(-1) ?? '')),
  );
  return !tells && !beginningIn(file.bindings, at).some((binding) => within(binding.at, at));
}

function isOfLibrary({ callee }: Call): boolean {
  if (callee.kind !== 'name' || callee.path.length < 2) return false;
  const made = callee.of?.callee.kind === 'name' ? sdkOf(callee.of.callee) : undefined;
  return made?.id === 'cloudflare' || callee.type?.name.module === 'cloudflare';
}
