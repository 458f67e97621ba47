/** How values change in the words of a command: joined to texts, spread, split. */
import type { ParameterSliceOperation } from 'unbash';
import type { Hole, List, Opaque, Piece, Table, Text, Value } from '../../source/model.js';
import { alternatives, unknown } from '../../source/values.js';

/** A call of one of the script's functions: determines `$1`, `$2` … in it. */
export interface Frame {
  readonly arguments: readonly Value[];
  readonly open: boolean;
  /** Streams of the call, which the commands in the function inherit. */
  readonly streams: Table | undefined;
  readonly depth: number;
}

export type Parts = readonly (Piece | Hole)[];

/** The parts that a value contributes to a text. */
export function partsOf(value: Value, at: Value['at']): Parts {
  return value.kind === 'text' ? value.parts : [{ kind: 'hole', value, at }];
}

/** A choice of several values, or the only value. */
export function choice(values: readonly Value[], at: Value['at']): Value {
  const [first, second] = values;
  return first && !second ? first : { kind: 'choice', options: values, at };
}

/** The value of a parameter, such as `$1` or `$@`, in a call of a function. */
export function argument({ arguments: values, open }: Frame, name: string, at: Value['at']): Value {
  if (name === '@' || name === '*') return { kind: 'list', items: values, open, at };
  const missing: Opaque = { kind: 'opaque', what: open ? 'unknown' : 'undefined', at };
  return values[Number(name) - 1] ?? missing;
}

/** Items that `${@:2}` skips: one. */
export function skipped(offset: string): number {
  return /^\d+$/.test(offset.trim()) ? Math.max(0, Number(offset) - 1) : 0;
}

/** `${NAME:0:4}`, read as the call of a method, as in other languages. */
export function substring(value: Value, { offset, length }: ParameterSliceOperation, at: Value['at']): Value {
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

/** An element of an array; the whole array for `@` and `*`. */
export function element(list: Value, index: string, at: Value['at']): Value {
  if (index === '@' || index === '*') return list;
  const item = list.kind === 'list' && /^\d+$/.test(index) ? list.items[Number(index)] : undefined;
  return item ?? unknown(at);
}

/** An unquoted variable is split into as many arguments as its value has words. */
export function split(text: Text): readonly Text[] {
  if (!text.parts.some((part) => part.kind === 'piece' && /\s/.test(part.text))) return [text];
  const found: (Piece | Hole)[][] = [[]];
  for (const part of text.parts) splitInto(found, part);
  return found.filter((parts) => parts.length > 0).map((parts) => ({ ...text, parts }));
}

/** Appends a part to the last word, and begins a new word at each space in it. */
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

/** Texts and lists appended to by more statements than this were not written by hand either. */
export const MAX_APPENDED = 100;

/** Of the lists that a value may be on different paths, the one with the most items. */
export function longestOf(value: Value): List | undefined {
  const lists = alternatives(value).filter((option) => option.kind === 'list');
  return lists.reduce<List | undefined>((one, other) => (one && one.items.length >= other.items.length ? one : other), undefined);
}

/** Appends items to a list. The result is open if that happens on some paths only, or if the previous items are not all known. */
export function appendedTo(before: Value, given: List, maybe: boolean): List {
  const items = [...(longestOf(before)?.items ?? []), ...given.items];
  const isOpen = maybe || given.open || before.kind !== 'list' || before.open || items.length > MAX_APPENDED;
  return { ...given, items: items.slice(0, MAX_APPENDED), open: isOpen };
}
