import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { operationAt } from '../../../src/cloudflare/api/operations.js';
import { sdkMethods, sdkRequests } from '../../../src/cloudflare/api/sdk-methods.js';

const committed = readFileSync(new URL('../../../src/cloudflare/generated/sdk-methods.json', import.meta.url));
const table = JSON.parse(committed.toString()) as { readonly versions: readonly string[]; readonly methods: readonly string[] };
const all = sdkMethods();

it('is made of the versions 4 to 7, and small', () => {
  expect(table.versions.map((version) => version.split('.')[0])).toEqual(['4', '5', '6', '7']);
  expect(table.methods.length).toBeGreaterThan(2500);
  expect(gzipSync(committed, { level: 9 }).length).toBeLessThanOrEqual(20_000);
});

describe('methods by hand', () => {
  it.each([
    ['dns.records.create', ['POST /zones/{}/dns_records']],
    ['dns.records.list', ['GET /zones/{}/dns_records']],
    ['dns.records.edit', ['PATCH /zones/{}/dns_records/{}']],
    ['dns.records.batch', ['POST /zones/{}/dns_records/batch']],
    ['zones.list', ['GET /zones']],
    ['zones.create', ['POST /zones']],
    ['cache.purge', ['POST /zones/{}/purge_cache']],
    ['user.get', ['GET /user']],
    ['user.tokens.create', ['POST /user/tokens']],
    ['user.tokens.verify', ['GET /user/tokens/verify']],
    ['user.tokens.value.update', ['PUT /user/tokens/{}/value']],
    ['accounts.tokens.create', ['POST /accounts/{}/tokens']],
    ['accounts.members.list', ['GET /accounts/{}/members']],
    ['accounts.logs.audit.list', ['GET /accounts/{}/logs/audit']],
    ['kv.namespaces.list', ['GET /accounts/{}/storage/kv/namespaces']],
    ['kv.namespaces.values.update', ['PUT /accounts/{}/storage/kv/namespaces/{}/values/{}']],
    ['d1.database.query', ['POST /accounts/{}/d1/database/{}/query']],
    ['r2.buckets.create', ['POST /accounts/{}/r2/buckets']],
    ['workers.scripts.update', ['PUT /accounts/{}/workers/scripts/{}']],
    ['workers.routes.create', ['POST /zones/{}/workers/routes']],
    ['pages.projects.deployments.create', ['POST /accounts/{}/pages/projects/{}/deployments']],
    ['turnstile.widgets.create', ['POST /accounts/{}/challenges/widgets']],
    ['originCACertificates.create', ['POST /certificates']],
    ['zeroTrust.access.serviceTokens.create', ['POST /accounts/{}/access/service_tokens', 'POST /zones/{}/access/service_tokens']],
    ['rulesets.list', ['GET /accounts/{}/rulesets', 'GET /zones/{}/rulesets']],
    ['no.such.method', []],
    ['constructor', []],
  ])('%s', (name, expected) => {
    expect(sdkRequests(name).map(({ method, path }) => `${method} ${path}`)).toEqual(expected);
  });
});

it('knows each method of the table, by a name of its own', () => {
  expect(new Set(all).size).toBe(table.methods.length);
});

it('sends what the table of operations knows, but for a few', () => {
  const known = all.filter((name) => sdkRequests(name).some(({ method, path }) => operationAt(method, path)?.path === path));
  expect(known.length / all.length).toBeGreaterThan(0.95);
});
