/** What the lexical reader has to know of a language: how it writes comments, strings, names, tables and calls. Everything here is data. */

/** A way to write a string. */
export interface StringForm {
  /** What it begins with; sticky. */
  readonly open: RegExp;
  /** What it ends with; `$1` is the first group of `open`. */
  readonly close: string;
  /** How the end is written inside: behind a character, or twice. Without it, nothing is escaped. */
  readonly escape?: '\\' | '`' | 'doubled';
  /** What other values fill. */
  readonly holes?: readonly HoleForm[];
  /** Whether it may go over several lines. */
  readonly lines?: true;
  /** The lines behind the current one, up to one that says only the end. */
  readonly document?: true;
  /** It is the name of something, such as a symbol or a quoted identifier, and no text. */
  readonly name?: true;
  /** It is a command for a shell, and stands for what that prints. */
  readonly command?: true;
}

/** A place in a string that is filled. */
export interface HoleForm {
  readonly open: RegExp;
  /** What ends an expression; without it, `open` matches all of it, and its first group is the name. */
  readonly close?: '}' | ')';
}

/** How a language reads a variable of the environment; dotted names. */
export interface Environment {
  /** Functions: the name is their first argument, and a second one is what stands in for it. */
  readonly calls?: RegExp;
  /** Objects: the name is a key or a member. */
  readonly members?: RegExp;
  /** Names that no one gives a value. */
  readonly names?: RegExp;
  /** A prefix of variables: `$env:`. */
  readonly prefix?: RegExp;
}

/** How a language takes the failure of what it runs. */
export interface HandlerForms {
  /** Words before the brackets in which failures are taken by the brackets behind one of the second words. */
  readonly braces?: readonly [tries: readonly string[], catches: readonly string[]];
  /** A line that begins with this word takes the failures of the lines above it, back to where its block begins. */
  readonly line?: string;
  /** A word behind a statement: what follows it stands in for the statement that fails. */
  readonly modifier?: string;
  /** Functions that keep the failure of their block to themselves, and the members that let it be forgotten. */
  readonly keeping?: readonly [functions: readonly string[], forgetting: readonly string[]];
}

export interface Profile {
  readonly files: readonly string[];
  /** What is written in the first line of a script without an ending. */
  readonly interpreter?: RegExp;
  /** What stands behind the marks of a fence in Markdown, apart from the endings of `files`. */
  readonly fences?: readonly string[];
  readonly comments: readonly (readonly [open: RegExp, close: string])[];
  readonly strings: readonly StringForm[];
  /** Texts that are written without marks; sticky. They are filled as the first form of strings is that has holes. */
  readonly bareText?: RegExp;
  /** A name, sigils included; sticky. */
  readonly word: RegExp;
  /** A line that goes on behind this. */
  readonly continuation?: string;
  /** What joins strings, apart from standing beside one another. */
  readonly joins: readonly string[];
  readonly adjacent?: true;
  /** Between an object and its member. */
  readonly members: readonly string[];
  /** Between a name and what it is given. */
  readonly assigns: readonly string[];
  /** Between a key and its value, in the brackets named. */
  readonly pairs: Readonly<Record<string, readonly string[]>>;
  /** Words for a value that stands in where there is none. */
  readonly instead: readonly string[];
  /** Words that begin a function, whose parameters come behind its name. */
  readonly functions: readonly string[];
  /** The word before the parameters of the function, or the file, that it stands in. */
  readonly parameterBlock?: RegExp;
  /** Whether a name before a space calls what it names. */
  readonly bareCalls?: RegExp;
  /** Whether a function's arguments stand behind it without brackets, as do the parameters of one that is given a value: `f a b`, `let f a b = …`. */
  readonly applied?: true;
  /** `(f a b)`: the first in round brackets is called. */
  readonly prefixed?: true;
  /** Words that stand for themselves: `{token, "…"}`. */
  readonly atoms?: RegExp;
  /** A word between a name and its type: `Const A As String`. */
  readonly typeWord?: string;
  /** A mark before a value, which gives how long it is. */
  readonly lengthMark?: string;
  /** Options are written `-Name value`. */
  readonly options?: true;
  /** Whether a call's brackets may stand behind a space. */
  readonly spacedCalls?: true;
  /** Whether a parameter's type stands before its name. */
  readonly typeFirst?: true;
  /** `{ A = 1, B = 2 }` behind a type is a table; with `;` it is statements. */
  readonly initializers?: true;
  /** Keywords of types whose blocks give names types, as they give keys values elsewhere: `struct Client { api_key: String }`. */
  readonly records?: readonly string[];
  /** `#define NAME value`. */
  readonly define?: true;
  /** `$hash{key}` is a member. */
  readonly braceMembers?: true;
  /** How an object says itself. */
  readonly self?: RegExp;
  /** `List<String>`. */
  readonly generics?: true;
  /** Where the last statement of a block is what the block gives: in every block, or in those that are no body of a function. */
  readonly lastIsGiven?: 'everywhere' | 'blocks';
  /** Words that end a block without brackets, or what comes before another part of it. */
  readonly blockEnds?: readonly string[];
  /** Words behind a statement that say when it is run, or what stands in for it. */
  readonly modifiers?: readonly string[];
  /** What takes failures. */
  readonly handlers?: HandlerForms;
  /** Functions that discard their arguments. */
  readonly discards?: RegExp;
  /** `{ … }` behind a call is a function that it is given. */
  readonly trailingBlocks?: true;
  /** Calls whose block is handed what they give: `post(url) do |request|`. */
  readonly handing?: RegExp;
  readonly environment?: Environment;
  /** Functions that fill the places of their first argument with the others. */
  readonly formats?: RegExp;
  /** Functions that put their arguments together, with what stands between them unless they are told otherwise (`sep`). */
  readonly joining?: Readonly<Record<string, string>>;
  /** Functions that run a line of a shell, or a program with its words; by their dotted names. */
  readonly runs?: RegExp;
}
