import type { Hole, Span } from '../../source/model.js';

/** The text that the offsets of a part of a script's tree refer to, and where it is written in the file. */
export interface Source {
  readonly text: string;
  readonly placed: (start: number, end: number) => Span;
  /** Returns the offset in the whole script, which decides what comes before or after. */
  readonly offset: (start: number) => number;
  /** Values interpolated before a shell sees the script, by the marks that represent them. */
  readonly holes: ReadonlyMap<string, Hole>;
}

/** The second character of a mark that represents a hole; the first identifies the hole. Both are private-use characters without a meaning. */
export const mark = '\uF8FF';

/** The script itself. */
export function wholeScript(script: string, placed: Source['placed'], holes: Source['holes'] = new Map()): Source {
  if (!script.includes('\r\n')) return { text: script, placed, offset: (start) => start, holes };
  // Shells take the carriage return of a Windows line ending for part of a word, which no author intends.
  const text = script.replaceAll('\r\n', '\n');
  const lineStarts = [...script.matchAll(/\r\n/g)].map(({ index }, count) => index + 1 - count);
  const before = (offset: number): number => {
    let [low, high] = [0, lineStarts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((lineStarts[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return offset + low;
  };
  return { text, placed: (start, end) => placed(before(start), end === 0 ? 0 : before(end - 1) + 1), offset: (start) => start, holes };
}

/** The source of a script in escaped backticks. It has a text of its own; in the file, only the whole can be located. */
export function decoded(text: string, outer: Source, start: number, end: number): Source {
  const at = outer.placed(start, end);
  const offset = outer.offset(start);
  return { text, placed: () => at, offset: () => offset, holes: outer.holes };
}
