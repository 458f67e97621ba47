import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { name } from '../package.js';

const root = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));

/** A file of the package, wherever the build has put what asks for it. */
export function packageFile(path: string): string {
  return join(root, path);
}
