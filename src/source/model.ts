/**
 * The language-neutral model that every file is read into. It is independent of syntax trees and of Cloudflare.
 *
 * A reader (`src/languages/…`) turns one file into a {@link SourceFile}; facts and rules use only the types below.
 * Values are computed lazily: any property may be a getter, so access only what you need.
 */
import type { EditWriter } from './edits.js';
import type { Span } from './span.js';

export type { Span } from './span.js';

/** Literal characters of a {@link Text}. */
export interface Piece {
  readonly kind: 'piece';
  /** The characters at run time, with escapes resolved. */
  readonly text: string;
  /** The span of their source code. */
  readonly at: Span;
  /** `true` if character `i` of `text` is at offset `at.start + i`; otherwise a finding can only point at the whole of `at`. */
  readonly exact: boolean;
}

/** A placeholder in a {@link Text} that another value fills, such as an interpolation. */
export interface Hole {
  readonly kind: 'hole';
  readonly value: Value;
  readonly at: Span;
}

/** A string: literal, template, concatenation, decoded base64 … */
export interface Text {
  readonly kind: 'text';
  readonly parts: readonly (Piece | Hole)[];
  /** The keys and variables that this text is assigned to, outermost first: `['env', 'production', 'vars', 'API_TOKEN']`. */
  readonly names: readonly string[];
  /** The name that this text is the fallback for: `['process', 'env', 'CF_API_TOKEN']` in `process.env.CF_API_TOKEN ?? '…'`. */
  readonly fallbackFor: readonly string[] | undefined;
  /** `true` if it is a key from an iteration over the keys of a table. */
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
  /** `true` if only some paths through the program add the entry: a later assignment, or a spread of `condition && {…}`. */
  readonly maybe: boolean;
}

/** An object literal, mapping, TOML table, dotenv file, `new Headers(…)`. A later entry of the same key wins. */
export interface Table {
  readonly kind: 'table';
  readonly entries: readonly Entry[];
  /** `true` if there may be further, unknown keys: from a spread of an unknown value, or a computed key. */
  readonly open: boolean;
  /** Values of unknown content that are spread into it: `...env`. */
  readonly whole?: readonly Value[] | undefined;
  readonly names: readonly string[];
  /** Its annotated type, if that is a plain name: `const params: TokenCreateParams = {…}`, `{…} satisfies TokenCreateParams`. */
  readonly type?: Name | undefined;
  readonly at: Span;
}

/** An array or sequence. */
export interface List {
  readonly kind: 'list';
  readonly items: readonly Value[];
  /** `true` if there may be further, unknown items. */
  readonly open: boolean;
  /** Lists of unknown content, all items of which are added: by `...groups`, or by a loop over `groups` that pushes each one. */
  readonly whole?: readonly Value[] | undefined;
  readonly at: Span;
}

/**
 * A dotted name that cannot be resolved further: `process.env.CF_API_TOKEN`, an import, a parameter, a member of a call's result.
 * `module`, `of` or `local` is set according to what its head is; none of them if the head is a global.
 */
export interface Name {
  readonly kind: 'name';
  /** The full name. With `module`: only the members below it (empty: the module or its default export). With `of`: only those below that value. */
  readonly path: readonly string[];
  /** The module the head is imported or required from. */
  readonly module?: string | undefined;
  /** The call whose result the head is: `axios.create(…)` for `api.get`. */
  readonly of?: Call | undefined;
  /** `true` if the head is a parameter or variable of this file whose value is unknown. */
  readonly local?: boolean | undefined;
  /** The call whose result a `local` head is an unknown part of: `read()` for `version` in `const [version] = await read()`. */
  readonly from?: Call | undefined;
  /** The declaration of a `local` head. Two heads of the same name are the same variable only if this is equal too. */
  readonly declaredAt?: Span | undefined;
  /** The declared type of a `local` head, if that is a name (`client: Cloudflare`), and the members in `path` below the value of that type. */
  readonly type?: DeclaredType | undefined;
  /** The declared members of this name, if its `local` head has a declared type. */
  readonly declares?: Declares | undefined;
  /** Members that were removed from it: `PORT` of `rest` in `const { PORT, ...rest } = process.env`. */
  readonly without?: ReadonlySet<string> | undefined;
  /** Only in {@link Contents.reads}: `true` if the program only checks whether it is set, and continues without it. */
  readonly onlyTested?: boolean | undefined;
  readonly at: Span;
}

/** The declared type of a value, and the members below it. */
export interface DeclaredType {
  readonly name: Name;
  readonly below: readonly string[];
  /** The type that declares the value itself as its member: `Settings` and `['apiToken']` for `settings.apiToken` of type `SecretStr`. */
  readonly owner?: DeclaredType | undefined;
}

