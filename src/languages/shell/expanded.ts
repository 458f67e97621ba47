/** How values change when a command is read: joined to texts, spread, split. */
import type { ParameterSliceOperation } from 'unbash';
import type { Hole, List, Opaque, Piece, Table, Text, Value } from '../../source/model.js';
import { alternatives, unknown } from '../../source/values.js';

/** A call of one of the script's functions: what `$1`, `$2` … are in it. */
export interface Frame {
  readonly arguments: readonly Value[];
  readonly open: boolean;
  /** Where the call reads and writes, and so do the commands in the function. */
  readonly streams: Table | undefined;
  readonly depth: number;
}

export type Parts = readonly (Piece | Hole)[];

/** What a value adds to a text. */
export function partsOf(value: Value, at: Value['at']): Parts {
  return value.kind === 'text' ? value.parts : [{ kind: 'hole', value, at }];
}

export function choice(values: readonly Value[], at: Value['at']): Value {
  const [first, second] = values;
  return first && !second ? first : { kind: 'choice', options: values, at };
}

export function argument({ arguments: values, open }: Frame, name: string, at: Value['at']): Value {
  if (name === '@' || name === '*') return { kind: 'list', items: values, open, at };
  const missing: Opaque = { kind: 'opaque', what: open ? 'unknown' : 'undefined', at };
  return values[Number(name) - 1] ?? missing;
}

/** `${@:2}` leaves out one. */
export function skipped(offset: string): number {
  return /^\d+$/.test(offset.trim()) ? Math.max(0, Number(offset) - 1) : 0;
}

/** `${NAME:0:4}`, which other languages write as a call of a method. */
export function cut(value: Value, { offset, length }: ParameterSliceOperation, at: Value['at']): Value {
  if (value.kind !== 'name') return unknown(at);
  const number = (written: string): Opaque => ({ kind: 'opaque', what: 'constant', value: Number(written.replace(/[\s()]/g, '')), at });
  return {
    kind: 'call',
    callee: { ...value, path: [...value.path, 'substr'] },
    arguments: [number(offset.value), ...(length ? [number(length.value)] : [])],
    open: false,
    new: false,
    inside: [],
    at,
    calleeAt: at,
  };
}

export function element(list: Value, index: string, at: Value['at']): Value {
  if (index === '@' || index === '*') return list;
  const item = list.kind === 'list' && /^\d+$/.test(index) ? list.items[Number(index)] : undefined;
  return item ?? unknown(at);
}

/** A variable that is not in quotes is as many arguments as it has words. */
export function split(text: Text): readonly Text[] {
  if (!text.parts.some((part) => part.kind === 'piece' && /\s/.test(part.text))) return [text];
  const found: (Piece | Hole)[][] = [[]];
  for (const part of text.parts) splitInto(found, part);
  return found.filter((parts) => parts.length > 0).map((parts) => ({ ...text, parts }));
}

/** Adds a part to the last of several words, and begins another one at each space in it. */
export function splitInto(words: (Piece | Hole)[][], part: Piece | Hole): void {
  if (part.kind === 'hole') {
    words.at(-1)?.push(part);
    return;
  }
  for (const { 0: run, index } of part.text.matchAll(/\s+|\S+/g)) {
    if (/^\s/.test(run)) words.push([]);
    else
      words.at(-1)?.push({
        ...part,
        text: run,
        at: part.exact ? { start: part.at.start + index, end: part.at.start + index + run.length } : part.at,
      });
  }
}

/** A text or list that is put together by more statements than this is such an output too. */
export const MOST_APPENDED = 100;

/** Of lists that are put together on several paths, the one on which most was put in. */
export function longestOf(value: Value): List | undefined {
  const lists = alternatives(value).filter((option) => option.kind === 'list');
  return lists.reduce<List | undefined>((one, other) => (one && one.items.length >= other.items.length ? one : other), undefined);
}

/** A list with items that are appended; those of some paths only leave it open, and so does what was in it before and cannot be told. */
export function appendedTo(before: Value, given: List, maybe: boolean): List {
  const items = [...(longestOf(before)?.items ?? []), ...given.items];
  const isOpen = maybe || given.open || before.kind !== 'list' || before.open || items.length > MOST_APPENDED;
  return { ...given, items: items.slice(0, MOST_APPENDED), open: isOpen };
}
