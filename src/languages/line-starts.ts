/** Where the lines of a text begin, for every language and every report, and which line contains an offset. */

/** Files whose lines ESLint counts as JavaScript does. In all others, lines end as they do for Git, editors and ESLint's other languages. */
const programs = /\.(?:[cm]?[jt]sx?|vue|svelte|astro)$/i;

const programEnds = /\r\n|[\r\n\u2028\u2029]/g;
const otherEnds = /\n/g;

/** Returns the offsets at which the lines of a file begin. The extension of `path` determines the language. */
export function lineStartsOf(text: string, path = ''): readonly number[] {
  const starts = [0];
  for (const { 0: end, index } of text.matchAll(programs.test(path) ? programEnds : otherEnds)) starts.push(index + end.length);
  return starts;
}

/** The index of the last of ascending numbers that is not greater than `offset`; 0 if all are greater. */
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
 * The text as readers need it that know only one line ending, with every character at its offset. A lone carriage return ends a line in most
 * languages; JavaScript's own separators, which regular expressions treat as line endings, end no line outside JavaScript.
 */
export function withPlainLineEnds(text: string): string {
  return text.replace(/\r(?!\n)/g, '\n').replace(/[\u2028\u2029]/g, ' ');
}
