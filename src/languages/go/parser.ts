/** The parser: Lezer's, which makes a tree of whatever it is given. */
import { parser } from '@lezer/go';
import { type Parsed, parsed, type SyntaxNode } from '../lowering/lezer.js';

export type GoNode = SyntaxNode;

/**
 * What version 1.0.1 of the grammar takes for an error, in words of the same length that it takes for the same: it ends no statement after
 * `true` and `false`, though at names, and knows no loop whose values have no names.
 */
function withoutGaps(text: string): string {
  return text
    .replace(/\b[tf](?=(?:rue|alse)[ \t]*(?:$|\/[/*]))/gm, '_')
    .replace(/\bfor([ \t]+)range(?=[ \t])/g, (_, space: string) => `for${space}     `);
}

export function parseGo(text: string): Parsed {
  return parsed(parser, withoutGaps(text));
}
