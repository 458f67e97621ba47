import { lastUpTo, lineStartsOf } from '../../languages/line-starts.js';

/** Converts offsets in a file to lines and columns, both counted from 1. */
export class Positions {
  #starts: readonly number[] | undefined;

  constructor(
    private readonly text: string,
    private readonly path: string,
  ) {}

  at(offset: number): { readonly line: number; readonly column: number } {
    const starts = (this.#starts ??= lineStartsOf(this.text, this.path));
    const line = lastUpTo(starts, offset);
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
  }
}
