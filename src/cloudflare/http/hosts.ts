/** The hosts that take Cloudflare credentials, and what may be said of a URL's host. */
import type { Role } from '../credentials/names.js';

export interface Host {
  readonly host: RegExp;
  /** What goes over the wire. */
  readonly carries: string;
  /** What a Bearer token for it is, if it is no API token. */
  readonly bearer?: Role;
  /** Other schemes than http that are the clear-text form of this host's, and what they ought to be. */
  readonly schemes?: Readonly<Record<string, string>>;
  /** Paths of it that are fetched in clear on purpose and carry nothing. */
  readonly harmless?: RegExp;
}

const web = { ws: 'wss' };

/**
 * Sources: Cloudflare's OpenAPI description (servers, examples), https://developers.cloudflare.com/r2/api/tokens/,
 * https://developers.cloudflare.com/stream/stream-live/, https://developers.cloudflare.com/1.1.1.1/encryption/dns-over-https/,
 * https://blog.cloudflare.com/https-only-for-cloudflare-apis-shutting-the-door-on-cleartext-traffic/ and the source of wrangler.
 */
const hosts: readonly Host[] = [
  { host: /^api(?:\.fed|\.staging|\{\})*\.cloudflare\.com$/, carries: 'API tokens and keys', schemes: web },
  { host: /^dash\.cloudflare\.com$/, carries: 'OAuth codes and refresh tokens', harmless: /^\/(?:\?|$)/ },
  { host: /^(?:www\.)?cloudflare\.com$/, carries: 'API keys of the v1 API', harmless: /^(?!\/api_json\.html)/ },
  { host: /\.cloudflareaccess\.com$/, carries: 'Access logins', schemes: web },
  { host: /\.r2\.cloudflarestorage\.com$/, carries: 'signed R2 requests' },
  { host: /\.(?:pipelines|ingest)\.cloudflare\.com$/, carries: 'API tokens' },
  // https://developers.cloudflare.com/agents/model-context-protocol/mcp-servers-for-cloudflare/
  { host: /(?:^|\.)mcp\.cloudflare\.com$/, carries: 'API tokens', schemes: web },
  { host: /^challenges\.cloudflare\.com$/, carries: 'the Turnstile secret key' },
  { host: /^gateway\.ai\.cloudflare\.com$/, carries: 'API tokens and provider keys', schemes: web },
  { host: /^rtc\.live\.cloudflare\.com$/, carries: 'Realtime secrets', bearer: 'realtime-secret' },
  { host: /^live\.cloudflare\.com$/, carries: 'the stream key', schemes: { rtmp: 'rtmps' } },
  { host: /^upload\.(?:imagedelivery\.net|cloudflarestream\.com|videodelivery\.net)$/, carries: 'one-time upload URLs' },
  { host: /^registry\.cloudflare\.com$/, carries: 'registry credentials' },
  { host: /^(?:logs\.cloudflare\.com|tail\.developers\.workers\.dev)$/, carries: 'log sessions', schemes: web },
  {
    host: /^(?:(?:security\.|family\.|mozilla\.)?cloudflare-dns\.com|dns\.cloudflare\.com|[^.]+\.cloudflare-gateway\.com)$/,
    carries: 'DNS queries',
    harmless: /^(?!\/dns-query)/,
  },
];

export interface UrlHead {
  readonly scheme: string;
  /** Lower case, without port; `{}` where a part of it is not known. */
  readonly host: string;
  /** From the first slash after the host. */
  readonly path: string;
}

/** The head of a URL, holes written `{}`; undefined if it does not begin with a scheme and a host. */
export function urlHead(url: string): UrlHead | undefined {
  const match = /^\s*([a-z][a-z\d+.-]*):\/\/(?:[^/?#@\s]*@)?(\[[^\]/]*\]|[^/?#:\s]*)(?::[\d{}]*)?/i.exec(url);
  if (!match) return undefined;
  const [head, scheme = '', written = ''] = match;
  const rest = url.slice(head.length);
  // What fills a hole behind a whole host begins with a slash: `https://api.cloudflare.com${path}`.
  const host = /^(localhost|\d{1,3}(?:\.\d{1,3}){3}|\[[^\]]*\]|.*\.[a-z]{2,})\{\}$/i.exec(written)?.[1] ?? written;
  const path = host === written ? rest : `{}${rest}`;
  return { scheme: scheme.toLowerCase(), host: host.toLowerCase(), path };
}

/** Whether the end of a URL is one that the API has, wherever its beginning leads. */
export function endsLikeApi(url: string): boolean {
  return /(?:^|[/}])(?:client\/v4|accounts|graphql|memberships|user|zones)(?:[/?{]|$)/.test(url);
}

/** Whether a URL goes to the API, as far as can be told; one that does not say where it goes may. */
export function mayBeApi(url: string): boolean {
  const head = urlHead(url);
  return !head || apiPath(url) !== undefined || (/^api\b.*\.cloudflare\.com$/.test(head.host) && head.path.startsWith('{}'));
}

/** The row of a host that takes Cloudflare credentials. */
export function cloudflareHost(host: string): Host | undefined {
  return hosts.find((row) => row.host.test(host));
}

/** Whether a host is the machine itself, or a name that only test and development networks have. */
export function isLoopback(host: string): boolean {
  return /^(?:localhost|.+\.localhost|127(?:\.\d{1,3}){3}|\[::1\]|\[::\]|0\.0\.0\.0|host\.docker\.internal)$/.test(host);
}

/** Whether a host runs what Cloudflare's users have put on it, or is one of a network's own: who it belongs to cannot be told. */
export function isOwnHost(host: string): boolean {
  return /(?:^|\.)(?:workers\.dev|pages\.dev|trycloudflare\.com|cloudflare\.com|test|local|internal)$/.test(host);
}

/** Whether a host is a name for documentation, which stands for any host. https://www.rfc-editor.org/rfc/rfc2606 */
export function isExampleHost(host: string): boolean {
  return /(?:^|\.)(?:example\.(?:com|org|net)|example|invalid)$/.test(host);
}

/** Services that show what they are sent to people, as programs name their webhooks (the documentation of each, November 2026). */
export const messengers: ReadonlySet<string> = new Set([
  'discord',
  'feishu',
  'lark',
  'dingtalk',
  'mattermost',
  'opsgenie',
  'pagerduty',
  'rocketchat',
  'slack',
  'teams',
  'msteams',
  'telegram',
]);

/** The path below the API's root, `/zones/{}/dns_records`; undefined if the URL is not one of the API. */
export function apiPath(url: string): string | undefined {
  const head = urlHead(url);
  if (!head || !/^api\b.*\.cloudflare\.com$/.test(head.host)) return undefined;
  const path = /^\/client\/v4(\/[^?#]*)?/.exec(head.path);
  return path ? (path[1] ?? '/') : undefined;
}

/** The scheme a URL ought to have, if it would send what a Cloudflare host takes in clear; undefined if there is nothing to change. */
export function secureScheme({ scheme, host, path }: UrlHead): string | undefined {
  const row = cloudflareHost(host);
  if (!row || row.harmless?.test(path)) return undefined;
  return scheme === 'http' ? 'https' : row.schemes?.[scheme];
}

/** An R2 bucket's S3 endpoint, anywhere in a text. */
export const r2Host = /\.r2\.cloudflarestorage\.com/i;
