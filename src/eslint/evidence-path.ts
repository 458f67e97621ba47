import { isAbsolute, relative, sep } from 'node:path';
import process from 'node:process';

/**
 * The path of a file as facts see it: relative to the working directory, so that the location of a checkout does not count as evidence. A path outside of
 * it, or the name of a text without a file, stays as it is.
 */
export function evidencePath(path: string): string {
  const inside = relative(process.cwd(), path);
  return inside.startsWith('..') || isAbsolute(inside) ? path : inside.split(sep).join('/');
}
