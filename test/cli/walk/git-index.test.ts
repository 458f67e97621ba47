import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseGitIndex } from '../../../src/cli/walk/git-index.js';
import { addTo, git, read, tree } from './tree.js';

const files = ['a', 'a/b/c.ts', 'a.b', 'é/ü.ts', 'long/'.repeat(900) + 'x', 'z'].filter((each) => each !== 'a');

function repository(...configuration: readonly string[]): string {
  const root = tree();
  git(root, 'init', '-q', ...configuration);
  return root;
}

/** What Git says it tracks. */
const tracked = (root: string): string[] => git(root, 'ls-files', '-z').toString().split('\0').filter(Boolean);

function entries(root: string, hashSize: 20 | 32 = 20): string[] | undefined {
  return parseGitIndex(readFileSync(join(root, '.git', 'index')), hashSize)?.entries.map(({ path }) => path.toString());
}

/** Adds files that need not exist. */
function add(root: string): void {
  const blob = git(root, 'hash-object', '-w', '--stdin').toString().trim();
  for (const file of files) git(root, 'update-index', '--add', '--cacheinfo', `100644,${blob},${file}`);
}

describe('an index', () => {
  it.each(['2', '3', '4'])('of version %s gives the paths that Git gives', (version) => {
    const root = repository();
    add(root);
    addTo(root, { 'intended.ts': '' });
    git(root, 'update-index', '--index-version', version);
    // An entry with extended flags makes a version 2 into a 3.
    if (version === '3') git(root, 'add', '-N', 'intended.ts');
    expect(readFileSync(join(root, '.git', 'index')).readUInt32BE(4)).toBe(Number(version));
    expect(tracked(root).length).toBeGreaterThanOrEqual(files.length);
    expect(entries(root)).toEqual(tracked(root));
  });

  it('may have longer hashes', () => {
    const root = repository('--object-format=sha256');
    add(root);
    expect(entries(root, 32)).toEqual(tracked(root));
    addTo(root, { '.gitignore': 'z\ny', z: '', y: '' });
    expect(read(root)).toEqual(['.gitignore', 'z']);
  });

  it('may be split in two', () => {
    const root = repository();
    addTo(root, { '.gitignore': '*.log', 'a.log': '', 'b.log': '', 'c.log': '' });
    git(root, 'add', '-f', 'a.log');
    git(root, 'update-index', '--split-index');
    git(root, 'add', '-f', 'b.log');
    expect(entries(root)).not.toContain('a.log');
    expect(read(root)).toEqual(['.gitignore', 'a.log', 'b.log']);
  });

  it('knows submodules', () => {
    const root = repository();
    git(root, 'update-index', '--add', '--cacheinfo', `160000,${'1'.repeat(40)},module`);
    expect(parseGitIndex(readFileSync(join(root, '.git', 'index')))?.entries).toEqual([{ path: Buffer.from('module'), isSubmodule: true }]);
  });

  it('may be anything, cut off anywhere, and neither throws nor hangs', () => {
    const root = repository();
    add(root);
    const whole = readFileSync(join(root, '.git', 'index'));
    for (let length = 0; length < 400; length += 1) parseGitIndex(whole.subarray(0, length));
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), fc.constantFrom(2, 3, 4), (at, byte, version) => {
        const changed = Buffer.from(whole);
        changed[at] = byte;
        changed.writeUInt32BE(version, 4);
        parseGitIndex(changed);
        parseGitIndex(changed, 32);
      }),
      { numRuns: 2000 },
    );
    expect(parseGitIndex(Buffer.from('no index'))).toBeUndefined();
  });
});
