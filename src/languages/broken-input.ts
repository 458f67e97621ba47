/** A file that the parser of its language rejects. Anything else that a reader throws is a bug in the reader. */
export class BrokenInput extends Error {
  constructor(
    /** The line at which the parser stopped, counted from 1. */
    readonly line: number | undefined,
    cause: unknown,
  ) {
    super('The file does not parse', { cause });
  }
}

/** Returns what a parser returns. Whatever the parser throws becomes {@link BrokenInput}. */
export function parsed<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    const { line, lineNumber } = error as { readonly line?: number; readonly lineNumber?: number };
    throw new BrokenInput(line ?? lineNumber, error);
  }
}
