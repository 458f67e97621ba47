/** A stretch of a file's text: UTF-16 offsets, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Offsets of one file end before this. Each module that a file imports has a range of its own behind it, so that an offset alone tells which text it is in.
 */
export const MODULE_LENGTH = 2 ** 27;

/** Whether something is written in another file than the one that is checked. */
export function isElsewhere({ start }: Span): boolean {
  return start >= MODULE_LENGTH;
}

/** Where the text begins that an offset is in. */
export function beginningOf(offset: number): number {
  return offset - (offset % MODULE_LENGTH);
}
