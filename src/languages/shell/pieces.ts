/** The literal characters of a script, split where the file differs from what the shell sees. */
import type { Hole, Piece } from '../../source/model.js';
import { mark, type Source } from './source.js';

/** How backslashes escape: no character, any character, or only some. */
type Quoting = 'none' | 'bare' | 'double' | 'heredoc';

const escapable: Readonly<Record<Quoting, (character: string) => boolean>> = {
  none: () => false,
  bare: () => true,
  double: (character) => '$`"\\\n'.includes(character),
  heredoc: (character) => '$`\\\n'.includes(character),
};

/** Parts for the characters from `start` to `end` of a source, which the shell reads as `value`, with the holes among them. */
export function partsAt(source: Source, start: number, end: number, value: string, quoting: Quoting): readonly (Piece | Hole)[] {
  const pieces = piecesAt(source, start, end, value, quoting);
  return source.holes.size > 0 ? pieces.flatMap((piece) => filled(source.holes.get(piece.text)) ?? piece) : pieces;
}

/** Returns what fills a hole: a text itself, which is written elsewhere, or another value. */
function filled(hole: Hole | undefined): readonly (Piece | Hole)[] | undefined {
  return hole?.value.kind === 'text' ? hole.value.parts : hole && [hole];
}

const holeMarks = new RegExp(`([\uE000-\uF8FE]${mark})`);

function piecesAt(source: Source, start: number, end: number, value: string, quoting: Quoting): readonly Piece[] {
  if (value === '') return [];
  const written = source.text.slice(start, end);
  if (written === value) return exactPieces(source, start, end);
  const found: Piece[] = [];
  let from = 0;
  for (let index = 0; index < written.length; index += 1) {
    const escaped = written.charAt(index + 1);
    if (written.charAt(index) !== '\\' || !escapable[quoting](escaped)) continue;
    found.push(...exactPieces(source, start + from, start + index));
    const at = source.placed(start + index, start + index + 2);
    if (escaped !== '\n') found.push({ kind: 'piece', text: escaped, at, exact: false });
    from = index + 2;
    index += 1;
  }
  found.push(...exactPieces(source, start + from, end));
  const isRead = found.map(({ text }) => text).join('') === value;
  return isRead ? found : [{ kind: 'piece', text: value, at: source.placed(start, end), exact: false }];
}

/** Pieces that are written literally in the script; in the file around it, each line may be indented. */
function exactPieces(source: Source, start: number, end: number): readonly Piece[] {
  if (start >= end) return [];
  const text = source.text.slice(start, end);
  if (text.length > 2 && source.holes.size > 0 && holeMarks.test(text)) {
    let from = start;
    return text.split(holeMarks).flatMap((run) => exactPieces(source, from, (from += run.length)));
  }
  const at = source.placed(start, end);
  if (at.end - at.start === end - start) return [{ kind: 'piece', text, at, exact: true }];
  if (!text.includes('\n')) return [{ kind: 'piece', text, at, exact: false }];
  let offset = start;
  return text.split(/(?<=\n)/).map((line) => {
    const length = line.replace(/\n$/, '').length;
    const span = source.placed(offset, offset + length);
    offset += line.length;
    const exact = span.end - span.start === length;
    return { kind: 'piece', text: line, at: exact ? { start: span.start, end: span.start + line.length } : span, exact };
  });
}
