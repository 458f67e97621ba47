import { relative, sep } from 'node:path';
import { isExpectedSkip, skipReasons } from './skip-reasons.js';
import type { SystemPath } from './system-path.js';
import { isThere } from './kinds.js';
import { namedBy } from './patterns.js';
import { entriesOf, type WalkOptions } from './walk.js';

/** A file to scan, or to count as skipped. */
export interface Listed {
  /** Relative to the working directory, with `/`; absolute outside of it. Bytes that are not UTF-8 are replaced by U+FFFD. */
  readonly path: string;
  /** The path to open. */
  readonly absolute: SystemPath;
  /** The path whose file and folder names count as evidence: relative to the root of the repository, or else of the scan. */
  readonly root: string;
  /** Why it is not read. A skipped folder is listed as one entry. */
  readonly skip?: string;
  /** Whether it is skipped by design (ignored, a lock file), not because something is wrong. */
  readonly isExpectedSkip?: boolean;
}

/** Result of a walk. */
export interface Walk {
  readonly files: readonly Listed[];
  /** What could not be read, one line each. File names are raw: neutralise them before printing. */
  readonly warnings: readonly string[];
  /** Given paths that do not exist, and patterns that match no file. */
  readonly missing: readonly string[];
}

/** Lists the files to scan, in an order that is the same on every machine. */
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

/** A path for display: relative to the working directory, with slashes, or absolute if it is outside. */
export function shownPath(path: string, cwd: string, { from = relative, separator = sep }: PathStyle = {}): string {
  // A shortcut for nearly all files: `relative` is slow.
  const way = path.startsWith(`${cwd}${separator}`) ? path.slice(cwd.length + separator.length) : from(cwd, path);
  // Windows has no relative path to another drive.
  const isOutside = way === '..' || way.startsWith(`..${separator}`) || way === path;
  return (isOutside ? path : way === '' ? '.' : way).split(separator).join('/');
}

interface PathStyle {
  readonly from?: typeof relative;
  readonly separator?: string;
}

/** Splits a list of paths, separated by NUL, or by line breaks if there is no NUL. */
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
