/** Libraries that return command-line options or answers to prompts in one object. */

export interface OptionParser {
  readonly modules: RegExp;
  /** Last name of the function or member that returns all options. */
  readonly gives?: RegExp;
  /** The member of the result that holds them; default: the whole result. */
  readonly member?: string;
  /** Methods that each define an option. Without them, the arguments of the function that returns the options define all. */
  readonly defines?: RegExp;
  /** The member in which a class of the program declares its options, if it inherits the method from the library. */
  readonly declared?: string;
  /** Methods that start a separate set of options. */
  readonly begins?: RegExp;
  /** Functions that take a callback which receives the options. */
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
  // answers of the user
  { modules: /^(?:inquirer|prompts|enquirer)$/, gives: /^(?:prompt|default)?$/ },
];

/** Names of a callback parameter that holds options; others hold arguments. */
export const optionsParameter = /^(?:opts?|options|args?|argv|flags|values)$/i;

/** Functions that prompt for a single value. Sources: the README of each package, November 2026. */
export const prompts: readonly { readonly modules: RegExp; readonly functions: RegExp }[] = [
  { modules: /^@inquirer\/(?:prompts|password|input)$/, functions: /^(?:password|input|default)?$/ },
  { modules: /^@clack\/prompts$/, functions: /^(?:password|text)$/ },
  { modules: /^(?:node:)?readline(?:\/promises)?$/, functions: /^question$/ },
  { modules: /^(?:prompt-sync|read|promptly|password-prompt)$/, functions: /^(?:default|read|password|prompt)?$/ },
];

/** Words in prompts that ask for something else about a credential, such as its name. */
export const besides: ReadonlySet<string> = new Set(
  'name id label called call which where path file variable url expiry do does have'.split(' '),
);
