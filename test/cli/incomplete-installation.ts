/** The command as installed with all packages but some. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true });
});

/** The path of the command in a new installation without these packages, or all of these scopes. */
export function commandWithout(missing: readonly string[]): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'installed-')));
  made.push(folder);
  mkdirSync(join(folder, 'node_modules'));
  for (const part of ['dist', 'package.json', 'rules']) cpSync(join(root, part), join(folder, part), { recursive: true });
  for (const name of readdirSync(join(root, 'node_modules')))
    if (!missing.includes(name)) symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name));
  return join(folder, 'dist/cli/bin.js');
}
