/** Uses of Global API Keys and Origin CA keys: where they are, and what would be given instead. */
import { describe, expect, it } from 'vitest';
import { credentials } from '../../../../src/facts/credentials/credentials.js';
import { globalKeys } from '../../../../src/facts/credentials/keys/global-keys.js';
import { readHcl } from '../../../../src/languages/hcl/index.js';
import { readYamlFile } from '../../../../src/languages/yaml/file.js';
import type { SourceFile } from '../../../../src/source/model.js';
import { alphabets, characters, prefixed, random } from '../../../made-up/credentials.js';
import { javascript, shell } from '../../../models/program.js';

const next = random(8);
const made = { key: prefixed('cfk_', next), old: characters(37, alphabets.hex, next), token: prefixed('cfut_', next) };

function read(code: string, path: string): SourceFile {
  if (path.endsWith('.ts')) return javascript(code, { path });
  return path.endsWith('.tf') ? readHcl(code, path) : readYamlFile(code, path);
}

/** What is said of each key: how it is given, where, what a token would stand for, and what is done with it. */
function told(code: string, path = 'program.ts'): readonly string[] {
  const file = read(code, path);
  return globalKeys(file).map(({ at, role, by, through, instead, operations }) => {
    const [place, entry = '', ...without] = [at, ...(instead ? [instead.entry, ...instead.without] : [])].map(({ start, end }) =>
      file.text.slice(start, end),
    );
    return [
      `${through} ${by} ${role} | ${place ?? ''}`,
      ...(instead ? [`${instead.key}: ${instead.before}… for ${[entry, ...without].join(' and ')}`] : []),
      ...(operations
        ? [
            `${operations.complete ? '' : 'at least '}${operations.operations.map(({ method, path: below }) => `${method} ${below}`).join(', ')}`,
          ]
        : []),
    ].join(' | ');
  });
}

const U = `'https://api.cloudflare.com/client/v4/zones'`;
const K = `'X-Auth-Key': key`;
const E = `'X-Auth-Email': email`;
const sent = (headers: string, url = U, options = ''): string => `fetch(${url}, { ${options} headers: { ${headers} } });`;
const header = `header x-auth-key global-api-key | 'X-Auth-Key'`;
const bearer = `Authorization: Bearer … for ${K}`;

describe('keys in headers', () => {
  const accounts = U.replace('zones', 'accounts');
  const table: readonly (readonly [code: string, ...expected: readonly string[]])[] = [
    [sent(`Accept: type, ${E}, ${K}`), `${header} | ${bearer} and ${E} | GET /zones`],
    [sent(`${K}, Authorization: token`), `${header} | GET /zones`],
    [sent(`Authorization: token, ${E}`)],
    [
      sent(`'X-Auth-User-Service-Key': key`, `'https://origin.acme.example/'`),
      `header x-auth-user-service-key origin-ca-key | 'X-Auth-User-Service-Key' | Authorization: Bearer … for 'X-Auth-User-Service-Key': key`,
    ],
    // whose they are
    [sent(`${E}, ${K}`, `'https://api.acme.example/'`)],
    [`${sent(K, `'https://api.acme.example/'`)} // not to Cloudflare`],
    [`const headers = { ${K} };`],
    [`const headers = { ${E}, ${K} };`, `${header} | ${bearer} and ${E}`],
    [`const headers = { ${K} }; // for Cloudflare`],
    [`const headers = { ${K} }; use('Cloudflare', headers);`, `${header} | ${bearer}`],
    // what takes no tokens
    [sent(K, accounts, `method: 'POST',`)],
    [sent(K, accounts, 'method,')],
    [sent(K, accounts), `${header} | ${bearer} | GET /accounts`],
    [`const headers = { ${K} }; fetch(${U}, { headers }); fetch(${accounts}, { method: 'POST', headers });`],
    [sent(`${E}, ${K}`, `create ? ${accounts} : path`, `method: 'POST',`)],
    [sent(`${E}, ${K}`, 'path'), `${header} | ${bearer} and ${E}`],
  ];
  it.each(table)('%s', (code, ...expected) => {
    expect(told(code)).toEqual(expected);
  });

  it.each(['key', '`${key}`', "''", "process.env.KEY ?? 'not set'", 'isOld ? null : key', `'${made.key}'`, `'${made.old}'`])(
    'may be a key: %s',
    (value) => {
      expect(told(sent(`'X-Auth-Key': ${value}`))).toEqual([`${header} | Authorization: Bearer … for 'X-Auth-Key': ${value} | GET /zones`]);
    },
  );

  it.each(['await readKey()', 'keys[index]', 'isOwn ? process.env.CF_KEY : await readKey()'])(
    'may be a key of somebody else, which no token of the operator takes the place of: %s',
    (value) => {
      expect(told(sent(`'X-Auth-Key': ${value}`))).toEqual([`${header} | GET /zones`]);
    },
  );

  it('offers nothing for the key that a caller gives', () => {
    const code = `function zones(key) { return ${sent("'X-Auth-Key': key")} }`;
    expect(told(code)).toEqual([`${header} | GET /zones`]);
  });

  it.each([
    'true',
    'null',
    'undefined',
    '37',
    '/^[0-9a-f]{37}$/',
    '(request) => request.key',
    '{ length: 37 }',
    "'key=…'",
    "'•••'",
    "'***'",
    "'REDACTED'",
    "'key-hidden'",
    "'masked'",
    '`Bearer ${token}`',
    "'1234567893feefc5f0q5000bfo0c38d90bbeb'", // cspell:disable-line
  ])('is no key: %s', (value) => {
    expect(told(sent(`'X-Auth-Key': ${value}`))).toEqual([]);
  });

  it.each(["'the key of the account'", "'a=b'", "'<key>'", "'(key)'", "'[key]'", '`${first} ${last}`'])(
    'is a key where it is sent to Cloudflare, and elsewhere a description: %s',
    (value) => {
      expect(told(sent(`'X-Auth-Key': ${value}`))).toHaveLength(1);
      expect(told(`const headers = { ${E}, 'X-Auth-Key': ${value} };`)).toEqual([]);
    },
  );

  it('are made up in tests, unless they have the shape of one', () => {
    const code = (value: string): string => sent(`'X-Auth-Key': ${value}`);
    expect(told(code(`'my-key'`), 'src/api.test.ts')).toEqual([]);
    expect(told(code(`'my-key'`))).toHaveLength(1);
    expect(told(code(`'${made.key}'`), 'src/api.test.ts')).toHaveLength(1);
    expect(told(code('process.env.KEY'), 'src/api.test.ts')).toHaveLength(1);
  });
});

