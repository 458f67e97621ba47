import { execFileSync } from 'node:child_process';
import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addTo, git, read, tree, walked } from './tree.js';

describe('patterns of .gitignore', () => {
  it('hold at every level, the innermost first', () => {
    const root = tree({
      '.gitignore': '*.log\n/secret.ts\n',
      'a.log': '',
      'secret.ts': '',
      'x/.gitignore': '!keep.log\nsecret.ts\n',
      'x/keep.log': '',
      'x/other.log': '',
      'x/secret.ts': '',
      'x/y/secret.ts': '',
      'z/secret.ts': '',
    });
    expect(read(root)).toEqual(['.gitignore', 'x/.gitignore', 'x/keep.log', 'z/secret.ts']);
    expect(read(root, { gitignore: false })).toHaveLength(9);
  });

  it('of the folders around one that is named hold in it', () => {
    const root = tree({
      '.gitignore': '*.log\n/x/y/a.ts\n',
      'x/.gitignore': 'b.ts',
      'x/y/a.ts': '',
      'x/y/b.ts': '',
      'x/y/c.ts': '',
      'x/y/d.log': '',
    });
    expect(read(root, { paths: ['x/y'] })).toEqual(['x/y/c.ts']);
    git(root, 'init', '-q');
    expect(read(root, { cwd: join(root, 'x'), paths: ['y'] })).toEqual(['x/y/c.ts']);
  });

  it('take back what patterns further out ignore, for a folder and what is in it', () => {
    const root = tree({ '.gitignore': 'b\n*.log\n', 'a/.gitignore': '!b\n', 'a/b/b': '', 'a/b/c.ts': '', 'a/b/d.log': '', 'e/b/c.ts': '' });
    expect(read(root)).toEqual(['.gitignore', 'a/.gitignore', 'a/b/b', 'a/b/c.ts']);
  });

  it('tell upper from lower case, unless Git found that the file system does not', () => {
    const root = tree({ '.gitignore': '*.LOG\n', 'a.log': '', 'b.LOG': '' });
    git(root, 'init', '-q');
    expect(read(root)).toEqual(['.gitignore', 'a.log']);
    git(root, 'config', 'core.ignorecase', 'true');
    expect(read(root)).toEqual(['.gitignore']);
  });

  it('may have a byte order mark, CRLF and names that are not ASCII', () => {
    const root = tree({ '.gitignore': '\uFEFFa.ts\r\nà\r\n', 'a.ts': '', à: '', 'b.ts': '' });
    expect(read(root)).toEqual(['.gitignore', 'b.ts']);
  });

  it('that would take forever are left out, and it is said so', () => {
    const deep = `${'a/'.repeat(100)}c`;
    const root = tree({ '.gitignore': `${'/a/**'.repeat(30)}/b\nc.ts\n`, [deep]: '', 'c.ts': '' });
    expect(walked(root)).toEqual(['.gitignore: ignoreFile', '.gitignore', deep, 'c.ts: gitignore']);
  });

  it('are not read from links or pipes', () => {
    const root = tree({ 'a.ts': '', patterns: '*.ts', 'x/b.ts': '' });
    symlinkSync('patterns', join(root, '.gitignore'));
    execFileSync('mkfifo', [join(root, 'x', '.gitignore')]);
    expect(read(root)).toEqual(['a.ts', 'patterns', 'x/b.ts']);
  });
});

