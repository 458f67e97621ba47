import type { Call, Name, SourceFile } from '../../source/model.js';
import { perFile } from '../../source/memoized.js';
import { within } from '../../source/span.js';
import { clients } from '../requests/sdk-clients.js';
import { environment, secretVariables } from '../program/environment.js';
import { functionAround } from '../program/functions.js';
import { destination } from '../requests/destination.js';
import { headers } from '../requests/headers/headers.js';
import { objectKey } from '../requests/http-clients.js';
import { declaredSecret, isOpenedFurther } from './called-credentials.js';
import { checkedVariable } from './checked-environments.js';
import { hookedRequests } from '../requests/hooked-requests.js';
import {
  awaited,
  caughtErrors,
  holdsHeaders,
  interceptorsIn,
  isCredential,
  isFirstParameter,
  membersHolding,
  sendsCredential,
  withHeader,
} from './held-requests.js';
import { optionObjects } from './options.js';
import { secretMember, vaultRead } from './secret-reads.js';
import { identity, isSecretRole, sentCredentials } from './sent-credentials.js';

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

/** SDKs whose clients have members for what they are given: `client.apiToken`, `client.api_token`. */
const showing: ReadonlySet<string> = new Set(['cloudflare', 'cloudflare-python']);

/** Returns a function from a name or call of this file to the credential among its members, if it certainly has one. */
export const credentialContainers = perFile((file: SourceFile): ((value: Name | Call) => CredentialContainer | undefined) => {
  const plain = new Map([...parents(file), ...environments(file)]);
  const others = new Map([...opened(file), ...carriers(file)]);
  const isSecret = secretVariables(file);
  const made = new Map(clients(file).flatMap(({ id, at, credentials }) => (showing.has(id) ? madeWith(at.start, credentials) : [])));
  // By start and end: a call chained to a request, as in `axios.get(url).then(…)`, starts at the same offset.
  const answered = new Map(withHeader(file).map((request) => [objectKey(request.at), request] as const));
  const caught = caughtErrors(file, answered);
  const answersHold = [...answered.values()].some((request) => membersHolding(request) !== undefined);
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
    const path = isAll && call ? vaultRead(call) : undefined;
    return path === undefined ? undefined : { variable: path, isPlain: true };
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
    if (callee.kind === 'name' && callee.path[1] === 'toJSON')
      return ofError(callee) ?? shownWhole(ofIntercepted({ ...callee, path: callee.path.slice(0, 1) }));
    return membersHolding(answered.get(objectKey(awaited(call).at))) && { variable: 'config.headers', whole: 'error' };
  }

  function ofError({ declaredAt, path }: Name): CredentialContainer | undefined {
    const members = declaredAt && caught.get(declaredAt.start);
    if (!members) return undefined;
    if (path.length === 1) return answersHold ? { variable: `${path[0] ?? ''}.${members[0] ?? ''}.headers`, whole: 'error' } : undefined;
    return holdsHeaders(path.slice(1), members) ? { variable: path.join('.') } : undefined;
  }

  function ofMember({ of, path }: Name): CredentialContainer | undefined {
    const members = of && membersHolding(answered.get(objectKey(awaited(of).at)));
    return members && holdsHeaders(path, members) ? { variable: path.join('.') } : undefined;
  }
});

/** A container of which every member is shown. */
function shownWhole(found: CredentialContainer | undefined): CredentialContainer | undefined {
  return found && { variable: found.variable };
}

/** Whether destructuring has taken the credential out: `rest` in `const { CF_API_TOKEN, ...rest } = process.env`. */
function isTakenOut({ variable }: CredentialContainer, { without }: Name): boolean {
  return without !== undefined && variable.split('.').some((member) => without.has(member));
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
    const variable = name.of && !isOpenedFurther(name, file) ? secretMember(name) : undefined;
    if (!name.of || variable === undefined || !isSecret(variable)) return [];
    // A function that others call, too, may open something else for them.
    const inner = functionAround(file)(name.of.at);
    if (inner !== undefined && !within(name.at, inner)) return [];
    // `parsed` in `const { parsed } = dotenv.config()`
    const parent = name.path.slice(0, -1);
    const outer = parent.length > 0 ? [[identity({ ...name, path: parent }), variable] as const] : [];
    return [[identity(name.of), variable] as const, ...outer];
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
