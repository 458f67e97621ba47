import { lastUpTo, lineStartsOf } from '../../languages/line-starts.js';

/** Lines and columns of a file, both counted from 1. */
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
