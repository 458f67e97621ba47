import type { Span } from '../../source/model.js';
import type { Survey } from './survey.js';

/** The comments of a script, as offsets in it. The tree lacks them: a `#` outside all words begins one. */
export function comments(script: string, { covered }: Survey): readonly Span[] {
  const found: Span[] = [];
  const words = [...covered].sort(([one], [other]) => one - other);
  let next = 0;
  let index = script.indexOf('#');
  while (index !== -1) {
    while (next < words.length && (words[next]?.[1] ?? 0) <= index) next += 1;
    const [start, end] = words[next] ?? [Infinity, Infinity];
    if (start <= index) {
      index = script.indexOf('#', end);
      continue;
    }
    const lineEnd = script.indexOf('\n', index);
    const stop = lineEnd === -1 ? script.length : lineEnd;
    if (index === 0 || /[\s;&|()]/.test(script.charAt(index - 1))) found.push({ start: index, end: stop });
    index = script.indexOf('#', stop);
  }
  return found;
}
