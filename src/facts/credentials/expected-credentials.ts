import { defaultKeys } from '../../cloudflare/credentials/evidence.js';
import { credentialHeaders } from '../../cloudflare/credentials/headers.js';
import { cloudflareHost, endsLikeApi, r2Host } from '../../cloudflare/http/hosts.js';
import { httpClients } from '../../cloudflare/http/http-clients.js';
import { isOfApi } from '../../cloudflare/credentials/judge.js';
import { isSecretKeyName, type Role, roleOf } from '../../cloudflare/credentials/names.js';
import type { SourceFile, Text } from '../../source/model.js';
import { perFile } from '../../source/memoized.js';
import { alternatives, get, presentValue, literal, shape } from '../../source/values.js';
import { clients } from '../requests/sdk-clients.js';
import { owned } from '../program/environment.js';
import { destination } from '../requests/destination.js';
import { namesOtherBase } from '../requests/headers/header-owner.js';
import { type AuthHeader, headers } from '../requests/headers/headers.js';
import { urlHeads, requests } from '../requests/requests.js';
import { describedOptions } from './described-options.js';
import type { ExpectedCredential } from './expected.js';
import { givenToCommands } from './secret-commands.js';
import { settings } from './settings/settings.js';
import { surroundings } from './surroundings.js';

/** Returns the values of a file that are used where a credential is expected, followed by those with a credential's name. */
export const expectedCredentials = perFile((file: SourceFile): readonly ExpectedCredential[] => [
  ...sent(file),
  ...options(file),
  ...siteverify(file),
  ...signing(file),
  ...settings(file).map(({ role, entry }) => ({ role, value: entry.value })),
  ...givenToCommands(file),
  ...named(file),
  ...surroundings(file),
  ...describedOptions(file),
]);

/** Returns the values of credential headers, unless there is evidence that they go elsewhere. */
function sent(file: SourceFile): readonly ExpectedCredential[] {
  const speaksCloudflare = /cloudflare/i.test(file.text);
  const isOurs = (header: AuthHeader): boolean => {
    // Access protects hosts of any name.
    if (header.carries.own) return true;
    if (header.destination !== 'unknown') return header.destination === 'cloudflare';
    // Other services use X-Auth-Key too, but the pair with X-Auth-Email is Cloudflare's.
    if (header.together.some(({ name }) => name === 'x-auth-email')) return true;
    return speaksCloudflare && (header.name !== 'authorization' || mayGoToApi(header, file));
  };
  return headers(file)
    .filter(isOurs)
    .map((header) => ({
      role: (header.name === 'authorization' ? bearer(header) : undefined) ?? header.carries.role,
      value: header.value,
    }));
}

/**
 * Whether an Authorization header, which every service has, may go to Cloudflare's API: its requests have a path like the API's, or, if none is
 * known, neither a request nor a base address of the file is another service's.
 */
function mayGoToApi({ requests: senders }: AuthHeader, file: SourceFile): boolean {
  if (senders.length > 0) return senders.some(({ urls }) => urls.some((url) => endsLikeApi(shape(url))));
  return !namesOtherHosts(file);
}

const namesOtherHosts = perFile(
  (file: SourceFile): boolean => requests(file).some((request) => destination(request) === 'other') || namesOtherBase(file),
);

/** Returns the kind of credential that the request's host takes as a Bearer token. */
function bearer({ requests }: AuthHeader): Role | undefined {
  return requests.flatMap(urlHeads).flatMap(({ host }) => cloudflareHost(host)?.bearer ?? [])[0];
}

function options(file: SourceFile): readonly ExpectedCredential[] {
  return clients(file).flatMap(({ credentials }) => credentials.map(({ role, entry }) => ({ role, value: entry.value })));
}

/** Returns `secret` in the body of requests to Turnstile's siteverify. */
function siteverify(file: SourceFile): readonly ExpectedCredential[] {
  return requests(file).flatMap((request): readonly ExpectedCredential[] => {
    const verifies = destination(request) === 'cloudflare' && urlHeads(request).some(({ path }) => path.includes('/siteverify'));
    const body = verifies ? presentValue(request.body) : undefined;
    const secret = body?.kind === 'table' ? presentValue(get(body, 'secret')) : undefined;
    return secret ? [{ role: 'turnstile-secret-key', value: secret }] : [];
  });
}

/** Returns what is passed to an object that adds credentials to requests: `session.auth = BearerAuth("…")`. */
function signing(file: SourceFile): readonly ExpectedCredential[] {
  return requests(file).flatMap((request): readonly ExpectedCredential[] => {
    const names = httpClients[request.client]?.options?.signer;
    if (!names || destination(request) !== 'cloudflare') return [];
    return (request.options ?? [])
      .flatMap((table) => presentValue(get(table, ...names)) ?? [])
      .flatMap(alternatives)
      .flatMap((signer) => (signer.kind === 'call' ? signer.arguments : []))
      .flatMap((value) => (value.kind === 'table' ? value.entries.map((entry) => entry.value) : [value]))
      .map((value) => ({ role: 'api-credential', value }));
  });
}

/** Returns texts that are bound to a credential's name, or are the fallback of a variable with such a name. Headers are judged by where they go. */
function named(file: SourceFile): readonly ExpectedCredential[] {
  const hasR2 = r2Host.test(file.text);
  const isOwned = owned(file);
  return file.texts.flatMap((text): readonly ExpectedCredential[] => {
    const { fallbackFor = [] } = text;
    const names = text.names.length > 1 && defaultKeys.has(text.names.at(-1) ?? '') ? text.names.slice(0, -1) : text.names;
    if (credentialHeaders.has(names.at(-1)?.toLowerCase() ?? '')) return [];
    const [named] = [names, fallbackFor].filter((each) => roleOf(each) !== undefined);
    const role = (named && roleOf(named)) ?? (hasR2 ? r2Role(text) : undefined);
    if (!role || (named && !isOwned(named.at(-1) ?? '') && !isOwned(named.slice(-3).join('_')) && !showsItself(text, role))) return [];
    return [{ role, value: text }];
  });
}

/**
 * Whether a value is distinctive enough for a name that other services use too. Hexadecimal digits only are if there are 37, as in most
 * Global API Keys.
 */
function showsItself(text: Text, role: Role): boolean {
  const value = literal(text) ?? '';
  return !isOfApi(role) || !/^[0-9a-f]+$/.test(value) || value.length === 37;
}

/** In a file that mentions R2, a secret access key is R2's. */
function r2Role({ names, fallbackFor }: Text): Role | undefined {
  const isSecretKey = [names.at(-1), fallbackFor?.at(-1)].some((name) => name !== undefined && isSecretKeyName(name));
  return isSecretKey ? 'r2-secret-access-key' : undefined;
}
