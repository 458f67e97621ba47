import { credentialHeaders } from '../../cloudflare/credentials/headers.js';
import { isPublicVariable } from '../../cloudflare/credentials/names.js';
import { httpClients } from '../../cloudflare/http/http-clients.js';
import type { Call, Name, SourceFile, Span, Value } from '../../source/model.js';
import { perFile, within } from '../../source/values.js';
import { clients } from '../requests/sdk-clients.js';
import { environment, secretVariables, variableOf } from '../program/environment.js';
import { destination } from '../requests/destination.js';
import { headers } from '../requests/headers/headers.js';
import { reachesCall } from '../program/reachable-calls.js';
import type { Request } from '../requests/request.js';
import { requests } from '../requests/requests.js';
import { objectKey } from '../requests/http-clients.js';
import { declaredSecret } from './called-credentials.js';
import { checkedVariable } from './checked-environments.js';
import { hookedRequests } from '../requests/hooked-requests.js';
import { optionObjects } from './options.js';
import { secretMember, vaultRead } from './secret-reads.js';
import { identity, isSecretRole, leaves, sentCredentials } from './sent-credentials.js';
import { chainOf } from '../program/callees.js';

/** An object with a credential among its members. */
export interface CredentialContainer {
  /** The credential's name, or the path to it. */
  readonly variable: string;
  /**
   * The kind of object that exposes the credential only when it is printed with all its members: an error, whose text is just its message; a
   * response; a client.
   */
  readonly whole?: 'error' | 'client' | undefined;
  /** Whether it is a plain object, which exposes nothing when converted to text. */
  readonly isPlain?: true;
}

