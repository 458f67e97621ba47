/** Operations on {@link Value}s, for every language. */
import { grouped } from './grouped.js';
import { memoized } from './memoized.js';
import { baseOf } from './span.js';
import type { Choice, Contents, Entry, Hole, Opaque, Piece, Slot, Span, Table, Text, Value } from './model.js';

/** Empty contents, for a file or script that is not parsed. */
export const noContents: Contents = { texts: [], comments: [], tables: [], calls: [], bindings: [], reads: [] };

/** Limit on the alternatives that a value is expanded into; further ones are dropped. */
export const MAX_ALTERNATIVES = 16;

/** The possible values: the options of a choice, or the value itself. */
export function alternatives(value: Value): readonly Value[] {
  if (value.kind !== 'choice') return [value];
  const { options } = value;
  if (options.length <= MAX_ALTERNATIVES && options.every(({ kind }) => kind !== 'choice')) return options;
  return flattened(value);
}

/** The options of a choice of choices. These share parts: in loops, there are far more paths to an option than options. */
const flattened = memoized(({ options }: Choice): readonly Value[] => options.flatMap(alternatives).slice(0, MAX_ALTERNATIVES));

/** The texts that a value may be. Holes that hold a choice of texts are filled with each of them. */
export function textsOf(value: Value): readonly Text[] {
  const texts = alternatives(value).filter((option) => option.kind === 'text');
  return texts.flatMap(filledIn).slice(0, MAX_ALTERNATIVES);
}

/** The tables that a value may be. */
export function tablesOf(value: Value | undefined): readonly Table[] {
  return value ? alternatives(value).filter((option) => option.kind === 'table') : [];
}

const filled = new WeakMap<Text, readonly Text[]>();

/** One text for each combination of what its holes may hold, limited because the combinations multiply. */
function filledIn(text: Text): readonly Text[] {
  if (!text.parts.some((part) => part.kind === 'hole' && part.value.kind === 'choice')) return [text];
  const known = filled.get(text);
  if (known) return known;
  filled.set(text, [text]); // a text that contains itself is left as it is
  let combinations: readonly Text['parts'][] = [[]];
  for (const part of text.parts) {
    const fillings = part.kind === 'hole' && part.value.kind === 'choice' ? fillingsOf(part.value, part.at) : [[part]];
    combinations = combinations.flatMap((before) => fillings.map((filling) => [...before, ...filling])).slice(0, MAX_ALTERNATIVES);
  }
  const texts = combinations.map((parts) => ({ ...text, parts }));
  filled.set(text, texts);
  return texts;
}

function fillingsOf(choice: Choice, at: Span): readonly Text['parts'][] {
  return alternatives(choice).flatMap((value): readonly Text['parts'][] =>
    value.kind === 'text' ? filledIn(value).map(({ parts }) => parts) : [[{ kind: 'hole', value, at }]],
  );
}

/** The text with `{}` for each hole, like a path in Cloudflare's OpenAPI description: `/accounts/{}/tokens`. */
export function shape(text: Text): string {
  return text.parts.map((part) => (part.kind === 'piece' ? part.text : '{}')).join('');
}

/** A part of a text, and where its {@link shape} is in that of the text. */
interface PlacedPart {
  readonly part: Piece | Hole;
  readonly start: number;
  readonly end: number;
}

/** The parts of a text, each with its offsets in the {@link shape}. */
export function* placedParts(parts: Text['parts']): Generator<PlacedPart, void> {
  let start = 0;
  for (const part of parts) {
    const end = start + (part.kind === 'piece' ? part.text.length : '{}'.length);
    yield { part, start, end };
    start = end;
  }
}

/** The string, if the value is a text without holes. */
export function literal(value: Value): string | undefined {
  if (value.kind !== 'text' || value.parts.some((part) => part.kind === 'hole')) return undefined;
  return shape(value);
}

/** The number, if the value is one. */
export function numberOf(value: Value | undefined): number | undefined {
  return value?.kind === 'opaque' && typeof value.value === 'number' ? value.value : undefined;
}

/** Every literal piece of a value: of its texts, and of the values in their holes. */
export function pieces(value: Value): readonly Piece[] {
  if (value.kind === 'choice') return alternatives(value).flatMap(pieces);
  if (value.kind !== 'text') return [];
  return value.parts.flatMap((part) => (part.kind === 'piece' ? [part] : pieces(part.value)));
}

