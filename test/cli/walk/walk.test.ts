import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { walk } from '../../../src/cli/walk/index.js';
import { entries, git, read, tree, walked } from './tree.js';

describe('a folder', () => {
  it('gives its files in the order of bytes, whatever order they were written in', () => {
    const root = tree({ 'b.ts': '', 'a/z.ts': '', 'B.ts': '', 'a.ts': '', 'ä.ts': '', '.env': '' });
    expect(read(root)).toEqual(['.env', 'B.ts', 'a/z.ts', 'a.ts', 'b.ts', 'ä.ts']);
  });

  it('has no dependencies, lock files or directories of Git', () => {
    const root = tree({ '.git/config': '', 'node_modules/a/index.js': '', 'package-lock.json': '', 'x/Cargo.lock': '', 'x/a.rs': '' });
    expect(walked(root)).toEqual(['node_modules: dependencies', 'package-lock.json: lockFile', 'x/Cargo.lock: lockFile', 'x/a.rs']);
  });

  it('has no dependencies of other languages, but folders that are only called like theirs', () => {
    const go = tree({ 'vendor/modules.txt': '', 'vendor/a/b.go': '', 'c.go': '' });
    expect(walked(go)).toEqual(['c.go', 'vendor: dependencies']);
    expect(read(go, { paths: ['vendor/a'] })).toEqual(['vendor/a/b.go']);
    expect(walked(tree({ 'vendor/autoload.php': '', 'lib/.venv/pyvenv.cfg': '', 'lib/.venv/a.py': '' }))).toEqual([
      'lib/.venv: dependencies',
      'vendor: dependencies',
    ]);
    expect(walked(tree({ 'vendor/github.com/a/b.go': '' }))).toEqual(['vendor: dependencies']);
    expect(read(tree({ 'vendor/a.go': '', 'venv/b.py': '' }))).toEqual(['vendor/a.go', 'venv/b.py']);
  });

  it('has none either where files are listed, such as those of a commit', () => {
    const root = tree({ 'vendor/modules.txt': '', 'vendor/a/b.go': '', 'lib/vendor/c.go': '' });
    const listed = ['vendor/a/b.go', 'lib/vendor/c.go', join(root, 'vendor/a/b.go')].map((each) => Buffer.from(each));
    expect(walked(root, { paths: [], listed })).toEqual(['vendor/a/b.go: dependencies', 'lib/vendor/c.go']);
  });

  it('is scanned if it is named, ignored or not', () => {
    const root = tree({
      '.gitignore': 'dist/\nbuild/*\nnode_modules\n*.log\n',
      'dist/a.js': '',
      'dist/a.log': '',
      'build/deep/b.js': '',
      'node_modules/c/index.js': '',
      'node_modules/c/node_modules/d/index.js': '',
      'src/e.log': '',
      'src/f.ts': '',
    });
    expect(read(root)).toEqual(['.gitignore', 'src/f.ts']);
    expect(read(root, { paths: ['dist'] })).toEqual(['dist/a.js', 'dist/a.log']);
    expect(read(root, { paths: ['build'] })).toEqual(['build/deep/b.js']);
    expect(read(root, { paths: ['build/deep'] })).toEqual(['build/deep/b.js']);
    expect(read(root, { paths: ['node_modules/c'] })).toEqual(['node_modules/c/index.js']);
    expect(read(root, { paths: ['src', 'src/e.log'] })).toEqual(['src/f.ts', 'src/e.log']);
  });

  it('is scanned once, however often it is named', () => {
    const root = tree({ 'a/b.ts': '', 'c.ts': '' });
    expect(read(root, { paths: ['a', '.', 'a/b.ts', './a/'] })).toEqual(['a/b.ts', 'c.ts']);
  });

  it('is skipped if it lies too deep for the system', () => {
    const root = tree({ 'z.ts': '' });
    const name = 'd'.repeat(200);
    let inner = join(root, name);
    mkdirSync(inner);
    writeFileSync(join(inner, 'leaf.ts'), '');
    // No call takes a path this long: folders are moved into one another.
    for (let depth = 0; depth < 25; depth += 1) {
      const outer = join(root, `outer${String(depth)}`);
      mkdirSync(outer);
      renameSync(inner, join(outer, name));
      inner = outer;
    }
    const found = walked(root);
    expect(found.at(-1)).toBe('z.ts');
    expect(found.filter((each) => each.endsWith(': pathTooLong'))).toHaveLength(1);
  });

  it('of thousands of files lists each', () => {
    const root = tree({ '.gitignore': Array.from({ length: 50 }, (_, index) => `pattern-${String(index)}*.log`).join('\n') });
    for (let folder = 0; folder < 100; folder += 1) {
      mkdirSync(join(root, String(folder)));
      for (let file = 0; file < 50; file += 1) writeFileSync(join(root, String(folder), `${String(file)}.ts`), '');
    }
    expect(read(root)).toHaveLength(5001);
  });
});

