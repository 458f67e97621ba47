/** Installations that lack a part. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { prefixed, random } from '../made-up/credentials.js';
import { commandWithout } from './incomplete-installation.js';

const secret = prefixed('cfut_', random(22));
let home: string;

beforeEach(() => {
  home = realpathSync(mkdtempSync(join(tmpdir(), 'installation-')));
  writeFileSync(join(home, 'a.ts'), `export const token = '${secret}';\n`);
});
afterEach(() => {
  rmSync(home, { recursive: true });
});

/** Runs the command in an installation without some packages. */
function run(
  missing: readonly string[],
  ...args: readonly string[]
): { readonly code: number | null; readonly out: string; readonly err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [commandWithout(missing), ...args], { cwd: home, encoding: 'utf8' });
  return { code: status, out: stdout, err: stderr };
}

it('works without ESLint and TypeScript', () => {
  const { code, out } = run(['eslint', 'typescript', '@typescript-eslint', 'typescript-eslint'], 'a.ts');
  expect(out).toContain('no-hardcoded-credentials');
  expect(code).toBe(1);
});

it.each([
  ['oxc-parser', ['a.ts']],
  ['oxc-parser', ['permissions', 'a.ts']],
  ['@humanwhocodes', ['a.ts']],
])('says that %s is missing, and never that nothing was found', (name, args) => {
  const { code, out, err } = run([name], ...args);
  expect(code).toBe(2);
  expect(out).toBe('');
  expect(err).toContain(name);
  expect(err).toContain('Install eslint-plugin-cloudflare-auth again');
});