describe('keys in options', () => {
  const sdk = `import Cloudflare from 'cloudflare'; `;
  const option = (name: string, role = 'global-api-key'): string => `option ${name} ${role} | ${name}`;
  const local = `'http://localhost:8787'`;
  const table: readonly (readonly [code: string, ...expected: readonly string[]])[] = [
    [
      `${sdk}const client = new Cloudflare({ apiEmail: email, apiKey: key }); client.zones.list();`,
      `${option('apiKey')} | apiToken: … for apiKey: key and apiEmail: email | GET /zones`,
    ],
    [`const client = require('cloudflare')({ email, key });`, `${option('key')} | token: … for key and email`],
    [
      `${sdk}new Cloudflare({ userServiceKey: key });`,
      `${option('userServiceKey', 'origin-ca-key')} | apiToken: … for userServiceKey: key`,
    ],
    [`${sdk}new Cloudflare({ apiToken: token, apiKey: key });`, option('apiKey')],
    [`${sdk}new Cloudflare({ apiToken: token, apiEmail: email });`],
    [`${sdk}new Cloudflare({ apiKey: 'the key' });`],
    [`${sdk}new Cloudflare({ apiKey: key, baseURL: ${local} });`],
    [`${sdk}new Cloudflare({ apiKey: key, baseURL: isTest ? ${local} : base });`],
    [`${sdk}new Cloudflare({ apiKey: key, baseURL: '/api' });`, `${option('apiKey')} | apiToken: … for apiKey: key`],
    [
      `import { create } from 'acme-dns-01-cloudflare'; create({ client: { email, key } });`,
      `${option('key')} | token: … for key and email`,
    ],
    [
      `import * as cloudflare from '@pulumi/cloudflare'; new cloudflare.Provider('p', { apiKey: key });`,
      `${option('apiKey')} | apiToken: … for apiKey: key`,
    ],
    [`import OpenAI from 'openai'; new OpenAI({ apiKey: key, baseURL: 'https://api.cloudflare.com/client/v4/accounts/a/ai/v1' });`],
  ];
  it.each(table)('%s', (code, ...expected) => {
    expect(told(code)).toEqual(expected);
  });

  it('of a provider', () => {
    expect(told('provider "cloudflare" {\n  api_key = var.key\n  email   = "e"\n}\n', 'main.tf')).toEqual([
      'option api_key global-api-key | api_key | api_token: … for api_key = var.key and email   = "e"',
    ]);
  });
});

