/** Evaluates `replace` and `replaceAll` on a known text. */
import type { Hole, Piece, Text, Value } from '../../../../source/model.js';
import { literal, part, shape } from '../../../../source/values.js';
import { bare, type Node } from '../../syntax/syntax.js';
import { withoutSlashes } from './joined-paths.js';
import type { Parts } from './texts.js';

/** Most occurrences that are replaced. */
const MAX_REPLACED = 50;

/** The parts after replacing `pattern`, which may be a string, or a regular expression for slashes at its ends, or for several in a row; undefined for others. */
export function replacedParts(text: Text, pattern: Node, value: Value | undefined, by: Value, isAll: boolean): Parts | undefined {
  const wanted = value && literal(value);
  if (wanted !== undefined) return wanted === '' ? undefined : text.parts.flatMap(replacing(wanted, by, isAll ? MAX_REPLACED : 1));
  const written = literal(by);
  const regexp = bare(pattern);
  if (written === undefined || regexp.type !== 'Literal' || !('regex' in regexp)) return undefined;
  const source = regexp.regex.pattern;
  if (written === '') return ends.has(source) ? withoutSlashes(text, source.startsWith('^'), source.endsWith('$')).parts : undefined;
  return repeated.get(source) === written ? withSingleSlashes(text) : undefined;
}

const run = String.raw`\/+`;
/** Regular expressions for slashes at one end or both. */
const ends = new Set([run, String.raw`\/`, String.raw`\/*`].flatMap((each) => [`^${each}`, `${each}$`, `^${each}|${each}$`]));
/** Regular expressions for several slashes in a row that do not follow a scheme, and by what they are replaced with one. */
const repeated: ReadonlyMap<string, string> = new Map([
  [String.raw`(?<!:)\/+`, '/'],
  [String.raw`(?<!:)\/{2,}`, '/'],
  [String.raw`(?<!:)\/\/+`, '/'],
  [String.raw`([^:]\/)\/+`, '$1'],
  [String.raw`([^:])\/{2,}`, '$1/'],
  [String.raw`([^:])\/\/+`, '$1/'],
]);

function withSingleSlashes(text: Text): Parts {
  const written = shape(text);
  let from = 0;
  const kept: (Piece | Hole)[] = [];
  for (const { index, 0: slashes } of written.matchAll(/(?<![:/])\/{2,}/g)) {
    kept.push(...part(text, from, index + 1).parts);
    from = index + slashes.length;
  }
  return [...kept, ...part(text, from, written.length).parts];
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
