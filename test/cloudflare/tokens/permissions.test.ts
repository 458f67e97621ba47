/** What API tokens may be given: permission groups, what they are given on, and the dashboard's form that asks for them. */
import { describe, expect, it } from 'vitest';
import { knownGroup, onlyReads, permissionGroup, type Scope } from '../../../src/cloudflare/tokens/permission-groups.js';
import { broadLinkParts, dangerousGroup, oneInstead, reachOf, tokenFormLink } from '../../../src/cloudflare/tokens/permissions.js';
import { tokenForm } from '../../../src/cloudflare/tokens/token-form.js';
import { tokenResources } from '../../../src/cloudflare/tokens/token-resources.js';

describe('a permission group', () => {
  it.each<readonly [name: string, near: Scope, scope: Scope, isKnown: boolean]>([
    ['DNS Write', 'zone', 'zone', true],
    ['DNS Write', 'account', 'zone', true],
    ['User Details Read', 'account', 'user', true],
    ['Workers R2 Storage Bucket Item Read', 'account', 'bucket', true],
    // of those that exist for accounts and for zones, the one that is asked for
    ['Logs Read', 'zone', 'zone', true],
    ['Logs Read', 'account', 'account', true],
    ['Logs Read', 'user', 'account', true],
    // not in the list
    ['Weather Read', 'zone', 'zone', false],
    ['Weather Read', 'user', 'user', false],
  ])('%s near %s is of %s', (name, near, scope, isKnown) => {
    const { id, ...group } = permissionGroup(name, near);
    expect(group).toEqual({ name, scope });
    expect(typeof id === 'string' && /^[\da-f]{32}$/.test(id)).toBe(isKnown);
  });

  it('of a zone is another than the one of the same name of an account', () => {
    expect(permissionGroup('Logs Read', 'zone').id).not.toBe(permissionGroup('Logs Read', 'account').id);
  });

  it.each([permissionGroup('DNS Write', 'zone'), permissionGroup('Logs Read', 'zone'), permissionGroup('API Tokens Read', 'user')])(
    '$name is found by its id',
    (group) => {
      expect(knownGroup(group.id ?? '')).toEqual(group);
    },
  );

  it('is found by its name, which is written in one way', () => {
    expect(knownGroup('DNS Write')).toEqual(permissionGroup('DNS Write', 'zone'));
    expect(knownGroup('dns write')).toBeUndefined();
    expect(knownGroup('')).toBeUndefined();
  });

  it.each([
    ['DNS Read', true],
    ['Zero Trust Report', true],
    ['Access: SCIM logs read', true],
    ['Magic Firewall Packet Captures - Read PCAPs API', true],
    ['DNS Write', false],
    ['Magic Firewall Packet Captures - Write PCAPs API', false],
    ['Bot Management Feedback Report Write', false],
    ['Cache Purge', false],
    ['Spread', false],
  ])('%s only lets read: %s', (name, expected) => {
    expect(onlyReads(name)).toBe(expected);
  });
});

describe('a group that is dangerous', () => {
  it.each([
    ['API Tokens Write', 'API Tokens Write'],
    ['account api tokens write', 'Account API Tokens Write'],
    // as the dashboard says it
    ['Memberships Edit', 'Memberships Write'],
    ['user details edit', 'User Details Write'],
    ['SCIM Provisioning', 'SCIM Provisioning'],
    ['OAuth Client Write', 'OAuth Client Write'],
    // by its id
    [permissionGroup('Billing Write', 'account').id ?? '', 'Billing Write'],
    [(permissionGroup('Account Settings Write', 'account').id ?? '').toUpperCase(), 'Account Settings Write'],
    // what is not
    ['API Tokens Read', undefined],
    ['DNS Write', undefined],
    ['API Tokens Edit, and more', undefined],
    ['API Tokens Edit Write', undefined],
    [permissionGroup('DNS Write', 'zone').id ?? '', undefined],
  ])('%s', (group, name) => {
    expect(dangerousGroup(group)?.name).toBe(name);
  });
});

describe('a key of resources', () => {
  it.each([
    ['com.cloudflare.api.account.*', 'all accounts of its user', undefined],
    ['com.cloudflare.api.account.zone.*', 'all zones of all accounts', 'all zones of the account'],
    ['com.cloudflare.edge.r2.bucket.*', 'all R2 buckets', 'all R2 buckets of the account'],
    ['com.cloudflare.api.user.*', 'all users', undefined],
    [' com.cloudflare.api.user.* ', 'all users', undefined],
    ['com.cloudflare.api.account.zone.8a', undefined, undefined],
    ['com.cloudflare.api.account.zone.', undefined, undefined],
    ['*', undefined, undefined],
  ])('%s reaches %s; below an account %s', (key, alone, nested) => {
    expect([reachOf(key, false), reachOf(key, true)]).toEqual([alone, nested]);
  });

  it.each([
    ['com.cloudflare.api.account.*', 'com.cloudflare.api.account.'],
    [' com.cloudflare.api.account.zone.* ', 'com.cloudflare.api.account.zone.'],
    ['com.cloudflare.edge.r2.bucket.*', undefined],
    ['com.cloudflare.api.account.8a', undefined],
  ])('%s can name one behind %s', (key, before) => {
    expect(oneInstead(key)?.before).toBe(before);
  });

  it.each<readonly [kind: 'account' | 'zone', variable: string, is: boolean]>([
    ['account', 'accountId', true],
    ['account', 'CLOUDFLARE_ACCOUNT_ID', true],
    ['account', 'cfAccountId', true],
    ['account', 'account', false],
    ['account', 'awsAccountId', false],
    ['account', 'accountIds', false],
    ['zone', 'zone_id', true],
    ['zone', 'CF_ZONE_ID', true],
    ['zone', 'accountId', false],
    ['zone', 'zoneIdOrName', false],
    ['zone', 'timezoneId', false],
  ])('of an %s may be held by %s: %s', (kind, variable, is) => {
    const key = { account: 'com.cloudflare.api.account.*', zone: 'com.cloudflare.api.account.zone.*' }[kind];
    expect(oneInstead(key)?.id.test(variable)).toBe(is);
  });

  it.each<readonly [scope: Scope, operations: readonly string[], resources: object]>([
    ['zone', ['GET /zones'], { 'com.cloudflare.api.account.zone.<ZONE_ID>': '*' }],
    // who creates a zone cannot name it
    ['zone', ['GET /zones', 'POST /zones'], { 'com.cloudflare.api.account.<ACCOUNT_ID>': { 'com.cloudflare.api.account.zone.*': '*' } }],
    ['account', ['POST /zones'], { 'com.cloudflare.api.account.<ACCOUNT_ID>': '*' }],
    ['user', [], { 'com.cloudflare.api.user.<USER_ID>': '*' }],
    ['bucket', [], { 'com.cloudflare.edge.r2.bucket.<ACCOUNT_ID>_default_<BUCKET_NAME>': '*' }],
  ])('for a %s and %j is written out', (scope, operations, resources) => {
    expect(tokenResources(scope, operations)).toEqual(resources);
  });
});

