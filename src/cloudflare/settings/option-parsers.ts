/** Libraries that give a program the options of its command line, or what it has asked for: all of them in one object. */

export interface OptionParser {
  readonly modules: RegExp;
  /** The last name of the function or member that gives them all. */
  readonly gives?: RegExp;
  /** The member of what it gives that holds them; the whole if there is none. */
  readonly member?: string;
  /** Methods that are told of an option each. Without them, the arguments of what gives them tell of all. */
  readonly defines?: RegExp;
  /** The member that a class of the program declares its options as, which has the method from the library. */
  readonly declared?: string;
  /** Methods that begin a set of options of their own. */
  readonly begins?: RegExp;
  /** Functions that are given the function which is handed the options. */
  readonly hands?: RegExp;
}

const chained = {
  defines: /^(?:option|requiredOption|addOption)$/,
  begins: /^command$/,
  hands: /^action$/,
} satisfies Partial<OptionParser>;

/** Sources: the README of each package, November 2026. */
export const optionParsers: readonly OptionParser[] = [
  { modules: /^(?:node:)?util$/, gives: /^parseArgs$/, member: 'values' },
  { modules: /^(?:commander|@commander-js\/extra-typings)$/, gives: /^(?:opts|optsWithGlobals)$/, ...chained },
  { modules: /^(?:cac|sade|@caporal\/core|caporal)$/, ...chained },
  {
    modules: /^yargs(?:\/.*)?$/,
    gives: /^(?:argv|parse|parseSync|parseAsync)$/,
    defines: /^(?:options?|positional)$/,
    hands: /^command$/,
  },
  { modules: /^(?:minimist|mri|yargs-parser|getopts|arg|command-line-args)$/, gives: /^(?:default)?$/ },
  { modules: /^(?:meow|cleye)$/, gives: /^(?:default|cli)?$/, member: 'flags' },
  { modules: /^(?:citty|gunshi)$/, hands: /^(?:defineCommand|define|cli)$/ },
  { modules: /^@oclif\/core$/, gives: /^parse$/, member: 'flags', declared: 'flags' },
  // Answers of the user
  { modules: /^(?:inquirer|prompts|enquirer)$/, gives: /^(?:prompt|default)?$/ },
];

/** Names of the parameter that holds the options; others hold arguments. */
export const optionsParameter = /^(?:opts?|options|args?|argv|flags|values)$/i;

/** Functions that ask for one thing. Sources: the README of each package, November 2026. */
export const prompts: readonly { readonly modules: RegExp; readonly functions: RegExp }[] = [
  { modules: /^@inquirer\/(?:prompts|password|input)$/, functions: /^(?:password|input|default)?$/ },
  { modules: /^@clack\/prompts$/, functions: /^(?:password|text)$/ },
  { modules: /^(?:node:)?readline(?:\/promises)?$/, functions: /^question$/ },
  { modules: /^(?:prompt-sync|read|promptly|password-prompt)$/, functions: /^(?:default|read|password|prompt)?$/ },
];

/** Words of a question that asks for something else about a credential. */
export const besides: ReadonlySet<string> = new Set(
  'name id label called call which where path file variable url expiry do does have'.split(' '),
);
