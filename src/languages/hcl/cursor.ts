import type { Span } from '../../source/model.js';

/** The position of a parser in a text. It never moves backward. */
export class Cursor {
  readonly comments: Span[] = [];

  constructor(
    readonly text: string,
    public offset: number,
    private readonly end: number,
  ) {}

  take(characters: string): boolean {
    if (this.offset >= this.end || !this.text.startsWith(characters, this.offset)) return false;
    this.offset += characters.length;
    return true;
  }

  match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.offset;
    const found = this.offset < this.end ? pattern.exec(this.text)?.[0] : undefined;
    this.offset += found?.length ?? 0;
    return found;
  }

  /** Skips blanks and comments, and line breaks if `lines` is set. Returns whether anything is left. */
  skip(lines: boolean): boolean {
    for (;;) {
      const begin = this.offset;
      while (this.offset < this.end && (lines ? /\s/ : /[^\S\n]/).test(this.text.charAt(this.offset))) this.offset += 1;
      const start = this.offset;
      const isLine = this.text.startsWith('#', start) || this.text.startsWith('//', start);
      if (start < this.end && (isLine || this.text.startsWith('/*', start))) {
        const stop = isLine ? this.text.indexOf('\n', start) : this.text.indexOf('*/', start) + '*/'.length;
        this.offset = stop <= start ? this.end : Math.min(stop, this.end);
        this.comments.push({ start, end: this.offset });
      }
      if (this.offset === begin) return this.offset < this.end;
    }
  }

  skipLine(): void {
    const end = this.text.indexOf('\n', this.offset);
    this.offset = end === -1 ? this.end : Math.min(this.end, end + 1);
  }
}
