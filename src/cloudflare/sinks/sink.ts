/** A row of the tables of sinks: functions and members through which values leave a program. */

/** How a value leaves the program. */
export type Leak = 'log' | 'response' | 'error' | 'storage' | 'command' | 'output' | 'message' | 'tracker' | 'file' | 'url' | 'plan';

/** How the functions and members of a sink are identified; one match is enough. */
interface Origin {
  readonly modules?: RegExp;
  /** Dotted names of globals, not declared in the file. */
  readonly globals?: RegExp;
  /** Names of the receiver, wherever it comes from; only the last name of a member chain counts. */
  readonly objects?: RegExp;
  /** `objects` only matches parameters and local variables, such as the parameters of a callback. */
  readonly localOnly?: true;
  /** Names of functions that a framework passes, of which the receiver is the result or a member of it: `(await next()).headers.set(…)`. */
  readonly returnedBy?: RegExp;
  /** `objects` only matches in files that use one of these modules. */
  readonly beside?: RegExp;
}

export interface Sink extends Origin {
  readonly leak: Leak;
  /** The last name of the function; empty if the module itself, or its result, is called. */
  readonly functions: RegExp;
  /** Positions of the arguments that leave the program; default: all. */
  readonly positions?: readonly number[];
  /** Of options that are passed in a table: those that leave the program. */
  readonly options?: readonly string[];
  /** Position of the argument that names the stored value: if it is the name of a secret, the other arguments count as secrets, whatever they are called. */
  readonly naming?: number;
  /** Properties whose assigned values leave the program. */
  readonly members?: RegExp;
  /** Functions and members that show every property of an object, including an error. */
  readonly whole?: RegExp;
  /** Only tagged templates count: `$` has other meanings. */
  readonly template?: true;
  /** Only texts and lists count: other options (an environment, standard input) are visible only to the called program. */
  readonly wordsOnly?: true;
}
