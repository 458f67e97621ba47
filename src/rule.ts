/** Defines rules. The host decides on which files they run. */
import type { Options, Schema } from './options.js';
import { redacted } from './redaction.js';
import type { SourceFile, Span } from './source/model.js';
import type { Change, Edit } from './source/edits.js';
import { Exhausted } from './source/exhausted.js';
import { noContents } from './source/values.js';

/** Returns a suggestion whose message shows the inserted code; undefined if the language cannot express it. */
export function suggestion<const Id extends string>(messageId: Id, change: Change | undefined) {
  return change && { messageId, data: { code: change.code }, change };
}

/** The placeholders in a message that a rule fills: the names between `{{` and `}}`. The host fills `origin`. */
type Placeholders<Message> = Message extends `${string}{{ ${infer Name} }}${infer Rest}`
  ? Exclude<Name, 'origin'> | Placeholders<Rest>
  : never;

type Messages = Readonly<Record<string, string>>;

/** A message id, with data for exactly the placeholders of that message. */
type Worded<M extends Messages> = {
  [Id in keyof M]: {
    readonly messageId: Id;
  } & ([Placeholders<M[Id]>] extends [never]
    ? { readonly data?: Readonly<Record<string, never>> }
    : { readonly data: Readonly<Record<Placeholders<M[Id]>, string>> });
}[keyof M];

/** A finding as a rule yields it, with its data type-checked against its message. */
type Yielded<M extends Messages> = Worded<M> & {
  readonly at: Span;
  readonly origin?: Span | undefined;
  readonly fix?: readonly Edit[];
  /** Changes to choose from; those that the language cannot express are undefined. */
  readonly suggest?: readonly ((Worded<M> & { readonly change: Change }) | undefined)[];
};

interface Suggestion {
  readonly messageId: string;
  readonly data?: Readonly<Record<string, string>>;
  readonly change: Change;
}

/** A finding of a rule at a place. */
export interface Finding {
  readonly at: Span;
  /** Where what it is about comes from, for the placeholder `origin` of its message. */
  readonly origin?: Span | undefined;
  readonly messageId: string;
  readonly data?: Readonly<Record<string, string>>;
  readonly fix?: readonly Edit[];
  readonly suggest: readonly Suggestion[];
}

/** A rule that any host can run. It does not know its own name. */
export interface Rule {
  readonly description: string;
  readonly messages: Messages;
  /** Schema of the single option; undefined if there is none. */
  readonly options: Schema | undefined;
  readonly defaults: object | undefined;
  readonly fixable: boolean;
  /** Returns what is wrong with options that match the schema; undefined if they are valid. */
  readonly problemIn: (options?: object) => string | undefined;
  /** Returns the findings in a file, without duplicates. Options are merged into the defaults. */
  readonly check: (file: SourceFile, options?: object) => readonly Finding[];
}

interface Description<M extends Messages, S extends Schema> {
  /** What the rule requires, beginning with a verb. */
  readonly description: string;
  readonly messages: M;
  /** The schema of the rule's single option, if it has one. Each property has a `description`. */
  readonly options?: S;
  readonly defaults?: Options<S>;
  readonly fixable?: true;
  /** Returns what is wrong with options that match the schema. */
  readonly validate?: (options: Options<S>) => string | undefined;
}

interface Predicate<M extends Messages, O, Fact> {
  /** Returns the facts to check. */
  readonly about: (file: SourceFile) => Iterable<Fact>;
  /** Returns what is wrong with a fact. */
  readonly check: (fact: Fact, options: O, file: SourceFile) => Iterable<Yielded<M>>;
}

/** Defines a rule: what it requires, the facts it checks, and what is wrong with one of them. */
export function defineRule<const M extends Messages, const S extends Schema, Fact>(
  { description, messages, options: schema, defaults, fixable, validate }: Description<M, S>,
  { about, check }: Predicate<M, Options<S>, Fact>,
): Rule {
  return {
    description,
    messages,
    options: schema,
    defaults: defaults as object | undefined,
    fixable: fixable === true,
    problemIn: (given = {}) => validate?.(given as Options<S>),
    check(file, given) {
      const options = { ...(defaults as object | undefined), ...given } as Options<S>;
      const found = new Map<string, Finding>();
      for (const fact of about(file)) {
        for (const { suggest = [], ...finding } of check(fact, options, file) as Iterable<Yielded<Messages>>) {
          // A finding reached in several ways is still one finding.
          const key = [finding.messageId, finding.at.start, finding.at.end].join(' ');
          if (!found.has(key))
            found.set(key, withoutSecrets({ ...finding, suggest: suggest.filter((each) => each !== undefined).map(withoutSecrets) }));
        }
      }
      return [...found.values()];
    },
  };
}

/** Redacts secrets in the data of a message: names of variables, hosts and functions may contain some. */
function withoutSecrets<T extends { readonly data?: Readonly<Record<string, string>> }>(worded: T): T {
  const { data } = worded;
  return data ? { ...worded, data: Object.fromEntries(Object.entries(data).map(([key, value]) => [key, redacted(value)])) } : worded;
}

/** Returns the findings of a rule in a file. If the rule throws, the file is searched as text only, and the error is passed to `failed`. */
export function findingsOf(
  rule: Rule,
  file: SourceFile,
  options: object | undefined,
  failed: (error: unknown) => void,
): readonly Finding[] {
  try {
    const found = rule.check(file, options);
    if (!file.isExhausted) return found;
    failed(new Exhausted());
  } catch (error) {
    failed(error);
  }
  try {
    return rule.check({ ...noContents, language: 'text', path: file.path, text: file.text }, options);
  } catch {
    return [];
  }
}
