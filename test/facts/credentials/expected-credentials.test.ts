import { describe, expect, it } from 'vitest';
import { environment } from '../../../src/facts/program/environment.js';
import { expectedCredentials } from '../../../src/facts/credentials/expected-credentials.js';
import { javascript, shell } from '../../models/program.js';
import { show } from '../../models/show.js';

const zones = 'https://api.cloudflare.com/client/v4/zones';
const turnstile = 'https://challenges.cloudflare.com/turnstile/v0';

const table: readonly (readonly [code: string, ...expected: readonly string[]])[] = [
  // headers, by where they go
  [`send({ 'X-Auth-Key': 'k', 'X-Auth-Email': 'e' })`, 'global-api-key "k"', 'email "e"'],
  [`send({ 'X-Auth-Key': 'k' })`],
  [`send({ 'X-Auth-Key': 'k' }) // Cloudflare`, 'global-api-key "k"'],
  [`fetch('https://acme.io', { headers: { 'X-Auth-Key': 'k', 'X-Auth-Email': 'e' } }) // Cloudflare`],
  [`fetch('https://acme.io', { headers: { 'CF-Access-Client-Secret': 's' } })`, 'access-client-secret "s"'],
  [`fetch('${zones}', { headers: { Authorization: 'Bearer t' } })`, 'api-token "Bearer t"'],
  [
    `fetch('https://rtc.live.cloudflare.com/v1/turn', { headers: { Authorization: 'Bearer t', 'X-Auth-Key': 'k' } })`,
    'realtime-secret "Bearer t"',
    'global-api-key "k"',
  ],
  [`fetch('https://bindings.mcp.cloudflare.com/mcp', { headers: { Authorization: 'Bearer t' } })`, 'api-token "Bearer t"'],
  // by the path, where the host cannot be told
  [`fetch(base + '/zones', { headers: { Authorization: 'Bearer t' } }) // Cloudflare`, 'api-token "Bearer t"'],
  [`fetch(base + '/repos', { headers: { Authorization: 'Bearer t' } }) // Cloudflare`],
  [`const headers = { Authorization: 'Bearer t' }; // Cloudflare`, 'api-token "Bearer t"'],
  [`const headers = { Authorization: 'Bearer t' }; fetch('https://acme.io'); // behind Cloudflare`],
  // options of libraries
  [`import Cloudflare from 'cloudflare'; new Cloudflare({ apiToken: 't', apiEmail: 'e' })`, 'api-token "t"', 'email "e"'],
  // Turnstile
  [`fetch('${turnstile}/siteverify', { method: 'POST', body: JSON.stringify({ secret: 's', response }) })`, 'turnstile-secret-key "s"'],
  [`fetch('${turnstile}/siteverify', { method: 'POST', body: new URLSearchParams({ secret: 's' }) })`, 'turnstile-secret-key "s"'],
  [`fetch('${turnstile}/siteverify', { method: 'POST', body: JSON.stringify({ response: 'r' }) })`],
  [`fetch('${turnstile}/siteverify', { method: 'POST', body: 'secret' }); fetch('${turnstile}/siteverify')`],
  [`fetch('${turnstile}/api.js', { method: 'POST', body: JSON.stringify({ secret: 's' }) })`],
  [`fetch('https://acme.io/siteverify', { method: 'POST', body: JSON.stringify({ secret: 's' }) })`],
  // what stands around
  [`new CloudflareClient({ apiToken: 't', zone: 'z' })`, 'api-token "t"'],
  [`new AcmeClient({ apiToken: 't' })`],
  [`new CloudflareApi('t')`, 'api-credential "t"'],
  [`purgeCloudflare('t')`],
  [`cloudflare.setToken('t')`, 'api-credential "t"'],
  [`CloudflareModule.forRoot({ apiToken: 't' })`, 'api-token "t"'],
  [`const el = <CloudflareProvider apiToken="t" label="l" />`, 'api-token "t"'],
  [`const t = "s"; const el = <CloudflareProvider apiToken={t} label={t} />`, 'api-token "s"'],
  [`const el = <Cloudflare.Provider options={{ apiToken: 't' }} />`, 'api-token "t"'],
  [`function cloudflareToken(e) { if (e) return 't'; switch (e) { default: return 'u'; } }`, 'api-token "t"', 'api-token "u"'],
  [`function cloudflareToken(e) { if (e === 't') { fail('u'); } return read(); }`],
  [`class CloudflareService { apiToken = 't'; name = 'n' }`, 'api-token "t"'],
  [`export const cloudflare = connect({ token: 't' })`, 'api-token "t"'],
  [`use({ provider: 'cloudflare', apiKey: 'k' })`, 'api-credential "k"'],
  [`use({ provider: 'route53', apiKey: 'k' })`],
  [`use({ baseUrl: 'https://api.cloudflare.com/client/v4', token: 't' })`, 'api-credential "t"'],
  [`use({ zone: '0a0f1e2d3c4b5a69788796a5b4c3d2e1', apitoken: 't' })`, 'api-token "t"'],
  [`use({ name: 'CF_API_TOKEN', type: 'plain_text', text: 't' })`, 'api-token "t"'],
  [`use({ name: 'deploy', env: ['CF_API_TOKEN', 'CF_TOKEN', 'CLOUDFLARE_API_TOKEN'], default: 't' })`, 'api-token "t"'],
  [`use({ name: 'deploy', env: ['CF_API_TOKEN', 'CF_TOKEN', 'COMMIT'], default: 't' }, { name: 'deploy', env: 'COMMIT', default: 'u' })`],
  // defaults
  [`const env = clean({ CF_API_TOKEN: str({ default: 't' }) })`, 'api-token "t"'],
  [`const config = convict({ cloudflare: { apiToken: { format: String, default: 't' } } })`, 'api-token "t"'],
  [`program.option('--cloudflare-token <token>', 'the token', 't')`, 'api-token "the token"', 'api-token "t"'],
  [
    `await kv.set(['cloudflare', 'apiToken'], 't'); await kv.set(['app', 'apiToken'], 'u'); await kv.set(['cloudflare', id], 'v')`,
    'api-token "t"',
  ],
  // options that are described
  [`defineCommand({ args: { 'api-token': { type: 'string', description: 'Cloudflare API token', default: 't' } } })`, 'api-token "t"'],
  [`class A { static flags = { token: Flags.string({ description: 'token of Cloudflare', default: 't' }) } }`, 'api-token "t"'],
  [`const properties = [{ displayName: 'Cloudflare API Token', name: 'apiToken', default: 't' }]`, 'api-token "t"'],
  [
    `defineCommand({ args: { token: { description: 'GitHub token', default: 't' }, zone: { description: 'Cloudflare zone', default: 'z' } } })`,
  ],
  [`program.option('-t, --token <token>', 'Cloudflare API token', 't')`, 'api-token "t"'],
  [`program.option('--token <token>', 'GitHub token', 't').option('--zone <zone>', 'Cloudflare zone', 'z')`],
  [`const schema = z.object({ cloudflare: z.object({ apiToken: z.string().catch('t') }) })`, 'api-token "t"'],
  [`const schema = v.object({ CF_API_TOKEN: v.optional(v.string(), 't') })`, 'api-token "t"'],
  [`new Secret(this, 'CloudflareToken', { secretStringValue: SecretValue.unsafePlainText('t') })`, 'api-token "t"'],
  [`const [cfToken, setToken] = useState('t')`, 'api-token "t"'],
  // names
  [`const CF_API_TOKEN = 't', name = 'n'`, 'api-token "t"'],
  [`const token = process.env.CF_API_TOKEN ?? 't', other = process.env.TOKEN ?? 'u'; use('v')`, 'api-token "t"'],
  [`const cloudflare = { 'X-Auth-Key': 'k' }; fetch('https://acme.io', { headers: cloudflare })`],
  [
    `const endpoint = 'https://a.r2.cloudflarestorage.com', secretAccessKey = 's', key = process.env.AWS_SECRET_ACCESS_KEY || 'k', region = process.env.REGION ?? 'auto'`,
    'r2-secret-access-key "s"',
    'r2-secret-access-key "k"',
  ],
  [`const endpoint = 'https://s3.amazonaws.com', secretAccessKey = 's', key = process.env.AWS_SECRET_ACCESS_KEY || 'k'`],
];

