/** What the edit writers of languages with a Lezer parser have in common. */
import { type Change, changed, type Edit } from '../../source/edits.js';
import type { Span } from '../../source/model.js';
import { within } from '../../source/span.js';
import type { Reading } from '../javascript/reading.js';
import { spanOf } from '../javascript/syntax/syntax.js';
import { nodesIn, type Parsed } from './lezer.js';

type Parse = (text: string) => Parsed;

/** How often a program is parsed again: one with very many findings has no change for some. */
const MAX_PARSED = 60;

/** Returns a function that drops a change after which the program parses worse than before. */
export function parsableChanges(text: string, parse: Parse): (change: Change | undefined) => Change | undefined {
  let errors: number | undefined;
  let left = MAX_PARSED;
  return (change) => {
    if (!change || (left -= 1) < 0) return undefined;
    errors ??= parse(text).errors;
    return parse(changed(text, change)).errors <= errors ? change : undefined;
  };
}

/** A string that ends with a credential. */
export interface StringEnd {
  readonly at: Span;
  readonly quote: string;
  /** What precedes the credential, including the opening quote. */
  readonly before: string;
}

export interface StringSyntax {
  readonly parse: Parse;
  readonly quotes: string;
  /** Nodes in which the language allows only constants. */
  readonly constants: ReadonlySet<string>;
}

/** Returns the string that ends with the span `at`; undefined if nothing else can replace it. */
export function stringEndingWith({ survey, sourceCode: { text } }: Reading, at: Span, syntax: StringSyntax): StringEnd | undefined {
  const node = survey.strings.findLast((each) => within(at, spanOf(each)));
  if (!node || mustBeConstant(text, at, syntax)) return undefined;
  const { start, end } = spanOf(node);
  const quote = text.charAt(start);
  if (!syntax.quotes.includes(quote) || text.charAt(end - 1) !== quote || at.end !== end - 1) return undefined;
  return { at: { start, end }, quote, before: text.slice(start, at.start) };
}

function mustBeConstant(text: string, at: Span, { parse, constants }: StringSyntax): boolean {
  for (const { name, from, to } of nodesIn(parse(text).root)) if (constants.has(name) && within(at, { start: from, end: to })) return true;
  return false;
}

/** Replaces a credential by an expression: the whole string, or the end of it. */
export function withExpression({ at, quote, before }: StringEnd, code: string, joined: string, edits: readonly Edit[] = []): Change {
  return { edits: [...edits, { at, text: before === quote ? code : `${before}${quote} ${joined} ${code}` }], code };
}
