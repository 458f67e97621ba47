import { words } from '../../cloudflare/credentials/words.js';
import { cloudflareHost, isLoopback } from '../../cloudflare/http/hosts.js';
import type { Name, Text } from '../../source/model.js';
import type { Request } from './request.js';
import { shape } from '../../source/values.js';
import { urlHeads } from './requests.js';

/** Where a request goes; `'unknown'` if its host cannot be determined. */
export type Destination = 'cloudflare' | 'other' | 'unknown';

/** Returns whether a request goes to Cloudflare or elsewhere. */
export function destination(request: Request): Destination {
  const hosts = urlHeads(request).map(({ host }) => host);
  if (hosts.some((host) => cloudflareHost(host) !== undefined) || request.urls.some(beginsWithCloudflareName)) return 'cloudflare';
  // A local server may be a proxy or a mock of anything.
  const known =
    hosts.length > 0 && hosts.length === request.urls.length && hosts.every((host) => !host.includes('{}') && !isLoopback(host));
  return known ? 'other' : 'unknown';
}

/** Whether a request asks its host to forward it to Cloudflare: `https://proxy.example/?https://api.cloudflare.com/…`. */
export function asksForCloudflare({ urls }: Request): boolean {
  return urls.some((url) => /.[/?=]https?(?:%3a|:)(?:%2f|\/){1,2}api\.cloudflare\.com\b/i.test(shape(url)));
}

/**
 * Whether a URL begins with a variable named after Cloudflare: in `${CLOUDFLARE_API}/zones`, the base is unknown, but its name is evidence enough.
 */
export function beginsWithCloudflareName(url: Text): boolean {
  const [first] = url.parts;
  return first?.kind === 'hole' && first.value.kind === 'name' && namesCloudflare(first.value);
}

function namesCloudflare({ path }: Name): boolean {
  const said = words(path.at(-1) ?? '');
  return said.includes('cloudflare') || said[0] === 'cf';
}
