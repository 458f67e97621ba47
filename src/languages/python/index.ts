/** The Python reader: lowers programs to trees that JavaScript's evaluator reads. Programs that the parser does not understand are read lexically. */
import type { SourceFile } from '../../source/model.js';
import type { Module, ReadContext } from '../../source/modules.js';
import { readProgram, readProgramModule } from '../javascript/program.js';
import type { SourceCode } from '../javascript/source-code.js';
import { KeptByText } from '../kept-by-text.js';
import { readLexically } from '../lexical/index.js';
import { withPlainLineEnds } from '../line-starts.js';
import { isProgram } from '../lowering/lezer.js';
import { python } from './language.js';
import { type Embedding, lowerPython } from './lowering/index.js';
import { parsePython } from './parser.js';

export function readPython(text: string, path: string, surroundings?: ReadContext): SourceFile {
  const tree = surroundings ? treeAt(0, text, surroundings.path) : loweredAt(0, text);
  return tree ? readProgram(tree, path, python, surroundings) : readLexically('python', text, path);
}

/** Reads a file as its importers see it; undefined if it does not parse. */
export function readPythonModule(text: string, _path: string, surroundings: ReadContext): Module | undefined {
  const tree = treeAt(surroundings.base, withPlainLineEnds(text), surroundings.path);
  return tree && readProgramModule(tree, python, surroundings);
}

/** Reads a program embedded in a file of another kind; undefined if it does not parse. */
export function readPythonWithin(code: string, path: string, within: Embedding): SourceFile | undefined {
  const tree = loweredWithin(code, within);
  return tree && { ...readProgram(tree, path, python), edits: {} };
}

const trees = new KeptByText<SourceCode | undefined>();

/** The tree of a file of a project, which may be the file being checked or one that it imports. */
function treeAt(base: number, text: string, path: string): SourceCode | undefined {
  return trees.of(`${String(base)} ${path}`, text, () => loweredAt(base, text));
}

/** The tree of a program, with offsets that begin at `base`; undefined if it cannot be lowered. */
function loweredAt(base: number, text: string): SourceCode | undefined {
  return loweredWithin(text, { text, base, placeOf: (start, end) => [base + start, base + end] });
}

function loweredWithin(text: string, within: Embedding): SourceCode | undefined {
  const parsed = parsePython(text);
  if (!isProgram(text, parsed)) return undefined;
  try {
    return lowerPython(text, parsed, within);
  } catch {
    // Nested too deep.
    return undefined;
  }
}
