/** Which lines run on some paths only, judged by the keywords at the beginning of lines and by indentation, as every language writes them. */
import type { Span } from '../../source/model.js';

const branches = [
  'case',
  'catch',
  'default',
  'elif',
  'else',
  'elseif',
  'elsif',
  'except',
  'if',
  'otherwise',
  'rescue',
  'switch',
  'unless',
  'when',
];
const functions = [
  'async',
  'def',
  'defp',
  'fn',
  'fun',
  'func',
  'function',
  'internal',
  'private',
  'proc',
  'protected',
  'pub',
  'public',
  'sub',
];

const heads = new RegExp(`^\\}?[ \\t]*(?:${[...branches, ...functions].join('|')})\\b`, 'i');

/** The spans of branches and functions: each from its first line through the lines indented below it. */
export function conditionalIn(text: string): readonly Span[] {
  const found: Span[] = [];
  const open: { readonly indent: number; readonly index: number; readonly start: number }[] = [];
  let end = 0;
  const close = (indent: number): void => {
    while ((open.at(-1)?.indent ?? -1) >= indent) {
      const { index, start } = open.pop() ?? { index: 0, start: 0 };
      found[index] = { start, end };
    }
  };
  for (const { 0: line, index } of text.matchAll(/^[^\n]*$/gm)) {
    const said = line.trimStart();
    // A brace on a line of its own belongs to the head above.
    if (/^\{?\s*$/.test(said)) continue;
    const indent = line.length - said.length;
    close(indent);
    end = index + line.length;
    if (!heads.test(said)) continue;
    open.push({ indent, index: found.length, start: index });
    found.push({ start: index, end });
  }
  close(0);
  return found;
}
