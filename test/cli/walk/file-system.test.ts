/** Whatever a file system holds: it is skipped with a reason, and everything else is scanned. */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, posix, win32 } from 'node:path';
import { expect, it } from 'vitest';
import { filesFrom, shownPath, walk } from '../../../src/cli/walk/index.js';
import { readBytes } from '../../../src/cli/walk/read-bytes.js';
import { entries, tree, walked } from './tree.js';

it('links of all kinds', () => {
  const outside = tree({ 'secret.ts': '' });
  const root = tree({ 'a/b.ts': '', 'z.ts': '' });
  symlinkSync('nowhere', join(root, 'dangling'));
  symlinkSync('circular', join(root, 'circular'));
  symlinkSync('..', join(root, 'a', 'parent'));
  symlinkSync(join(outside, 'secret.ts'), join(root, 'out.ts'));
  symlinkSync('z.ts', join(root, 'in.ts'));
  expect(walked(root)).toEqual([
    'a/b.ts',
    'a/parent: link',
    'circular: circularLink',
    'dangling: danglingLink',
    'in.ts: link',
    'out.ts: link',
    'z.ts',
  ]);
  expect(walked(root, { paths: ['in.ts', 'dangling', 'circular'] })).toEqual(['in.ts', 'dangling: danglingLink', 'circular: circularLink']);
});

it('pipes, sockets and devices, named or not', async () => {
  const root = tree({ 'z.ts': '' });
  execFileSync('mkfifo', [join(root, 'pipe.ts')]);
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(join(root, 'socket.ts'), resolve));
  expect(walked(root)).toEqual(['pipe.ts: special', 'socket.ts: special', 'z.ts']);
  expect(walked(root, { paths: ['pipe.ts', '/dev/zero'] })).toEqual(['pipe.ts: special', '/dev/zero: special']);
  expect(['pipe.ts', 'socket.ts', '/dev/zero'].map((each) => readBytes(join(each.startsWith('/') ? '' : root, each)))).toEqual([
    'special',
    'special',
    'special',
  ]);
  server.close();
});

it('names with anything in them', () => {
  const root = tree({ 'line\nbreak.ts': '', '\u001B[31m.ts': '', '::error::x.ts': '', ' .ts': '', '*.ts': '', '\\.ts': '' });
  const folder = Buffer.concat([Buffer.from(`${root}/`), Buffer.from([0xff, 0xfe])]);
  mkdirSync(folder);
  writeFileSync(Buffer.concat([folder, Buffer.from([0x2f, 0x80])]), 'content');
  const found = entries(root);
  expect(found.map(({ path }) => readBytes(path).toString())).toEqual(['', '', '', '', '', '', 'content']);
  expect(found.at(-1)?.name).toBe(`${root}/\uFFFD\uFFFD/\uFFFD`);
  const [listed] = entries(root, { paths: [], listed: [Buffer.from([0xff, 0xfe, 0x2f, 0x80])] });
  expect(readBytes(listed?.path ?? '').toString()).toBe('content');
});

/** What happens to a user without privileges: nothing is closed to the superuser. */
function unprivileged<T>(run: () => T): T {
  if (process.getuid?.() !== 0) return run();
  process.seteuid?.(65_534);
  try {
    return run();
  } finally {
    process.seteuid?.(0);
  }
}

it('folders and files that are closed', () => {
  const root = tree({ 'a/closed/a.ts': '', 'a/z.ts': '', 'closed/a.ts': '', 'closed.ts': '', 'z.ts': '' });
  chmodSync(root, 0o755);
  for (const path of ['a/closed', 'closed', 'closed.ts']) chmodSync(join(root, path), 0);
  unprivileged(() => {
    expect(walked(root)).toEqual(['a/closed: forbidden', 'a/z.ts', 'closed: forbidden', 'closed.ts', 'z.ts']);
    expect(walked(root, { paths: ['closed'] })).toEqual(['closed: forbidden']);
    expect(walk(['.'], { cwd: root, gitignore: true }).warnings).toEqual([
      expect.stringMatching(/^a\/closed: /),
      expect.stringMatching(/^closed: /),
    ]);
    expect(readBytes(join(root, 'closed.ts'))).toBe('forbidden');
  });
  chmodSync(join(root, 'a/closed'), 0o700);
  chmodSync(join(root, 'closed'), 0o700);
});

it('files that are terabytes long, have vanished, or are folders by now', () => {
  const root = tree({ 'sparse.ts': '', 'gone.ts': '', 'a/b.ts': '' });
  truncateSync(join(root, 'sparse.ts'), 2 ** 40);
  rmSync(join(root, 'gone.ts'));
  expect(['sparse.ts', 'gone.ts', 'a', 'a/b.ts/c'].map((each) => readBytes(join(root, each)))).toEqual([
    'tooLarge',
    'missing',
    'folder',
    'missing',
  ]);
  // It claims to be empty.
  expect(readBytes('/proc/self/status').length).toBeGreaterThan(100);
  expect(readBytes('/proc/self/status', { maxSize: 10 })).toBe('tooLarge');
});

it('is told in words, and only what is out of the ordinary in a warning', () => {
  const root = tree({ '.gitignore': 'ignored.ts', 'ignored.ts': '', 'z.ts': '' });
  symlinkSync('nowhere', join(root, 'dangling'));
  const { files, warnings } = walk(['.'], { cwd: root, gitignore: true });
  expect(warnings).toEqual(['dangling: symbolic link to nothing']);
  expect(files.map(({ path, skip }) => [path, skip])).toEqual([
    ['.gitignore', undefined],
    ['dangling', 'symbolic link to nothing'],
    ['ignored.ts', 'ignored by Git'],
    ['z.ts', undefined],
  ]);
  expect(walk(['z.ts', 'nothing', 'dangling'], { cwd: root, gitignore: true })).toEqual({ files: [], warnings: [], missing: ['nothing'] });
});

it('paths are shown from the working directory, on every system', () => {
  const windows = { from: win32.relative.bind(win32), separator: '\\' };
  const linux = { from: posix.relative.bind(posix), separator: '/' };
  expect(shownPath('C:\\work\\src\\a.ts', 'C:\\work', windows)).toBe('src/a.ts');
  expect(shownPath('c:\\Work\\src\\a.ts', 'C:\\work', windows)).toBe('src/a.ts');
  expect(shownPath('D:\\other\\a.ts', 'C:\\work', windows)).toBe('D:/other/a.ts');
  expect(shownPath('C:\\other\\a.ts', 'C:\\work', windows)).toBe('C:/other/a.ts');
  expect(shownPath('\\\\server\\share\\a.ts', 'C:\\work', windows)).toBe('//server/share/a.ts');
  expect(shownPath('/home/ann/src/a.ts', '/home/ann', linux)).toBe('src/a.ts');
  expect(shownPath('/home/ann/..a/b.ts', '/home/ann', linux)).toBe('..a/b.ts');
  expect(shownPath('/other/a\\b.ts', '/work', linux)).toBe('/other/a\\b.ts');
  expect(shownPath('/work', '/work', linux)).toBe('.');
});

it('lists are ended by zeros or line breaks', () => {
  const read = (text: string): string[] => filesFrom(Buffer.from(text)).map(String);
  expect(read('a.ts\0b\nc.ts\0')).toEqual(['a.ts', 'b\nc.ts']);
  expect(read('a.ts\r\n\nb.ts')).toEqual(['a.ts', 'b.ts']);
  expect(read('')).toEqual([]);
});
