/** Attribution of headers whose names other services use too. */
import { cloudflareHost, isLoopback, urlHead } from '../../../cloudflare/http/hosts.js';
import type { SourceFile, Text } from '../../../source/model.js';
import { perFile } from '../../../source/memoized.js';
import { covering, within } from '../../../source/span.js';
import { shape } from '../../../source/values.js';
import type { AuthHeader } from './headers.js';
import { hostOf } from './recorded-headers.js';

/**
 * Whether a header is Cloudflare's; other services have an X-Auth-Key too. It is if it is sent there, or if there is evidence for that and none
 * against it.
 */
export function isCloudflares(header: AuthHeader, file: SourceFile): boolean {
  if (header.carries.own || header.destination !== 'unknown') return header.carries.own || header.destination === 'cloudflare';
  return header.together.some(({ name }) => name === 'x-auth-email') || (textNamesCloudflare(file) && !isBesideOther(header, file));
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
