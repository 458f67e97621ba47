/**
 * The shapes every language is read into. Nothing here knows a syntax tree, and nothing here knows Cloudflare.
 *
 * A reader (`src/languages/…`) turns one file into a {@link SourceFile}; facts and rules speak only of what is here.
 * Values are worked out when they are asked for: every property may be a getter, so ask only for what you need.
 */
import type { EditWriter } from './edits.js';
import type { Span } from './span.js';

export type { Span } from './span.js';

/** Literal characters of a {@link Text}. */
export interface Piece {
  readonly kind: 'piece';
  /** The characters as the program sees them (escapes resolved). */
  readonly text: string;
  /** Where they are written. */
  readonly at: Span;
  /** `true` if character `i` of `text` is written at `at.start + i`; otherwise only the whole of `at` can be pointed at. */
  readonly exact: boolean;
}

/** A place in a {@link Text} that another value fills. */
export interface Hole {
  readonly kind: 'hole';
  readonly value: Value;
  readonly at: Span;
}

/** A string: literal, template, concatenation, decoded base64 … */
export interface Text {
  readonly kind: 'text';
  readonly parts: readonly (Piece | Hole)[];
  /** The names the expression that writes this text is bound to, outermost first: `['env', 'production', 'vars', 'API_TOKEN']`. */
  readonly names: readonly string[];
  /** The name this text is the fallback of: `['process', 'env', 'CF_API_TOKEN']` in `process.env.CF_API_TOKEN ?? '…'`. */
  readonly insteadOf: readonly string[] | undefined;
  /** `true` if it is the key of a table whose keys are gone through. */
  readonly isKey?: true;
  readonly at: Span;
}

/** One key of a {@link Table} and its value. */
export interface Entry {
  readonly key: string;
  readonly keyAt: Span;
  readonly value: Value;
  /** Key and value together. */
  readonly at: Span;
  /** `true` if the entry is there only on some paths: written by a later assignment, or spread from `condition && {…}`. */
  readonly maybe: boolean;
}

/** An object literal, mapping, TOML table, dotenv file, `new Headers(…)`. A later entry of the same key wins. */
export interface Table {
  readonly kind: 'table';
  readonly entries: readonly Entry[];
  /** `true` if there may be keys that cannot be seen: a spread of something unknown, a computed key. */
  readonly open: boolean;
  /** What is spread into it, and cannot be seen: `...env`. */
  readonly whole?: readonly Value[] | undefined;
  readonly names: readonly string[];
  /** The type it is written for, if the file says so with a plain name: `const params: TokenCreateParams = {…}`, `{…} satisfies TokenCreateParams`. */
  readonly type?: Name | undefined;
  readonly at: Span;
}

/** An array or sequence. */
export interface List {
  readonly kind: 'list';
  readonly items: readonly Value[];
  /** `true` if there may be items that cannot be seen. */
  readonly open: boolean;
  /** What cannot be seen, but goes into it with nothing left out: `...groups`, or what a loop over it pushes one by one. */
  readonly whole?: readonly Value[] | undefined;
  readonly at: Span;
}

/**
 * A dotted name nobody could look through: `process.env.CF_API_TOKEN`, an import, a parameter, a member of a call's result.
 * The full name is `path`; what its head is, is said by one of `module`, `of`, `local` (or none: a global).
 */
export interface Name {
  readonly kind: 'name';
  /** With `module`: the members below the module (empty: the module or its default export itself). With `of`: the members below that value. */
  readonly path: readonly string[];
  /** The module the head is imported or required from. */
  readonly module?: string | undefined;
  /** The value the head holds: the call of `axios.create(…)` in `api.get`. */
  readonly of?: Call | undefined;
  /** `true` if the head is a parameter or variable of this file whose value cannot be told. */
  readonly local?: boolean | undefined;
  /** The call out of whose result a `local` head is taken, where it cannot be told which part of it: `version` in `const [version] = await read()`. */
  readonly from?: Call | undefined;
  /** Where a `local` head is declared: two heads of the same name are one variable only if they are declared in the same place. */
  readonly declaredAt?: Span | undefined;
  /** The declared type of a `local` head, if that is a name (`client: Cloudflare`), and the members of `path` that are below the typed thing. */
  readonly type?: { readonly name: Name; readonly below: readonly string[] } | undefined;
  /** Of a `local` head that has a declared type. */
  readonly declares?: Declares | undefined;
  /** Members that it has no more: `PORT` of `rest` in `const { PORT, ...rest } = process.env`. */
  readonly without?: ReadonlySet<string> | undefined;
  /** Among the reads of a file: `true` if the program only asks whether it is set, and goes on without it. */
  readonly onlyTested?: boolean | undefined;
  readonly at: Span;
}

