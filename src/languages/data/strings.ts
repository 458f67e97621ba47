/** The characters of a quoted or folded string, cut where they stop standing in the file as the program sees them. */
import type { Hole, Piece, Span } from '../../source/model.js';
import { lastUpTo } from '../line-starts.js';

/** What one back-slash and the characters behind it stand for, in any of the languages. */
const letters: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  v: '\v',
  a: '\u0007',
  e: '\u001b',
  0: '\0',
  N: '\u0085',
  _: '\u00a0',
  L: '\u2028',
  P: '\u2029',
};

const escape = /\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|[\s\S])/g;

function meaning(written: string): string {
  if (written.includes('\n')) return ''; // the line goes on
  const letter = written.charAt(1);
  if (written.length === 2) return letters[letter] ?? letter;
  const code = Number.parseInt(written.slice(2), 16);
  return code <= 0x10_ff_ff ? String.fromCodePoint(code) : '';
}

/** The runs between `start` and `end` of a file, and the escapes between them. */
export function escaped(file: string, start: number, end: number, pattern: RegExp = escape): readonly Piece[] {
  const written = file.slice(start, end);
  const found: Piece[] = [];
  let from = 0;
  for (const { 0: unit, index } of written.matchAll(pattern)) {
    found.push(...run(file, start + from, start + index));
    const text = unit === "''" ? "'" : meaning(unit);
    found.push({ kind: 'piece', text, at: { start: start + index, end: start + index + unit.length }, exact: false });
    from = index + unit.length;
  }
  found.push(...run(file, start + from, end));
  return found;
}

/** Characters that stand for themselves. */
export function run(file: string, start: number, end: number): readonly Piece[] {
  return start < end ? [{ kind: 'piece', text: file.slice(start, end), at: { start, end }, exact: true }] : [];
}

/**
 * Pieces that together say `value`. Between those given there may be line breaks and blanks that the language makes of the file's own; where even
 * so they do not make up the value, the whole of `at` stands for it.
 */
export function aligned(value: string, given: readonly Piece[], at: Span): readonly Piece[] {
  const found: Piece[] = [];
  let offset = 0;
  let last = at.start;
  for (const piece of given.filter(({ text }) => text !== '')) {
    let begin = offset;
    while (!value.startsWith(piece.text, begin) && /[ \n]/.test(value.charAt(begin))) begin += 1;
    if (!value.startsWith(piece.text, begin)) return whole(value, at);
    if (begin > offset)
      found.push({ kind: 'piece', text: value.slice(offset, begin), at: { start: last, end: piece.at.start }, exact: false });
    found.push(piece);
    offset = begin + piece.text.length;
    last = piece.at.end;
  }
  const rest = value.slice(offset);
  if (/[^ \n]/.test(rest)) return whole(value, at);
  if (rest !== '') found.push({ kind: 'piece', text: rest, at: { start: Math.min(last, at.end), end: at.end }, exact: false });
  return found;
}

function whole(value: string, at: Span): readonly Piece[] {
  return value === '' ? [] : [{ kind: 'piece', text: value, at, exact: false }];
}

/** Where characters `start` to `end` of a string stand in the file; a hole counts as `{}`. */
export function placing(parts: readonly (Piece | Hole)[], at: Span): (start: number, end: number) => Span {
  const starts: number[] = [];
  let length = 0;
  for (const part of parts) {
    starts.push(length);
    length += part.kind === 'piece' ? part.text.length : '{}'.length;
  }
  const isExact = (part: Piece | Hole): boolean => part.kind === 'piece' && part.exact;
  return (start, end) => {
    const [first, last] = [lastUpTo(starts, start), lastUpTo(starts, Math.max(start, end - 1))];
    const [from, to] = [parts[first], parts[last]];
    if (!from || !to) return at;
    const begin = isExact(from) ? from.at.start + start - (starts[first] ?? 0) : from.at.start;
    const stop = isExact(to) ? to.at.start + end - (starts[last] ?? 0) : to.at.end;
    // What is put together of parts from here and there stands in no one place.
    if (first !== last && (stop < begin || begin < at.start || stop > at.end)) return at;
    return { start: begin, end: Math.max(begin, stop) };
  };
}
