/** What a rule would have instead of what is written, and how languages write that. */
import type { Span } from './span.js';

/** A change of a file's text. */
export interface Edit {
  readonly at: Span;
  readonly text: string;
}

/** A way to change a file, and the code that it puts in. */
export interface Change {
  readonly edits: readonly Edit[];
  readonly code: string;
}

/** What ends the lines of a text: that of its first line. */
export function lineEndOf(text: string): '\r\n' | '\n' {
  const first = text.indexOf('\n');
  return first > 0 && text.charAt(first - 1) === '\r' ? '\r\n' : '\n';
}

/** A change whose new lines end as those of the text do. */
export function withLineEndsOf(text: string, { edits, code }: Change): Change {
  const end = lineEndOf(text);
  return { code, edits: end === '\n' ? edits : edits.map((edit) => ({ ...edit, text: edit.text.replaceAll(/\r?\n/g, end) })) };
}

/** Edits that do not overlap as one replacement, which leaves what lies between them as it is. */
export function merged(
  edits: readonly Edit[],
  text: string,
): { readonly range: readonly [start: number, end: number]; readonly text: string } {
  const sorted = [...edits].sort((one, other) => one.at.start - other.at.start || one.at.end - other.at.end);
  const start = sorted[0]?.at.start ?? 0;
  let end = start;
  let replaced = '';
  for (const { at, text: inserted } of sorted) {
    replaced += text.slice(end, at.start) + inserted;
    end = Math.max(end, at.end);
  }
  return { range: [start, end], text: replaced };
}

/** A text after a change. */
export function changed(text: string, { edits }: Pick<Change, 'edits'>): string {
  const { range, text: replaced } = merged(edits, text);
  return text.slice(0, range[0]) + replaced + text.slice(range[1]);
}

/** A value that a rule would have, before a language writes it. */
export type NewValue =
  | { readonly kind: 'text'; readonly text: string }
  /** The moment so many days from when the program runs. */
  | { readonly kind: 'ahead'; readonly days: number }
  | { readonly kind: 'list'; readonly items: readonly NewValue[] }
  | { readonly kind: 'table'; readonly entries: readonly (readonly [key: string, value: NewValue])[] };

/** What a rule would have instead, as a language writes it. A language lacks what it can never write; an answer is undefined where it cannot. */
export interface EditWriter {
  /** Reads an environment variable in the place of the characters at `at`, which are a string or a part of one. */
  readonly fromEnvironment?: (at: Span, variable: string) => Change | undefined;
  /** Gives the entry at `at` another key, and as its value `before` followed by an environment variable. An entry may also be an assignment to a member, or a call that takes name and value. */
  readonly replaceEntry?: (at: Span, key: string, before: string, variable: string) => Change | undefined;
  /** Takes the entry or the call at `at` out. */
  readonly remove?: (at: Span) => Change | undefined;
  /** Gives the table at `table` another entry. */
  readonly addEntry?: (table: Span, key: string, value: NewValue) => Change | undefined;
  /** Makes the key at `at` end in the value of a variable that is in reach there and called like `named`. */
  readonly replaceKey?: (at: Span, before: string, named: RegExp) => Change | undefined;
  /** Tells at `at` whether there is a value, not what it is. */
  readonly whetherSet?: (at: Span) => Change | undefined;
  /** Stops the program when the answer to the request at `call` is a refusal. */
  readonly checkResponse?: (call: Span) => Change | undefined;
  /** Keeps a rule from speaking of the line that `at` begins on. Only for languages in which editors do not know how. */
  readonly disable?: (at: Span, rule: string) => Change | undefined;
}
