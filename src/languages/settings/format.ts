/** What the reader of settings has to know of a kind of file: how a line gives a name its value. Everything here is data. */
export interface Format {
  readonly files: readonly string[];
  readonly ignores?: readonly string[];
  /** What stands behind the marks of a fence in Markdown. */
  readonly fences?: readonly string[];
  /** What a comment begins with, at the beginning of a line. */
  readonly comment: RegExp;
  /** What may stand behind a value: a comment, or options. */
  readonly trailing?: RegExp;
  /** What stands between a name and its value; without it, lines are words. */
  readonly separator?: RegExp;
  /** Words before a name that set it. */
  readonly before?: RegExp;
  /** Whether names are variables of the environment; of some files only those behind a word. */
  readonly environment?: true | 'behind a word';
  /** Lines that are words: each word is the value of the one before it. */
  readonly words?: true;
  /** What stands between several settings of a line. */
  readonly several?: RegExp;
  /** The setting that is the first of those that belong together. */
  readonly begins?: RegExp;
  /** Whether `(command)` is what the command prints. */
  readonly substitution?: true;
  /** What is written in the first line of a script without an ending. */
  readonly interpreter?: RegExp;
  /** A line that goes on behind this. */
  readonly continuation?: string;
  /** Lines that are commands of a shell; what matches is no part of them. */
  readonly commands?: RegExp;
  /** Lines that say nothing, such as the ends of blocks. */
  readonly skips?: RegExp;
  /** Settings whose values are commands. */
  readonly scripts?: RegExp;
  /** How a shell that is given a command by this file is told a dollar sign. */
  readonly dollar?: '$$';
  /** Variables in values: the first group is the name of one. */
  readonly variables?: RegExp;
}
