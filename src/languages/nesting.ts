/** Nesting that no parser is asked to go down into. */

/**
 * Deeper than anyone writes. Where a parser runs out of stack it throws, mostly; but if V8 has to compile a regular expression just there, it ends
 * the process, and with it the run over all other files.
 */
const MOST_NESTED = 500;

/** Items of lists in one another on one line: `- - -`. */
const nestedItems = new RegExp(`^[ \\t]*(?:[-?:][ \\t]+){${String(MOST_NESTED)}}`, 'm');

/** Whether brackets are open in one another without end. Those in texts count too: a script in a text is read as well. */
export function isNestedTooDeep(text: string): boolean {
  let depth = 0;
  for (const [bracket] of text.matchAll(/[()[\]{}]/g)) {
    depth = '([{'.includes(bracket) ? depth + 1 : Math.max(0, depth - 1);
    if (depth > MOST_NESTED) return true;
  }
  return nestedItems.test(text);
}
