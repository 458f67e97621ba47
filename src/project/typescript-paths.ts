/** Resolves specifiers by the `paths` and `baseUrl` of tsconfig.json and jsconfig.json. */
import { dirname, join, resolve } from 'node:path';
import { asData, type Data, dataIn, stringsIn } from './data.js';
import type { Files } from './files.js';

/** Longest chain of `extends` and most `references` that are followed. */
const MAX_EXTENDED = 4;

/** The paths that a specifier is mapped to; undefined if it is not mapped. */
export function pathsFor(specifier: string, folder: string, files: Files): readonly string[] | undefined {
  const file = nearest(folder, files);
  const options = file === undefined ? undefined : optionsIn(file, files, 0);
  if (!options) return undefined;
  const [best] = Object.keys(options.paths)
    .filter((pattern) => matches(pattern, specifier))
    .sort((one, other) => prefix(other).length - prefix(one).length);
  if (best !== undefined) {
    const filling = best.includes('*') ? specifier.slice(prefix(best).length, specifier.length - suffix(best).length) : '';
    const targets = stringsIn(options.paths[best]).map((target) =>
      resolve(
        options.pathsFrom,
        target.replace('*', () => filling),
      ),
    );
    return targets.slice(0, 1);
  }
  const based = options.baseUrl === undefined ? undefined : join(options.baseUrl, specifier);
  return based !== undefined && isThere(based, files) ? [based] : undefined;
}

function isThere(path: string, files: Files): boolean {
  return files.isFolder(path) || files.isFile(path) || ['.ts', '.tsx', '.js', '.jsx'].some((extension) => files.isFile(path + extension));
}

function matches(pattern: string, specifier: string): boolean {
  if (!pattern.includes('*')) return pattern === specifier;
  return specifier.length >= pattern.length - 1 && specifier.startsWith(prefix(pattern)) && specifier.endsWith(suffix(pattern));
}

const prefix = (pattern: string): string => pattern.split('*', 1)[0] ?? '';
const suffix = (pattern: string): string => pattern.slice(prefix(pattern).length + 1);

function nearest(folder: string, files: Files): string | undefined {
  for (let at = folder; files.isInside(at); at = dirname(at)) {
    for (const name of ['tsconfig.json', 'jsconfig.json']) if (files.isFile(join(at, name))) return join(at, name);
    if (dirname(at) === at) break;
  }
  return undefined;
}

interface Options {
  readonly baseUrl: string | undefined;
  readonly paths: Data;
  readonly pathsFrom: string;
}

function optionsIn(file: string, files: Files, depth: number): Options | undefined {
  const data = dataIn(file, files);
  if (!data) return undefined;
  const folder = dirname(file);
  const own = asData(data['compilerOptions']) ?? {};
  const baseUrl = typeof own['baseUrl'] === 'string' ? resolve(folder, own['baseUrl']) : undefined;
  const paths = asData(own['paths']);
  if (paths) return { baseUrl, paths, pathsFrom: baseUrl ?? folder };
  const extended = typeof data['extends'] === 'string' ? [data['extends']] : stringsIn(data['extends']);
  // Configurations that are extended from a package are in node_modules, which is ignored.
  const bases = extended.filter((each) => each.startsWith('.')).map((each) => resolve(folder, each));
  for (const base of depth < MAX_EXTENDED ? bases.reverse() : []) {
    const options = [base, `${base}.json`].filter((each) => files.isFile(each)).map((each) => optionsIn(each, files, depth + 1))[0];
    if (options) return baseUrl === undefined ? options : { ...options, baseUrl };
  }
  const references = Array.isArray(data['references']) && baseUrl === undefined && depth === 0 ? data['references'] : [];
  for (const each of references.slice(0, MAX_EXTENDED)) {
    const path = asData(each)?.['path'];
    if (typeof path !== 'string') continue;
    const base = resolve(folder, path);
    const options = [base, join(base, 'tsconfig.json')].filter((at) => files.isFile(at)).map((at) => optionsIn(at, files, depth + 1))[0];
    if (options && Object.keys(options.paths).length > 0) return options;
  }
  return { baseUrl, paths: {}, pathsFrom: folder };
}
