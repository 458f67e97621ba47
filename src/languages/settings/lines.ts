/** The lines of a text, each joined with its continuations. */

export interface Line {
  /** Offset of its first character. */
  readonly start: number;
  /** The offset after its last character, without the line break. */
  readonly end: number;
}

/** Splits a text into lines. A line that ends with `continuation` is joined with the next. */
export function linesOf(text: string, continuation?: string): readonly Line[] {
  const found: Line[] = [];
  let start = 0;
  for (let offset = 0; offset <= text.length;) {
    const newline = text.indexOf('\n', offset);
    const stop = newline === -1 ? text.length : newline;
    const end = stop > offset && text.charAt(stop - 1) === '\r' ? stop - 1 : stop;
    const goesOn =
      continuation !== undefined && text.charAt(end - 1) === continuation && text.charAt(end - 2) !== continuation && newline !== -1;
    if (!goesOn) {
      found.push({ start, end });
      start = stop + 1;
    }
    offset = stop + 1;
  }
  return found;
}
