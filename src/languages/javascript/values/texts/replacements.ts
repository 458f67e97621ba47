/** Evaluates `replace` and `replaceAll` on a known text. */
import type { Hole, Piece, Text, Value } from '../../../../source/model.js';
import { literal, part, shape } from '../../../../source/values.js';
import { bare, type Node } from '../../syntax/syntax.js';
import type { Parts } from './texts.js';

/** Most occurrences that are replaced. */
const MAX_REPLACED = 50;

/** The parts after replacing `pattern`, which may be a string, or a regular expression for slashes at one end; undefined for others. */
export function replacedParts(text: Text, pattern: Node, value: Value | undefined, by: Value, isAll: boolean): Parts | undefined {
  const wanted = value && literal(value);
  if (wanted !== undefined) return wanted === '' ? undefined : text.parts.flatMap(replacing(wanted, by, isAll ? MAX_REPLACED : 1));
  const slashes = literal(by) === '' ? slashesAt(pattern) : undefined;
  if (slashes === undefined) return undefined;
  const written = shape(text);
  let [start, end] = [0, written.length];
  if (slashes === '^') while (written[start] === '/') start += 1;
  else while (written[end - 1] === '/') end -= 1;
  return part(text, start, end).parts;
}

/** Returns a function that replaces occurrences part by part, `left` times in total. Occurrences across two parts are not found. */
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

/** The end at which `/\/+$/` and the like remove slashes. */
function slashesAt(node: Node): '^' | '$' | undefined {
  const pattern = bare(node);
  if (pattern.type !== 'Literal' || !('regex' in pattern)) return undefined;
  if (/^\^\\\/[+*]?$/.test(pattern.regex.pattern)) return '^';
  return /^\\\/[+*]?\$$/.test(pattern.regex.pattern) ? '$' : undefined;
}
