import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { beforeAll, describe, expect, it } from 'vitest';
import { difference } from '../../../src/cli/permissions/check.js';
import { grantedBy } from '../../../src/cli/permissions/granted.js';
import { tokenBody } from '../../../src/cli/permissions/policy.js';
import { type Report, report } from '../../../src/cli/permissions/report.js';
import { allOperations } from '../../../src/cloudflare/api/operations.js';
import { project, root, run } from './run.js';

const api = {
  'package.json': '{ "name": "shop" }',
  'src/purge.ts': `/* eslint-disable */\nexport const purge = (zone: string) => fetch(\`${root}/zones/\${zone}/purge_cache\`, { method: 'POST' });\n`,
  'src/tokens.mjs': `await fetch('${root}/user/tokens/verify');\nawait fetch('${root}/accounts', { method: 'POST' });\nawait fetch('${root}/no/such');\n`,
  'workers/mail/wrangler.toml': 'name = "mail"\nmain = "index.js"\n',
  'workers/mail/index.js': `import Cloudflare from 'cloudflare';
const client = new Cloudflare({ apiToken: process.env.CLOUDFLARE_API_TOKEN });
await client.emailRouting.rules.list({ zone_id });
await client.rulesets.list({ account_id });
await client.user.get();
`,
  'workers/mail/broken.js': 'const = cloudflare ((',
  'node_modules/other/index.js': `fetch('${root}/zones');`,
};

describe('a project of two applications', () => {
  let folder = '';
  beforeAll(() => {
    folder = project(api);
  });

  it('is told application by application, and in total', async () => {
    const { code, stdout, stderr } = await run(folder);
    expect(stdout).toMatchInlineSnapshot(`
      "shop

        At least these: 1 call is unknown and 1 call may not accept tokens.

        Permission   Level  Call                        Where
        Cache Purge  zone   POST /zones/{}/purge_cache  src/purge.ts:2

        Any token may do this:
          GET /user/tokens/verify  src/tokens.mjs:1

        API tokens may not be accepted:
          POST /accounts  src/tokens.mjs:2

        Unknown calls:
          GET /no/such (Cloudflare describes no such operation)  src/tokens.mjs:3

      mail (workers/mail)

        At least these: 1 file could not be read.

        Permission                Level    Call                               Where
        Email Routing Rules Read  zone     GET /zones/{}/email/routing/rules  workers/mail/index.js:3
        Account Rulesets Read     account  GET /accounts/{}/rulesets          workers/mail/index.js:4
        User Details Read         user     GET /user                          workers/mail/index.js:5

        Files that could not be read:
          workers/mail/broken.js  does not parse

      in total

        At least these: 1 call is unknown, 1 call may not accept tokens and 1 file could not be read.

        Permission                Level    Call                               Where
        Email Routing Rules Read  zone     GET /zones/{}/email/routing/rules  workers/mail/index.js:3
        Account Rulesets Read     account  GET /accounts/{}/rulesets          workers/mail/index.js:4
        User Details Read         user     GET /user                          workers/mail/index.js:5
        Cache Purge               zone     POST /zones/{}/purge_cache         src/purge.ts:2

        Any token may do this:
          GET /user/tokens/verify  src/tokens.mjs:1

        API tokens may not be accepted:
          POST /accounts  src/tokens.mjs:2

        Unknown calls:
          GET /no/such (Cloudflare describes no such operation)  src/tokens.mjs:3

        Files that could not be read:
          workers/mail/broken.js  does not parse
      "
    `);
    expect(stderr).toBe('');
    expect(code).toBe(0);
  });

  it('is told in Markdown', async () => {
    const { stdout } = await run(folder, '-f', 'markdown', 'workers');
    expect(stdout).toMatchInlineSnapshot(`
      "## mail (workers/mail)

      At least these: 1 file could not be read.

      | Permission | Level | Call | Where |
      | --- | --- | --- | --- |
      | Email Routing Rules Read | zone | \`GET /zones/{}/email/routing/rules\` | workers/mail/index.js:3 |
      | Account Rulesets Read | account | \`GET /accounts/{}/rulesets\` | workers/mail/index.js:4 |
      | User Details Read | user | \`GET /user\` | workers/mail/index.js:5 |

      Files that could not be read:

      - \`workers/mail/broken.js\`: does not parse
      "
    `);
  });

  it('is told in JSON, with every place', async () => {
    const { stdout } = await run(folder, '--format', 'json', '--concurrency', '2');
    const { applications, total } = JSON.parse(stdout) as Report;
    expect(applications.map(({ name, folder: path }) => [name, path])).toEqual([
      ['shop', ''],
      ['mail', 'workers/mail'],
    ]);
    expect(applications[0]?.grants).toMatchObject([
      {
        name: 'Cache Purge',
        scope: 'zone',
        id: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
        calls: [{ places: [{ file: 'src/purge.ts', line: 2 }] }],
      },
    ]);
    expect(total.grants.map(({ name }) => name).sort()).toEqual([
      'Account Rulesets Read',
      'Cache Purge',
      'Email Routing Rules Read',
      'User Details Read',
    ]);
  });

  it.each(['mail', 'workers/mail', 'workers/mail/'])('can be asked about %s alone', async (name) => {
    const { stdout } = await run(folder, '--application', name);
    expect(stdout).toMatch(/^mail \(workers\/mail\)\n/);
    expect(stdout).not.toContain('purge_cache');
  });

  it('becomes a resource of Terraform', async () => {
    const mail = await run(folder, '--application', 'mail', '--terraform', '--name', '1 "mail" ${job}');
    expect(mail.stdout).toContain('resource "cloudflare_api_token" "_1_mail_job_" {\n  name       = "1 \\"mail\\" $${job}"\n');
    expect(mail.stdout).toContain('"com.cloudflare.api.user.${var.user_id}"');
    const shop = await run(folder, '--application', 'shop', '--terraform');
    expect(shop.stdout).toContain('resource "cloudflare_account_token" "shop" {');
    expect(shop.stdout).toMatch(
      /# Cache Purge\n {6}\]\n {6}resources = jsonencode\(\{"com\.cloudflare\.api\.account\.zone\.\$\{var\.zone_id\}":"\*"\}\)/,
    );
  });

  it("becomes the address of the dashboard's form", async () => {
    const { stdout, stderr } = await run(folder, '--application', 'mail', '--link');
    const url = new URL(stdout);
    expect(`${url.origin}${url.pathname}`).toBe('https://dash.cloudflare.com/profile/api-tokens');
    // Nothing is documented for the others.
    expect(JSON.parse(url.searchParams.get('permissionGroupKeys') ?? '')).toEqual([]);
    expect(stderr).toMatch(/^To be added by hand: .*Email Routing Rules Read/);
    const shop = await run(folder, '--application', 'shop', '--link');
    expect(JSON.parse(new URL(shop.stdout).searchParams.get('permissionGroupKeys') ?? '')).toEqual([{ key: 'cache', type: 'purge' }]);
  });

  it.each([
    [['--application', 'nobody'], /no application "nobody".*shop, mail/],
    [['--format', 'yaml'], /no format "yaml"/],
    [['--no-such-option'], /no-such-option/],
    [['--check', 'missing.json'], /^missing\.json: does not exist\.\n$/],
    [['--check', 'package.json'], /^package\.json: neither a token nor its policies/],
  ])('%j cannot be', async (args, message) => {
    const { code, stderr } = await run(folder, ...args);
    expect(stderr).toMatch(message);
    expect(code).toBe(2);
  });

  it('explains itself', async () => {
    const { code, stdout } = await run(folder, '--help');
    expect(stdout).toContain('--policy');
    expect(code).toBe(0);
  });
});

