import { apiPath, mayBeApi } from '../../cloudflare/http/hosts.js';
import { judge } from '../../cloudflare/credentials/judge.js';
import { levelOf } from '../../cloudflare/api/operations.js';
import { isPublicVariable, isTokenVariable, keyVariableRole } from '../../cloudflare/credentials/names.js';
import { words } from '../../cloudflare/credentials/words.js';
import type { Name, SourceFile, Span, Text, Value } from '../../source/model.js';
import { baseOf } from '../../source/span.js';
import { perFile } from '../../source/memoized.js';
import { alternatives, isNullish, unwrapHole, literal, place, shape, textsOf } from '../../source/values.js';
import type { Client } from '../requests/sdk-client.js';
import { clients } from '../requests/sdk-clients.js';
import { owned } from '../program/environment.js';
import { environmentWrites, type EnvironmentWrite } from '../program/environment-writes.js';
import { isSample } from '../program/sample-files.js';
import { type AuthHeader, headers } from '../requests/headers/headers.js';
import { sdkCalls } from '../operations/sdk-calls.js';
import { isGiven } from './given-credentials.js';
import { identity, leaves } from './sent-credentials.js';

/** A credential passed in a way that Cloudflare does not accept. */
export type Mismatch =
  | {
      readonly what: 'tokenAsKey' | 'keyAsToken' | 'noBearer' | 'unexpanded' | 'bothSchemes' | 'keyWithoutEmail' | 'accountTokenForUser';
      readonly at: Span;
    }
  | { readonly what: 'tokenAndKey' | 'keyBesideToken'; readonly at: Span; readonly option: string };

/** Returns every such place of a file; only what is certain. */
export const mismatches = perFile((file: SourceFile): readonly Mismatch[] => {
  const sent = headers(file).filter(
    (header) => header.destination === 'cloudflare' || header.together.some(({ name }) => name === 'x-auth-email'),
  );
  const found = [
    ...sent.flatMap((header) => ofHeader(header, file)),
    ...clients(file).flatMap((client) => [...ofClient(client), ...accountClient(client, file)]),
    ...ofVariables(file),
  ];
  return found.sort((one, other) => one.at.start - other.at.start);
});

function ofHeader(header: AuthHeader, file: SourceFile): readonly Mismatch[] {
  const { name, together } = header;
  if (name === 'x-auth-key') {
    // Without a value, it is not sent: `{ Authorization: null }` takes the header of the client out.
    const has = (other: string): boolean =>
      together.some((each) => each.name === other && !each.maybe && !header.maybe && !isNullish(each.value));
    return [
      ...((holds(header.value, 'token') && !mayBeOther(header)) || beginsWithBearer(header.value)
        ? [{ what: 'tokenAsKey' as const, at: header.nameAt }]
        : []),
      ...(has('authorization')
        ? [
            {
              what: 'bothSchemes' as const,
              at: placeOf(
                header,
                together.filter((each) => each.name === 'authorization'),
              ),
            },
          ]
        : []),
      ...(header.closed && !header.maybe && !together.some((each) => each.name === 'x-auth-email')
        ? [{ what: 'keyWithoutEmail' as const, at: header.nameAt }]
        : []),
    ];
  }
  // Other Cloudflare services have schemes of their own: OAuth endpoints take Basic, R2 takes signatures.
  const toApi = header.requests.some(({ urls }) => urls.some((url) => mayBeApi(shape(url))));
  if (name !== 'authorization' || header.destination !== 'cloudflare' || !toApi) return [];
  const texts = header.scheme === undefined ? textsOf(header.value) : [];
  const bare = bareName(header);
  return [
    ...(holds(header.value, 'key') && !mayBeOther(header) ? [{ what: 'keyAsToken' as const, at: header.nameAt }] : []),
    // A variable and its fallback are one mistake.
    ...(bare.length > 0 ? bare : texts.flatMap(withoutBearer)),
    ...(interpolating.has(file.language) ? texts.flatMap(unexpanded) : []),
    ...accountTokens(header),
  ];
}

