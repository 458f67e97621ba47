/** What creates tokens and accounts, in every spelling of every library. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { lint, pointedAt } from '../lint.js';

beforeAll(() => void vi.setSystemTime('2026-11-25T12:00:00Z'));
afterAll(() => void vi.useRealTimers());

/** The message ids of a rule's findings, and what each points at. */
function found(code: string, rule: string, options: object = {}): readonly string[] {
  return lint(code, { [`cloudflare-auth/${rule}`]: ['error', options] }).map(
    (message) => `${message.messageId ?? ''}: ${pointedAt(code, message)}`,
  );
}

const group = 'c8fed203ed3043cba015a93ad1616f1f';
const zone = 'com.cloudflare.api.account.zone.eb78d65290b24279ba6f44721b3ea3c4';
const policies = `[{ effect: 'allow', permission_groups: [{ id: '${group}' }], resources: { '${zone}': '*' } }]`;
const sdk = `import Cloudflare from 'cloudflare';\nconst client = new Cloudflare();\n`;
const body = `{ name: 'ci', policies: ${policies} }`;
const api = `'https://api.cloudflare.com/client/v4/user/tokens'`;

describe('every way to create a token without an end', () => {
  it.each([
    ['SDK, user token', `${sdk}client.user.tokens.create(${body});`, 'client.user.tokens.create'],
    ['SDK, account token', `${sdk}client.accounts.tokens.create({ account_id: a, ...${body} });`, 'client.accounts.tokens.create'],
    ['SDK, destructured', `${sdk}const { tokens } = client.user;\nawait tokens.create(${body});`, 'tokens.create'],
    [
      'SDK, typed parameter',
      `import Cloudflare from 'cloudflare';\nexport const f = (cf: Cloudflare) => cf.user.tokens.create(${body});`,
      'cf.user.tokens.create',
    ],
    [
      'SDK, destructured parameter of a type',
      `import Cloudflare from 'cloudflare';\nexport const f = ({ cf = other }: { readonly cf: Cloudflare }) => cf.user.tokens.create({ name: 'ci' });`,
      'cf.user.tokens.create',
    ],
    [
      'SDK, member of an interface',
      `import Cloudflare from 'cloudflare';\ninterface Context { cf: Cloudflare }\ninterface Outer { inner: Readonly<Context> }\nexport const f = ({ inner: { cf } }: Outer, context: Context) => cf.user.tokens.create({ name: context.cf.name });`,
      'cf.user.tokens.create',
    ],
    [
      'SDK, member of a parameter',
      `import Cloudflare from 'cloudflare';\nexport type Context = { cf: Cloudflare };\nexport const f = (context: Context) => context.cf.user.tokens.create({ name: 'ci' });`,
      'context.cf.user.tokens.create',
    ],
    [
      'SDK, field',
      `import Cloudflare from 'cloudflare';\nclass Minter { private cf = new Cloudflare(); mint() { return this.cf.user.tokens.create(${body}); } }`,
      'this.cf.user.tokens.create',
    ],
    [
      'SDK, field of the constructor',
      `import Cloudflare from 'cloudflare';\nclass Minter { constructor(private readonly cf: Cloudflare) {} mint() { return this.cf.user.tokens.create(${body}); } }`,
      'this.cf.user.tokens.create',
    ],
    [
      'SDK, version 7',
      `import { createClient } from 'cloudflare/tree-shakable';\ncreateClient({ resources: [] }).user.tokens.create(${body});`,
      'createClient({ resources: [] }).user.tokens.create',
    ],
    ['SDK, derived client', `${sdk}client.withOptions({}).user.tokens.create(${body});`, 'client.withOptions({}).user.tokens.create'],
    [
      'SDK, client of another module',
      `import { client } from './cloudflare';\nclient.user.tokens.create(${body});`,
      'client.user.tokens.create',
    ],
    ['SDK, body in a constant', `${sdk}const body = ${body};\nclient.user.tokens.create(body);`, 'client.user.tokens.create'],
    [
      'SDK, body of a helper',
      `${sdk}const body = (name) => ({ name, policies: ${policies} });\nclient.user.tokens.create(body('ci'));`,
      'client.user.tokens.create',
    ],
    [
      'a table of the type',
      `import type { TokenCreateParams } from 'cloudflare/resources/user/tokens';\nexport const params: TokenCreateParams = ${body};`,
      'name',
    ],
    [
      'a table that satisfies the type',
      `import Cloudflare from 'cloudflare';\nexport const params = ${body} satisfies Cloudflare.User.TokenCreateParams;`,
      'name',
    ],
    ['fetch', `fetch(${api}, { method: 'POST', body: JSON.stringify(${body}) });`, 'fetch'],
    ['fetch, JSON text', `fetch(${api}, { method: 'POST', body: '{"name":"ci","policies":[]}' });`, 'fetch'],
    [
      'fetch, JSON template',
      `fetch(${api}, { method: 'POST', body: \`{"name":"\${name}","policies":\${JSON.stringify(${policies})}}\` });`,
      'fetch',
    ],
    [
      'fetch, base not known',
      `import { base } from './config';\n// Cloudflare\nfetch(\`\${base}/user/tokens\`, { method: 'POST', body: JSON.stringify(${body}) });`,
      'fetch',
    ],
    ['axios', `import axios from 'axios';\naxios.post(${api}, ${body});`, 'axios.post'],
    [
      'own function',
      `async function cf(method, path, body) { return fetch(\`https://api.cloudflare.com/client/v4\${path}\`, { method, body: JSON.stringify(body) }); }\ncf('POST', '/accounts/1/tokens', ${body});`,
      'cf',
    ],
    [
      'Pulumi',
      `import * as cloudflare from '@pulumi/cloudflare';\nnew cloudflare.ApiToken('t', { name: 'ci', policies: [] });`,
      'cloudflare.ApiToken',
    ],
    [
      'Pulumi, account token',
      `import { AccountToken } from '@pulumi/cloudflare';\nnew AccountToken('t', { name: 'ci', policies: [] });`,
      'AccountToken',
    ],
    [
      'cdktf',
      `import { ApiToken } from '@cdktf/provider-cloudflare/lib/api-token';\nnew ApiToken(this, 't', { name: 'ci', policies: [] });`,
      'ApiToken',
    ],
    [
      'alchemy',
      `import { AccountApiToken } from 'alchemy/cloudflare';\nawait AccountApiToken('t', { name: 'ci', policies: [] });`,
      'AccountApiToken',
    ],
  ])('%s', (_, code, at) => {
    expect(found(code, 'require-token-expiration')).toEqual([`endless: ${at}`]);
  });

  it.each([
    ['reaches nothing', `// Cloudflare\nexport const body = ${body};`],
    ['another client', `import { OpenAI } from 'openai'; // cloudflare\nnew OpenAI().user.tokens.create(${body});`],
    ['another host', `fetch('https://auth.example.org/user/tokens', { method: 'POST', body: JSON.stringify(${body}) }); // cloudflare`],
    ['another method', `fetch(${api});`],
    ['a body that is not known', `${sdk}client.user.tokens.create(params);`],
    ['an open body', `${sdk}client.user.tokens.create({ ...defaults, name: 'ci' });`],
    ['an update', `${sdk}client.user.tokens.update(id, ${body});`],
    ['a type of the project', `// cloudflare\nconst params: TokenCreateParams = ${body};`],
    ['an end from elsewhere', `${sdk}client.user.tokens.create({ ...${body}, expires_on: input.expires });`],
    ['an end on some paths', `${sdk}client.user.tokens.create({ ...${body}, ...(days && { expires_on: inDays(days) }) });`],
    ['an end that is set later', `${sdk}const body = ${body};\nbody.expires_on = input.expires;\nclient.user.tokens.create(body);`],
  ])('not: %s', (_, code) => {
    expect(found(code, 'require-token-expiration')).toEqual([]);
  });

  it('not: a test', () => {
    expect(lint(`${sdk}client.user.tokens.create(${body});`, undefined, 'src/mint.test.ts')).toEqual([]);
  });
});