describe('a repository', () => {
  it('has what it tracks scanned, ignored or not', () => {
    const root = tree({ '.gitignore': '.env\nvendor/\n', '.env': '', 'vendor/lib/a.js': '', 'vendor/lib/b.js': '', 'vendor/c/d.js': '' });
    git(root, 'init', '-q');
    expect(read(root)).toEqual(['.gitignore']);
    git(root, 'add', '-f', '.env', 'vendor/lib/a.js');
    expect(read(root)).toEqual(['.env', '.gitignore', 'vendor/lib/a.js']);
    expect(read(root, { cwd: join(root, 'vendor'), paths: ['lib'] })).toEqual(['vendor/lib/a.js', 'vendor/lib/b.js']);
  });

  it('excludes files by info/exclude, with less weight than .gitignore', () => {
    const root = tree({ '.gitignore': '!b.txt\n', 'a.txt': '', 'b.txt': '', 'c.ts': '' });
    git(root, 'init', '-q');
    addTo(root, { '.git/info/exclude': '*.txt\n' });
    expect(read(root)).toEqual(['.gitignore', 'b.txt', 'c.ts']);
  });

  it('in another one has its own rules', () => {
    const root = tree({
      '.gitignore': '*.log\n',
      'b.log': '',
      'inner/.gitignore': 'x.ts\n',
      'inner/a.log': '',
      'inner/x.ts': '',
      'inner/y.ts': '',
    });
    git(root, 'init', '-q');
    git(join(root, 'inner'), 'init', '-q');
    expect(read(root)).toEqual(['.gitignore', 'inner/.gitignore', 'inner/a.log', 'inner/y.ts']);
    git(join(root, 'inner'), 'add', '-f', 'x.ts');
    expect(read(root)).toContain('inner/x.ts');
  });

  it('is found through the file that work trees and submodules have in the place of a directory', () => {
    const library = tree({ 'lib.ts': '', 'forced.log': '', '.gitignore': '*.log\n' });
    git(library, 'init', '-q');
    git(library, 'add', '-f', '.');
    git(library, 'commit', '-qm', 'a');
    const root = tree({ '.gitignore': 'modules/\n', 'a.ts': '' });
    git(root, 'init', '-q');
    git(root, 'add', '.');
    git(root, 'submodule', 'add', '-q', '-f', library, 'modules/lib');
    addTo(root, { 'modules/lib/loose.log': '', 'modules/other/c.ts': '' });
    const inModule = ['.gitignore', 'forced.log', 'lib.ts'].map((name) => `modules/lib/${name}`);
    expect(read(root)).toEqual(['.gitignore', '.gitmodules', 'a.ts', ...inModule]);

    const workTree = `${library}-work-tree`;
    git(library, 'worktree', 'add', '-q', workTree);
    addTo(library, { '.git/info/exclude': 'excluded.ts\n' });
    addTo(workTree, { 'loose.log': '', 'excluded.ts': '' });
    expect(read(workTree)).toEqual(['.gitignore', 'forced.log', 'lib.ts']);
    rmSync(workTree, { recursive: true });
  });

  it('may be broken', () => {
    for (const broken of ['', 'gitdir: /nowhere', 'gitdir: .', '\u0000']) {
      const root = tree({ '.git': broken, '.gitignore': 'a.log', 'a.log': '', 'b.ts': '' });
      expect(read(root)).toEqual(['.gitignore', 'b.ts']);
    }
    const root = tree({ '.git/index': 'DIRC\u0000\u0000\u0000\u0002\u00FF', '.gitignore': 'a.log', 'a.log': '', 'b.ts': '' });
    expect(read(root)).toEqual(['.gitignore', 'b.ts']);
  });
});

describe('Git itself', () => {
  // Git takes the bytes of `é` for two characters, which only matters to `?`.
  const name = fc.constantFrom('a', 'b', 'ab', 'a.log', 'b.log', 'c d', 'éab', '.a');
  const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => names.join('/'));
  const part = fc.constantFrom('a', 'b', '*', '?', '*.log', '**', '[ab]', '[!a]', 'a*', 'c\\ d', 'éab', '.*');
  const pattern = fc
    .tuple(fc.constantFrom('', '', '!'), fc.constantFrom('', '/'), fc.array(part, { minLength: 1, maxLength: 3 }), fc.constantFrom('', '/'))
    .map(([negation, start, parts, end]) => negation + start + parts.join('/') + end);
  const patterns = fc.array(pattern, { maxLength: 4 }).map((lines) => lines.join('\n'));

  it('lists the same files', { timeout: 60_000 }, () => {
    const root = tree();
    fc.assert(
      fc.property(
        fc.array(path, { minLength: 1, maxLength: 12 }),
        patterns,
        patterns,
        patterns,
        fc.nat(),
        (paths, outer, inner, exclude, forced) => {
          rmSync(root, { recursive: true });
          // A name is a file or a folder, whichever comes first.
          const kept = paths.filter(
            (each, at) => !paths.slice(0, at).some((other) => `${each}/`.startsWith(`${other}/`) || `${other}/`.startsWith(`${each}/`)),
          );
          addTo(root, Object.fromEntries(kept.map((each) => [each, ''])));
          git(root, 'init', '-q');
          addTo(root, { '.gitignore': outer, '.git/info/exclude': exclude });
          if (kept.some((each) => each.startsWith('a/'))) addTo(root, { 'a/.gitignore': inner });
          git(root, 'add', '-f', kept[forced % kept.length] ?? '.');
          const listed = git(root, 'ls-files', '-z', '--cached', '--others', '--exclude-standard').toString().split('\0').filter(Boolean);
          expect(read(root).sort()).toEqual(listed.sort());
        },
      ),
      { numRuns: 60 },
    );
  });
});
