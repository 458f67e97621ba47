import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { lint, pointedAt } from '../lint.js';
import { prefixed, random } from '../made-up/credentials.js';

const rule = 'cloudflare-auth/require-credential-rotation';

beforeAll(() => void vi.setSystemTime('2026-11-25T12:00:00Z'));
afterAll(() => void vi.useRealTimers());

/** What is found: the message, the name or field in it, and the characters pointed at. */
function found(code: string, options: object = {}, path?: string): readonly string[] {
  return lint(code, { [rule]: ['error', options] }, path).map((message) => `${message.messageId ?? ''} ${pointedAt(code, message)}`);
}

const sdk = `import Cloudflare from 'cloudflare';\nconst client = new Cloudflare();\n`;
const api = `const API = 'https://api.cloudflare.com/client/v4';\nconst headers = { Authorization: \`Bearer \${process.env.T}\` };\n`;

describe('a secret that is thrown away', () => {
  it.each([
    ['await client.user.tokens.value.update(id, {});', 'lostRoll client.user.tokens.value.update'],
    ['void client.accounts.tokens.value.update(id, { account_id });', 'lostRoll client.accounts.tokens.value.update'],
    ['const { tokens } = client.user; await tokens.value.update(id);', 'lostRoll tokens.value.update'],
    ['ids.forEach((id) => client.user.tokens.value.update(id));', 'lostRoll client.user.tokens.value.update'],
    ['await Promise.all(ids.map((id) => client.user.tokens.value.update(id)));', 'lostRoll client.user.tokens.value.update'],
    ['client.user.tokens.value.update(id).then(() => console.log("rolled"));', 'lostRoll client.user.tokens.value.update'],
    ['client.user.tokens.value.update(id).catch((error) => log(error));', 'lostRoll client.user.tokens.value.update'],
    ['const value = await client.user.tokens.value.update(id); if (!value) throw new Error();', 'lostRoll client.user.tokens.value.update'],
    ['await client.zeroTrust.access.serviceTokens.rotate(id, { account_id });', 'lostRoll client.zeroTrust.access.serviceTokens.rotate'],
    [
      'const { client_id, expires_at } = await client.zeroTrust.access.serviceTokens.rotate(id, { account_id }); save(client_id, expires_at);',
      'lostRoll client.zeroTrust.access.serviceTokens.rotate',
    ],
    ['await client.turnstile.widgets.rotateSecret(sitekey, { account_id });', 'lostRoll client.turnstile.widgets.rotateSecret'],
    ['await client.user.tokens.create(body);', 'lostSecret client.user.tokens.create'],
    [
      'const token = await client.accounts.tokens.create(body); console.log(token.id, token.name);',
      'lostSecret client.accounts.tokens.create',
    ],
    ['await client.zeroTrust.access.serviceTokens.create(body);', 'lostSecret client.zeroTrust.access.serviceTokens.create'],
    ['await client.stream.keys.create({ account_id });', 'lostSecret client.stream.keys.create'],
    ['const roll = (id) => client.user.tokens.value.update(id);\nawait roll(a);', 'lostRoll roll'],
    [
      'const roll = async (id) => { await client.user.tokens.value.update(id); };\nawait roll(a); await roll(b);',
      'lostRoll client.user.tokens.value.update',
    ],
    [
      'const roll = (id) => client.user.tokens.value.update(id);\nasync function main() { await roll(a); }\nconst run = () => main();\nmain().catch(log); run();',
      'lostRoll roll',
    ],
    ['const roll = (id) => client.user.tokens.value.update(id);\nif (!(await roll(a))) throw new Error();', 'lostRoll roll'],
    ['const make = () => client.user.tokens.create(body);\nconst { id } = await make();\nawait store(id);', 'lostSecret make'],
    [
      'const make = async () => (await client.user.tokens.create(body)).id;\nawait store(await make());',
      'lostSecret client.user.tokens.create',
    ],
    ['const roll = (id) => client.user.tokens.value.update(id);\nawait store(await roll(a)); await roll(b);', 'lostRoll roll'],
    ['import { api } from "./cloudflare.js"; await api.user.tokens.value.update(id);', 'lostRoll api.user.tokens.value.update'],
  ])('%s', (code, expected) => {
    expect(found(sdk + code)).toEqual([expected]);
  });

  it.each([
    'const value = await client.user.tokens.value.update(id, {}); await store(value);',
    'await store(await client.user.tokens.value.update(id, {}));',
    'return client.user.tokens.value.update(id);',
    'export const rolled = client.user.tokens.value.update(id);',
    'const { value } = await client.user.tokens.create(body); await store(value);',
    'const { id, ...rest } = await client.user.tokens.create(body); await store(rest);',
    'const token = await client.user.tokens.create(body); await store(token);',
    'const token = await client.user.tokens.create(body); await store(token[field]);',
    'const { data } = await client.user.tokens.create(body).withResponse(); await store(data);',
    'client.user.tokens.create(body).then(store);',
    'await client.turnstile.widgets.create(body);',
    'await client.zeroTrust.access.serviceTokens.refresh(id, { account_id });',
    'await client.user.tokens.update(id, body);',
    'await client.user.tokens.delete(id);',
    'const roll = (id) => client.user.tokens.value.update(id);\nawait store(await roll(a));',
    'const roll = (id) => client.user.tokens.value.update(id);\nexport default roll;',
    'await prisma.user.tokens.create(body);',
    'const add = async (prisma) => { await prisma.user.tokens.create(body); };',
    'const value = await client.user.tokens.value.update(id); await store(value.trim());',
    'const { secretAccessKey } = await client.r2.temporaryCredentials.create(body); await store(secretAccessKey);',
    'const { sessionToken } = await client.r2.temporaryCredentials.create(body); await store(sessionToken);',
    'const make = () => client.user.tokens.create(body);\nconst { value } = await make(); await store(value);',
  ])('is none where it is taken: %s', (code) => {
    expect(
      found(
        `${sdk}async function f() {\n${code.replace(/export .*/, '')}\n}\n${/export .*/.exec(code)?.[0].replace('client.', 'new Cloudflare().') ?? ''}`,
      ),
    ).toEqual([]);
  });

  it.each([
    ['await fetch(`${API}/user/tokens/${id}/value`, { method: "PUT", headers, body: "{}" });', 'lostRoll fetch'],
    [
      'const r = await fetch(`${API}/accounts/${a}/tokens/${id}/value`, { method: "PUT", headers }); if (!r.ok) throw new Error(r.statusText);',
      'lostRoll fetch',
    ],
    [
      'const r = await fetch(`${API}/user/tokens`, { method: "POST", headers, body }); const { result } = await r.json(); console.log(result.id);',
      'lostSecret fetch',
    ],
    [
      'const r = await fetch(`${API}/user/tokens`, { method: "POST", headers, body }); const j = await r.json(); if (!j.success) throw new Error(j.errors[0].message);',
      'lostSecret fetch',
    ],
    [
      'import axios from "axios"; const { data } = await axios.put(`${API}/user/tokens/${id}/value`, {}, { headers }); log(data.success);',
      'lostRoll axios.put',
    ],
    [
      'async function cf(method, path) { const r = await fetch(API + path, { method, headers }); const j = await r.json(); if (!j.success) throw new Error(); return j.result; }\nawait cf("PUT", `/user/tokens/${id}/value`);',
      'lostRoll cf',
    ],
    [
      'async function cf(method, path) { const r = await fetch(API + path, { method, headers }); return r.json(); }\nconst { result } = await cf("POST", "/user/tokens"); log(result.id);',
      'lostSecret cf',
    ],
    [
      'async function roll(base: string, id: string) { await fetch(`${base}/user/tokens/${id}/value`, { method: "PUT" }); }',
      'lostRoll fetch',
    ],
    [
      'const r = await fetch(`${API}/user/tokens/${id}/value`, { method: "PUT", headers }); log(r.headers.get("cf-ray"));',
      'lostRoll fetch',
    ],
    [
      'import https from "https"; const r = https.request(`${API}/user/tokens/${id}/value`, { method: "PUT", headers }); r.write("{}"); r.end();',
      'lostRoll https.request',
    ],
    [
      'async function roll(id) { await fetch(`${API}/user/tokens/${id}/value`, { method: "PUT", headers }); }\nawait roll(a); await roll(b);',
      'lostRoll fetch',
    ],
  ])('by request: %s', (code, expected) => {
    expect(found(api + code)).toEqual([expected]);
  });

  it.each([
    'const r = await fetch(`${API}/user/tokens/${id}/value`, { method: "PUT", headers }); await store((await r.json()).result);',
    'const r = await fetch(`${API}/user/tokens/${id}/value`, { method: "PUT", headers }); await store(await r.text());',
    'const r = await fetch(`${API}/user/tokens`, { method: "POST", headers, body }); const { result: { value } } = await r.json(); await store(value);',
    'await fetch(`${API}/user/tokens/${id}`, { method: "DELETE", headers });',
    'await fetch(`${API}/user/tokens/${id}`, { method: "PUT", headers, body });',
    'async function cf(method, path) { const r = await fetch(API + path, { method, headers }); return r.json(); }\nconst { result } = await cf("POST", "/user/tokens"); await store(result.value);',
    'async function cf(method, path) { const r = await fetch(API + path, { method, headers }); return r.json(); }\nawait cf("DELETE", "/user/tokens/1");',
    'function cf(method, path) { return fetch(API + path, { method, headers }); }\nfunction make() { return cf("POST", "/user/tokens"); }',
    'async function add(base: string) { await fetch(`${base}/user/tokens`, { method: "POST" }); }',
    'import request from "request"; request({ url: `${API}/user/tokens`, method: "POST", headers }, (error, response, body) => store(body));',
    'import request from "request"; const make = (callback) => request({ url: `${API}/user/tokens`, method: "POST", headers }, callback);',
    'import https from "https"; const r = https.request(`${API}/user/tokens/${id}/value`, { method: "PUT", headers }); r.on("response", store); r.end();',
    'import axios from "axios"; const tokens = axios.create({ baseURL: `${API}/user/tokens`, method: "POST", headers });',
    'await fetch(`${API}/user/tokens/${id}/value`, { method, headers });',
    'await fetch(`${API}/accounts/${a}/challenges/widgets`, { method: "POST", headers, body });',
    'await fetch("https://auth.example.org/user/tokens/1/value", { method: "PUT", headers });',
  ])('by request, taken: %s', (code) => {
    expect(found(api + code)).toEqual([]);
  });

  it.each([
    ['await client.user.tokens.create(body);', '`value` of the response'],
    ['await client.user.tokens.value.update(id);', 'the response'],
    ['await fetch(`${API}/user/tokens`, { method: "POST", headers, body });', '`result.value` of the response'],
    ['await fetch(`${API}/user/tokens/${id}/value`, { method: "PUT", headers });', '`result` of the response'],
  ])('says where it stands: %s', (code, where) => {
    expect(lint(sdk + api + code, { [rule]: 'error' }).map(({ message }) => /Store (.*), which/.exec(message)?.[1])).toEqual([where]);
  });

  it.each(['tokens.test.ts', 'src/tokens.spec.mjs', '__tests__/tokens.ts', 'src\\__mocks__\\tokens.ts'])(
    'is none in a test: %s',
    (path) => {
      expect(found(`${sdk}await client.user.tokens.create(body);`, {}, path)).toEqual([]);
    },
  );

  it.each(['src/latest.ts', 'src/test.ts', 'my__tests__/tokens.ts', '__tests__.ts', 'tokens.test.d/roll.ts'])(
    'is one in what is no test: %s',
    (path) => {
      expect(found(`${sdk}await client.user.tokens.create(body);`, {}, path)).toEqual(['lostSecret client.user.tokens.create']);
    },
  );

  const put = 'curl -fsS -X PUT "https://api.cloudflare.com/client/v4/user/tokens/$ID/value" -H "Authorization: Bearer $T" -d "{}"';
  it.each([
    `${put} -o /dev/null`,
    `${put} > /dev/null`,
    `${put} >/dev/null 2>&1`,
    `status=$(${put} -o /dev/null -w '%{http_code}')`,
    `${put} | jq -e .success`,
    `${put} | grep -q '"success":true'`,
  ])('in shell: %s', (script) => {
    expect(found(`#!/bin/bash\n${script}\n`, {}, 'roll.sh')).toEqual(['lostRoll curl']);
  });

  it.each([
    `value=$(${put} | jq -r .result)`,
    put,
    `${put} | jq -r .result | wrangler secret put X`,
    `${put} > answer.json`,
    `${put} -o answer.json`,
  ])('in shell, taken: %s', (script) => {
    expect(found(`#!/bin/bash\n${script}\n`, {}, 'roll.sh')).toEqual([]);
  });
});

