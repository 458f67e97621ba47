import type { Span } from '../../../source.js';
import type { Reading } from '../reading.js';
import type { Node } from '../syntax.js';

const places = new WeakMap<Reading, Map<number, Node[]>>();

/** The node of one of several types that stands just there. */
export function nodeAt(reading: Reading, at: Span, types: ReadonlySet<string>): Node | undefined {
  let byPlace = places.get(reading);
  if (!byPlace) {
    byPlace = new Map();
    for (const node of reading.survey.nodes()) {
      const beginning = byPlace.get(node.range[0]);
      if (beginning) beginning.push(node);
      else byPlace.set(node.range[0], [node]);
    }
    places.set(reading, byPlace);
  }
  return byPlace.get(at.start)?.find(({ type, range: [, end] }) => end === at.end && types.has(type));
}

export function textOf({ text }: { readonly text: string }, { range: [start, end] }: Node): string {
  return text.slice(start, end);
}

/** A new line that is indented like the one that begins at an offset; undefined if something stands before that. */
export function lineBefore(text: string, offset: number): string | undefined {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return line.trim() === '' ? `\n${line}` : undefined;
}
