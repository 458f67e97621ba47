import type { SourceFile, Span } from '../../source/model.js';
import { perFile } from '../../source/memoized.js';
import { innermost } from '../../source/span.js';

/** Returns a lookup for the innermost function around a span, among the functions that return, throw or render something. */
export const functionAround = perFile(({ exits = [] }: SourceFile): ((inner: Span) => Span | undefined) =>
  innermost([...new Map(exits.flatMap(({ functionAt }) => (functionAt ? [[functionAt.end, functionAt]] : []))).values()]),
);
