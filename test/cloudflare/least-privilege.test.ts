import { describe, expect, it } from 'vitest';
import { inWords, leastPrivilege } from '../../src/cloudflare/least-privilege.js';
import { allOperations, type Operation, operationAt } from '../../src/cloudflare/operations.js';
import { random } from '../made-up.js';

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
      'what no group has in common',
      ['POST /zones/{}/purge_cache', 'PUT /accounts/{}/workers/scripts/{}', 'GET /user'],
      ['zone: Cache Purge', 'account: Workers Scripts Write', 'user: User Details Read'],
    ],
    ['nothing for what needs nothing', ['GET /user/tokens/verify', 'GET /ips'], []],
    ['nothing for what is not known', ['POST /pages/assets/upload'], []],
  ])('%s', (_, names, groups) => {
    expect([...chosen(...names)].sort()).toEqual([...groups].sort());
  });

  it('says what each group is for, and what would do as well', () => {
    const [write, ...rest] = leastPrivilege(operations('GET /accounts/{}/queues', 'POST /accounts/{}/queues'));
    expect(rest).toEqual([]);
    expect(write).toMatchObject({ name: 'Queues Write', instead: ['Workers Scripts Write'] });
    expect(write?.for.map(({ method }) => method).sort()).toEqual(['GET', 'POST']);
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

it('puts grants in words', () => {
  const grants = leastPrivilege(operations('POST /zones/{}/purge_cache', 'POST /zones/{}/dns_records', 'GET /accounts/{}/queues'));
  expect(inWords(grants)).toBe('*Cache Purge* and *DNS Write* on the zone and *Queues Read* on the account');
});
