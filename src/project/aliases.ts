/** Prefixes that frameworks give to folders of a project, unless its configuration says otherwise. */
import { dirname, join } from 'node:path';
import type { Files } from './files.js';

/**
 * For each prefix, the folders that it may stand for.
 * Sources: https://svelte.dev/docs/kit/$lib, https://nuxt.com/docs/4.x/api/nuxt-config#alias, and the templates of Vite and Vue, November 2026.
 */
const prefixes: readonly (readonly [prefix: string, folders: readonly string[]])[] = [
  ['$lib/', ['src/lib']],
  ['~~/', ['.']],
  ['@@/', ['.']],
  ['~/', ['app', 'src', '.']],
  ['@/', ['app', 'src', '.']],
  ['#shared/', ['shared']],
];

/**
 * Packages that give what a file of the project holds. Values that another file of the folder overrides for one environment are not looked for.
 * Source: https://github.com/node-config/node-config/wiki/Configuration-Files, November 2026.
 */
const stored: Readonly<Record<string, string>> = { config: 'config/default' };

/** The paths that a specifier may stand for, in the nearest package. */
export function aliased(specifier: string, folder: string, files: Files): readonly string[] {
  const file = Object.hasOwn(stored, specifier) ? stored[specifier] : undefined;
  if (file !== undefined) return [join(packageFolder(folder, files) ?? folder, file)];
  const row = prefixes.find(([prefix]) => specifier.startsWith(prefix) || `${specifier}/` === prefix);
  if (!row) return [];
  const [prefix, folders] = row;
  for (let at = folder; files.isInside(at); at = dirname(at)) {
    const found = folders.map((each) => join(at, each)).filter((each) => each !== at && files.isFolder(each));
    if (found.length > 0 || files.isFile(join(at, 'package.json'))) {
      const all = folders.includes('.') && files.isFile(join(at, 'package.json')) ? [...found, at] : found;
      return all.map((each) => join(each, specifier.slice(prefix.length)));
    }
    if (dirname(at) === at) break;
  }
  return [];
}

function packageFolder(folder: string, files: Files): string | undefined {
  for (let at = folder; files.isInside(at); at = dirname(at)) {
    if (files.isFile(join(at, 'package.json')) || files.isFolder(join(at, 'config'))) return at;
    if (dirname(at) === at) break;
  }
  return undefined;
}