/**
 * The span of characters `start` to `end` of a text's {@link shape}. Without exact offsets (escapes,
 * characters in several pieces), it is the smallest run of whole pieces that contains them.
 */
export function place(text: Text, start: number, end: number): Span {
  let from: number | undefined;
  let to: number | undefined;
  for (const placed of placedParts(text.parts)) {
    if (placed.start >= end || placed.end <= start) continue;
    const { part } = placed;
    const isExact = part.kind === 'piece' && part.exact;
    from ??= isExact ? part.at.start + Math.max(0, start - placed.start) : part.at.start;
    to = isExact ? part.at.start + Math.min(placed.end, end) - placed.start : part.at.end;
  }
  // Pieces from different places in the file (a constant declared below its use) have no common span.
  if (from === undefined || to === undefined || to < from || baseOf(from) !== baseOf(to - 1)) return text.at;
  return { start: from, end: to };
}

/** Characters `start` to `end` of a text's {@link shape}, as a text bound to `names`. A hole that is partly included is kept whole. */
export function part(text: Text, start: number, end: number, names: readonly string[] = []): Text {
  const parts: (Piece | Hole)[] = [];
  for (const placed of placedParts(text.parts)) {
    const { part: each } = placed;
    const from = Math.max(start, placed.start) - placed.start;
    const to = Math.min(end, placed.end) - placed.start;
    if (from >= to) continue;
    const isWhole = from === 0 && to === placed.end - placed.start;
    const at = each.kind === 'piece' && each.exact ? { start: each.at.start + from, end: each.at.start + to } : each.at;
    parts.push(each.kind === 'hole' || isWhole ? each : { ...each, text: each.text.slice(from, to), at });
  }
  return { kind: 'text', parts, names, fallbackFor: undefined, at: place(text, start, Math.max(start + 1, end)) };
}

/** A text, or the value in its hole if the text consists of nothing else. */
export function unwrapHole(text: Text): Value {
  const [only] = text.parts;
  return text.parts.length === 1 && only?.kind === 'hole' ? only.value : text;
}

/** What a table holds under any of some keys. Entries that exist, or are overwritten, only on some paths make it a choice. */
export function get(table: Table, ...keys: readonly string[]): Slot {
  const found: Value[] = [];
  for (const entry of entriesOf(table, keys).toReversed()) {
    found.push(entry.value);
    if (!entry.maybe) break;
  }
  const [first] = found;
  if (first === undefined) return table.open ? 'unknown' : 'absent';
  return found.length === 1 ? first : { kind: 'choice', options: found, at: first.at };
}

/** Tables with more entries than this get an index by key: a program may look up each of thousands. */
const MAX_SEARCHED = 32;

const byKey = new WeakMap<readonly Entry[], ReadonlyMap<string, readonly Entry[]>>();

/** The entries of a table under any of some keys, in source order. */
function entriesOf({ entries }: Table, keys: readonly string[]): readonly Entry[] {
  if (entries.length <= MAX_SEARCHED || keys.length > 1) return entries.filter(({ key }) => keys.includes(key));
  const known = byKey.get(entries) ?? grouped(entries, ({ key }) => key);
  byKey.set(entries, known);
  return known.get(keys[0] ?? '') ?? [];
}

/** The value of a slot, if there is one. */
export function presentValue<T>(slot: Slot<T>): T | undefined {
  return slot === 'absent' || slot === 'unknown' ? undefined : slot;
}

/** Whether a value is undefined or null, and can be nothing else. */
export function isNullish(value: Value): boolean {
  return alternatives(value).every((option) => option.kind === 'opaque' && (option.what === 'undefined' || option.value === null));
}

/** An unknown value. */
export function unknown(at: Span): Opaque {
  return { kind: 'opaque', what: 'unknown', at };
}

/** A text whose characters are not those of its source code: it is decoded, or implied. */
export function impliedText(text: string, at: Span, names: readonly string[] = []): Text {
  return { kind: 'text', parts: [{ kind: 'piece', text, at, exact: false }], names, fallbackFor: undefined, at };
}
