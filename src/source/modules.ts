/** The modules around a file: what it is told of the project that it is part of. */
import type { Value } from './model.js';

/** A module as those that import it see it. Its values have places behind those of the file that is checked: see `isElsewhere`. */
export interface Module {
  /** The offset at which its text begins. */
  readonly base: number;
  /** What it exports under a name (`default` is one); undefined if that cannot be told. */
  readonly exported: (name: string) => Value | undefined;
  /** The names that it exports, and whether there may be more. */
  readonly names: () => { readonly names: readonly string[]; readonly open: boolean };
  /** What it is as a whole to who requires it; undefined if that is an object of all its exports. */
  readonly required: () => Value | undefined;
  /** The members of a type that it declares, or of the member of that at a path, in languages that have such; none if it declares none of that name. */
  readonly membersOf?: (type: string, path?: readonly string[]) => readonly string[];
}

/** What one file is read with. Each check of a file has its own, so that no result depends on what was checked before. */
export interface Surroundings {
  /** The offset at which the text begins: 0 in the file that is checked. */
  readonly base: number;
  /** The path of the file, which tells it from all others. */
  readonly path: string;
  /** The file that is checked, and with it all modules that are read for it. */
  readonly check: object;
  /** The module that a specifier in the text stands for; undefined if it is none of the project, or cannot be told. */
  readonly module: (specifier: string) => Module | undefined;
  /** Makes the file itself known to the modules that it imports, and that import it. */
  readonly opened: (module: Module) => void;
}

/** Reads a module in the language of its name; undefined if it cannot be imported. */
export type ReadModule = (text: string, path: string, surroundings: Surroundings) => Module | undefined;
