/** Import prefixes that frameworks map to folders of a project by default. */
import { dirname, join } from 'node:path';
import type { Files } from './files.js';

/**
 * For each prefix, the folders that it may be mapped to.
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
 * Specifiers, some of them made up for functions that frameworks provide, that resolve to a configuration file of the project. Overrides for single
 * environments in other files of the folder are ignored.
 * Sources: https://github.com/node-config/node-config/wiki/Configuration-Files, https://nuxt.com/docs/4.x/guide/going-further/runtime-config and
 * https://nextjs.org/docs/15/pages/api-reference/config/next-config-js/runtime-configuration, November 2026.
 */
const stored: Readonly<Record<string, string>> = {
  config: 'config/default',
  'config/custom-environment-variables.json': 'config/custom-environment-variables',
  'nuxt.config.ts': 'nuxt.config',
  'next.config.js': 'next.config',
  'worker-configuration.d.ts': 'worker-configuration.d',
  // Files that run before handlers: https://svelte.dev/docs/kit/hooks, https://docs.astro.build/en/guides/middleware/
  'hooks.server.ts': 'src/hooks.server',
  'middleware.ts': 'src/middleware',
};

/** Code that reads one of these files without importing it. */
const askedFor: readonly (readonly [asks: RegExp, specifier: string])[] = [
  [/\buseRuntimeConfig\s*\(/, 'nuxt.config.ts'],
  [/['"]next\/config['"]/, 'next.config.js'],
  [/\blocals\b/, 'hooks.server.ts'],
  [/\blocals\b/, 'middleware.ts'],
];

/** The specifiers of the configuration files that a program reads through a framework's function. */
export function givenSpecifiers(text: string): readonly string[] {
  return askedFor.flatMap(([asks, specifier]) => (asks.test(text) ? [specifier] : []));
}

/** The paths that a specifier may resolve to, in the nearest package. */
export function aliased(specifier: string, folder: string, files: Files): readonly string[] {
  const file = Object.hasOwn(stored, specifier) ? stored[specifier] : undefined;
  if (file !== undefined) return [join(packageFolder(folder, files, file) ?? folder, file)];
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

/** The nearest folder that is a package or contains the settings file. */
function packageFolder(folder: string, files: Files, settings: string): string | undefined {
  const isHere = (at: string): boolean =>
    settings.includes('/')
      ? files.isFolder(join(at, dirname(settings)))
      : ['.ts', '.js', '.mjs'].some((end) => files.isFile(join(at, settings + end)));
  for (let at = folder; files.isInside(at); at = dirname(at)) {
    if (files.isFile(join(at, 'package.json')) || isHere(at)) return at;
    if (dirname(at) === at) break;
  }
  return undefined;
}