/** Returns a function from a name or call of this file to the credential among its members, if it certainly has one. */
export const credentialContainers = perFile((file: SourceFile): ((value: Name | Call) => CredentialContainer | undefined) => {
  const plain = new Map([...parents(file), ...environments(file)]);
  const others = new Map([...opened(file), ...carriers(file)]);
  const isSecret = secretVariables(file);
  const made = new Map(clients(file).flatMap(({ id, at, credentials }) => (id === 'cloudflare' ? madeWith(at.start, credentials) : [])));
  // By start and end: a call chained to a request, as in `axios.get(url).then(…)`, starts at the same offset.
  const answered = new Map(withHeader(file).map((request) => [objectKey(request.at), request] as const));
  const caught = caughtErrors(file, answered);
  const answersHold = [...answered.values()].some((request) => holding(request) !== undefined);
  const interceptors = interceptorsIn(file);
  const optionOf = optionObjects(file);
  const hookedIn = hookedRequests(file, (request) => destination(request) === 'cloudflare' && sendsCredential(request));
  return (value) => {
    const found = containerOf(value);
    return found && value.kind === 'name' && isTakenOut(found, value) ? undefined : found;
  };

  function containerOf(value: Name | Call): CredentialContainer | undefined {
    const key = identity(value);
    const [other, variable] = [others.get(key), plain.get(key)];
    if (other !== undefined) return { variable: other };
    if (variable !== undefined) return { variable, isPlain: true };
    const found =
      value.kind === 'call'
        ? ofCall(value)
        : (ofClient(value) ?? ofError(value) ?? ofMember(value) ?? ofIntercepted(value) ?? ofHooked(value));
    return found ?? ofChecked(value) ?? ofOptions(value) ?? ofVault(value) ?? (value.kind === 'name' ? ofDeclared(value) : undefined);
  }

  function ofChecked(value: Name | Call): CredentialContainer | undefined {
    const checked = checkedVariable(value, isSecret);
    return checked === undefined ? undefined : { variable: checked };
  }

  function ofOptions(value: Name | Call): CredentialContainer | undefined {
    const option = optionOf(value);
    return option === undefined ? undefined : { variable: option, isPlain: true };
  }

  /** `env: Env` where `interface Env { CLOUDFLARE_API_TOKEN: string }` */
  function ofDeclared(value: Name): CredentialContainer | undefined {
    const variable = value.declares?.([]).find((member) => /^[A-Z][A-Z\d_]+$/.test(member) && isSecret(member));
    const declared = variable ?? declaredSecret(value);
    return declared === undefined ? undefined : { variable: declared, isPlain: true };
  }

  /** `(await vault.read('secret/data/cloudflare')).data` */
  function ofVault(value: Name | Call): CredentialContainer | undefined {
    const call = value.kind === 'call' ? value : value.of;
    const isAll = value.kind === 'call' || value.path.every((member) => member === 'data');
    const way = isAll && call ? vaultRead(call) : undefined;
    return way === undefined ? undefined : { variable: way, isPlain: true };
  }

  function ofIntercepted({ declaredAt, path }: Name): CredentialContainer | undefined {
    const found = declaredAt && interceptors.find(({ at }) => isFirstParameter(declaredAt, at, file));
    if (!found) return undefined;
    const [head = '', ...below] = path;
    const isWhole = below.length === 0;
    if (found.isRequest) {
      const isHeaders = below[0] === 'headers' && isCredential(below[1]);
      return isWhole || isHeaders ? { variable: isWhole ? `${head}.headers` : path.join('.') } : undefined;
    }
    if (isWhole) return { variable: `${head}.config.headers`, whole: 'error' };
    return holdsHeaders(below, found.members) ? { variable: path.join('.') } : undefined;
  }

  function ofHooked(name: Name): CredentialContainer | undefined {
    const variable = hookedIn(name);
    return variable === undefined ? undefined : { variable };
  }

  /** `client.apiToken` */
  function ofClient({ of, path }: Name): CredentialContainer | undefined {
    const option = of && made.get(of.at.start);
    return option !== undefined && path.join('.') === option ? { variable: option } : undefined;
  }

  function ofCall(call: Call): CredentialContainer | undefined {
    const option = made.get(call.at.start);
    if (call.new && option !== undefined) return { variable: option, whole: 'client' };
    const { callee } = call;
    // `error.toJSON()`
    if (callee.kind === 'name' && callee.path[1] === 'toJSON') return ofError(callee);
    return holding(answered.get(objectKey(awaited(call).at))) && { variable: 'config.headers', whole: 'error' };
  }

  function ofError({ declaredAt, path }: Name): CredentialContainer | undefined {
    const members = declaredAt && caught.get(declaredAt.start);
    if (!members) return undefined;
    if (path.length === 1) return answersHold ? { variable: `${path[0] ?? ''}.${members[0] ?? ''}.headers`, whole: 'error' } : undefined;
    return holdsHeaders(path.slice(1), members) ? { variable: path.join('.') } : undefined;
  }

  function ofMember({ of, path }: Name): CredentialContainer | undefined {
    const members = of && holding(answered.get(objectKey(awaited(of).at)));
    return members && holdsHeaders(path, members) ? { variable: path.join('.') } : undefined;
  }
});

/** Whether destructuring has taken the credential out: `rest` in `const { CF_API_TOKEN, ...rest } = process.env`. */
function isTakenOut({ variable }: CredentialContainer, { without }: Name): boolean {
  return without !== undefined && variable.split('.').some((member) => without.has(member));
}

/**
 * Whether a path leads to the headers through the request in a response or error: `config`, `config.headers`,
 * `response.config.headers.Authorization`.
 */
function holdsHeaders(path: readonly string[], members: readonly string[]): boolean {
  const [first = '', ...rest] = path;
  if (first === 'response' && members.includes(first)) return rest.length === 0 || holdsHeaders(rest, members);
  return members.includes(first) && (rest.length === 0 || (rest[0] === 'headers' && isCredential(rest[1])));
}

function isCredential(header: string | undefined): boolean {
  return header === undefined || credentialHeaders.has(header.toLowerCase());
}

/** Returns the call whose result passes through unchanged: `axios.get(url)` in `axios.get(url).catch(handle)`. */
function awaited(call: Call): Call {
  const isPassing = ({ callee }: Call): boolean => callee.kind === 'name' && /^(?:catch|finally)$/.test(callee.path.join('.'));
  return chainOf(call).find((each) => !isPassing(each)) ?? call;
}

function holding(request: Request | undefined): readonly string[] | undefined {
  return request && httpClients[request.client]?.holding;
}

/** Returns the members of a client's errors that hold the request. */
function heldByErrors(request: Request | undefined): readonly string[] | undefined {
  return holding(request) ?? (request && httpClients[request.client]?.errorsHold);
}

