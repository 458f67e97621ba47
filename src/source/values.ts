/** What can be asked of a {@link Value}, whatever language it was read from. */
import { beginningOf } from './span.js';
import type { Choice, Contents, Entry, Opaque, Piece, Slot, SourceFile, Span, Table, Text, Value } from './model.js';

/** Of a file or script in which nothing is told apart. */
export const noContents: Contents = { texts: [], comments: [], tables: [], calls: [], bindings: [], reads: [] };

/** No value is expanded into more alternatives than this; what is beyond is left out. */
export const MOST_ALTERNATIVES = 16;

/** The values a value may be: the options of a choice, or the value itself. */
export function alternatives(value: Value): readonly Value[] {
  if (value.kind !== 'choice') return [value];
  const { options } = value;
  if (options.length <= MOST_ALTERNATIVES && options.every(({ kind }) => kind !== 'choice')) return options;
  return options.flatMap(alternatives).slice(0, MOST_ALTERNATIVES);
}

/** The texts a value may be, holes that are choices of texts filled in with each of them. */
export function textsOf(value: Value): readonly Text[] {
  const texts = alternatives(value).filter((option) => option.kind === 'text');
  return texts.flatMap(filledIn).slice(0, MOST_ALTERNATIVES);
}

const filled = new WeakMap<Text, readonly Text[]>();

