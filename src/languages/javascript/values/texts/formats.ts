/** Evaluates `format` of Node's `util`. https://nodejs.org/api/util.html#utilformatformat-args */
import type { Text, Value } from '../../../../source/model.js';
import { literal, part } from '../../../../source/values.js';
import type { Reading } from '../../reading.js';
import type { Node } from '../../syntax/syntax.js';
import { type Parts, partsOf, textAt } from './texts.js';

const places = /%s/g;

/** Longest format that is filled, in characters. */
const MAX_FORMAT = 500;

/** The text that a format becomes with texts for its places; undefined for other values, which it may show in another way. */
export function formattedText(reading: Reading, node: Node, [format, ...values]: readonly Value[]): Text | undefined {
  const written = format && literal(format);
  if (format?.kind !== 'text' || written === undefined || written.length > MAX_FORMAT || written.includes('%%')) return undefined;
  if (!values.every(({ kind }) => kind === 'text')) return undefined;
  const parts: Parts[number][] = [];
  let from = 0;
  for (const { index, 0: place } of written.matchAll(places)) {
    const value = values.shift();
    if (!value) return undefined;
    parts.push(...part(format, from, index).parts, ...partsOf(value));
    from = index + place.length;
  }
  return values.length > 0 ? undefined : textAt(reading, node, [...parts, ...part(format, from, written.length).parts]);
}
