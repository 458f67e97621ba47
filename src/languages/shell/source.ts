import type { Hole, Span } from '../../source/model.js';

/** The characters that a part of a script's tree counts its offsets in, and where they are written in the file. */
export interface Source {
  readonly text: string;
  readonly placed: (start: number, end: number) => Span;
  /** The offset in the whole script, for what is before and what is after. */
  readonly offset: (start: number) => number;
  /** What fills the script before a shell sees it, by the marks that stand for it. */
  readonly holes: ReadonlyMap<string, Hole>;
}

/** The second character of a mark that stands for a hole; the first tells which. Neither means anything to anyone. */
export const mark = '\uF8FF';

/** The script itself. */
export function wholeScript(script: string, placed: Source['placed'], holes: Source['holes'] = new Map()): Source {
  if (!script.includes('\r\n')) return { text: script, placed, offset: (start) => start, holes };
  // Shells read lines of Windows as other words; nobody who writes them means that.
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

/** A script in escaped back-ticks counts in a text of its own, of which only the whole can be found in the file. */
export function decoded(text: string, outer: Source, start: number, end: number): Source {
  const at = outer.placed(start, end);
  const offset = outer.offset(start);
  return { text, placed: () => at, offset: () => offset, holes: outer.holes };
}