/** A text for each combination of what its holes may be, up to as many as anyone looks at: they multiply. */
function filledIn(text: Text): readonly Text[] {
  if (!text.parts.some((part) => part.kind === 'hole' && part.value.kind === 'choice')) return [text];
  const known = filled.get(text);
  if (known) return known;
  filled.set(text, [text]); // what fills itself is left as it is
  let combinations: readonly Text['parts'][] = [[]];
  for (const part of text.parts) {
    const fillings = part.kind === 'hole' && part.value.kind === 'choice' ? fillingsOf(part.value, part.at) : [[part]];
    combinations = combinations.flatMap((before) => fillings.map((filling) => [...before, ...filling])).slice(0, MOST_ALTERNATIVES);
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

/** The text with its holes written `{}`, as in the paths of Cloudflare's OpenAPI description: `/accounts/{}/tokens`. */
export function shape(text: Text): string {
  return text.parts.map((part) => (part.kind === 'piece' ? part.text : '{}')).join('');
}

/** The text, if it has no hole. */
export function literal(value: Value): string | undefined {
  if (value.kind !== 'text' || value.parts.some((part) => part.kind === 'hole')) return undefined;
  return shape(value);
}

/** Every literal piece of a value: of its texts, and of what fills their holes. */
export function pieces(value: Value): readonly Piece[] {
  if (value.kind === 'choice') return alternatives(value).flatMap(pieces);
  if (value.kind !== 'text') return [];
  return value.parts.flatMap((part) => (part.kind === 'piece' ? [part] : pieces(part.value)));
}

/**
 * Where characters `start` to `end` of a text's {@link shape} are written. Where that cannot be told exactly (escapes,
 * characters spread over several pieces) it is the smallest run of whole pieces that holds them.
 */
export function place(text: Text, start: number, end: number): Span {
  let offset = 0;
  let from: number | undefined;
  let to: number | undefined;
  for (const part of text.parts) {
    const length = part.kind === 'piece' ? part.text.length : '{}'.length;
    const exact = part.kind === 'piece' && part.exact;
    if (offset < end && offset + length > start) {
      from ??= exact ? part.at.start + Math.max(0, start - offset) : part.at.start;
      to = exact ? part.at.start + Math.min(length, end - offset) : part.at.end;
    }
    offset += length;
  }
  // Pieces that come from different places of the file (a constant declared below its use) have no common stretch.
  if (from === undefined || to === undefined || to < from || beginningOf(from) !== beginningOf(to - 1)) return text.at;
  return { start: from, end: to };
}

/** Characters `start` to `end` of a text's {@link shape}, as a text that is bound to `names`. A hole that is cut is left whole. */
export function part(text: Text, start: number, end: number, names: readonly string[] = []): Text {
  let offset = 0;
  const parts = text.parts.flatMap((each): Text['parts'] => {
    const from = Math.max(0, start - offset);
    const to = end - offset;
    const length = each.kind === 'piece' ? each.text.length : '{}'.length;
    offset += length;
    if (from >= Math.min(length, to)) return [];
    if (each.kind === 'hole' || (from === 0 && to >= length)) return [each];
    const at = each.exact ? { start: each.at.start + from, end: each.at.start + Math.min(length, to) } : each.at;
    return [{ ...each, text: each.text.slice(from, to), at }];
  });
  return { kind: 'text', parts, names, insteadOf: undefined, at: place(text, start, Math.max(start + 1, end)) };
}

/** A text, or what fills it if it is nothing but a hole. */
export function filling(text: Text): Value {
  const [only] = text.parts;
  return text.parts.length === 1 && only?.kind === 'hole' ? only.value : text;
}

/** What a key of a table holds. Entries that are there only on some paths, or overwritten on some, make a choice. */
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

/** Tables of more entries than this are looked up by key: a program may ask for each of thousands. */
const MOST_SEARCHED = 32;

const byKey = new WeakMap<readonly Entry[], ReadonlyMap<string, readonly Entry[]>>();

/** The entries of a table under any of some keys, in the order of the text. */
function entriesOf({ entries }: Table, keys: readonly string[]): readonly Entry[] {
  if (entries.length <= MOST_SEARCHED || keys.length > 1) return entries.filter(({ key }) => keys.includes(key));
  const known = byKey.get(entries) ?? grouped(entries);
  byKey.set(entries, known);
  return known.get(keys[0] ?? '') ?? [];
}

function grouped(entries: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const group = groups.get(entry.key);
    if (group) group.push(entry);
    else groups.set(entry.key, [entry]);
  }
  return groups;
}

/** The value of a slot, if there is one. */
export function given<T>(slot: Slot<T>): T | undefined {
  return slot === 'absent' || slot === 'unknown' ? undefined : slot;
}

/** Whether a value is undefined or null, and can be nothing else. */
export function isNullish(value: Value): boolean {
  return alternatives(value).every((option) => option.kind === 'opaque' && (option.what === 'undefined' || option.value === null));
}

/** A value nothing can be told of. */
export function unknown(at: Span): Opaque {
  return { kind: 'opaque', what: 'unknown', at };
}

/** Whether `inner` lies in `outer`. */
export function within(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

/** Tells of a span whether it lies in one of several, given in any order. */
export function covering(spans: readonly Span[]): (inner: Span) => boolean {
  const sorted = spans.toSorted((one, other) => one.start - other.start);
  let furthest = 0;
  const ends = sorted.map(({ end }) => (furthest = Math.max(furthest, end)));
  return ({ start, end }) => (ends[countUpTo(sorted, start) - 1] ?? 0) >= end;
}

/** Gives the innermost of several spans that a span lies in; of two of them one holds the other, or they are apart. */
export function innermost(spans: readonly Span[]): (inner: Span) => Span | undefined {
  const sorted = spans.toSorted((one, other) => one.start - other.start || other.end - one.end);
  const around = new Map<Span, Span | undefined>();
  const outwards = (inner: Span, from: Span | undefined): Span | undefined => {
    let outer = from;
    while (outer && !within(inner, outer)) outer = around.get(outer);
    return outer;
  };
  for (const [index, span] of sorted.entries()) around.set(span, outwards(span, sorted[index - 1]));
  return (inner) => outwards(inner, sorted[countUpTo(sorted, inner.start) - 1]);
}

/** How many of some spans, given in order, begin no later than at an offset. */
function countUpTo(sorted: readonly Span[], offset: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Those of a list in the order of the text that begin in a span. */
export function beginningIn<T extends { readonly at: Span }>(list: readonly T[], { start, end }: Span): readonly T[] {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.at.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  const found: T[] = [];
  for (let each = list[low]; each && each.at.start < end; each = list[(low += 1)]) found.push(each);
  return found;
}

/** Makes a function of a file remember its answer, so that each fact is worked out once per file. */
export function perFile<T>(work: (file: SourceFile) => T): (file: SourceFile) => T {
  const answers = new WeakMap<SourceFile, { readonly answer: T }>();
  return (file) => {
    let known = answers.get(file);
    if (!known) answers.set(file, (known = { answer: work(file) }));
    return known.answer;
  };
}
