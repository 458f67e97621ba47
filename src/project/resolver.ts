/**
 * Resolves module specifiers to files. Resolvers from npm are not used: they would open anything named `package.json`, even a pipe, and follow
 * links and `extends` out of the project.
 */
import { basename, dirname, join, resolve } from 'node:path';
import { aliased } from './aliases.js';
import type { Files } from './files.js';
import { Packages } from './packages.js';
import { prefix as python, pythonModule } from './python.js';
import { pathsFor } from './typescript-paths.js';

/** Extensions that a specifier may omit, in the order in which they are tried. */
const extensions = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs', '.json'];

/** The extensions of TypeScript sources, by the extension of the compiled file that specifiers name. */
const sources: Readonly<Record<string, readonly string[]>> = {
  '.js': ['.ts', '.tsx'],
  '.jsx': ['.tsx'],
  '.mjs': ['.mts'],
  '.cjs': ['.cts'],
};

/** Size of the cache, in specifiers. */
const MAX_KNOWN = 100_000;

export class Resolver {
  readonly #known = new Map<string, { readonly at: number; readonly path: string | undefined }>();
  readonly #packages: Packages;

  constructor(
    private readonly files: Files,
    private readonly lasting: number,
  ) {
    this.#packages = new Packages(files, lasting);
  }

  /** Resolves a specifier in a file; undefined if it is not part of the project, or ambiguous. */
  resolve(specifier: string, from: string): string | undefined {
    const key = `${dirname(from)}\0${specifier}`;
    const now = Date.now();
    const known = this.#known.get(key);
    if (known && now - known.at < this.lasting) return known.path;
    if (this.#known.size > MAX_KNOWN) this.#known.clear();
    const path = this.#find(specifier.split('?', 1)[0] ?? '', from);
    this.#known.set(key, { at: now, path });
    return path;
  }

  /** The name of the package that a file is in. */
  packageNameOf(path: string): string | undefined {
    return this.#packages.nameAround(dirname(path));
  }

  #find(specifier: string, from: string): string | undefined {
    if (specifier.startsWith(python)) return pythonModule(specifier.slice(python.length), from, this.files);
    if (specifier === '' || /^(?:node|bun|npm|jsr|data|https?|cloudflare|astro|virtual):/.test(specifier)) return undefined;
    const folder = dirname(from);
    if (/^\.\.?(?:\/|$)/.test(specifier)) return this.#at(resolve(folder, specifier));
    if (specifier.startsWith('/')) return undefined;
    const mapped = pathsFor(specifier, folder, this.files);
    if (mapped) return this.#first(mapped);
    if (specifier.startsWith('#')) {
      const target = this.#packages.imported(specifier, folder);
      return target === undefined ? this.#first(aliased(specifier, folder, this.files)) : this.#at(target);
    }
    const target = this.#packages.resolve(specifier, folder);
    if (target !== undefined) return this.#at(target) ?? this.#source(target);
    return this.#first(aliased(specifier, folder, this.files));
  }

  #first(paths: readonly string[]): string | undefined {
    const found = new Set(paths.flatMap((path) => this.#at(path) ?? []));
    const [only] = found;
    return found.size === 1 ? only : undefined;
  }

  /** The file at a path, which may lack its extension or be a folder; undefined if it is ambiguous. */
  #at(path: string): string | undefined {
    if (!/(?:^|[\\/])(?:\.\.?)?$/.test(path)) {
      const named = this.#named(path);
      if (named.length > 0) return named.length === 1 ? named[0] : undefined;
    }
    if (!this.files.isFolder(path)) return undefined;
    const main = this.#packages.mainOf(path);
    const target = main === undefined ? undefined : this.#single(this.#named(main));
    return target ?? this.#single(this.#named(join(path, 'index')));
  }

  #single(paths: readonly string[]): string | undefined {
    return paths.length === 1 ? paths[0] : undefined;
  }

  #named(path: string): readonly string[] {
    if (this.files.isFile(path)) return [path];
    const [extension = ''] = /\.[cm]?jsx?$/.exec(path) ?? [];
    const compiled = (sources[extension] ?? []).map((source) => path.slice(0, -extension.length) + source);
    const found = compiled.filter((each) => this.files.isFile(each));
    return found.length > 0 ? found : extensions.map((each) => path + each).filter((each) => this.files.isFile(each));
  }

  /** The source of a published file that has not been built: the same name in `src` instead of `dist`, `build`, `lib` or `out`. */
  #source(target: string): string | undefined {
    const [, before, built, after] = /^(.{0,1000}[\\/])(dist|build|lib|out)([\\/].{0,1000})$/.exec(target) ?? [];
    if (before === undefined || built === undefined || after === undefined) return undefined;
    const name = after.replace(/(?:\.d)?\.[cm]?[jt]s$/, '').replace(/^([\\/])(?:esm|cjs)[\\/]/, '$1');
    return basename(name) === '' ? undefined : this.#at(join(before, 'src', name));
  }
}
