/** Suggestions for mistyped words. */

/** Returns the closest of some words, if it is at most two edits away. */
export function closest(word: string, among: readonly string[]): string | undefined {
  const [best] = among.map((each) => ({ each, changes: distance(word, each) })).sort((one, other) => one.changes - other.changes);
  return best && best.changes <= 2 ? best.each : undefined;
}

/** Levenshtein distance: the number of letters inserted, deleted or replaced. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let index = 0; index < one.length; index += 1) {
    const next = [index + 1];
    for (let column = 1; column <= other.length; column += 1)
      next.push(
        Math.min((row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1, (row[column - 1] ?? 0) + (other[column - 1] === one[index] ? 0 : 1)),
      );
    row = next;
  }
  return row[other.length] ?? 0;
}
