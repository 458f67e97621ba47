/** Folders for tests of the walk. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import { namedBy } from '../../../src/cli/walk/patterns.js';
import { entriesOf, type Entry, type WalkOptions } from '../../../src/cli/walk/walk.js';

const made: string[] = [];
afterAll(() => {
  // Unlike Node, it removes paths of any length.
  execFileSync('rm', ['-rf', ...made]);
});

/** A new folder with these files in it. */
export function tree(files: Readonly<Record<string, string>> = {}): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'walk-')));
  made.push(root);
  addTo(root, files);
  return root;
}

export function addTo(root: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
}

/** Runs Git with no configuration but the repository's. */
export function git(cwd: string, ...given: readonly string[]): Buffer {
  return execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'protocol.file.allow=always', ...given], {
    cwd,
    env: { PATH: process.env['PATH'], HOME: cwd, GIT_CONFIG_NOSYSTEM: '1' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

/** What to walk, with paths as a user writes them. */
type Options = Partial<Omit<WalkOptions, 'paths'>> & { readonly paths?: readonly string[] };

export const entries = (root: string, { cwd = root, paths = ['.'], ...options }: Options = {}): Entry[] => [
  ...entriesOf({ cwd, gitignore: true, ...options, paths: paths.map((path) => namedBy(path, cwd)) }),
];

const fromRoot = (root: string, name: string): string => (name.startsWith(`${root}/`) ? name.slice(root.length + 1) : name);

/** What a walk gives, from the root: paths to be read, and `path: reason` for what is skipped. */
export const walked = (root: string, options: Options = {}): string[] =>
  entries(root, options).map(({ name, skip }) => fromRoot(root, name) + (skip === undefined ? '' : `: ${skip}`));

/** The same without what is skipped. */
export const read = (root: string, options: Options = {}): string[] =>
  entries(root, options)
    .filter(({ skip }) => skip === undefined)
    .map(({ name }) => fromRoot(root, name));
