/** Jupyter notebooks: the code of the cells, which forms one program, and its printed output. */
import type { Piece, SourceFile, Span, Text } from '../source/model.js';
import { innermost } from '../source/span.js';
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
  const { program, scripts: inScript } = programOf(file, sources);
  const written = program.map((piece) => piece.text).join('');
  const isInScript = (index: number): boolean => inScript.some(({ start, end }) => start <= index && index < end);
  const commands = [...written.matchAll(magic)].flatMap(({ 0: head, index }) => {
    const end = written.indexOf('\n', index);
    return isInScript(index) ? [] : [{ start: index + head.length, end: end === -1 ? written.length : end }];
  });
  // Blanked rather than removed, so that all offsets stay the same.
  const code = inScript
    .reduce((all, { start, end }) => all.slice(0, start) + blank(all.slice(start, end)) + all.slice(end), written)
    .replaceAll(/^[ \t]*(?:!|%%?\w)[^\n]*/gm, blank);
  const at = file.tables[0]?.at ?? { start: 0, end: text.length };
  const place = placing(program, at);
  const placeOf = (start: number, end: number): Place => {
    const at = place(start, end);
    return [at.start, at.end];
  };
  const inNotebook = readPythonWithin(code, path, { text, base: 0, placeOf }) ?? moved(readLexically('python', code, path), place);
  const whole: Text = { kind: 'text', parts: program, names: [], fallbackFor: undefined, at };
  const scripts = [...commands, ...inScript].map(({ start, end }) => readEmbedded(part(whole, start, end), false));
  return {
    language: 'python',
    path,
    text,
    ...together([{ ...file, texts: rest, tables: [], bindings: [], calls: [], reads: [] }, inNotebook, ...scripts]),
  };
}

/** The lines of all cells, and where in these a cell is a shell script, or the file of variables that it writes. */
function programOf(
  { tables }: SourceFile,
  sources: readonly Text[],
): { readonly program: readonly Piece[]; readonly scripts: readonly Span[] } {
  const cellAround = innermost(tables.filter(({ entries }) => entries.some(({ key }) => key === 'cell_type')).map(({ at }) => at));
  const program: Piece[] = [];
  const scripts: { start: number; end: number }[] = [];
  let cell: Span | undefined;
  let length = 0;
  let isScript = false;
  for (const line of sources) {
    const pieces = line.parts.filter((each): each is Piece => each.kind === 'piece');
    if (pieces.at(-1)?.text.endsWith('\n') !== true)
      pieces.push({ kind: 'piece', text: '\n', at: { start: line.at.end, end: line.at.end }, exact: false });
    const head = script.exec(pieces.map(({ text }) => text).join(''))?.[0];
    const around = cellAround(line.at);
    if (around !== cell) isScript = head !== undefined;
    cell = around;
    const start = length;
    for (const { text } of pieces) length += text.length;
    program.push(...pieces);
    if (isScript) scripts.push({ start: start + (head?.length ?? 0), end: length });
  }
  return { program, scripts: joined(scripts) };
}

/** Joins spans that follow each other. */
function joined(spans: readonly Span[]): readonly Span[] {
  const found: { start: number; end: number }[] = [];
  for (const { start, end } of spans) {
    const last = found.at(-1);
    if (last?.end === start) last.end = end;
    else found.push({ start, end });
  }
  return found;
}

function blank(text: string): string {
  return text.replaceAll(/[^\n]/g, ' ');
}

/** What precedes a shell command in a cell: `!command` and `%env NAME=value`. */
const magic = /^[ \t]*(?:!|%%?\w+[ \t]*)/gm;

/** The first line of a cell that is a shell script. https://ipython.readthedocs.io/en/stable/interactive/magics.html#cell-magics */
const script = /^\s*%%(?:(?:ba|z)?sh|script[ \t]+(?:ba|z)?sh|writefile[ \t]+\S*\.(?:sh|env))[^\n]*\n/;
