import type { ESLint, Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import { hidden } from '../../src/cli/hidden.js';
import readable from '../../src/cli/readable.js';
import { closest, meantFlag } from '../../src/cli/flags.js';
import { lint } from '../lint.js';
import { prefixed, random, shapes } from '../made-up.js';

const next = random(15);
const secret = prefixed('cfut_', next);

function shown(source: string, messages: readonly Linter.LintMessage[] = lint(source), path = 'src/a.ts'): string {
  const result = { filePath: `/project/${path}`, source, messages } as unknown as ESLint.LintResult;
  return readable([result], { cwd: '/project', rulesMeta: {} });
}

describe('the readable format', () => {
  it('shows the code and a caret under the place', () => {
    const out = shown(`if (cloudflare) {\n  fetch('http://api.cloudflare.com/client/v4/zones');\n}\n`);
    expect(out).toContain('src/a.ts\n  2:10 error cloudflare-auth/require-https\n');
    const [code = '', carets = ''] = out.split('\n').filter((line) => line.includes('│'));
    expect(code).toBe(`    2 │ fetch('http://api.cloudflare.com/client/v4/zones');`);
    expect(code.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)).toBe('http');
    expect(out).toMatch(/\n\n1 finding in 1 file\. --fix repairs 1\. More: --explain require-https$/);
  });

  it('fits into 80 columns', () => {
    const out = shown(`const cloudflare = { ${'a: 1, '.repeat(60)} token: '${secret}' };\n`);
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    expect(out).toContain('^^^^');
  });

  it.each(Object.entries(shapes))('never shows a %s', (_, make) => {
    for (let count = 0; count < 20; count += 1) {
      const value = make(next);
      for (const source of [
        `const cloudflareApiToken = '${value}';`,
        `fetch('http://api.cloudflare.com/', { headers: { 'X-Auth-Key': '${value}' } });`,
        `fetch('http://api.cloudflare.com/'); // other ${value}`,
      ])
        for (const messages of [
          lint(source),
          lint(source, { 'cloudflare-auth/require-https': 'error', 'cloudflare-auth/prefer-api-token': 'error' }),
        ])
          for (let at = 0; at + 16 <= value.length; at += 8) expect(shown(source, messages)).not.toContain(value.slice(at, at + 16));
    }
  });

  it('does not obey what stands in files and names', () => {
    const out = shown(`fetch('http://api.cloudflare.com/\u001B[2J'); // \u202E\n`, undefined, 'a\u001B]0;x\u0007.ts');
    // eslint-disable-next-line no-control-regex -- they must not be there
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
  });

  it('leaves names readable', () => {
    const source = 'const x = process.env.CLOUDFLARE_R2_SECRET_ACCESS_KEY ?? createCloudflareClient();';
    expect(hidden(source, [])).toBe(source);
    expect(hidden('postgres://user:hunter2@host/db', [])).toBe('postgres://user:•••••••@host/db');
  });
});

it('knows what was meant', () => {
  expect(meantFlag('--stritc')).toBe('--strict');
  expect(meantFlag('--explian=x')).toBe('--explain');
  for (const flag of ['--strict', '--fix', '--ext', '--init', '--stats', '--print-config', '--env', 'strict'])
    expect(meantFlag(flag)).toBeUndefined();
  expect(closest('require-http', ['require-https', 'prefer-api-token'])).toBe('require-https');
});
