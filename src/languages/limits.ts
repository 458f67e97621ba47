/** Which texts were not written by hand, so that reading them costs much and tells nothing. */
import { isNestedTooDeep } from './nesting.js';

/** Characters of the longest text that is read; longer ones are searched as text only. */
const MOST_READ = 1_000_000;

/** Characters from which a program can be minified. */
const LEAST_MINIFIED = 20_000;

/** Characters a line, on average. */
const MINIFIED_LINE = 300;

/** Why a text is searched as text only. */
export type TextOnly = 'large' | 'binary' | 'nested' | 'minified' | 'broken' | 'exhausted' | 'failed' | 'unknown';

/** Why a file of any language is not read; undefined if it is. */
export function tooMuchToRead(text: string): TextOnly | undefined {
  if (text.length > MOST_READ) return 'large';
  if (text.includes('\0')) return 'binary';
  return isNestedTooDeep(text) ? 'nested' : undefined;
}

/** Whether a program was made by a bundler or minifier, by the length of its lines. */
export function isMinified(text: string): boolean {
  if (text.length < LEAST_MINIFIED) return false;
  let lines = 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines += 1;
  return text.length / lines > MINIFIED_LINE;
}
