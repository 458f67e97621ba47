/** `.env`, `.dev.vars` and the like, as dotenv reads them: `NAME=value` lines, quotes, multi-line values, `${NAME}`. */
import type { Binding, Contents, Hole, Name, Piece, SourceFile, Span, Text, Value } from '../source/model.js';
import type { Change, EditWriter } from '../source/edits.js';
import { unwrapHole } from '../source/values.js';
import { disabling } from './disable-comments.js';

/** Reads a file of variables. Lines that define none are skipped. */
export function readDotenv(text: string, path: string): SourceFile {
  const comments: Span[] = [];
  const bindings: Binding[] = [];
  const reads: Name[] = [];
  const values = new Map<string, Value>();
  let offset = 0;
  while (offset < text.length) {
    const line = lineAt(text, offset);
    const start = offset + (/^\s*/.exec(line)?.[0].length ?? 0);
    const assignment = /^(\s*(?:export\s+)?)([A-Za-z_][\w.-]*)[^\S\n]*(?:=|:(?=\s))[^\S\n]*/.exec(line);
    if (text.startsWith('#', start)) comments.push({ start, end: offset + line.trimEnd().length });
    if (!assignment) {
      offset += line.length + 1;
      continue;
    }
    const [head, before = '', name = ''] = assignment;
    const nameAt = { start: offset + before.length, end: offset + before.length + name.length };
    const { inside, end, quote } = valueAt(text, offset + head.length, offset + line.length);
    const parts = quote === "'" ? piece(text, inside) : expanded(text, inside, values, reads);
    const names = ['env', name];
    const value = unwrapHole({ kind: 'text', parts, names, fallbackFor: undefined, at: inside });
    bindings.push({ names, value, target: { kind: 'name', path: names, at: nameAt }, nameAt, at: { start: nameAt.start, end } });
    values.set(name, value);
    const rest = lineAt(text, end);
    const comment = /^\s*#/.exec(rest);
    if (comment) comments.push({ start: end + comment[0].length - 1, end: end + rest.trimEnd().length });
    offset = end + rest.length + 1;
  }
  const texts = bindings.flatMap(({ value }) => (value.kind === 'text' ? [value] : []));
  const contents: Contents = { texts, comments, tables: [], calls: [], bindings, reads };
  const edits: EditWriter = { remove: (at) => remove(text, at), disable: disabling(text, contents) };
  return { language: 'dotenv', path, text, ...contents, edits };
}

function lineAt(text: string, offset: number): string {
  const end = text.indexOf('\n', offset);
  return text.slice(offset, end === -1 ? text.length : end);
}

/** A quoted value, which may span several lines, or an unquoted one, which ends with the line or at a comment. */
function valueAt(text: string, start: number, lineEnd: number): { readonly inside: Span; readonly end: number; readonly quote: string } {
  const quote = text.charAt(start);
  if (/["'`]/.test(quote)) {
    const end = closing(text, quote, start + 1);
    if (end !== undefined) return { inside: { start: start + 1, end }, end: end + 1, quote };
  }
  const written = text.slice(start, lineEnd);
  const comment = written.search(/(?:^|\s)#/);
  const end = start + (comment === -1 ? written : written.slice(0, comment)).trimEnd().length;
  return { inside: { start, end }, end, quote: '' };
}

function closing(text: string, quote: string, from: number): number | undefined {
  for (let index = from; index < text.length; index += 1) {
    if (text.charAt(index) === '\\') index += 1;
    else if (text.charAt(index) === quote) return index;
  }
  return undefined;
}

function piece(text: string, at: Span): readonly Piece[] {
  const written = text.slice(at.start, at.end);
  if (written === '') return [];
  const unescaped = written.replace(/\\([n"'`\\])/g, (_, character: string) => (character === 'n' ? '\n' : character));
  return [{ kind: 'piece', text: unescaped, at, exact: unescaped === written }];
}

/** Expands `${NAME}` in a value: to the value that the file assigned to that name above, or to a variable of the environment. */
function expanded(text: string, { start, end }: Span, values: ReadonlyMap<string, Value>, reads: Name[]): Text['parts'] {
  const parts: (Piece | Hole)[] = [];
  let from = start;
  for (const { 0: written, 1: braced, 2: bare, index } of text
    .slice(start, end)
    .matchAll(/(?<!\\)\$(?:\{([A-Z_]\w*)(?:[:?+-][^{}]*)?\}|([A-Z_]\w*))/gi)) {
    const at = { start: start + index, end: start + index + written.length };
    const name = braced ?? bare ?? '';
    const known = values.get(name);
    const read: Name = { kind: 'name', path: ['env', name], at };
    if (!known) reads.push(read);
    parts.push(
      ...piece(text, { start: from, end: at.start }),
      ...(known?.kind === 'text' ? known.parts : [{ kind: 'hole' as const, value: read, at }]),
    );
    from = at.end;
  }
  return [...parts, ...piece(text, { start: from, end })].slice(0, MAX_PARTS);
}

/** Texts with more parts than this were not written by hand. */
const MAX_PARTS = 1_000;

/** Removes the whole line of a variable. */
function remove(text: string, at: Span): Change {
  const start = text.lastIndexOf('\n', at.start - 1) + 1;
  const end = text.indexOf('\n', at.end);
  return { edits: [{ at: { start, end: end === -1 ? text.length : end + 1 }, text: '' }], code: '' };
}
