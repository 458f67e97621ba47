import { isAbsolute, relative, sep } from 'node:path';
import process from 'node:process';

/**
 * The path of a file as facts see it: below the working directory, so that the folder in which a checkout lies is no evidence. What lies elsewhere, or has no
 * file, keeps its name.
 */
export function evidencePath(path: string): string {
  const inside = relative(process.cwd(), path);
  return inside.startsWith('..') || isAbsolute(inside) ? path : inside.split(sep).join('/');
}
