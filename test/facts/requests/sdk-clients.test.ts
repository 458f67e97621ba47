import { describe, expect, it } from 'vitest';
import { sdks } from '../../../src/cloudflare/api/sdk.js';
import { clients } from '../../../src/facts/requests/sdk-clients.js';
import type { SourceFile, Span } from '../../../src/source/model.js';
import { literal, shape } from '../../../src/source/values.js';
import { readHcl } from '../../../src/languages/hcl/index.js';
import { readPython } from '../../../src/languages/python/index.js';
import { javascript } from '../../models/program.js';

function read(code: string): SourceFile {
  if (code.startsWith('provider ')) return readHcl(code, 'main.tf');
  return /^import [\w.]+\n|^from /.test(code) ? readPython(code, 'main.py') : javascript(code, { path: 'program.ts' });
}

function told(code: string): readonly unknown[] {
  const file = read(code);
  return clients(file).map(({ id, credentials, bases }) => [
    id,
    credentials.map(({ role, option }) => `${option}: ${role}`).join(', '),
    ...(bases.length > 0 ? [bases.map(shape).join(' | ')] : []),
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
    `import { CloudflareProvider } from '.gen/providers/cloudflare/provider'; new CloudflareProvider(this, 'cf', { apiKey: k });`,
    'apiKey: global-api-key',
  ],
  [
    'cdktf',
    `import { CloudflareProvider } from './.gen/providers/cloudflare/provider'; new CloudflareProvider(this, 'cf', { apiToken: t });`,
    'apiToken: api-token',
  ],
  ['alchemy', `import { Worker } from 'alchemy/cloudflare'; await Worker('a', { apiToken: t });`, 'apiToken: api-token'],
  ['cloudflare-legacy', `const Api = require('cloudflare4'); new Api({ email: e, key: k });`, 'key: global-api-key, email: email'],
  ['acme-dns-01-cloudflare', `const acme = require('acme-dns-01-cloudflare'); new acme({ token: t });`, 'token: api-token'],
  [
    'openai',
    `import OpenAI from 'openai'; new OpenAI({ apiKey: k, baseURL: \`https://api.cloudflare.com/client/v4/accounts/\${id}/ai/v1\` });`,
    'apiKey: api-token',
    'https://api.cloudflare.com/client/v4/accounts/{}/ai/v1',
  ],
  [
    'openai',
    `import OpenAI from 'openai'; new OpenAI({ apiKey: k, baseURL: ours ? 'https://api.cloudflare.com/client/v4' : 'https://api.openai.com/v1' });`,
    'apiKey: api-token',
    'https://api.cloudflare.com/client/v4 | https://api.openai.com/v1',
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
  [
    's3',
    `import { S3Client } from '@aws-sdk/client-s3'; new S3Client({ endpoint: 'https://a.r2.cloudflarestorage.com', credentials: eu ? { secretAccessKey: s } : { secretAccessKey: t } });`,
    'secretAccessKey: r2-secret-access-key, secretAccessKey: r2-secret-access-key',
    'https://a.r2.cloudflarestorage.com',
  ],
  [
    's3',
    `import { S3Client } from '@aws-sdk/client-s3'; new S3Client({ endpoint: 'https://a.r2.cloudflarestorage.com', credentials: fromEnv() });`,
    '',
    'https://a.r2.cloudflarestorage.com',
  ],
  [
    's3',
    `import { Client } from 'minio'; new Client({ endPoint: \`\${id}.r2.cloudflarestorage.com\`, secretKey: s });`,
    'secretKey: r2-secret-access-key',
    '{}.r2.cloudflarestorage.com',
  ],
  ['cloudflare-python', `from cloudflare import Cloudflare\nCloudflare(api_token=t)`, 'api_token: api-token'],
  ['python-cloudflare', `import CloudFlare\nCloudFlare.CloudFlare(email=e, key=k)`, 'key: global-api-key, email: email'],
  ['python-cloudflare', `import CloudFlare\nCloudFlare.CloudFlare(email=e, token=k)`, 'token: global-api-key, email: email'],
  ['python-cloudflare', `import CloudFlare\nCloudFlare.CloudFlare(token=t)`, 'token: api-token'],
  ['python-cloudflare', `import CloudFlare\nCloudFlare.CloudFlare(email=None, token=t)`, 'token: api-token'],
  ['python-cloudflare', `import CloudFlare\nCloudFlare.CloudFlare(email=e if old else None, token=t)`, 'token: api-token, email: email'],
  ['pulumi-python', `import pulumi_cloudflare\npulumi_cloudflare.Provider("cf", api_token=t)`, 'api_token: api-token'],
  [
    'openai-python',
    `from openai import OpenAI\nOpenAI(api_key=k, base_url="https://api.cloudflare.com/client/v4/accounts/a/ai/v1")`,
    'api_key: api-token',
    'https://api.cloudflare.com/client/v4/accounts/a/ai/v1',
  ],
  [
    'boto3',
    `import boto3\nboto3.client("s3", endpoint_url="https://a.r2.cloudflarestorage.com", aws_secret_access_key=s)`,
    'aws_secret_access_key: r2-secret-access-key',
    'https://a.r2.cloudflarestorage.com',
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
    // What Go's is given, its functions are: test/languages/libraries.test.ts.
    expect(Object.keys(sdks).filter((id) => id !== 'cloudflare-go' && !table.some(([tested]) => tested === id))).toEqual([]);
  });
});