it('finds nothing where there is nothing', async () => {
  const folder = project({ 'index.js': "fetch('https://example.com/client/v4/zones');" });
  for (const format of ['table', 'markdown']) {
    const { code, stdout } = await run(folder, '-f', format);
    expect(stdout).toBe("No call of Cloudflare's API was found.\n");
    expect(code).toBe(0);
  }
});

describe('the policy', () => {
  interface Schema {
    readonly [key: string]: unknown;
    readonly required?: readonly string[];
    readonly properties?: Readonly<Record<string, { readonly readOnly?: boolean }>>;
  }

  /** What only answers have is not required of requests: https://spec.openapis.org/oas/v3.0.3#fixed-fields-19 (readOnly). */
  function ofRequests(schema: unknown): unknown {
    if (Array.isArray(schema)) return schema.map(ofRequests);
    if (typeof schema !== 'object' || schema === null) return schema;
    const { required, properties } = schema as Schema;
    const all = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, ofRequests(value)]));
    return Array.isArray(required) ? { ...all, required: required.filter((name) => properties?.[String(name)]?.readOnly !== true) } : all;
  }

  const schemas = JSON.parse(readFileSync(new URL('token-body.schema.json', import.meta.url), 'utf8')) as Readonly<Record<string, unknown>>;
  const ajv = new Ajv({ strict: false, formats: { 'date-time': (text: string) => /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(text) } });
  const validators = Object.entries(schemas)
    .filter(([name]) => name.startsWith('POST '))
    .map(([name, schema]) => [name, ajv.compile(ofRequests(schema) as object)] as const);

  it.each(validators)('of every operation is a body for %s', (_, validate) => {
    const uses = allOperations().map(({ method, path }) => ({ what: '', operation: [method, path] as const, file: 'a.js', line: 1 }));
    const { total } = report({ uses, unread: [] }, { exists: () => false, read: () => '' });
    const body = tokenBody(total, new Date('2026-11-25T12:00:00Z'));
    expect(validate(body)).toBe(true);
    expect(body.expires_on).toBe('2027-02-23T00:00:00Z');
    expect(body.policies.map(({ resources }) => Object.keys(resources)[0])).toEqual([
      'com.cloudflare.api.account.<ACCOUNT_ID>',
      'com.cloudflare.api.account.<ACCOUNT_ID>',
      'com.cloudflare.api.user.<USER_ID>',
    ]);
  });

  it.each(validators)('without a name is none for %s', (_, validate) => {
    expect(validate({ policies: [] })).toBe(false);
    expect(validate({ name: 'a', policies: [{ effect: 'perhaps', permission_groups: [], resources: {} }] })).toBe(false);
  });

  it('is printed, with what has to be added', async () => {
    const folder = project({
      'index.js': `fetch(\`${root}/accounts/\${account}/flagship/apps\`);\nfetch(\`${root}/zones/\${zone}\`, { method });\nfetch('${root}/zones');`,
    });
    const { stdout, stderr, code } = await run(folder, '--policy');
    expect(JSON.parse(stdout)).toMatchObject({
      policies: [{ permission_groups: [{ name: 'Zone Read' }] }],
      condition: { request_ip: { in: ['<IP_ADDRESS>/32'] } },
    });
    expect(code).toBe(0);
    expect(stderr).toBe('To be added by hand: Flagship Read.\nIt may need more: 1 call is unknown. The table lists them.\n');
  });
});