/** Whether a program chooses the scheme at run time: the same value may be sent in the other scheme's header instead. */
function mayBeOther({ name, value, together }: AuthHeader): boolean {
  const written = textsOf(value).map((text) => credentialIn(shape(text)));
  const isSame = (other: Value): boolean => textsOf(other).some((text) => written.includes(credentialIn(shape(text))));
  const chosen = together.filter((each) => each.maybe && each.name !== 'x-auth-email');
  return chosen.some((each) => each.name === name) && chosen.some((each) => each.name !== name && isSame(each.value));
}

/** Returns where a header is named in the text that contains the request: a conflict between headers is to be fixed where they are combined. */
function placeOf(header: AuthHeader, others: readonly { readonly nameAt: Span }[]): Span {
  const [sent] = header.requests;
  const text = baseOf(sent?.at.start ?? header.nameAt.start);
  return ([header, ...others].find(({ nameAt }) => baseOf(nameAt.start) === text) ?? header).nameAt;
}

function beginsWithBearer(value: Value): boolean {
  const texts = textsOf(value);
  return texts.length > 0 && texts.every(({ parts: [first] }) => first?.kind === 'piece' && /^\s*Bearer\b/i.test(first.text));
}

/** Whether all texts of a value certainly are a token or a key, by their form. */
function holds(value: Value, what: 'token' | 'key'): boolean {
  const texts = textsOf(value);
  return texts.length === alternatives(value).length && texts.every((text) => formOf(text) === what);
}

function formOf(text: Text): 'token' | 'key' | undefined {
  const judgement = judge(credentialIn(shape(text)), 'api-credential');
  if (judgement?.kind === 'global-api-key') return 'key';
  return judgement && tokenKind.test(judgement.kind) ? 'token' : undefined;
}

const tokenKind = /^(?:user-|account-)?api-token$/;

function credentialIn(value: string): string {
  return value.trim().replace(/^Bearer\s+/i, '');
}

/** Returns a token without a scheme, with a scheme that Cloudflare does not know, or with no space after `Bearer`. */
function withoutBearer(text: Text): readonly Mismatch[] {
  const [first] = text.parts;
  if (first?.kind !== 'piece') return [];
  const glued = /^\s*Bearer(?!\s*$)(?=[^\w\s]|$)[:=]?/i.exec(shape(text));
  if (glued) return [{ what: 'noBearer', at: place(text, 0, glued[0].length) }];
  if (/^\s*Bearer\b/i.test(first.text)) return [];
  const scheme = /^\s*(?:Token|Basic|ApiKey|Key|JWT)\s/i.exec(first.text);
  if (scheme) return [{ what: 'noBearer', at: place(text, 0, scheme[0].length) }];
  return formOf(text) === 'token' ? [{ what: 'noBearer', at: text.at }] : [];
}

/** Languages in which `${TOKEN}` stays literal unless the string is of the right kind. In others, a template may fill it in. */
const interpolating = new Set(['javascript', 'shell']);

/** Returns variables that are not expanded because of single quotes: `'Bearer ${token}'` and `-H 'Authorization: Bearer $TOKEN'`. */
function unexpanded(text: Text): readonly Mismatch[] {
  const whole = literal(text);
  const variable = whole === undefined ? undefined : /^\s*(?:Bearer\s+)?(\$(?:\{[A-Z_][\w.]*\}|[A-Z_]\w*))\s*$/i.exec(whole)?.[1];
  if (whole === undefined || variable === undefined) return [];
  const start = whole.indexOf(variable);
  return [{ what: 'unexpanded', at: place(text, start, start + variable.length) }];
}

/** Returns a token variable without a scheme: `Authorization: process.env.CLOUDFLARE_API_TOKEN`, `Authorization: config.apiToken`. */
function bareName(header: AuthHeader): readonly Mismatch[] {
  if (header.scheme !== undefined) return [];
  const options = alternatives(header.value);
  const values = options.map((option) => (option.kind === 'text' ? unwrapHole(option) : option));
  // `raw.startsWith('Bearer ') ? raw : `Bearer ${raw}`` adds the scheme where it is missing.
  const completed = new Set(options.filter(beginsWithBearer).flatMap(leaves).map(identity));
  const isBare = values.some((value) => value.kind === 'name' && isToken(value) && !completed.has(identity(value)));
  return isBare ? [{ what: 'noBearer', at: header.nameAt }] : [];
}

/**
 * Whether a name denotes a token, not a whole header value. A caller may have prefixed a parameter with `Bearer`, unless its name refers to the API.
 */
