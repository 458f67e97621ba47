/** The same file has the same findings, whatever was linted before it, beside it or after it. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as typescript from '@typescript-eslint/parser';
import { ESLint, type Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import plugin from '../src/index.js';
import { everyOne, sampled } from './made-up/scale.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const fixtures = join(root, 'fixtures');
const all = readdirSync(fixtures, { recursive: true, encoding: 'utf8' })
  .filter((path) => /[/\\](?:bad|good)[/\\].*\.\w+$/.test(path) && !/\.(?:vue|svelte)$/.test(path))
  .filter((path) => statSync(join(fixtures, path)).isFile())
  .sort();
const files = everyOne(all, 12).map((path) => ({ filePath: join(fixtures, path), code: readFileSync(join(fixtures, path), 'utf8') }));

const rules = { ...plugin.configs.all.rules, ...plugin.configs.strict.rules };
const config: Linter.Config[] = [
  {
    files: ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'],
    plugins: plugin.configs.all.plugins ?? {},
    languageOptions: { parser: typescript },
    rules,
  },
  ...plugin.configs['strict-files'].map((each) => ({ ...each, rules })),
];

type File = (typeof files)[number];

/** Findings by file. */
async function findings(order: readonly File[], eslint = fresh()): Promise<Readonly<Record<string, readonly Linter.LintMessage[]>>> {
  const found: Record<string, readonly Linter.LintMessage[]> = {};
  for (const { code, filePath } of order) found[filePath] = (await eslint.lintText(code, { filePath }))[0]?.messages ?? [];
  return Object.fromEntries(Object.entries(found).sort());
}

function fresh(): ESLint {
  return new ESLint({ cwd: fixtures, overrideConfigFile: true, overrideConfig: config });
}

/** Each file behind one that it otherwise never follows. */
const riffled = files.flatMap((file, index) => (index % 2 === 0 ? [file] : [])).concat(files.filter((_, index) => index % 2 === 1));

describe('findings are the same', async () => {
  const expected = await findings(files);

  it('as often as a file is linted', async () => {
    const count = Object.values(expected).reduce((sum, messages) => sum + messages.length, 0);
    expect(count).toBeGreaterThan(sampled(100, 25));
    const eslint = fresh();
    expect(await findings(files, eslint)).toEqual(expected);
    expect(await findings(files, eslint)).toEqual(expected);
  });

  it('in any order of files', async () => {
    expect(await findings(files.toReversed())).toEqual(expected);
    expect(await findings(riffled)).toEqual(expected);
  });

  it('in any order of rules', async () => {
    const backwards = config.map((each) => ({ ...each, rules: Object.fromEntries(Object.entries(rules).reverse()) }));
    const eslint = new ESLint({ cwd: fixtures, overrideConfigFile: true, overrideConfig: backwards });
    const sorted = (found: Readonly<Record<string, readonly Linter.LintMessage[]>>): unknown =>
      Object.fromEntries(Object.entries(found).map(([path, messages]) => [path, messages.map((each) => JSON.stringify(each)).sort()]));
    expect(sorted(await findings(files, eslint))).toEqual(sorted(expected));
  });

  it('with lines that end like on Windows', async () => {
    const places = (found: Readonly<Record<string, readonly Linter.LintMessage[]>>): unknown =>
      Object.fromEntries(
        Object.entries(found).map(([path, messages]) => [
          path,
          messages.map(({ ruleId, line, column, message }) => [ruleId, line, column, message]),
        ]),
      );
    const windows = files.map(({ filePath, code }) => ({ filePath, code: code.replaceAll(/\r?\n/g, '\r\n') }));
    expect(places(await findings(windows))).toEqual(places(expected));
  });
});

it('the command finds the same in two threads as in one', () => {
  const cwd = mkdtempSync(join(tmpdir(), 'threads-'));
  try {
    for (const { filePath } of files) cpSync(filePath, join(cwd, filePath.slice(fixtures.length)), { recursive: true });
    const run = (...more: readonly string[]): unknown => {
      const bin = join(root, 'dist/cli/bin.js');
      const { stdout, stderr } = spawnSync(process.execPath, [bin, '--strict', '-f', 'json', ...more, '.'], {
        cwd,
        encoding: 'utf8',
        maxBuffer: 2 ** 28,
      });
      expect(stderr).toBe('');
      return JSON.parse(stdout);
    };
    const alone = run();
    expect(run('--concurrency', '2')).toEqual(alone);
    expect(JSON.stringify(alone)).toContain('cloudflare-auth/no-hardcoded-credentials');
  } finally {
    rmSync(cwd, { recursive: true });
  }
});
