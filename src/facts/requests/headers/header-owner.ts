/** Whose a header is that other services have under the same name. */
import { cloudflareHost, isLoopback, urlHead } from '../../../cloudflare/http/hosts.js';
import type { SourceFile, Text } from '../../../source/model.js';
import { covering, perFile, shape, within } from '../../../source/values.js';
import type { AuthHeader } from './headers.js';
import { hostOf } from './recorded-headers.js';

/** Other services have an X-Auth-Key too. It is Cloudflare's if it goes there, or if something speaks for it and nothing against. */
export function isCloudflares(header: AuthHeader, file: SourceFile): boolean {
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

/** A server on this machine stands in for Cloudflare's. */
export function isLocal(base: Text): boolean {
  return isLoopback(urlHead(shape(base))?.host ?? '');
}
