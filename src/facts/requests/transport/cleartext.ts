import { isSecretVariable } from '../../../cloudflare/credentials/names.js';
import { cloudflareHost, isExampleHost, isLoopback, secureScheme, urlHead } from '../../../cloudflare/http/hosts.js';
import type { SourceFile, Span, Table, Text, Value } from '../../../source/model.js';
import { isInOtherFile } from '../../../source/span.js';
import { isInTest } from '../../../source/test-files.js';
import { perFile } from '../../../source/memoized.js';
import { alternatives, get, presentValue, literal, place, shape, textsOf } from '../../../source/values.js';
import { sinksOf } from '../../../cloudflare/sinks/languages.js';
import { addresses, downgrades } from './addresses.js';
import type { Client } from '../sdk-client.js';
import { clients } from '../sdk-clients.js';
import { destination } from '../destination.js';
import { headers } from '../headers/headers.js';
import { requests } from '../requests.js';
import { insecureBeside, insecureByName, insecureOptions } from '../tls.js';

/** A place where a credential, or a request to one of Cloudflare's hosts, would be sent unencrypted or without verifying the server. */
export type Cleartext =
  | {
      readonly why: 'host' | 'credential';
      /** The scheme as written, without `://`. */
      readonly at: Span;
      readonly scheme: string;
      readonly secure: string;
      readonly host: string;
      /** Whether `at` is exactly the scheme's characters, so that they can be replaced. */
      readonly exact: boolean;
      /** Whether the program works with the secure scheme: an explicit port or another service's host may not support it, and Node's `http` does not. */
      readonly replaceable: boolean;
    }
  | { readonly why: 'certificate'; readonly at: Span };

/** Returns every such place of a file. */
export const cleartext = perFile((file: SourceFile): readonly Cleartext[] => {
  const found = new Map<number, Cleartext>();
  const note = (clear: Cleartext | undefined): void => {
    if (clear && !found.has(clear.at.start)) found.set(clear.at.start, clear);
  };
  for (const header of headers(file)) {
    // Other services use this header too.
    const isOurs = header.name !== 'authorization' || header.destination === 'cloudflare';
    for (const { urls } of header.requests)
      for (const url of urls) note(toHost(url) ?? (isOurs && isSecret(header.name) ? withCredential(url, file) : undefined));
  }
  for (const { urls } of requests(file)) for (const url of urls) note(toHost(url));
  for (const { bases } of clients(file)) for (const base of bases) note(toHost(base) ?? withCredential(base, file));
  for (const url of addresses(file)) note(toHost(url));
  for (const { at: where, host } of downgrades(file)) note(plain(where, host));
  for (const client of clients(file)) for (const clear of unencrypted(client)) note(clear);
  for (const certificate of unchecked(file)) note({ why: 'certificate', at: certificate });
  const usesHttp = usesHttpModule(file);
  return [...found.values()]
    .map((clear) => (clear.why !== 'certificate' && usesHttp ? { ...clear, replaceable: false } : clear))
    .sort((one, other) => one.at.start - other.at.start);
});

/** Whether a program uses Node's `http`, which supports no other scheme, wherever its URLs are written. */
function usesHttpModule({ language, reads, calls }: SourceFile): boolean {
  const isHttp = (name: Value): boolean => name.kind === 'name' && /^(?:node:)?http$/.test(name.module ?? '');
  return language === 'javascript' && (reads.some(isHttp) || calls.some(({ callee }) => isHttp(callee)));
}

function isSecret(header: string): boolean {
  return header !== 'x-auth-email' && header !== 'cf-access-client-id';
}

/** Returns a finding for an option that disables encryption in another way than by the URL. */
function plain(where: Span, host: string): Cleartext {
  return { why: 'host', at: where, scheme: 'http', secure: 'https', host, exact: false, replaceable: false };
}

/** `new Client({ endPoint: '….r2.cloudflarestorage.com', useSSL: false })` */
function unencrypted({ sdk, options, bases }: Client): readonly Cleartext[] {
  const option = sdk.encrypts === undefined ? undefined : presentValue(get(options, sdk.encrypts));
  const host = bases.map((base) => shape(base)).find((base) => cloudflareHost(urlHead(base)?.host ?? base) !== undefined);
  return option?.kind === 'opaque' && option.value === false && host !== undefined ? [plain(option.at, host)] : [];
}

