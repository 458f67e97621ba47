/** What the settings reader has to know about a format: how a line sets a value. Everything here is data. */
export interface Format {
  readonly files: readonly string[];
  readonly ignores?: readonly string[];
  /** Names of the format after the fence of a Markdown code block. */
  readonly fences?: readonly string[];
  /** Matches the beginning of a comment at the beginning of a line. */
  readonly comment: RegExp;
  /** Matches what may follow a value: a comment, or options. */
  readonly trailing?: RegExp;
  /** The separator between a name and its value; without it, lines are words. */
  readonly separator?: RegExp;
  /** Keywords before a name that set it. */
  readonly before?: RegExp;
  /** Whether names are environment variables; in some formats only those after a keyword. */
  readonly environment?: true | 'behind a word';
  /** Lines are words, each of which is the value of the word before it. */
  readonly words?: true;
  /** The separator between several settings on one line. */
  readonly several?: RegExp;
  /** The setting that begins a group of settings. */
  readonly begins?: RegExp;
  /** Whether `(command)` is replaced by the command's output. */
  readonly substitution?: true;
  /** Matches the shebang of a script that has no file extension. */
  readonly interpreter?: RegExp;
  /** Joins a line with the next. */
  readonly continuation?: string;
  /** Lines that are shell commands; the match itself is not part of the command. */
  readonly commands?: RegExp;
  /** Whether each command is on its own. */
  readonly apart?: true;
  /** Lines without content, such as the ends of blocks. */
  readonly skips?: RegExp;
  /** Settings whose values are commands. */
  readonly scripts?: RegExp;
  /** How a dollar sign is escaped in commands that the file passes to a shell. */
  readonly dollar?: '$$';
  /** Variables in values: the first group that matches is the name. */
  readonly variables?: RegExp;
}
