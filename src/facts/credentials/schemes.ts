import { apiPath, mayBeApi } from '../../cloudflare/http/hosts.js';
import { judge } from '../../cloudflare/credentials/judge.js';
import { levelOf } from '../../cloudflare/api/operations.js';
import type { SourceFile, Span, Text, Value } from '../../source/model.js';
import { alternatives, perFile, place, shape, textsOf } from '../../source/values.js';
import { type Client, clients } from '../requests/sdk-clients.js';
import { variableOf } from '../program/environment.js';
import { type AuthHeader, headers } from '../requests/headers.js';
import { sdkCalls } from '../operations/sdk-calls.js';

/** A credential given in a way in which Cloudflare does not take it. */
export type Mismatch =
  | {
      readonly what: 'tokenAsKey' | 'keyAsToken' | 'noBearer' | 'bothSchemes' | 'keyWithoutEmail' | 'accountTokenForUser';
      readonly at: Span;
    }
  | { readonly what: 'tokenAndKey'; readonly at: Span; readonly option: string };

/** Every such place of a file; only what is certain. */
export const mismatches = perFile((file: SourceFile): readonly Mismatch[] => {
  const sent = headers(file).filter(
    (header) => header.destination === 'cloudflare' || header.together.some(({ name }) => name === 'x-auth-email'),
  );
  const found = [...sent.flatMap(ofHeader), ...clients(file).flatMap((client) => [...ofClient(client), ...accountClient(client, file)])];
  return found.sort((one, other) => one.at.start - other.at.start);
});

function ofHeader(header: AuthHeader): readonly Mismatch[] {
  const { name, together } = header;
  if (name === 'x-auth-key') {
    const has = (other: string): boolean => together.some((each) => each.name === other && !each.maybe && !header.maybe);
    return [
      ...(holds(header.value, 'token') ? [{ what: 'tokenAsKey' as const, at: header.nameAt }] : []),
      ...(has('authorization') ? [{ what: 'bothSchemes' as const, at: header.nameAt }] : []),
      ...(header.closed && !header.maybe && !together.some((each) => each.name === 'x-auth-email')
        ? [{ what: 'keyWithoutEmail' as const, at: header.nameAt }]
        : []),
    ];
  }
  // Other services of Cloudflare's have schemes of their own: OAuth's endpoints take Basic, R2 takes signatures.
  const toApi = header.requests.some(({ urls }) => urls.some((url) => mayBeApi(shape(url))));
  if (name !== 'authorization' || header.destination !== 'cloudflare' || !toApi) return [];
  return [
    ...(holds(header.value, 'key') ? [{ what: 'keyAsToken' as const, at: header.nameAt }] : []),
    ...(header.scheme === undefined ? textsOf(header.value).flatMap(withoutBearer) : []),
    ...bareName(header),
    ...accountTokens(header),
  ];
}

/** What a value certainly is, by its form. */
function holds(value: Value, what: 'token' | 'key'): boolean {
  const texts = textsOf(value);
  return texts.length === alternatives(value).length && texts.every((text) => formOf(text) === what);
}

function formOf(text: Text): 'token' | 'key' | undefined {
  const judgement = judge(credentialIn(shape(text)), 'api-credential');
  if (judgement?.kind === 'global-api-key') return 'key';
  return judgement && /^(?:user-|account-)?api-token$/.test(judgement.kind) ? 'token' : undefined;
}

function credentialIn(value: string): string {
  return value.trim().replace(/^Bearer\s+/i, '');
}

/** A token that stands alone, or with a scheme that Cloudflare does not know. */
function withoutBearer(text: Text): readonly Mismatch[] {
  const [first] = text.parts;
  if (first?.kind !== 'piece' || /^\s*Bearer\b/i.test(first.text)) return [];
  const scheme = /^\s*(?:Token|Basic|ApiKey|Key|JWT)\s/i.exec(first.text);
  if (scheme) return [{ what: 'noBearer', at: place(text, 0, scheme[0].length) }];
  return formOf(text) === 'token' ? [{ what: 'noBearer', at: text.at }] : [];
}

/** `Authorization: process.env.CLOUDFLARE_API_TOKEN`. */
function bareName(header: AuthHeader): readonly Mismatch[] {
  if (header.scheme !== undefined) return [];
  const isBare = alternatives(header.value).some(
    (option) => option.kind === 'name' && /^(?:CLOUDFLARE|CF)_API_TOKEN$/.test(variableOf(option) ?? ''),
  );
  return isBare ? [{ what: 'noBearer', at: header.nameAt }] : [];
}

/** A token that an account owns, on its way to operations of a user. */
function accountTokens(header: AuthHeader): readonly Mismatch[] {
  if (!isAccounts(header.value)) return [];
  return header.requests.flatMap(({ urls }) => urls.flatMap(userOperation));
}

/** The path of a URL, where it is one of an operation of a user. */
function userOperation(url: Text): readonly Mismatch[] {
  const whole = shape(url);
  const path = apiPath(whole);
  if (path === undefined || levelOf(path) !== 'user') return [];
  const start = whole.indexOf(path);
  return [{ what: 'accountTokenForUser', at: place(url, start, start + path.length) }];
}

function ofClient({ sdk, credentials, options }: Client): readonly Mismatch[] {
  const tokens = credentials.filter(({ role, entry }) => role === 'api-token' && !entry.maybe);
  const keys = credentials.filter(({ role, entry }) => role === 'global-api-key' && !entry.maybe);
  const both = tokens.length > 0 && !options.open ? keys.filter(({ entry }) => isGiven(entry.value)) : [];
  return [
    ...(sdk.bothGiven ? both.map(({ entry, option }) => ({ what: 'tokenAndKey' as const, at: entry.keyAt, option })) : []),
    ...keys.filter(({ entry }) => holds(entry.value, 'token')).map(({ entry }) => ({ what: 'tokenAsKey' as const, at: entry.keyAt })),
    ...tokens.filter(({ entry }) => holds(entry.value, 'key')).map(({ entry }) => ({ what: 'keyAsToken' as const, at: entry.keyAt })),
  ];
}

/** A client with a token that an account owns, where it calls methods of a user. */
function accountClient({ credentials, at }: Client, file: SourceFile): readonly Mismatch[] {
  if (!credentials.some(({ role, entry }) => role === 'api-token' && !entry.maybe && isAccounts(entry.value))) return [];
  return sdkCalls(file)
    .filter(
      ({ client, operations }) => client?.start === at.start && operations.length > 0 && operations.every(({ level }) => level === 'user'),
    )
    .map(({ calleeAt }) => ({ what: 'accountTokenForUser', at: calleeAt }));
}

function isAccounts(value: Value): boolean {
  return textsOf(value).some((text) => judge(credentialIn(shape(text)), 'api-credential')?.kind === 'account-api-token');
}

/** A value that may be left out (`cond ? key : undefined`) may be left out just when the other is there. */
function isGiven(value: Value): boolean {
  return alternatives(value).every((option) => option.kind !== 'opaque');
}