function toHost(url: Text): Cleartext | undefined {
  const head = urlHead(shape(url));
  const secure = head && secureScheme(head);
  return head && secure !== undefined ? at(url, 'host', head.scheme, secure, head.host) : undefined;
}

/** Returns a finding for a credential sent to any other host that is not this machine. */
function withCredential(url: Text, file: SourceFile): Cleartext | undefined {
  const head = urlHead(shape(url));
  if (head?.scheme !== 'http' || isLoopback(head.host) || /^(?:\{\}|[^.]*\{\}$|$)/.test(head.host)) return undefined;
  // Tests make up hosts as well.
  if (isExampleHost(head.host) && isInTest(url.at, file)) return undefined;
  return at(url, 'credential', 'http', 'https', head.host);
}

function at(url: Text, why: 'host' | 'credential', scheme: string, secure: string, host: string): Cleartext {
  const text = shape(url);
  const start = text.search(/\S/);
  const [first] = url.parts;
  const exact = first?.kind === 'piece' && first.exact && first.text.trimStart().toLowerCase().startsWith(`${scheme}://`);
  return {
    why,
    at: place(url, start, start + scheme.length),
    scheme,
    secure,
    host,
    exact,
    replaceable: why === 'host' && !/^[^/]*\/\/[^/?#]*:[\d{]/.test(text),
  };
}

/** Returns where certificate verification is disabled for requests with Cloudflare credentials, or for all of a program that sends some. */
function unchecked(file: SourceFile): readonly Span[] {
  const toCloudflare = requests(file).filter((request) => destination(request) === 'cloudflare');
  const forAll =
    toCloudflare.length > 0 || clients(file).length > 0
      ? file.bindings.filter(({ names, value }) => names.join('.').endsWith(`env.${verifying}`) && isZero(value))
      : [];
  const inEnvironments = file.text.includes(verifying) ? file.tables.flatMap(uncheckedIn) : [];
  const isProgram = sinksOf[file.language] !== undefined;
  const talks = talksToCloudflare(file);
  const byOption = toCloudflare.flatMap(({ options = [] }) => insecureOptions(options)).filter((at) => !talks || isInOtherFile(at));
  const byName = isProgram ? [...(talks ? insecureByName(file) : []), ...byOption] : [];
  const beside = file.tables.flatMap((table) => insecureBeside(table, leadsToCloudflare));
  return [
    ...toCloudflare.flatMap(({ insecureTls }) => insecureTls),
    ...forAll.map((binding) => binding.at),
    ...inEnvironments,
    ...byName,
    ...beside,
  ];
}

/** The variable with which Node.js verifies no certificates. https://nodejs.org/api/cli.html#node_tls_reject_unauthorizedvalue */
const verifying = 'NODE_TLS_REJECT_UNAUTHORIZED';

/** Returns where an environment disables certificate verification for a program that is given a Cloudflare credential in it. */
function uncheckedIn({ entries }: Table): readonly Span[] {
  if (!entries.some(({ key }) => isSecretVariable(key))) return [];
  return entries.flatMap(({ key, value, at }) => (key === verifying && isZero(value) ? [at] : []));
}

/** Whether a program in a language whose requests are not followed has URLs, or clients, of Cloudflare's only. */
function talksToCloudflare(file: SourceFile): boolean {
  const hosts = file.texts.flatMap((text) => urlHead(shape(text))?.host ?? (isBareHost(text) ? shape(text) : []));
  return (hosts.length > 0 || clients(file).length > 0) && hosts.every((host) => cloudflareHost(host) !== undefined);
}

function isBareHost(text: Text): boolean {
  const name = text.names.at(-1) ?? '';
  return /^[\w.{}-]+\.\w{2,}$/.test(shape(text)) && !loading.test(name) && !zoneName.test(name);
}

/** Names bound to a module path, which looks like a host: `require "resty.http"`. */
const loading = /^(?:require\w*|import|include|load|use)$/;

/** Names of zones and records, which a program changes and does not connect to. */
const zoneName = /(?:zone|domain|record|fqdn)(?:_?name)?s?$/i;

function leadsToCloudflare(url: Value): boolean {
  const urls = alternatives(url).flatMap((option) => (option.kind === 'list' ? option.items.flatMap(textsOf) : textsOf(option)));
  return urls.some((text) => cloudflareHost(urlHead(shape(text))?.host ?? '') !== undefined);
}

function isZero(value: Value): boolean {
  return alternatives(value).some((option) => literal(option) === '0' || (option.kind === 'opaque' && option.value === 0));
}
