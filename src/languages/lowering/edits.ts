/** What languages with a tree of Lezer's have in common when they write what a rule would have instead. */
import { type Change, changed, type Edit } from '../../source/edits.js';
import type { Span } from '../../source/model.js';
import { within } from '../../source/values.js';
import type { Reading } from '../javascript/reading.js';
import { spanOf } from '../javascript/syntax/syntax.js';
import { nodesIn, type Parsed } from './lezer.js';

type Parse = (text: string) => Parsed;

/** A program is parsed again no more often than this: one full of findings has no change for each. */
const MOST_PARSED = 60;

/** Gives a change back if the program parses after it as well as before. */
export function stillParsing(text: string, parse: Parse): (change: Change | undefined) => Change | undefined {
  let errors: number | undefined;
  let left = MOST_PARSED;
  return (change) => {
    if (!change || (left -= 1) < 0) return undefined;
    errors ??= parse(text).errors;
    return parse(changed(text, change)).errors <= errors ? change : undefined;
  };
}

/** A string with a credential at its end. */
export interface StringEnd {
  readonly at: Span;
  readonly quote: string;
  /** What is written before the credential, the opening quote with it. */
  readonly before: string;
}

export interface StringSyntax {
  readonly parse: Parse;
  readonly quotes: string;
  /** The nodes in which the language takes nothing but what is known before the program runs. */
  readonly constants: ReadonlySet<string>;
}

/** The string that ends with what stands at `at`; undefined if nothing else can stand in its place. */
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

/** Puts an expression in the place of a credential: of the whole string, or behind what is left of it. */
export function withExpression({ at, quote, before }: StringEnd, code: string, joined: string, edits: readonly Edit[] = []): Change {
  return { edits: [...edits, { at, text: before === quote ? code : `${before}${quote} ${joined} ${code}` }], code };
}
