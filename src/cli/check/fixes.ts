/** Applies fixes to a text. */
import type { Message } from '../result.js';

/** Applies the fixes of findings; of overlapping ones, only the first. Undefined if there are none. */
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
