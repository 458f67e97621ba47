/** The credentials to detect: how each is generated, its names, and how programs use it, as documented or found in public code. */
import { readFileSync } from 'node:fs';
import typescript from 'typescript';

/**
 * The tests' generators of credentials, transpiled because Node 20 cannot load TypeScript.
 * @type {typeof import('../../test/made-up/credentials.js')}
 */
const madeUp = await import(
  `data:text/javascript,${encodeURIComponent(
    typescript.transpileModule(readFileSync(new URL('../../test/made-up/credentials.ts', import.meta.url), 'utf8'), {
      compilerOptions: { module: typescript.ModuleKind.ESNext, target: typescript.ScriptTarget.ESNext },
    }).outputText,
  )}`
);
const { alphabets, characters, kinds: made, shapes } = madeUp;
export const { random } = madeUp;

/**
 * @typedef {object} Kind
 * @property {string} name
 * @property {(next: () => number) => string} make
 * @property {readonly string[]} variables environment variables that hold it
 * @property {true} [shows] whether it identifies itself, without a name beside it
 * @property {{ readonly name: string, readonly before?: string, readonly url: string, readonly beside?: Readonly<Record<string, string>> }} [header] that carries it
 * @property {(secret: string) => string} [program] returns another use in a program, of the secret as an expression
 * @property {(secret: string) => string} [command] returns a command that it is passed to
 * @property {string} [provider] its key in Terraform's provider
 * @property {string} [certbot] its key in certbot's file
 */

const api = 'https://api.cloudflare.com/client/v4';
const bearer = { name: 'Authorization', before: 'Bearer ', url: `${api}/zones` };

/** @param {string} option @param {string} [beside] */
const sdk = (option, beside = '') => {
  return (/** @type {string} */ secret) =>
    `import Cloudflare from 'cloudflare';\nconst client = new Cloudflare({ ${beside}${option}: ${secret} });`;
};

const token = {
  variables: ['CLOUDFLARE_API_TOKEN', 'CF_API_TOKEN', 'CF_DNS_API_TOKEN', 'CLOUDFLARE_TOKEN'],
  header: bearer,
  program: sdk('apiToken'),
  provider: 'api_token',
  certbot: 'dns_cloudflare_api_token',
};
const key = {
  variables: ['CLOUDFLARE_API_KEY', 'CF_API_KEY', 'CLOUDFLARE_GLOBAL_API_KEY', 'CF_Key'],
  header: { name: 'X-Auth-Key', url: `${api}/zones`, beside: { 'X-Auth-Email': 'ops@shop.example' } },
  program: sdk('apiKey', "apiEmail: 'ops@shop.example', "),
  provider: 'api_key',
  certbot: 'dns_cloudflare_api_key',
};
const access = {
  variables: ['CLOUDFLARE_ACCESS_CLIENT_SECRET', 'CF_ACCESS_CLIENT_SECRET', 'TUNNEL_SERVICE_TOKEN_SECRET'],
  header: { name: 'CF-Access-Client-Secret', url: 'https://wiki.shop.example/api' },
};

