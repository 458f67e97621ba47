/** The parser: Lezer's, which makes a tree of whatever it is given. */
import { parser } from '@lezer/go';
import { type Parsed, parsed, type SyntaxNode } from '../lowering/lezer.js';

export type GoNode = SyntaxNode;

export function parseGo(text: string): Parsed {
  return parsed(parser, text);
}