/** Returns the members that the project's types declare for a value, or for its member at `path`; empty if that is unknown. */
export type Declares = (path: readonly string[]) => readonly string[];

/** A call, or `new`. A shell command is a call too, and so is a sum with an unknown operand: `+` with `Date.now()` and 1000. */
export interface Call {
  readonly kind: 'call';
  readonly callee: Name | Opaque;
  readonly arguments: readonly Value[];
  /** The spans of the arguments as written, where those of their resolved values differ: `token` in `log(token)`, not its declaration. */
  readonly argumentsAt?: readonly Span[];
  /** `true` if an argument is spread, so that the positions of those after it are unknown. */
  readonly open: boolean;
  readonly new: boolean;
  /** `true` if the last argument is a table of the keyword arguments, in languages that have them. */
  readonly named?: boolean | undefined;
  /** `true` if it is a tagged template, whose text is the only argument: `` $`curl ${url}` ``. */
  readonly template?: boolean | undefined;
  /** `true` if the result is discarded: the call is a statement of its own, awaited or not. */
  readonly discarded?: boolean | undefined;
  /** The calls in the body of the callee, if that is a function of this file, with these arguments bound to its parameters. */
  readonly inside: readonly Call[];
  /** Calls and assignments on its result in a file other than the one being checked, or in functions on behalf of their callers. */
  readonly later?: Pick<Contents, 'calls' | 'bindings' | 'conditional'> | undefined;
  /** How its result and its failure are handled, in languages for which the reader determines that. */
  readonly outcome?: Outcome;
  /** The members that its type arguments declare: `new Hono<{ Bindings: Env }>()`. */
  readonly declares?: Declares | undefined;
  /** The fields that the constructed object reveals when it is converted to a string or printed. */
  readonly revealedFields?: Table | undefined;
  /** `true` if it reveals them only when it is printed as an object (`console.log`), not when it is converted to a string. */
  readonly showsWhole?: true | undefined;
  /** What a method of its class converts the constructed object to, where it becomes part of a string: `toString() { … }`. */
  readonly asText?: Value | undefined;
  readonly at: Span;
  /** The span of the callee alone, which a finding about the call itself points at. */
  readonly calleeAt: Span;
}

/** How a program handles the result of a call, and its failure. */
export interface Outcome {
  /** Every use of the result, followed through variables and promises; empty if it is discarded. */
  readonly uses: readonly Use[];
  /** For each parameter of its callback argument, all uses: of `response` in `https.get(url, (response) => …)`; undefined without a callback. */
  readonly callbackUses: readonly (readonly Use[])[] | undefined;
  /** Every use of the results of a named function that it maps over a list: `load` in `zones.map(load)`; undefined if there is none. */
  readonly items?: readonly Use[] | undefined;
  /** The handler in the same function that gets its failure first; undefined if there is none. */
  readonly handler: Handler | undefined;
  /** Of a call that passes a function of the program by name (`retry(load)`): the handler in the called function that gets its failure. */
  readonly handlerOfPassed?: Handler | undefined;
  /** The function around a loop that repeats the call, unless the loop iterates over a list. */
  readonly retry?: Pick<Handler, 'at' | 'throws'> | undefined;
}

/** A use of a call's result, or of a member of it. */
export interface Use {
  /** The members accessed, method calls included: `['json', 'result']` for `(await response.json()).result`. Empty: the result as a whole. */
  readonly path: readonly string[];
  /** Whether it is only compared, or tested for truthiness. */
  readonly isTest: boolean;
  /** Whether it is only tested for being a result or an error: `response instanceof Error`. */
  readonly isKind?: boolean | undefined;
  /** The handler in the same function that gets the error, if throwing one is all that a test does (`if (!response.ok) throw …`), or if that contains the value. */
  readonly handledAt?: Span | undefined;
  /** Whether it is unknown how it is used. */
  readonly isUnknown?: boolean | undefined;
  /** Whether it is a statement of its own whose value is discarded: `response.close();`. */
  readonly isDropped?: boolean | undefined;
  /** Whether the enclosing function returns it. */
  readonly isReturned?: boolean | undefined;
  /** How the caller uses it, if a function of this file returns it to the call in question. */
  readonly caller?: Outcome | undefined;
}

