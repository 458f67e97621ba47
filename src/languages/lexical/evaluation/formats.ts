/** Functions that fill the places of a format: `Sprintf("Bearer %s", token)`, `"Bearer {}".format(token)`. */
import type { Entry, Hole, Span, Text, Value } from '../../../source/model.js';
import { literal, part, place, placedParts, shape, unknown } from '../../../source/values.js';
import type { Profile } from '../profile.js';
import type { CallNode, Node } from '../tree.js';

const places = /%%|%(?:\d\$)?[-+ #\d.]{0,12}[a-z@]|\{(\w*)(?:[:!][^{}]*)?\}/gi;

/** Places in the formats of `"%s" % value` and `"{}".format(value)`. */
export const percentPlaces = /%%|%[-+ #\d.]{0,12}[a-z]/gi;
export const bracePlaces = /\{(\w*)(?:[:!][^{}]*)?\}/g;

/** Returns a text with its places filled. */
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
    // `{}` may stand for a hole that the text has already.
    const own = holeAt(text, index);
    const filled = own ? [own] : filledBy(found?.value ?? unknown(at), found?.at ?? at);
    parts.push(...part(text, from, index).parts, ...filled);
    from = index + written.length;
  }
  return from === 0 ? text : { ...text, parts: [...parts, ...part(text, from, whole.length).parts] };
}

function holeAt(text: Text, index: number): Hole | undefined {
  for (const { part: each, start } of placedParts(text.parts)) {
    if (start === index && each.kind === 'hole') return each;
    if (start > index) return undefined;
  }
  return undefined;
}

/** The parts that a value contributes to a text. */
export function filledBy(value: Value, at: Span): Text['parts'] {
  return value.kind === 'text' ? value.parts : [{ kind: 'hole', value, at }];
}

/** The text that a call makes by joining its arguments: `paste("Bearer", token)`. */
export function joinedCall(
  { arguments: values, named, at }: CallNode,
  called = '',
  joining: Profile['joining'] = {},
  valueOf: (node: Node) => Value,
): Text | undefined {
  if (!Object.hasOwn(joining, called)) return undefined;
  const told = named.find(({ key }) => key === 'sep');
  const between = told ? literal(valueOf(told.value)) : joining[called];
  const all = values.map((each) => ({ value: valueOf(each), at: each.at }));
  return between !== undefined && all.some(({ value }) => value.kind === 'text') ? { ...joinedText(all, between), at } : undefined;
}

/** Concatenates values into one text, with a separator between them. */
function joinedText(all: readonly { readonly value: Value; readonly at: Span }[], between: string): Omit<Text, 'at'> {
  const parts = all.flatMap(({ value, at: { start, end } }, index): Text['parts'] => {
    const gap: Text['parts'] =
      index > 0 && between !== '' ? [{ kind: 'piece', text: between, at: { start, end: start }, exact: false }] : [];
    return [...gap, ...(value.kind === 'text' ? value.parts : [{ kind: 'hole' as const, value, at: { start, end } }])];
  });
  return { kind: 'text', parts: parts.slice(0, MAX_PARTS), names: [], fallbackFor: undefined };
}

/** Texts with more parts than this were not written by hand. */
export const MAX_PARTS = 1_000;
