import { describe, expect, it } from 'vitest';
import { describeGrants, isUnneeded, leastPrivilege } from '../../../src/cloudflare/tokens/least-privilege.js';
import { allOperations, type Operation, operationAt } from '../../../src/cloudflare/api/operations.js';
import { permissionGroup } from '../../../src/cloudflare/tokens/permission-groups.js';
import { random } from '../../made-up/credentials.js';

const operations = (...names: readonly string[]): Operation[] =>
  names.map((name) => {
    const [method = '', path = ''] = name.split(' ');
    return operationAt(method, path)!;
  });
const chosen = (...names: readonly string[]): string[] =>
  leastPrivilege(operations(...names)).map(({ name, scope }) => `${scope}: ${name}`);

describe('the least set', () => {
  it.each([
    ['reading needs no writing', ['GET /zones/{}/dns_records'], ['zone: DNS Read']],
    ['who may write may read', ['GET /zones/{}/dns_records', 'POST /zones/{}/dns_records'], ['zone: DNS Write']],
    ['of many groups the one that is about it', ['GET /zones/{}'], ['zone: Zone Read']],
    ['of many groups the one that is about it', ['GET /accounts/{}'], ['account: Account Settings Read']],
    [
      'of many groups one that is needed anyway',
      ['GET /accounts/{}', 'GET /accounts/{}/workers/scripts'],
      ['account: Workers Scripts Read'],
    ],
    ['a zone before an account', ['POST /graphql'], ['zone: Analytics Read']],
    [
      'what no group has in common, with what only reads first, and the zone first',
      ['PUT /accounts/{}/workers/scripts/{}', 'POST /zones/{}/purge_cache', 'GET /user'],
      ['user: User Details Read', 'zone: Cache Purge', 'account: Workers Scripts Write'],
    ],
    [
      'fewer that write before fewer',
      ['GET /accounts/{}/queues', 'PUT /accounts/{}/workers/scripts/{}', 'GET /zones/{}/dns_records'],
      ['zone: DNS Read', 'account: Workers Scripts Write'],
    ],
    ['fewer before narrower', ['GET /zones/{}', 'GET /accounts/{}/queues'], ['account: Workers Scripts Read']],
    [
      'fewer before those that are closest by name',
      ['PUT /zones/{}/page_shield', 'GET /zones/{}/settings/ssl_automatic_mode'],
      ['zone: Zone Settings Write'],
    ],
    [
      'fewer before those that are closest by name',
      ['GET /accounts/{}/members', 'POST /accounts/{}/challenges/widgets'],
      ['account: Account Settings Write'],
    ],
    ['what is closest by name first', ['GET /certificates', 'GET /zones'], ['zone: Zone Read', 'zone: SSL and Certificates Read']],
    [
      'of a group for zones and accounts the one for what is done with it',
      ['GET /zones/{}/dns_records', 'GET /accounts/{}/logs/list'],
      ['zone: DNS Read', 'account: Logs Read'],
    ],
    [
      'of a group for zones and accounts the one for what is done with it',
      ['GET /zones/{}/access/apps'],
      ['zone: Access: Apps and Policies Read'],
    ],
    ['one of an account for a zone, where there is no other', ['GET /zones/{}/intel/sinkholes/{}/ingresses'], ['account: Intel Read']],
    [
      'settings of a zone before the zone itself',
      ['PATCH /zones/{}/cache/tiered_cache_smart_topology_enable'],
      ['zone: Zone Settings Write'],
    ],
    ['what is of no account', ['GET /certificates'], ['zone: SSL and Certificates Read']],
    ['nothing for what needs nothing', ['GET /user/tokens/verify', 'GET /ips'], []],
    ['no more for what needs nothing', ['GET /ips', 'GET /zones/{}/dns_records'], ['zone: DNS Read']],
    ['nothing for what is not known', ['POST /pages/assets/upload'], []],
  ])('%s', (_, names, groups) => {
    expect(chosen(...names)).toEqual(groups);
  });

  it('says what each group is for, and what would do as well', () => {
    const [write, ...rest] = leastPrivilege(operations('GET /accounts/{}/queues', 'POST /accounts/{}/queues'));
    expect(rest).toEqual([]);
    expect(write).toMatchObject({ name: 'Queues Write', instead: ['Workers Scripts Write'] });
    expect(write?.for.map(({ method }) => method).sort()).toEqual(['GET', 'POST']);
  });

  it('says of each group only what it is for', () => {
    const told = leastPrivilege(operations('PUT /accounts/{}/workers/scripts/{}', 'POST /zones/{}/purge_cache', 'GET /accounts/{}/queues'));
    expect(told.map(({ name, for: all }) => [name, ...all.map(({ path }) => path)])).toEqual([
      ['Cache Purge', '/zones/{}/purge_cache'],
      ['Workers Scripts Write', '/accounts/{}/queues', '/accounts/{}/workers/scripts/{}'],
    ]);
  });

  it('is for each operation once, those that read first', () => {
    const names = [
      'POST /zones/{}/dns_records',
      'GET /zones/{}/dns_records/{}',
      'GET /zones/{}/dns_records',
      'DELETE /zones/{}/dns_records/{}',
    ];
    const [write, ...rest] = leastPrivilege(operations(...names, ...names));
    expect(rest).toEqual([]);
    expect(write?.for.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /zones/{}/dns_records',
      'GET /zones/{}/dns_records/{}',
      'POST /zones/{}/dns_records',
      'DELETE /zones/{}/dns_records/{}',
    ]);
  });

  it.each([
    [
      'GET /accounts/{}/dex/rules',
      'Cloudflare DEX Read',
      'Zero Trust Report',
      'Zero Trust Read',
      'Cloudflare DEX Write',
      'Zero Trust Write',
    ],
    [
      'GET /zones/{}/custom_pages',
      'Custom Pages Read',
      'Zero Trust: PII Read',
      'Account Settings Read',
      'Custom Pages Write',
      'Account Settings Write',
    ],
    [
      'GET /zones/{}/api_gateway/discovery',
      'Domain API Gateway Read',
      'Account API Gateway Read',
      'Domain API Gateway',
      'Account API Gateway',
    ],
    // That something is of an account says nothing of what it is.
    [
      'GET /accounts/{}/alerting/v3/available_alerts',
      'Notifications Read',
      'Zero Trust: PII Read',
      'Account Settings Read',
      'Notifications Write',
      'Account Settings Write',
    ],
    // Subscriptions are no scripts.
    ['GET /accounts/{}/event_subscriptions/subscriptions', 'Queues Read', 'Workers Scripts Read', 'Queues Write', 'Workers Scripts Write'],
    [
      'GET /accounts/{}/warp_connector/{}/token',
      'Cloudflare One Connectors Write',
      'Cloudflare One Connector: cloudflared Write',
      'Cloudflare Tunnel Write',
    ],
    ['GET /accounts/{}/members', 'Account Settings Read', 'SCIM Provisioning', 'Account Settings Write'],
    [
      'POST /accounts/{}/rulesets',
      'Account Rulesets Write',
      'L4 DDoS Managed Ruleset Write',
      'Transform Rules Write',
      'Select Configuration Write',
      'Magic Firewall Write',
      'Mass URL Redirects Write',
      'Account WAF Write',
      'Logs Write',
    ],
    ['PUT /zones/{}/page_shield', 'Domain Page Shield', 'Zone Settings Write', 'Page Shield'],
  ])('%s takes %s, and what would do is told best first', (operation, name, ...instead) => {
    expect(leastPrivilege(operations(operation))).toMatchObject([{ name, instead }]);
  });

  it('offers instead only what does for all that a group is for', () => {
    const told = leastPrivilege(operations('GET /accounts/{}/queues', 'GET /accounts/{}/workers/scripts', 'GET /accounts/{}'));
    expect(told).toMatchObject([{ name: 'Workers Scripts Read', instead: ['Workers Scripts Write'] }]);
    expect(told[0]?.for.map(({ path }) => path)).toEqual(['/accounts/{}', '/accounts/{}/queues', '/accounts/{}/workers/scripts']);
  });

  it('is found for hundreds of operations', () => {
    const all = allOperations().filter(({ level, accepted }) => level === 'zone' && accepted && accepted.length > 0);
    const groups = leastPrivilege(all);
    expect(new Set(groups.flatMap((group) => group.for)).size).toBe(all.length);
  });

  it('covers all, and is the same in any order', () => {
    const next = random(6);
    const all = allOperations().filter(({ accepted }) => accepted && accepted.length > 0);
    for (let run = 0; run < 60; run += 1) {
      const some = Array.from({ length: 1 + Math.floor(next() * 25) }, () => all[Math.floor(next() * all.length)]!);
      const groups = leastPrivilege(some).map(({ name }) => name);
      expect(some.filter(({ accepted }) => !accepted?.some((name) => groups.includes(name)))).toEqual([]);
      expect(leastPrivilege([...some].reverse()).map(({ name }) => name)).toEqual(groups);
      // None of them can be left out.
      for (const name of groups) {
        const others = groups.filter((other) => other !== name);
        expect(some.every(({ accepted }) => accepted?.some((each) => others.includes(each)))).toBe(false);
      }
    }
  });
});

