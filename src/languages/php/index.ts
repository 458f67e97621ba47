/**
 * The PHP reader: lowers programs to trees that JavaScript's evaluator reads. The text around them, and programs that the parser does not understand,
 * are read lexically.
 */
import type { Contents, SourceFile } from '../../source/model.js';
import { readProgram } from '../javascript/program.js';
import { readLexically } from '../lexical/index.js';
import { isProgram, type Parsed } from '../lowering/lezer.js';
import { together } from '../shell/index.js';
import { php } from './language.js';
import { lowerPhp } from './lowering/index.js';
import { parsePhp } from './parser.js';

export function readPhp(text: string, path: string): SourceFile {
  // A snippet has no opening tag.
  const isMarked = /<\?(?:php|=)/i.test(text);
  const parsed = parsePhp(text);
  if (!isMarked || !isProgram(text, parsed)) return readLexically('php', text, path);
  try {
    const program = readProgram(lowerPhp(text, parsed), path, php);
    const around = textAround(text, parsed);
    return around.trim() === '' ? program : beside(program, readLexically('php', around, path));
  } catch {
    // Nested too deep, or a tree that cannot be lowered.
    return readLexically('php', text, path);
  }
}

/** The text around the programs of a page, at unchanged offsets. */
function textAround(text: string, { outside }: Parsed): string {
  let around = '';
  for (const [start, end] of outside) {
    around += text.slice(around.length, start).replaceAll(/[^\n]/g, ' ');
    around += text.slice(start, end);
  }
  return around + text.slice(around.length).replaceAll(/[^\n]/g, ' ');
}

/** The parts of a program that the text around it has too. */
const parts = ['texts', 'comments', 'tables', 'calls', 'bindings', 'reads', 'conditional'] as const;

/** Merges a program with the text around it. */
function beside(program: SourceFile, around: SourceFile): SourceFile {
  let contents: Contents | undefined;
  const all = (): Contents => (contents ??= together([program, around]));
  return Object.create(program, Object.fromEntries(parts.map((part) => [part, { get: () => all()[part] }]))) as SourceFile;
}
