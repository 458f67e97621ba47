/** Nothing that leaves the plugin holds more of a credential than its masked beginning. */
import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import * as typescript from '@typescript-eslint/parser';
import { afterAll, describe, expect, it } from 'vitest';
import { credentialIds, credentialKinds } from '../src/cloudflare/credentials/formats.js';
import { checkText } from '../src/cli/check/text.js';
import { formats } from '../src/cli/reports/index.js';
import type { FileResult } from '../src/cli/result.js';
import plugin from '../src/index.js';
import { kinds, random } from './made-up/credentials.js';
import { everyOne, sampled } from './made-up/scale.js';
import { contexts } from './made-up/secret-places.js';
import { strictRules } from './strict-rules.js';

const perCell = sampled(3, 1);
const windowLength = 8;

/** Every rule, saying all it can. */
const rules = { ...plugin.configs.all.rules, ...plugin.configs.strict.rules };
const eslint = new ESLint({
  overrideConfigFile: true,
  overrideConfig: [
    { files: ['**/*.{ts,tsx}'], plugins: plugin.configs.all.plugins ?? {}, languageOptions: { parser: typescript }, rules },
    ...plugin.configs['strict-files'].map((each) => ({ ...each, rules })),
  ],
});

/** All stretches of a text. */
function windows(text: string): ReadonlySet<string> {
  return new Set(
    Array.from({ length: Math.max(0, text.length - windowLength + 1) }, (_, index) => text.slice(index, index + windowLength)),
  );
}

/** A result without the user's own text: the file, its comments, and what ESLint makes of changes by joining them with all that stands between them. */
function withoutSource(result: ESLint.LintResult): ESLint.LintResult {
  const bare = structuredClone(result);
  delete bare.source;
  bare.suppressedMessages = [];
  for (const message of bare.messages) {
    delete message.fix;
    for (const suggestion of message.suggestions ?? []) suggestion.fix.text = '';
  }
  return bare;
}

/** The same file in the eyes of the command. */
function commandResult(source: string, path: string): FileResult {
  const { messages, suppressed, secrets } = checkText(source, path, { rules: strictRules, inline: true, suggestions: true });
  return { path, absolutePath: join(process.cwd(), path), read: 'parsed', messages, suppressed, secrets, source };
}

/** What each formatter makes of results. */
async function outputs(results: readonly ESLint.LintResult[], files: readonly FileResult[]): Promise<Readonly<Record<string, string>>> {
  const bare = results.map(withoutSource);
  const context = { cwd: process.cwd(), rulesMeta: eslint.getRulesMetaForResults([...results]) };
  const formatted = await Promise.all(
    ['stylish', 'json', 'html'].map(async (name) => {
      const formatter = await eslint.loadFormatter(name);
      return [name, await formatter.format(bare, context as never)] as const;
    }),
  );
  const run = { cwd: process.cwd(), files, warnings: [], rules: [], version: '0' };
  const options = { colour: false, width: 120, verbose: true, statistics: true };
  return {
    ...Object.fromEntries(formatted),
    ...Object.fromEntries(Object.entries(formats).map(([name, format]) => [`our ${name}`, format(run, options)])),
  };
}

/** What other tools call files after their content; of such names a key of the same shape cannot be told. */
const isHash = (value: string): boolean => /^(?:[\da-f]{64}|[\da-f-]{36})$/.test(value);

let found = 0;
let made = 0;

describe.each(credentialIds)('of a credential of the kind %s, no output tells more than its beginning', (kind) => {
  it('in all contexts', async () => {
    const next = random(8);
    const hidden: { readonly where: string; readonly secret: string }[] = [];
    const results: ESLint.LintResult[] = [];
    const files: FileResult[] = [];
    for (const [filePath, write] of Object.entries(contexts)) {
      for (let index = 0; index < perCell; index += 1) {
        const credential = kinds[kind](next);
        for (const secret of [credential.hidden, Buffer.from(credential.value).toString('base64').slice(12)])
          hidden.push({ where: filePath, secret });
        const code = write(credential.value, credentialKinds[kind].variable, index);
        files.push(commandResult(`${code}\n`.replace(/^\uFEFF/, ''), join('leak', filePath)));
        results.push(...(await eslint.lintText(`${code}\n`, { filePath: join('leak', filePath) })));
      }
    }
    made += hidden.length / 2;
    const count = results.reduce((sum, { messages }) => sum + messages.filter(({ ruleId }) => ruleId !== null).length, 0);
    found += count;
    expect(count).toBeGreaterThan(0); // silence would leak nothing either
    for (const [formatter, output] of Object.entries(await outputs(results, files))) {
      const shown = windows(output);
      const leaks = hidden.flatMap(({ where, secret }) =>
        [...windows(secret)].filter((part) => shown.has(part)).map((part) => `${where}: ${part}`),
      );
      expect({ formatter, leaks }).toEqual({ formatter, leaks: [] });
    }
  });
});

afterAll(() => {
  expect(made).toBeGreaterThanOrEqual(sampled(2_000, 600));
  expect(found).toBeGreaterThanOrEqual(sampled(2_000, 600));
});

