/** The values that JSON, YAML and TOML have in common, before they are bound to names. */
import type { Piece, Span } from '../../source/model.js';

export interface Scalar {
  readonly kind: 'scalar';
  /** The characters of a string; undefined for other scalars. */
  readonly pieces?: readonly Piece[] | undefined;
  /** The value of a number, boolean or null. */
  readonly value?: number | boolean | bigint | null | undefined;
  readonly at: Span;
}

/** The value of a string. */
export function written({ pieces }: Scalar): string {
  return pieces?.map(({ text }) => text).join('') ?? '';
}

export interface Pair {
  readonly key: string;
  readonly keyAt: Span;
  readonly value: Datum;
  readonly at: Span;
}

export interface Mapping {
  readonly kind: 'mapping';
  readonly pairs: readonly Pair[];
  readonly at: Span;
}

export interface Sequence {
  readonly kind: 'sequence';
  readonly items: readonly Datum[];
  readonly at: Span;
}

/** A value that is written elsewhere in the file, and repeated here. */
export interface Alias {
  readonly kind: 'alias';
  readonly of: Datum;
  readonly at: Span;
}

export type Datum = Scalar | Mapping | Sequence | Alias;

/** A file in any of the three languages. */
export interface DataFile {
  readonly language: 'json' | 'yaml' | 'toml';
  readonly path: string;
  readonly text: string;
  readonly documents: readonly Datum[];
  readonly comments: readonly Span[];
}

/** A placeholder for a value that is not read. */
export function nothing(at: Span): Scalar {
  return { kind: 'scalar', value: null, at };
}

/** Deepest nesting that is read; nobody nests deeper by hand. */
export const MAX_DEPTH = 100;

/** The span of a node of ESLint's parsers. */
export function spanOf({ range }: { readonly range?: readonly [number, number] | readonly number[] | undefined }): Span {
  const [start = 0, end = start] = range ?? [];
  return { start, end };
}
