/** How Python writes strings. */
import type { Span } from '../../../source/model.js';
import type { Node } from '../../javascript/syntax/syntax.js';

export type Quote = '"' | "'";

export interface WrittenString {
  readonly start: number;
  readonly prefix: string;
  /** The quote that it begins with; of a triple quote, one character. */
  readonly quote: Quote;
  readonly inside: Span;
  readonly isFormat: boolean;
  readonly isBytes: boolean;
}

/** Returns a string that is a single literal. */
export function stringAt(text: string, { range: [start, end] }: Node): WrittenString | undefined {
  const written = text.slice(start, end);
  const [open, prefix = '', quotes = ''] = /^([a-z]*)("""|'''|"|')/i.exec(written) ?? [];
  if (open === undefined || !written.endsWith(quotes) || written.length < open.length + quotes.length) return undefined;
  const inside = { start: start + open.length, end: end - quotes.length };
  const content = text.slice(inside.start, inside.end);
  // If several are implicitly concatenated, the quotes between them are inside.
  if (new RegExp(String.raw`(?<!\\)${quotes}`).test(content)) return undefined;
  return { start, prefix, quote: quotes.startsWith('"') ? '"' : "'", inside, isFormat: /f/i.test(prefix), isBytes: /b/i.test(prefix) };
}

export function otherQuote(quote: Quote): Quote {
  return quote === '"' ? "'" : '"';
}

/** The quote that most strings of a file use. */
export function usualQuote(text: string): Quote {
  const count = (quote: RegExp): number => text.match(quote)?.length ?? 0;
  return count(/'/g) > count(/"/g) ? "'" : '"';
}
