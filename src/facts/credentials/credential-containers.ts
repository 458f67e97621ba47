import { credentialHeaders } from '../../cloudflare/credentials/headers.js';
import { httpClients } from '../../cloudflare/http/http-clients.js';
import type { Call, Name, SourceFile } from '../../source/model.js';
import { perFile } from '../../source/values.js';
import { clients } from '../requests/sdk-clients.js';
import { environment, secretVariables } from '../program/environment.js';
import { destination } from '../requests/headers.js';
import { reaching } from '../program/reachable-calls.js';
import type { Request } from '../requests/request.js';
import { requests } from '../requests/requests.js';
import { objectAt } from '../requests/http-clients.js';
import { identity, isSecretRole, sentCredentials } from './sent-credentials.js';

/** An object that has a credential in it. */
export interface Holder {
  /** The credential's name, or the way to it. */
  readonly variable: string;
  /** What shows it only when it is written with all its members: an error, whose text is its message; an answer; a client. */
  readonly whole?: 'error' | 'client' | undefined;
}

/** Tells of a name or call of this file what credential is a member of it, if one certainly is. */
export const holders = perFile((file: SourceFile): ((value: Name | Call) => Holder | undefined) => {
  const objects = new Map([...parents(file), ...environments(file)]);
  const made = new Map(clients(file).flatMap(({ id, at, credentials }) => (id === 'cloudflare' ? madeWith(at.start, credentials) : [])));
  // By its whole place: what is made of an answer begins where the request does, as `axios.get(url).then(…)`.
  const answered = new Map(withHeader(file).map((request) => [objectAt(request.at), request] as const));
  const caught = caughtErrors(file, answered);
  return (value) => {
    const variable = objects.get(identity(value));
    if (variable !== undefined) return { variable };
    if (value.kind === 'call') return ofCall(value);
    return ofError(value) ?? ofMember(value);
  };

  function ofCall(call: Call): Holder | undefined {
    const option = made.get(call.at.start);
    if (call.new && option !== undefined) return { variable: option, whole: 'client' };
    const { callee } = call;
    // `error.toJSON()`
    if (callee.kind === 'name' && callee.path[1] === 'toJSON') return ofError(callee);
    return holding(answered.get(objectAt(awaited(call).at))) && { variable: 'config.headers', whole: 'error' };
  }

  function ofError({ declaredAt, path }: Name): Holder | undefined {
    const members = declaredAt && caught.get(declaredAt.start);
    if (!members) return undefined;
    if (path.length === 1) return { variable: `${path[0] ?? ''}.${members[0] ?? ''}.headers`, whole: 'error' };
    return holdsHeaders(path.slice(1), members) ? { variable: path.join('.') } : undefined;
  }

  function ofMember({ of, path }: Name): Holder | undefined {
    const members = of && holding(answered.get(objectAt(awaited(of).at)));
    return members && holdsHeaders(path, members) ? { variable: path.join('.') } : undefined;
  }
});

/** Members of an answer's and an error's request: `config`, `config.headers`, `response.config.headers.Authorization`. */
function holdsHeaders(path: readonly string[], members: readonly string[]): boolean {
  const [first = '', ...rest] = path;
  if (first === 'response' && members.includes(first)) return rest.length === 0 || holdsHeaders(rest, members);
  return members.includes(first) && (rest.length === 0 || (rest[0] === 'headers' && isCredential(rest[1])));
}

function isCredential(header: string | undefined): boolean {
  return header === undefined || credentialHeaders.has(header.toLowerCase());
}

/** What a call gives on as it is: `axios.get(url)` in `axios.get(url).catch(handle)`. */
function awaited(call: Call): Call {
  const { callee } = call;
  const isPassing = callee.kind === 'name' && /^(?:catch|finally)$/.test(callee.path.join('.'));
  return isPassing && callee.of ? awaited(callee.of) : call;
}

function holding(request: Request | undefined): readonly string[] | undefined {
  return request && httpClients[request.client]?.holding;
}

/** Requests to Cloudflare with a credential in their headers. */
function withHeader(file: SourceFile): readonly Request[] {
  return requests(file).filter(
    (request) =>
      !request.isDefaults &&
      holding(request) !== undefined &&
      destination(request) === 'cloudflare' &&
      request.headers.some(({ name }) => isSecretRole(credentialHeaders.get(name)?.role ?? 'identifier')),
  );
}

/** Where variables are declared that hold the errors of such requests, and the members of these errors that hold the headers. */
function caughtErrors(file: SourceFile, sent: ReadonlyMap<string, Request>): ReadonlyMap<number, readonly string[]> {
  const errors = new Map<number, readonly string[]>();
  const [first] = sent.values();
  const members = holding(first);
  if (!members) return errors;
  const reaches = reaching(
    ({ at }) => sent.has(objectAt(at)),
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

/** `account` where `account.token` is sent to Cloudflare. */
function parents(file: SourceFile): readonly (readonly [string, string])[] {
  return sentCredentials(file).flatMap(({ leaf, variable }) => {
    if (leaf.kind !== 'name') return [];
    const { path, of, declaredAt } = leaf;
    const parent = path.slice(0, -1);
    if (of && parent.length === 0) return [[identity(of), variable] as const];
    return parent.length > 0 && (of ?? declaredAt) ? [[identity({ ...leaf, path: parent }), variable] as const] : [];
  });
}

/** `env` where `env.CLOUDFLARE_API_TOKEN` is read. */
function environments(file: SourceFile): readonly (readonly [string, string])[] {
  const isSecret = secretVariables(file);
  return environment(file).flatMap(({ variable, name }) =>
    name.path.length > 1 && isSecret(variable) ? [[identity({ ...name, path: name.path.slice(0, -1) }), variable] as const] : [],
  );
}
