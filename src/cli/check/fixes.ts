/** Changes of a text. */
import type { Edit } from '../../source/edits.js';
import type { Message, Replacement } from '../result.js';

/** Several edits as one replacement, which leaves what lies between them as it is. */
export function merged(edits: readonly Edit[], text: string): Replacement {
  const sorted = [...edits].sort((one, other) => one.at.start - other.at.start || one.at.end - other.at.end);
  const start = sorted[0]?.at.start ?? 0;
  let end = start;
  let replaced = '';
  for (const { at, text: inserted } of sorted) {
    replaced += text.slice(end, at.start) + inserted;
    end = Math.max(end, at.end);
  }
  return { range: [start, end], text: replaced };
}

/** A text with the fixes of its findings; of fixes that overlap, the first. Undefined if there are none. */
export function fixed(text: string, messages: readonly Message[]): string | undefined {
  const fixes = messages
    .flatMap(({ fix }) => fix ?? [])
    .sort((one, other) => one.range[0] - other.range[0] || one.range[1] - other.range[1]);
  let output = '';
  let end = 0;
  for (const { range, text: inserted } of fixes) {
    if (range[0] < end) continue;
    output += text.slice(end, range[0]) + inserted;
    end = range[1];
  }
  return fixes.length === 0 ? undefined : output + text.slice(end);
}
