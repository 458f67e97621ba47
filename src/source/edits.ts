/** Changes that rules suggest, and the interface through which languages write them. */
import type { Span } from './span.js';

/** Replaces a span of a file's text. */
export interface Edit {
  readonly at: Span;
  readonly text: string;
}

/** A set of edits that belong together, and the code that they insert, for the message. */
export interface Change {
  readonly edits: readonly Edit[];
  readonly code: string;
}

/** The line terminator of a text: that of its first line. */
export function lineEndOf(text: string): '\r\n' | '\n' {
  const first = text.indexOf('\n');
  return first > 0 && text.charAt(first - 1) === '\r' ? '\r\n' : '\n';
}

/** Converts the line terminators in a change to those of the text. */
export function withLineEndsOf(text: string, { edits, code }: Change): Change {
  const end = lineEndOf(text);
  return { code, edits: end === '\n' ? edits : edits.map((edit) => ({ ...edit, text: edit.text.replaceAll(/\r?\n/g, end) })) };
}

/** Merges edits that do not overlap into one replacement, which keeps the text between them. */
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

/** Applies a change to a text. */
export function changed(text: string, { edits }: Pick<Change, 'edits'>): string {
  const { range, text: replaced } = merged(edits, text);
  return text.slice(0, range[0]) + replaced + text.slice(range[1]);
}

/** A value that a rule wants inserted, independent of the language. */
export type NewValue =
  | { readonly kind: 'text'; readonly text: string }
  /** The date this many days after the program runs. */
  | { readonly kind: 'ahead'; readonly days: number }
  | { readonly kind: 'list'; readonly items: readonly NewValue[] }
  | { readonly kind: 'table'; readonly entries: readonly (readonly [key: string, value: NewValue])[] };

/** Most changes written for one file: writing one may search the whole file, and few of them are offered. */
const MAX_CHANGES = 200;

/** Limits how many changes a writer writes; then it writes none. */
export function limited(writer: EditWriter): EditWriter {
  let left = MAX_CHANGES;
  const methods = Object.entries(writer) as [string, (...values: unknown[]) => Change | undefined][];
  return Object.fromEntries(
    methods.map(([name, method]) => [name, (...values: unknown[]) => ((left -= 1) < 0 ? undefined : method(...values))]),
  );
}

/** Writes the changes that rules suggest, in one language. Methods it never supports are absent; others return undefined where they do not apply. */
export interface EditWriter {
  /** Replaces the characters at `at`, a string literal or part of one, with a read of an environment variable. */
  readonly fromEnvironment?: (at: Span, variable: string) => Change | undefined;
  /**
   * Replaces the key of the entry at `at`, and its value with `before` followed by an environment variable. The entry may also be an assignment to a
   * member, or a call that takes a name and a value.
   */
  readonly replaceEntry?: (at: Span, key: string, before: string, variable: string) => Change | undefined;
  /** Removes the entry or call at `at`. */
  readonly remove?: (at: Span) => Change | undefined;
  /** Adds an entry to the table at `table`. */
  readonly addEntry?: (table: Span, key: string, value: NewValue) => Change | undefined;
  /** Replaces the key at `at` with `before` followed by the value of a variable that is in scope there and whose name matches `named`. */
  readonly replaceKey?: (at: Span, before: string, named: RegExp) => Change | undefined;
  /** Replaces the value at `at` with whether it is set. */
  readonly whetherSet?: (at: Span) => Change | undefined;
  /** Adds a check that stops the program when the request at `call` gets an HTTP error. */
  readonly checkResponse?: (call: Span) => Change | undefined;
  /** Disables a rule for the line that `at` begins on. Only for languages for which ESLint's editor integrations cannot. */
  readonly disable?: (at: Span, rule: string) => Change | undefined;
}
