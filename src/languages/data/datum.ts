/** What a tree of JSON, YAML or TOML says, before names are given to it: all three hold the same things. */
import type { Piece, Span } from '../../source/model.js';

export interface Scalar {
  readonly kind: 'scalar';
  /** The characters of a string; undefined for what is none. */
  readonly pieces?: readonly Piece[] | undefined;
  /** Numbers, booleans and null. */
  readonly value?: number | boolean | bigint | null | undefined;
  readonly at: Span;
}

/** The characters of a string, without its quotes. */
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

/** What is written elsewhere in the file and meant here too. */
export interface Alias {
  readonly kind: 'alias';
  readonly of: Datum;
  readonly at: Span;
}

export type Datum = Scalar | Mapping | Sequence | Alias;

/** A file of any of the three languages. */
export interface DataFile {
  readonly language: 'json' | 'yaml' | 'toml';
  readonly path: string;
  readonly text: string;
  readonly documents: readonly Datum[];
  readonly comments: readonly Span[];
}

/** A value that is nothing to anyone. */
export function nothing(at: Span): Scalar {
  return { kind: 'scalar', value: null, at };
}

/** Trees are read no deeper than this; nobody nests so deep by hand. */
export const MOST_DEPTH = 100;

/** The stretch of a node, in the notation of ESLint's parsers. */
export function spanOf({ range }: { readonly range?: readonly [number, number] | readonly number[] | undefined }): Span {
  const [start = 0, end = start] = range ?? [];
  return { start, end };
}
