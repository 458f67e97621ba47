import { relative, sep } from 'node:path';
import { isExpectedSkip, skipReasons } from './skip-reasons.js';
import type { SystemPath } from './system-path.js';
import { isThere } from './kinds.js';
import { namedBy } from './patterns.js';
import { entriesOf, type WalkOptions } from './walk.js';

/** A file to scan, or to count as skipped. */
export interface Listed {
  /** From the working directory, with `/`; absolute if it lies elsewhere. Bytes that are not UTF-8 are U+FFFD. */
  readonly path: string;
  /** What opens it. */
  readonly absolute: SystemPath;
  /** The path that counts for what names of files and folders say: from the root of the repository, or else of the scan. */
  readonly root: string;
  /** Why it is not to be read. A folder that is skipped is listed as one. */
  readonly skip?: string;
  /** Whether it is skipped by design (ignored, a lock file) and not for being out of the ordinary. */
  readonly isExpectedSkip?: boolean;
}

/** What a walk found. */
export interface Walk {
  readonly files: readonly Listed[];
  /** What could not be read, one line each. File names are as they are: neutralise them before they are printed. */
  readonly warnings: readonly string[];
  /** Paths given that do not exist, and patterns that no file matches. */
  readonly missing: readonly string[];
}

/** The files to scan in the order of paths, the same on every machine. */
export function walk(paths: readonly string[], options: Omit<WalkOptions, 'paths'>): Walk {
  const named = paths.map((path) => namedBy(path, options.cwd));
  const missing = named.flatMap(({ given, start }) => (isThere(start) ? [] : [given]));
  if (missing.length > 0) return { files: [], warnings: [], missing };
  const unmatched = new Set(named.filter(({ matches }) => matches));
  const files: Listed[] = [];
  const warnings: string[] = [];
  for (const { path: absolute, name, scannedPath, skip } of entriesOf({ ...options, paths: named })) {
    for (const pattern of unmatched) if (pattern.matches?.(name)) unmatched.delete(pattern);
    const path = shownPath(name, options.cwd);
    const isExpected = skip !== undefined && isExpectedSkip(skip);
    if (skip !== undefined && !isExpected) warnings.push(`${path}: ${skipReasons[skip].text}`);
    files.push({
      path,
      absolute,
      root: scannedPath,
      ...(skip !== undefined && { skip: skipReasons[skip].text, isExpectedSkip: isExpected }),
    });
  }
  return unmatched.size > 0 ? { files: [], warnings: [], missing: [...unmatched].map(({ given }) => given) } : { files, warnings, missing };
}

/** A path for people and reports: from the working directory, with slashes, or absolute if it is not below. */
export function shownPath(path: string, cwd: string, { from = relative, separator = sep }: PathStyle = {}): string {
  // Nearly all files lie below the folder, and `relative` takes a while for each.
  const way = path.startsWith(`${cwd}${separator}`) ? path.slice(cwd.length + separator.length) : from(cwd, path);
  // On another drive of Windows, there is no way but the absolute path.
  const isOutside = way === '..' || way.startsWith(`..${separator}`) || way === path;
  return (isOutside ? path : way === '' ? '.' : way).split(separator).join('/');
}

interface PathStyle {
  readonly from?: typeof relative;
  readonly separator?: string;
}

/** The paths of a list, each ended by a zero, or by a line break if there is no zero. */
export function filesFrom(text: Buffer): readonly Buffer[] {
  const end = text.includes(0) ? 0 : '\n'.charCodeAt(0);
  const paths: Buffer[] = [];
  for (let start = 0; start < text.length;) {
    const found = text.indexOf(end, start);
    const stop = found === -1 ? text.length : found;
    const path = text.subarray(start, end !== 0 && text[stop - 1] === '\r'.charCodeAt(0) ? stop - 1 : stop);
    if (path.length > 0) paths.push(path);
    start = stop + 1;
  }
  return paths;
}
