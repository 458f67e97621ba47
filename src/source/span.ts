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
