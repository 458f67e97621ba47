/** Which texts were not written by hand: reading those is expensive and useless. */
import { isNestedTooDeep } from './nesting.js';

/** Characters of the longest text that is read; longer ones are only searched as text. */
const MAX_READ = 1_000_000;

/** A shorter program is never taken for minified. */
const LEAST_MINIFIED = 20_000;

/** Average characters per line from which a program counts as minified. */
const MINIFIED_LINE = 300;

/** Why a text is only searched as text. */
export type TextOnly = 'large' | 'binary' | 'nested' | 'minified' | 'broken' | 'exhausted' | 'failed' | 'unknown';

/** Why a file of any language is not read; undefined if it is read. */
export function tooMuchToRead(text: string): TextOnly | undefined {
  if (text.length > MAX_READ) return 'large';
  if (text.includes('\0')) return 'binary';
  return isNestedTooDeep(text) ? 'nested' : undefined;
}

/** Whether a program was produced by a bundler or minifier, judged by the length of its lines. */
export function isMinified(text: string): boolean {
  if (text.length < LEAST_MINIFIED) return false;
  let lines = 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines += 1;
  return text.length / lines > MINIFIED_LINE;
}