/** Tells the names of the members that the project's types declare for a value, or for the member of it at a path; none where that is not known. */
export type Declares = (path: readonly string[]) => readonly string[];

/** A call, or `new`; a shell command is a call too, and so is a sum of which not all is known: `+` of `Date.now()` and 1000. */
export interface Call {
  readonly kind: 'call';
  readonly callee: Name | Opaque;
  readonly arguments: readonly Value[];
  /** Where each argument is written, if that is not the place of its value: `token` in `log(token)`, whatever it was looked through to. */
  readonly argumentsAt?: readonly Span[];
  /** `true` if an argument is spread, so that positions after it are unsure. */
  readonly open: boolean;
  readonly new: boolean;
  /** `true` if the last argument is the table of those that are given by name, in languages that have such. */
  readonly named?: boolean | undefined;
  /** `true` if it is a tagged template, whose text is the only argument: `` $`curl ${url}` ``. */
  readonly template?: boolean | undefined;
  /** `true` if nothing is done with the result of the call: it is a statement of its own, awaited or not. */
  readonly discarded?: boolean | undefined;
  /** The calls made inside, if the callee is a function of this file: its parameters filled with these arguments. */
  readonly inside: readonly Call[];
  /** What is done to what it gives in another file than the one that is checked, or in functions for their callers. */
  readonly later?: Pick<Contents, 'calls' | 'bindings' | 'conditional'> | undefined;
  /** How its result and its failure are handled, in languages that have such. */
  readonly outcome?: Outcome;
  /** Of a call that says by types what it makes: `new Hono<{ Bindings: Env }>()`. */
  readonly declares?: Declares | undefined;
  /** What the object that it makes shows of itself as a text, in languages in which some show their members. */
  readonly shows?: Table | undefined;
  /** Whether it shows them only where it is printed with all its members, and not as a text. */
  readonly showsWhole?: true | undefined;
  readonly at: Span;
  /** Just the callee, where a finding about the call itself points. */
  readonly calleeAt: Span;
}

/** What a program does with the result of a call, and with its failure. */
export interface Outcome {
  /** Every use of the result, followed through variables and promises; none if it is dropped. */
  readonly uses: readonly Use[];
  /** Every use of each thing that the function among its arguments is handed, as `response` in `https.get(url, (response) => …)`; undefined if there is none. */
  readonly handed: readonly (readonly Use[])[] | undefined;
  /** Every use of what a function returns that it calls for each item and is given by name, as `load` in `zones.map(load)`; undefined if there is none. */
  readonly items?: readonly Use[] | undefined;
  /** What takes its failure first, in the same function; undefined if nothing does. */
  readonly handler: Handler | undefined;
  /** What repeats it, if a loop does that does not go through a list: the function that the loop is in. */
  readonly retry?: Pick<Handler, 'at' | 'throws'> | undefined;
}

/** A use of a call's result, or of a member of it. */
export interface Use {
  /** The members on the way, calls of methods among them: `['json', 'result']` for `(await response.json()).result`. Empty: the result as a whole. */
  readonly path: readonly string[];
  /** Whether it is only compared, or asked whether there is anything. */
  readonly isTest: boolean;
  /** Whether it is only asked what kind of thing it is: a result, or the error in place of one. */
  readonly isKind?: boolean | undefined;
  /** Whether it cannot be told what is done with it. */
  readonly isUnknown?: boolean | undefined;
  /** Whether a statement ends with it, and nothing takes what it gives: `response.close();`. */
  readonly isDropped?: boolean | undefined;
  /** Whether the function around it returns it. */
  readonly isReturned?: boolean | undefined;
  /** How it is used further, if a function of this file returns it to the call in question. */
  readonly caller?: Outcome | undefined;
}

