import { resources } from '../../cloudflare/tokens/grants.js';
import { issued, issuedMembers } from '../../cloudflare/credentials/issued.js';
import { apiPath } from '../../cloudflare/http/hosts.js';
import type { Call, Name, SourceFile, Span } from '../../source/model.js';
import { given, perFile, shape } from '../../source/values.js';
import { sdkOf } from '../requests/sdk-clients.js';
import { secretVariables, variableOf } from '../program/environment.js';
import { holders } from './credential-containers.js';
import { requests } from '../requests/requests.js';
import { secretMember, secretRead } from './secret-reads.js';
import { identity, sentCredentials } from './sent-credentials.js';

/** Where a program gets a credential from that does not stand in it. */
export interface Source {
  /** What it is called: the environment variable, the option of an action, the variable that is sent as a credential. */
  readonly variable: string;
  /** Whether the name of an environment variable says that it is a credential; otherwise it is sent as one in this file. */
  readonly named: boolean;
  /** Where it is issued: each call gives another credential, whatever it is called. */
  readonly issuedAt?: number | undefined;
  /** Of an object that has it in it: what shows it only when all members are shown. */
  readonly whole?: 'error' | 'client' | undefined;
  /** Where the object is declared that has it in it. */
  readonly object?: Span | undefined;
}

/** Tells of a name or call of this file what credential it holds, if it does. */
export const sources = perFile((file: SourceFile): ((value: Name | Call) => Source | undefined) => {
  const isSecret = secretVariables(file);
  const sent = new Map(sentCredentials(file).map(({ leaf, variable }) => [identity(leaf), variable] as const));
  const holderOf = holders(file);
  const operations = new Map(
    requests(file).flatMap((request) =>
      request.urls.flatMap((url) => {
        const path = apiPath(shape(url));
        return path === undefined ? [] : [[request.at.start, `${given(request.method) ?? ''} ${path}`] as const];
      }),
    ),
  );
  return (value) => {
    const variable = value.kind === 'name' ? (variableOf(value) ?? secretMember(value)) : secretRead(value);
    if (variable !== undefined && isSecret(variable)) return { variable, named: true };
    const issuedName = value.kind === 'name' ? (issuedTo(value, operations) ?? issuedBy(value)) : undefined;
    const name = sent.get(identity(value)) ?? issuedName;
    const issuedAt = value.kind === 'name' && issuedName !== undefined ? value.of?.at.start : undefined;
    if (name !== undefined) return { variable: name, named: false, issuedAt };
    const holder = holderOf(value);
    return holder && { ...holder, named: false, object: value.kind === 'name' ? value.declaredAt : undefined };
  };
});

/** A member of what Cloudflare has answered that is the secret it has just issued: `(await client.user.tokens.create(…)).value`. */
function issuedTo({ of, path }: Name, operations: ReadonlyMap<number, string>): string | undefined {
  if (of?.callee.kind !== 'name') return undefined;
  const { callee } = of;
  if (path.length === 1 && sdkRoot(callee)) {
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

/** `new cloudflare.ApiToken('ci', …).value` */
function issuedBy({ of, path }: Name): string | undefined {
  if (!of?.new || of.callee.kind !== 'name') return undefined;
  const { module = '', path: type } = of.callee;
  const resource = resources.find(({ modules, member }) => modules.test(module) && member.test(type.join('.')));
  return resource && issuedMembers[resource.makes].includes(path.join('.')) ? `${type.at(-1) ?? ''}.${path.join('.')}` : undefined;
}

function sdkRoot(callee: Name): boolean {
  return callee.of?.callee.kind === 'name' && sdkOf(callee.of.callee)?.id === 'cloudflare';
}
