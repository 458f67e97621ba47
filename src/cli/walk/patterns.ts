/** Patterns in the place of paths: `'src/**\/*.ts'`, in quotes, as ESLint's users are used to. */
import { relative, resolve, sep } from 'node:path';
import picomatch from 'picomatch';
import { isThere } from './kinds.js';

/** A path as it is given, and what it stands for. */
export interface Named {
  readonly given: string;
  /** The file or folder to scan, or the folder that a pattern begins in; absolute. */
  readonly start: string;
  /** Of a pattern: whether a file, or a folder that it is in, is called like that. */
  readonly matches?: (path: string) => boolean;
}

/** What a path stands for: a pattern, unless there is a file or folder of that name, such as `[id].ts`. */
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