describe('keys beside an e-mail address', () => {
  it.each([
    [`import { CloudflareDns } from './dns.js'; new CloudflareDns({ email, key });`, 'option key global-api-key | key'],
    [`run({ providers: { cloudflare: { email: 'e', apiKey: secrets.key } } });`, 'option apiKey global-api-key | apiKey'],
    [`import { CloudflareDns } from './dns.js'; new CloudflareDns({ token, email, key });`],
    [`import { CloudflareImage } from './images.js'; new CloudflareImage({ key, name });`],
    [`import { AcmeDns } from './dns.js'; new AcmeDns({ email, key });`],
    [`export const cloudflare = z.object({ cloudflare: { email: z.string(), apiKey: z.string() } });`],
    [`export const state = { cloudflare: { email: '', apiKey: '' } };`],
  ])('%s', (code, ...expected) => {
    expect(told(code)).toEqual(expected);
  });

  it('are said of once, where they are sent', () => {
    const code = `const cloudflare = { email: secrets.email, key: secrets.key }; ${sent(`'X-Auth-Email': cloudflare.email, 'X-Auth-Key': cloudflare.key`)}`;
    expect(told(code)).toHaveLength(1);
    expect(told(code)[0]).toMatch(/^header x-auth-key/);
  });
});

describe('keys that functions read', () => {
  const helper = `const env = (name) => { const value = process.env[name]; if (!value) throw new Error(name); return value; };`;

  it.each([
    [`${helper} export const cloudflare = { key: env('CLOUDFLARE_API_KEY') };`],
    [`import { getEnv } from './env'; export const cloudflare = { key: getEnv('CLOUDFLARE_API_KEY') };`],
    [`import { requireEnvVar } from './env'; setUp(requireEnvVar('CLOUDFLARE_API_KEY'));`],
    [`setUp(Deno.env.get('CLOUDFLARE_API_KEY'));`],
    [`setUp(this.configService.getOrThrow('CLOUDFLARE_API_KEY'));`],
    [`import env from 'env-var'; setUp(env.get('CLOUDFLARE_API_KEY').required().asString());`],
  ])('%s', (code) => {
    expect(told(code)).toEqual([`variable CLOUDFLARE_API_KEY global-api-key | 'CLOUDFLARE_API_KEY'`]);
  });

  it.each([
    [`import { getEnv } from './env'; if (getEnv('CLOUDFLARE_API_KEY')) console.warn('no longer supported');`],
    [`import { getEnv } from './env'; export const zone = getEnv('CLOUDFLARE_ZONE_ID');`],
    [`import { describeVariable } from './env'; describeVariable('CLOUDFLARE_API_KEY');`],
  ])('are none: %s', (code) => {
    expect(told(code)).toEqual([]);
  });

  it('are said of once, where they are sent', () => {
    const code = `import { getEnv } from './env'; ${sent(`${E}, 'X-Auth-Key': getEnv('CLOUDFLARE_API_KEY')`)}`;
    expect(told(code)).toHaveLength(1);
    expect(told(code)[0]).toMatch(/^header x-auth-key/);
  });
});

describe('keys in settings', () => {
  const provider = (properties: string): string => `p:\n  type: pulumi:providers:cloudflare\n  properties:\n    ${properties}\n`;
  it.each([
    [provider('apiKey: ${key}'), 'option apiKey global-api-key | apiKey'],
    [provider('apiUserServiceKey: ${key}'), 'option apiUserServiceKey origin-ca-key | apiUserServiceKey'],
    [provider('apiKey: ""')],
    [provider('apiKey:')],
    [provider('apiKey: your key')],
    [provider('apiToken: ${token}')],
    [
      'kind: OriginIssuer\nspec:\n  auth:\n    serviceKeyRef:\n      name: service-key\n      key: key\n',
      'option serviceKeyRef origin-ca-key | serviceKeyRef',
    ],
    ['kind: OriginIssuer\nspec:\n  auth:\n    tokenRef:\n      name: token\n      key: key\n'],
    [
      'cloudflare:\n  apiKeySecretRef:\n    name: cloudflare\n    key: api-key\n',
      'option apiKeySecretRef global-api-key | apiKeySecretRef',
    ],
  ])('%s', (code, ...expected) => {
    expect(told(code, 'settings.yaml')).toEqual(expected);
  });
});