describe("the dashboard's form", () => {
  const form = (name: string, ...groups: readonly (readonly [name: string, near: Scope])[]) => {
    const { url, left } = tokenForm(
      name,
      groups.map((group) => permissionGroup(...group)),
    );
    const { searchParams } = new URL(url);
    const asked = JSON.parse(searchParams.get('permissionGroupKeys') ?? '') as unknown;
    return { url, left, asked, name: searchParams.get('name') };
  };

  it('is filled in with the keys of what a program needs', () => {
    const { asked, left, name, url } = form(
      'shop & more',
      ['DNS Write', 'zone'],
      ['Cache Purge', 'zone'],
      ['Workers KV Storage Read', 'account'],
    );
    expect(asked).toEqual([
      { key: 'dns', type: 'edit' },
      { key: 'cache', type: 'purge' },
      { key: 'workers_kv_storage', type: 'read' },
    ]);
    expect([left, name]).toEqual([[], 'shop & more']);
    expect(url).toMatch(/^https:\/\/dash\.cloudflare\.com\/\?to=\/:account\/api-tokens&/);
  });

  it('leaves what it has no key for', () => {
    const { asked, left } = form(
      'ci',
      ['Zaraz Admin', 'zone'],
      ['DNS Firewall Read', 'account'],
      ['DNS Admin', 'zone'],
      ['Realtime', 'account'],
      ['Zone Settings Edit', 'zone'],
      ['SSL and Certificates Read', 'zone'],
    );
    expect(left).toEqual(['Zaraz Admin', 'DNS Firewall Read', 'DNS Admin', 'Realtime']);
    expect(asked).toEqual([
      { key: 'zone_settings', type: 'edit' },
      { key: 'ssl_and_certificates', type: 'read' },
    ]);
  });

  it('is the one of the profile for what is given on a user', () => {
    const { url, asked, name, left } = form('ci', ['Zone Read', 'zone'], ['User Details Read', 'user']);
    expect(url).toMatch(/^https:\/\/dash\.cloudflare\.com\/profile\/api-tokens\?/);
    expect([asked, name, left]).toEqual([[{ key: 'zone', type: 'read' }], 'ci', ['User Details Read']]);
  });

  /** What of a link asks for too much, or that it is none. */
  function told(text: string): readonly string[] | 'no link' {
    const link = tokenFormLink.exec(text)?.[0];
    return link === undefined ? 'no link' : broadLinkParts.flatMap(({ part, reaches }) => (part.test(link) ? [reaches] : []));
  }
  const everyAccount = 'all accounts of the person who follows it';
  const everyZone = 'all zones of the person who follows it';

  it.each<readonly [text: string, expected: ReturnType<typeof told>]>([
    ['<dash>/profile/api-tokens?accountId=*&zoneId=all', [everyAccount, everyZone]],
    ['<dash>/profile/api-tokens?zoneId=all&accountId=%2A', [everyAccount, everyZone]],
    ['<DASH>/profile/api-tokens?name=ci&accountid=%2a', [everyAccount]],
    ['<a href="<dash>/?to=/:account/api-tokens&zoneId=all">', [everyZone]],
    ['[here](<dash>/profile/api-tokens?zoneId=all) zoneId', [everyZone]],
    ['<dash>/profile/api-tokens?zoneId=all#new', [everyZone]],
    [form('ci', ['DNS Write', 'zone']).url, []],
    ['<dash>/profile/api-tokens?accountId=*2&zoneId=all-new', []],
    ['<dash>/profile/api-tokens?accountId=${id}&zoneId=8a', []],
    ['<dash>/profile/api-tokens?myzoneId=all', []],
    ['<dash>/profile/api-tokens ?zoneId=all', []],
    ['<dash>/profile?zoneId=all', 'no link'],
    ['<dash>/api-tokens?zoneId=all', 'no link'],
    ['https://example.com/profile/api-tokens?zoneId=all', 'no link'],
  ])('%s', (text, expected) => {
    // No link of its own for who reads this file.
    expect(told(text.replace(/<(dash)>/i, 'https://$1.cloudflare.com'))).toEqual(expected);
  });
});
