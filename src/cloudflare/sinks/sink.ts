/** What a row of the tables of sinks says: by what values get out of a program, and how. */

/** How a value gets out. */
export type Leak = 'log' | 'response' | 'error' | 'storage' | 'command' | 'output' | 'message' | 'tracker' | 'file' | 'url';

/** What a sink is reached by; one of these is enough. */
interface Origin {
  readonly modules?: RegExp;
  /** Dotted names that nothing in the file declares. */
  readonly globals?: RegExp;
  /** Names of the object, wherever it comes from; members before it do not matter. */
  readonly objects?: RegExp;
  /** `objects` only counts for parameters and variables of the file, as callbacks are handed them. */
  readonly localOnly?: true;
  /** `objects` only counts in files that use one of these modules. */
  readonly beside?: RegExp;
}

export interface Sink extends Origin {
  readonly leak: Leak;
  /** The last name of the function; empty where the module, or what it gives, is called itself. */
  readonly functions: RegExp;
  /** The positions of the arguments that get out; all if there are none. */
  readonly positions?: readonly number[];
  /** The position of the argument that names what is kept: of a secret's name, the rest is a secret, whatever it is called. */
  readonly naming?: number;
  /** Members that get out when they are assigned. */
  readonly members?: RegExp;
  /** Those of the functions and members that show every member of an object they are given, an error's among them. */
  readonly whole?: RegExp;
  /** It only counts as a tagged template: `$` has other meanings. */
  readonly template?: true;
  /** Only texts and lists count: the options beside them (an environment, standard input) stay with who is called. */
  readonly wordsOnly?: true;
}
