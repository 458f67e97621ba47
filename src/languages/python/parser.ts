/** The parser: Lezer's, which makes a tree of whatever it is given. */
import { parser } from '@lezer/python';
import { type Parsed, parsed, type SyntaxNode } from '../lowering/lezer.js';

export type PythonNode = SyntaxNode;

export function parsePython(text: string): Parsed {
  return parsed(parser, text);
}