function isToken({ path, of, from }: Name): boolean {
  const name = path.at(-1) ?? '';
  const said = words(name);
  if (of || from || !(/^(?:token|key|secret)$/.test(said.at(-1) ?? '') || isTokenVariable(name))) return false;
  return path.length > 1 || said.some((word) => word === 'api' || word === 'cf' || word === 'cloudflare');
}

/** Returns uses of an account-owned token for operations of a user. */
function accountTokens(header: AuthHeader): readonly Mismatch[] {
  if (!isAccounts(header.value)) return [];
  return header.requests.flatMap(({ urls }) => urls.flatMap(userOperation));
}

/** Returns the path of a URL if it belongs to an operation of a user. */
function userOperation(url: Text): readonly Mismatch[] {
  const whole = shape(url);
  const path = apiPath(whole);
  if (path === undefined || levelOf(path) !== 'user') return [];
  const start = whole.indexOf(path);
  return [{ what: 'accountTokenForUser', at: place(url, start, start + path.length) }];
}

function ofClient({ id, sdk, credentials, options }: Client): readonly Mismatch[] {
  const tokens = credentials.filter(({ role, entry }) => role === 'api-token' && !entry.maybe);
  const keys = credentials.filter(({ role, entry }) => role === 'global-api-key' && !entry.maybe);
  const both = tokens.length > 0 && !options.open ? keys.filter(({ entry }) => cannotBeLeftOut(entry.value)) : [];
  const what = id === 'cloudflare' ? 'tokenAndKey' : 'keyBesideToken';
  return [
    ...(sdk.bothGiven ? both.map(({ entry, option }) => ({ what, at: entry.keyAt, option }) as const) : []),
    ...keys.filter(({ entry }) => holds(entry.value, 'token')).map(({ entry }) => ({ what: 'tokenAsKey' as const, at: entry.keyAt })),
    ...tokens.filter(({ entry }) => holds(entry.value, 'key')).map(({ entry }) => ({ what: 'keyAsToken' as const, at: entry.keyAt })),
  ];
}

/** Returns calls of a user's methods on a client with an account-owned token. */
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

/** Whether a value is always set. An optional one (`cond ? key : undefined`) may be omitted exactly when the other is set. */
function cannotBeLeftOut(value: Value): boolean {
  return value.kind !== 'choice' && value.kind !== 'opaque';
}

/** Checks environment variables: a token in a key's variable, a key in a token's, and a key beside a token in a settings file. */
function ofVariables(file: SourceFile): readonly Mismatch[] {
  const isOwned = owned(file);
  const written = environmentWrites(file).filter(({ variable }) => isOwned(variable) && !isPublicVariable(variable));
  const keys = written.filter(({ variable }) => keyVariableRole(variable) === 'global-api-key');
  const tokens = written.filter(({ variable }) => isTokenVariable(variable));
  const besides =
    settingLanguages.has(file.language) && !isSample(file) ? keys.filter((key) => tokens.some((token) => areTogether(key, token))) : [];
  return [
    ...besides.map(({ variable, at }) => ({ what: 'keyBesideToken', option: variable, at }) as const),
    ...keys.filter(({ value }) => holds(value, 'token')).map(({ at }) => ({ what: 'tokenAsKey', at }) as const),
    ...tokens.filter(({ value }) => holds(value, 'key') && !mayBeHash(value)).map(({ at }) => ({ what: 'keyAsToken', at }) as const),
  ];
}

/** Languages in which adjacent variables are set together. */
const settingLanguages = new Set(['dotenv', 'json', 'yaml', 'toml']);

/** Whether a key and a token are both set in one table, for the same tools. */
function areTogether(key: EnvironmentWrite, token: EnvironmentWrite): boolean {
  if (key.table !== token.table) return false;
  const isKey = (kind: string): true | undefined => (kind === 'global-api-key' ? true : undefined);
  const isApiToken = (kind: string): true | undefined => (tokenKind.test(kind) ? true : undefined);
  return isGiven(key.value, isKey) && isGiven(token.value, isApiToken);
}

/** Whether a value has 40 digits, the length of a token as well as of a key. */
function mayBeHash(value: Value): boolean {
  return literal(value)?.length === 40;
}
