import { apiPath, cloudflareHost, isLoopback, urlHead } from '../../cloudflare/http/hosts.js';
import { judge } from '../../cloudflare/credentials/judge.js';
import { keyVariableRole } from '../../cloudflare/credentials/names.js';
import { mayRefuseTokens } from '../../cloudflare/api/operations.js';
import { isDocumentedSample } from '../../cloudflare/credentials/samples.js';
import type { Entry, SourceFile, Span, Text, Value } from '../../source/model.js';
import { alternatives, covering, given, literal, perFile, shape, within } from '../../source/values.js';
import { isElsewhere } from '../../source/span.js';
import type { Client } from '../requests/sdk-client.js';
import { clients } from '../requests/sdk-clients.js';
import { environment, owned, variableOf, variableReadBy } from '../program/environment.js';
import { environmentWrites } from '../program/environment-writes.js';
import { isGiven } from './given-credentials.js';
import { type AuthHeader, headers } from '../requests/headers.js';
import { hostOf } from '../requests/recorded-headers.js';
import { seenAsked, type SeenOperations } from '../operations/operations.js';
import { seenCalled } from '../operations/sdk-calls.js';
import type { Request } from '../requests/request.js';
import { isInTest } from '../../source/test-files.js';
import { settings } from './settings.js';
import { keysBesideEmail } from './surroundings.js';

/** A use of a credential that can do everything, or nothing any more: a Global API Key, or an Origin CA key. */
export interface GlobalKey {
  readonly at: Span;
  readonly role: 'global-api-key' | 'origin-ca-key';
  /** The header, option or environment variable it is given by, as written. */
  readonly by: string;
  readonly through: 'header' | 'option' | 'variable';
  /** What an API token would be given by; undefined where that is more than another entry. */
  readonly instead: Instead | undefined;
  /** What is seen to be done with it. */
  readonly operations: SeenOperations | undefined;
}

/** The entry that a token takes the place of. */
export interface Instead {
  readonly entry: Span;
  readonly key: string;
  /** What stands before the token. */
  readonly before: string;
  /** The entries that go with the key, and that no token needs. */
  readonly without: readonly Span[];
}

/** Every use of a Global API Key or an Origin CA key where an API token would do. */
export const globalKeys = perFile((file: SourceFile): readonly GlobalKey[] => {
  const sent = headers(file)
    .filter((header) => isKeyHeader(header, file) && isCloudflares(header, file) && !header.requests.some(refusesTokens))
    .map((header) => ({
      at: header.nameAt,
      role: keyRole(header.carries.role) ?? 'global-api-key',
      by: header.name,
      through: 'header' as const,
      instead: insteadOfHeader(header, file),
      operations: seenAsked(header.requests),
    }));
  const options = clients(file).flatMap((client) =>
    client.credentials.flatMap(({ role, option, entry }) => {
      const key = keyRole(role);
      return key && !client.bases.some(isLocal) && mayBeKey(entry.value, file)
        ? [
            {
              at: entry.keyAt,
              role: key,
              by: option,
              through: 'option' as const,
              instead: insteadOfOption(client, entry, file),
              operations: seenCalled(client.at, file),
            },
          ]
        : [];
    }),
  );
  return [...sent, ...options, ...ofSettings(file), ...besideEmail(file), ...variables(file)].sort(
    (one, other) => one.at.start - other.at.start,
  );
});

/** Keys given by a setting of a file: an action's input, a provider's property, a reference to where the key is kept. */
function ofSettings(file: SourceFile): readonly GlobalKey[] {
  return settings(file).flatMap(({ role, entry }) => {
    const key = keyRole(role);
    const isThere = entry.value.kind === 'table' || (mayBeKey(entry.value, file) && !isEmpty(entry.value));
    const { keyAt: at, key: by } = entry;
    return key && isThere ? [{ at, role: key, by, through: 'option' as const, instead: undefined, operations: undefined }] : [];
  });
}

/** Keys that are given with an e-mail address, unless their value is seen to reach a header or option. */
function besideEmail(file: SourceFile): readonly GlobalKey[] {
  const known = new Set(usedValues(file).map(({ at }) => at.start));
  const found = new Set(
    keysBesideEmail(file).filter(({ value }) => mayBeKey(value, file) && !isEmpty(value) && !known.has(value.at.start)),
  );
  return [...found].map(({ keyAt: at, key: by }) => ({
    at,
    role: 'global-api-key',
    by,
    through: 'option',
    instead: undefined,
    operations: undefined,
  }));
}

