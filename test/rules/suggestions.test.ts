/** What is suggested parses, mends its own finding, and breaks nothing. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Linter } from 'eslint';
import * as typescript from '@typescript-eslint/parser';
import * as espree from 'espree';
import * as svelte from 'svelte-eslint-parser';
import * as vue from 'vue-eslint-parser';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import plugin from '../../src/index.js';
import { applied, lint } from '../lint.js';
import { everyOne, sampled } from '../made-up/scale.js';
import { characters, alphabets, prefixed, random } from '../made-up/credentials.js';

const root = fileURLToPath(new URL('../../fixtures', import.meta.url));
const rules = plugin.configs.all.rules as Linter.RulesRecord;
const parsers: Readonly<Record<string, unknown>> = { '.vue': vue, '.svelte': svelte, '.ts': typescript, '.tsx': typescript };
// Pages are read by the command, of which kept-suggestions.test.ts tries all.
const programs = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => /[\\/]bad[\\/]/.test(path) && !/\.(?:findings|astro|html)$/.test(path) && statSync(join(root, path)).isFile())
  .sort();

/** How often each rule says each of its messages: lines and columns move. */
function counted(messages: readonly Linter.LintMessage[], by: (message: Linter.LintMessage) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const message of messages) counts.set(by(message), (counts.get(by(message)) ?? 0) + 1);
  return counts;
}

const rule = ({ ruleId }: Linter.LintMessage): string => ruleId ?? '';
const saying = ({ ruleId, messageId }: Linter.LintMessage): string => `${ruleId ?? ''} ${messageId ?? ''}`;

let tried = 0;

describe('every suggestion for the fixtures', () => {
  it.each(everyOne(programs, 6))('%s', (path) => {
    const code = readFileSync(join(root, path), 'utf8');
    const linted = (text: string): Linter.LintMessage[] => lint(text, rules, path, parsers[extname(path)] ?? espree);
    const before = linted(code);
    for (const message of before) {
      for (const suggestion of message.suggestions ?? []) {
        tried += 1;
        const after = linted(applied(code, suggestion));
        expect(counted(after, saying).get(saying(message)) ?? 0, suggestion.desc).toBeLessThan(
          counted(before, saying).get(saying(message)) ?? 0,
        );
        // A key that no header takes any more may still be read, and then it is said there; what is read can be followed to where it gets out;
        // and a new credential that is no longer printed is seen to be kept nowhere.
        for (const [name, count] of counted(after, rule))
          if (!/\/(?:no-credential-exposure|require-credential-rotation)$/.test(name))
            expect(count, `${name} after: ${suggestion.desc}`).toBeLessThanOrEqual(counted(before, rule).get(name) ?? 0);
      }
    }
  });

  it.each(everyOne(programs, 8))('%s, one after the other until none is left', (path) => {
    let code = readFileSync(join(root, path), 'utf8');
    const linted = (): Linter.LintMessage[] => lint(code, rules, path, parsers[extname(path)] ?? espree);
    // What is mended may bring to light that its variable is still read.
    for (let left = 2 * linted().length; ; left -= 1) {
      const suggestion = linted().find(({ suggestions = [] }) => suggestions.length > 0)?.suggestions?.[0];
      if (!suggestion) break;
      expect(left).toBeGreaterThan(0);
      code = applied(code, suggestion);
    }
  });

  it('are many', () => expect(tried).toBeGreaterThan(sampled(150, 20)));
});

const next = random(7);
const token = prefixed('cfut_', next);
const key = characters(37, alphabets.hex, next);

/** The program that the first suggestion makes. */
function first(code: string): string | undefined {
  const [suggestion] = lint(code, rules).flatMap(({ suggestions = [] }) => suggestions);
  return suggestion && applied(code, suggestion);
}