describe('the ledger', () => {
  const ledger = { credentials: { CLOUDFLARE_API_TOKEN: '2026-10-01', 'prod/cloudflare-api-token': '2026-01-01' } };

  it.each([
    ['f(process.env.CF_API_TOKEN); // cloudflare', ['unlisted process.env.CF_API_TOKEN']],
    ['const { CF_API_TOKEN } = process.env; // cloudflare', ['unlisted CF_API_TOKEN']],
    [
      'f(process.env.CLOUDFLARE_DNS_API_TOKEN.trim(), process.env.CLOUDFLARE_DNS_API_TOKEN)',
      ['unlisted process.env.CLOUDFLARE_DNS_API_TOKEN.trim'],
    ],
    ['f(Deno.env.get("CLOUDFLARE_DNS_API_TOKEN"))', ['unlisted Deno.env.get("CLOUDFLARE_DNS_API_TOKEN")']],
    ['export default { fetch: async (r, env) => f(await env.CLOUDFLARE_DNS_TOKEN.get()) }', ['unlisted env.CLOUDFLARE_DNS_TOKEN.get']],
    ['import * as core from "@actions/core"; f(core.getInput("cloudflare-dns-token"))', ['unlisted core.getInput("cloudflare-dns-token")']],
    ['import { Config } from "effect"; f(Config.redacted("CLOUDFLARE_API_KEY"))', ['unlisted Config.redacted("CLOUDFLARE_API_KEY")']],
    [
      'import * as pulumi from "@pulumi/pulumi"; f(new pulumi.Config("cloudflare").requireSecret("apiKey"))',
      ['unlisted new pulumi.Config("cloudflare").requireSecret("apiKey")'],
    ],
    [
      'import { SecretClient } from "@azure/keyvault-secrets"; const c = new SecretClient(url, id); f(await c.getSecret("cloudflare-dns-token"))',
      ['unlisted c.getSecret("cloudflare-dns-token")'],
    ],
    [
      'import { GetSecretValueCommand } from "@aws-sdk/client-secrets-manager"; await c.send(new GetSecretValueCommand({ SecretId: "dev/cloudflare/dns-token" }))',
      ['unlisted new GetSecretValueCommand({ SecretId: "dev/cloudflare/dns-token" })'],
    ],
    [
      'await client.accessSecretVersion({ name: `projects/${p}/secrets/cloudflare-dns-token/versions/latest` })',
      ['unlisted client.accessSecretVersion({ name: `projects/${p}/secrets/cloudflare-dns-token/versions/latest` })'],
    ],
    [
      'import Vault from "node-vault"; const vault = Vault(); await vault.read("secret/data/cloudflare/dns-token")',
      ['unlisted vault.read("secret/data/cloudflare/dns-token")'],
    ],
    ['import Cloudflare from "cloudflare"; new Cloudflare({ apiToken: process.env.DEPLOY })', ['unlisted process.env.DEPLOY']],
    [
      'import Cloudflare from "cloudflare"; const token = await store.getSecret("deploy"); new Cloudflare({ apiToken: token })',
      ['unlisted store.getSecret("deploy")'],
    ],
    [
      'f(core.getInput("cloudflare-dns-token"), process.env.CLOUDFLARE_DNS_TOKEN, core.getInput("cloudflare-dns-token"))',
      ['unlisted core.getInput("cloudflare-dns-token")'],
    ],
    ['f(process.env.CLOUDFLARE_DNS_TOKEN, core.getInput("cloudflare-dns-token"))', ['unlisted process.env.CLOUDFLARE_DNS_TOKEN']],
    ['f(process.env.CLOUD_FLARE_DNS_TOKEN, "X-Auth-Key")', ['unlisted process.env.CLOUD_FLARE_DNS_TOKEN']],
    [
      'const settings = { CLOUDFLARE_DNS_TOKEN: process.env.DNS, CLOUDFLARE_KV_TOKEN: "" }; f(process.env.CLOUDFLARE_DNS_TOKEN)',
      ['unlisted process.env.DNS', 'unlisted process.env.CLOUDFLARE_DNS_TOKEN'],
    ],
    ['handlers[0](process.env.CLOUDFLARE_DNS_TOKEN)', ['unlisted process.env.CLOUDFLARE_DNS_TOKEN']],
    ['import * as c from "./c"; const s = new c.Config(); s.string("CLOUDFLARE_DNS_TOKEN")', ['unlisted s.string("CLOUDFLARE_DNS_TOKEN")']],
    ['await store.getSecret("test/cloudflare/key")', ['unlisted store.getSecret("test/cloudflare/key")']],
    ['f(getenv("CLOUDFLARE_DNS_TOKEN"))', ['unlisted getenv("CLOUDFLARE_DNS_TOKEN")']],
    ['f(env("CLOUDFLARE_DNS_TOKEN"))', ['unlisted env("CLOUDFLARE_DNS_TOKEN")']],
    ['f(requireEnv("CLOUDFLARE_DNS_TOKEN"))', ['unlisted requireEnv("CLOUDFLARE_DNS_TOKEN")']],
    [
      'await c.getSecretValue({ SecretId: "arn:aws:secretsmanager:eu-west-1:1:secret:prod/cloudflare-api-token-AbC123" })',
      ['overdue c.getSecretValue({ SecretId: "arn:aws:secretsmanager:eu-west-1:1:secret:prod/cloudflare-api-token-AbC123" })'],
    ],
  ])('%s', (code, expected) => {
    expect(found(code, ledger)).toEqual(expected);
    expect(found(code)).toEqual([]);
  });

  it.each([
    'f(process.env.CLOUDFLARE_API_TOKEN)',
    'core.getInput("cloudflare-api-token")',
    'import * as pulumi from "@pulumi/pulumi"; new pulumi.Config("cloudflare").requireSecret("apiToken")',
    'process.env.CLOUDFLARE_DNS_TOKEN = "x"',
    'f(process.env.CLOUDFLARE_ACCOUNT_ID, process.env.CLOUDFLARE_EMAIL, process.env.CLOUDFLARE_API_TOKEN_FILE)',
    'f(process.env.CF_API_KEY) // CurseForge',
    'f(process.env.GITHUB_TOKEN) // cloudflare',
    'request.headers.get("cf-access-token"); // cloudflare',
    'await store.getSecret("deploy"); // cloudflare',
    'f(import.meta.env.VITE_TURNSTILE_KEY); // cloudflare',
    'import Cloudflare from "cloudflare"; new Cloudflare({ apiToken: core.getInput("the-one-that-deploys-in-the-dark") })',
    'import Cloudflare from "cloudflare"; new Cloudflare({ apiToken: core.getInput("deploy 2") })',
    'await store.getSecret("prod/cloudflare/email"); await store.getSecret("prod/cloudflare/account-id")',
    'import * as pulumi from "@pulumi/pulumi"; new pulumi.Config("cloudflare").requireSecret("email")',
    'import { secrets } from "./config"; f(secrets.CLOUDFLARE_DNS_TOKEN)',
    'fs.read("cloudflare/dns-token"); z.string("CLOUDFLARE_DNS_TOKEN")',
    'forget("CLOUDFLARE_DNS_TOKEN"); envelope("CLOUDFLARE_DNS_TOKEN"); get("of CLOUDFLARE_DNS_TOKEN"); get("CLOUDFLARE_DNS_TOKEN=")',
    'get("CLOUDFLARE_dns_token"); store.getSecret("cloudflare api-token"); store.getSecret("cloudflare-dns-token?")',
    'store.getSecret(name); store.getSecretValue(options); store.getSecretValue({ SecretId: id }) // cloudflare',
  ])('has nothing to say of %s', (code) => {
    expect(found(code, ledger)).toEqual([]);
  });

  it.each([
    ['2026-08-27', {}, []],
    ['2026-08-26', {}, ['91']],
    ['2026-08-26', { maxAgeDays: 91 }, []],
    ['2025-11-25', { maxAgeDays: 30 }, ['365']],
    ['2026-11-25', { maxAgeDays: 1 }, []],
  ])('counts days: %s %o', (date, more, days) => {
    const messages = lint('f(process.env.CLOUDFLARE_API_TOKEN)', {
      [rule]: ['error', { credentials: { CLOUDFLARE_API_TOKEN: date }, ...more }],
    });
    expect(messages.map(({ message }) => / (\d+) days ago/.exec(message)?.[1])).toEqual(days);
  });

  it('knows days that are still to come', () => {
    expect(found('f(process.env.CLOUDFLARE_API_TOKEN)', { credentials: { CLOUDFLARE_API_TOKEN: '2026-11-26' } })).toEqual([
      'future process.env.CLOUDFLARE_API_TOKEN',
    ]);
  });

  it('may be empty', () => {
    expect(found('f(process.env.CLOUDFLARE_API_TOKEN)', { credentials: {} })).toEqual(['unlisted process.env.CLOUDFLARE_API_TOKEN']);
  });

  it.each(['2026-13-01', '2026-02-30', '2026-04-31', '01.02.2026', '2026-1-1', '2026-01-01T00:00:00Z', 'yesterday', ''])(
    'takes no %o for a day',
    (date) => {
      expect(() => found('const cloudflare = 1;', { credentials: { CLOUDFLARE_API_TOKEN: date } })).toThrow(
        /Configuration for rule|Value .* should/,
      );
    },
  );

  it('says no credential that stands in the place of a name', () => {
    const token = prefixed('cfut_', random(71));
    const code = `import Cloudflare from 'cloudflare';\nnew Cloudflare({ apiToken: core.getInput('${token}') });\nf(process.env.${token});`;
    const messages = lint(code, { [rule]: ['error', { credentials: {} }] });
    expect(JSON.stringify(messages)).not.toContain(token.slice(5, 20));
  });

  it.each([
    [
      'deploy.yml',
      'env:\n  CLOUDFLARE_API_TOKEN: ${{ secrets.CLOUDFLARE_API_TOKEN }}\n  CF_KEY: ${{ secrets.CLOUDFLARE_API_KEY }}\n',
      ['unlisted ${{ secrets.CLOUDFLARE_API_KEY }}'],
    ],
    [
      '.github/workflows/deploy.yml',
      'jobs:\n  deploy:\n    steps:\n      - uses: cloudflare/wrangler-action@v3\n        with:\n          apiToken: ${{ secrets.DEPLOY }}\n',
      ['unlisted ${{ secrets.DEPLOY }}'],
    ],
    [
      '.github/workflows/deploy.yml',
      'jobs:\n  deploy:\n    steps:\n      - env:\n          CLOUDFLARE_API_TOKEN: ${{ secrets.DEPLOY }}\n        run: |\n            curl -H "Authorization: Bearer $CLOUDFLARE_API_TOKEN" https://api.cloudflare.com/client/v4/zones\n',
      ['unlisted ${{ secrets.DEPLOY }}'],
    ],
    [
      'deploy.sh',
      '#!/bin/sh\ncurl -H "Authorization: Bearer $CF_DNS_TOKEN" https://api.cloudflare.com/client/v4/zones\n',
      ['unlisted $CF_DNS_TOKEN'],
    ],
    [
      '.github/workflows/deploy.yml',
      'env:\n  CLOUDFLARE_DNS_TOKEN: ${{ secrets.CLOUDFLARE_DNS_TOKEN }}\n  NPM_TOKEN: ${{ secrets.NPM_TOKEN }}\n',
      ['unlisted ${{ secrets.CLOUDFLARE_DNS_TOKEN }}'],
    ],
    [
      '.github/workflows/deploy.yml',
      'jobs:\n  deploy:\n    steps:\n      - env:\n          CLOUDFLARE_DNS_TOKEN: ${{ secrets.DNS }}\n        run: ./deploy "$CLOUDFLARE_DNS_TOKEN"\n',
      ['unlisted ${{ secrets.DNS }}'],
    ],
    ['main.tf', 'provider "cloudflare" {\n  api_token = var.token\n}\n', ['unlisted var.token']],
    ['main.tf', 'provider "cloudflare" {\n  api_token = var.cloudflare_api_token\n}\n', []],
    [
      'compose.yaml',
      'services:\n  ddns:\n    image: cloudflare-ddns\n    environment:\n      CF_API_TOKEN: ${CF_API_TOKEN}\n',
      ['unlisted ${CF_API_TOKEN}'],
    ],
  ])('is for every language: %s %s', (path, code, expected) => {
    expect(found(code, ledger, path)).toEqual(expected);
  });
});
