/** Jupyter notebooks: the code of the cells, which forms one program, and its printed output. */
import type { Piece, SourceFile, Text } from '../source/model.js';
import { part } from '../source/values.js';
import { placing } from './data/strings.js';
import { readJsonFile } from './json/file.js';
import { readLexically } from './lexical/index.js';
import type { Place } from './lowering/nodes.js';
import { readEmbedded, together } from './shell/index.js';
import { moved } from './moved.js';
import { readPythonWithin } from './python/index.js';

/** Reads a notebook. */
export function readNotebook(text: string, path: string): SourceFile {
  const file = readJsonFile(text, path);
  const sources = file.texts.filter(({ names }) => names.includes('cells') && names.at(-1) === 'source');
  const rest = file.texts.filter((each) => !sources.includes(each));
  const program: Piece[] = [];
  for (const line of sources) {
    for (const part of line.parts) if (part.kind === 'piece') program.push(part);
    if (program.at(-1)?.text.endsWith('\n') !== true)
      program.push({ kind: 'piece', text: '\n', at: { start: line.at.end, end: line.at.end }, exact: false });
  }
  const written = program.map((piece) => piece.text).join('');
  const commands = [...written.matchAll(magic)].map(({ 0: head, index }) => {
    const end = written.indexOf('\n', index);
    return { start: index + head.length, end: end === -1 ? written.length : end };
  });
  // Blanked rather than removed, so that all offsets stay the same.
  const code = written.replaceAll(/^[ \t]*(?:!|%%?\w)[^\n]*/gm, (line) => ' '.repeat(line.length));
  const at = file.tables[0]?.at ?? { start: 0, end: text.length };
  const place = placing(program, at);
  const placeOf = (start: number, end: number): Place => {
    const at = place(start, end);
    return [at.start, at.end];
  };
  const inNotebook = readPythonWithin(code, path, { text, base: 0, placeOf }) ?? moved(readLexically('python', code, path), place);
  const whole: Text = { kind: 'text', parts: program, names: [], fallbackFor: undefined, at };
  const scripts = commands.map(({ start, end }) => readEmbedded(part(whole, start, end), false));
  return {
    language: 'python',
    path,
    text,
    ...together([{ ...file, texts: rest, tables: [], bindings: [], calls: [], reads: [] }, inNotebook, ...scripts]),
  };
}

/** What precedes a shell command in a cell: `!command` and `%env NAME=value`. */
const magic = /^[ \t]*(?:!|%%?\w+[ \t]*)/gm;