describe('every way to say when a token ends', () => {
  it.each([
    [`'2027-11-25T00:00:00Z'`, 365],
    [`'2029-01-01'`, 768],
    [`new Date('2029-01-01').toISOString()`, 768],
    [`new Date(2029, 0, 1).toISOString()`, 768],
    [`new Date(Date.UTC(2029, 0, 1)).toISOString()`, 768],
    [`new Date(Date.now() + 400 * 24 * 60 * 60 * 1000).toISOString()`, 400],
    [`new Date(Date.now() + 400 * 864e5).toISOString().replace(/\\.\\d+Z$/, 'Z')`, 400],
    [`new Date(new Date().getTime() + 400 * DAY).toISOString()`, 400],
    ['`${new Date(Date.now() + 400 * DAY).toISOString().slice(0, 19)}Z`', 400],
    [`new Date(Date.now() + 400 * DAY).toISOString().split('.')[0] + 'Z'`, 400],
    [`new Date(new Date().setDate(new Date().getDate() + 400)).toISOString()`, 400],
    [`inDays(400)`, 400],
    [`inMonths(24)`, 720],
    [`shifted.toISOString()`, 730],
    [`nextYears.toISOString()`, 730],
    [`dayjs().add(2, 'year').toISOString()`, 730],
    [`dayjs().add(24, 'M').toISOString()`, 720],
    [`moment.utc().add(400, 'days').format()`, 400],
    [`DateTime.now().plus({ days: 400 }).toISO()`, 400],
    [`DateTime.utc().plus({ years: 2 }).toUTC().toISO()`, 730],
    [`addDays(new Date(), 400).toISOString()`, 400],
    [`formatISO(add(new Date(), { years: 2 }))`, 730],
    [`Temporal.Now.instant().add({ hours: 24 * 400 }).toString()`, 400],
    [`Temporal.Now.zonedDateTimeISO('UTC').add({ years: 2 }).toInstant().toString()`, 730],
    [`null`, 'endless'],
    [`undefined`, 'endless'],
    [`'2026-01-01T00:00:00Z'`, 'past'],
    [`new Date(Date.now() - 1000).toISOString()`, 'past'],
  ])('%s', (end, said) => {
    const code = `${sdk}import dayjs from 'dayjs';\nimport moment from 'moment';\nimport { DateTime } from 'luxon';\nimport { add, addDays, formatISO } from 'date-fns';
const DAY = 24 * 60 * 60 * 1000;
function inDays(days) { const date = new Date(); date.setDate(date.getDate() + days); return date.toISOString(); }
const inMonths = (count) => { const date = new Date(); date.setUTCMonth(date.getUTCMonth() + count); date.setHours(0, 0, 0, 0); return date.toISOString(); };
const shifted = new Date(); shifted.setTime(shifted.getTime() + 730 * DAY);
const nextYears = new Date(); nextYears.setFullYear(nextYears.getFullYear() + 2);
client.user.tokens.create({ name: 'ci', policies: ${policies}, expires_on: ${end} });`;
    const messages = lint(code, { 'cloudflare-auth/require-token-expiration': ['error', { maxDays: 300 }] });
    expect(messages.map(({ message, messageId }) => (typeof said === 'number' ? Number(/\d+/.exec(message)?.[0]) : messageId))).toEqual([
      said,
    ]);
  });

  it.each([
    `new Date(Date.now() + 30 * 864e5).toISOString()`,
    `dayjs().add(12, 'months').toISOString()`,
    `dayjs().add(days, 'days').toISOString()`,
    `dayjs(input).toISOString()`,
    `addYears(new Date(), 1)`,
    `new Date(input.end).toISOString()`,
    `'when it is done'`,
    `process.env.EXPIRES`,
    `end(input)`,
  ])('not: %s', (end) => {
    const code = `${sdk}import dayjs from 'dayjs';\nimport { addYears } from 'date-fns';\nclient.user.tokens.create({ name: 'ci', policies: ${policies}, expires_on: ${end} });`;
    expect(found(code, 'require-token-expiration')).toEqual([]);
  });

  it('knows when a token begins', () => {
    const dates = (from: string): string =>
      `${sdk}client.user.tokens.create({ name: 'ci', policies: ${policies}, not_before: ${from}, expires_on: '2027-06-01T00:00:00Z' });`;
    expect(found(dates(`'2027-06-01T00:00:00Z'`), 'require-token-expiration')).toEqual([`inverted: '2027-06-01T00:00:00Z'`]);
    expect(found(dates(`'2027-05-01T00:00:00Z'`), 'require-token-expiration', { maxDays: 31 })).toEqual([]);
  });

  it('knows offsets of infrastructure', () => {
    const code = (days: number): string =>
      `import * as cloudflare from '@pulumi/cloudflare';\nimport * as time from '@pulumiverse/time';\nconst end = new time.Offset('end', { offsetDays: ${String(days)} });\nnew cloudflare.ApiToken('t', { name: 'ci', policies: [], expiresOn: end.rfc3339 });`;
    expect(found(code(400), 'require-token-expiration')).toEqual([`tooLong: end.rfc3339`]);
    expect(found(code(30), 'require-token-expiration')).toEqual([]);
  });

  it('knows service tokens', () => {
    const code = (duration: string): string =>
      `${sdk}client.zeroTrust.access.serviceTokens.create({ account_id: a, name: 'ci'${duration} });`;
    expect(found(code(`, duration: 'forever'`), 'require-token-expiration')).toEqual([`forever: 'forever'`]);
    expect(found(code(`, duration: '17520h'`), 'require-token-expiration')).toEqual([`tooLong: '17520h'`]);
    expect(found(code(`, duration: '8760h'`), 'require-token-expiration')).toEqual([]);
    expect(found(code(``), 'require-token-expiration')).toEqual([]);
  });
});

