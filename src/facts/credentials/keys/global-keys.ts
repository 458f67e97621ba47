import { apiPath } from '../../../cloudflare/http/hosts.js';
import { judge } from '../../../cloudflare/credentials/judge.js';
import { mayRefuseTokens } from '../../../cloudflare/api/operations.js';
import { isDocumentedSample } from '../../../cloudflare/credentials/samples.js';
import type { SourceFile, Span, Text, Value } from '../../../source/model.js';
import { perFile } from '../../../source/memoized.js';
import { alternatives, presentValue, literal, shape } from '../../../source/values.js';
import { clients } from '../../requests/sdk-clients.js';
import { isCloudflares, isLocal } from '../../requests/headers/header-owner.js';
import { type AuthHeader, headers } from '../../requests/headers/headers.js';
import { certainOperations, type SeenOperations } from '../../operations/operations.js';
import { certainSdkOperations } from '../../operations/sdk-calls.js';
import type { Request } from '../../requests/request.js';
import { isInTest } from '../../../source/test-files.js';
import { keyRole, type KeyRole, keysInVariables, usedValues } from './key-variables.js';
import { settings } from '../settings/settings.js';
import { keysBesideEmail } from '../surroundings.js';
import { type TokenReplacement, insteadOfHeader, insteadOfOption } from './tokens-instead.js';

/** A use of a Global API Key, which can do everything, or of an Origin CA key, which is no longer supported. */
export interface GlobalKey {
  readonly at: Span;
  readonly role: KeyRole;
  /** The header, option or environment variable that holds it, as written. */
  readonly by: string;
  readonly through: 'header' | 'option' | 'variable';
  /** How to pass an API token instead; undefined where that takes more than replacing one entry. */
  readonly instead: TokenReplacement | undefined;
  /** The operations it is known to be used for. */
  readonly operations: SeenOperations | undefined;
}

/** Returns every use of a Global API Key or an Origin CA key where an API token would do. */
export const globalKeys = perFile((file: SourceFile): readonly GlobalKey[] => {
  const sent = headers(file)
    .filter((header) => isKeyHeader(header, file) && isCloudflares(header, file) && !header.requests.some(refusesTokens))
    .map((header) => ({
      at: header.nameAt,
      role: keyRole(header.carries.role) ?? 'global-api-key',
      by: header.name,
      through: 'header' as const,
      instead: insteadOfHeader(header, file),
      operations: certainOperations(header.requests),
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
              operations: certainSdkOperations(client.at, file),
            },
          ]
        : [];
    }),
  );
  return [...sent, ...options, ...ofSettings(file), ...besideEmail(file), ...inVariables(file)].sort(
    (one, other) => one.at.start - other.at.start,
  );
});

/** Returns keys in settings of a file: an action's input, a provider's property, a reference to where the key is stored. */
function ofSettings(file: SourceFile): readonly GlobalKey[] {
  return settings(file).flatMap(({ role, entry }) => {
    const key = keyRole(role);
    const isThere = entry.value.kind === 'table' || (mayBeKey(entry.value, file) && !isEmpty(entry.value));
    const { keyAt: at, key: by } = entry;
    return key && isThere ? [{ at, role: key, by, through: 'option' as const, instead: undefined, operations: undefined }] : [];
  });
}

/** Returns keys that are passed together with an e-mail address, unless their value is known to reach a header or option. */
function besideEmail(file: SourceFile): readonly GlobalKey[] {
  const known = new Set(usedValues(file).map(({ at }) => at.start));
  const parameters = new Set(headers(file).flatMap(({ value }) => alternatives(value).flatMap(parameterIn)));
  const found = new Set(
    keysBesideEmail(file).filter(
      ({ key, value }) => mayBeKey(value, file) && !isEmpty(value) && !known.has(value.at.start) && !parameters.has(key.toLowerCase()),
    ),
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

/**
 * Returns the parameter that a value is: `$Key` of a function of the file, whose callers pass it as `-Key`. It is judged where the function sends it.
 */
function parameterIn(value: Value): readonly string[] {
  return value.kind === 'name' && value.local === true && value.path.length === 1 ? [(value.path[0] ?? '').toLowerCase()] : [];
}

/** Returns variables that hold a key whose use is unknown. */
function inVariables(file: SourceFile): readonly GlobalKey[] {
  return keysInVariables(file).map(({ at, role, variable: by }) => ({
    at,
    role,
    by,
    through: 'variable',
    instead: undefined,
    operations: undefined,
  }));
}

function isEmpty(value: Value): boolean {
  return literal(value) === '';
}

function isKeyHeader(header: AuthHeader, file: SourceFile): boolean {
  const isSent = header.requests.length > 0 && header.destination === 'cloudflare';
  return keyRole(header.carries.role) !== undefined && mayBeKey(header.value, file, isSent) && !isMadeUp(header);
}

/** Whether a value is made up for a server on this machine, and has no key's form. */
function isMadeUp({ requests, value }: AuthHeader): boolean {
  const written = literal(value);
  const isToThis = requests.length > 0 && requests.every(({ urls }) => urls.length > 0 && urls.every(isLocal));
  return written !== undefined && isToThis && judge(written, 'global-api-key') === undefined;
}

const masks = /[*•…]|redacted|hidden|masked/i;

/**
 * Whether a value may be a key. Switches, lengths, masks, descriptions, samples from documentation and values made up by tests are not. What a request
 * sends to Cloudflare stands for a key even if it is a description: `'X-Auth-Key': '<your key>'`.
 */
function mayBeKey(value: Value, file: SourceFile, isSent = false): boolean {
  return alternatives(value).some((option) => {
    if (option.kind === 'text') return mayBeKeyText(option, file, isSent);
    return option.kind === 'name' || option.kind === 'call' || (option.kind === 'opaque' && option.what === 'unknown');
  });
}

function mayBeKeyText(text: Text, file: SourceFile, isSent: boolean): boolean {
  const written = literal(text);
  if (written !== undefined && (isDocumentedSample(written) || (isInTest(text.at, file) && !judge(written, 'global-api-key'))))
    return false;
  const whole = shape(text);
  // After `Bearer` there is a token.
  if (isSent) return !masks.test(whole) && !/^Bearer\s/i.test(whole);
  // `={{ $credentials.apiKey }}`, `<<key>>`: a template expression of n8n, Postman and others that stands for a key.
  return /^(?:=?\{\{[^{}]+\}\}|<<[\w.-]+>>)$/.test(whole) || !(/[\s=<[(]/.test(whole) || masks.test(whole));
}

function refusesTokens(request: Request): boolean {
  return request.urls.some((url) => {
    const path = apiPath(shape(url));
    return path !== undefined && mayRefuseTokens(presentValue(request.method), path);
  });
}
