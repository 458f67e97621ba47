/** Attribution of headers whose names other services use too. */
import { cloudflareHost, isLoopback, urlHead } from '../../../cloudflare/http/hosts.js';
import type { SourceFile, Text } from '../../../source/model.js';
import { perFile } from '../../../source/memoized.js';
import { covering, within } from '../../../source/span.js';
import { shape, textsOf } from '../../../source/values.js';
import type { AuthHeader } from './headers.js';
import { hostOf } from './recorded-headers.js';

/**
 * Whether a header is Cloudflare's; other services have an X-Auth-Key too. It is if it is sent there, or if there is evidence for that and none
 * against it.
 */
export function isCloudflares(header: AuthHeader, file: SourceFile): boolean {
  if (header.carries.own || header.destination !== 'unknown') return header.carries.own || header.destination === 'cloudflare';
  if (header.together.some(({ name }) => name === 'x-auth-email')) return true;
  return textNamesCloudflare(file) && !isBesideOther(header, file) && !(namesOtherBase(file) && !file.texts.some(namesCloudflareHost));
}

/** Whether a file has a base address of another service: `client.BaseAddress = …`, or what is made a `new Uri("…")`. */
export const namesOtherBase = perFile(({ texts, calls }: SourceFile): boolean => {
  const named = texts.filter(({ names }) => names.slice(-2).some((name) => /^(?:base_?(?:address|ur[il])|host)$/i.test(name)));
  const made = calls.filter(({ callee, new: isMade }) => isMade && callee.kind === 'name' && callee.path.at(-1) === 'Uri');
  return [...named, ...made.flatMap(({ arguments: [first] }) => (first ? textsOf(first) : []))].some(isElsewhere);
});

function isElsewhere(base: Text): boolean {
  const host = urlHead(shape(base))?.host;
  return host !== undefined && !host.includes('{}') && !isLoopback(host) && cloudflareHost(host) === undefined;
}

/** Whether a file mentions Cloudflare outside of comments. */
const textNamesCloudflare = perFile(({ text, comments }: SourceFile): boolean => {
  const isComment = covering(comments);
  return [...text.matchAll(/cloudflare/gi)].some(({ index }) => !isComment({ start: index, end: index + 1 }));
});

/** Whether a header is next to another service's host: in a settings file, headers are next to the address they are sent to. */
function isBesideOther({ at, requests }: AuthHeader, { tables, texts, language }: SourceFile): boolean {
  if (language === 'http') return requests.length > 0 && requests.every(({ urls }) => urls.every(isLocal));
  // A proxy sends it to its upstream server.
  if (/^(?:nginx|caddyfile|conf)$/.test(language)) return !texts.some(namesCloudflareHost);
  if (!/^(?:json|yaml|toml)$/.test(language)) return false;
  const hosts = tables.filter((table) => within(at, table.at)).flatMap((table) => hostOf(table) ?? []);
  return hosts.length > 0 && hosts.every((host) => cloudflareHost(host) === undefined);
}

/** Whether a text names one of Cloudflare's hosts: `server cf api.cloudflare.com:443 ssl`. */
function namesCloudflareHost(text: Text): boolean {
  return shape(text)
    .split(/[^\w.-]/)
    .some((word) => word.includes('.') && cloudflareHost(word) !== undefined);
}

/** Whether a base URL is on this machine: a local server stands in for Cloudflare's. */
export function isLocal(base: Text): boolean {
  return isLoopback(urlHead(shape(base))?.host ?? '');
}