describe('what a token may do', () => {
  const rule = 'restrict-token-permissions';
  const created = (groups: string, resources: string, effect = `'allow'`): string =>
    `${sdk}client.user.tokens.create({ name: 'ci', policies: [{ effect: ${effect}, permission_groups: ${groups}, resources: ${resources} }] });`;
  const one = `{ '${zone}': '*' }`;
  const ours = `[{ id: '${group}' }]`;
  const account = 'com.cloudflare.api.account.f1c79b2e84d04f6f8a3c5d7e1b0a2c46';
  const zones = 'com.cloudflare.api.account.zone.*';

  it.each([
    [created(ours, `{ 'com.cloudflare.api.account.*': '*' }`), [`wildcard: 'com.cloudflare.api.account.*'`]],
    [created(ours, `{ 'com.cloudflare.edge.r2.bucket.*': '*' }`), [`wildcard: 'com.cloudflare.edge.r2.bucket.*'`]],
    [created(ours, `{ 'com.cloudflare.api.account.*': { '${zones}': '*' } }`), [`wildcard: '${zones}'`]],
    [created(ours, `{ '${account}': { '${zones}': '*' } }`), []],
    [created(ours, one), []],
    [created(`[{ id: '686d18d5ac6c441c867cbf6771e58a0a' }]`, one), [`takeover: '686d18d5ac6c441c867cbf6771e58a0a'`]],
    [created(`[{ name: 'Billing Edit' }, { id: '${group}' }]`, one), [`together: 'Billing Edit'`]],
    [created(`[{ name: 'Billing Read' }]`, one), []],
    [created(`[{ name: 'API Tokens Write' }]`, `{ 'com.cloudflare.api.account.*': '*' }`, `'deny'`), []],
    [created(`[{ name: 'API Tokens Write' }]`, one, `effect`), []],
  ])('%#', (code, expected) => {
    expect(found(code, rule)).toEqual(expected);
  });

  it.each([
    [`const { result } = await client.user.tokens.permissionGroups.list();`, 'result.map(({ id }) => ({ id }))', 1],
    [`const all = await client.user.tokens.permissionGroups.list();`, 'all.result.map(({ id }) => ({ id }))', 1],
    [`const all = await client.user.tokens.permissionGroups.list();`, 'all.result.slice(0, 3)', 0],
    [
      `const answer = await fetch('https://api.cloudflare.com/client/v4/user/tokens/permission_groups');\nconst { result } = await answer.json();`,
      'result.map(({ id }) => ({ id }))',
      1,
    ],
    [
      `const answer = await fetch('https://api.cloudflare.com/client/v4/user/tokens/permission_groups');\nconst { result } = await answer.json();`,
      'result.filter(isOurs).map(({ id }) => ({ id }))',
      0,
    ],
    [
      `const answer = await fetch('https://api.cloudflare.com/client/v4/zones');`,
      '(await answer.json()).result.map(({ id }) => ({ id }))',
      0,
    ],
    [`const result = await ours();`, 'result.map(({ id }) => ({ id }))', 0],
  ])('every group: %s %s', (list, groups, count) => {
    expect(found(`${sdk}${list}\n${created(groups, one).slice(sdk.length)}`, rule)).toHaveLength(count);
  });

  describe('compared with what is done with it', () => {
    const dnsWrite = '4755a26eedb94da69e1066d98aa820be';
    const groups = `[{ id: '${dnsWrite}' }, { name: 'Workers Scripts Write' }]`;
    const token = `const token = await ${created(groups, one).slice(sdk.length)}\n`;
    const scoped = `const scoped = new Cloudflare({ apiToken: token.value });\n`;
    const bearer = '{ headers: { Authorization: `Bearer ${token.value}` } }';
    const zoneUrl = 'https://api.cloudflare.com/client/v4/zones/${zone}';
    it.each([
      ['a client', `${scoped}await scoped.dns.records.create({ zone_id });\nlog(token.id);`, [`needless: 'Workers Scripts Write'`]],
      [
        'a client that only reads',
        `${scoped}for await (const record of scoped.dns.records.list({ zone_id })) log(record.name);`,
        [`needless: '${dnsWrite}'`, `needless: 'Workers Scripts Write'`],
      ],
      [
        'a derived client',
        `await client.withOptions({ apiToken: token.value }).dns.records.create({ zone_id });`,
        [`needless: 'Workers Scripts Write'`],
      ],
      ['a request', `await fetch(\`${zoneUrl}/dns_records\`, { method: 'POST', ...${bearer} });`, [`needless: 'Workers Scripts Write'`]],
      [
        'a client that does it all',
        `${scoped}await scoped.dns.records.create({ zone_id });\nawait scoped.workers.scripts.update(name, {});`,
        [],
      ],
      ['a client that is passed on', `${scoped}await scoped.dns.records.create({ zone_id });\nawait deploy(scoped);`, []],
      ['a client of a method that nobody knows', `${scoped}await scoped.dns.records.browse();`, []],
      ['a token that is printed', `${scoped}await scoped.dns.records.create({ zone_id });\nsave(token.value);`, []],
      ['a token that is passed on', `${scoped}await scoped.dns.records.create({ zone_id });\nsave(token);`, []],
      ['a request to an unknown path', `await fetch(url, ${bearer});`, []],
      ['nothing', '', []],
    ])('%s', (_, rest, expected) => {
      expect(found(sdk + token + rest, rule)).toEqual(expected);
    });

    it('knows what a request answers', () => {
      const code = `const response = await fetch(${api}, { method: 'POST', body: JSON.stringify({ name: 'ci', policies: [{ effect: 'allow', permission_groups: ${groups}, resources: ${one} }] }) });
const { result } = await response.json();
await fetch(\`${zoneUrl}/dns_records\`, { method: 'POST', headers: { Authorization: 'Bearer ' + result.value } });`;
      expect(found(code, rule)).toEqual([`needless: 'Workers Scripts Write'`]);
    });

    it('says nothing of groups that nobody knows, or that are allowed', () => {
      const code = sdk + token.replace('Workers Scripts Write', 'Moon Write') + `${scoped}await scoped.dns.records.create({ zone_id });`;
      expect(found(code, rule)).toEqual([]);
      const allowed = sdk + token + `${scoped}await scoped.dns.records.create({ zone_id });`;
      expect(found(allowed, rule, { allow: { groups: ['Workers Scripts Write'] } })).toEqual([]);
    });
  });

  it('allows what is allowed', () => {
    const code = created(`[{ name: 'Billing Write' }]`, `{ 'com.cloudflare.api.account.*': '*' }`);
    expect(found(code, rule, { allow: { groups: ['Billing Write'] } })).toEqual([`wildcard: 'com.cloudflare.api.account.*'`]);
    expect(found(code, rule, { allow: { resources: ['com.cloudflare.api.account.*'] } })).toEqual([`takeover: 'Billing Write'`]);
  });

  it('counts groups, and asks for zones', () => {
    const many = created(`[{ id: 'a' }, { id: 'b' }, { id: 'b' }, { id: 'c' }]`, `{ '${account}': { '${zones}': '*' } }`);
    expect(found(many, rule, { maxGroups: 3 })).toEqual([]);
    expect(found(many, rule, { maxGroups: 2 })).toEqual(['tooMany: client.user.tokens.create']);
    expect(found(many, rule, { allZones: true })).toEqual([`allZones: '${zones}'`]);
  });

  it('points into JSON text', () => {
    const code = `fetch(${api}, { method: 'POST', body: '{"policies":[{"effect":"allow","resources":{"com.cloudflare.api.account.*":"*"}}]}' });`;
    expect(found(code, rule)).toEqual(['wildcard: "com.cloudflare.api.account.*"']);
  });

  it.each([
    ['profile/api-tokens?permissionGroupKeys=%5B%5D&accountId=%2A&name=a', ['link: accountId=%2A']],
    ['?to=/:account/api-tokens&zoneId=all', ['link: zoneId=all']],
    ['profile/api-tokens?accountId=f1c7&zoneId=allowed', []],
    ['profile?accountId=*', []],
  ])('links: %s', (link, expected) => {
    expect(found(`export const link = 'https://dash.cloudflare.com/${link}';`, rule)).toEqual(expected);
  });
});

