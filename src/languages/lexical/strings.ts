/** The parts of a string: literal characters, escapes, and places that other values fill. */
import type { Piece, Span } from '../../source/model.js';
import { escaped, run } from '../data/strings.js';
import type { StringForm } from './profile.js';
import type { TextNode } from './tree.js';

/** A place in a string that another value fills. */
export interface Fill {
  readonly kind: 'fill';
  /** What fills it: an expression, or a bare name; undefined if only a template engine knows. */
  readonly by: { readonly expression: Span } | { readonly name: string; readonly nameAt: Span } | undefined;
  readonly at: Span;
}

/** A placeholder of a template engine that is not part of the language: Jinja, Mustache, ERB. */
const template = /\{\{[^{}\n]{0,200}\}\}|<%[^%\n]{0,200}%>|\{%[^%\n]{0,200}%\}/y;

/** Most parts of a string that are read separately; the rest is one piece. */
const MAX_PARTS = 2_000;

/** Returns the parts of the string between `start` and `end` of a file. */
export function partsOf(file: string, { start, end }: Span, form: StringForm): readonly (Piece | Fill)[] {
  const found: (Piece | Fill)[] = [];
  let from = start;
  let index = start;
  while (index < end && found.length < MAX_PARTS) {
    const character = file.charAt(index);
    const fill = fillAt(file, index, end, form);
    if (fill) {
      found.push(...pieces(file, from, index, form), fill);
      from = index = fill.at.end;
    } else index += isEscape(character, form) ? 2 : 1;
  }
  return [...found, ...pieces(file, from, end, form)];
}

function isEscape(character: string, { escape }: StringForm): boolean {
  return escape !== undefined && escape !== 'doubled' && character === escape;
}

function fillAt(file: string, index: number, end: number, { holes = [] }: StringForm): Fill | undefined {
  for (const { open, close } of holes) {
    open.lastIndex = index;
    const found = open.exec(file);
    if (!found || index + found[0].length > end) continue;
    const stop = index + found[0].length;
    if (close === undefined) {
      const name = found[1] ?? '';
      const nameAt = { start: index + found[0].indexOf(name), end: index + found[0].indexOf(name) + name.length };
      return { kind: 'fill', by: name === '' ? undefined : { name, nameAt }, at: { start: index, end: stop } };
    }
    const closed = closing(file, stop, end);
    if (closed !== undefined)
      return { kind: 'fill', by: { expression: { start: stop, end: closed } }, at: { start: index, end: closed + 1 } };
  }
  template.lastIndex = index;
  const [written] = file.charAt(index) === '{' || file.charAt(index) === '<' ? (template.exec(file) ?? []) : [];
  return written === undefined || index + written.length > end
    ? undefined
    : { kind: 'fill', by: undefined, at: { start: index, end: index + written.length } };
}

/** Most characters of an expression in a string. */
const MAX_EXPRESSION = 300;

/** Returns the offset of the bracket that closes the one before `from`. */
function closing(file: string, from: number, end: number): number | undefined {
  let depth = 1;
  for (let index = from; index < Math.min(end, from + MAX_EXPRESSION); index += 1) {
    const character = file.charAt(index);
    if (character === '{' || character === '(') depth += 1;
    else if ((character === '}' || character === ')') && (depth -= 1) === 0) return index;
  }
  return undefined;
}

const graves = /`[\s\S]/g;

function pieces(file: string, start: number, end: number, { escape, close }: StringForm): readonly Piece[] {
  switch (escape) {
    case '\\':
      return escaped(file, start, end);
    case '`':
      return escaped(file, start, end, graves);
    case 'doubled':
      return file.slice(start, end).includes(close + close) ? [doubled(file, start, end, close)] : run(file, start, end);
    default:
      return run(file, start, end);
  }
}

function doubled(file: string, start: number, end: number, close: string): Piece {
  return { kind: 'piece', text: file.slice(start, end).replaceAll(close + close, close), at: { start, end }, exact: false };
}

/** Removes a pair of escaped quotes, as in `"\"value\""`: they are for the program generated from the text. */
export function withoutQuotes(parts: TextNode['parts']): TextNode['parts'] {
  const [first, last] = [parts[0], parts.at(-1)];
  const isQuote = (part: typeof first): boolean => part?.kind === 'piece' && !part.exact && part.text === '"';
  return parts.length > 2 && isQuote(first) && isQuote(last) ? parts.slice(1, -1) : parts;
}
