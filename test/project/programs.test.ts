/** What the command finds in programs of several files, by file and line. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { scan } from '../../src/cli/check/scan.js';
import { walk } from '../../src/cli/walk/index.js';
import { characters, alphabets, random } from '../made-up/credentials.js';

const folder = mkdtempSync(join(tmpdir(), 'programs-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

type Files = Readonly<Record<string, string>>;

async function found(name: string, files: Files): Promise<readonly string[]> {
  const cwd = join(folder, name.replaceAll(/\W/g, '-'));
  for (const [path, text] of Object.entries({ 'package.json': '{}', ...files })) {
    mkdirSync(dirname(join(cwd, path)), { recursive: true });
    writeFileSync(join(cwd, path), text);
  }
  const listed = walk(['.'], { cwd, gitignore: false }).files;
  const settings = { sources: { preset: 'strict' as const }, inline: true, fix: 'off' as const, suggestions: false, uses: false };
  const inOrder = async (order: typeof listed): Promise<readonly string[]> => {
    const scanned = await scan(order, { settings, concurrency: 1, onProgress: () => undefined });
    return scanned.files
      .flatMap(({ path, messages }) => messages.map(({ line, ruleId }) => `${path}:${String(line)} ${ruleId.replace(/^.*\//, '')}`))
      .sort();
  };
  const findings = await inOrder(listed);
  expect(await inOrder(listed.toReversed())).toEqual(findings);
  return findings;
}

const token = characters(40, alphabets.base62, random(1));
const api = 'https://api.cloudflare.com/client/v4';
const client = `import axios from 'axios';\nexport const http = axios.create({ baseURL: '${api}' });`;

const programs: readonly (readonly [what: string, files: Files, findings: readonly string[]])[] = [
  [
    'an environment whose type another file declares',
    {
      'env.ts': `export interface Env { CLOUDFLARE_API_TOKEN: string; STAGE: string }`,
      'debug.ts': `import { Env } from './env';\nexport const debug = (env: Env) => Response.json({ env });\nexport const stage = (env: Env) => Response.json({ stage: env.STAGE });`,
    },
    ['debug.ts:2 no-credential-exposure'],
  ],
  [
    'an environment whose type comes from a module that exports it again',
    {
      'env.ts': `export interface Env { CLOUDFLARE_API_TOKEN: string; STAGE: string }`,
      'types.ts': `export type { Env as Bindings } from './env';\nexport * from './more';`,
      'more.ts': `export * from './types';`,
      'debug.ts': `import type { Bindings } from './types';\nexport const debug = (env: Bindings) => Response.json({ env });\nexport const stage = (env: Bindings) => Response.json({ stage: env.STAGE });`,
    },
    ['debug.ts:2 no-credential-exposure'],
  ],
  [
    'a proxy that forwards a token to Cloudflare, whoever passes the token',
    {
      'proxy.js': `export const proxy = 'https://relay.acme.io/?url=';`,
      'verify.js': `import { proxy } from './proxy';\nexport const verify = async (given) =>\n  (await fetch(proxy + encodeURIComponent('${api}/user/tokens/verify'), { headers: { Authorization: 'Bearer ' + given } })).ok;`,
      'main.js': `import { verify } from './verify';\nexport const run = (input) => verify(input.value);`,
    },
    ['verify.js:3 no-credential-exposure'],
  ],
  [
    'an object of settings that another file makes, and this one prints',
    {
      'config.ts': `class Config { readonly port = 1; readonly token = process.env.CLOUDFLARE_API_TOKEN ?? ''; }\nexport const config = new Config();`,
      'main.ts': `import { config } from './config';\nconsole.log('starting', config);\nconsole.log(config.port);`,
    },
    ['main.ts:2 no-credential-exposure'],
  ],
  [
    'the call that does not look at an answer, and not those by which it is made or those that are given what it has read',
    {
      'api.js': `exports.call = async (path, init) => {\n  const response = await fetch('${api}' + path, { ...init, headers: { authorization: \`Bearer \${process.env.CF_API_TOKEN}\` } });\n  return response.json();\n};`,
      'dns.js': `const { call } = require('./api');\nexports.find = async (zone) => {\n  const { result } = await call(\`/zones/\${zone}/dns_records\`);\n  return result[0];\n};\nexports.all = (zone) => call(\`/zones/\${zone}/dns_records\`);`,
      'run.js': `const dns = require('./dns');\nconst all = (zone) => dns.all(zone);\nasync function main(zone) {\n  console.log((await dns.find(zone)).id);\n  const { result } = await all(zone);\n  const answer = await dns.all(zone);\n  if (!answer.success) throw new Error('refused');\n  console.log(result.length);\n}\nmain(process.argv[2]);`,
    },
    ['dns.js:3 no-ignored-auth-failure', 'run.js:5 no-ignored-auth-failure'],
  ],
  [
    'a header that a helper of another file prints before it sends it, where it is made',
    {
      'log.js': `const write = (level, message, data) => process.stdout.write([level, message, JSON.stringify(data)].join(' '));\nexports.debug = (message, data) => write('debug', message, data);`,
      'http.js': `const log = require('./log');\nexports.send = async (url, options) => {\n  log.debug('request', options);\n  const response = await fetch(url, options);\n  if (!response.ok) throw new Error(response.statusText);\n  return response.json();\n};`,
      'dns.js': `const { send } = require('./http');\nconst headers = { authorization: 'Bearer ' + process.env.CF_API_TOKEN };\nexports.zones = () => send('${api}/zones', { headers });`,
    },
    ['dns.js:3 no-credential-exposure'],
  ],
  [
    'a helper that swallows the failures of what it is passed, where it is called',
    {
      'helpers.js': `const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));\nexport async function retry(fn) { for (let i = 0; i < 3; i += 1) { try { return await fn(); } catch { await pause(2 ** i); } } }\nexport const quietly = (promise) => promise.catch(() => undefined);\nexport async function loudly(fn) { try { return await fn(); } catch { report('refused'); } }\nexport async function last(fn) { try { return await fn(); } catch {} throw new Error('gave up'); }\nexport async function described(fn) { try { return { value: await fn() }; } catch { return { failed: true }; } }`,
      'main.js': `import Cloudflare from 'cloudflare';\nimport { retry, quietly, loudly, last, described } from './helpers.js';\nconst client = new Cloudflare({ apiToken: process.env.CLOUDFLARE_API_TOKEN });\nawait retry(() => client.zones.list());\nawait quietly(client.zones.list());\nawait loudly(() => client.zones.list());\nawait last(() => client.zones.list());\nawait described(() => client.zones.list());\nconst zones = await retry(() => client.zones.list());\nif (!zones) throw new Error('refused');`,
    },
    ['main.js:4 no-ignored-auth-failure', 'main.js:5 no-ignored-auth-failure'],
  ],
  [
    'a handler of another file that forgets the failure, where it is passed',
    {
      'errors.js': `export const ignore = () => {};\nexport const orNull = (error) => null;\nexport const orError = () => ({ error: 'refused' });\nexport const report = (error) => console.error(error.status);\nexport function count() { failed += 1; }\nexport function rethrow() { throw new Error('refused'); }\nexport const tell = () => notify('refused');`,
      'main.js': `import Cloudflare from 'cloudflare';\nimport { ignore, orNull, orError, report, count, rethrow, tell } from './errors.js';\nconst client = new Cloudflare({ apiToken: process.env.CLOUDFLARE_API_TOKEN });\nawait client.zones.list().catch(ignore);\nuse((await client.zones.list().catch(orNull))?.result);\nuse(await client.zones.list().catch(orError));\nawait client.zones.list().catch(report);\nawait client.zones.list().catch(count);\nawait client.zones.list().catch(rethrow);\nawait client.zones.list().then(use, tell);\nconst zones = await client.zones.list().catch(orNull);\nif (zones === null) throw new Error('refused');`,
    },
    ['main.js:4 no-ignored-auth-failure', 'main.js:5 no-ignored-auth-failure'],
  ],
  [
    'a token once, in the file that says what it may do',
    {
      'api.js': `export const call = async (method, path, body) => {\n  const response = await fetch('${api}' + path, { method, body: JSON.stringify(body), headers: { authorization: \`Bearer \${process.env.CF_API_TOKEN}\` } });\n  if (!response.ok) throw new Error('refused');\n  return (await response.json()).result;\n};`,
      'mint.js': `import { call } from './api.js';\nexport const mint = (name, zone) =>\n  call('POST', '/user/tokens', { name, policies: [{ effect: 'allow', permission_groups: [{ id: 'c8fed203ed3043cba015a93ad1616f1f' }], resources: { [\`com.cloudflare.api.account.zone.\${zone}\`]: '*' } }] });\nexport const mintFor = (policies) => call('POST', '/user/tokens', { name: 'ci', policies });`,
      'main.js': `import { mint, mintFor } from './mint.js';\nimport { keep } from './keep.js';\nkeep(await mint('ci', process.argv[2]));\nkeep(await mint('preview', process.argv[2]));\nkeep(await mintFor([{ effect: 'allow', permission_groups: [{ id: 'c8fed203ed3043cba015a93ad1616f1f' }], resources: { 'com.cloudflare.api.account.zone.*': '*' } }]));`,
    },
    [
      'main.js:5 restrict-token-permissions',
      'mint.js:3 require-token-expiration',
      'mint.js:3 require-token-ip-filter',
      'mint.js:4 require-token-expiration',
      'mint.js:4 require-token-ip-filter',
    ],
  ],
  [
    'a token that a builder of another file is given, whose methods nothing calls',
    {
      'api.ts': `export class Api {\n  private word = '';\n  static create() { return new Api(); }\n  withWord(word: string) { this.word = word; return this; }\n  at(place: string) { return this; }\n  async get(path: string) {\n    const response = await fetch('${api}' + path, { headers: { Authorization: \`Bearer \${this.word}\` } });\n    if (!response.ok) throw new Error('refused');\n    return response.json();\n  }\n}`,
      'index.ts': `import { Api } from './api';\nexport const api = Api.create()\n  .at('${characters(40, alphabets.base62, random(3))}')\n  .withWord('${token}');`,
    },
    ['index.ts:4 no-hardcoded-credentials'],
  ],
  [
    'what a class of another file holds and does, by the type of what is injected',
    {
      'dns.service.ts': `import { Injectable } from '@nestjs/common';\n@Injectable()\nexport class DnsService {\n  readonly headers: Record<string, string>;\n  constructor(private readonly config: ConfigService) {\n    this.headers = { Authorization: \`Bearer \${this.config.getOrThrow('CLOUDFLARE_API_TOKEN')}\` };\n  }\n  raw(path: string, init?: RequestInit) { return fetch('${api}' + path, { ...init, headers: this.headers }); }\n  async checked(path: string) { const r = await this.raw(path); if (!r.ok) throw new Error('refused'); return r.json(); }\n}`,
      'dns.controller.ts': `import { Controller, Get } from '@nestjs/common';\nimport { DnsService } from './dns.service';\n@Controller('dns')\nexport class DnsController {\n  constructor(private readonly dns: DnsService, private readonly other: Unknown) {}\n  @Get('debug') debug() { return { headers: this.dns.headers }; }\n  @Get('other') others() { return { headers: this.other.headers }; }\n  async purge() { await this.dns.raw('/zones/1/purge_cache', { method: 'POST' }); }\n  async zones() { return (await this.dns.checked('/zones')).result; }\n}`,
      'job.ts': `import type { DnsService } from './dns.service';\nexport const job = async (dns: DnsService) => void (await dns.raw('/zones', { method: 'DELETE' }));\nexport const zones = async (dns: DnsService) => (await dns.checked('/zones')).result;`,
    },
    ['dns.controller.ts:6 no-credential-exposure', 'dns.controller.ts:8 no-ignored-auth-failure', 'job.ts:2 no-ignored-auth-failure'],
  ],
  [
    'the name of a header, where it is set',
    {
      'names.ts': `export enum Header { Email = 'X-Auth-Email', Key = 'X-Auth-Key' }`,
      'zones.ts': `import { Header } from './names';\nexport const zones = (email: string, key: string) => {\n  const headers = new Headers();\n  headers.set(Header.Email, email);\n  headers.set(Header.Key, key);\n  return fetch('${api}/zones', { headers });\n};`,
    },
    ['zones.ts:5 prefer-api-token'],
  ],
  [
    'a variable that a module gives its value later, between files that import the module',
    {
      'a.ts': `import { purge } from './purge'; // on Cloudflare\nawait purge();`,
      'purge.ts': `${'// '.padEnd(400, '.')}\nexport async function purge() {\n  let response;\n  try {\n    response = await fetch('${api}/zones/1/purge_cache', { method: 'POST', headers: { Authorization: \`Bearer \${process.env.CF_API_TOKEN}\` } });\n    const { success, errors } = await response.json();\n    if (!success) throw new Error(errors[0].code);\n  } finally {\n    await response?.body?.cancel();\n  }\n}`,
      'z.ts': `import { purge } from './purge';\nawait purge();`,
    },
    [],
  ],
  [
    'an error of a class of the project that holds a request',
    {
      'error.ts': `export class ApiError extends Error {\n  constructor(message: string, readonly config: RequestInit) {\n    super(message);\n  }\n}`,
      'api.ts': `import { ApiError } from './error';\nexport async function get(path: string) {\n  const config = { headers: { Authorization: \`Bearer \${process.env.CF_API_TOKEN}\` } };\n  const answer = await fetch('${api}' + path, config);\n  if (!answer.ok) throw new ApiError(String(answer.status), config);\n  return answer.json();\n}`,
      'main.ts': `import { get } from './api';\nimport { ApiError } from './error';\nawait get('/zones').catch((error) => {\n  if (error instanceof ApiError) console.error(error.config);\n  throw error;\n});`,
    },
    ['main.ts:4 no-credential-exposure'],
  ],
  [
    'an environment that a type of another file gives to an application of a third',
    {
      'types.ts': `type Secrets = { CLOUDFLARE_API_TOKEN: string };\nexport type AppEnv = { Bindings: Secrets & { STAGE: string } };`,
      'app.ts': `import { Hono } from 'hono';\nimport type { AppEnv } from './types';\nexport const app = new Hono<AppEnv>();`,
      'debug.ts': `import { app } from './app';\napp.get('/debug', (c) => c.json(c.env));\napp.get('/stage', (c) => c.json(c.env.STAGE));`,
    },
    ['debug.ts:2 no-credential-exposure'],
  ],
  [
    'an environment whose type wrangler wrote',
    {
      'worker-configuration.d.ts': `declare namespace Cloudflare {\n  interface Env { CLOUDFLARE_API_TOKEN: string }\n}\ninterface Env extends Cloudflare.Env {}`,
      'src/index.ts': `export default {\n  fetch(request, env) {\n    return Response.json(env);\n  },\n} satisfies ExportedHandler<Env>; // on Cloudflare`,
    },
    ['src/index.ts:3 no-credential-exposure'],
  ],
  [
    'an interceptor of a client that another file makes',
    {
      'http.js': client,
      'login.js': [
        "import { http } from './http.js';",
        'http.interceptors.request.use((config) => {',
        "  config.headers['X-Auth-Email'] = process.env.MAIL;",
        "  config.headers['X-Auth-Key'] = process.env.PASS;",
        '  return config;',
        '});',
      ].join('\n'),
    },
    ['login.js:4 prefer-api-token'],
  ],
  [
    'an interceptor that sends a key to another service',
    {
      'http.js': "import axios from 'axios';\nexport const http = axios.create({ baseURL: 'https://api.podcasts.example.org' });",
      'cloudflare.js': `import { http } from './http.js';\nhttp.interceptors.request.use((config) => {\n  config.headers['X-Auth-Key'] = process.env.PASS;\n  return config;\n});`,
    },
    [],
  ],
  [
    'defaults of a client that another file makes',
    {
      'http.js': client,
      'login.js':
        "import { http } from './http.js';\nimport { word } from './word.js';\nhttp.defaults.headers.common.Authorization = `Bearer ${word}`;",
      'word.js': `export const word = '${token}';`,
    },
    ['word.js:1 no-hardcoded-credentials'],
  ],
  [
    'a request that a program makes, but not the test that imports it',
    {
      'api.js': `export const call = (path) => fetch('${api}' + path, { headers: { Authorization: process.env.CLOUDFLARE_API_TOKEN } });`,
      'purge.js': "import { call } from './api.js';\nvoid call('/zones');",
      'purge.test.js': "import { call } from './api.js';\nvoid call('/zones');",
      '__tests__/purge.js': "import { call } from '../api.js';\nvoid call('/zones');",
    },
    ['api.js:1 no-mismatched-auth', 'purge.js:2 no-ignored-auth-failure'],
  ],
  [
    'a key in the folder of settings that the package config reads',
    {
      'config/default.json': `{ "edge": { "mail": "ops@example.org", "word": "${token}" } }`,
      'main.js': `const config = require('config');\nfetch('${api}/zones', { headers: { Authorization: \`Bearer \${config.get('edge.word')}\` } }).then((r) => r.ok || process.exit(1));`,
    },
    ['config/default.json:1 no-hardcoded-credentials'],
  ],
  [
    'a key that one file reads and another sends',
    {
      'key.js': 'export const key = process.env.CLOUDFLARE_API_KEY;\nexport const unused = process.env.CF_GLOBAL_API_KEY;',
      'send.js': `import { key } from './key.js';\nfetch('${api}/zones', { headers: { 'X-Auth-Email': process.env.MAIL, 'X-Auth-Key': key } }).then((r) => r.ok || process.exit(1));`,
    },
    ['key.js:2 prefer-api-token', 'send.js:2 prefer-api-token'],
  ],
  [
    'an error of a class of another file',
    {
      'errors.js': 'export class Refused extends Error {}',
      'run.js':
        "import { Refused } from './errors.js';\nconst token = process.env.CLOUDFLARE_API_TOKEN;\nexport const refuse = () => {\n  throw new Refused(`not with ${token}`);\n};",
    },
    ['run.js:4 no-credential-exposure'],
  ],
  [
    'all that a module exports, sent elsewhere',
    {
      'config.js': 'export const token = process.env.CLOUDFLARE_API_TOKEN;\nexport const zone = 1;',
      'beat.js':
        "import * as config from './config.js';\nfetch('https://metrics.example.net/beat', { method: 'POST', body: JSON.stringify(config) });",
    },
    ['beat.js:2 no-credential-exposure'],
  ],
  [
    'a module that a test replaces',
    {
      'config.ts': 'export const config = { token: process.env.CLOUDFLARE_API_TOKEN };',
      'config.test.ts':
        "import { vi } from 'vitest';\nimport { config } from './config';\nvi.mock('./config', () => ({ config: { token: 'x' } }));\nconsole.log(config.token);",
    },
    [],
  ],
  [
    'exports whose object is replaced',
    {
      'config.js':
        'exports.token = process.env.CLOUDFLARE_API_TOKEN;\nmodule.exports = { zone: 1 };\nexports.key = process.env.CLOUDFLARE_API_TOKEN;',
      'main.js': "const config = require('./config');\nconsole.log(config, config.token, config.key);",
    },
    [],
  ],
  [
    'exports that are the module again',
    {
      'config.js': 'exports = module.exports = { zone: 1 };\nexports.token = process.env.CLOUDFLARE_API_TOKEN;',
      'main.js': "const config = require('./config');\nconsole.log(config);",
    },
    ['main.js:2 no-credential-exposure'],
  ],
  [
    'a callback that looks at the answer of a request in another file',
    {
      'cf.js': `const request = require('request');\nmodule.exports = (path, done) =>\n  request({ url: '${api}' + path, headers: { Authorization: 'Bearer ' + process.env.CF_API_TOKEN } }, (error, response) => done(error ?? response.statusCode !== 200));`,
      'main.js': "const cf = require('./cf');\ncf('/zones', (failed) => process.exit(failed ? 1 : 0));",
    },
    [],
  ],
  [
    'a module that is told its token, by a function of its own',
    {
      'state.js': `let kept;\nexport const setUp = (given) => remember(given.token);\nfunction remember(value) { kept = value; }\nexport const zones = () => fetch('${api}/zones', { headers: { Authorization: \`Bearer \${kept}\` } }).then((r) => r.ok || process.exit(1));`,
      'main.js': `import { setUp as begin, zones } from './state.js';\nbegin({ token: '${token}' });\nvoid zones();`,
      'other.js': `import { setUp, zones } from './state.js';\nsetUp({ token: process.argv[2] });\nvoid zones();`,
    },
    ['main.js:2 no-hardcoded-credentials'],
  ],
  [
    'what a module is told, printed',
    {
      'state.js':
        'const kept = {};\nlet level;\nexports.open = (word) => void Object.assign(kept, { word });\nexports.word = () => kept.word;\nexports.setLevel = (given) => (level = given);\nexports.level = () => level;',
      'main.js':
        "const state = require('./state');\nstate.open(process.env.CLOUDFLARE_API_TOKEN);\nstate.setLevel('debug');\nconsole.log(state.level());\nconsole.log(state.word());",
    },
    ['main.js:5 no-credential-exposure'],
  ],
  [
    'two clients of a factory, one of another service',
    {
      'http.js':
        'export function client(base) {\n  let word;\n  return { login(given) { word = given; }, get: (path) => fetch(base + path, { headers: { Authorization: `Bearer ${word}` } }) };\n}',
      'main.js': `import { client } from './http.js';\nconst cf = client('${api}');\ncf.login('${token}');\nconst podcasts = client('https://podcasts.example.org');\npodcasts.login('${characters(40, alphabets.base62, random(2))}');\nconst r = await cf.get('/zones');\nif (!r.ok || !(await podcasts.get('/new')).ok) process.exit(1);`,
    },
    ['main.js:3 no-hardcoded-credentials'],
  ],
  [
    'what a module does to its client',
    {
      'http.js': `import axios from 'axios';\nexport const http = axios.create();\nhttp.defaults.baseURL = '${api}';\nhttp.interceptors.request.use((config) => {\n  config.headers.Authorization = \`Bearer \${process.env.CLOUDFLARE_API_TOKEN}\`;\n  return config;\n});\nexport const login = (word) => {\n  http.defaults.headers.common.Authorization = \`Bearer \${word}\`;\n};`,
      'zones.js': "import { http } from './http.js';\nexport const zones = () => http.get('/zones').catch(() => []);",
      'login.js': `import { login } from './http.js';\nimport { http } from './http.js';\nlogin('${token}');\nexport const zone = (id) => http.get('/zones/' + id);`,
    },
    ['login.js:3 no-hardcoded-credentials', 'zones.js:2 no-ignored-auth-failure'],
  ],
  [
    'what clients send with each request, shown',
    {
      'axios.js': `import axios from 'axios';\nexport const http = axios.create({ baseURL: '${api}' });\nhttp.defaults.headers.common.Authorization = process.env.CLOUDFLARE_API_TOKEN && \`Bearer \${process.env.CLOUDFLARE_API_TOKEN}\`;`,
      'got.js': `import got from 'got';\nexport const http = got.extend({ prefixUrl: '${api}', headers: { authorization: \`Bearer \${process.env.CLOUDFLARE_API_TOKEN}\` } });`,
      'shown.js':
        "import { http as a } from './axios.js';\nimport { http as g } from './got.js';\nconsole.log(a.defaults.baseURL, a.defaults.headers.common.Accept, g.defaults.options.prefixUrl);\nconsole.log(a.defaults);\nconsole.log(a.defaults.headers.common.Authorization);\nconsole.log(g.defaults.options.headers);",
      'cf/session.py':
        'import os\n\nimport requests\n\nsession = requests.Session()\nsession.headers.update({"Authorization": "Bearer " + os.environ["CLOUDFLARE_API_TOKEN"]})',
      'cf/shown.py': 'from cf.session import session\n\nprint(session.headers["Accept"], session.verify)\nprint(f"with {session.headers}")',
    },
    [
      'cf/shown.py:4 no-credential-exposure',
      'shown.js:4 no-credential-exposure',
      'shown.js:5 no-credential-exposure',
      'shown.js:6 no-credential-exposure',
    ],
  ],
  [
    'clients of GraphQL of another file',
    {
      'clients.ts': `import { GraphQLClient } from 'graphql-request';\nimport { createClient } from '@urql/core';\nconst headers = { Authorization: \`Bearer \${process.env.CLOUDFLARE_API_TOKEN}\` };\nexport const graph = new GraphQLClient('${api}/graphql', { headers });\nexport const urql = createClient({ url: '${api}/graphql', fetchOptions: () => ({ headers }) });`,
      'usage.ts':
        "import { graph, urql } from './clients';\nexport const requests = (query: string) => graph.request(query).catch(() => null);\nexport async function bytes(query: string) {\n  const { data } = await urql.query(query, {}).toPromise();\n  return data.viewer;\n}\nexport async function checked(query: string) {\n  const { data, error } = await urql.query(query, {}).toPromise();\n  if (error) throw error;\n  return [data.viewer, await graph.request(query)];\n}",
    },
    ['usage.ts:2 no-ignored-auth-failure', 'usage.ts:4 no-ignored-auth-failure'],
  ],
  [
    'an agent that is told its header where it is made',
    {
      'agent.js':
        "const superagent = require('superagent');\nmodule.exports = superagent.agent().set('Authorization', `Bearer ${process.env.CLOUDFLARE_API_TOKEN}`).set('Accept', '*/*');",
      'zones.js': `const agent = require('./agent');\nmodule.exports = () => agent.get('${api}/zones').catch(() => []);`,
    },
    ['zones.js:2 no-ignored-auth-failure'],
  ],
  [
    'settings of Nuxt, whole and in part',
    {
      'nuxt.config.ts':
        "export default defineNuxtConfig({ runtimeConfig: { cloudflareApiToken: '', cloudflare: { apiToken: '', zoneId: '' }, word: process.env.CLOUDFLARE_API_TOKEN, public: { zone: 'a' } } });",
      'server/api/all.get.ts': 'export default defineEventHandler((event) => useRuntimeConfig(event));',
      'server/api/word.get.ts':
        'export default defineEventHandler(() => {\n  const { word } = useRuntimeConfig();\n  return { word };\n});',
      'server/api/zone.get.ts': 'export default defineEventHandler(() => useRuntimeConfig().public);',
      'server/api/group.get.ts':
        'export default defineEventHandler(() => {\n  const { cloudflare } = useRuntimeConfig();\n  return cloudflare;\n});',
      'server/api/id.get.ts': 'export default defineEventHandler(() => useRuntimeConfig().cloudflare.zoneId);',
    },
    [
      'server/api/all.get.ts:1 no-credential-exposure',
      'server/api/group.get.ts:3 no-credential-exposure',
      'server/api/word.get.ts:3 no-credential-exposure',
    ],
  ],
  [
    'an expiry date that a function of another file computes',
    {
      'ahead.ts': 'export const ahead = (days: number) => new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString();',
      'create.ts':
        "import Cloudflare from 'cloudflare';\nimport { ahead } from './ahead';\nconst given = { name: 'ci', policies, condition };\nexport const one = () => new Cloudflare().user.tokens.create({ ...given, expires_on: ahead(30) });\nexport const two = () => new Cloudflare().user.tokens.create({ ...given, expires_on: ahead(400) });",
    },
    ['create.ts:5 require-token-expiration'],
  ],
  [
    'settings of Next',
    {
      'next.config.js':
        'module.exports = { serverRuntimeConfig: { word: process.env.CLOUDFLARE_API_TOKEN }, publicRuntimeConfig: { zone: 1 } };',
      'lib/log.js':
        "import getConfig from 'next/config';\nconst { serverRuntimeConfig, publicRuntimeConfig } = getConfig();\nconsole.log(publicRuntimeConfig);\nconsole.log(serverRuntimeConfig);",
    },
    ['lib/log.js:4 no-credential-exposure'],
  ],
  [
    'settings of the package config that variables take the place of',
    {
      'config/default.json': '{ "edge": { "zone": "a", "word": "" }, "port": 1 }',
      'config/custom-environment-variables.json': '{ "edge": { "word": "CLOUDFLARE_API_TOKEN" } }',
      'main.js':
        "// for Cloudflare\nconst config = require('config');\nconsole.log(config.get('port'), config.get('edge.zone'));\nconsole.log(config.util.toObject());\nconsole.log(config.get('edge'));",
    },
    ['main.js:4 no-credential-exposure', 'main.js:5 no-credential-exposure'],
  ],
  [
    'a constructor of another file that logs what it is given, and sends it',
    {
      'client.js': `export class Client {\n  constructor(options) {\n    this.options = options;\n    console.debug('made with', options.word);\n  }\n  zones() {\n    return fetch('${api}/zones', { headers: { Authorization: \`Bearer \${this.options.word}\` } }).then((r) => r.ok || process.exit(1));\n  }\n}`,
      'main.js':
        "import { Client } from './client.js';\nexport const client = new Client({ word: process.env.CLOUDFLARE_API_TOKEN });\nvoid client.zones();",
      'log.js': 'export class Log {\n  constructor(line) {\n    console.debug(line);\n  }\n}',
      'other.js': "import { Log } from './log.js';\nnew Log(process.env.CLOUDFLARE_API_TOKEN);",
    },
    ['client.js:4 no-credential-exposure', 'other.js:2 no-credential-exposure'],
  ],
  [
    'what a class gives the one above it, of another file',
    {
      'base.js': `export class Base {\n  constructor(mail, word) {\n    this.headers = { 'X-Auth-Email': mail, 'X-Auth-Key': word };\n  }\n  call(path) {\n    return fetch('${api}' + path, { headers: this.headers }).then((r) => r.ok || process.exit(1));\n  }\n}`,
      'pages.js': `import { Base } from './base.js';\nexport class Pages extends Base {\n  constructor(account) {\n    super('ops@example.org', '${characters(37, alphabets.hex, random(3))}');\n    this.account = account;\n  }\n  all() {\n    return this.call('/accounts/' + this.account + '/pages/projects');\n  }\n}`,
    },
    ['base.js:3 prefer-api-token', 'pages.js:4 no-hardcoded-credentials'],
  ],
  [
    'a module of Python that is told its token',
    {
      'edge/__init__.py': '',
      'edge/session.py': `import requests\n\n_kept = None\n\n\ndef configure(token):\n    global _kept\n    _kept = token\n\n\ndef zones():\n    response = requests.get("${api}/zones", headers={"Authorization": f"Bearer {_kept}"})\n    response.raise_for_status()\n    return response.json()`,
      'main.py': `from edge.session import configure, zones\n\nconfigure("${token}")\nprint(zones())`,
    },
    ['main.py:3 no-hardcoded-credentials'],
  ],
];

describe('programs of several files', () => {
  it.each(programs)('%s', async (what, files, findings) => {
    expect(await found(what, files)).toEqual(findings);
  });
});