/** A `catch`, or a callback for failures. */
export interface Handler {
  readonly at: Span;
  /** What it does, if that is written elsewhere: a function that is named at `at`. */
  readonly bodyAt?: Span | undefined;
  /** Whether it looks at what it has caught. */
  readonly usesError: boolean;
  /** Whether it throws something itself. */
  readonly throws: boolean;
  /** Whether it counts: `failed++`. */
  readonly counts?: boolean | undefined;
  /** Where the variable is declared that holds what it has caught. */
  readonly caughtAt?: Span | undefined;
}

/** A value that leaves a function of the file, or is shown by the markup that one makes. */
export interface Exit {
  readonly how: 'returned' | 'thrown' | 'rendered';
  readonly value: Value;
  /** The function. */
  readonly functionAt: Span | undefined;
  /** The names that the function is bound to, outermost first: `['actions', 'default']`; of what is rendered, the element: `['pre']`. */
  readonly names: readonly string[];
  /** The call that is given the function, alone or in a table: `defineEventHandler(…)`. */
  readonly givenTo: Call | undefined;
  /** What is written at the function, or at its class or module, to say what it is for: `@Get`, `use server`, `export`. */
  readonly marks: readonly string[];
  readonly at: Span;
}

/** Several possible values: `a ?? b`, `c ? a : b`, assignments in both branches. At least two. */
export interface Choice {
  readonly kind: 'choice';
  readonly options: readonly Value[];
  /** `true` if it is each of them, one after the other, as the variable of a loop is. */
  readonly each?: boolean | undefined;
  /** `true` if it is one of all that a collection holds, by a key or test of which nothing is known. */
  readonly any?: boolean | undefined;
  readonly at: Span;
}

/** Anything else. `value` is there for numbers, booleans and null; `what` tells the rest apart. */
export interface Opaque {
  readonly kind: 'opaque';
  readonly what: 'constant' | 'undefined' | 'regexp' | 'function' | 'unknown';
  readonly value?: number | boolean | bigint | null | undefined;
  /** What a function of another module returns, where that is all it does. */
  readonly results?: readonly Value[] | undefined;
  /** What a class of the program extends, as far up as it is not the program's own. */
  readonly base?: Name | undefined;
  readonly at: Span;
}

export type Value = Text | Table | List | Name | Call | Choice | Opaque;

/** What a key holds: a value, `'absent'` (certainly not there) or `'unknown'`. Rules fire on values and on `'absent'` only. */
export type Slot<T = Value> = T | 'absent' | 'unknown';

/** A name that is given a value: declaration, assignment, default, class field, `KEY=value` line. Entries of tables are not repeated here. */
export interface Binding {
  /** `['process', 'env', 'CLOUDFLARE_API_TOKEN']`, `['headers', 'X-Auth-Key']`. */
  readonly names: readonly string[];
  readonly value: Value;
  /** What is assigned to, resolved, if it is a member: `axios.defaults.headers.common.Authorization = …` has the name of module `axios`. */
  readonly target: Name | undefined;
  /** Where the last of the names is written. */
  readonly nameAt: Span;
  readonly at: Span;
}

/** What a program says: a file, or one that stands inside a file (a script in a workflow, a fence in a document). Lists are in the order of the text. */
export interface Contents {
  /** Every string written, each concatenation or template once and whole; comments, types and patterns are not among them. */
  readonly texts: readonly Text[];
  readonly comments: readonly Span[];
  readonly tables: readonly Table[];
  readonly calls: readonly Call[];
  readonly bindings: readonly Binding[];
  /** Every dotted name that is read, once per place, longest form only. */
  readonly reads: readonly Name[];
  /** What functions return and what is thrown, in languages that have such. */
  readonly exits?: readonly Exit[];
  /** Branches of conditions and functions, in languages that have such: what stands in one may not run, though what is around it does. */
  readonly conditional?: readonly Span[];
}

/** One file, read. */
export interface SourceFile extends Contents {
  readonly language: string;
  readonly path: string;
  readonly text: string;
  /**
   * Whether working out its values takes more steps than one file may: what is asked for from then on is unknown, though it can be told. Values are
   * worked out when they are asked for, so that this is only known behind that.
   */
  readonly isExhausted?: boolean;
  /** The same of the modules around it, of which less is worked out for each file. */
  readonly areModulesExhausted?: boolean;
  /** Tests that stand in the file of what they test, as the language marks them. */
  readonly tests?: readonly Span[];
  /** How the language writes what a rule would have instead; absent where it cannot. */
  readonly edits?: EditWriter;
}
