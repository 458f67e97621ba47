/** What runs commands in a language. */
export interface Runners {
  /** What a file that runs any names; most name none. */
  readonly mentioned: RegExp;
  readonly functions: readonly Runner[];
}

/** A function that runs what it is given: a line for the shell, or a program and a list of its arguments. */
export interface Runner {
  /** Without it, what runs them belongs to no module. */
  readonly modules?: RegExp;
  /** The members below the module, dotted; empty for its default export. */
  readonly lines?: RegExp;
  readonly programs?: RegExp;
  /** Tags of templates. */
  readonly tags?: RegExp;
}