/** A `catch`, or a callback for failures. */
export interface Handler {
  readonly at: Span;
  /** Its body, if `at` is only the name of a function that is declared elsewhere. */
  readonly bodyAt?: Span | undefined;
  /** Whether it uses the error. */
  readonly usesError: boolean;
  /** Whether it throws, too. */
  readonly throws: boolean;
  /** Whether it counts failures: `failed++`. */
  readonly counts?: boolean | undefined;
  /** Every use of the result of the helper that it is in, if the call is passed to one: `retry(() => list())`. */
  readonly uses?: readonly Use[] | undefined;
  /** The names of the functions that it calls, if its body is in another file. */
  readonly calls?: readonly string[] | undefined;
  /** The declaration of the variable that holds the error. */
  readonly caughtAt?: Span | undefined;
}

/** A value that a function of the file returns or throws, or renders in its markup. */
export interface Exit {
  readonly how: 'returned' | 'thrown' | 'rendered';
  readonly value: Value;
  /** The span of the function. */
  readonly functionAt: Span | undefined;
  /** The names that the function is assigned to, outermost first: `['actions', 'default']`; for a rendered value, the element: `['pre']`. */
  readonly names: readonly string[];
  /** The call that the function is passed to, as an argument or in a table: `defineEventHandler(…)`. */
  readonly givenTo: Call | undefined;
  /** Decorators, directives and modifiers of the function, its class or its module: `@Get`, `use server`, `export`. */
  readonly marks: readonly string[];
  readonly at: Span;
}

/** Several possible values: `a ?? b`, `c ? a : b`, assignments in both branches. At least two. */
export interface Choice {
  readonly kind: 'choice';
  readonly options: readonly Value[];
  /** `true` if it takes each of these values in turn, like the variable of a loop. */
  readonly each?: boolean | undefined;
  /** `true` if it is any one item of a collection, selected by an unknown key or condition. */
  readonly any?: boolean | undefined;
  readonly at: Span;
}

/** Anything else. `value` is set for numbers, booleans and null; `what` distinguishes the rest. */
export interface Opaque {
  readonly kind: 'opaque';
  readonly what: 'constant' | 'undefined' | 'regexp' | 'function' | 'unknown';
  readonly value?: number | boolean | bigint | null | undefined;
  /** Of a function of another module: the value that it returns, if returning it is all that it does. */
  readonly results?: readonly Value[] | undefined;
  /** Of a class of the program: the first superclass that is not declared in the program itself. */
  readonly base?: Name | undefined;
  readonly at: Span;
}

/** Any value of the model, distinguished by `kind`. */
export type Value = Text | Table | List | Name | Call | Choice | Opaque;

/** What a key holds: a value, `'absent'` (certainly not present) or `'unknown'`. Rules report only values and `'absent'`. */
export type Slot<T = Value> = T | 'absent' | 'unknown';

/** A name and the value it gets: declaration, assignment, default, class field, `KEY=value` line. Entries of tables are not repeated here. */
export interface Binding {
  /** The segments of the dotted name: `['process', 'env', 'CLOUDFLARE_API_TOKEN']`, `['headers', 'X-Auth-Key']`. */
  readonly names: readonly string[];
  readonly value: Value;
  /** The assignment target, resolved, if it is a member: in `axios.defaults.headers.common.Authorization = …`, a name of module `axios`. */
  readonly target: Name | undefined;
  /** The span of the last of the names. */
  readonly nameAt: Span;
  readonly at: Span;
}

/** The contents of a program: a file, or a program inside one (a script in a workflow, a fence in a document). Lists are in source order. */
export interface Contents {
  /** Every string, a concatenation or template counting as one; without comments, types and regular expressions. */
  readonly texts: readonly Text[];
  readonly comments: readonly Span[];
  readonly tables: readonly Table[];
  readonly calls: readonly Call[];
  readonly bindings: readonly Binding[];
  /** Every dotted name that is read, once per place, in its longest form only. */
  readonly reads: readonly Name[];
  /** Values that functions return, throw or render, in languages for which the reader determines that. */
  readonly exits?: readonly Exit[];
  /** Conditional branches and functions, whose code may not run although the code around them does, in languages for which the reader finds them. */
  readonly conditional?: readonly Span[];
}

/** The model of one file. */
export interface SourceFile extends Contents {
  readonly language: string;
  readonly path: string;
  readonly text: string;
  /**
   * Whether evaluating its values has used up the budget of steps per file: further values are then unknown, although they could be resolved.
   * Because values are evaluated lazily, check this only after accessing them.
   */
  readonly isExhausted?: boolean;
  /** The same for the modules that it imports, which have a smaller budget per file. */
  readonly areModulesExhausted?: boolean;
  /** Tests inside the file that they test, as the language marks them. */
  readonly tests?: readonly Span[];
  /** Writes the changes that rules suggest, in the language of the file; absent if there are none for it. */
  readonly edits?: EditWriter;
}
