/** Finds tests in the same file as the code under test. */
import type { Span } from '../../source/model.js';
import { marks, type TestMarks } from './marks.js';

/** A line that is not empty. */
interface Line {
  readonly said: string;
  readonly indent: number;
  readonly start: number;
  readonly end: number;
}

/** Returns the spans of the tests in a program: the lines below each mark that are indented further. */
export function testsIn(language: string, text: string): readonly Span[] {
  const { [language]: ofLanguage } = marks;
  if (!ofLanguage) return [];
  const lines = linesOf(text);
  const found: Span[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const end = endOf(lines, index, ofLanguage);
    const [first, last] = [lines[index], end === undefined ? undefined : lines[end]];
    if (end === undefined || !first || !last) continue;
    const span = { start: first.start, end: last.end };
    const isMarked = ofLanguage.above?.test(first.said) === true;
    if (!isMarked && ofLanguage.checks?.test(text.slice(span.start, span.end)) === false) continue;
    found.push(span);
    index = end;
  }
  return found;
}

function linesOf(text: string): readonly Line[] {
  return [...text.matchAll(/^[ \t]*(?=\S)[^\n]*/gm)].map(({ 0: line, index }) => {
    const said = line.trimStart();
    return { said, indent: line.length - said.length, start: index, end: index + line.length };
  });
}

/** The index of the last line of the test that begins at a line; undefined if none begins there. */
function endOf(lines: readonly Line[], from: number, { heads, above }: TestMarks): number | undefined {
  const { said = '', indent = 0 } = lines[from] ?? {};
  let end = from;
  // `#[cfg(test)] use std::fs;`
  if (above?.test(said)) while (isMark(lines[end], indent) && !/[;}]\s*$/.test(lines[end]?.said ?? '')) end += 1;
  else if (!heads?.test(said)) return undefined;
  while (continues(lines[end + 1], indent)) end += 1;
  return end;
}

/** Whether a line annotates one below it: an attribute or comment, or the continuation of one. */
function isMark(line: Line | undefined, indent: number): boolean {
  return line !== undefined && (line.indent > indent || (line.indent === indent && /^(?:\/[/*]|[#@[*)\]])/.test(line.said)));
}

/** Whether a line continues the block begun by a line of that indent: it is indented further, or closes the block or its head. */
function continues(line: Line | undefined, indent: number): boolean {
  return line !== undefined && (line.indent > indent || (line.indent === indent && /^(?:[{})\]]|end\b)/.test(line.said)));
}
