/** Notebooks: the code of their cells, which is one program, and what it has printed. */
import type { Piece, SourceFile, Text } from '../source/model.js';
import { placing, run } from './data/strings.js';
import { readJsonFile } from './json/file.js';
import { readLexically } from './lexical/index.js';
import { readEmbedded, together } from './shell/index.js';
import { moved } from './moved.js';

/** Reads a notebook. */
export function readNotebook(text: string, path: string): SourceFile {
  const file = readJsonFile(text, path);
  const sources = file.texts.filter(({ names }) => names.includes('cells') && names.at(-1) === 'source');
  const rest = file.texts.filter((each) => !sources.includes(each));
  const program: Piece[] = [];
  const commands: Text[] = [];
  for (const line of sources) {
    const [first] = line.parts;
    const written = first?.kind === 'piece' ? first.text : '';
    if (/^\s*[!%]/.test(written)) commands.push(line);
    else for (const part of line.parts) if (part.kind === 'piece') program.push(part);
    program.push({ kind: 'piece', text: '\n', at: { start: line.at.end, end: line.at.end }, exact: false });
  }
  const code = program.map((piece) => piece.text).join('');
  const read = readLexically('python', code, path);
  const inNotebook = moved(read, placing(program, file.tables[0]?.at ?? { start: 0, end: text.length }));
  const scripts = commands.map((line) => readEmbedded({ parts: withoutMagic(line, text), at: line.at }, false));
  return {
    language: 'python',
    path,
    text,
    ...together([{ ...file, texts: rest, tables: [], bindings: [], calls: [], reads: [] }, inNotebook, ...scripts]),
  };
}

/** `!command` and `%env NAME=value`, as a shell would be told. */
function withoutMagic({ parts }: Text, text: string): Text['parts'] {
  const [first, ...rest] = parts;
  const [head = ''] = first?.kind === 'piece' ? (/^\s*(?:!|%(?:env|set_env)\s+|%%?\w+\s*)/.exec(first.text) ?? []) : [];
  if (first?.kind !== 'piece' || !first.exact) return parts;
  return [...run(text, first.at.start + head.length, first.at.end), ...rest];
}
