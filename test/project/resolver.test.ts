/** Which file a specifier stands for, and that nothing else is opened. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { Project } from '../../src/project/project.js';

let root: string;

beforeEach(() => {
  root = join(realpathSync(mkdtempSync(join(tmpdir(), 'project-'))), 'root');
});

function write(path: string, text = ''): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function resolved(specifier: string, from = 'src/main.ts', at = root): string | undefined {
  return new Project({ root: at }).resolver.resolve(specifier, join(at, from))?.slice(at.length + 1);
}

it('leaves out extensions, and finds the index of a folder', () => {
  for (const path of ['src/a.ts', 'src/b/index.js', 'src/c.tsx', 'src/d.json']) write(path);
  expect(['./a', './a.js', './b', './c.jsx', './d.json', './e'].map((each) => resolved(each))).toEqual([
    'src/a.ts',
    'src/a.ts',
    'src/b/index.js',
    'src/c.tsx',
    'src/d.json',
    undefined,
  ]);
});

it('knows nothing of two candidates', () => {
  write('src/a.ts');
  write('src/a.js');
  expect(resolved('./a')).toBeUndefined();
  expect(resolved('./a.js')).toBe('src/a.js');
});

it('finds packages by pnpm-workspace.yaml, by their source where nothing is built', () => {
  write('package.json', '{}');
  write('pnpm-workspace.yaml', "packages:\n  - 'libs/*' # ours\n");
  write('src/main.ts');
  write('libs/keys/package.json', '{ "name": "@ours/keys", "exports": { "./*": { "import": "./dist/*.js" } } }');
  write('libs/keys/src/all.ts');
  expect(resolved('@ours/keys/all')).toBe('libs/keys/src/all.ts');
  expect(resolved('@ours/locks/all')).toBeUndefined();
});

it.each(['/*', '"\\', '"', ',\n', '//', '{ "a": '])('does not hang on a configuration that repeats %j', (piece) => {
  const hostile = `{ "compilerOptions": { "paths": { "@/*": ["src/*"] } } ${piece.repeat(200_000)}`;
  for (const path of ['tsconfig.json', 'package.json', 'pnpm-workspace.yaml']) write(path, hostile);
  write('src/main.ts');
  write('src/a.ts');
  expect(resolved('./a')).toBe('src/a.ts');
  expect(resolved('@ours/keys')).toBeUndefined();
});

it('looks for nothing in node_modules', () => {
  write('node_modules/keys/package.json', '{ "name": "keys", "main": "index.js" }');
  write('node_modules/keys/index.js');
  expect(resolved('keys')).toBeUndefined();
});

it('opens nothing but regular files of the project', () => {
  write('src/main.ts');
  write('src/near.ts');
  writeFileSync(join(root, '../outside.ts'), '');
  symlinkSync(join(root, '../outside.ts'), join(root, 'src/link.ts'));
  mkdirSync(join(root, '../folder'));
  writeFileSync(join(root, '../folder/outside.ts'), '');
  symlinkSync(join(root, '../folder'), join(root, 'src/folder'));
  execFileSync('mkfifo', [join(root, 'package.json'), join(root, 'tsconfig.json'), join(root, 'src/pipe.ts')]);
  expect(['./near', './link', './folder/outside', './pipe', '../../outside', '#near', 'near'].map((each) => resolved(each))).toEqual([
    'src/near.ts',
    ...Array.from({ length: 6 }, () => undefined),
  ]);
});

it('finds modules of a project that a link leads to', () => {
  write('src/near.ts');
  symlinkSync(root, join(root, '../linked'));
  expect(resolved('./near', 'src/main.ts', join(root, '../linked'))).toBe('src/near.ts');
});
