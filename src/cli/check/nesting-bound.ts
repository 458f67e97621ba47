/** How deep a parser may have to go down into a text, at most. */

/** Bytes that can begin something that holds what follows: one level each. */
const holding = '([{?=!~:<*`+-';

/** Bytes that join what stands beside them; trees of these are deep as well, but parsers walk over them in loops. */
const joining = '.,&|/%^';
const JOINED_PER_LEVEL = 20;

const weights = new Uint8Array(256);
for (const character of holding) weights[character.charCodeAt(0)] = JOINED_PER_LEVEL;
for (const character of joining) weights[character.charCodeAt(0)] = 1;

/** Operators that are words and may follow one another. */
const prefixes = /(?:\b(?:new|typeof|void|delete|await|yield|do|throw|keyof|readonly|unique|class\s+extends)\s+){20,}/g;

/**
 * More than the depth of any syntax tree of a text. Native parsers go down on the stack of the thread; where that ends, the process ends, and with it
 * the scan of all other files.
 */
export function nestingBound(bytes: Uint8Array, text: string): number {
  let sum = 0;
  for (const byte of bytes) sum += weights[byte] ?? 0;
  let words = 0;
  for (const [run] of text.matchAll(prefixes)) words += run.length / 3;
  return Math.ceil(sum / JOINED_PER_LEVEL + words);
}

/** Levels that fit on the stack of any main thread; measured with oxc-parser 0.159, which needs up to 2.6 kB for one. */
export const MOST_LEVELS = 1_500;

/** Levels for which a worker can be given a stack. */
export const MOST_WORKER_LEVELS = 250_000;

/** Megabytes of stack for a depth. */
export function stackFor(levels: number): number {
  return Math.max(16, Math.ceil((levels * 4) / 1024));
}
