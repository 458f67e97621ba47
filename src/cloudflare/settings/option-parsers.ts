/** Libraries that return command-line options or answers to prompts in one object. */

export interface OptionParser {
  readonly modules: RegExp;
  /** Last name of the function or member that returns all options. */
  readonly returnsOptions?: RegExp;
  /** The member of the result that holds them; default: the whole result. */
  readonly member?: string;
  /** Methods that each define an option. Without them, the arguments of the function that returns the options define all. */
  readonly definesOption?: RegExp;
  /** The member in which a class of the program declares its options, if it inherits the method from the library. */
  readonly declared?: string;
  /** Methods that start a separate set of options. */
  readonly startsCommand?: RegExp;
  /** Functions that take a callback which receives the options. */
  readonly takesHandler?: RegExp;
}

const chained = {
  definesOption: /^(?:option|requiredOption|addOption)$/,
  startsCommand: /^command$/,
  takesHandler: /^action$/,
} satisfies Partial<OptionParser>;

/** Sources: the README of each package, November 2026. */
export const optionParsers: readonly OptionParser[] = [
  { modules: /^(?:node:)?util$/, returnsOptions: /^parseArgs$/, member: 'values' },
  { modules: /^(?:commander|@commander-js\/extra-typings)$/, returnsOptions: /^(?:opts|optsWithGlobals)$/, ...chained },
  { modules: /^(?:cac|sade|@caporal\/core|caporal)$/, ...chained },
  {
    modules: /^yargs(?:\/.*)?$/,
    returnsOptions: /^(?:argv|parse|parseSync|parseAsync)$/,
    definesOption: /^(?:options?|positional)$/,
    takesHandler: /^command$/,
  },
  { modules: /^(?:minimist|mri|yargs-parser|getopts|arg|command-line-args)$/, returnsOptions: /^(?:default)?$/ },
  { modules: /^(?:meow|cleye)$/, returnsOptions: /^(?:default|cli)?$/, member: 'flags' },
  { modules: /^(?:citty|gunshi)$/, takesHandler: /^(?:defineCommand|define|cli)$/ },
  { modules: /^@oclif\/core$/, returnsOptions: /^parse$/, member: 'flags', declared: 'flags' },
  // answers of the user
  { modules: /^(?:inquirer|prompts|enquirer)$/, returnsOptions: /^(?:prompt|default)?$/ },
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
export const nonSecretWords: ReadonlySet<string> = new Set(
  'name id label called call which where path file variable url expiry do does have'.split(' '),
);
