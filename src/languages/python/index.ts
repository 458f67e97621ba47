/** The Python adapter: programs are lowered to the trees that JavaScript's evaluator reads. What the parser makes no sense of is read lexically. */
import type { SourceFile } from '../../source/model.js';
import { readProgram } from '../javascript/program.js';
import { readLexically } from '../lexical/index.js';
import { python } from './language.js';
import { lowerPython } from './lowering/index.js';
import { parsePython } from './parser.js';

/** Programs with more places that make no sense than one in so many lines are of another version of the language, or of none. */
const LINES_PER_ERROR = 25;
const FEW_ERRORS = 2;

export function readPython(text: string, path: string): SourceFile {
  const parsed = parsePython(text);
  const lines = text.split('\n').length;
  if (parsed.errors > FEW_ERRORS && parsed.errors > lines / LINES_PER_ERROR) return readLexically('python', text, path);
  try {
    return readProgram(lowerPython(text, parsed), path, python);
  } catch {
    // Nested too deep, or nothing that can be made a tree of.
    return readLexically('python', text, path);
  }
}
