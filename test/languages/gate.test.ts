import type { Rule } from 'eslint';
import { expect, it } from 'vitest';
import plugin from '../../src/index.js';
import { passesGate } from '../../src/languages/gate.js';

/** A file as oxlint gives it: whoever asks for its tree waits until it is made. */
function file(text: string): { readonly context: Rule.RuleContext; readonly asked: () => number } {
  let asked = 0;
  const sourceCode = {
    text,
    get ast(): never {
      asked += 1;
      throw new Error('The tree was asked for.');
    },
  };
  return { context: { sourceCode, filename: 'a.js', options: [], settings: {} } as never, asked: () => asked };
}

it('nothing is asked of a file that does not speak of Cloudflare but its text', () => {
  const { context, asked } = file("fetch('https://api.example.com');");
  for (const rule of Object.values(plugin.rules)) rule.create(context);
  expect(asked()).toBe(0);
});

it('one that does is read, also behind one that does not', () => {
  const { context, asked } = file("fetch('https://api.cloudflare.com');");
  for (const rule of Object.values(plugin.rules)) expect(() => rule.create(context)).toThrow('The tree was asked for.');
  expect(asked()).toBeGreaterThan(0);
});

it.each([
  ["headers['X-Auth-Key'] = key", true],
  ['X_AUTH_EMAIL=me@example.com', true],
  ["headers['cf-aig-authorization']", true],
  ["headers['cf-access-token']", true],
  ["driver: 'd1-http'", true],
  ["captcha = '0x4AAAAAAA…'", true],
  ['const cfApiToken = read();', true],
  ['import.meta.env.VITE_CF_API_TOKEN', true],
  ['CF-Token', true],
  ['config.cf.token', true],
  ["config['cf'] = { key }", true],
  ['cf: { token }', true],
  ['cf: {\n  zone: 1,\n  apiToken: read()', true],
  ["config['cf'] = {}", false],
  ['var cf=t(7);cf.push(1),df=cf;n.key=1', false],
  ["key = 'cfut_a'", true],
  ["key = 'v1.0-0123abcd'", true],
  ['TUNNEL_TOKEN=a', true],
  ['tunnelSecret', true],
  ['R2_SECRET_ACCESS_KEY=a', true],
  ['r2AccessKeyId', true],
  ['TURN_KEY_API_TOKEN=a', true],
  ['enforceTwofactor: false', true],
  ['enforce_twofactor = false', true],
  ["headers['X-Authentication-Key'] = key", false],
  ['const pcfApiToken = read();', false],
  ['cfg: { token }', false],
  ["key = 'cfut_'", false],
  ["key = 'v1.0-beta'", false],
  ['tunnel the token', false],
  ['for2_secret', false],
  ['GITHUB_TOKEN=a', false],
])('%s is read: %s', (text, expected) => {
  expect(passesGate(text)).toBe(expected);
});

it.each([
  ["export const token = '…';", 'src/cloudflare.ts', true],
  ["export const token = '…';", 'src\\cloudflare\\config.ts', true],
  ["export const name = '…';", 'src/cloudflare.ts', false],
  ["export const token = '…';", 'cloudflare-app/src/config.ts', false],
])('%s in %s', (text, path, expected) => {
  expect(passesGate(text, path)).toBe(expected);
});