describe('a hardcoded credential is read from the environment', () => {
  it.each([
    [`const cfDnsToken = '${token}';`, `const cfDnsToken = process.env.CF_DNS_TOKEN;`],
    [`const t = '${token}';`, `const t = process.env.CLOUDFLARE_API_TOKEN;`],
    [`const t = process.env.CF_TOKEN ?? '${token}';`, `const t = process.env.CF_TOKEN;`],
    [`const h = { Authorization: 'Bearer ${token}' };`, `const h = { Authorization: \`Bearer \${process.env.CLOUDFLARE_API_TOKEN}\` };`],
    [`const h = \`Bearer ${token}\`;`, `const h = \`Bearer \${process.env.CLOUDFLARE_API_TOKEN}\`;`],
    [`const h = 'a \`\${x}\` ${token}';`, `const h = \`a \\\`\\\${x}\\\` \${process.env.CLOUDFLARE_API_TOKEN}\`;`],
    [`const h = \`${token}\`;`, `const h = process.env.CLOUDFLARE_API_TOKEN;`],
    [`const x = <A token="${token}" />;`, `const x = <A token={process.env.CLOUDFLARE_API_TOKEN} />;`],
    [
      `export default { fetch(request, env) { return f('${token}'); } };`,
      `export default { fetch(request, env) { return f(env.CLOUDFLARE_API_TOKEN); } };`,
    ],
    [`export const onRequestGet = ({ env }) => f('${token}');`, `export const onRequestGet = ({ env }) => f(env.CLOUDFLARE_API_TOKEN);`],
    [`Deno.serve(() => f('${token}'));`, `Deno.serve(() => f(Deno.env.get('CLOUDFLARE_API_TOKEN')));`],
    [`Bun.serve(() => f('${token}'));`, `Bun.serve(() => f(Bun.env.CLOUDFLARE_API_TOKEN));`],
  ])('%#', (code, expected) => expect(first(code)).toBe(expected));

  // A page that shows what it reads exposes it.
  it.each([
    `const x = <code>Token: ${token}</code>;`,
    `enum E { Token = '${token}' }`,
    `// ${token}`,
    `const x = { '${token}': 1 };`,
    `const apiKey = '${prefixed('cfk_', next)}';`,
  ])('but not where it cannot: %#', (code) => {
    expect(lint(code)).not.toEqual([]);
    expect(first(code)).toBeUndefined();
  });
});

const bearer = '`Bearer ${process.env.CLOUDFLARE_API_TOKEN}`';

describe('a Global API Key becomes a token', () => {
  it.each([
    [`const cloudflare = { 'X-Auth-Email': e, 'X-Auth-Key': k };`, `const cloudflare = { Authorization: ${bearer} };`],
    [`const cloudflare = { 'X-Auth-Key': k, 'X-Auth-Email': e, };`, `const cloudflare = { Authorization: ${bearer}, };`],
    [
      `const cloudflare = { a: 1, 'X-Auth-Key': k, b: 2, 'X-Auth-Email': e };`,
      `const cloudflare = { a: 1, Authorization: ${bearer}, b: 2 };`,
    ],
    [
      `const cloudflare = new Headers();\ncloudflare.set('X-Auth-Email', e);\ncloudflare.set('X-Auth-Key', k);\nfetch('https://api.cloudflare.com/client/v4/zones', { headers: cloudflare });\n`,
      `const cloudflare = new Headers();\ncloudflare.set('Authorization', ${bearer});\nfetch('https://api.cloudflare.com/client/v4/zones', { headers: cloudflare });\n`,
    ],
    [
      `import C from 'cloudflare';\nnew C({ apiEmail: e, apiKey: k });`,
      `import C from 'cloudflare';\nnew C({ apiToken: process.env.CLOUDFLARE_API_TOKEN });`,
    ],
    [
      `const cf = require('cloudflare')({ email: e, key: '${key}' });`,
      `const cf = require('cloudflare')({ token: process.env.CLOUDFLARE_API_TOKEN });`,
    ],
  ])('%#', (code, expected) => expect(first(code)).toBe(expected));
});

/** What each suggestion makes of a program, by the message that comes with it. */
function all(code: string, path?: string): Readonly<Record<string, string>> {
  const messages = lint(code, rules, path).flatMap(({ suggestions = [] }) => suggestions);
  return Object.fromEntries(messages.map((suggestion) => [suggestion.messageId ?? '', applied(code, suggestion)]));
}

beforeAll(() => void vi.setSystemTime('2026-11-25T12:00:00Z'));
afterAll(() => void vi.useRealTimers());

const sdk = "import Cloudflare from 'cloudflare';\nconst client = new Cloudflare();\n";
const policies = "policies: [{ effect: 'allow', permission_groups: [{ id: 'a' }], resources: {} }]";