it.each([
  `import OpenAI from 'openai'; new OpenAI({ apiKey: k });`,
  `import OpenAI from 'openai'; new OpenAI({ apiKey: k, baseURL: 'https://api.openai.com/v1' });`,
  `import OpenAI from 'openai'; new OpenAI({ apiKey: k, baseURL: 'https://gateway.ai.cloudflare.com/v1/a/g/openai' });`,
  `import OpenAI from 'openai'; new OpenAI({ apiKey: k, baseURL: url });`,
  `import OpenAI from 'openai'; const ai = new OpenAI(); ai.withOptions({ apiKey: k, baseURL: 'https://api.cloudflare.com/client/v4' });`,
  `import { S3Client } from '@aws-sdk/client-s3'; new S3Client({ region: 'eu-west-1', credentials: { secretAccessKey: s } });`,
  `import Cloudflare from './cloudflare'; new Cloudflare({ apiKey: k });`,
  `import Cloudflare from 'cloudflare'; new Cloudflare();`,
  `import Cloudflare from 'cloudflare'; new Cloudflare(options);`,
  `import Cloudflare from 'cloudflare'; const cf = new Cloudflare(); cf.zones.create({ key: k });`,
  `import Cloudflare from 'cloudflare'; const make = (cf: Cloudflare) => cf.zones.withOptions({ apiKey: k });`,
  `import { Client } from 'cloudflare'; new Client({ apiKey: k });`,
  `import { Provider } from './.gen/providers/cloudflare'; new Provider('cf', { apiKey: k });`,
  `import { CloudflareProvider } from './my.gen/providers/cloudflare'; new CloudflareProvider(this, 'cf', { apiKey: k });`,
  `class Cloudflare {} new Cloudflare({ apiKey: k }); (() => 1)({ apiKey: k });`,
])('no client of ours, or nothing known of it: %s', (code) => {
  expect(told(code)).toEqual([]);
});

it('takes options that are left out for absent', () => {
  expect(told(`import Cloudflare from 'cloudflare'; new Cloudflare({ apiToken: t, apiKey: undefined, apiEmail: null });`)).toEqual([
    ['cloudflare', 'apiToken: api-token'],
  ]);
});

it('takes options that cannot be seen for given', () => {
  expect(told(`import Cloudflare from 'cloudflare'; new Cloudflare({ apiKey: keys[at], apiEmail: 1 });`)).toEqual([['cloudflare', both]]);
});

it('knows a client for each table that its options may be, and for each that is made of another', () => {
  const options = `import Cloudflare from 'cloudflare'; new Cloudflare(prod ? { apiToken: t } : dev ? { apiKey: k } : others);`;
  expect(told(options)).toEqual([
    ['cloudflare', 'apiToken: api-token'],
    ['cloudflare', 'apiKey: global-api-key'],
  ]);
  const file = javascript(
    `import Cloudflare from 'cloudflare'; const cf = new Cloudflare({ apiToken: t }); cf.withOptions({}).withOptions({ apiKey: k });`,
  );
  const at = ({ start, end }: Span): string => file.text.slice(start, end);
  expect(clients(file).map((client) => [at(client.calleeAt), at(client.at), at(client.options.at)])).toEqual([
    ['Cloudflare', 'new Cloudflare({ apiToken: t })', '{ apiToken: t }'],
    ['cf.withOptions({}).withOptions', 'cf.withOptions({}).withOptions({ apiKey: k })', '{ apiKey: k }'],
    ['cf.withOptions', 'cf.withOptions({})', '{}'],
  ]);
});

it('knows what calls of a function of the file make of a client', () => {
  const file = javascript(
    `import Cloudflare from 'cloudflare'; function make(apiToken) { return new Cloudflare({ apiToken }); } make('one'); make('two');`,
  );
  const given = clients(file).flatMap(({ credentials }) => credentials.map(({ entry }) => literal(entry.value)));
  expect(given).toEqual([undefined, 'one', 'two']);
});
