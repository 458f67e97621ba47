import { readFileSync, statSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type OpenApi, operationTable, template } from '../../../src/cloudflare/generator/operation-table.js';
import {
  furtherOperations,
  furtherPermissions,
  groupNames,
  groupsOfZones,
  tokenVerdicts,
} from '../../../src/cloudflare/api/operation-corrections.js';
import { phaseOperations } from '../../../src/cloudflare/api/ruleset-phases.js';
import { allOperations, levelOf, mayRefuseTokens, operationAt, operationsAt } from '../../../src/cloudflare/api/operations.js';
import { permissionGroup } from '../../../src/cloudflare/tokens/permission-groups.js';

const committed = new URL('../../../src/cloudflare/generated/operations.json', import.meta.url);
/** Of Cloudflare's description of 2026-08-17 (BSD-3-Clause): paths, methods, schemes, permissions and deprecations. */
const source = JSON.parse(gunzipSync(readFileSync(new URL('data/openapi.json.gz', import.meta.url))).toString()) as OpenApi;
const described = Object.entries(source.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ method, path, ...operation })),
);
const all = allOperations();

describe('the table', () => {
  it('is what the generator makes of the description', () => {
    const written = JSON.parse(readFileSync(committed, 'utf8')) as { readonly source: string; readonly date: string };
    expect(operationTable(source, written)).toEqual(written);
  });

  it('takes no more than 20 kB of the package', () => {
    expect(gzipSync(readFileSync(committed), { level: 9 }).length).toBeLessThanOrEqual(20_000);
    expect(statSync(committed).size).toBeLessThan(80_000);
  });

  it('names source, licence and date', () => {
    expect(JSON.parse(readFileSync(committed, 'utf8'))).toMatchObject({
      source: expect.stringContaining('https://github.com/cloudflare/') as string,
      licence: 'BSD-3-Clause',
      date: '2026-08-17',
    });
  });

  it('holds every operation of the description', () => {
    const taking = (...names: string[]): number =>
      described.filter(({ security }) => {
        const schemes = new Set(security?.flatMap((each) => Object.keys(each)));
        return names.every((name) => schemes.has(name));
      }).length;
    expect(described).toHaveLength(3207);
    expect(taking('api_token', 'api_key')).toBe(2448);
    expect(taking('api_token')).toBe(2448 + 445 + 4);
    const both = described.filter(({ path }) => path.startsWith('/{accounts_or_zones}/'));
    expect(all).toHaveLength(3207 + both.length + Object.keys({ ...furtherOperations, ...phaseOperations }).length);
    const missing = described.filter(({ method, path }) => {
      const expected = template(path.replace('{accounts_or_zones}', 'zones'));
      return operationAt(method.toUpperCase(), expected)?.path !== expected;
    });
    expect(missing).toEqual([]);
  });

  it('has each operation once', () => {
    const names = all.map(({ method, path }) => `${method} ${path}`);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
});

describe('the corrections', () => {
  it('are needed', () => {
    const paths = all.map(({ path }) => path);
    const undescribed = new Set(['/users']);
    for (const { path } of tokenVerdicts)
      expect([path.source, paths.some((each) => path.test(each)) || [...undescribed].some((each) => path.test(each))]).toEqual([
        path.source,
        true,
      ]);
    for (const { path, accepted } of furtherPermissions)
      expect([path.source, all.some((each) => path.test(each.path) && each.accepted === accepted)]).toEqual([path.source, true]);
    const listed = new Set(described.flatMap((operation) => operation['x-api-token-group'] ?? []));
    expect(Object.keys(groupNames).filter((name) => !listed.has(name))).toEqual([]);
  });

  it('name groups that exist', () => {
    const names = [
      ...furtherPermissions.flatMap(({ accepted }) => accepted),
      ...Object.values(furtherOperations).flat(),
      ...Object.values(groupNames),
      ...Object.values(groupsOfZones),
    ];
    expect(names.filter((name) => permissionGroup(name, 'account').id === undefined)).toEqual([]);
  });
});

describe('matching', () => {
  it.each([
    ['/zones/{}/dns_records', '/zones/{}/dns_records'],
    ['/zones/0123/dns_records/', '/zones/{}/dns_records'],
    // a literal beats a hole
    ['/zones/{}/dns_records/export', '/zones/{}/dns_records/export'],
    ['/zones/{}/dns_records/{}', '/zones/{}/dns_records/{}'],
    // and the hole is tried where the literal leads nowhere
    ['/zones/{}/dns_records/batch-{}', '/zones/{}/dns_records/{}'],
    ['/accounts/{}/rulesets/phases', '/accounts/{}/rulesets/{}'],
    // a query that is put together elsewhere
    ['/zones{}', '/zones'],
    ['/zones/{}/dns_records{}', '/zones/{}/dns_records'],
    ['/accounts/{}/ai/run/@cf/meta/llama-3.1-8b-instruct', '/accounts/{}/ai/run/{}/{}/{}'],
  ])('%s is %s', (path, expected) => {
    expect([...new Set(operationsAt(path).map((each) => each.path))]).toEqual([expected]);
  });

  it.each([
    '/zones/{}/dns_records/{}/and/more',
    '/zones/{}/{}',
    '/zones/{}/dns_{}records',
    '/{}',
    '/',
    '/zone',
    '/zones//dns_records',
    '/accounts/{}/no_such_product',
  ])('%s is none', (path) => {
    expect(operationsAt(path)).toEqual([]);
  });
});

it('takes HEAD for GET', () => {
  expect(operationAt('HEAD', '/zones')).toBe(operationAt('GET', '/zones'));
});

describe('operations by hand', () => {
  it.each([
    ['GET', '/zones', 'zone', 'yes', ['Zone Read', 'Zone Write']],
    ['POST', '/zones', 'zone', 'yes', ['DNS Write', 'Zone Write']],
    ['PATCH', '/zones/{}', 'zone', 'yes', ['Zone Write']],
    ['DELETE', '/zones/{}', 'zone', 'yes', ['Zone Write']],
    ['GET', '/zones/{}/dns_records', 'zone', 'yes', ['DNS Read', 'DNS Write']],
    ['POST', '/zones/{}/dns_records', 'zone', 'yes', ['DNS Write']],
    ['PUT', '/zones/{}/dns_records/{}', 'zone', 'yes', ['DNS Write']],
    ['PATCH', '/zones/{}/dns_records/{}', 'zone', 'yes', ['DNS Write']],
    ['DELETE', '/zones/{}/dns_records/{}', 'zone', 'yes', ['DNS Write']],
    ['POST', '/zones/{}/dns_records/batch', 'zone', 'yes', ['DNS Write']],
    ['POST', '/zones/{}/purge_cache', 'zone', 'yes', ['Cache Purge']],
    ['GET', '/zones/{}/workers/routes', 'zone', 'yes', ['Workers Routes Read', 'Workers Routes Write']],
    ['POST', '/zones/{}/workers/routes', 'zone', 'yes', ['Workers Routes Write']],
    ['GET', '/zones/{}/pagerules', 'zone', 'yes', ['Page Rules Read', 'Page Rules Write', 'Zone Read', 'Zone Write']],
    ['GET', '/zones/{}/ssl/certificate_packs', 'zone', 'yes', ['SSL and Certificates Read', 'SSL and Certificates Write']],
    ['GET', '/zones/{}/email/routing/rules', 'zone', 'yes', ['Email Routing Rules Read', 'Email Routing Rules Write']],
    ['GET', '/zones/{}/waiting_rooms', 'zone', 'yes', ['Waiting Rooms Read']],
    ['POST', '/zones/{}/load_balancers', 'zone', 'yes', ['Load Balancers Write']],
    ['GET', '/accounts', 'account', 'yes', ['Account Settings Read', 'Account Settings Write']],
    ['POST', '/accounts', 'account', 'doubtful', undefined],
    ['PUT', '/accounts/{}', 'account', 'yes', ['Account Settings Write']],
    ['GET', '/accounts/{}/members', 'account', 'yes', ['Account Settings Read', 'Account Settings Write', 'SCIM Provisioning']],
    ['POST', '/accounts/{}/tokens', 'account', 'yes', ['Account API Tokens Write']],
    ['GET', '/accounts/{}/tokens/verify', 'account', 'yes', []],
    ['GET', '/accounts/{}/audit_logs', 'account', 'yes', ['Account Settings Read', 'Account Settings Write']],
    ['GET', '/accounts/{}/d1/database', 'account', 'yes', ['D1 Read', 'D1 Write']],
    ['POST', '/accounts/{}/d1/database/{}/query', 'account', 'yes', ['D1 Read', 'D1 Write']],
    ['GET', '/accounts/{}/storage/kv/namespaces', 'account', 'yes', ['Workers KV Storage Read', 'Workers KV Storage Write']],
    ['PUT', '/accounts/{}/storage/kv/namespaces/{}/values/{}', 'account', 'yes', ['Workers KV Storage Write']],
    ['GET', '/accounts/{}/storage/kv/namespaces/{}/values/{}', 'account', 'yes', ['Workers KV Storage Read', 'Workers KV Storage Write']],
    ['PUT', '/accounts/{}/workers/scripts/{}', 'account', 'yes', ['Workers Scripts Write']],
    ['DELETE', '/accounts/{}/workers/scripts/{}', 'account', 'yes', ['Workers Scripts Write']],
    ['PUT', '/accounts/{}/workers/scripts/{}/secrets', 'account', 'yes', ['Workers Scripts Write']],
    ['POST', '/accounts/{}/ai/run/{}', 'account', 'yes', ['Workers AI Read', 'Workers AI Write']],
    ['POST', '/accounts/{}/images/v1', 'account', 'yes', ['Images Write']],
    ['GET', '/accounts/{}/images/v1/{}', 'account', 'yes', ['Images Read', 'Images Write']],
    ['POST', '/accounts/{}/images/v2/direct_upload', 'account', 'yes', ['Images Write']],
    ['POST', '/accounts/{}/stream/direct_upload', 'account', 'yes', ['Stream Write']],
    ['GET', '/accounts/{}/stream', 'account', 'yes', ['Stream Read', 'Stream Write']],
    ['GET', '/accounts/{}/r2/buckets', 'account', 'yes', ['Workers R2 Storage Read', 'Workers R2 Storage Write']],
    ['PUT', '/accounts/{}/r2/buckets/{}/cors', 'account', 'yes', ['Workers R2 Storage Write']],
    ['GET', '/accounts/{}/pages/projects', 'account', 'yes', ['Pages Read', 'Pages Write']],
    ['POST', '/accounts/{}/pages/projects/{}/deployments', 'account', 'yes', ['Pages Write']],
    [
      'POST',
      '/accounts/{}/cfd_tunnel',
      'account',
      'yes',
      ['Cloudflare One Connector: cloudflared Write', 'Cloudflare One Connectors Write', 'Cloudflare Tunnel Write'],
    ],
    [
      'GET',
      '/accounts/{}/access/apps',
      'account',
      'yes',
      ['Access: Apps and Policies Read', 'Access: Apps and Policies Revoke', 'Access: Apps and Policies Write'],
    ],
    ['GET', '/accounts/{}/queues', 'account', 'yes', ['Queues Read', 'Queues Write', 'Workers Scripts Read', 'Workers Scripts Write']],
    ['GET', '/accounts/{}/shares', 'account', 'unknown', undefined],
    ['GET', '/user', 'user', 'yes', ['User Details Read', 'User Details Write']],
    ['GET', '/memberships', 'user', 'yes', ['Memberships Read', 'Memberships Write']],
    ['POST', '/user/tokens', 'user', 'yes', ['API Tokens Write']],
    ['GET', '/user/tokens/verify', 'user', 'yes', []],
    ['POST', '/certificates', undefined, 'yes', ['SSL and Certificates Write']],
    ['GET', '/ips', undefined, 'yes', []],
    ['POST', '/pages/assets/upload', undefined, 'no', undefined],
    ['POST', '/graphql', undefined, 'yes', ['Account Analytics Read', 'Analytics Read']],
  ])('%s %s', (method, path, level, token, accepted) => {
    const found = operationAt(method, path)!;
    expect({ level: found.level, token: found.token, accepted: found.accepted && [...found.accepted].sort() }).toEqual({
      level,
      token,
      accepted,
    });
  });
});

describe('where tokens may be refused', () => {
  it.each([
    ['POST', '/accounts', true],
    ['GET', '/accounts', false],
    [undefined, '/accounts', true],
    ['POST', '/users', true],
    ['GET', '/users', false],
    [undefined, '/users/', true],
    ['GET', '/tenants/{}/accounts', true],
    ['GET', '/tenants/{}/no_such_product', true],
    ['POST', '/accounts/{}/shares', true],
    ['GET', '/organizations/{}', true],
    ['POST', '/organizations/{}/members:batchCreate', true],
    ['POST', '/pages/assets/upload', true],
    [undefined, '/pages/assets/upload', true],
    ['GET', '/ips', false],
    ['GET', '/zones', false],
    ['GET', '/no/such/path', false],
  ])('%s %s: %s', (method, path, expected) => {
    expect(mayRefuseTokens(method, path)).toBe(expected);
  });
});

it.each([
  ['/user/tokens/verify', 'user'],
  ['/memberships', 'user'],
  ['/users', undefined],
  ['/accounts/{}/members', 'account'],
  ['/zones', 'zone'],
  ['/{}/zones', undefined],
  ['/constructor', undefined],
])('%s is about: %s', (path, level) => {
  expect(levelOf(path)).toBe(level);
});
