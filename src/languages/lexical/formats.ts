/** Functions that fill the places of a text: `Sprintf("Bearer %s", token)`, `"Bearer {}".format(token)`. */
import type { Entry, Hole, Span, Text, Value } from '../../source/model.js';
import { part, place, shape, unknown } from '../../source/values.js';

const places = /%%|%(?:\d\$)?[-+ #\d.]{0,12}[a-z@]|\{(\w*)(?:[:!][^{}]*)?\}/gi;

/** The places of `"%s" % value`, and of `"{}".format(value)`. */
export const percentPlaces = /%%|%[-+ #\d.]{0,12}[a-z]/gi;
export const bracePlaces = /\{(\w*)(?:[:!][^{}]*)?\}/g;

/** The text with its places filled. */
export function formatted(
  text: Text,
  values: readonly { readonly value: Value; readonly at: Span }[],
  named: readonly Entry[],
  form = places,
): Text {
  const whole = shape(text);
  const parts: Text['parts'][number][] = [];
  let from = 0;
  let next = 0;
  for (const { 0: written, 1: name, index } of whole.matchAll(form)) {
    if (written === '%%') continue;
    const at = place(text, index, index + written.length);
    const numbered = name !== undefined && /^\d+$/.test(name) ? Number(name) : undefined;
    const entry = named.find(({ key }) => key === name);
    const found = entry ?? values[numbered ?? next];
    if (!entry && numbered === undefined) next += 1;
    // The braces that stand for a hole are one already.
    const own = holeAt(text, index);
    const filled = own ? [own] : filledBy(found?.value ?? unknown(at), found?.at ?? at);
    parts.push(...part(text, from, index).parts, ...filled);
    from = index + written.length;
  }
  return from === 0 ? text : { ...text, parts: [...parts, ...part(text, from, whole.length).parts] };
}

function holeAt(text: Text, index: number): Hole | undefined {
  let offset = 0;
  for (const each of text.parts) {
    if (offset === index && each.kind === 'hole') return each;
    if (offset > index) return undefined;
    offset += each.kind === 'piece' ? each.text.length : '{}'.length;
  }
  return undefined;
}

function filledBy(value: Value, at: Span): Text['parts'] {
  return value.kind === 'text' ? value.parts : [{ kind: 'hole', value, at }];
}