describe('a token is given an end, and addresses', () => {
  it.each([
    [
      'in one line',
      `${sdk}client.user.tokens.create({ name: 'ci', ${policies} });`,
      `${policies}, expires_on: new Date(Date.now() + 90 * 24 * 60 * 60 * 1000).toISOString() });`,
      `${policies}, condition: { request_ip: { in: ['192.0.2.1/32'] } } });`,
    ],
    [
      'in lines of their own',
      `${sdk}client.user.tokens.create({\n  ${policies},\n});`,
      `  ${policies},\n  expires_on: new Date(Date.now() + 90 * 24 * 60 * 60 * 1000).toISOString(),\n});`,
      `  ${policies},\n  condition: { request_ip: { in: ['192.0.2.1/32'] } },\n});`,
    ],
    [
      'in lines of their own without a last comma',
      `import dayjs from 'dayjs';\n${sdk}client.user.tokens.create({\n  ${policies} // for now\n});`,
      `  ${policies},\n  expires_on: dayjs().add(90, 'day').toISOString() // for now\n});`,
      `  ${policies},\n  condition: { request_ip: { in: ['192.0.2.1/32'] } } // for now\n});`,
    ],
    [
      'with date-fns',
      `import { addDays, parse } from 'date-fns';\n${sdk}client.user.tokens.create({ ${policies} });`,
      `${policies}, expires_on: addDays(new Date(), 90).toISOString() });`,
      `${policies}, condition: { request_ip: { in: ['192.0.2.1/32'] } } });`,
    ],
    [
      'with luxon',
      `import { DateTime } from 'luxon';\n${sdk}client.user.tokens.create({ ${policies} });`,
      `${policies}, expires_on: DateTime.utc().plus({ days: 90 }).toISO() });`,
      `${policies}, condition: { request_ip: { in: ['192.0.2.1/32'] } } });`,
    ],
    [
      'of Pulumi',
      `import * as cloudflare from '@pulumi/cloudflare';\nnew cloudflare.ApiToken('ci', { name: 'ci' });`,
      `{ name: 'ci', expiresOn: '2027-02-23T00:00:00Z' });`,
      `{ name: 'ci', condition: { requestIp: { ins: ['192.0.2.1/32'] } } });`,
    ],
  ])('%s', (_, code, end, restricted) => {
    const made = all(code);
    expect(made['end']).toContain(end);
    expect(made['restrict']).toContain(restricted);
    for (const id of ['end', 'restrict']) expect(Object.keys(all(made[id] ?? ''))).not.toContain(id);
  });

  it('of Terraform 5', () => {
    const code = 'resource "cloudflare_api_token" "ci" {\n  name = "ci"\n  policies = []\n}\n';
    const made = all(code, 'main.tf');
    expect(made['end']).toBe(code.replace(/\}\n$/, '  expires_on = "2027-02-23T00:00:00Z"\n}\n'));
    expect(made['restrict']).toBe(code.replace(/\}\n$/, '  condition = { request_ip = { in = ["192.0.2.1/32"] } }\n}\n'));
    for (const id of ['end', 'restrict']) expect(Object.keys(all(made[id] ?? '', 'main.tf'))).not.toContain(id);
  });

  it('of Terraform 4', () => {
    const code = 'resource "cloudflare_api_token" "ci" {\n  name = "ci"\n  policy {\n    permission_groups = []\n  }\n}\n';
    const made = all(code, 'main.tf')['restrict'] ?? '';
    expect(made).toContain('  }\n  condition { request_ip { in = ["192.0.2.1/32"] } }\n}\n');
    expect(all(made, 'main.tf')).not.toHaveProperty('restrict');
  });

  it('but not text', () => {
    const code = `fetch('https://api.cloudflare.com/client/v4/user/tokens', { method: 'POST', body: '{ "name": "ci", "policies": [] }' });`;
    expect(Object.keys(all(code))).not.toContain('end');
  });
});

describe('a wildcard becomes a name', () => {
  const created = (resources: string): string =>
    `client.user.tokens.create({ policies: [{ effect: 'allow', permission_groups: [], resources: ${resources} }] });`;
  it.each([
    [`${sdk}const zoneId = f();\n${created(`{ 'com.cloudflare.api.account.zone.*': '*' }`)}`, 'com.cloudflare.api.account.zone.${zoneId}'],
    [
      `${sdk}const g = (CF_ACCOUNT_ID) => ${created(`{ 'com.cloudflare.api.account.*': '*' }`)}`,
      'com.cloudflare.api.account.${CF_ACCOUNT_ID}',
    ],
    [
      `${sdk}log(process.env.CLOUDFLARE_ZONE_ID);\n${created(`{ 'com.cloudflare.api.account.zone.*': '*' }`)}`,
      'com.cloudflare.api.account.zone.${process.env.CLOUDFLARE_ZONE_ID}',
    ],
  ])('%#', (code, key) => expect(all(code)['one']).toContain(`{ [\`${key}\`]: '*' }`));

  it.each([
    `${sdk}${created(`{ 'com.cloudflare.api.account.zone.*': '*' }`)}`,
    `${sdk}${created(`{ 'com.cloudflare.api.account.zone.*': '*' }`)}\nconst zoneId = f();`,
    `${sdk}const zoneId = f();\n${created(`{ 'com.cloudflare.edge.r2.bucket.*': '*' }`)}`,
  ])('if there is one: %#', (code) => expect(all(code)).not.toHaveProperty('one'));

  it('of Terraform', () => {
    const code =
      'resource "cloudflare_api_token" "ci" {\n  name = var.zone_id\n  policies = [{\n    effect = "allow"\n    resources = {\n      "com.cloudflare.api.account.zone.*" = "*"\n    }\n  }]\n}\n';
    expect(all(code, 'main.tf')['one']).toContain('"com.cloudflare.api.account.zone.${var.zone_id}" = "*"');
  });
});

