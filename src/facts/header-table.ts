import type { Span, Value } from '../source.js';
import { alternatives, literal } from '../values.js';

/** A request header and what is sent in it. */
export interface Header {
  /** In small letters. */
  readonly name: string;
  readonly nameAt: Span;
  readonly value: Value;
  /** Name and value. */
  readonly at: Span;
  /** The scheme, if it is not part of the value: `auth: { bearer: token }`. */
  readonly scheme?: string;
  /** Whether it is sent on some paths only. */
  readonly maybe: boolean;
}

export interface Headers {
  readonly found: readonly Header[];
  /** Whether there may be more. */
  readonly open: boolean;
}

/** The headers a value stands for: a table, pairs, or the flat list that undici takes. */
export function headersOf(value: Value): Headers {
  const all = alternatives(value).map(oneOf);
  return { found: all.flatMap((headers) => headers.found), open: all.some((headers) => headers.open) };
}

function oneOf(value: Value): Headers {
  if (value.kind === 'table') {
    const found = value.entries.map(({ key, keyAt, value: sent, at, maybe }) => ({
      name: key.toLowerCase(),
      nameAt: keyAt,
      value: sent,
      at,
      maybe,
    }));
    return { found, open: value.open };
  }
  if (value.kind !== 'list') return { found: [], open: value.kind !== 'opaque' || value.what !== 'undefined' };
  const pairs = value.items.some((item) => item.kind === 'list')
    ? value.items.map((item) => (item.kind === 'list' ? item.items : []))
    : inTwos(value.items);
  const found = pairs.flatMap(([name, sent]): readonly Header[] => {
    const key = name && literal(name);
    if (key === undefined || !name || !sent) return [];
    return [
      {
        name: key.toLowerCase(),
        nameAt: name.at,
        value: sent,
        at: { start: name.at.start, end: Math.max(name.at.end, sent.at.end) },
        maybe: false,
      },
    ];
  });
  return { found, open: value.open || found.length < pairs.length };
}

function inTwos(items: readonly Value[]): readonly (readonly Value[])[] {
  return items.flatMap((_, index) => (index % 2 === 0 ? [items.slice(index, index + 2)] : []));
}
