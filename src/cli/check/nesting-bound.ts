/** Upper bounds for how deep a parser recurses into a text. */

/** Bytes that can open a nested construct: one level each. */
const holding = '([{?=!~:<*`+-';

/** Bytes that join their operands. Trees of these are deep as well, but parsers build them in loops. */
const joining = '.,&|/%^';
const JOINED_PER_LEVEL = 20;

const weights = new Uint8Array(256);
for (const character of holding) weights[character.charCodeAt(0)] = JOINED_PER_LEVEL;
for (const character of joining) weights[character.charCodeAt(0)] = 1;

/** Keywords that can follow one another as prefix operators. */
const prefixes = /(?:\b(?:new|typeof|void|delete|await|yield|do|throw|keyof|readonly|unique|class\s+extends)\s+){20,}/g;

/**
 * Returns an upper bound for the depth of a text's syntax tree. Native parsers recurse on the thread's stack; an overflow kills the process, and with it
 * the scan of all other files.
 */
export function nestingBound(bytes: Uint8Array, text: string): number {
  let sum = 0;
  for (const byte of bytes) sum += weights[byte] ?? 0;
  let words = 0;
  for (const [run] of text.matchAll(prefixes)) words += run.length / 3;
  return Math.ceil(sum / JOINED_PER_LEVEL + words);
}

/** Levels that fit on the main thread's stack anywhere; measured with oxc-parser 0.159, which needs up to 2.6 kB per level. */
export const MAX_LEVELS = 1_500;

/** Levels for which a worker can be given a large enough stack. */
export const MAX_WORKER_LEVELS = 250_000;

/** Returns the stack size for a depth, in megabytes. */
export function stackFor(levels: number): number {
  return Math.max(16, Math.ceil((levels * 4) / 1024));
}
