/** Determines the role of a value from the name of its variable, property or environment variable. */
import type { CredentialId } from './formats.js';
import { isVariant, MAX_NAME, isDescriptiveWord, words } from './words.js';

export type Role =
  | CredentialId
  /** A Global API Key or a token: the name does not show which. */
  | 'api-credential'
  /** The password of the database that Hyperdrive connects to. */
  | 'database-password'
  | 'email'
  /** Not secret: an id, a site key, the public half of a pair. */
  | 'identifier';

interface DocumentedName {
  readonly role: Role;
  /** The tools that read it. */
  readonly by: string;
  /** Set if other services use the same name. */
  readonly shared?: true;
}

/** Environment variables that tools document, as listed in each tool's own documentation or source in November 2026. */
const documented: Readonly<Record<string, DocumentedName>> = {
  CLOUDFLARE_API_TOKEN: {
    role: 'api-token',
    by: 'wrangler, npm cloudflare, Terraform, Pulumi, alchemy, SST, cloudflare-ddns, cf-terraforming',
  },
  CF_API_TOKEN: { role: 'api-token', by: 'wrangler (legacy), external-dns, caddy-dns, cloudflare-exporter' },
  CF_DNS_API_TOKEN: { role: 'api-token', by: 'lego, traefik' },
  CF_ZONE_API_TOKEN: { role: 'api-token', by: 'lego, traefik' },
  CLOUDFLARE_DNS_API_TOKEN: { role: 'api-token', by: 'lego, traefik' },
  CLOUDFLARE_ZONE_API_TOKEN: { role: 'api-token', by: 'lego, traefik' },
  CF_ZONE_TOKEN: { role: 'api-token', by: 'caddy-dns' },
  CF_TOKEN: { role: 'api-token', by: 'acme.sh (CF_Token)' },
  DNS_CLOUDFLARE_API_TOKEN: { role: 'api-token', by: 'certbot-dns-cloudflare' },
  WRANGLER_R2_SQL_AUTH_TOKEN: { role: 'api-token', by: 'wrangler' },
  CLOUDFLARE_TOKEN: { role: 'api-credential', by: 'octoDNS, cloudflare-purge-action' },
  CLOUDFLARE_API_KEY: { role: 'global-api-key', by: 'wrangler, npm cloudflare, Terraform, Pulumi, lego, alchemy' },
  CF_API_KEY: { role: 'global-api-key', by: 'wrangler (legacy), lego, external-dns, cloudflare-exporter', shared: true },
  CF_KEY: { role: 'global-api-key', by: 'acme.sh (CF_Key)', shared: true },
  DNS_CLOUDFLARE_API_KEY: { role: 'global-api-key', by: 'certbot-dns-cloudflare' },
  CLOUDFLARE_KEY: { role: 'global-api-key', by: 'cloudflare-purge-action' },
  CLOUDFLARE_EMAIL: { role: 'email', by: 'wrangler, npm cloudflare, Terraform, lego' },
  CF_EMAIL: { role: 'email', by: 'wrangler (legacy), acme.sh (CF_Email)', shared: true },
  CF_API_EMAIL: { role: 'email', by: 'lego, external-dns, cloudflare-exporter', shared: true },
  DNS_CLOUDFLARE_EMAIL: { role: 'email', by: 'certbot-dns-cloudflare' },
  CLOUDFLARE_API_USER_SERVICE_KEY: { role: 'origin-ca-key', by: 'npm cloudflare, Terraform, Pulumi' },
  CLOUDFLARE_ACCESS_CLIENT_ID: { role: 'identifier', by: 'wrangler' },
  CLOUDFLARE_ACCESS_CLIENT_SECRET: { role: 'access-client-secret', by: 'wrangler' },
  TUNNEL_SERVICE_TOKEN_ID: { role: 'identifier', by: 'cloudflared' },
  TUNNEL_SERVICE_TOKEN_SECRET: { role: 'access-client-secret', by: 'cloudflared', shared: true },
  TUNNEL_TOKEN: { role: 'tunnel-token', by: 'cloudflared', shared: true },
  TURN_KEY_API_TOKEN: { role: 'realtime-secret', by: 'Realtime documentation', shared: true },
  // common names that no tool documents, each found in public code
  CLOUDFLARE_GLOBAL_API_KEY: { role: 'global-api-key', by: 'habit' },
  CLOUDFLARE_GLOBAL_KEY: { role: 'global-api-key', by: 'habit' },
  CLOUDFLARE_GLOBAL_APIKEY: { role: 'global-api-key', by: 'habit' },
  CF_GLOBAL_API_KEY: { role: 'global-api-key', by: 'habit' },
  CF_GLOBAL_KEY: { role: 'global-api-key', by: 'habit' },
  CF_GLOBAL_APIKEY: { role: 'global-api-key', by: 'habit' },
  CLOUDFLARE_APIKEY: { role: 'global-api-key', by: 'habit' },
  CLOUDFLARE_AUTH_KEY: { role: 'global-api-key', by: 'habit' },
  CF_AUTH_KEY: { role: 'global-api-key', by: 'habit', shared: true },
  X_AUTH_KEY: { role: 'global-api-key', by: 'habit', shared: true },
};