describe('every permission group there is', () => {
  const list = 'await client.user.tokens.permissionGroups.list()';
  const granted = (groups: string): string =>
    `client.user.tokens.create({ name: 'ci', policies: [{ effect: 'allow', permission_groups: ${groups}, resources: { '${zone}': '*' } }] });`;
  const fetched = `const { result } = await (await fetch(${api.slice(0, -1)}/permission_groups', { headers })).json();`;

  it.each([
    [`const all = ${list};`, 'all.result', 'all.result'],
    [`const all = ${list};`, 'all.result.map(({ id }) => ({ id }))', 'all.result.map(({ id }) => ({ id }))'],
    [`const all = ${list};`, 'Array.from(all.result, ({ id }) => ({ id }))', 'Array.from(all.result, ({ id }) => ({ id }))'],
    [`const all = ${list};`, '[...all.result, { id: own }]', 'all.result'],
    [
      `const all = ${list}; const ids = []; for (const { id } of all.result) { const group = { id }; ids.push(group); }`,
      'ids',
      'all.result',
    ],
    [`const all = ${list}; const ids = []; all.result.forEach(({ id }) => ids.push({ id }));`, 'ids', 'all.result'],
    [
      `const all = ${list}; const ids = []; ids.push(...all.result.map(({ id }) => ({ id })));`,
      'ids',
      'all.result.map(({ id }) => ({ id }))',
    ],
    [
      'const ids = []; for await (const { id } of client.user.tokens.permissionGroups.list()) ids.push({ id });',
      'ids',
      'client.user.tokens.permissionGroups.list()',
    ],
    [`${fetched} const ids = []; for (const { id } of result) ids.push({ id });`, 'ids', 'result'],
    [fetched.replace('groups', 'groups?per_page=50'), 'result', 'result'],
    [
      `import axios from 'axios'; const { data } = await axios.get(${api.slice(0, -1)}/permission_groups', { headers });`,
      'data.result',
      'data.result',
    ],
    ['const all = await client.accounts.tokens.permissionGroups.list({ account_id });', 'all.result', 'all.result'],
    [`const all = ${list.replace('()', '(undefined, { timeout: 1000 })')};`, 'all.result', 'all.result'],
    [`import { cf } from './cf.js'; const all = await cf.user.tokens.permissionGroups.list();`, 'all.result', 'all.result'],
    [
      '',
      'await Array.fromAsync(client.user.tokens.permissionGroups.list())',
      'Array.fromAsync(client.user.tokens.permissionGroups.list())',
    ],
    [`const groups = ${list}.then((all) => all.result);`, 'groups', 'client.user.tokens.permissionGroups.list().then((all) => all.result)'],
    [
      `const ids = ${list}.then(({ result }) => { return result.map(({ id }) => ({ id })); });`,
      'ids',
      'client.user.tokens.permissionGroups.list().then(({ result }) => { return result.map(({ id }) => ({ id })); })',
    ],
    [
      `const all = await fetch(${api.slice(0, -1)}/permission_groups', { headers }).then((answer) => answer.json().then(({ result }) => result));`,
      'all',
      `fetch(${api.slice(0, -1)}/permission_groups', { headers }).then((answer) => answer.json().then(({ result }) => result))`,
    ],
    [`const all = ${list};`, 'Array.from([...all.result])', 'Array.from([...all.result])'],
    [`const all = ${list};`, 'Array.from([...own, ...all.result])', 'Array.from([...own, ...all.result])'],
    [
      `const all = ${list};`,
      'await Promise.all(all.result.map(async ({ id }) => ({ id })))',
      'Promise.all(all.result.map(async ({ id }) => ({ id })))',
    ],
  ])('%s %s', (before, groups, place) => {
    expect(found(`${sdk}${before}\n${granted(groups)}`, 'restrict-token-permissions')).toEqual([`everyGroup: ${place}`]);
  });

  it.each([
    [`const all = ${list};`, 'all.result.filter(({ name }) => wanted.has(name))'],
    [`const all = ${list};`, 'all.result.slice(0, 1)'],
    [`const all = ${list};`, 'all.result.flatMap((group) => (wanted.has(group.name) ? [group] : []))'],
    [`const all = ${list};`, '[all.result.find(({ name }) => name === wanted)]'],
    [`const all = ${list.replace('()', "({ name: 'DNS%20Write' })")};`, 'all.result'],
    [fetched.replace('groups', 'groups?name=DNS%20Write'), 'result'],
    [fetched.replace("groups'", "groups?' + query"), 'result'],
    [`const all = ${list.replace('()', '({ scope })')};`, 'all.result'],
    [fetched.replace('groups', 'groups?page=1&scope=com.cloudflare.api.account'), 'result'],
    [
      `import axios from 'axios'; const { data } = await axios.get(${api.slice(0, -1)}/permission_groups', { headers, params: { name } });`,
      'data.result',
    ],
    [`const all = ${list.replace('()', '(query)')};`, 'all.result'],
    [`const all = ${list.replace('()', "(dns ? { name: 'DNS Write' } : {})")};`, 'all.result'],
    [`const ours = ${list}.then((all) => all.result.filter(isOurs));`, 'ours'],
    [`const ours = ${list}.then((all) => (isSmall ? all.result.slice(0, 1) : all.result));`, 'ours'],
    [`const ours = ${list}.then(() => [{ id: own }]);`, 'ours'],
    [`const ours = ${list}.then(pick);`, 'ours'],
    [`const ours = await fetch(${api.slice(0, -1)}/permission_groups', { headers }).then(pick);`, 'ours'],
    [`const all = ${list};`, 'pick(all.result)'],
    [`const all = ${list};`, 'Array.from(pick(all.result))'],
    [`const all = ${list};`, '[...pick(all.result)]'],
    [`import { tokens } from 'elsewhere'; const all = await tokens.permissionGroups.list();`, 'all.result'],
    [`const all = ${list}; const ids = []; for (const { id } of all.result) if (wanted.has(id)) ids.push({ id });`, 'ids'],
    [`const all = ${list}; const ids = []; for (const { id } of all.result) { if (!wanted.has(id)) continue; ids.push({ id }); }`, 'ids'],
    [`const all = ${list}; const ids = []; all.result.forEach(({ id }) => { if (wanted.has(id)) ids.push({ id }); });`, 'ids'],
    [`const all = ${list}; const names = []; for (const { name } of all.result) names.push(name); const ids = [{ id: own }];`, 'ids'],
    ['const all = await client.iam.permissionGroups.list({ account_id });', 'all.result'],
  ])('is not %s %s', (before, groups) => {
    expect(found(`${sdk}${before}\n${granted(groups)}`, 'restrict-token-permissions')).toEqual([]);
  });

  it('is told from groups that a list names', () => {
    const code = `${sdk}const groups = { zone: '${group}', tokens: '686d18d5ac6c441c867cbf6771e58a0a' };\n${granted('Object.values(groups).map((id) => ({ id }))')}`;
    expect(found(code, 'restrict-token-permissions')).toEqual([`together: '686d18d5ac6c441c867cbf6771e58a0a'`]);
  });

  it('is what Pulumi lists', () => {
    const code = `import { ApiToken, getApiTokenPermissionGroupsList, getApiTokenPermissionGroups, getZones } from '@pulumi/cloudflare';
const six = await getApiTokenPermissionGroupsList({});
const five = await getApiTokenPermissionGroups();
new ApiToken('a', { policies: [{ effect: 'allow', permissionGroups: six.results.map(({ id }) => ({ id })), resources }] });
new ApiToken('b', { policies: [{ permissionGroups: Object.values(five.zone), resources }] });
new ApiToken('c', { policies: [{ permissionGroups: [five.zone['DNS Write']], resources }] });
new ApiToken('d', { policies: [{ permissionGroups: Object.keys(five.user).map((name) => five.user[name]), resources }] });
const dns = await getApiTokenPermissionGroupsList({ name: 'DNS Write' });
new ApiToken('e', { policies: [{ permissionGroups: dns.results.map(({ id }) => ({ id })), resources }] });
const zones = await getZones({});
new ApiToken('f', { policies: [{ permissionGroups: zones.results.map(({ id }) => ({ id })), resources }] });`;
    expect(found(code, 'restrict-token-permissions')).toEqual([
      'everyGroup: six.results.map(({ id }) => ({ id }))',
      'everyGroup: Object.values(five.zone)',
      'everyGroup: Object.keys(five.user).map((name) => five.user[name])',
    ]);
  });
});

