import type { Span } from '../../../source/model.js';
import type { Reading } from '../reading.js';
import { walk } from '../syntax/survey.js';
import type { Node } from '../syntax/syntax.js';

const places = new WeakMap<Reading, Map<number, Node[]>>();

/** The node with exactly this span that has one of several types. */
export function nodeAt(reading: Reading, at: Span, types: ReadonlySet<string>): Node | undefined {
  let byPlace = places.get(reading);
  if (!byPlace) places.set(reading, (byPlace = nodesByPlace(reading)));
  return byPlace.get(at.start)?.find(({ type, range: [, end] }) => end === at.end && types.has(type));
}

function nodesByPlace({ sourceCode }: Reading): Map<number, Node[]> {
  const found = new Map<number, Node[]>();
  walk(sourceCode, (node) => {
    const beginning = found.get(node.range[0]);
    if (beginning) beginning.push(node);
    else found.set(node.range[0], [node]);
  });
  return found;
}

export function textOf({ text }: { readonly text: string }, { range: [start, end] }: Node): string {
  return text.slice(start, end);
}

/** A line break with the indentation before an offset; undefined if that is not the first code on its line. */
export function lineBefore(text: string, offset: number): string | undefined {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return line.trim() === '' ? `\n${line}` : undefined;
}