/** Returns the documented variable that equals a name, in any case, or is a prefix of an upper-case one: `CF_API_TOKEN` for `CF_API_TOKEN_R2`. */
function documentedVariable(name: string): string | undefined {
  const key = name.toUpperCase().replace(toolPrefix, '');
  if (Object.hasOwn(documented, key)) return key;
  if (name !== key) return undefined;
  for (let end = key.lastIndexOf('_'); end > 0; end = key.lastIndexOf('_', end - 1)) {
    const variable = key.slice(0, end);
    if (Object.hasOwn(documented, variable)) return isVariant(key.slice(end + 1)) ? variable : undefined;
  }
  return undefined;
}

/** acme.sh saves its variables as `SAVED_…` in `account.conf`, and Cloud Build requires `_` before the names of its substitutions. */
const toolPrefix = /^(?:SAVED)?_/;

function documentedRole(name: string): Role | undefined {
  const variable = documentedVariable(name);
  return variable === undefined ? undefined : documented[variable]?.role;
}

/** For variables of keys, the token variables of the tools that the table above names for the key. */
const tokenVariables: Readonly<Record<string, string>> = {
  CF_KEY: 'CF_Token',
  CF_API_KEY: 'CF_API_TOKEN',
  DNS_CLOUDFLARE_API_KEY: 'dns_cloudflare_api_token',
};

/** Returns the variable from which the same tool reads an API token. */
export function tokenVariable(keyVariable: string): string {
  const bare = keyVariable.replace(fileSuffix, '');
  return `${tokenVariables[bare.toUpperCase()] ?? 'CLOUDFLARE_API_TOKEN'}${keyVariable.slice(bare.length)}`;
}

/** Suffix of variables that hold the path of a file with the value. */
const fileSuffix = /_FILE$/i;

/** Returns which kind of key an environment variable holds, directly or as the path of a file, by documentation or common use; undefined if none. */
export function keyVariableRole(name: string): 'global-api-key' | 'origin-ca-key' | undefined {
  const bare = name.replace(publicPrefix, '').replace(fileSuffix, '');
  const role = documentedRole(bare);
  if (role === 'global-api-key' || role === 'origin-ca-key') return role;
  return words(bare).join('') === 'cloudflareauthkey' ? 'global-api-key' : undefined;
}

/** Whether tools document that an environment variable holds an API token. */
export function isTokenVariable(name: string): boolean {
  return documentedRole(name) === 'api-token';
}

/** Whether an environment variable holds a secret; ids, e-mail addresses and site keys are not secret. */
export function isSecretVariable(name: string): boolean {
  const role = roleOf([name]);
  // With a public prefix and without the word "secret", a Turnstile key is the site key.
  if (role === 'turnstile-secret-key' && isPublicVariable(name)) return words(name).includes('secret');
  return role !== undefined && role !== 'email' && role !== 'identifier';
}

/** Returns the first documented variable of a secret whose name starts with a prefix. */
export function secretBeginningWith(prefix: string): string | undefined {
  return Object.keys(documented).find((name) => name.startsWith(prefix) && isSecretVariable(name));
}

/** Whether an environment variable is documented by tools, or commonly used, for a credential of Cloudflare's API. */
export function isDocumentedVariable(name: string): boolean {
  return documentedRole(name) !== undefined;
}

/** Other services that are abbreviated CF or use the same header names; each was found with a variable of the table above. */
const otherServices =
  /curse_?forge|codeforces|cashfree|cloudfront|cloud[-_ ]?foundry|cloud[-_ ]?formation|codefresh|contentful|clickfunnels|podcast_?index/i;

/** Names of Cloudflare and its tools. */
const company = /cloudflare|wrangler|flarectl|cf-terraforming|\bdns_cf\b|turnstile|hyperdrive/i;

/** Names that accompany a Global API Key, or that only exist for Cloudflare accounts. */
const belongings =
  /\bcf_?(?:api_?|auth_?)?e?mail\b|\bcf_(?:(?:dns_|zone_)?api_token|account_id|zone(?:_id)?)\b|\bcf_(?:images|stream|r2|kv|d1|pages|workers?|tunnel)_|x[-_]auth[-_]email|\b(?:image|video)delivery\.net\b/i;

/** Returns a predicate for the variables of a text: whether one that may belong to Cloudflare, by its name, really does. */
export function ownership(text: string): (variable: string) => boolean {
  const isNamed = company.test(text);
  const isAnotherNamed = otherServices.test(text);
  const isShown = isNamed || belongings.test(text);
  return (variable) => {
    if (variable.toUpperCase().startsWith('SAVED_') || words(variable).some((word) => ownWords.has(word))) return true;
    const name = documentedVariable(variable.replaceAll('-', '_').replace(publicPrefix, '').replace(fileSuffix, ''));
    const isShared = name === undefined || documented[name]?.shared === true;
    return isShared ? isShown && !isAnotherNamed : isNamed || !isAnotherNamed;
  };
}