describe('patterns of the user', () => {
  it('hold for what is named, listed or tracked, too', () => {
    const root = tree({ 'gen/a.ts': '', 'b.gen.ts': '', 'c.ts': '' });
    const ignorePatterns = ['/gen', '*.gen.ts'];
    expect(read(root, { ignorePatterns })).toEqual(['c.ts']);
    expect(read(root, { ignorePatterns, gitignore: false })).toEqual(['c.ts']);
    expect(walked(root, { ignorePatterns, paths: ['b.gen.ts', 'gen'] })).toEqual(['b.gen.ts: pattern', 'gen: pattern']);
    expect(walked(root, { ignorePatterns, paths: [], listed: [Buffer.from('b.gen.ts')] })).toEqual(['b.gen.ts: pattern']);
  });
});

describe('a list of files', () => {
  it('may name what has vanished, and leaves lock files and dependencies out', () => {
    const root = tree({ '.gitignore': 'a.ts', 'a.ts': '', 'yarn.lock': '', 'node_modules/x/y.js': '', 'sub/b.ts': '' });
    const listed = ['a.ts', 'gone.ts', 'yarn.lock', 'node_modules/x/y.js', 'sub'].map((each) => Buffer.from(each));
    expect(walked(root, { paths: [], listed })).toEqual([
      'a.ts',
      'gone.ts: missing',
      'yarn.lock: lockFile',
      'node_modules/x/y.js: dependencies',
      'sub/b.ts',
    ]);
  });
});

describe('what names of folders say', () => {
  it('counts from the root of the repository, or of the scan', () => {
    const root = tree({ 'cloudflare/src/a.ts': '' });
    const scanned = (cwd: string, path: string): (string | undefined)[] =>
      entries(join(root, cwd), { paths: [path] }).map(({ scannedPath }) => scannedPath);
    expect(scanned('cloudflare', '.')).toEqual(['src/a.ts']);
    expect(scanned('', 'cloudflare')).toEqual(['src/a.ts']);
    expect(scanned('cloudflare', 'src/a.ts')).toEqual(['src/a.ts']);
    git(join(root, 'cloudflare'), 'init', '-q');
    expect(scanned('', 'cloudflare/src')).toEqual(['src/a.ts']);
    expect(scanned('', 'cloudflare/src/a.ts')).toEqual(['src/a.ts']);
  });
});

describe('a pattern', () => {
  const files = {
    '.gitignore': 'dist/\n',
    'src/a.ts': '',
    'src/b/c.ts': '',
    'src/b/d.js': '',
    'lib/.env': '',
    'dist/e.ts': '',
    '[id].ts': '',
    'i.ts': '',
  };

  it.each([
    ['src/**/*.ts', ['src/a.ts', 'src/b/c.ts']],
    ['./src/*.ts', ['src/a.ts']],
    ['{src/b,lib}/*', ['lib/.env', 'src/b/c.ts', 'src/b/d.js']],
    ['s*', ['src/a.ts', 'src/b/c.ts', 'src/b/d.js']],
    ['**/*.ts', ['[id].ts', 'i.ts', 'src/a.ts', 'src/b/c.ts']],
    ['dist/*.ts', ['dist/e.ts']],
    ['[id].ts', ['[id].ts']],
  ])('%s stands for the files that it matches', (pattern, expected) => {
    expect(read(tree(files), { paths: [pattern] })).toEqual(expected);
  });

  it('that matches no file is missing, as a path is that leads nowhere', () => {
    const walked = walk(['src/*.ts', 'src/*.py', 'nowhere/*', 'i.ts'], { cwd: tree(files), gitignore: true });
    expect(walked).toEqual({ files: [], warnings: [], missing: ['nowhere/*'] });
    expect(walk(['src/*.ts', 'src/*.py'], { cwd: tree(files), gitignore: true }).missing).toEqual(['src/*.py']);
  });
});
