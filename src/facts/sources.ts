import { issued } from '../cloudflare/issued.js';
import { apiPath } from '../cloudflare/hosts.js';
import { isSecretVariable, words } from '../cloudflare/names.js';
import type { Call, Name, SourceFile, Text, Value } from '../source.js';
import { alternatives, given, literal, perFile, shape } from '../values.js';
import { clients, sdkOf } from './clients.js';
import { variableOf } from './environment.js';
import { type AuthHeader, headers } from './headers.js';
import { requests } from './requests.js';

/** Where a program gets a credential from that does not stand in it. */
export interface Source {
  /** What it is called: the environment variable, the option of an action, the variable that is sent as a credential. */
  readonly variable: string;
  /** Whether the name of an environment variable says that it is a credential; otherwise it is sent as one in this file. */
  readonly named: boolean;
}

/** Tells of a name or call of this file what credential it holds, if it does. */
export const sources = perFile((file: SourceFile): ((value: Name | Call) => Source | undefined) => {
  const saysCloudflare = /cloudflare|wrangler/i.test(file.text);
  const isSecret = (variable: string): boolean => isSecretVariable(variable) && (saysCloudflare || words(variable).includes('cloudflare'));
  const sent = sentAsCredentials(file);
  const operations = new Map(
    requests(file).flatMap((request) =>
      request.urls.flatMap((url) => {
        const path = apiPath(shape(url));
        return path === undefined ? [] : [[request.at.start, `${given(request.method) ?? ''} ${path}`] as const];
      }),
    ),
  );
  return (value) => {
    const variable = value.kind === 'name' ? variableOf(value) : readBy(value);
    if (variable !== undefined && isSecret(variable)) return { variable, named: true };
    const name = sent.get(identity(value)) ?? (value.kind === 'name' ? issuedTo(value, operations) : undefined);
    return name === undefined ? undefined : { variable: name, named: false };
  };
});

/** What tells one name or call from another: where its head comes from, and its members. */
function identity(value: Name | Call): string {
  // A helper's call stands in one place, and is another one with other arguments.
  if (value.kind === 'call')
    return `call ${String(value.at.start)} ${value.arguments.map((argument) => literal(argument) ?? '').join(' ')}`;
  const head = value.module ?? value.of?.at.start ?? value.declaredAt?.start ?? '';
  return `${String(head)} ${value.path.join('.')}`;
}

/** Functions that read the variable or input whose name they are given. */
const readers = /^(?:env|string|secret|config|nonEmptyString|(?:get|require|must|read|fetch|load)\w*)$/i;

function readBy({ callee, arguments: [first] }: Call): string | undefined {
  if (!first || callee.kind !== 'name' || !readers.test(callee.path.at(-1) ?? '')) return undefined;
  const name = literal(first);
  return name !== undefined && /^[\w./-]+$/.test(name) ? name : undefined;
}

/** The names and calls whose values are sent as credentials to Cloudflare, or given to a library of its, with what they are called. */
function sentAsCredentials(file: SourceFile): ReadonlyMap<string, string> {
  const values = [
    ...headers(file)
      .filter((header) => isSecretRole(header.carries.role) && goesToCloudflare(header))
      .map(({ name, value }) => ({ by: name, value })),
    ...clients(file).flatMap(({ credentials }) =>
      credentials.filter(({ role }) => isSecretRole(role)).map(({ option, entry }) => ({ by: option, value: entry.value })),
    ),
  ];
  const ids = new Set(
    requests(file)
      .flatMap(({ urls }) => urls.flatMap(inPath))
      .map(identity),
  );
  const variables = new Map(file.bindings.flatMap(({ value, names }) => (value.kind === 'call' ? [[value.at.start, names.at(-1)]] : [])));
  const sent = values.flatMap(({ by, value }) =>
    leaves(value).map(
      (leaf) => [identity(leaf), (leaf.kind === 'call' ? variables.get(leaf.at.start) : undefined) ?? nameOf(leaf) ?? by] as const,
    ),
  );
  return new Map(sent.filter(([leaf]) => !ids.has(leaf)));
}

/** What stands in the path of a URL is an id; a parameter that stands there as well is given now this, now that. */
function inPath({ parts }: Text): readonly (Name | Call)[] {
  const query = parts.findIndex((part) => part.kind === 'piece' && part.text.includes('?'));
  return parts.slice(0, query < 0 ? parts.length : query).flatMap((part) => (part.kind === 'hole' ? leaves(part.value) : []));
}

function isSecretRole(role: string): boolean {
  return role !== 'email' && role !== 'identifier';
}

function goesToCloudflare({ carries, destination, together }: AuthHeader): boolean {
  return carries.own || destination === 'cloudflare' || (destination === 'unknown' && together.some(({ name }) => name === 'x-auth-email'));
}

/** What a value is made of that is not written in the file. */
function leaves(value: Value): readonly (Name | Call)[] {
  return alternatives(value).flatMap((option): readonly (Name | Call)[] => {
    if (option.kind === 'text') return option.parts.flatMap((part) => (part.kind === 'hole' ? leaves(part.value) : []));
    return option.kind === 'name' || option.kind === 'call' ? [option] : [];
  });
}

function nameOf(leaf: Name | Call): string | undefined {
  if (leaf.kind === 'name') return leaf.path.at(-1) ?? leaf.module;
  const name = leaf.new || leaf.callee.kind !== 'name' ? undefined : leaf.callee.path.at(-1);
  return readBy(leaf) ?? (name === undefined ? undefined : `${name}()`);
}

/** A member of what Cloudflare has answered that is the secret it has just issued: `(await client.user.tokens.create(…)).value`. */
function issuedTo({ of, path }: Name, operations: ReadonlyMap<number, string>): string | undefined {
  if (of?.callee.kind !== 'name') return undefined;
  const { callee } = of;
  if (path.length === 1 && callee.of && sdkRoot(callee)) {
    const method = callee.path.join('.');
    return issued.some((row) => row.method.test(method) && row.fields.includes(path[0] ?? ''))
      ? `${callee.path.slice(-2).join('.')}().${path[0] ?? ''}`
      : undefined;
  }
  // `(await response.json()).result.value`
  const response = callee.path.at(-1) === 'json' ? callee.of : of;
  const operation = response && operations.get(response.at.start);
  const field = path[path.indexOf('result') + 1];
  const isIssued =
    operation !== undefined &&
    path.includes('result') &&
    issued.some(
      (row) =>
        row.operation.test(operation) &&
        (row.fields.length === 0 ? path.at(-1) === 'result' : field === path.at(-1) && row.fields.includes(field ?? '')),
    );
  return isIssued ? path.at(-1) : undefined;
}

function sdkRoot(callee: Name): boolean {
  return callee.of?.callee.kind === 'name' && sdkOf(callee.of.callee)?.id === 'cloudflare';
}
