/** Whatever could change an answer is part of the cache's key. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { beforeEach, expect, it } from 'vitest';
import { prefixed, random } from '../made-up.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const next = random(14);
const secret = prefixed('cfut_', next);
const bad = (token: string): string => `export const token = '${token}';\n`;
const { version: current } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
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

/** Another build of the plugin, which says other words. */
function anotherBuild(version: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'build-'));
  cpSync(join(root, 'dist'), join(folder, 'dist'), { recursive: true });
  cpSync(join(root, 'package.json'), join(folder, 'package.json'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  for (const path of readdirSync(join(folder, 'dist'), { recursive: true, encoding: 'utf8' }).filter((each) => each.endsWith('.js'))) {
    const text = readFileSync(join(folder, 'dist', path), 'utf8');
    writeFileSync(
      join(folder, 'dist', path),
      text.replaceAll('Hardcoded {{', 'Written down {{').replaceAll(`"${current}"`, `"${version}"`),
    );
  }
  return folder;
}

it('another version of the plugin looks anew', () => {
  writeFileSync(join(home, 'src/a.ts'), bad(secret));
  expect(cached().out).toContain('Hardcoded');
  // The test can fail: the same version takes what it has said before.
  expect(cached([], anotherBuild(current)).out).toContain('Hardcoded');
  expect(cached([], anotherBuild('99.0.0')).out).toContain('Written down');
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
  expect(cached().out).toBe('');
  const args = ['--cache', '--cache-location', 'cache', 'src'];
  expect(run(args, root, ['--import', later(3)]).out).toContain('has passed');
});

it('threads find what one finds', () => {
  for (const name of ['a', 'b', 'c']) writeFileSync(join(home, 'src', `${name}.ts`), bad(prefixed('cfat_', next)));
  // ESLint adds that threads do not pay for three files.
  expect(run(['--concurrency', '2', 'src']).out).toContain(run(['src']).out.trim());
});