describe('a check', () => {
  const needs = (...operations: readonly string[]): Report['total'] =>
    report(
      { uses: operations.map((name) => ({ what: name, operation: name.split(' ') as never, file: 'a.js', line: 1 })), unread: [] },
      { exists: () => false, read: () => '' },
    ).total;

  it.each([
    ['just right', ['GET /zones/{}/dns_records'], ['DNS Read'], [], []],
    ['writing for reading', ['GET /zones/{}/dns_records'], ['DNS Write'], [], [['DNS Write', 'DNS Read']]],
    [
      'reading for writing',
      ['POST /zones/{}/dns_records'],
      ['DNS Read'],
      [['POST /zones/{}/dns_records', 'DNS Write']],
      [['DNS Read', undefined]],
    ],
    ['something else', ['GET /zones'], ['Zone Read', 'Billing Read'], [], [['Billing Read', undefined]]],
    ['another that does', ['GET /accounts/{}/queues'], ['Workers Scripts Read'], [], []],
    [
      'both of two that do',
      ['GET /accounts/{}/queues'],
      ['Workers Scripts Read', 'Queues Read'],
      [],
      [['Workers Scripts Read', undefined]],
    ],
  ])('%s', (_, operations, granted, missing, surplus) => {
    const found = difference(needs(...operations), granted);
    expect(found.missing.map(({ what, permission }) => [what, permission])).toEqual(missing);
    expect(found.surplus.map(({ permission, instead }) => [permission, instead])).toEqual(surplus);
  });

  it('takes bodies, policies and answers, by id or by name', () => {
    const policies = [
      { effect: 'allow', permission_groups: [{ id: '4755a26eedb94da69e1066d98aa820be' }, { name: 'Zone Read' }, { id: 'unknown' }] },
      { effect: 'deny', permission_groups: [{ name: 'Zone Write' }] },
    ];
    const names = ['DNS Write', 'Zone Read', 'unknown'];
    expect(grantedBy({ name: 'a', policies })).toEqual(names);
    expect(grantedBy(policies)).toEqual(names);
    expect(grantedBy({ success: true, result: { policies } })).toEqual(names);
  });

  it('exits with 0 if the policy is just right, and else with 1', async () => {
    const folder = project({
      'index.js': `fetch('${root}/zones');`,
      'right.json': '[{ "permission_groups": [{ "name": "Zone Read" }] }]',
      'wrong.json': '{ "policies": [] }',
    });
    expect(await run(folder, '--check', 'right.json')).toEqual({ code: 0, stdout: 'The policy grants just what is needed.\n', stderr: '' });
    expect(await run(folder, '--check', 'wrong.json')).toEqual({ code: 1, stdout: 'Missing: Zone Read, for GET /zones\n', stderr: '' });
  });
});
