/** Lists the files to scan: the content of folders, without what Git ignores, and files that are named. */
import { readdirSync, type Dirent } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { repositoryAround, repositoryAt } from './git-repository.js';
import { ignoreRules } from './ignore-rules.js';
import { kindOf, reasonOfLink } from './kinds.js';
import { holdsDependencies, leadsToDependencies } from './dependencies.js';
import { isLockFile } from './lock-files.js';
import type { Named } from './patterns.js';
import { scopeOf, scopeOfChild, scopeOfTracked, withGitignore, type Scope } from './scopes.js';
import { skipReasonOf, type SkipReason } from './skip-reasons.js';
import { childName, childPath, pathKey, type SystemPath } from './system-path.js';

/** What to scan. */
export interface WalkOptions {
  /** The folder that paths and patterns are relative to. */
  readonly cwd: string;
  /** Files, folders and patterns from the command line. Named files and folders are scanned even if Git ignores them. */
  readonly paths: readonly Named[];
  /** Files from a list, such as those of a commit. They may no longer exist, and lock files and dependencies among them are skipped. */
  readonly listed?: readonly Buffer[];
  /** Whether to skip what Git ignores and does not track. */
  readonly gitignore: boolean;
  /** Patterns in the syntax of `.gitignore` that apply to everything, including named files. */
  readonly ignorePatterns?: readonly string[];
}

/** A file to scan, or something that is skipped. */
export interface Entry {
  /** The path to open. */
  readonly path: SystemPath;
  /** The path as text, with bytes that are not UTF-8 replaced by U+FFFD. */
  readonly name: string;
  /** The path whose names count as evidence, with slashes: relative to the root of the repository, or else of the scan. */
  readonly scannedPath: string;
  /** Why it is not read. A skipped folder is one entry. */
  readonly skip?: SkipReason;
}

interface Folder {
  readonly path: SystemPath;
  readonly name: string;
  readonly scannedPath: string;
  readonly scope: Scope;
  /** The path relative to the root of the scope, empty or with a trailing slash. */
  readonly inScope: string;
}

/** Yields all entries in the order of the given paths; within a folder, sorted by bytes. */
export function* entriesOf(options: WalkOptions): Generator<Entry> {
  const isExcluded = exclusion(options);
  const seen = options.paths.length + (options.listed?.length ?? 0) > 1 ? new Set<string>() : undefined;
  for (const entry of allEntries(options, isExcluded)) {
    if (seen) {
      // A file that is skipped in its folder may be scanned because it is named.
      const key = `${pathKey(entry.path)}\0${entry.skip ?? ''}`;
      if (seen.has(key)) continue;
      seen.add(key);
    }
    yield entry;
  }
}

type IsExcluded = (name: string, isFolder: boolean) => boolean;

function* allEntries(options: WalkOptions, isExcluded: IsExcluded): Generator<Entry> {
  for (const { start, matches } of options.paths)
    for (const entry of entriesOfNamed(start, options, isExcluded)) if (matches?.(entry.name) !== false) yield entry;
  for (const path of options.listed ?? []) yield* entriesOfListed(path, options, isExcluded);
}

function* entriesOfNamed(path: string, options: WalkOptions, isExcluded: IsExcluded): Generator<Entry> {
  const entry = { path, name: path, scannedPath: fileFromRoot(path, options.cwd) };
  const kind = kindOf(path);
  if (isExcluded(path, kind === 'folder')) yield { ...entry, skip: 'pattern' };
  else if (kind === 'file') yield entry;
  else if (kind === 'folder') yield* entriesOfFolder(startingFolder(path, options), options.gitignore, isExcluded);
  else yield { ...entry, skip: kind };
}

function* entriesOfListed(path: Buffer, options: WalkOptions, isExcluded: IsExcluded): Generator<Entry> {
  const text = path.toString();
  const name = resolve(options.cwd, text);
  const isAbsolutePath = isAbsolute(text);
  const whole = text === name || Buffer.from(text).equals(path) ? name : isAbsolutePath ? path : childPath(options.cwd, path);
  const base = text.split(/[/\\]/).at(-1) ?? '';
  const entry = { path: whole, name, scannedPath: fileFromRoot(name, options.cwd) };
  if (leadsToDependencies(text, options.cwd)) yield { ...entry, skip: 'dependencies' };
  else if (isLockFile(base)) yield { ...entry, skip: 'lockFile' };
  else if (isExcluded(name, false)) yield { ...entry, skip: 'pattern' };
  else {
    const kind = kindOf(whole);
    // A changed submodule.
    if (kind === 'folder' && typeof whole === 'string')
      yield* entriesOfFolder(startingFolder(whole, options), options.gitignore, isExcluded);
    else yield kind === 'file' ? entry : { ...entry, skip: kind };
  }
}

/** Returns a predicate: whether the user's ignore patterns exclude a path. */
function exclusion({ cwd, ignorePatterns = [] }: WalkOptions): IsExcluded {
  if (ignorePatterns.length === 0) return () => false;
  const rules = ignoreRules(ignorePatterns.join('\n'));
  return (name, isFolder) => {
    const path = relative(cwd, name).split(sep).join('/');
    if (path === '' || path.startsWith('../') || path === '..' || isAbsolute(path)) return false;
    return rules.verdict(isFolder ? `${path}/` : path) === true;
  };
}

