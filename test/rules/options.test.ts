import { describe, expect, it } from 'vitest';
import plugin from '../../src/index.js';
import { lint, pointedAt } from '../lint.js';
import { alphabets, characters, prefixed, random } from '../made-up/credentials.js';

const next = random(31);
const token = prefixed('cfut_', next);
const key = prefixed('cfk_', next);
const damaged = `${token.slice(0, -8)}${token.endsWith('00000000') ? '11111111' : '00000000'}`;
const legacy = characters(40, alphabets.base64url, next);

function found(code: string, rule: string, options: object = {}): readonly string[] {
  return lint(code, { [`cloudflare-auth/${rule}`]: ['error', options] }).map((message) => pointedAt(code, message));
}

describe('no-hardcoded-credentials', () => {
  const rule = 'no-hardcoded-credentials';
  const code = `const a = '${token}';\nconst b = '${key}';\n// ${token}\n`;

  it.each([
    ['by default, also in comments', {}, [token, key, token]],
    ['comments: false', { comments: false }, [token, key]],
    ['kinds', { kinds: ['global-api-key'] }, [key]],
    ['allow: a value', { allow: [token] }, [key]],
    ['allow: a regular expression', { allow: ['/^cfk_/'] }, [token, token]],
    ['allow: flags', { allow: ['/^CFUT_/i'] }, [key]],
    ['allow: a part is not the whole', { allow: [token.slice(0, 20)] }, [token, key, token]],
  ])('%s', (_, options, expected) => {
    expect(found(code, rule, options)).toEqual(expected);
  });

  it.each([['/(/'], ['/a(?=b)/'], ['/a/x']])('allow: %s is refused with a message, and allows nothing', (entry) => {
    const messages = lint(code, { [`cloudflare-auth/${rule}`]: ['error', { allow: ['x', entry] }] });
    expect(messages[0]).toMatchObject({ line: 1, column: 1 });
    expect(messages[0]?.message).toMatch(/^The options of this rule are wrong: `allow\[1\]` (?:is not a regular expression|has a flag)/);
    expect(messages.slice(1).map((message) => pointedAt(code, message))).toEqual([token, key, token]);
  });

  it('allow: a pattern in a comment of the file is refused in the same way, and cannot hang the run', () => {
    const long = `/* eslint cloudflare-auth/${rule}: ["error", { "allow": ["/^(\\w+)+#$/", "/(/"] }] */ ${code}`;
    const messages = lint(long, { [`cloudflare-auth/${rule}`]: 'error' });
    expect(messages.map(({ messageId }) => messageId)).toEqual(['options', 'hardcoded', 'hardcoded', 'hardcoded']);
  });

  it('unverified reports wrong checksums', () => {
    expect(found(`const a = '${damaged}';`, rule)).toEqual([]);
    expect(found(`const a = '${damaged}';`, rule, { unverified: true })).toEqual([damaged]);
  });

  it('unverified is on in strict', () => {
    const messages = lint(`const a = '${damaged}';`, plugin.configs.strict.rules as never);
    expect(messages.map(({ ruleId }) => ruleId)).toEqual(['cloudflare-auth/no-hardcoded-credentials']);
  });

  it('points at the literal, whatever carries it', () => {
    const carried = `const secret = '${legacy}';\nconst headers = { Authorization: \`Bearer \${secret}\` };\nfetch('https://api.cloudflare.com/client/v4/zones', { headers });`;
    expect(found(carried, rule)).toEqual([legacy]);
  });
});

describe('prefer-api-token', () => {
  const rule = 'prefer-api-token';
  const code = `fetch('https://api.cloudflare.com/client/v4/zones', { headers: { 'X-Auth-Email': e, 'X-Auth-Key': process.env.LEGACY_KEY } });`;

  it('allows nothing by default', () => {
    expect(found(code, rule)).toEqual([`'X-Auth-Key'`]);
  });
});

describe('require-https', () => {
  const rule = 'require-https';
  const code = `fetch('http://proxy.internal/zones', { headers: { 'CF-Access-Client-Secret': process.env.S } });`;

  it('allowHosts', () => {
    expect(found(code, rule)).toEqual(['http']);
    expect(found(code, rule, { allowHosts: ['proxy.internal'] })).toEqual([]);
    expect(found(code, rule, { allowHosts: ['*.internal'] })).toEqual([]);
    expect(found(code, rule, { allowHosts: ['other.internal'] })).toEqual(['http']);
  });
});

it.each([
  ['no-hardcoded-credentials', { kind: ['api-token'] }],
  ['no-hardcoded-credentials', { kinds: ['token'] }],
  ['no-hardcoded-credentials', { comments: 'yes' }],
  ['require-https', { allowHosts: 'a' }],
  ['no-mismatched-auth', { anything: true }],
])("ESLint's own schema error for %s %o", (rule, options) => {
  expect(() => found('const cloudflare = 1;', rule, options)).toThrow(/Configuration for rule|Value .* should/);
});
