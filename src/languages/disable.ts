import type { Contents, Span } from '../source.js';
import type { Change } from '../spelling.js';

/** Characters of the line above that are looked at. */
const MOST_ABOVE = 500;

/**
 * A comment on the line above that keeps a rule from speaking of a line, in languages whose comments begin with `#`: of these editors put in comments
 * of JavaScript. Undefined where the line goes on from the one above, so that no comment can stand between them.
 */
export function disableAbove(text: string, { calls, texts, bindings }: Contents, at: Span, rule: string): Change | undefined {
  const start = text.lastIndexOf('\n', at.start - 1) + 1;
  if ([...calls, ...texts, ...bindings].some((each) => each.at.start < start && each.at.end > start)) return undefined;
  // A second comment would stand between the first and its line.
  const above = /(?:^|\n)[^\S\n]*#[^\S\n]*eslint-disable-next-line [^\n]+$/.exec(
    text.slice(Math.max(0, start - MOST_ABOVE), Math.max(0, start - 1)),
  );
  if (above) return { edits: [{ at: { start: start - 1, end: start - 1 }, text: `, ${rule}` }], code: rule };
  const indent = /^[^\S\n]*/.exec(text.slice(start))?.[0] ?? '';
  const code = `# eslint-disable-next-line ${rule}`;
  return { edits: [{ at: { start, end: start }, text: `${indent}${code}\n` }], code };
}
