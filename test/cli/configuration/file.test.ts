import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfiguration } from '../../../src/cli/configuration/file.js';
import { findConfiguration } from '../../../src/cli/configuration/lookup.js';
import { settingsOf } from '../../../src/cli/configuration/settings.js';
import { tree } from '../walk/tree.js';

/** What is wrong with a configuration. */
function problem(text: string): string {
  const root = tree({ 'cloudflare-auth.json': text });
  try {
    readConfiguration(join(root, 'cloudflare-auth.json'));
  } catch (error) {
    return (error as Error).message.replace(`${root}/`, '');
  }
  return '';
}

describe('a configuration file', () => {
  it('is found in the folder itself, and not around it', () => {
    const root = tree({ 'cloudflare-auth.json': '{}', 'a/cloudflare-auth.jsonc': '{}' });
    mkdirSync(join(root, 'b'));
    expect(findConfiguration(root)).toBe(join(root, 'cloudflare-auth.json'));
    expect(findConfiguration(join(root, 'a'))).toBe(join(root, 'a', 'cloudflare-auth.jsonc'));
    expect(findConfiguration(join(root, 'b'))).toBeUndefined();
  });

  it('may have comments, trailing commas and a byte order mark', () => {
    const text = '\uFEFF{ "preset": "strict", // all of it\n "ignores": ["dist/",], "baseline": "known.json", }';
    const root = tree({ 'cloudflare-auth.jsonc': text });
    const configuration = readConfiguration(join(root, 'cloudflare-auth.jsonc'));
    expect(configuration).toEqual({ preset: 'strict', rules: {}, overrides: [], ignores: ['dist/'], baseline: join(root, 'known.json') });
  });

  it.each([
    ['{ "rule": {} }', 'rule is unknown; did you mean rules?'],
    ['{ "rules": { "require-http": "off" } }', 'rules["require-http"] is unknown; did you mean require-https?'],
    ['{ "rules": { "require-https": "of" } }', 'rules["require-https"] must be one of off, warn, error'],
    ['{ "rules": { "require-https": ["error", { "allowHosts": "a" }] } }', 'rules["require-https"][1].allowHosts must be a list'],
    ['{ "rules": { "require-https": ["error", { "allowHosts": ["a", 1] }] } }', 'rules["require-https"][1].allowHosts[1] must be a text'],
    ['{ "rules": { "require-https": ["error", {}, {}] } }', 'rules["require-https"] has more than one option'],
    ['{ "rules": { "no-mismatched-auth": ["error", {}] } }', 'rules["no-mismatched-auth"] has an option, but the rule has none'],
    ['{ "rules": { "require-token-expiration": ["error", { "maxDays": 1.5 }] } }', 'must be a whole number'],
    ['{ "rules": { "no-hardcoded-credentials": ["error", { "allow": ["/(/"] }] } }', 'rules["no-hardcoded-credentials"][1]: '],
    ['{ "overrides": [{ "files": "a", "rules": {} }] }', 'overrides[0].files must be a list'],
    ['{ "overrides": [{ "files": [], "rules": { "x": 1 } }] }', 'overrides[0].rules.x is unknown'],
    ['{ "preset": "all" }', 'preset must be one of recommended, strict'],
    ['{ "\\u001b[2J": 1 }', 'unknown'],
    ['[]', 'must be an object'],
    ['{', 'not valid JSON at 1:'],
    ['['.repeat(100_000), 'not valid JSON'],
  ])('is refused with the key: %.60s', (text, message) => {
    expect(problem(text)).toContain(message);
    expect(problem(text)).toMatch(/^cloudflare-auth\.json: [^\u001B]*\.$/); // eslint-disable-line no-control-regex -- it must not be there
  });

  it('that cannot be read is an error, and not none', () => {
    const root = tree({});
    symlinkSync('nowhere', join(root, 'cloudflare-auth.json'));
    expect(findConfiguration(root)).toBeDefined();
    expect(() => readConfiguration(join(root, 'cloudflare-auth.json'))).toThrow('does not exist');
  });
});

describe('the settings of a file', () => {
  it('are those of the preset, the file, its overrides and the command line, in this order', () => {
    const settings = settingsOf({
      preset: 'strict',
      rules: { 'require-https': { level: 'warn' }, 'require-token-expiration': { level: 'error', option: { maxDays: 7 } } },
      overrides: [
        { files: ['test/', '*.spec.ts'], rules: { 'require-https': { level: 'off' }, 'no-hardcoded-credentials': { level: 'warn' } } },
        { files: ['/test/e2e'], rules: { 'require-https': { level: 'error' } } },
      ],
      given: { 'prefer-api-token': { level: 'off' } },
    });
    const level = (path: string): unknown => settings(path)['require-https']?.level;
    expect(['src/a.ts', 'src/a.spec.ts', 'test/b/c.ts', 'test/e2e/d.ts', '../test/a.ts', '/test/a.ts'].map(level)).toEqual([
      'warn',
      'off',
      'off',
      'error',
      'warn',
      'warn',
    ]);
    expect(settings('a.ts')['require-token-expiration']).toEqual({ level: 'error', option: { maxDays: 7 } });
    // A level alone leaves the option of the preset as it is.
    expect(settings('a.spec.ts')['no-hardcoded-credentials']).toEqual({ level: 'warn', option: { unverified: true } });
    expect(settings('a.ts')['prefer-api-token']?.level).toBe('off');
    expect(settings('a.spec.ts')).toBe(settings('test/b.ts'));
  });
});