describe('where a token may be used from', () => {
  const rule = 'require-token-ip-filter';
  const created = (condition: string, name = `'ci'`): string =>
    `client.user.tokens.create({ name: ${name}, policies: ${policies}, ${condition} });`;
  const listed = (...ranges: string[]): string =>
    created(`condition: { request_ip: { in: [${ranges.map((each) => `'${each}'`).join()}] } }`);

  it.each([
    [created(''), ['anywhere: client.user.tokens.create']],
    [created('condition: {}'), ['anywhere: client.user.tokens.create']],
    [created('condition: { request_ip: { not_in: [a] } }'), ['anywhere: client.user.tokens.create']],
    [created('condition: { request_ip: { in: [] } }'), ['empty: []']],
    [created('condition: { request_ip: { in: null } }'), ['anywhere: null']],
    [created('condition'), []],
    [created('condition: { request_ip: { in: ranges } }'), []],
    [`const ranges = [];\nranges.push(own);\n${created('condition: { request_ip: { in: ranges } }')}`, []],
    [`const ranges = [];\nranges.push('192.0.2.1');\n${created('condition: { request_ip: { in: ranges } }')}`, [`noRange: '192.0.2.1'`]],
    [listed('192.0.2.0/24', '2001:db8::/32', '198.51.100.7/32'), []],
    [listed('0.0.0.0/0', '::/0'), [`everywhere: '0.0.0.0/0'`, `everywhere: '::/0'`]],
    [listed('10.0.0.0/8', '2001:d00::/24'), [`wide: '10.0.0.0/8'`, `wide: '2001:d00::/24'`]],
    [listed('300.1.1.1/24', '192.0.2.0/33'), [`noRange: '300.1.1.1/24'`, `noRange: '192.0.2.0/33'`]],
  ])('%s', (code, expected) => {
    expect(found(sdk + code, rule)).toEqual(expected);
  });

  it('has options', () => {
    expect(found(sdk + listed('10.0.0.0/8'), rule, { minPrefix: { ipv4: 8 } })).toEqual([]);
    expect(found(sdk + listed('192.0.2.0/24', '2001:db8::/32'), rule, { minPrefix: { ipv4: 28 } })).toEqual([`wide: '192.0.2.0/24'`]);
    expect(found(sdk + created(''), rule, { exempt: ['c*'] })).toEqual([]);
    expect(found(sdk + created('', '`ci-${branch}`'), rule, { exempt: ['ci-*'] })).toEqual([]);
    expect(found(sdk + created(''), rule, { exempt: ['c', 'ci.', '*x'] })).toHaveLength(1);
  });
});

