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
  const scanned = await scan(listed, { settings, concurrency: 1, onProgress: () => undefined });
  return scanned.files.flatMap(({ path, messages }) =>
    messages.map(({ line, ruleId }) => `${path}:${String(line)} ${ruleId.replace(/^.*\//, '')}`),
  );
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
];

describe('programs of several files', () => {
  it.each(programs)('%s', async (what, files, findings) => {
    expect(await found(what, files)).toEqual(findings);
  });
});