/** Returns requests to Cloudflare with a credential in their headers. */
function withHeader(file: SourceFile): readonly Request[] {
  return requests(file).filter((request) => isHolding(request, false) && sendsCredential(request));
}

/** Whether a request goes to Cloudflare, by a client whose responses or errors hold the request. */
function isHolding(request: Request, isDefaults: boolean): boolean {
  return request.isDefaults === isDefaults && heldByErrors(request) !== undefined && destination(request) === 'cloudflare';
}

function sendsCredential(request: Request): boolean {
  return request.headers.some(({ name, value }) => isSecretRole(credentialHeaders.get(name)?.role ?? 'identifier') && !isPublished(value));
}

/** Whether a bundler publishes the value anyway. That is reported where it is read. */
function isPublished(value: Value): boolean {
  const made = leaves(value);
  return made.length > 0 && made.every((leaf) => leaf.kind === 'name' && isPublicVariable(variableOf(leaf) ?? ''));
}

/** Returns where the variables that catch errors of such requests are declared, with the error members that hold the request. */
function caughtErrors(file: SourceFile, sent: ReadonlyMap<string, Request>): ReadonlyMap<number, readonly string[]> {
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

function madeWith(
  start: number,
  credentials: readonly { readonly role: string; readonly option: string }[],
): readonly (readonly [number, string])[] {
  const given = credentials.find(({ role }) => isSecretRole(role));
  return given ? [[start, given.option]] : [];
}

/** Returns objects with a member that is sent to Cloudflare: `account` where `account.token` is sent. */
function parents(file: SourceFile): readonly (readonly [string, string])[] {
  return sentCredentials(file).flatMap(({ leaf, variable }) => {
    if (leaf.kind !== 'name') return [];
    const { path, of, declaredAt } = leaf;
    const parent = path.slice(0, -1);
    if (of && parent.length === 0) return [[identity(of), variable] as const];
    return parent.length > 0 && (of ?? declaredAt) ? [[identity({ ...leaf, path: parent }), variable] as const] : [];
  });
}

/** Returns environment objects with a member that is read: `env` where `env.CLOUDFLARE_API_TOKEN` is read. */
function environments(file: SourceFile): readonly (readonly [string, string])[] {
  const isSecret = secretVariables(file);
  return environment(file).flatMap(({ variable, name }) =>
    name.path.length > 1 && isSecret(variable) ? [[identity({ ...name, path: name.path.slice(0, -1) }), variable] as const] : [],
  );
}

/**
 * Returns calls with a member of their results that is read: `env` in `const env = loadEnv(mode, cwd, '')`, where `env.CLOUDFLARE_API_TOKEN` is read.
 */
function opened(file: SourceFile): readonly (readonly [string, string])[] {
  const isSecret = secretVariables(file);
  return file.reads.flatMap((name) => {
    const variable = name.of && secretMember(name);
    return name.of && variable !== undefined && isSecret(variable) ? [[identity(name.of), variable] as const] : [];
  });
}

/** Returns the headers of `new Request(…)` objects that contain a credential. */
function carriers(file: SourceFile): readonly (readonly [string, string])[] {
  const secret = headers(file).filter(({ carries }) => isSecretRole(carries.role));
  if (secret.length === 0) return [];
  return file.calls.flatMap((call) => {
    const { callee, at } = call;
    const isRequest = call.new && callee.kind === 'name' && callee.module === undefined && callee.path.join('.') === 'Request';
    if (!isRequest || !secret.some((header) => within(header.at, at))) return [];
    return [[identity({ kind: 'name', of: call, path: ['headers'], at }), 'headers'] as const];
  });
}

/** A function that receives each request, response or error of a client that sends a credential. */
interface Interceptor {
  readonly at: Span;
  readonly isRequest: boolean;
  /** Members of responses and errors that hold the request. */
  readonly members: readonly string[];
}

function interceptorsIn(file: SourceFile): readonly Interceptor[] {
  const instances = requests(file).filter((request) => isHolding(request, true));
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
function isFirstParameter(declaredAt: Span, at: Span, { text }: SourceFile): boolean {
  return within(declaredAt, at) && /^[\w\s]*(?:\(\s*)?$/.test(text.slice(at.start, declaredAt.start));
}
