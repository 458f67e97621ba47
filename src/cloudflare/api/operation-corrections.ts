/**
 * What Cloudflare's OpenAPI description does not say of its operations, or says wrongly. Kept apart from the generated table, so that a newer
 * description does not undo it; paths are written with `{}` for their parameters.
 */

/** Whether an operation can be called with an API token, as far as is known. */
export type TokenVerdict = 'yes' | 'likely' | 'unknown' | 'doubtful' | 'no';

interface Verdict {
  /** Any if it is not said. */
  readonly method?: string;
  readonly path: RegExp;
  readonly token: TokenVerdict;
  readonly why: string;
}

const tenant = 'for tenant administrators, whom https://developers.cloudflare.com/tenant/get-started/ tells to use the Global API Key';
const nothingSaid = "Cloudflare's API reference names neither token nor permission; read in November 2026";

/**
 * The description lists only the key for 281 operations. That alone says little: 194 of them name a permission for tokens all the same, and the
 * tagging API, one of them, is documented with tokens. These are the ones of which more is known.
 */
export const tokenVerdicts: readonly Verdict[] = [
  { method: 'POST', path: /^\/accounts$/, token: 'doubtful', why: tenant },
  { method: 'POST', path: /^\/users$/, token: 'doubtful', why: tenant },
  { method: 'POST', path: /^\/accounts\/(?:[^/]+\/)?move$/, token: 'doubtful', why: tenant },
  { path: /^\/tenants\/(?!.*\/custom_ns)/, token: 'doubtful', why: tenant },
  { path: /^\/organizations\/[^/]+(?:\/(?:members|profile|accounts|shares)(?:[/:]|$)|$)/, token: 'unknown', why: nothingSaid },
  { path: /^\/accounts\/[^/]+\/shares(?:\/|$)/, token: 'unknown', why: nothingSaid },
  { path: /^\/user\/organizations\/[^/]+$/, token: 'unknown', why: nothingSaid },
  { method: 'GET', path: /^\/accounts$/, token: 'yes', why: 'wrangler lists accounts with tokens' },
  { path: /\/tags(?:\/|$)/, token: 'yes', why: 'https://developers.cloudflare.com/resource-tagging/how-to/manage-tags/' },
];

interface Permissions {
  /** `read` stands for GET, `write` for all others. */
  readonly method: 'read' | 'write';
  readonly path: RegExp;
  /** Names of permission groups; any one is enough. None: every token will do. */
  readonly accepted: readonly string[];
  readonly source: string;
}

const r2 = 'https://developers.cloudflare.com/r2/api/tokens/';
const images = 'https://developers.cloudflare.com/images/upload-images/';
const originCa = 'https://developers.cloudflare.com/ssl/origin-configuration/origin-ca/';
const list = 'https://developers.cloudflare.com/fundamentals/api/reference/permissions/';

/** Permissions of operations of which the description names none. The first row that fits counts. */
export const furtherPermissions: readonly Permissions[] = [
  { method: 'read', path: /^\/accounts\/\{\}\/r2\//, accepted: ['Workers R2 Storage Read', 'Workers R2 Storage Write'], source: r2 },
  { method: 'write', path: /^\/accounts\/\{\}\/r2\//, accepted: ['Workers R2 Storage Write'], source: r2 },
  { method: 'read', path: /^\/accounts\/\{\}\/(?:v1|v2)\/images/, accepted: ['Images Read', 'Images Write'], source: images },
  { method: 'write', path: /^\/accounts\/\{\}\/(?:v1|v2)\/images/, accepted: ['Images Write'], source: images },
  { method: 'read', path: /^\/certificates/, accepted: ['SSL and Certificates Read', 'SSL and Certificates Write'], source: originCa },
  { method: 'write', path: /^\/certificates/, accepted: ['SSL and Certificates Write'], source: originCa },
  {
    method: 'read',
    path: /^\/zones\/\{\}\/email\/routing\/rules$/,
    accepted: ['Email Routing Rules Read', 'Email Routing Rules Write'],
    source: list,
  },
  { method: 'write', path: /^\/accounts\/\{\}\/stream\//, accepted: ['Stream Write'], source: list },
  {
    method: 'write',
    path: /^\/accounts\/\{\}\/workers\/(?:dispatch|scripts|services|workers)\//,
    accepted: ['Workers Scripts Write'],
    source: list,
  },
  {
    method: 'read',
    path: /^\/accounts\/\{\}\/workers\/scripts\//,
    accepted: ['Workers Scripts Read', 'Workers Scripts Write'],
    source: list,
  },
  { method: 'read', path: /^\/accounts\/\{\}\/gateway\//, accepted: ['Zero Trust Read', 'Zero Trust Write'], source: list },
  { method: 'write', path: /^\/accounts\/\{\}\/gateway\//, accepted: ['Zero Trust Write'], source: list },
  { method: 'write', path: /^\/accounts\/\{\}\/d1\/database\//, accepted: ['D1 Write'], source: list },
  { method: 'write', path: /^\/accounts\/\{\}\/pipelines\//, accepted: ['Pipelines Write'], source: list },
  // A token may always ask after itself; without any permission, lists are empty.
  {
    method: 'read',
    path: /\/tokens\/verify$/,
    accepted: [],
    source: 'https://developers.cloudflare.com/fundamentals/api/get-started/create-token/',
  },
  { method: 'read', path: /^\/accounts$/, accepted: ['Account Settings Read', 'Account Settings Write'], source: list },
];

/** Names that the description has for permission groups, and the ones that the groups have. */
export const groupNames: Readonly<Record<string, string>> = {
  'Zone Zone Read': 'Zone Read',
  'Zone Zone Edit': 'Zone Write',
  'Zone DNS Edit': 'DNS Write',
  'Account Read': 'Account Settings Read',
};

/** Paths that stand for accounts and for zones name the groups of accounts only; these are the ones that zones have. */
export const groupsOfZones: Readonly<Record<string, string>> = {
  'Load Balancers Account Read': 'Load Balancers Read',
  'Load Balancers Account Write': 'Load Balancers Write',
  'Account Waiting Rooms Read': 'Waiting Rooms Read',
  'Account Custom Pages Read': 'Custom Pages Read',
  'Account Custom Pages Write': 'Custom Pages Write',
  // https://developers.cloudflare.com/api/resources/firewall/subresources/access_rules/
  'Account Firewall Access Rules Read': 'Firewall Services Read',
  'Account Firewall Access Rules Write': 'Firewall Services Write',
};

/** Operations that the description leaves out, with the permissions that they accept. */
export const furtherOperations: Readonly<Record<string, readonly string[]>> = {
  // https://developers.cloudflare.com/analytics/graphql-api/getting-started/authentication/api-token-auth/
  'POST /graphql': ['Account Analytics Read', 'Analytics Read'],
  // Names of models have slashes: @cf/meta/llama-3.1-8b-instruct. https://developers.cloudflare.com/workers-ai/get-started/rest-api/
  'POST /accounts/{}/ai/run/{}/{}': ['Workers AI Read', 'Workers AI Write'],
  'POST /accounts/{}/ai/run/{}/{}/{}': ['Workers AI Read', 'Workers AI Write'],
  // https://developers.cloudflare.com/workers-ai/configuration/open-ai-compatibility/
  'POST /accounts/{}/ai/v1/chat/completions': ['Workers AI Read', 'Workers AI Write'],
  'POST /accounts/{}/ai/v1/embeddings': ['Workers AI Read', 'Workers AI Write'],
  'POST /accounts/{}/ai/v1/responses': ['Workers AI Read', 'Workers AI Write'],
};
