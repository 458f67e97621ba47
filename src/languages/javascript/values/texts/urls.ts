/** Resolves URLs against a base, and splits them into their components. */
import type { Piece, Span, Table, Text, Value } from '../../../../source/model.js';
import { shape } from '../../../../source/values.js';
import type { Reading } from '../../reading.js';
import type { Node } from '../../syntax/syntax.js';
import { choice } from '../choices.js';
import { entry, lazyTable } from '../tables.js';
import { concatenation, textAt } from './texts.js';

/** Evaluates `new URL('/zones', base)`: an absolute path replaces that of the base, a relative one its last segment. */
export function resolvedUrl(reading: Reading, node: Node, path: Text, base: Value): Value {
  const way = shape(path);
  if (/^[a-z][a-z0-9+.-]*:/i.test(way) || base.kind !== 'text') return base.kind === 'text' ? path : (choice([path], path.at) ?? path);
  const [first, ...rest] = base.parts;
  if (first?.kind !== 'piece') return concatenation(reading, node, [base, path]);
  const origin = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i.exec(first.text)?.[0];
  if (origin === undefined) return concatenation(reading, node, [base, path]);
  const directory = first.text.slice(0, Math.max(origin.length, first.text.lastIndexOf('/') + 1));
  const kept = way.startsWith('/') || rest.length > 0 ? origin : directory;
  const head: Text = {
    ...textAt(reading, node, [
      { ...first, text: kept, at: first.exact ? { start: first.at.start, end: first.at.start + kept.length } : first.at },
    ]),
  };
  return concatenation(reading, node, kept === origin && !way.startsWith('/') ? [base, path] : [head, path]);
}

/** The members of `new URL(…)` and `url.parse(…)` for the components of a URL. */
const members = ['protocol', 'host', 'hostname', 'pathname', 'path', 'search', 'href'];

/** A component such as `url.pathname`; undefined unless the URL begins with literal text. */
export function partOfUrl(url: Text, member: string, at: Span): Text | undefined {
  const [first, ...others] = url.parts;
  if (!members.includes(member) || first?.kind !== 'piece') return undefined;
  const [head, scheme = '', authority = ''] = /^([a-z][a-z0-9+.-]*:)\/\/([^/?#]+)/i.exec(first.text) ?? [];
  if (head === undefined) return undefined;
  const part = (parts: Text['parts']): Text => ({ kind: 'text', parts, names: [], fallbackFor: undefined, at });
  const behind = [cut(first, head.length), ...others];
  switch (member) {
    case 'href':
      return part(url.parts);
    case 'protocol':
      return part([cut(first, 0, scheme.length)]);
    case 'host':
      return part([cut(first, head.length - authority.length, head.length)]);
    case 'hostname':
      return part([cut(first, head.length - authority.length, head.length - (/:\d*$/.exec(authority)?.[0].length ?? 0))]);
    case 'search':
      return part(divided(divided(behind, '#')[0], '?')[1]);
    default:
      return part(divided(behind, member === 'path' ? '#' : '?')[0]);
  }
}

/** Evaluates `url.parse(…)`, whose result the HTTP clients of Node.js accept as options. */
export function parsedUrl(reading: Reading, url: Text, at: Span): Table {
  const content = (): { entries: Table['entries']; open: boolean } => ({
    entries: members.flatMap((key) => {
      const part = partOfUrl(url, key, at);
      return part ? [entry(reading, key, at, () => part, at)] : [];
    }),
    open: partOfUrl(url, 'href', at) === undefined,
  });
  return lazyTable(reading, content, { names: () => [], type: () => undefined, at });
}

/** Splits a text before the first occurrence of a character in its literal pieces. */
function divided(parts: Text['parts'], by: string): readonly [before: Text['parts'], from: Text['parts']] {
  const index = parts.findIndex((part) => part.kind === 'piece' && part.text.includes(by));
  const at = parts[index];
  if (at?.kind !== 'piece') return [parts, []];
  const place = at.text.indexOf(by);
  return [
    [...parts.slice(0, index), cut(at, 0, place)],
    [cut(at, place), ...parts.slice(index + 1)],
  ];
}

function cut(piece: Piece, from: number, to = piece.text.length): Piece {
  const at = piece.exact ? { start: piece.at.start + from, end: piece.at.start + to } : piece.at;
  return { ...piece, text: piece.text.slice(from, to), at };
}
