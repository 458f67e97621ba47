import type { TSESLint } from '@typescript-eslint/utils';
import type { JSONSchema4 } from '@typescript-eslint/utils/json-schema';
import { readSource } from './languages/index.js';
import type { Options, Schema } from './options.js';
import type { SourceFile, Span } from './source.js';

/** The names between `{{` and `}}` in a message. */
type Blanks<Message> = Message extends `${string}{{ ${infer Blank} }}${infer Rest}` ? Blank | Blanks<Rest> : never;

type Messages = Readonly<Record<string, string>>;

/** A change of a file's text. */
export interface Edit {
  readonly at: Span;
  readonly text: string;
}

/** What a rule says of one place: a message id, exactly the blanks of that message, and perhaps a fix. */
export type Finding<M extends Messages> = {
  [Id in keyof M]: {
    readonly at: Span;
    readonly messageId: Id;
    readonly fix?: readonly Edit[];
  } & ([Blanks<M[Id]>] extends [never] ? { readonly data?: never } : { readonly data: Readonly<Record<Blanks<M[Id]>, string>> });
}[keyof M];

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
      messages,
      schema: schema === undefined ? [] : [schema as unknown as JSONSchema4],
      defaultOptions: defaults ? [defaults] : [],
      ...(fixable && { fixable: 'code' as const }),
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
          if (!seen.has(key)) report(context, said);
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
}

function report(context: TSESLint.RuleContext<string, readonly unknown[]>, { at, messageId, data, fix }: Said): void {
  const { sourceCode } = context;
  context.report({
    loc: { start: sourceCode.getLocFromIndex(at.start), end: sourceCode.getLocFromIndex(at.end) },
    messageId,
    ...(data && { data }),
    ...(fix && { fix: (fixer) => fix.map((edit) => fixer.replaceTextRange([edit.at.start, edit.at.end], edit.text)) }),
  });
}