describe('keys in variables', () => {
  const about = ' // at Cloudflare';
  const variable = (name: string, place = name): string => `variable ${name} global-api-key | ${place}`;
  const table: readonly (readonly [code: string, ...expected: readonly string[]])[] = [
    // reads
    ['run(process.env.CF_API_KEY, process.env.CF_API_TOKEN, process.env.CF_API_KEY);', variable('CF_API_KEY', 'process.env.CF_API_KEY')],
    // writes
    [`process.env.CF_API_KEY = key; run(process.env.CF_API_KEY);`, variable('CF_API_KEY')],
    [`process.env.CF_API_KEY = '${made.old}';`, variable('CF_API_KEY')],
    [`process.env.CF_API_KEY = read();`, variable('CF_API_KEY')],
    [`process.env.CF_API_KEY = key ?? '';`, variable('CF_API_KEY')],
    [`process.env.CF_API_KEY = '${made.token}';`],
    [`process.env.CF_API_KEY = 'none'; process.env.CF_KEY = undefined;`],
    [`process.env.CF_API_TOKEN = key; settings.CF_API_KEY = key; const CF_KEY = key;`],
    [`spawn('wrangler', { env: { CF_API_KEY: key, CF_API_TOKEN: token, CF_KEY: 'none' } });`, variable('CF_API_KEY')],
    [
      `const all = { environment: { CF_API_KEY: key }, variables: { CF_KEY: key }, env_vars: { X_AUTH_KEY: key }, envVars: { CF_AUTH_KEY: key } };`,
      variable('CF_API_KEY'),
      variable('CF_KEY'),
      variable('X_AUTH_KEY'),
      variable('CF_AUTH_KEY'),
    ],
    [`const jobs = { build: { deploy: { env: { CF_API_KEY: key } } } };`, variable('CF_API_KEY')],
    [`const others = { settings: { CF_API_KEY: key }, myEnv: { CF_API_KEY: key }, envelope: { CF_API_KEY: key } };`],
    // what reaches a header or an option is judged there
    [sent("'X-Auth-Key': process.env.CF_API_KEY", `'https://api.acme.example/'`)],
    [`${sent('Authorization: `Bearer ${process.env.CF_API_KEY}`')} run(process.env.CF_KEY);`, variable('CF_KEY', 'process.env.CF_KEY')],
    [`import Cloudflare from 'cloudflare'; new Cloudflare({ apiToken: process.env.CF_API_KEY ?? process.env.CF_KEY });`],
    // the order of the text
    [`run(process.env.CF_KEY); ${sent(K)}`, variable('CF_KEY', 'process.env.CF_KEY'), `${header} | ${bearer} | GET /zones`],
  ];
  it.each(table)('%s', (code, ...expected) => {
    expect(told(code + about)).toEqual(expected);
  });

  it.each([
    ['', 0],
    ['const { CF_API_EMAIL } = process.env;', 1],
    ['const zone = process.env.CF_ZONE_ID;', 1],
    ["import { run } from 'wrangler';", 1],
    ['// also for CurseForge, unlike CF_API_EMAIL', 0],
    ["fetch('https://api.acme.example/', { headers: { 'x-api-key': key } });", 0],
  ])('that others have too need something that speaks for Cloudflare: %s', (beside, count) => {
    expect(told(`const key = process.env.CF_API_KEY;\n${beside}`)).toHaveLength(count);
  });

  it.each([
    // asked for
    [`if (process.env.X) console.warn('X is ignored');`, 0],
    [`if (process.env.X !== undefined && process.env.CF_EMAIL) throw new Error('X is not supported');`, 0],
    [`const hasKey = !!process.env.X; if (hasKey) process.exit(1);`, 0],
    [`console.log({ key: Boolean(process.env.X), how: process.env.X ? 'key' : 'token' });`, 0],
    [`assert(!process.env.X);`, 0],
    [`expect(process.env.X).toBeUndefined();`, 0],
    [`const { X, ...rest } = process.env; run(rest);`, 0],
    [`const { X: key } = process.env; if (key) warn();`, 0],
    [`const key = process.env.X; if (typeof key === 'string') warn();`, 0],
    [`process.env.X && warn();`, 0],
    [`if (!process.env.X) return_();`, 0],
    [`import { X } from '$env/static/private'; if (X) warn();`, 0],
    [`console.log(store.has(env.X)); store.delete(process.env.X);`, 0],
    // passed as a token
    [`tunnel({ apiToken: process.env.X });`, 0],
    [`run({ env: { CLOUDFLARE_API_TOKEN: process.env.X, CF_ZONE: zone } });`, 0],
    [`tunnel({ apiToken: process.env.CLOUDFLARE_API_TOKEN ?? process.env.X });`, 0],
    [`http.bearerToken(process.env.X as string);`, 0],
    [`const { X } = process.env; send((request) => request.setBearerAuth(X));`, 0],
    [`request.basicAuth('ops', process.env.X);`, 1],
    // needed
    [`run(store.get(env.X));`, 1],
    [`if (!process.env.X) throw new Error('X is missing');`, 1],
    [`if (!process.env.X) { console.error('X is missing'); process.exit(1); }`, 1],
    [`if (process.env.X) run(); else process.exit(2);`, 1],
    [`process.env.X || fail('X is missing');`, 1],
    [`!process.env.X && fail('X is missing');`, 1],
    [`assert(process.env.X, 'X is missing');`, 1],
    [`const secret = process.env.CF_API_TOKEN ?? process.env.X; run(secret);`, 1],
    [`const { X } = process.env; if (X) run(X);`, 1],
    [`const key = process.env.X; if (key) run(key);`, 1],
    [`if (process.env.X === request.key) run();`, 1],
  ])('that are only asked for are not used: %s', (code, count) => {
    expect(told(code.replaceAll('X', 'CLOUDFLARE_API_KEY'))).toHaveLength(count);
  });

  it.each([
    // asked for
    ['if [ -n "$X" ]; then echo "X is ignored"; fi', 0],
    ['if [[ -n "${X:-}" ]]; then echo "X is not supported" >&2; exit 1; fi', 0],
    ['test -z "$X" || exit 1', 0],
    ['[ "$X" = "" ] || echo "X is ignored"', 0],
    ['[[ -z $X ]] && echo "no X, fine"', 0],
    ['echo "X is ${X:+set}"', 0],
    // needed
    ['if [ -z "$X" ]; then echo "X is missing"; exit 1; fi', 1],
    ['if [ -z "$X" ] || [ -z "$CF_EMAIL" ]; then exit 1; fi', 1],
    ['[ -n "$X" ] || { echo "X is missing"; exit 1; }', 1],
    ['if ! [ -n "$X" ]; then exit 1; fi', 1],
    ['if [[ -n $X ]]; then run; else die "X is missing"; fi', 1],
    [': "${X:?}"', 1],
    ['[ -n "$X" ] && run "$X"', 1],
  ])('of scripts that are only asked for are not used: %s', (code, count) => {
    expect(globalKeys(shell(code.replaceAll('X', 'CLOUDFLARE_API_KEY')))).toHaveLength(count);
  });

  it('that hold the path of a file with the key, and those of one of several keys', () => {
    expect(
      told('run(process.env.CF_API_KEY_FILE, process.env.CLOUDFLARE_API_KEY_SHOP, process.env.CLOUDFLARE_API_KEY_ID);' + about),
    ).toEqual([
      variable('CF_API_KEY_FILE', 'process.env.CF_API_KEY_FILE'),
      variable('CLOUDFLARE_API_KEY_SHOP', 'process.env.CLOUDFLARE_API_KEY_SHOP'),
    ]);
  });

  it('that hold an Origin CA key', () => {
    const code = 'run(process.env.CLOUDFLARE_API_USER_SERVICE_KEY);';
    expect(told(code)).toEqual(['variable CLOUDFLARE_API_USER_SERVICE_KEY origin-ca-key | process.env.CLOUDFLARE_API_USER_SERVICE_KEY']);
    expect(globalKeys(shell('export CLOUDFLARE_API_USER_SERVICE_KEY="$KEY"'))).toHaveLength(1);
  });

  it('of a container, if they are read from a secret', () => {
    const code = `env:
  - name: CF_API_KEY
    valueFrom:
      secretKeyRef: { name: cloudflare, key: key }
  - name: CF_KEY
    valueFrom:
      configMapKeyRef: { name: cloudflare, key: key }
`;
    expect(told(code, 'deployment.yaml')).toEqual([variable('CF_API_KEY')]);
  });

  it('of a step in Drone or Woodpecker, if they are read from a secret', () => {
    const code = `steps:
  - image: alpine
    environment:
      CF_API_EMAIL: { from_secret: email }
      CF_API_KEY: { from_secret: key }
      CF_KEY: { from_file: key }
      API_KEY: { from_secret: cf_api_key }
      CLOUDFLARE_API_TOKEN: { from_secret: cloudflare_api_key }
    settings:
      cf_api_key: { from_secret: cf_api_key }
`;
    expect(told(code, '.woodpecker.yml')).toEqual([variable('CF_API_KEY')]);
    expect(credentials(read(code, '.woodpecker.yml'))).toEqual([]);
  });
});
