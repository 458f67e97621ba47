/** The hosts that accept Cloudflare credentials, and how a URL's host is classified. */
import type { Role } from '../credentials/names.js';

export interface Host {
  readonly host: RegExp;
  /** What is sent over the connection. */
  readonly carries: string;
  /** The kind of its Bearer token, if that is not an API token. */
  readonly bearer?: Role;
  /** Whether it forwards the Authorization header to another service; its own has another name. */
  readonly forwards?: true;
  /** Clear-text schemes other than http, and their secure counterparts. */
  readonly schemes?: Readonly<Record<string, string>>;
  /** Paths that are fetched in clear text on purpose and carry no credential. */
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
  // https://developers.cloudflare.com/ai-gateway/configuration/authentication/
  { host: /^gateway\.ai\.cloudflare\.com$/, carries: 'API tokens and provider keys', forwards: true, schemes: web },
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
  /** In lower case, without port; `{}` for unknown parts. */
  readonly host: string;
  /** From the first slash after the host. */
  readonly path: string;
}

/** Parses scheme, host and path of a URL with holes written as `{}`; undefined if it does not start with scheme and host. */
export function urlHead(url: string): UrlHead | undefined {
  const match = /^\s*([a-z][a-z\d+.-]*):\/\/(?:[^/?#@\s]*@)?(\[[^\]/]*\]|[^/?#:\s]*)(?::[\d{}]*)?/i.exec(url);
  if (!match) return undefined;
  const [head, scheme = '', written = ''] = match;
  const rest = url.slice(head.length);
  // A hole after a complete host is filled by a path: `https://api.cloudflare.com${path}`.
  const host = /^(localhost|\d{1,3}(?:\.\d{1,3}){3}|\[[^\]]*\]|.*\.[a-z]{2,})\{\}$/i.exec(written)?.[1] ?? written;
  const path = host === written ? rest : `{}${rest}`;
  return { scheme: scheme.toLowerCase(), host: host.toLowerCase(), path };
}

/** Whether a URL contains a path of the API, whatever its host. */
export function endsLikeApi(url: string): boolean {
  return /(?:^|[/}])(?:client\/v4|accounts|graphql|memberships|user|zones)(?:[/?{]|$)/.test(url);
}

/** Whether a URL may lead to the API. A URL without a known host may. */
export function mayBeApi(url: string): boolean {
  const head = urlHead(url);
  return !head || apiPath(url) !== undefined || (/^api\b.*\.cloudflare\.com$/.test(head.host) && head.path.startsWith('{}'));
}

/** Returns the row of a host that accepts Cloudflare credentials. */
export function cloudflareHost(host: string): Host | undefined {
  return hosts.find((row) => row.host.test(host));
}

/** Whether a host is the local machine, or a name that only exists in test and development networks. */
export function isLoopback(host: string): boolean {
  return /^(?:localhost|.+\.localhost|127(?:\.\d{1,3}){3}|\[::1\]|\[::\]|0\.0\.0\.0|host\.docker\.internal)$/.test(host);
}

/**
 * Whether a host runs code of Cloudflare's users, or is internal to a network, as names without a dot (`docker`, `backend`) and private addresses are:
 * its owner is unknown. https://www.rfc-editor.org/rfc/rfc1918
 */
export function isOwnHost(host: string): boolean {
  return (
    /(?:^|\.)(?:workers\.dev|pages\.dev|trycloudflare\.com|cloudflare\.com|test|local|internal|lan|home\.arpa)$/.test(host) ||
    /^[\w-]+$|^(?:10|192\.168|172\.(?:1[6-9]|2\d|3[01]))(?:\.\d{1,3}){2,3}$/.test(host)
  );
}

/** Whether a host is reserved for documentation, as a placeholder for any host. https://www.rfc-editor.org/rfc/rfc2606 */
export function isExampleHost(host: string): boolean {
  return /(?:^|\.)(?:example\.(?:com|org|net)|example|invalid)$/.test(host);
}

/** Services that show messages to people, as named in webhooks (the documentation of each, November 2026). */
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

/** Returns the path below the API's root, `/zones/{}/dns_records`; undefined if the URL does not belong to the API. */
export function apiPath(url: string): string | undefined {
  const head = urlHead(url);
  if (!head || !/^api\b.*\.cloudflare\.com$/.test(head.host)) return undefined;
  const path = /^\/client\/v4(\/[^?#]*)?/.exec(head.path);
  return path ? (path[1] ?? '/') : undefined;
}

/** Returns the secure scheme for a URL that would send credentials to a Cloudflare host in clear text; undefined if there is nothing to change. */
export function secureScheme({ scheme, host, path }: UrlHead): string | undefined {
  const row = cloudflareHost(host);
  if (!row || row.harmless?.test(path)) return undefined;
  return scheme === 'http' ? 'https' : row.schemes?.[scheme];
}

/** Matches the S3 endpoint of R2 anywhere in a text. */
export const r2Host = /\.r2\.cloudflarestorage\.com/i;
