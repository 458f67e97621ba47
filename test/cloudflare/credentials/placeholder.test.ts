/** Values that stand where a credential will stand, and passwords that protect nothing. */
import { describe, expect, it } from 'vitest';
import { isWorthKeeping } from '../../../src/cloudflare/credentials/connection-strings.js';
import { isPlaceholder } from '../../../src/cloudflare/credentials/placeholder.js';
import { alphabets, characters, random } from '../../made-up/credentials.js';

const next = random(23);
const some = (count: number, alphabet = alphabets.base62): string => characters(count, alphabet, next);
/** Characters that are drawn at random, with others among them. */
const around = (middle: string): string => `${some(15)}Q${middle}Q${some(15)}`;
const again = (period: string, length: number): string => period.repeat(length).slice(0, length);

/** Each written as a person or a counter does, beside one that is only just not. */
const pairs: Readonly<Record<string, readonly [placeholder: string, random: string]>> = {
  'seven different characters': [some(40, '1357924'), some(40, '13579248')],
  'few different characters for its length': ['51331351225144325341', '51331351225144325346'],
  'one character again and again': [around('000000000'), around('00000000')],
  'sixteen characters again and again': [again(some(16), 40), again(some(17), 40)],
  'the same half twice': [again(some(10), 20), again(some(11), 20)],
  'digits in a row': [around('123456789'), around('12345678')],
  'letters in a row': [around('ABCDEFGHI'), around('ABCDEFGH')],
  'a row at the beginning': [`123456789Q${some(30)}`, `12345678Q${some(30)}`],
  'a row at the end': [`${some(30)}Q123456789`, `${some(30)}Q12345678`],
  'a row that is broken': [around('23456789a'), around('23456799a')],
  'counting on from 9 with 0': [around('567890123'), around('567800123')],
  'counting on from f with 0': [around('89ABCDEF0'), around('89ABCDEE0')],
  'counting on from z with 0': [around('stuvwxyz0'), around('stuvwxyy0')],
  'common words': [around('Example7Key'), around('Example7Kew')],
  'words between hyphens, points and underscores': ['Acme-BLOG-europe.EU_DATABASE-Q7x2Kp94Zkd', 'Acme-BLO-europe.EU_DATABASE-X-Q7x2Kp9Zkd'],
  'words of camel case': ['acmeShopFrankfurtEdgeServerPrimaryRegion', 'acmeSHOPFrankfurtEdgeServerPrimaryRegion'],
  'words of small letters with a digit': ['acmeshopfrankfurtedgeserverprimaryregio1', 'acmeshopfrankfurtedge1serverprimaryregio'],
};

describe('a placeholder', () => {
  it.each(Object.entries(pairs))('%s', (_, [placeholder, other]) => {
    expect([placeholder, isPlaceholder(placeholder)]).toEqual([placeholder, true]);
    expect([other, isPlaceholder(other)]).toEqual([other, false]);
  });
});

describe("a database's password", () => {
  const password = some(16);

  it.each([
    `postgres://app:${password}@db.acme.net:5432/app`,
    `postgresql://app:${password}@db-1.acme.net/app?sslmode=require`,
    `mysql://app:${password}@203.0.113.9`,
    `mysql://app:${password}@[2001:db8::5]:3306/app`,
    `mysql://app:${password}@localhost.acme.net/app`,
    `mysql://app:${password}@notexample.com?ssl=true`,
    `mysql://app:x${password}{@db.acme.net`,
  ])('%s is worth keeping', (value) => {
    expect(isWorthKeeping(value)).toBe(true);
  });

  it.each([
    ...['localhost:5432', '127.0.0.1:5432', '[::1]:5432', '0.0.0.0', 'host.docker.internal', 'db:5432', 'db.example.com?ssl=true'].map(
      (host) => `postgres://app:${password}@${host}/app`,
    ),
    ...['${DB_PASS}', '$DB_PASS', '<DB_PASS>', '{DB_PASS}', '[DB_PASS]', 'ChangeMe', 'xxxxxxxx', 'my-password'].map(
      (stated) => `postgres://app:${stated}@db.acme.net:5432/app`,
    ),
  ])('%s protects nothing', (value) => {
    expect(isWorthKeeping(value)).toBe(false);
  });
});