describe('of the whole command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'leak-'));
  const hidden = new Set<string>();
  const next = random(9);
  const places = Object.entries(contexts);
  for (const [index, kind] of credentialIds.entries()) {
    const { value, hidden: part } = kinds[kind](next);
    for (const each of windows(part)) hidden.add(each);
    // Folders and packages may be called anything.
    const home = join(folder, /^[\w.+=-]+$/.test(value) && !isHash(value) ? `cloudflare_${value}` : kind);
    for (const [path, write] of places.filter((_, at) => at % credentialIds.length === index)) {
      const code = write(value, credentialKinds[kind].variable, 0);
      const broken = join(dirname(path), `broken.${basename(path)}`);
      mkdirSync(dirname(join(home, path)), { recursive: true });
      writeFileSync(join(home, path), code);
      // Half-typed files are what parsers and readers complain about, in words of their own.
      writeFileSync(join(home, broken), `${code}\n${value} cloudflare: [{("'\``);
    }
    writeFileSync(join(home, 'package.json'), `{ "name": "@${value}/cloudflare-${value}" }`);
    writeFileSync(join(folder, `${kind}.json`), value);
    writeFileSync(join(folder, `${kind}.policy.json`), `[{ "permission_groups": [{ "name": "${value}" }] }]`);
  }
  const [one = ''] = credentialIds;
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  const bin = fileURLToPath(new URL('../dist/cli/bin.js', import.meta.url));
  /** @param env what is set beside the environment of the test */
  const run = (args: readonly string[], env: NodeJS.ProcessEnv = {}): SpawnSyncReturns<string> =>
    spawnSync(process.execPath, [bin, ...args], { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 28, env: { ...process.env, ...env } });
  const leaksIn = (text: string): readonly string[] => [...windows(text)].filter((part) => hidden.has(part));

  it.each([
    // What each prints of results is looked at above.
    ...everyOne(Object.keys(formats), 4).map(
      (format) => [format, ['--strict', '-f', format, '--verbose', '--statistics', '.'], 1] as const,
    ),
    ['disabled comments', ['--no-inline-config', '.'], 1],
    ['some rules', ['--rule', 'no-hardcoded-credentials: off', '--strict', '.'], 1],
    ['only errors', ['--strict', '--quiet', '--rule', 'no-hardcoded-credentials: warn', '.'], 1],
    ['permissions', ['permissions', '.'], 0],
    ['permissions as JSON', ['permissions', '-f', 'json', '.'], 0],
    ['permissions as Markdown', ['permissions', '-f', 'markdown', '.'], 0],
    ['permissions as policy', ['permissions', '--policy', '.'], 0],
    ['permissions as Terraform', ['permissions', '--terraform', '.'], 0],
    ['permissions as link', ['permissions', '--link', '.'], 0],
    ['a check of what is not JSON', ['permissions', '--check', `${one}.json`, '.'], 2],
    ['a check of a policy', ['permissions', '--check', `${one}.policy.json`, '.'], 1],
  ] as readonly (readonly [string, readonly string[], number])[])('not by %s', (_, args, code) => {
    const { stdout, stderr, status } = run(args, { DEBUG: '*', NODE_DEBUG: '*' });
    expect(status).toBe(code);
    expect(stdout + stderr).not.toBe('');
    expect(leaksIn(stdout + stderr)).toEqual([]);
  });

  it('not by a baseline, nor what it leaves', () => {
    run(['--strict', '--baseline', 'known.json', '--update-baseline', '.']);
    const { value, hidden: part } = kinds['api-token'](next);
    for (const each of windows(part)) hidden.add(each);
    writeFileSync(join(folder, 'new.ts'), contexts['log.ts']!(value, 'CLOUDFLARE_API_TOKEN', 0));
    const { stdout, status } = run(['--strict', '--baseline', 'known.json', '.']);
    expect(status).toBe(1);
    expect(leaksIn(readFileSync(join(folder, 'known.json'), 'utf8') + stdout)).toEqual([]);
  });

  it('not by the cache', () => {
    run(['--strict', '--cache', '--cache-location', 'cache.json', '.']);
    expect(leaksIn(readFileSync(join(folder, 'cache.json'), 'utf8'))).toEqual([]);
  });

  it.each(['user-api-token', 'api-token', 'r2-secret-access-key'] as const)('not by what is wrong with a configuration, %s', (kind) => {
    const { value } = kinds[kind](random(10));
    const written = windows(value.slice(12));
    writeFileSync(join(folder, 'wrong.json'), `{ "rules": { "${value}": ["${value}"] } }`);
    for (const args of [
      ['-c', 'wrong.json'],
      ['--rule', `${value}: off`],
      ['--rule', `{${value}`],
      ['--explain', value],
      [`--${value}`],
      [value],
    ]) {
      const { stdout, stderr, status } = run(args);
      expect(status).toBe(2);
      expect([...windows(stdout + stderr)].filter((part) => written.has(part))).toEqual([]);
    }
  });
});
