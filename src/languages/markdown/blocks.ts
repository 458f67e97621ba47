/** The fences of a document as separate files, each under a suitable name. */
import { lineEndOf } from '../../source/edits.js';
import { passesGate } from '../gate.js';
import { lastUpTo, lineStartsOf } from '../line-starts.js';
import { fenceName, withoutPrompts } from './fence-names.js';
import type { Line } from './lines.js';
import { documentLines } from './other-documents.js';

/** Most fences of a document that are linted. */
const MAX_FENCES = 500;

export interface Block {
  readonly filename: string;
  readonly text: string;
  readonly lines: readonly Line[];
}

/** The fences in which a rule may find something. */
export function blocksOf(text: string, path: string): readonly Block[] {
  if (!passesGate(text)) return [];
  const blocks = documentLines(text, path).fences.flatMap((fence): readonly Block[] => {
    const filename = fenceName(fence);
    if (filename === undefined) return [];
    const lines = filename.endsWith('sh') ? withoutPrompts(fence.lines) : fence.lines;
    const code = lines.map((line) => line.text).join('\n');
    return passesGate(code) ? [{ filename, text: `${code}\n`, lines }] : [];
  });
  return blocks.slice(0, MAX_FENCES);
}

/** Returns a function from offsets in a block to offsets in its document. */
export function offsetsIn({ text, lines }: Block): (offset: number) => number {
  const starts = lineStartsOf(text);
  return (offset) => {
    const index = lastUpTo(starts, offset);
    return (lines[index]?.start ?? lines.at(-1)?.end ?? 0) + offset - (starts[index] ?? 0);
  };
}

/**
 * Returns a function from a replacement in a block to one in its document, whose new lines have the prefix of the block's lines. It returns undefined
 * where that prefix cannot be repeated: a terminal prompt.
 */
export function replacementIn(block: Block, document: string): (range: readonly [number, number], text: string) => Placed | undefined {
  const offset = offsetsIn(block);
  const starts = lineStartsOf(block.text);
  return (range, text) => {
    const placed: Placed = { range: [offset(range[0]), offset(range[1])], text };
    if (!text.includes('\n')) return placed;
    const start = block.lines[lastUpTo(starts, range[0])]?.start ?? 0;
    const prefix = document.slice(document.lastIndexOf('\n', start - 1) + 1, start);
    return /^[\s>]*$/.test(prefix) ? { ...placed, text: text.replaceAll(/\r?\n/g, `${lineEndOf(document)}${prefix}`) } : undefined;
  };
}

/** A replacement of a part of a document. */
interface Placed {
  readonly range: [number, number];
  readonly text: string;
}
