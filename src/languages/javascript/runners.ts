/** The functions of a language that run commands. */
export interface Runners {
  /** Matches the text of every file that runs commands. Most files do not match. */
  readonly mentioned: RegExp;
  readonly functions: readonly Runner[];
}

/** Functions that run commands. Expressions match the dotted path below the module; empty: its default export. */
export interface Runner {
  /** Modules that export the functions; absent for globals. */
  readonly modules?: RegExp;
  /** Functions that take a shell command line. */
  readonly lines?: RegExp;
  /** Functions that take a program and its arguments. */
  readonly programs?: RegExp;
  /** Template tags. */
  readonly tags?: RegExp;
}