function isEmpty(value: Value): boolean {
  return literal(value) === '';
}

function keyRole(role: string): GlobalKey['role'] | undefined {
  return role === 'origin-ca-key' || role === 'global-api-key' ? role : undefined;
}

/** `Authorization: Bearer …`, unless that is sent already. */
function insteadOfHeader({ at, together, value }: AuthHeader, file: SourceFile): Instead | undefined {
  if (together.some(({ name }) => name === 'authorization') || !isOperators(value, file)) return undefined;
  const emails = together.filter(({ name }) => name === 'x-auth-email');
  // An e-mail address that is set elsewhere would stay.
  if (emails.length === 0 && headers(file).some(({ name }) => name === 'x-auth-email')) return undefined;
  return { entry: at, key: 'Authorization', before: 'Bearer ', without: emails.map((email) => email.at) };
}

/** The library's own option for a token, unless that is given already. */
function insteadOfOption({ sdk, credentials }: Client, { key, at, value }: Entry, file: SourceFile): Instead | undefined {
  if (credentials.some(({ role }) => role === 'api-token') || !isOperators(value, file)) return undefined;
  const token = sdk.credentials.find(({ role, path }) => role === 'api-token' && (path.at(-1) === 'token') === (key === 'key'));
  const emails = credentials.filter(({ role }) => role === 'email');
  return token && { entry: at, key: token.path.at(-1) ?? '', before: '', without: emails.map(({ entry }) => entry.at) };
}

/** Languages in which it can be told who gives a key. */
const programs: ReadonlySet<string> = new Set(['javascript', 'python']);

/**
 * Whether a key is that of the operator, who runs the program: written in it, read from its environment, or imported. In the place of a key that a caller
 * or a user gives, the operator's token would let each of them act as the operator.
 */
function isOperators(value: Value, file: SourceFile): boolean {
  // Scripts and settings are the operator's altogether.
  if (!programs.has(file.language)) return true;
  return alternatives(value).every((option) => {
    if (option.kind === 'text') return option.parts.every((part) => part.kind === 'piece' || isOperators(part.value, file));
    if (option.kind === 'opaque') return option.what !== 'unknown';
    return option.kind === 'name' && (variableOf(option) !== undefined || !(option.local ?? option.of ?? option.from));
  });
}

function isKeyHeader(header: AuthHeader, file: SourceFile): boolean {
  return keyRole(header.carries.role) !== undefined && mayBeKey(header.value, file) && !isMadeUp(header);
}

/** What is written for a server on this machine, and is no key. */
function isMadeUp({ requests, value }: AuthHeader): boolean {
  const written = literal(value);
  const isToThis = requests.length > 0 && requests.every(({ urls }) => urls.length > 0 && urls.every(isLocal));
  return written !== undefined && isToThis && judge(written, 'global-api-key') === undefined;
}

/** Switches, lengths, masks, descriptions, what documentation prints and what tests make up are no keys. */
function mayBeKey(value: Value, file: SourceFile): boolean {
  return alternatives(value).some((option) => {
    if (option.kind === 'text') return mayBeKeyText(option, file);
    return option.kind === 'name' || option.kind === 'call' || (option.kind === 'opaque' && option.what === 'unknown');
  });
}

