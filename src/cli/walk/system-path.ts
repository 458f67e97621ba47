/** Paths as the file system has them: on Linux a name is bytes, and not every name is UTF-8. */
import { isUtf8 } from 'node:buffer';
import { sep } from 'node:path';

/** What opens a file: a string, or bytes where a name on the way is not UTF-8. */
export type SystemPath = string | Buffer;

/** The path of an entry of a folder. */
export function childPath(folder: SystemPath, name: Buffer): SystemPath {
  if (typeof folder === 'string' && isUtf8(name)) return childName(folder, name.toString());
  const parent = Buffer.from(folder);
  const separator = parent.at(-1) === sep.charCodeAt(0) ? '' : sep;
  return Buffer.concat([parent, Buffer.from(separator), name]);
}

/** The same for the text that stands for a path. */
export const childName = (folder: string, name: string): string => (folder.endsWith(sep) ? folder + name : folder + sep + name);

/** A string for each path, different for different paths. */
export const pathKey = (path: SystemPath): string => Buffer.from(path).toString('latin1');