describe('whether members need a second factor', () => {
  const rule = 'require-two-factor';
  const updated = (settings: string): string => `${sdk}client.accounts.update({ account_id: a, id: a, name: 'acme', ${settings} });`;

  it.each([
    [updated('settings: { enforce_twofactor: false }'), ['off: false']],
    [updated('settings: { enforce_twofactor: true }'), []],
    [updated('settings: { enforce_twofactor: strict }'), []],
    [updated(''), []],
    [`import { Account } from '@pulumi/cloudflare';\nnew Account('a', { name: 'a', enforceTwofactor: false });`, ['off: false']],
    [`import { Account } from '@pulumi/github';\nnew Account('cloudflare', { enforceTwofactor: false });`, []],
  ])('%#', (code, expected) => {
    expect(found(code, rule)).toEqual(expected);
  });

  it('says what the setting is called', () => {
    const message = (code: string): string | undefined =>
      lint(code, { [`cloudflare-auth/${rule}`]: ['error', { missing: true }] })[0]?.message;
    expect(message(updated(''))).toContain('Set `settings.enforce_twofactor` to `true`.');
    expect(message(`import { Account } from '@pulumi/cloudflare';\nnew Account('a', { name: 'a' });`)).toContain(
      '`settings.enforceTwofactor`',
    );
  });

  it('asks for the setting in strict', () => {
    expect(found(updated(''), rule, { missing: true })).toEqual(['missing: client.accounts.update']);
    expect(found(updated('settings: {}'), rule, { missing: true })).toEqual(['missing: client.accounts.update']);
    expect(found(updated('settings'), rule, { missing: true })).toEqual([]);
    expect(found(updated('...rest'), rule, { missing: true })).toEqual([]);
    expect(found(`${sdk}client.user.tokens.create({ name: 'ci', policies: [] });`, rule, { missing: true })).toEqual([]);
  });
});
