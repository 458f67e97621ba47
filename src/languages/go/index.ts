/** The Go reader: lowers programs to trees that JavaScript's evaluator reads. Programs that the parser does not understand are read lexically. */
import type { SourceFile } from '../../source/model.js';
import { readProgram } from '../javascript/program.js';
import { readLexically } from '../lexical/index.js';
import { isProgram } from '../lowering/lezer.js';
import { go } from './language.js';
import { lowerGo } from './lowering/index.js';
import { parseGo } from './parser.js';

export function readGo(text: string, path: string): SourceFile {
  const parsed = parseGo(text);
  if (!isProgram(text, parsed)) return readLexically('go', text, path);
  try {
    return readProgram(lowerGo(text, parsed), path, go);
  } catch {
    // Nested too deep, or a tree that cannot be lowered.
    return readLexically('go', text, path);
  }
}
