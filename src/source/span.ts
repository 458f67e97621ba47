/** Ranges of a file's text, and lookups among many of them. */

/** A range of a file's text: UTF-16 offsets, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Upper bound for offsets within one file. Each imported module gets a range of its own above it, so that an offset alone identifies the file.
 */
export const MODULE_LENGTH = 2 ** 27;

/** Whether a span is in a file other than the one being checked. */
export function isInOtherFile({ start }: Span): boolean {
  return start >= MODULE_LENGTH;
}

/** The offset at which the text that contains an offset begins. */
export function baseOf(offset: number): number {
  return offset - (offset % MODULE_LENGTH);
}

/** Whether `inner` lies within `outer`. */
export function within(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

/** Returns a predicate: whether a span lies within one of `spans`, which may be in any order. */
export function covering(spans: readonly Span[]): (inner: Span) => boolean {
  const sorted = spans.toSorted((one, other) => one.start - other.start);
  let furthest = 0;
  const ends = sorted.map(({ end }) => (furthest = Math.max(furthest, end)));
  return ({ start, end }) => (ends[countUpTo(sorted, start) - 1] ?? 0) >= end;
}

/** Returns a lookup for the innermost of `spans` around a span. The spans must be nested or disjoint. */
export function innermost(spans: readonly Span[]): (inner: Span) => Span | undefined {
  const sorted = spans.toSorted((one, other) => one.start - other.start || other.end - one.end);
  const around = new Map<Span, Span | undefined>();
  const outwards = (inner: Span, from: Span | undefined): Span | undefined => {
    let outer = from;
    while (outer && !within(inner, outer)) outer = around.get(outer);
    return outer;
  };
  for (const [index, span] of sorted.entries()) around.set(span, outwards(span, sorted[index - 1]));
  return (inner) => outwards(inner, sorted[countUpTo(sorted, inner.start) - 1]);
}

/** How many of the sorted spans begin at or before an offset. */
function countUpTo(sorted: readonly Span[], offset: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The elements of a list in source order that begin within a span. */
export function beginningIn<T extends { readonly at: Span }>(list: readonly T[], { start, end }: Span): readonly T[] {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.at.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  const found: T[] = [];
  for (let each = list[low]; each && each.at.start < end; each = list[(low += 1)]) found.push(each);
  return found;
}
