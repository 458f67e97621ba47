/** Interface between readers and the project: how the reader of a file gets at the modules that the file imports. */
import type { Value } from './model.js';

/** A module as its importers see it. Its values have offsets behind those of the file being checked: see `isElsewhere`. */
export interface Module {
  /** The offset at which its text begins. */
  readonly base: number;
  /** The value of an export by its name, `default` included; undefined if it is unknown. */
  readonly exported: (name: string) => Value | undefined;
  /** The names that it exports, and whether there may be more. */
  readonly names: () => { readonly names: readonly string[]; readonly open: boolean };
  /** The value that `require` returns; undefined if that is an object of all its exports. */
  readonly required: () => Value | undefined;
  /** The members of a type that it declares, or of its member at `path`; empty if there is no such type. Absent for languages without types. */
  readonly membersOf?: (type: string, path?: readonly string[]) => readonly string[];
}

/** The context in which one file is read. Each check of a file has its own, so that results do not depend on previous checks. */
export interface ReadContext {
  /** The offset at which the text begins: 0 in the file being checked. */
  readonly base: number;
  /** The path of the file, by which it is identified. */
  readonly path: string;
  /** Identifies the check: the same for the file being checked and all modules that are read for it. */
  readonly check: object;
  /** Resolves a specifier in the text to a module; undefined if it is not part of the project, or cannot be resolved. */
  readonly module: (specifier: string) => Module | undefined;
  /** Registers the file itself as a module, for circular imports. */
  readonly opened: (module: Module) => void;
}

/** Reads a module in the language that its file name implies; undefined if it cannot be imported. */
export type ReadModule = (text: string, path: string, surroundings: ReadContext) => Module | undefined;
