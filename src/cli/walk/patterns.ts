/** Glob patterns given as paths: `'src/**\/*.ts'` in quotes, as with ESLint. */
import { relative, resolve, sep } from 'node:path';
import picomatch from 'picomatch';
import { isThere } from './kinds.js';

/** A path from the command line, and what it refers to. */
export interface Named {
  readonly given: string;
  /** The file or folder to scan, or the base folder of a pattern; absolute. */
  readonly start: string;
  /** For a pattern: whether it matches a file, or a folder that contains the file. */
  readonly matches?: (path: string) => boolean;
}

/** Resolves a path. It is a pattern if it has glob characters, unless a file or folder of that name exists, such as `[id].ts`. */
export function namedBy(given: string, cwd: string): Named {
  const path = resolve(cwd, given);
  if (isThere(path)) return { given, start: path };
  const { isGlob, base, glob } = picomatch.scan(given.split(sep).join('/'));
  if (!isGlob) return { given, start: path };
  const start = resolve(cwd, base);
  const isMatch = picomatch(glob, { dot: true });
  const matches = (file: string): boolean => {
    const names = relative(start, file).split(sep);
    return names.some((_, index) => isMatch(names.slice(0, index + 1).join('/')));
  };
  return { given, start, matches };
}
