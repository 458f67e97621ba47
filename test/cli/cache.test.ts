/** Whatever could change an answer is part of the cache's key. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { beforeEach, expect, it } from 'vitest';
import { defaultCachePath, openCache } from '../../src/cli/check/cache.js';
import type { Settings } from '../../src/cli/check/settings.js';
import { prefixed, random } from '../made-up/credentials.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const next = random(14);
const secret = prefixed('cfut_', next);
const bad = (token: string): string => `export const token = '${token}';\n`;
let home: string;

beforeEach(() => {
  home = realpathSync(mkdtempSync(join(tmpdir(), 'cache-')));
  mkdirSync(join(home, 'src'));
});

/** A module that puts the clock on by so many days. */
const later = (days: number): string => {
  const path = join(home, 'later.mjs');
  writeFileSync(
    path,
    `const real = Date;\nglobalThis.Date = class extends real {\n  constructor(...given) { if (given.length > 0) super(...given); else super(Date.now()); }\n  static now() { return real.now() + ${String(days * 86_400_000)}; }\n};\n`,
  );
  return pathToFileURL(path).href;
};

function run(
  args: readonly string[],
  package_ = root,
  node: readonly string[] = [],
): { readonly code: number | null; readonly out: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...node, join(package_, 'dist/cli/bin.js'), ...args], {
    cwd: home,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  return { code: status, out: stdout + stderr };
}

const cached = (args: readonly string[] = [], package_?: string) => run(['--cache', '--cache-location', 'cache', ...args, 'src'], package_);

const settings: Settings = { sources: { preset: 'recommended' }, inline: true, fix: 'off', suggestions: false, uses: false };
const clean = { read: 'parsed', messages: [], suppressed: 0, warnings: [] } as const;

it('keeps what is clean, for the same content at the same path', () => {
  const path = join(home, 'cache.json');
  const cache = openCache(path, settings);
  const key = cache.keyOf('src/a.ts', 'a.ts', Buffer.from('a'));
  expect(cache.get(key)).toBeUndefined();
  cache.set(key, clean);
  expect(cache.save()).toBeUndefined();
  const again = openCache(path, settings);
  expect(again.get(again.keyOf('src/a.ts', 'a.ts', Buffer.from('a')))).toEqual(clean);
  expect(again.get(again.keyOf('src/a.ts', 'a.ts', Buffer.from('b')))).toBeUndefined();
  expect(again.get(again.keyOf('src/b.ts', 'a.ts', Buffer.from('a')))).toBeUndefined();
  expect(openCache(path, { ...settings, inline: false }).get(key)).toBeUndefined();
  expect(openCache(path, { ...settings, suggestions: true }).get(key)).toEqual(clean);
});

it('keeps nothing of the source', () => {
  writeFileSync(join(home, 'src/a.ts'), bad(secret));
  expect(cached().code).toBe(1);
  expect(readFileSync(join(home, 'cache'), 'utf8')).not.toContain(secret.slice(0, 12));
});

it('is no reason to fail, whatever the file holds', () => {
  writeFileSync(join(home, 'cache'), '{ "state": 1');
  writeFileSync(join(home, 'src/a.ts'), bad(secret));
  expect(cached().code).toBe(1);
});

it('lies outside of the project', () => {
  expect(defaultCachePath(home).startsWith(home)).toBe(false);
});

it('other options look anew', () => {
  const damaged = secret.slice(0, -1) + (secret.endsWith('0') ? '1' : '0');
  writeFileSync(join(home, 'src/a.ts'), bad(damaged));
  expect(cached().code).toBe(0);
  expect(cached(['--strict']).code).toBe(1);
  expect(cached().code).toBe(0);
  writeFileSync(join(home, 'src/a.ts'), bad(secret));
  expect(cached().code).toBe(1);
  expect(cached(['--rule', 'cloudflare-auth/no-hardcoded-credentials: off']).code).toBe(0);
  expect(cached(['--rule', `cloudflare-auth/no-hardcoded-credentials: [error, { kinds: [tunnel-token] }]`]).code).toBe(0);
});

it('another day looks anew', () => {
  const soon = new Date(Date.now() + 2 * 86_400_000).toISOString();
  const policies = `[{ effect: 'allow', permission_groups: [{ id: 'a' }], resources: { b: '*' } }]`;
  writeFileSync(
    join(home, 'src/a.ts'),
    `import Cloudflare from 'cloudflare';\nawait new Cloudflare().user.tokens.create({ name: 'ci', policies: ${policies}, expires_on: '${soon}' });\n`,
  );
  expect(cached().out).toBe('No findings (1 scanned).\n');
  const args = ['--cache', '--cache-location', 'cache', 'src'];
  expect(run(args, root, ['--import', later(3)]).out).toContain('in the past');
});

it('depends on what a file imports', () => {
  writeFileSync(join(home, 'src/a.ts'), "import { shown } from './b';\nconsole.log(shown);\n");
  writeFileSync(join(home, 'src/b.ts'), 'export const shown = { is: Boolean(process.env.CLOUDFLARE_API_TOKEN) };\n');
  expect(cached().out).toBe('No findings (2 scanned).\n');
  writeFileSync(join(home, 'src/b.ts'), 'export const shown = { is: process.env.CLOUDFLARE_API_TOKEN };\n');
  expect(cached().out).toContain('no-credential-exposure');
  writeFileSync(join(home, 'src/a.ts'), "import { shown } from './c';\nconsole.log(shown, process.env.CLOUDFLARE_ZONE_ID);\n");
  expect(cached().code).toBe(0);
  writeFileSync(join(home, 'src/c.ts'), "export * from './b';\n");
  expect(cached().code).toBe(1);
});

it('threads find what one finds', () => {
  for (const name of ['a', 'b', 'c']) writeFileSync(join(home, 'src', `${name}.ts`), bad(prefixed('cfat_', next)));
  expect(run(['--concurrency', '2', 'src']).out).toContain(run(['src']).out.trim());
});
