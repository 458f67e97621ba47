/** Lezer's parser, which returns a tree for any text. */
import { parser } from '@lezer/go';
import { type Parsed, parsed, type SyntaxNode } from '../lowering/lezer.js';

export type GoNode = SyntaxNode;

/**
 * Replaces syntax that version 1.0.1 of the grammar rejects by equivalents of the same length: the grammar does not end a statement after `true` and
 * `false`, as it does after names, and lacks `for range` without variables.
 */
function withoutGaps(text: string): string {
  return text
    .replace(/\b[tf](?=(?:rue|alse)[ \t]*(?:$|\/[/*]))/gm, '_')
    .replace(/\bfor([ \t]+)range(?=[ \t])/g, (_, space: string) => `for${space}     `);
}

export function parseGo(text: string): Parsed {
  return parsed(parser, withoutGaps(text));
}
