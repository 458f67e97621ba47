/** Reads Git repositories as data: what they track, and what they exclude in addition to `.gitignore`. */
import { lstatSync, type Stats } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseGitIndex, type GitIndex } from './git-index.js';
import { readBytes } from './read-bytes.js';

/** In bytes; the index of a million files has about a hundred million. */
const maxIndexSize = 512 * 1024 * 1024;
const maxTextSize = 1024 * 1024;

/** A work tree. */
export interface Repository {
  readonly root: string;
  /** Whether Git treats `A` and `a` as the same name here. */
  readonly ignoresCase: boolean;
  /** Patterns of `.git/info/exclude`. */
  readonly exclude: string;
  /** Whether the index contains a path, relative to the root with slashes: a file, a submodule, or a folder with either in it. */
  readonly tracks: (path: Buffer) => boolean;
}

/** Returns the repository whose work tree has its root at a folder. */
export function repositoryAt(root: string): Repository | undefined {
  const gitDir = gitDirectory(root);
  if (gitDir === undefined) return undefined;
  // Linked work trees share most of the repository.
  const shared = text(join(gitDir, 'commondir')).trim();
  const commonDir = shared === '' ? gitDir : resolve(gitDir, shared);
  const config = text(join(commonDir, 'config'));
  const ignoresCase = isSet(config, 'ignorecase');
  const key = pathNormalizer(ignoresCase, isSet(config, 'precomposeunicode'));
  let tracked: ReadonlySet<string> | undefined;
  return {
    root,
    ignoresCase,
    exclude: text(join(commonDir, 'info', 'exclude')),
    tracks: (path) =>
      (tracked ??= trackedPaths(gitDir, /^[\t ]*objectformat[\t ]*=[\t ]*sha256[\t\r ]*$/im.test(config) ? 32 : 20, key)).has(key(path)),
  };
}

/** Returns the repository that contains a folder. */
export function repositoryAround(folder: string): Repository | undefined {
  for (let root = folder; ; root = dirname(root)) {
    const found = repositoryAt(root);
    if (found || root === dirname(root)) return found;
  }
}

/** Returns the `.git` directory. Linked work trees and submodules have a `.git` file with its path instead. */
function gitDirectory(root: string): string | undefined {
  const path = join(root, '.git');
  const stats = statsOf(path);
  if (stats?.isDirectory()) return path;
  const target = stats?.isFile() ? /^gitdir: (.+)$/m.exec(text(path))?.[1] : undefined;
  return target === undefined ? undefined : resolve(root, target.trim());
}

/** Returns undefined if the path does not exist or is not accessible, for example in a folder without permission. */
function statsOf(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function trackedPaths(gitDir: string, hashSize: 20 | 32, key: (path: Buffer) => string): ReadonlySet<string> {
  const index = readIndex(join(gitDir, 'index'), hashSize);
  // Entries that the index removes from the shared one are kept: scanning a file too many does no harm.
  const shared = index?.sharedIndex === undefined ? undefined : readIndex(join(gitDir, `sharedindex.${index.sharedIndex}`), hashSize);
  const paths = new Set<string>();
  for (const { path } of [...(shared?.entries ?? []), ...(index?.entries ?? [])]) {
    const whole = key(path);
    paths.add(whole);
    for (let end = whole.lastIndexOf('/'); end > 0; end = whole.lastIndexOf('/', end - 1)) {
      const folder = whole.slice(0, end);
      if (paths.has(folder)) break;
      paths.add(folder);
    }
  }
  return paths;
}

function readIndex(path: string, hashSize: 20 | 32): GitIndex | undefined {
  const bytes = readBytes(path, { maxSize: maxIndexSize });
  return typeof bytes === 'string' ? undefined : parseGitIndex(bytes, hashSize);
}

/** Returns a function that maps equal paths to equal keys: names differ by their bytes, unless the file system ignores case or composes Unicode. */
function pathNormalizer(ignoresCase: boolean, composes: boolean): (path: Buffer) => string {
  if (!ignoresCase && !composes) return (path) => path.toString('latin1');
  return (path) => {
    const composed = composes ? path.toString().normalize('NFC') : path.toString();
    return ignoresCase ? composed.toLowerCase() : composed;
  };
}

/** Git probes the file system when it creates a repository, and writes these two settings. */
const isSet = (config: string, name: string): boolean =>
  new RegExp(String.raw`^[\t ]*${name}[\t ]*=[\t ]*true[\t\r ]*$`, 'im').test(config);

function text(path: string): string {
  const bytes = readBytes(path, { maxSize: maxTextSize });
  return typeof bytes === 'string' ? '' : bytes.toString();
}
