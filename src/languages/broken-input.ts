/** A file that its language's parser rejects. Everything else that a reader throws is a fault of ours. */
export class BrokenInput extends Error {
  constructor(
    /** The line that the parser stopped at, counted from 1. */
    readonly line: number | undefined,
    cause: unknown,
  ) {
    super('The file does not parse', { cause });
  }
}

/** What a parser returns. What it throws is its word on the file. */
export function parsed<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    const { line, lineNumber } = error as { readonly line?: number; readonly lineNumber?: number };
    throw new BrokenInput(line ?? lineNumber, error);
  }
}
