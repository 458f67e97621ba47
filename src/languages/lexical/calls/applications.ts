/** Calls without brackets after the function: `f a b` in Haskell and related languages. */
import type { Span } from '../../../source/model.js';
import type { Found } from '../found.js';
import { type Item, spanOf } from '../tokens/groups.js';
import { literalOf, type Node, type Place } from '../tree.js';
import type { Chains } from './chains.js';

export class Applications {
  constructor(
    private readonly found: Found,
    private readonly parts: Chains,
  ) {}

  /** `f $ g a`: functions and their arguments. */
  chained(parts: readonly (readonly Item[])[], place: Place, at: Span): Node {
    const [last = [], ...before] = parts.filter((part) => part.length > 0).toReversed();
    let value = this.parts.expression(last, { ...place, names: [] });
    for (const part of before) {
      const found = this.parts.expression(part, { ...place, names: [] });
      value = this.appliedTo(found, [value], { start: found.at.start, end: at.end });
    }
    return value;
  }

  /** `f a b` */
  application(items: readonly Item[], place: Place): Node {
    const [first, ...rest] = besideOneAnother(items, place, this.parts);
    if (!first) return { kind: 'unknown', at: spanOf(items) };
    return rest.length === 0 ? first : this.appliedTo(first, rest, spanOf(items));
  }

  private appliedTo(callee: Node, values: readonly Node[], at: Span): Node {
    if (callee.kind === 'call') return this.found.instead(callee, { ...callee, arguments: [...callee.arguments, ...values], at });
    return callee.kind === 'name' ? this.found.call({ callee, arguments: values, named: [], isNew: false, at }) : callee;
  }
}

/** Values next to each other. One that precedes a text names it: `setEnv "NAME" "value"`. */
export function besideOneAnother(items: readonly Item[], place: Place, parts: Chains): readonly Node[] {
  const all: Node[] = [];
  for (let index = 0; index < items.length;) {
    const before = all.at(-1);
    const named = items[index]?.kind === 'string' && before ? nameOfNext(before) : undefined;
    const [next, end] = parts.chain(items, index, named === undefined ? place : { ...place, names: [...place.names, named] });
    if (next) all.push(next);
    index = Math.max(index + 1, end);
  }
  return all;
}

function nameOfNext(before: Node): string | undefined {
  if (before.kind === 'name') return before.name;
  const written = literalOf(before);
  return written === undefined ? undefined : nameLike(written);
}

/** Returns the text if it looks like a name: what follows it in a list is its value then. */
export function nameLike(text: string): string | undefined {
  return /^-{0,2}([A-Z][\w.-]{1,59})$/i.exec(text)?.[1];
}
