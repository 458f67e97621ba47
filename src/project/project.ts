/** The modules of a project, resolved and read on behalf of the files that import them. */
import { dirname, relative, sep } from 'node:path';
import type { Module, ReadModule, ReadContext } from '../source/modules.js';
import { MODULE_LENGTH } from '../source/span.js';
import { isTest } from '../source/test-files.js';
import { Files } from './files.js';
import { type Specifier, specifiersIn } from './specifiers.js';
import { Resolver } from './resolver.js';

/** Most modules that are read for one file. */
const MAX_MODULES = 200;
/** Longest chain of imports that is followed. */
const MAX_HOPS = 8;
/** Longest chain of re-exports that is followed. */
const MAX_BARRELS = 3;
/** Number of offset ranges for modules. */
const RANGES = 2 ** 25;

export interface ProjectOptions {
  /** Files outside of this folder are not opened. */
  readonly root: string;
  /** How long cached information about files is valid, in milliseconds; forever by default. */
  readonly lasting?: number;
}

/** A project: resolves its modules, and assigns each a range of offsets. */
export class Project {
  readonly #bases = new Map<string, number>();
  readonly #paths = new Map<number, string>();
  readonly #exported = new Map<string, { readonly state: string; readonly value: readonly Specifier[] }>();
  readonly #holding = new Map<string, { readonly state: string; readonly value: boolean }>();
  readonly files: Files;
  readonly resolver: Resolver;

  constructor(options: ProjectOptions) {
    this.files = new Files(options.root, options.lasting ?? Infinity);
    this.resolver = new Resolver(this.files, options.lasting ?? Infinity);
  }

  /** The context for reading a file; undefined for a test: it imports most of the program, which is checked on its own. */
  around(path: string, read: ReadModule): FileContext | undefined {
    return this.isTest(path) ? undefined : new FileContext(this, read, path);
  }

  /** Whether a file is a test, by its path below the root: folders above the project do not count. */
  isTest(path: string): boolean {
    return isTest({ path: this.#pathOf(path) });
  }

  /** Whether a text imports a module for which `holds` is true, directly or through re-exports. */
  importsOne(text: string, from: string, holds: (text: string, path: string) => boolean): boolean {
    if (this.isTest(from)) return false;
    return this.#importsOne(specifiersIn(text, from), from, (path) => this.#once(path, holds));
  }

  #importsOne(specifiers: readonly Specifier[], from: string, holds: (path: string) => boolean, hops = 0): boolean {
    return specifiers.some(({ text }) => {
      const path = this.resolver.resolve(text, from);
      if (path === undefined) return false;
      if (holds(path)) return true;
      const exported = hops < MAX_BARRELS ? this.#exportedBy(path) : [];
      return exported.length > 0 && this.#importsOne(exported, path, holds, hops + 1);
    });
  }

  #exportedBy(path: string): readonly Specifier[] {
    const state = this.files.stateOf(path);
    const known = this.#exported.get(path);
    if (known?.state === state) return known.value;
    const value = specifiersIn(this.files.read(path) ?? '', path).filter(({ isExported }) => isExported);
    this.#exported.set(path, { state, value });
    return value;
  }

  #once(path: string, holds: (text: string, path: string) => boolean): boolean {
    const state = this.files.stateOf(path);
    const known = this.#holding.get(path);
    if (known?.state === state) return known.value;
    const text = this.files.read(path);
    const value = text !== undefined && holds(text, path);
    this.#holding.set(path, { state, value });
    return value;
  }

  /** The offset at which the text of a module begins. It is derived from the path alone, so that sorting by offset always yields the same order. */
  baseOf(path: string): number {
    const known = this.#bases.get(path);
    if (known !== undefined) return known;
    let range = hash(this.#pathOf(path)) % RANGES;
    while (this.#paths.has((range + 1) * MODULE_LENGTH)) range = (range + 1) % RANGES;
    const base = (range + 1) * MODULE_LENGTH;
    this.#bases.set(path, base);
    this.#paths.set(base, path);
    return base;
  }

  /** The path relative to the root, with `/`. */
  #pathOf(path: string): string {
    return relative(this.files.root, path).split(sep).join('/');
  }

  /** The module whose text begins at an offset. */
  readonly moduleAt = (base: number): string | undefined => this.#paths.get(base);
}

/** The context for one check of one file: resolves and caches the modules that it imports. */
export class FileContext implements ReadContext {
  readonly base = 0;
  readonly check = {};
  readonly #modules = new Map<string, Module | undefined>();

  constructor(
    private readonly project: Project,
    private readonly read: ReadModule,
    readonly path: string,
  ) {}

  readonly module = (specifier: string): Module | undefined => this.#imported(specifier, this.path, 0);

  readonly opened = (module: Module): void => void this.#modules.set(this.path, module);

  /** The modules that were read. */
  get paths(): readonly string[] {
    return [...this.#modules.keys()].filter((path) => path !== this.path);
  }

  #imported(specifier: string, from: string, hops: number): Module | undefined {
    const path = hops < MAX_HOPS ? this.project.resolver.resolve(specifier, from) : undefined;
    if (path === undefined) return undefined;
    if (this.#modules.has(path)) return this.#modules.get(path);
    if (this.#modules.size >= MAX_MODULES) return undefined;
    this.#modules.set(path, undefined);
    const text = this.project.files.read(path);
    const module =
      text === undefined
        ? undefined
        : this.read(text, path, {
            base: this.project.baseOf(path),
            path,
            check: this.check,
            module: (next) => this.#imported(next, path, hops + 1),
            opened: () => undefined,
          });
    this.#modules.set(path, module);
    return module;
  }
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value >>> 0;
}

/** The nearest folder around a path that is a repository, or else `otherwise`. */
export function rootOf(path: string, otherwise: string, isRepository: (folder: string) => boolean): string {
  for (let folder = path; ; folder = dirname(folder)) {
    if (isRepository(folder)) return folder;
    if (dirname(folder) === folder) return otherwise;
  }
}
