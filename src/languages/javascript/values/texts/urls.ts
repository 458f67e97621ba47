/** URLs that are resolved against others. */
import type { Text, Value } from '../../../../source/model.js';
import { shape } from '../../../../source/values.js';
import type { Reading } from '../../reading.js';
import type { Node } from '../../syntax/syntax.js';
import { choice } from '../choices.js';
import { concatenation, textAt } from './texts.js';

/** `new URL('/zones', base)`: an absolute path replaces the base's, a relative one its last segment. */
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
