/** What `replace` and `replaceAll` make of a text that is known. */
import type { Hole, Piece, Text, Value } from '../../../../source/model.js';
import { literal, part, shape } from '../../../../source/values.js';
import { bare, type Node } from '../../syntax/syntax.js';
import type { Parts } from './texts.js';

/** More occurrences than this are not replaced. */
const MOST_REPLACED = 50;

/** The parts that are left when `pattern` is replaced: a string, or an expression for the slashes at one end of a path; undefined for any other. */
export function replacedParts(text: Text, pattern: Node, value: Value | undefined, by: Value, isAll: boolean): Parts | undefined {
  const wanted = value && literal(value);
  if (wanted !== undefined) return wanted === '' ? undefined : text.parts.flatMap(replacing(wanted, by, isAll ? MOST_REPLACED : 1));
  const slashes = literal(by) === '' ? slashesAt(pattern) : undefined;
  if (slashes === undefined) return undefined;
  const written = shape(text);
  let [start, end] = [0, written.length];
  if (slashes === '^') while (written[start] === '/') start += 1;
  else while (written[end - 1] === '/') end -= 1;
  return part(text, start, end).parts;
}

/** Replaces in one part after the other, as often as `left` says. What spans two parts is not looked for. */
function replacing(wanted: string, by: Value, left: number): (part: Piece | Hole) => Parts {
  const filling: Parts = by.kind === 'text' ? by.parts : [{ kind: 'hole', value: by, at: by.at }];
  return (each) => {
    if (each.kind === 'hole') return [each];
    const parts: (Piece | Hole)[] = [];
    let from = 0;
    for (let at = each.text.indexOf(wanted); at !== -1 && left > 0; at = each.text.indexOf(wanted, from), left -= 1) {
      parts.push(cut(each, from, at), ...filling);
      from = at + wanted.length;
    }
    return [...parts, cut(each, from, each.text.length)].filter((one) => one.kind === 'hole' || one.text !== '');
  };
}

function cut(piece: Piece, start: number, end: number): Piece {
  const at = piece.exact ? { start: piece.at.start + start, end: piece.at.start + end } : piece.at;
  return { ...piece, text: piece.text.slice(start, end), at };
}

/** At which end `/\/+$/` and its like take slashes away. */
function slashesAt(node: Node): '^' | '$' | undefined {
  const pattern = bare(node);
  if (pattern.type !== 'Literal' || !('regex' in pattern)) return undefined;
  if (/^\^\\\/[+*]?$/.test(pattern.regex.pattern)) return '^';
  return /^\\\/[+*]?\$$/.test(pattern.regex.pattern) ? '$' : undefined;
}