it.each([
  [[], ''],
  [['GET /zones/{}/dns_records'], '*DNS Read* on the zone'],
  [
    ['POST /zones/{}/purge_cache', 'POST /zones/{}/dns_records', 'GET /accounts/{}/queues'],
    '*Cache Purge* and *DNS Write* on the zone and *Queues Read* on the account',
  ],
  [
    ['GET /user', 'GET /accounts/{}/queues', 'POST /zones/{}/purge_cache'],
    '*Cache Purge* on the zone, *Queues Read* on the account and *User Details Read* on the user',
  ],
])('puts grants for %j in words', (names, expected) => {
  expect(describeGrants(leastPrivilege(operations(...names)))).toBe(expected);
});

it('puts a grant on a bucket in words', () => {
  expect(describeGrants([permissionGroup('Workers R2 Storage Bucket Item Read', 'bucket')])).toBe(
    '*Workers R2 Storage Bucket Item Read* on the R2 bucket',
  );
});

describe('a group is needless', () => {
  it.each([
    ['DNS Write', ['GET /zones/{}/dns_records'], true],
    ['DNS Write', ['GET /zones/{}/dns_records', 'POST /zones/{}/dns_records'], false],
    ['DNS Read', ['GET /zones/{}/dns_records'], false],
    ['DNS Read', ['POST /zones/{}/dns_records'], true],
    ['Zero Trust Report', ['GET /accounts/{}/dex/rules'], false],
    // what only reads, though its name does not end with it
    ['Magic Firewall Packet Captures - Write PCAPs API', ['GET /accounts/{}/pcaps'], true],
    ['Magic Firewall Packet Captures - Read PCAPs API', ['GET /accounts/{}/pcaps'], false],
    // nothing that would do only reads
    ['SCIM Provisioning', ['POST /accounts/{}/iam/user_groups'], false],
    ['Cache Purge', ['GET /zones/{}/dns_records', 'GET /ips'], true],
    // nobody knows what this takes
    ['Cache Purge', ['GET /zones/{}/dns_records', 'POST /pages/assets/upload'], false],
  ])('%s for %j: %s', (group, names, expected) => {
    expect(isUnneeded(group, operations(...names))).toBe(expected);
  });
});
