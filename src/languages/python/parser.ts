/** Lezer's parser, which returns a tree for any text. */
import { parser } from '@lezer/python';
import { type Parsed, parsed, type SyntaxNode } from '../lowering/lezer.js';

export type PythonNode = SyntaxNode;

export function parsePython(text: string): Parsed {
  return parsed(parser, text);
}