/** Words that only occur in Cloudflare's names. */
const ownWords = new Set(['cloudflare', 'cloudflared', 'wrangler', 'turnstile', 'r2']);

/** Whether a name is that of a secret access key, used by S3 clients for any service. */
export function isSecretKeyName(name: string): boolean {
  return /secret_?(?:access_?)?key$|^secret$/i.test(name);
}

/** Whether bundlers publish a variable. */
export function isPublicVariable(name: string): boolean {
  return publicPrefix.test(name);
}

/** Returns the role implied by the innermost of nested names. Outer names only count as context: `cloudflare: { apiToken }`. */
export function roleOf(names: readonly string[]): Role | undefined {
  const last = names.at(-1);
  if (last === undefined || last.length > MAX_NAME) return undefined;
  const bare = last.replace(publicPrefix, '');
  const known = documentedRole(bare);
  if (known) return known;
  const own = words(bare);
  if (own.length === 0 || own.some((word, index) => isDescriptiveWord(word, index, own.length))) return undefined;
  const context = new Set([...names.slice(-4, -1).flatMap(words), ...own]);
  const compact = own.join('');
  const outer = names.slice(-3, -1).flatMap(words).join('');
  for (const row of namings) {
    if (!row.context.some((word) => context.has(word))) continue;
    if (row.unless?.some((word) => context.has(word))) continue;
    if (row.ends.test(row.nested ? outer + compact : compact)) return row.role;
  }
  return undefined;
}

/** Prefixes of variables that bundlers publish. */
const publicPrefix = /^(?:NEXT_PUBLIC|NUXT_PUBLIC|REACT_APP|EXPO_PUBLIC|VUE_APP|VITE|PUBLIC|GATSBY|STORYBOOK)_/;

interface Naming {
  readonly role: Role;
  /** Matches the end of the name, with its words joined. */
  readonly ends: RegExp;
  /** One of these words must be in the name or in an outer one. */
  readonly context: readonly string[];
  readonly unless?: readonly string[];
  /** Set if the ending may span an outer and the innermost name: `turnstile: { secret }`. */
  readonly nested?: boolean;
}

const cloudflare = ['cloudflare', 'cf', 'cloudflared', 'wrangler'];

/** From specific to general; the first match wins. */
const namings: readonly Naming[] = [
  {
    role: 'identifier',
    ends: /sitekey$|(?<!secret)accesskey$/,
    context: [...cloudflare, 'r2', 'turnstile'],
  },
  { role: 'turnstile-secret-key', ends: /secret$|secretkey$|turnstilekey$/, context: ['turnstile'] },
  { role: 'r2-secret-access-key', ends: /secret$|secretkey$|secretaccesskey$|accesskeysecret$/, context: ['r2'] },
  { role: 'hyperdrive-connection-string', ends: /connectionstring/, context: ['hyperdrive'] },
  { role: 'tunnel-secret', ends: /tunnelsecret$/, context: ['tunnel', ...cloudflare] },
  { role: 'tunnel-token', ends: /tunneltoken$|connectortoken$/, context: ['tunnel', ...cloudflare], nested: true },
  {
    role: 'access-client-secret',
    ends: /accessclientsecret$|servicetokensecret$|accesssecret$/,
    context: [...cloudflare, 'tunnel'],
    nested: true,
  },
  { role: 'stream-signing-key', ends: /(?:signingkey|pem|jwk)$/, context: ['stream'], unless: ['github'] },
  { role: 'stream-live-key', ends: /streamkey$|livekey$/, context: cloudflare },
  { role: 'images-signing-key', ends: /images?(?:signing)?key$|imagessigningkey$/, context: cloudflare, nested: true },
  {
    role: 'realtime-secret',
    ends: /(?:calls|realtime)(?:app)?secret$|turnkeyapitoken$|turn(?:key)?(?:api)?token$|turnkey$/,
    context: [...cloudflare, 'turn', 'realtime'],
    nested: true,
  },
  { role: 'origin-ca-key', ends: /userservicekey$|servicekey$|origincakey$/, context: cloudflare },
  { role: 'oauth-refresh-token', ends: /refreshtoken$/, context: cloudflare },
  { role: 'oauth-token', ends: /oauthtoken$/, context: cloudflare },
  { role: 'email', ends: /e?mail$/, context: cloudflare },
  { role: 'global-api-key', ends: /globalapikey$|globalkey$|authkey$/, context: cloudflare },
  { role: 'api-credential', ends: /apikey$|^(?:dns)?(?:cloudflare|cf)key$|apisecret$/, context: cloudflare },
  { role: 'api-token', ends: /token$/, context: cloudflare, unless: ['turnstile', 'captcha', 'jwt', 'session', 'id', 'web', 'upload'] },
  {
    role: 'api-credential',
    ends: /^(?:key|secret|credentials?|bearer|auth)$|apicredential$/,
    context: cloudflare,
    unless: ['kv', 'cache', 'turnstile', 'r2'],
  },
];
