/** Objects that hold a request to Cloudflare with its headers: responses, errors, and what interceptors receive. */
import { credentialHeaders } from '../../cloudflare/credentials/headers.js';
import { isPublicVariable } from '../../cloudflare/credentials/names.js';
import { httpClients } from '../../cloudflare/http/http-clients.js';
import type { Call, SourceFile, Span, Value } from '../../source/model.js';
import { within } from '../../source/span.js';
import { chainOf } from '../program/callees.js';
import { variableOf } from '../program/environment.js';
import { reachesCall } from '../program/reachable-calls.js';
import { destination } from '../requests/destination.js';
import { headers } from '../requests/headers/headers.js';
import { objectKey } from '../requests/http-clients.js';
import type { Request } from '../requests/request.js';
import { requests } from '../requests/requests.js';
import { isSecretHeader, isSecretRole, leaves } from './sent-credentials.js';

/**
 * Whether a path leads to the headers through the request in a response or error: `config`, `config.headers`,
 * `response.config.headers.Authorization`.
 */
export function holdsHeaders(path: readonly string[], members: readonly string[]): boolean {
  const [first = '', ...rest] = path;
  if (first === 'response' && members.includes(first)) return rest.length === 0 || holdsHeaders(rest, members);
  return members.includes(first) && (rest.length === 0 || (rest[0] === 'headers' && isCredential(rest[1])));
}

/** Whether a header is a credential, or all headers are meant. */
export function isCredential(header: string | undefined): boolean {
  return header === undefined || credentialHeaders.has(header.toLowerCase());
}

/** Returns the call whose result passes through unchanged: `axios.get(url)` in `axios.get(url).catch(handle)`. */
export function awaited(call: Call): Call {
  const isPassing = ({ callee }: Call): boolean => callee.kind === 'name' && /^(?:catch|finally)$/.test(callee.path.join('.'));
  return chainOf(call).find((each) => !isPassing(each)) ?? call;
}

/** Returns the members of a client's responses that hold the request. */
export function membersHolding(request: Request | undefined): readonly string[] | undefined {
  return request && httpClients[request.client]?.holding;
}

/** Returns the members of a client's errors that hold the request. */
function heldByErrors(request: Request | undefined): readonly string[] | undefined {
  return membersHolding(request) ?? (request && httpClients[request.client]?.errorsHold);
}

/** Returns requests to Cloudflare with a credential in their headers. */
export function withHeader(file: SourceFile): readonly Request[] {
  return requests(file).filter((request) => !request.isDefaults && isHeld(request) && sendsCredential(request));
}

/** Whether a request goes to Cloudflare, by a client whose responses or errors hold the request. */
function isHeld(request: Request): boolean {
  return heldByErrors(request) !== undefined && destination(request) === 'cloudflare';
}

/** Whether a request has a credential in its headers. */
export function sendsCredential(request: Request): boolean {
  return request.headers.some(({ name, value }) => isSecretHeader(name) && !isPublished(value));
}

/** Whether a bundler publishes the value anyway. That is reported where it is read. */
function isPublished(value: Value): boolean {
  const made = leaves(value);
  return made.length > 0 && made.every((leaf) => leaf.kind === 'name' && isPublicVariable(variableOf(leaf) ?? ''));
}

/** Returns where the variables that catch errors of such requests are declared, with the error members that hold the request. */
export function caughtErrors(file: SourceFile, sent: ReadonlyMap<string, Request>): ReadonlyMap<number, readonly string[]> {
  const errors = new Map<number, readonly string[]>();
  const [first] = sent.values();
  const members = heldByErrors(first);
  if (!members) return errors;
  const reaches = reachesCall(
    ({ at }) => sent.has(objectKey(at)),
    ({ outcome }) => !outcome?.handler || outcome.handler.throws,
  );
  for (const call of file.calls) {
    const caughtAt = call.outcome?.handler?.caughtAt;
    if (caughtAt && !errors.has(caughtAt.start) && reaches(call)) errors.set(caughtAt.start, members);
  }
  return errors;
}

/** A function that receives each request, response or error of a client that sends a credential. */
interface Interceptor {
  readonly at: Span;
  readonly isRequest: boolean;
  /** Members of responses and errors that hold the request. */
  readonly members: readonly string[];
}

/** Returns the interceptors of clients that send a credential to Cloudflare. */
export function interceptorsIn(file: SourceFile): readonly Interceptor[] {
  const instances = requests(file).filter((request) => request.isDefaults && isHeld(request));
  const [sender] = instances;
  const { intercepts, holding: members = [] } = (sender && httpClients[sender.client]) ?? {};
  if (!intercepts) return [];
  const found = file.calls.flatMap(({ callee, arguments: values }) => {
    const called = callee.kind === 'name' ? callee.path.slice(-3).join('.') : '';
    const isRequest = called === intercepts.request;
    if (!isRequest && called !== intercepts.response) return [];
    return values.flatMap((value) => (value.kind === 'opaque' && value.what === 'function' ? [{ at: value.at, isRequest, members }] : []));
  });
  const addsHeader = (): boolean =>
    headers(file).some(({ at, carries }) => isSecretRole(carries.role) && found.some((interceptor) => within(at, interceptor.at)));
  return instances.some(sendsCredential) || addsHeader() ? found : [];
}

/** Whether a parameter is the first parameter of a function. */
export function isFirstParameter(declaredAt: Span, at: Span, { text }: SourceFile): boolean {
  return within(declaredAt, at) && /^[\w\s]*(?:\(\s*)?$/.test(text.slice(at.start, declaredAt.start));
}
