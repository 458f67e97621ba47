import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { name } from '../package.js';

const root = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));

/** Returns the absolute path of a file in the package, independent of where the build puts the calling module. */
export function packageFile(path: string): string {
  return join(root, path);
}
