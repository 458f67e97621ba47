import type { Contents, Span } from '../source/model.js';

/** Returns the contents of an embedded text with all their spans translated to the file around it. */
export function moved(contents: Contents, placed: (start: number, end: number) => Span): Contents {
  const known = new Map<object, unknown>();
  const move = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    const before = known.get(value);
    if (before !== undefined) return before;
    if (isSpan(value)) {
      const span = placed(value.start, value.end);
      known.set(value, span);
      return span;
    }
    const copy: unknown[] | Record<string, unknown> = Array.isArray(value) ? [] : {};
    known.set(value, copy); // values may refer to each other in a cycle
    for (const [key, held] of Object.entries(value)) Object.assign(copy, { [key]: move(held) });
    return copy;
  };
  return move(contents) as Contents;
}

function isSpan(value: object): value is Span {
  return 'start' in value && 'end' in value && Object.keys(value).length === 2;
}
