/** Where lines begin in a text, for every language and every report, and which of them an offset lies in. */

/** Files whose lines ESLint counts as JavaScript does. Everywhere else lines end as they do for Git, editors and ESLint's other languages. */
const programs = /\.(?:[cm]?[jt]sx?|vue|svelte|astro)$/i;

const programEnds = /\r\n|[\r\n\u2028\u2029]/g;
const otherEnds = /\n/g;

/** The offsets at which the lines of a file begin, which is of the language that `path` says. */
export function lineStartsOf(text: string, path = ''): readonly number[] {
  const starts = [0];
  for (const { 0: end, index } of text.matchAll(programs.test(path) ? programEnds : otherEnds)) starts.push(index + end.length);
  return starts;
}

/** The index of the last of some rising numbers that is not greater than `offset`; 0 if all are. */
export function lastUpTo(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length];
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low;
}

/**
 * A text for readers that know one end of lines, with every character at its place: a lone carriage return ends a line to most languages, and
 * JavaScript's own separators, which regular expressions take for ends of lines, end none outside of JavaScript.
 */
export function withPlainLineEnds(text: string): string {
  return text.replace(/\r(?!\n)/g, '\n').replace(/[\u2028\u2029]/g, ' ');
}
