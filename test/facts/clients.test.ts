import { describe, expect, it } from 'vitest';
import { sdks } from '../../src/cloudflare/sdk.js';
import { clients } from '../../src/facts/clients.js';
import { shape } from '../../src/values.js';
import { readHcl } from '../../src/languages/hcl/index.js';
import { javascript } from '../read.js';

function told(code: string): readonly unknown[] {
  const file = code.startsWith('provider ') ? readHcl(code, 'main.tf') : javascript(code, { path: 'program.ts' });
  return clients(file).map(({ id, credentials, bases }) => [
    id,
    credentials.map(({ role, option }) => `${option}: ${role}`).join(', '),
    ...bases.map(shape),
  ]);
}

const both = 'apiKey: global-api-key, apiEmail: email';

const table: readonly (readonly [id: keyof typeof sdks, code: string, credentials: string, base?: string | undefined])[] = [
  ['terraform', `provider "cloudflare" {\n  api_key = var.key\n  email = "e"\n}`, 'api_key: global-api-key, email: email'],
  ['cloudflare', `import Cloudflare from 'cloudflare'; new Cloudflare({ apiToken: t });`, 'apiToken: api-token'],
  ['cloudflare', `import { Cloudflare } from 'cloudflare'; new Cloudflare({ apiKey: k, apiEmail: e });`, both],
  ['cloudflare', `const options = { apiKey: k, apiEmail: e }; const Cloudflare = require('cloudflare'); new Cloudflare(options);`, both],
  ['cloudflare', `const cf = require('cloudflare')({ email: e, key: k });`, 'key: global-api-key, email: email'],
  ['cloudflare', `const cf = require('cloudflare').default; new cf({ token: t });`, 'token: api-token'],
  ['cloudflare', `import * as C from 'cloudflare'; new C.Cloudflare({ userServiceKey: s });`, 'userServiceKey: origin-ca-key'],
  ['cloudflare', `import { createClient } from 'cloudflare/tree-shakable'; createClient({ apiToken: t });`, 'apiToken: api-token'],
  ['cloudflare', `import Cloudflare from 'cloudflare'; const c = new Cloudflare(); c.withOptions({ apiToken: t });`, 'apiToken: api-token'],
  [
    'cloudflare',
    `import Cloudflare from 'cloudflare'; function f(c: Cloudflare) { return c.withOptions({ apiKey: k }); }`,
    'apiKey: global-api-key',
  ],
  [
    'cloudflare',
    `import Cloudflare from 'cloudflare'; new Cloudflare({ apiToken: t, baseURL: 'http://api.cloudflare.com/client/v4' });`,
    'apiToken: api-token',
    'http://api.cloudflare.com/client/v4',
  ],
  [
    'pulumi',
    `import * as cloudflare from '@pulumi/cloudflare'; new cloudflare.Provider('cf', { apiKey: k, email: e });`,
    'apiKey: global-api-key, email: email',
  ],
  [
    'cdktf',
    `import { CloudflareProvider } from '@cdktf/provider-cloudflare/lib/provider'; new CloudflareProvider(this, 'cf', { apiToken: t });`,
    'apiToken: api-token',
  ],
  [
    'cdktf',
    `import { CloudflareProvider } from './.gen/providers/cloudflare/provider'; new CloudflareProvider(this, 'cf', { apiToken: t });`,
    'apiToken: api-token',
  ],
  ['alchemy', `import { Worker } from 'alchemy/cloudflare'; await Worker('a', { apiToken: t });`, 'apiToken: api-token'],
  ['acme-dns-01-cloudflare', `const acme = require('acme-dns-01-cloudflare'); new acme({ token: t });`, 'token: api-token'],
  [
    'openai',
    `import OpenAI from 'openai'; new OpenAI({ apiKey: k, baseURL: \`https://api.cloudflare.com/client/v4/accounts/\${id}/ai/v1\` });`,
    'apiKey: api-token',
    'https://api.cloudflare.com/client/v4/accounts/{}/ai/v1',
  ],
  [
    'workers-ai-provider',
    `import { createWorkersAI } from 'workers-ai-provider'; createWorkersAI({ accountId: a, apiKey: k });`,
    'apiKey: api-token',
  ],
  [
    's3',
    `import { S3Client } from '@aws-sdk/client-s3'; new S3Client({ endpoint: \`https://\${id}.r2.cloudflarestorage.com\`, credentials: { accessKeyId: a, secretAccessKey: s } });`,
    'secretAccessKey: r2-secret-access-key',
    'https://{}.r2.cloudflarestorage.com',
  ],
];

describe('every library', () => {
  it.each(table.map(([id, code, credentials, base]) => ({ id, code, credentials, base })))(
    '$id: $code',
    ({ id, code, credentials, base }) => {
      expect(told(code)).toEqual([[id, credentials, ...(base === undefined ? [] : [base])]]);
    },
  );

  it('has a program above', () => {
    // Terraform is another language's: test/languages/hcl.test.ts.
    expect(Object.keys(sdks).filter((id) => !table.some(([tested]) => tested === id))).toEqual([]);
  });
});

it.each([
  `import OpenAI from 'openai'; new OpenAI({ apiKey: k });`,
  `import { S3Client } from '@aws-sdk/client-s3'; new S3Client({ region: 'eu-west-1', credentials: { secretAccessKey: s } });`,
  `import Cloudflare from './cloudflare'; new Cloudflare({ apiKey: k });`,
  `import Cloudflare from 'cloudflare'; new Cloudflare();`,
  `import Cloudflare from 'cloudflare'; new Cloudflare(options);`,
])('no client of ours, or nothing known of it: %s', (code) => {
  expect(told(code)).toEqual([]);
});

it('takes options that are left out for absent', () => {
  expect(told(`import Cloudflare from 'cloudflare'; new Cloudflare({ apiToken: t, apiKey: undefined, apiEmail: null });`)).toEqual([
    ['cloudflare', 'apiToken: api-token'],
  ]);
});