/** @type {readonly Kind[]} */
export const kinds = [
  { name: 'Global API Key, `cfk_`', make: of('global-api-key'), shows: true, ...key },
  { name: 'Global API Key, before 2026', make: shape('legacy global key'), ...key },
  { name: 'user API token, `cfut_`', make: of('user-api-token'), shows: true, ...token },
  { name: 'account API token, `cfat_`', make: of('account-api-token'), shows: true, ...token },
  { name: 'API token, before 2026', make: of('api-token'), ...token },
  {
    name: 'OAuth token, `cfoat_`',
    make: of('oauth-token'),
    shows: true,
    variables: token.variables,
    header: bearer,
    program: token.program,
  },
  { name: 'OAuth refresh token', make: of('oauth-refresh-token'), variables: ['CLOUDFLARE_REFRESH_TOKEN', 'WRANGLER_REFRESH_TOKEN'] },
  {
    name: 'Origin CA key',
    make: of('origin-ca-key'),
    shows: true,
    variables: ['CLOUDFLARE_API_USER_SERVICE_KEY', 'CLOUDFLARE_ORIGIN_CA_KEY'],
    header: { name: 'X-Auth-User-Service-Key', url: `${api}/certificates` },
    program: sdk('userServiceKey'),
    provider: 'api_user_service_key',
  },
  { name: 'Access client secret, `cfast_`', make: of('access-client-secret'), shows: true, ...access },
  { name: 'Access client secret, before 2026', make: (next) => characters(64, alphabets.hex, next), ...access },
  {
    name: 'Tunnel token',
    make: of('tunnel-token'),
    shows: true,
    variables: ['TUNNEL_TOKEN', 'CLOUDFLARE_TUNNEL_TOKEN'],
    command: (secret) => `cloudflared tunnel run --token ${secret}`,
  },
  {
    name: 'Tunnel secret',
    make: of('tunnel-secret'),
    variables: ['TUNNEL_SECRET', 'CLOUDFLARE_TUNNEL_SECRET'],
    program: (secret) =>
      `import Cloudflare from 'cloudflare';\nawait new Cloudflare().zeroTrust.tunnels.cloudflared.create({ account_id, name: 'shop', tunnel_secret: ${secret} });`,
  },
  { name: 'cloudflared certificate', make: of('tunnel-certificate'), shows: true, variables: ['TUNNEL_ORIGIN_CERT'] },
  {
    name: 'deploy hook',
    make: of('deploy-hook'),
    shows: true,
    variables: ['CLOUDFLARE_DEPLOY_HOOK_URL', 'PAGES_DEPLOY_HOOK'],
    program: (secret) => `await fetch(${secret}, { method: 'POST' });`,
    command: (secret) => `curl --fail -X POST ${secret}`,
  },
  {
    name: 'R2 secret access key',
    make: of('r2-secret-access-key'),
    variables: ['R2_SECRET_ACCESS_KEY', 'CLOUDFLARE_R2_SECRET_ACCESS_KEY'],
    program: (secret) =>
      `const s3 = new S3Client({ region: 'auto', endpoint: \`https://\${account}.r2.cloudflarestorage.com\`, credentials: { accessKeyId, secretAccessKey: ${secret} } });`,
  },
  {
    name: 'Turnstile secret key',
    make: of('turnstile-secret-key'),
    variables: ['TURNSTILE_SECRET_KEY', 'CF_TURNSTILE_SECRET', 'TURNSTILE_SECRET'],
    program: (secret) =>
      `await fetch('https://challenges.cloudflare.com/turnstile/v0/siteverify', { method: 'POST', body: JSON.stringify({ secret: ${secret}, response }) });`,
  },
  {
    name: 'Stream signing key',
    make: of('stream-signing-key'),
    variables: ['CLOUDFLARE_STREAM_SIGNING_KEY', 'CLOUDFLARE_STREAM_PEM', 'CF_STREAM_JWK'],
  },
  {
    name: 'Stream live key',
    make: of('stream-live-key'),
    variables: ['CLOUDFLARE_STREAM_KEY', 'CF_STREAM_LIVE_KEY'],
    command: (secret) => `ffmpeg -re -i shop.mp4 -c copy -f flv rtmps://live.cloudflare.com:443/live/${secret}`,
  },
  { name: 'Images signing key', make: of('images-signing-key'), variables: ['CLOUDFLARE_IMAGES_SIGNING_KEY', 'CF_IMAGES_KEY'] },
  {
    name: 'Realtime secret',
    make: of('realtime-secret'),
    variables: ['TURN_KEY_API_TOKEN', 'CLOUDFLARE_CALLS_APP_SECRET', 'CLOUDFLARE_REALTIME_APP_SECRET'],
    header: { ...bearer, url: 'https://rtc.live.cloudflare.com/v1/turn/keys/3f0c/credentials/generate-ice-servers' },
  },
  {
    name: 'Hyperdrive connection string',
    make: of('hyperdrive-connection-string'),
    variables: ['CLOUDFLARE_HYPERDRIVE_LOCAL_CONNECTION_STRING_DB', 'WRANGLER_HYPERDRIVE_LOCAL_CONNECTION_STRING_DB'],
  },
];

/** @param {keyof typeof made} kind @returns {Kind['make']} */
function of(kind) {
  return (next) => made[kind](next).value;
}

/** @param {string} name @returns {Kind['make']} */
function shape(name) {
  const make = shapes[name];
  if (!make) throw new Error(`test/made-up/credentials.ts makes no ${name}.`);
  return make;
}