function mayBeKeyText(text: Text, file: SourceFile): boolean {
  const written = literal(text);
  if (written !== undefined && (isDocumentedSample(written) || (isInTest(text.at, file) && !judge(written, 'global-api-key'))))
    return false;
  const whole = shape(text);
  // `={{ $credentials.apiKey }}`: an expression of n8n, Postman and others stands for a key.
  return /^=?\{\{[^{}]+\}\}$/.test(whole) || !/[\s=*•…<[(]|redacted|hidden|masked/i.test(whole);
}

/** A server on this machine stands in for Cloudflare's. */
function isLocal(base: Text): boolean {
  return isLoopback(urlHead(shape(base))?.host ?? '');
}

/** Other services have an X-Auth-Key too. It is Cloudflare's if it goes there, or if something speaks for it and nothing against. */
function isCloudflares(header: AuthHeader, file: SourceFile): boolean {
  if (header.carries.own || header.destination !== 'unknown') return header.carries.own || header.destination === 'cloudflare';
  return header.together.some(({ name }) => name === 'x-auth-email') || (saysCloudflare(file) && !isBesideOther(header, file));
}

/** Whether a file says in anything but its comments that it is about Cloudflare. */
const saysCloudflare = perFile(({ text, comments }: SourceFile): boolean => {
  const isComment = covering(comments);
  return [...text.matchAll(/cloudflare/gi)].some(({ index }) => !isComment({ start: index, end: index + 1 }));
});

/** In a file of settings, headers stand beside the address they are sent to. */
function isBesideOther({ at, requests }: AuthHeader, { tables, texts, language }: SourceFile): boolean {
  if (language === 'http') return requests.length > 0 && requests.every(({ urls }) => urls.every(isLocal));
  // A proxy sends it to the server that it stands before.
  if (/^(?:nginx|caddyfile|conf)$/.test(language)) return !texts.some(namesCloudflareHost);
  if (!/^(?:json|yaml|toml)$/.test(language)) return false;
  const hosts = tables.filter((table) => within(at, table.at)).flatMap((table) => hostOf(table) ?? []);
  return hosts.length > 0 && hosts.every((host) => cloudflareHost(host) === undefined);
}

/** `server cf api.cloudflare.com:443 ssl` */
function namesCloudflareHost(text: Text): boolean {
  return shape(text)
    .split(/[^\w.-]/)
    .some((word) => word.includes('.') && cloudflareHost(word) !== undefined);
}

function refusesTokens(request: Request): boolean {
  return request.urls.some((url) => {
    const path = apiPath(shape(url));
    return path !== undefined && mayRefuseTokens(given(request.method), path);
  });
}

/** The first place of each variable that holds a Global API Key or an Origin CA key, if its value is not seen to reach any header or option: there it is judged by those. */
function variables(file: SourceFile): readonly GlobalKey[] {
  const used = [...usedValues(file), ...keysBesideEmail(file).map(({ value }) => value)];
  const known = new Set(used.flatMap((value) => variablesIn(value, file).map(({ variable }) => variable)));
  const isOwned = owned(file);
  const reads = environment(file).flatMap(({ variable, name }) => (name.onlyTested ? [] : [{ variable, at: name.at }]));
  return [...writes(file), ...reads, ...readThroughFunctions(file)].flatMap(({ variable, at }): readonly GlobalKey[] => {
    const role = keyVariableRole(variable);
    if (!role || !isOwned(variable) || known.has(variable)) return [];
    known.add(variable);
    return [{ at, role, by: variable, through: 'variable', instead: undefined, operations: undefined }];
  });
}

/** The values of a file's headers and of the options of its clients. */
function sentOrGiven(file: SourceFile): readonly Value[] {
  return [
    ...headers(file).map(({ value }) => value),
    ...clients(file).flatMap(({ credentials }) => credentials.map(({ entry }) => entry.value)),
  ];
}

/** Where other modules read keys from the environment whose use is judged in this file. */
export function keysUsedHere(file: SourceFile): readonly Span[] {
  const reads = sentOrGiven(file).flatMap((value) => variablesIn(value, file));
  return reads.flatMap(({ variable, at }) => (isElsewhere(at) && keyVariableRole(variable) ? [at] : []));
}

/** What is seen to reach a header, an option of a client or a setting. */
function usedValues(file: SourceFile): readonly Value[] {
  return [...sentOrGiven(file), ...settings(file).map(({ entry }) => entry.value)];
}

/** Variables that are given a key, or the value of another variable: what is only a stand-in for a key says that one may be given, not that one is. */
function writes(file: SourceFile): readonly VariableRead[] {
  return environmentWrites(file).flatMap(({ variable, at, value }) => (isGiven(value, keyRole) ? [{ variable, at }] : []));
}

/** Variables that functions are asked for, unless it is only to learn whether they are set. */
function readThroughFunctions(file: SourceFile): readonly VariableRead[] {
  return file.calls.flatMap((call) => {
    const variable = variableReadBy(call, file);
    const { uses = [] } = call.outcome ?? {};
    const isOnlyTested = uses.length > 0 && uses.every(({ isTest }) => isTest);
    const [at] = call.arguments.map((argument) => argument.at);
    return variable === undefined || !at || isOnlyTested ? [] : [{ variable, at }];
  });
}

interface VariableRead {
  readonly variable: string;
  readonly at: Span;
}

function variablesIn(value: Value, file: SourceFile): readonly VariableRead[] {
  return alternatives(value).flatMap((option): readonly VariableRead[] => {
    if (option.kind === 'text') return option.parts.flatMap((part) => (part.kind === 'hole' ? variablesIn(part.value, file) : []));
    const variable = option.kind === 'name' ? variableOf(option) : option.kind === 'call' ? variableReadBy(option, file) : undefined;
    return variable === undefined ? [] : [{ variable, at: option.at }];
  });
}
