/** Templates in HCL: quoted ones, `"…${expression}…"`, and heredoc strings, `<<-EOF`. */
import type { Expressions } from './expressions.js';
import type { Expression, TemplateText } from './tree.js';

type Part = TemplateText | Expression;

/** Deepest nesting of templates in templates. */
const MAX_DEPTH = 20;

/** Reads a quoted template at the parser's offset, and moves the parser behind it. */
export function readQuoted(parser: Expressions, depth: number): Expression {
  const { text, offset: start } = parser;
  const parts: Part[] = [];
  let from = (parser.offset += 1);
  const note = (end: number): void => {
    if (end > from) parts.push(...characters(text, from, end));
  };
  for (;;) {
    const character = text.charAt(parser.offset);
    if (character === '' || character === '"' || character === '\n') break;
    if (character === '\\') parser.offset += 2;
    else if (/^(?:\$\$|%%)\{/.test(text.slice(parser.offset, parser.offset + 3))) parser.offset += 3;
    else if (/^[$%]\{/.test(text.slice(parser.offset, parser.offset + 2))) {
      note(parser.offset);
      parts.push(readHole(parser, depth));
      from = parser.offset;
    } else parser.offset += 1;
  }
  note(Math.min(parser.offset, text.length));
  parser.take('"');
  return { type: 'template', parts, start, end: parser.offset };
}

/** An interpolation, `${…}`. Directives (`%{ if … }`) are unknown. */
function readHole(parser: Expressions, depth: number): Expression {
  const start = parser.offset;
  const isDirective = parser.text.startsWith('%', start);
  parser.offset += 2;
  parser.match(/~/y);
  parser.skip(true);
  const inner: Expression = depth > MAX_DEPTH ? { type: 'unknown', start, end: start } : parser.expression(depth + 1);
  parser.skip(true);
  parser.match(/~/y);
  if (!parser.take('}')) parser.match(/[^}"\n]*\}?/y);
  return isDirective ? { type: 'unknown', start, end: parser.offset } : inner;
}

/** The pieces of a quoted template's characters, with escapes separated from the rest. */
function characters(text: string, start: number, end: number): readonly TemplateText[] {
  return [...text.slice(start, end).matchAll(/\\u[\da-f]{4}|\\[\s\S]|(?:\$\$|%%)\{|[^\\$%]+|[$%]/gi)].map(({ 0: written, index }) => ({
    type: 'characters',
    text: unescaped(written),
    start: start + index,
    end: start + index + written.length,
  }));
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

function unescaped(written: string): string {
  if (written.startsWith('\\u') && written.length === 6) return String.fromCharCode(Number.parseInt(written.slice(2), 16));
  if (written.startsWith('\\')) return escapes[written.charAt(1)] ?? written.slice(1);
  return /^(?:\$\$|%%)\{$/.test(written) ? written.slice(1) : written;
}

/** Reads a heredoc at the parser's offset; undefined if there is none. */
export function readHeredoc(parser: Expressions, depth: number): Expression | undefined {
  const { text, offset: start } = parser;
  const opening = parser.match(/<<-?[A-Z_][\w-]*[^\S\n]*\n/iy);
  if (opening === undefined) return undefined;
  const word = /[A-Z_][\w-]*/i.exec(opening)?.[0] ?? '';
  const bodyStart = parser.offset;
  let line = bodyStart;
  let bodyEnd = text.length;
  let end = text.length;
  while (line < text.length) {
    const lineEnd = text.indexOf('\n', line);
    const stop = lineEnd === -1 ? text.length : lineEnd;
    if (text.slice(line, stop).trim() === word) {
      bodyEnd = line;
      end = stop;
      break;
    }
    line = stop + 1;
  }
  const parts = documentParts(parser.within(bodyStart, bodyEnd), bodyEnd, depth);
  parser.offset = end;
  return { type: 'template', parts, start, end };
}

function documentParts(inner: Expressions, end: number, depth: number): readonly Part[] {
  const { text, offset: start } = inner;
  const parts: Part[] = [];
  let from = start;
  const note = (to: number): void => {
    if (to > from) parts.push({ type: 'characters', text: text.slice(from, to), start: from, end: to });
  };
  for (const { index } of text.slice(start, end).matchAll(/(?<![$%])[$%]\{/g)) {
    const at = start + index;
    if (at < from) continue;
    note(at);
    inner.offset = at;
    parts.push(readHole(inner, depth));
    from = inner.offset;
  }
  note(end);
  return parts;
}