describe('credentials are expected', () => {
  it.each(table)('%s', (code, ...values) => {
    expect(
      expectedCredentials(javascript(code, { path: code.includes('<Cloud') ? 'program.tsx' : 'program.ts' })).map(
        ({ role, value }) => `${role} ${show(value)}`,
      ),
    ).toEqual(values);
  });

  it.each([['cloudflare.ts', 'api-token "t"'], ['cloudflare/config.ts', 'api-token "t"'], ['vercel.ts']])(
    'in a file called %s',
    (path, ...values) => {
      const file = javascript(`export const token = 't', name = 'n', githubToken = 'g';`, { path });
      expect(expectedCredentials(file).map(({ role, value }) => `${role} ${show(value)}`)).toEqual(values);
    },
  );

  it('in what commands send and are given', () => {
    const script = `curl -d secret=s -d response=$R ${turnstile}/siteverify\nnpx wrangler secret put CF_API_TOKEN <<< t`;
    expect(expectedCredentials(shell(script)).map(({ role, value }) => `${role} ${show(value)}`)).toEqual([
      'turnstile-secret-key "s"',
      'api-token "t"',
    ]);
  });
});

describe('variables of the environment', () => {
  it.each([
    ['use(process.env.A, import.meta.env.B, this.env.C, c.env.D); const { E } = Bun.env;', 'A B C D E'],
    [
      'const { cloudflare } = event.context; use(cloudflare.env.A, locals.runtime.env.B, event.platform.env.C, context.cloudflare.env.D)',
      'A B C D',
    ],
    [`import { env } from 'hono/adapter'; app.get('/', (c) => use(env(c).A, env(make()).B)); const { C } = env<Bindings>(c);`, 'A B C'],
    [`import { env } from './adapter'; app.get('/', (c) => use(env(c).A, my.env.B, settings.env.C))`, ''],
    ['use(process.env, env, settings.A, settings.process.env.B, process.env[key])', ''],
    [`import { env } from 'process'; import p from 'node:process'; use(env.A, p.env.B, p.argv.C, env)`, 'A B'],
    [`import { A } from '$env/static/private'; import { B } from './names.js'; use(A, B)`, 'A'],
    [`import { env, A } from '~/env.mjs'; import * as all from '../src/env/server'; use(env.B, all.env.C, A, env)`, 'B C'],
    [`import { env } from './env-tools'; import { env as theirs } from 'acme/env'; use(env.A, theirs.B)`, ''],
    ['use(make().env.A, make().A)', ''],
  ])('%s', (code, variables) => {
    const file = javascript(code, { path: 'program.ts' });
    expect(
      environment(file)
        .map(({ variable }) => variable)
        .join(' '),
    ).toBe(variables);
  });
});
