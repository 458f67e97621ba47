/** The characters of a quoted or folded string, split where the file differs from the value. */
import type { Hole, Piece, Span } from '../../source/model.js';
import { placedParts } from '../../source/values.js';
import { lastUpTo } from '../line-starts.js';

/** Escape sequences of a single letter, in any of the languages. */
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
  if (written.includes('\n')) return ''; // a line continuation
  const letter = written.charAt(1);
  if (written.length === 2) return letters[letter] ?? letter;
  const code = Number.parseInt(written.slice(2), 16);
  return code <= 0x10_ff_ff ? String.fromCodePoint(code) : '';
}

/** Literal pieces between `start` and `end` of a file, and the escapes between them. */
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

/** Characters that are written literally. */
export function run(file: string, start: number, end: number): readonly Piece[] {
  return start < end ? [{ kind: 'piece', text: file.slice(start, end), at: { start, end }, exact: true }] : [];
}

/**
 * Pieces that make up `value`. Line breaks and blanks that the language derives from those in the file are added between the given pieces. If the
 * result still is not the value, the whole of `at` represents it.
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

/** Returns a function from characters `start` to `end` of a string to their span in the file; a hole counts as `{}`. */
export function placing(parts: readonly (Piece | Hole)[], at: Span): (start: number, end: number) => Span {
  const starts = [...placedParts(parts)].map(({ start }) => start);
  const isExact = (part: Piece | Hole): boolean => part.kind === 'piece' && part.exact;
  return (start, end) => {
    const [first, last] = [lastUpTo(starts, start), lastUpTo(starts, Math.max(start, end - 1))];
    const [from, to] = [parts[first], parts[last]];
    if (!from || !to) return at;
    const begin = isExact(from) ? from.at.start + start - (starts[first] ?? 0) : from.at.start;
    const stop = isExact(to) ? to.at.start + end - (starts[last] ?? 0) : to.at.end;
    // If the parts come from different places in the file, no span contains exactly them.
    if (first !== last && (stop < begin || begin < at.start || stop > at.end)) return at;
    return { start: begin, end: Math.max(begin, stop) };
  };
}
