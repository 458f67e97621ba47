/** What the lexical reader has to know about a language: how it writes comments, strings, names, tables and calls. Everything here is data. */

/** A way to write a string. */
export interface StringForm {
  /** Matches its beginning; sticky. */
  readonly open: RegExp;
  /** Its end; `$1` is the first group of `open`. */
  readonly close: string;
  /** How the end is escaped inside: by this character, or by doubling it. Without it, nothing is escaped. */
  readonly escape?: '\\' | '`' | 'doubled';
  /** Places that other values fill. */
  readonly holes?: readonly HoleForm[];
  /** Whether it may span several lines. */
  readonly lines?: true;
  /** A here-document: its text is on the lines after the current one, up to one that contains only the end. */
  readonly document?: true;
  /** It is a name, such as a symbol or a quoted identifier, rather than a text. */
  readonly name?: true;
  /** It is a shell command whose output is the value. */
  readonly command?: true;
}

/** A place in a string that another value fills. */
export interface HoleForm {
  readonly open: RegExp;
  /** The end of the expression. Without it, `open` matches the whole place, and its first group is the name. */
  readonly close?: '}' | ')';
}

/** How a language reads environment variables, as dotted names. */
export interface Environment {
  /** Functions that take the name as first argument, and a default as second. */
  readonly calls?: RegExp;
  /** Objects whose keys or members are the names. */
  readonly members?: RegExp;
  /** Names that are environment variables where the program does not assign them. */
  readonly names?: RegExp;
  /** Prefix of variables: `$env:`. */
  readonly prefix?: RegExp;
}

/** How annotations fill fields and parameters. */
export interface InjectionForms {
  /** Names of the annotations. */
  readonly called: RegExp;
  /** Their argument that names what it is; it matches the empty string if that may be their only argument. */
  readonly key: RegExp;
  /** Their argument with a default. */
  readonly fallback?: RegExp;
}

/** How a language handles failures. */
export interface HandlerForms {
  /** Keywords before the block that is tried, and keywords before the block that handles its failures. */
  readonly braces?: readonly [tries: readonly string[], catches: readonly string[]];
  /** A keyword at the beginning of a line that handles the failures of the lines above it, up to the beginning of its block. */
  readonly line?: string;
  /** A keyword after a statement: what follows is evaluated instead if the statement fails. */
  readonly modifier?: string;
  /** Functions that return the failures of their block as values, and members that discard such a failure. */
  readonly capturing?: readonly [functions: readonly string[], discarding: readonly string[]];
}

export interface Profile {
  readonly files: readonly string[];
  /** Matches the shebang of a script that has no file extension. */
  readonly interpreter?: RegExp;
  /** Names of the language after the fence of a Markdown code block, in addition to the extensions in `files`. */
  readonly fences?: readonly string[];
  readonly comments: readonly (readonly [open: RegExp, close: string])[];
  readonly strings: readonly StringForm[];
  /** Texts that are written without quotes; sticky. Their places are those of the first form of string that has any. */
  readonly bareText?: RegExp;
  /** A name, sigils included; sticky. */
  readonly word: RegExp;
  /** Joins a line with the next. */
  readonly continuation?: string;
  /** Operators that concatenate strings; `adjacent` if strings next to each other are concatenated too. */
  readonly joins: readonly string[];
  readonly adjacent?: true;
  /** Operators between an object and its member. */
  readonly members: readonly string[];
  /** Operators between a name and the value assigned to it. */
  readonly assigns: readonly string[];
  /** Marks between a key and its value, by the opening bracket around them. */
  readonly pairs: Readonly<Record<string, readonly string[]>>;
  /** Operators whose right side is used if the left side has no value. */
  readonly fallbackOperators: readonly string[];
  /** Functions declare their variables, so that any other name that they assign is a field. */
  readonly declaresVariables?: true;
  /** Keywords of functions, whose parameters follow the name. */
  readonly functions: readonly string[];
  /** The keyword before the parameters of the function or file that contains it. */
  readonly parameterBlock?: RegExp;
  /** Names that call what they name even without brackets around the arguments. */
  readonly bareCalls?: RegExp;
  /** Programs that are called like the commands of a shell, as they are written: `curl.exe -s …`. */
  readonly programs?: RegExp;
  /** Arguments, and the parameters of a function that is being defined, follow it without brackets: `f a b`, `let f a b = …`. */
  readonly applied?: true;
  /** `(f a b)`: round brackets call their first item. */
  readonly prefixed?: true;
  /** Words that are values in themselves: `{token, "…"}`. */
  readonly atoms?: RegExp;
  /** A keyword between a name and its type: `Const A As String`. */
  readonly typeWord?: string;
  /** Keywords of declarations in which a type follows the name: `param token string = '…'`. */
  readonly typeBehind?: readonly string[];
  /** A prefix operator that returns the length of a value. */
  readonly lengthMark?: string;
  /** Arguments are given as options: `-Name value`. */
  readonly options?: true;
  /** Commands that only convert their argument, so that it has the names of what they are assigned to. */
  readonly converting?: RegExp;
  /** Whether a space may precede the brackets of a call. */
  readonly spacedCalls?: true;
  /** Whether a parameter's type precedes its name. */
  readonly typeFirst?: true;
  /** `{ A = 1, B = 2 }` after a type is a table; with `;` it is a block of statements. */
  readonly initializers?: true;
  /** Keywords of types whose blocks pair names with types, in a syntax that elsewhere pairs keys with values: `struct Client { api_key: String }`. */
  readonly records?: readonly string[];
  /** `Client { email, key }`, `new { token }`: a name in a table is both its key and its value. */
  readonly shorthand?: true;
  /** The word between a key and its value in arguments: `mapOf("a" to b)`. */
  readonly pairWord?: string;
  /** `#define NAME value`. */
  readonly define?: true;
  /** `$hash{key}` is a member access. */
  readonly braceMembers?: true;
  /** How an object refers to itself. */
  readonly self?: RegExp;
  /** Calls may have type arguments: `List<String>`. */
  readonly generics?: true;
  /** Where a block evaluates to its last statement: in every block, or only in blocks that are not the body of a function. */
  readonly lastIsGiven?: 'everywhere' | 'blocks';
  /** Keywords that end a block without brackets, or one part of it. */
  readonly blockEnds?: readonly string[];
  /** Keywords that attach a condition or a fallback to the statement before them. */
  readonly modifiers?: readonly string[];
  /** How failures are handled. */
  readonly handlers?: HandlerForms;
  /** Functions that discard their arguments. */
  readonly discards?: RegExp;
  /** `{ … }` after a call is a function passed to it. */
  readonly trailingBlocks?: true;
  /** Methods whose block returns the message that they log: `log.debug { "…" }`. With `trailingBlocks`, any method may. */
  readonly lazyMessages?: RegExp;
  /** Methods whose block returns what they return if they find nothing: `fetch(key) { … }`. */
  readonly fallbackBlocks?: RegExp;
  /** Calls that pass their result to their block: `post(url) do |request|`. */
  readonly passesResult?: RegExp;
  /** Functions that take a path and a block, whose result a framework sends to the client: `get '/zones' do`. */
  readonly routes?: RegExp;
  readonly environment?: Environment;
  readonly injected?: InjectionForms;
  /** Functions that fill the places of their first argument with the other arguments. */
  readonly formats?: RegExp;
  /** Functions that join their arguments, with the default separator (which the argument `sep` overrides). */
  readonly joining?: Readonly<Record<string, string>>;
  /** Dotted names of functions that run a shell command, or a program with arguments. */
  readonly runs?: RegExp;
}
