/** Classes, modules and records that statements declare. */
import { isWord, type Item } from '../tokens/groups.js';
import type { Profile } from '../profile.js';

const owners = new Set('class struct module object interface trait impl enum record defmodule namespace package'.split(' '));

/** Returns the name of the class, module or the like that a statement declares. */
export function ownerIn(items: readonly Item[]): string | undefined {
  for (let index = 0; index < Math.min(items.length - 1, MAX_MODIFIERS); index += 1) {
    const [item, next] = [items[index], items[index + 1]];
    if (item?.kind !== 'word') return undefined;
    if (owners.has(item.text) && isWord(next)) return next.text;
  }
  return undefined;
}

const MAX_MODIFIERS = 6;

/** Whether a statement declares a record, whose block pairs names with types. */
export function declaresRecord(items: readonly Item[], { records = [] }: Profile): boolean {
  return records.length > 0 && items.slice(0, MAX_MODIFIERS).some((item) => isWord(item, ...records));
}

/** Turns braces into groups in which `name: type` is not a pair. */
export function withoutPairs(item: Item): Item {
  return item.kind === 'group' ? { ...item, open: item.open === '{' ? '' : item.open, items: item.items.map(withoutPairs) } : item;
}
