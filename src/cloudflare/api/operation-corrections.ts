/**
 * Corrections of what Cloudflare's OpenAPI description omits or gets wrong. Kept separate from the generated table, so that an update does not undo
 * them; paths have `{}` for parameters.
 */

/** Whether an operation can be called with an API token, as far as is known. */
export type TokenVerdict = 'yes' | 'likely' | 'unknown' | 'doubtful' | 'no';

interface Verdict {
  /** Default: any. */
  readonly method?: string;
  readonly path: RegExp;
  readonly token: TokenVerdict;
  readonly why: string;
}

const tenant = 'for tenant administrators, whom https://developers.cloudflare.com/tenant/get-started/ tells to use the Global API Key';
const nothingSaid = "Cloudflare's API reference names neither token nor permission; read in November 2026";

/**
 * The description lists only the key for 281 operations. That alone means little: 194 of them still name a permission for tokens, and one of these, the
 * tagging API, is documented with tokens. These rows are for operations of which more is known.
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
  /** `read` means GET, `write` all other methods. */
  readonly method: 'read' | 'write';
  readonly path: RegExp;
  /** Names of permission groups, any one of which is enough. Empty: every token is accepted. */
  readonly accepted: readonly string[];
  readonly source: string;
}

const r2 = 'https://developers.cloudflare.com/r2/api/tokens/';
const images = 'https://developers.cloudflare.com/images/upload-images/';
const originCa = 'https://developers.cloudflare.com/ssl/origin-configuration/origin-ca/';
const list = 'https://developers.cloudflare.com/fundamentals/api/reference/permissions/';

/** Permissions of operations for which the description names none. The first matching row counts. */
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
  {
    method: 'write',
    path: /^\/(?:accounts|zones)\/\{\}\/access\/service_tokens\//,
    accepted: ['Access: Service Tokens Write'],
    source: 'https://developers.cloudflare.com/cloudflare-one/access-controls/service-credentials/service-tokens/',
  },
  { method: 'write', path: /^\/zones\/\{\}\/waiting_rooms\//, accepted: ['Waiting Rooms Write'], source: list },
  // A token can always verify itself; without any permission, lists are empty.
  {
    method: 'read',
    path: /\/tokens\/verify$/,
    accepted: [],
    source: 'https://developers.cloudflare.com/fundamentals/api/get-started/create-token/',
  },
  { method: 'read', path: /^\/accounts$/, accepted: ['Account Settings Read', 'Account Settings Write'], source: list },
];

/** Maps names of permission groups in the description to their real names. */
export const groupNames: Readonly<Record<string, string>> = {
  'Zone Zone Read': 'Zone Read',
  'Zone Zone Edit': 'Zone Write',
  'Zone DNS Edit': 'DNS Write',
  'Account Read': 'Account Settings Read',
  'Account Filter Lists Read': 'Account Rule Lists Read',
  'Account Filter Lists Edit': 'Account Rule Lists Write',
  'Access: SCIM Logs Read': 'Access: SCIM logs read',
};

/** Paths for both accounts and zones only name the groups for accounts; maps these to the groups for zones. */
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

/** Operations that are missing in the description, with the permissions that they accept. */
export const furtherOperations: Readonly<Record<string, readonly string[]>> = {
  // https://developers.cloudflare.com/analytics/graphql-api/getting-started/authentication/api-token-auth/
  'POST /graphql': ['Account Analytics Read', 'Analytics Read'],
  // Model names contain slashes: @cf/meta/llama-3.1-8b-instruct. https://developers.cloudflare.com/workers-ai/get-started/rest-api/
  'POST /accounts/{}/ai/run/{}/{}': ['Workers AI Read', 'Workers AI Write'],
  'POST /accounts/{}/ai/run/{}/{}/{}': ['Workers AI Read', 'Workers AI Write'],
  // https://developers.cloudflare.com/workers-ai/configuration/open-ai-compatibility/
  'POST /accounts/{}/ai/v1/chat/completions': ['Workers AI Read', 'Workers AI Write'],
  'POST /accounts/{}/ai/v1/embeddings': ['Workers AI Read', 'Workers AI Write'],
  'POST /accounts/{}/ai/v1/responses': ['Workers AI Read', 'Workers AI Write'],
};
