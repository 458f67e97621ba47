/** Paths as the file system has them: on Linux, names are bytes, and not all of them are UTF-8. */
import { isUtf8 } from 'node:buffer';
import { sep } from 'node:path';

/** A path to open: a string, or bytes if part of it is not UTF-8. */
export type SystemPath = string | Buffer;

/** Returns the path of a folder's entry. */
export function childPath(folder: SystemPath, name: Buffer): SystemPath {
  if (typeof folder === 'string' && isUtf8(name)) return childName(folder, name.toString());
  const parent = Buffer.from(folder);
  const separator = parent.at(-1) === sep.charCodeAt(0) ? '' : sep;
  return Buffer.concat([parent, Buffer.from(separator), name]);
}

/** The same for paths as text. */
export const childName = (folder: string, name: string): string => (folder.endsWith(sep) ? folder + name : folder + sep + name);

/** A unique string for each path. */
export const pathKey = (path: SystemPath): string => Buffer.from(path).toString('latin1');
