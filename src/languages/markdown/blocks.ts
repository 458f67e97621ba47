/** The fences of a document as files of their own, each under the name it would have. */
import { passesGate } from '../gate.js';
import { lastUpTo, lineStartsOf } from '../line-starts.js';
import { fenceName, withoutPrompts } from './fence-names.js';
import { type Line, linesOf } from './lines.js';

/** A document has no more fences than this that are worth a look. */
const MOST_FENCES = 500;

export interface Block {
  readonly filename: string;
  readonly text: string;
  readonly lines: readonly Line[];
}

/** The fences that may hold something for a rule. */
export function blocksOf(text: string): readonly Block[] {
  if (!passesGate(text)) return [];
  const blocks = linesOf(text).fences.flatMap((fence): readonly Block[] => {
    const filename = fenceName(fence);
    if (filename === undefined) return [];
    const lines = filename.endsWith('sh') ? withoutPrompts(fence.lines) : fence.lines;
    const code = lines.map((line) => line.text).join('\n');
    return passesGate(code) ? [{ filename, text: `${code}\n`, lines }] : [];
  });
  return blocks.slice(0, MOST_FENCES);
}

/** Turns offsets in a block into offsets in its document. */
export function offsetsIn({ text, lines }: Block): (offset: number) => number {
  const starts = lineStartsOf(text);
  return (offset) => {
    const index = lastUpTo(starts, offset);
    return (lines[index]?.start ?? lines.at(-1)?.end ?? 0) + offset - (starts[index] ?? 0);
  };
}
