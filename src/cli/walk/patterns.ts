/** Patterns in the place of paths: `'src/**\/*.ts'`, in quotes, as ESLint's users are used to. */
import { relative, resolve, sep } from 'node:path';
import picomatch from 'picomatch';
import { isThere } from './kinds.js';

/** What a pattern stands for. */
export interface Pattern {
  /** The folder that it begins in, absolute. */
  readonly folder: string;
  /** Whether a file, or a folder that it is in, is called like that. */
  readonly matches: (path: string) => boolean;
}

/** The pattern that is meant by a path; undefined if there is a file or folder of that name, such as `[id].ts`. */
export function patternOf(path: string, cwd: string): Pattern | undefined {
  if (isThere(resolve(cwd, path))) return undefined;
  const { isGlob, base, glob } = picomatch.scan(path.split(sep).join('/'));
  if (!isGlob) return undefined;
  const folder = resolve(cwd, base);
  const isMatch = picomatch(glob, { dot: true });
  return {
    folder,
    matches: (file) => {
      const names = relative(folder, file).split(sep);
      return names.some((_, index) => isMatch(names.slice(0, index + 1).join('/')));
    },
  };
}
