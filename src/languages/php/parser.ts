/** The parser: Lezer's, which makes a tree of whatever it is given. */
import { parser } from '@lezer/php';
import { type Parsed, parsed, type SyntaxNode } from '../lowering/lezer.js';

export type PhpNode = SyntaxNode;

export function parsePhp(text: string): Parsed {
  return parsed(parser, text);
}
