import type { TSESLint } from '@typescript-eslint/utils';
import type { JSONSchema4 } from '@typescript-eslint/utils/json-schema';
import { readSource } from './languages/index.js';
import type { Options, Schema } from './options.js';
import type { SourceFile, Span } from './source.js';
import type { Change, Edit, Spelling } from './spelling.js';

/** A suggestion whose message shows the code that it puts in; undefined if the language cannot write it. */
export function offered<const Id extends string>(messageId: Id, change: Change | undefined) {
  return change && { messageId, data: { code: change.code }, change };
}

/** The names between `{{` and `}}` in a message. */
type Blanks<Message> = Message extends `${string}{{ ${infer Blank} }}${infer Rest}` ? Blank | Blanks<Rest> : never;

type Messages = Readonly<Record<string, string>>;

/** A message id and exactly the blanks of that message. */
type Words<M extends Messages> = {
  [Id in keyof M]: {
    readonly messageId: Id;
  } & ([Blanks<M[Id]>] extends [never] ? { readonly data?: never } : { readonly data: Readonly<Record<Blanks<M[Id]>, string>> });
}[keyof M];

/** What a rule says of one place, and perhaps what could stand there instead. */
export type Finding<M extends Messages> = Words<M> & {
  readonly at: Span;
  readonly fix?: readonly Edit[];
  /** Changes to choose from, for the editor; those that the language cannot write are undefined. */
  readonly suggest?: readonly ((Words<M> & { readonly change: Change }) | undefined)[];
};

interface Description<M extends Messages, S extends Schema> {
  /** What ought to be, in one sentence; it becomes the description. */
  readonly sentence: string;
  readonly messages: M;
  /** The schema of the rule's only option, if it has one. Each property has a `description`. */
  readonly options?: S;
  readonly defaults?: Options<S>;
  readonly fixable?: true;
}

interface Predicate<M extends Messages, O, Fact> {
  /** The facts to look at. */
  readonly about: (file: SourceFile) => Iterable<Fact>;
  /** What is wrong with one of them. */
  readonly check: (fact: Fact, options: O, file: SourceFile) => Iterable<Finding<M>>;
}

/** A rule that does not know its name yet. */
export type NamelessRule = (name: string) => Omit<TSESLint.RuleModule<string, readonly unknown[]>, 'defaultOptions'>;

/** What every rule may say besides. */
const further = { disable: 'Disable {{ rule }} for this line.' };

const pages = 'https://github.com/eslint-plugin-cloudflare-auth/eslint-plugin-cloudflare-auth/blob/main/rules';

/** Makes an ESLint rule of a sentence, the facts it is about, and what is wrong with one of them. */
export function defineRule<const M extends Messages, const S extends Schema, Fact>(
  description: Description<M, S>,
  predicate: Predicate<M, Options<S>, Fact>,
): NamelessRule {
  const { sentence, messages, options: schema, fixable } = description;
  // What the compiler has checked of the definition need not be carried through ESLint's own types.
  const { defaults }: { readonly defaults?: unknown } = description;
  const { about } = predicate;
  const check = predicate.check as unknown as (fact: Fact, options: unknown, file: SourceFile) => Iterable<Said>;
  return (name) => ({
    meta: {
      type: 'problem',
      docs: { description: sentence, url: `${pages}/${name}.md` },
      messages: { ...messages, ...further },
      schema: schema === undefined ? [] : [schema as unknown as JSONSchema4],
      defaultOptions: defaults ? [defaults] : [],
      ...(fixable && { fixable: 'code' as const }),
      hasSuggestions: true,
      // Every language: where a file's language is not known, there is nothing to find.
      languages: ['*'],
    },
    create(context) {
      const file = readSource(context.sourceCode, context.filename);
      if (!file) return {};
      // ESLint 8 and the first of 9 do not merge the defaults in.
      const options: unknown = { ...(defaults as object | undefined), ...(context.options[0] as object | undefined) };
      const seen = new Set<string>();
      for (const fact of about(file)) {
        for (const said of check(fact, options, file)) {
          // What is reached on several ways is still one finding.
          const key = [said.messageId, said.at.start, said.at.end].join(' ');
          if (!seen.has(key)) report(context, said, file.spelling);
          seen.add(key);
        }
      }
      return {};
    },
  });
}

/** A {@link Finding} of any rule. */
interface Said {
  readonly at: Span;
  readonly messageId: string;
  readonly data?: Readonly<Record<string, string>>;
  readonly fix?: readonly Edit[];
  readonly suggest?: readonly (
    { readonly messageId: string; readonly data?: Readonly<Record<string, string>>; readonly change: Change } | undefined
  )[];
}

function report(
  context: Readonly<TSESLint.RuleContext<string, readonly unknown[]>>,
  { at, messageId, data, fix, suggest = [] }: Said,
  spelling: Spelling | undefined,
): void {
  const { sourceCode, id: rule } = context;
  const disabled = spelling?.disable?.(at, rule);
  const suggestions = [...suggest, disabled && { messageId: 'disable', data: { rule }, change: disabled }].filter(
    (each) => each !== undefined,
  );
  context.report({
    loc: { start: sourceCode.getLocFromIndex(at.start), end: sourceCode.getLocFromIndex(at.end) },
    messageId,
    ...(data && { data }),
    ...(fix && { fix: edited(fix) }),
    ...(suggestions.length > 0 && {
      suggest: suggestions.map((each) => ({
        messageId: each.messageId,
        ...(each.data && { data: each.data }),
        fix: edited(each.change.edits),
      })),
    }),
  });
}

function edited(edits: readonly Edit[]): TSESLint.ReportFixFunction {
  return (fixer) => edits.map(({ at, text }) => fixer.replaceTextRange([at.start, at.end], text));
}