describe('a credential is no longer printed', () => {
  it.each([
    ['console.log(process.env.CLOUDFLARE_API_TOKEN);', 'console.log(Boolean(process.env.CLOUDFLARE_API_TOKEN));', ''],
    [
      'a();\nconsole.log(`is ${process.env.CLOUDFLARE_API_TOKEN}`);\nb();',
      'a();\nconsole.log(`is ${Boolean(process.env.CLOUDFLARE_API_TOKEN)}`);\nb();',
      'a();\nb();',
    ],
    ['if (x) console.log(process.env.CLOUDFLARE_API_TOKEN);', 'if (x) console.log(Boolean(process.env.CLOUDFLARE_API_TOKEN));', undefined],
  ])('%#', (code, masked, removed) => expect(all(code)).toMatchObject({ mask: masked, ...(removed !== undefined && { remove: removed }) }));
});

it.each([
  'class S { token = process.env.CLOUDFLARE_API_TOKEN; }\nconst s = new S();\nconsole.log(s);',
  'const config = { token: process.env.CLOUDFLARE_API_TOKEN };\nconsole.log(config);',
])('an object is always set, so that it says nothing whether it is: %#', (code) => {
  const offered = all(code);
  expect(offered).toHaveProperty('remove');
  expect(offered).not.toHaveProperty('mask');
});

describe('an answer is looked at', () => {
  const request = "fetch('https://api.cloudflare.com/client/v4/zones', { headers: { Authorization: `Bearer ${process.env.T}` } })";
  const check = (name: string): string => `if (!${name}.ok) throw new Error(\`Cloudflare responded with \${${name}.status}\`);`;
  it.each([
    [`await ${request};`, `const response = await ${request};\n${check('response')}`],
    [`async () => {\n  await ${request}\n}`, `async () => {\n  const response = await ${request};\n  ${check('response')}\n}`],
    [`let response = 1;\nawait ${request};`, `let response = 1;\nconst answer = await ${request};\n${check('answer')}`],
    [
      `const r = await ${request};\nconst { result } = await r.json();`,
      `const r = await ${request};\n${check('r')}\nconst { result } = await r.json();`,
    ],
  ])('%#', (code, expected) => {
    expect(all(code)['check']).toBe(expected);
    expect(all(expected)).not.toHaveProperty('check');
  });

  it.each([`${request};`, `if (x) await ${request};`, `${request}.then((r) => r.json()).then(({ result }) => result.name);`])(
    'but not where there is no place for it: %#',
    (code) => expect(all(code)).not.toHaveProperty('check'),
  );
});

describe('in scripts', () => {
  const url = 'https://api.cloudflare.com/client/v4/zones';
  it.each([
    [`curl ${url} -H "X-Auth-Email: $E" -H "X-Auth-Key: $K"`, `curl ${url} -H "Authorization: Bearer $CLOUDFLARE_API_TOKEN"`],
    [
      `curl ${url} \\\n  -H 'X-Auth-Key: '$K \\\n  --header "X-Auth-Email: $E" \\\n  -s`,
      `curl ${url} \\\n  -H "Authorization: Bearer $CLOUDFLARE_API_TOKEN" \\\n  -s`,
    ],
    [`http ${url} X-Auth-Key:$K X-Auth-Email:$E`, `http ${url} "Authorization:Bearer $CLOUDFLARE_API_TOKEN"`],
  ])('a Global API Key becomes a token: %#', (code, expected) => expect(all(code, 'a.sh')['token']).toBe(expected));

  it('a finding is disabled above its line', () => {
    const script = `#!/bin/sh\n  curl ${url} -H "X-Auth-Email: $E" -H "X-Auth-Key: $K"\n`;
    const made = all(script, 'a.sh')['disable'] ?? '';
    expect(made).toBe(script.replace('  curl', '  # eslint-disable-next-line cloudflare-auth/prefer-api-token\n  curl'));
    expect(all(made, 'a.sh')).toEqual({});
    const file = `A=1\nCLOUDFLARE_API_TOKEN=${token}\n`;
    expect(all(all(file, '.env')['disable'] ?? '', '.env')).toEqual({});
  });

  it('but not within a command', () => {
    expect(all(`curl ${url} \\\n  -H "X-Auth-Email: $E" \\\n  -H "X-Auth-Key: $K"\n`, 'a.sh')).not.toHaveProperty('disable');
  });
});

it('two-factor authentication is switched on', () => {
  expect(all(`${sdk}client.accounts.update({ account_id, settings: { enforce_twofactor: false } });`)['on']).toContain(
    'enforce_twofactor: true',
  );
  expect(
    all('resource "cloudflare_account" "a" {\n  name = "a"\n  settings = {\n    enforce_twofactor = false\n  }\n}\n', 'main.tf')['on'],
  ).toContain('enforce_twofactor = true');
});