/** A file's path relative to the root of its repository, or else to the working directory. */
function fileFromRoot(path: string, cwd: string): string {
  const root = repositoryAround(dirname(path))?.root ?? (isInside(path, cwd) ? cwd : dirname(path));
  return relative(root, path).split(sep).join('/');
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** Returns a named folder, with the patterns of the folders around it, unless these ignore it. */
function startingFolder(path: string, { cwd, gitignore }: WalkOptions): Folder {
  const repository = repositoryAround(path);
  const scannedPath = repository ? slashed(relative(repository.root, path)) : '';
  const start = { path, name: path, scannedPath };
  const outermost = { ...start, scope: { levels: [], ...(repository && { repository }) }, inScope: '' };
  if (!gitignore) return outermost;
  const top = repository?.root ?? (isInside(path, cwd) ? cwd : path);
  let scope = scopeOf(repository);
  let inScope = '';
  const folders = relative(top, path).split(sep).filter(Boolean);
  for (const [index, name] of folders.entries()) {
    inScope += `${name}/`;
    const outer = withGitignore(scope, join(top, ...folders.slice(0, index)), inScope.slice(0, -name.length - 1)).scope;
    const inner = scopeOfChild(outer, inScope);
    // A name that no file has: tests whether a pattern such as `dist/*` ignores the whole content of the folder.
    if (!inner || !scopeOfChild(inner, `${inScope}\u0001`)) return outermost;
    scope = inner;
  }
  return { ...start, scope, inScope };
}

const slashed = (path: string): string => (path === '' ? '' : `${path.split(sep).join('/')}/`);

/** Yields everything in a folder. Keeps a list of waiting folders instead of recursing: very deep folders would exhaust the stack. */
function* entriesOfFolder(start: Folder, gitignore: boolean, isExcluded: IsExcluded): Generator<Entry> {
  const waiting: (Folder | Entry)[] = [start];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if ('scope' in next) waiting.push(...contentOf(next, gitignore, isExcluded).reverse());
    else yield next;
  }
}

/** Returns the entries of a folder and the folders in it, in order. */
function contentOf(given: Folder, gitignore: boolean, isExcluded: IsExcluded): (Folder | Entry)[] {
  let dirents: Dirent<Buffer>[];
  try {
    dirents = readdirSync(given.path, { withFileTypes: true, encoding: 'buffer' });
  } catch (error) {
    return [{ path: given.path, name: given.name, scannedPath: given.scannedPath, skip: skipReasonOf(error) }];
  }
  const found: (Folder | Entry)[] = [];
  const folder = gitignore ? inOwnScope(given, dirents, found) : given;
  dirents.sort((one, other) => one.name.compare(other.name));
  for (const dirent of dirents) {
    const text = dirent.name.toString();
    if (text === '.git') continue;
    const isFolder = dirent.isDirectory();
    const path = childPath(folder.path, dirent.name);
    const inScope = `${folder.inScope}${text}${isFolder ? '/' : ''}`;
    const child = {
      path,
      name: childName(folder.name, text),
      scannedPath: `${folder.scannedPath}${text}${isFolder ? '/' : ''}`,
    };
    const scope = (folder.scope.onlyTracked ? undefined : scopeOfChild(folder.scope, inScope)) ?? scopeOfTracked(folder.scope, path);
    const skip = skipOf(dirent, text, path) ?? (isExcluded(child.name, isFolder) ? 'pattern' : scope ? undefined : 'gitignore');
    if (skip !== undefined) found.push({ ...child, skip });
    else if (isFolder) found.push({ ...child, scope: scope ?? folder.scope, inScope });
    else found.push(child);
  }
  return found;
}

/** Returns the folder with the patterns of its own `.gitignore` added. If it is a repository, patterns from outside no longer apply. */
function inOwnScope(folder: Folder, dirents: readonly Dirent<Buffer>[], found: (Folder | Entry)[]): Folder {
  const has = (name: string): boolean => dirents.some((dirent) => dirent.name.length === name.length && dirent.name.toString() === name);
  const repository = folder.inScope !== '' && has('.git') && typeof folder.path === 'string' ? repositoryAt(folder.path) : undefined;
  const outer = repository ? { ...folder, scope: scopeOf(repository), inScope: '' } : folder;
  if (!has('.gitignore') || outer.scope.onlyTracked) return outer;
  const { scope, isPartial } = withGitignore(outer.scope, outer.path, outer.inScope);
  if (isPartial)
    found.push({
      path: childPath(folder.path, Buffer.from('.gitignore')),
      name: childName(folder.name, '.gitignore'),
      scannedPath: `${folder.scannedPath}.gitignore`,
      skip: 'ignoreFile',
    });
  return { ...outer, scope };
}

/** Returns why an entry is skipped regardless of patterns. */
function skipOf(dirent: Dirent<Buffer>, name: string, path: SystemPath): SkipReason | undefined {
  if (dirent.isDirectory()) return holdsDependencies(name, path) ? 'dependencies' : undefined;
  if (dirent.isSymbolicLink()) return reasonOfLink(path);
  if (!dirent.isFile()) return 'special';
  return isLockFile(name) ? 'lockFile' : undefined;
}
