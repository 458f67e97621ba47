import type { Contents, Span } from '../source/model.js';
import { lineEndOf, type EditWriter } from '../source/edits.js';

/** How many characters of the line above are searched for a comment. */
const MAX_ABOVE = 500;

/**
 * Returns a function that inserts a comment on the line above a finding to disable a rule for it, in languages whose comments begin with `#`; in
 * JavaScript, editors offer that themselves. The function returns undefined where a line continues the one above, so that no comment can go between
 * them.
 */
export function disabling(text: string, { calls, texts, bindings }: Contents): NonNullable<EditWriter['disable']> {
  let known: readonly Span[] | undefined;
  // Computed once, not for each of thousands of findings.
  const ofSeveralLines = (): readonly Span[] =>
    (known ??= [...calls, ...texts, ...bindings].map((each) => each.at).filter(({ start, end }) => text.slice(start, end).includes('\n')));
  return (at, rule) => {
    const start = text.lastIndexOf('\n', at.start - 1) + 1;
    if (ofSeveralLines().some((each) => each.start < start && each.end > start)) return undefined;
    // A second comment would separate the first from the line it disables.
    const above = /(?:^|\n)[^\S\n]*#[^\S\n]*eslint-disable-next-line [^\n]+$/.exec(
      text.slice(Math.max(0, start - MAX_ABOVE), Math.max(0, start - 1)),
    );
    const end = lineEndOf(text);
    const endOfAbove = start - end.length;
    if (above) return { edits: [{ at: { start: endOfAbove, end: endOfAbove }, text: `, ${rule}` }], code: rule };
    const indent = /^[^\S\n]*/.exec(text.slice(start))?.[0] ?? '';
    const code = `# eslint-disable-next-line ${rule}`;
    return { edits: [{ at: { start, end: start }, text: `${indent}${code}${end}` }], code };
  };
}
