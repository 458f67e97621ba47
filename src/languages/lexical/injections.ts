/** Annotations of fields and parameters that name the setting or variable they are filled with. */
import type { Found } from './found.js';
import type { Profile } from './profile.js';
import type { Texts } from './texts.js';
import { type Group, isMark, isWord, type Item, splitAt } from './tokens/groups.js';
import type { Token } from './tokens/tokens.js';
import { newScope, type Scope } from './tree.js';

/** A field or parameter, the string that names what fills it, and its default. */
interface Injection {
  readonly name: Token;
  readonly from: Token;
  readonly fallback: Token | undefined;
}

/** Binds what annotations fill to what they name. */
export class Injections {
  constructor(
    private readonly profile: Profile,
    private readonly found: Found,
    private readonly texts: Texts,
  ) {}

  /** Binds what annotations of a statement fill. Returns those at its end, which belong to the next line. */
  bind(items: readonly Item[], scope: Scope): readonly Item[] {
    if (!this.profile.injected) return [];
    const parts = splitAt(items, (item) => isMark(item, ','));
    for (const part of parts) this.one(part, scope);
    const last = parts.at(-1) ?? [];
    return isAnnotation(last, this.profile) ? last : [];
  }

  private one(items: readonly Item[], scope: Scope): void {
    const injection = injectionIn(items, this.profile);
    const named = injection && this.texts.string(injection.from, { scope, names: [] });
    const written = named?.parts.map((part) => (part.kind === 'piece' ? part.text : '')).join('') ?? '';
    // A template of Spring's may have a default; what else it contains is an expression.
    const variable = /^(?:\$\{([\w.-]+)(?::[^{}]*)?\}|([\w.-]+))$/.exec(written)?.slice(1).find(Boolean);
    if (!injection || variable === undefined) return;
    const { name, from, fallback } = injection;
    const at = from.inside ?? from.at;
    const target = this.found.name({ name: name.text, nameAt: name.at, scope, at: name.at });
    const environment = this.found.name({ name: 'env', nameAt: at, scope: newScope(), at });
    const value = this.found.name({ object: environment, name: variable, nameAt: at, scope, at });
    const options = fallback ? [value, this.texts.string(fallback, { scope, names: [name.text] })] : [value];
    const filled = this.found.choice(options, at);
    this.found.assign(target, filled, { start: at.start, end: name.at.end });
    if (this.profile.records) this.found.fields.set(name.text, this.found.fields.has(name.text) ? undefined : filled);
  }
}

/** Whether items are only annotations, so that what they annotate is on the next line. */
function isAnnotation(items: readonly Item[], { injected }: Profile): boolean {
  return injected !== undefined && items.length > 0 && withoutAnnotations(items).length === 0;
}

/** Returns what an annotated declaration is filled with: `@Value("${a.b}") String c`, `#[arg(env = "A")] b: String`. */
function injectionIn(items: readonly Item[], { injected }: Profile): Injection | undefined {
  const [mark] = items;
  if (!injected || !isMark(mark, '@', '#')) return undefined;
  const given = items.slice(0, items.length - withoutAnnotations(items).length).flatMap((item) => argumentsOf(item));
  for (const [index, item] of given.entries()) {
    const group = given[index + 1];
    if (!isWord(item) || !injected.called.test(item.text) || group?.kind !== 'group') continue;
    const from = stringOf(group, injected.key);
    const name = nameIn(withoutAnnotations(items));
    if (from && name) return { name, from, fallback: stringOf(group, injected.fallback) };
  }
  return undefined;
}

/** The words and brackets of an annotation: in Rust, they are in square brackets. */
function argumentsOf(item: Item): readonly Item[] {
  return item.kind === 'group' && item.open === '[' ? item.items.filter(({ kind }) => kind !== 'line') : [item];
}

/** Returns the items after the annotations at their beginning. */
function withoutAnnotations(items: readonly Item[]): readonly Item[] {
  let index = 0;
  for (;;) {
    const [mark, first] = items.slice(index, index + 2);
    if (isMark(mark, '#') && first?.kind === 'group') index += 2;
    else if (isMark(mark, '@') && isWord(first)) {
      index += 2;
      // `@field:Value`
      if (isMark(items[index], ':', '.') && isWord(items[index + 1])) index += 2;
      const group = items[index];
      if (group?.kind === 'group' && group.open === '(' && !group.spaced) index += 1;
    } else return items.slice(index);
  }
}

/** Returns the only string in brackets, or the one that is given to a key. */
function stringOf({ items }: Group, key: RegExp | undefined): Token | undefined {
  const own = items.filter(({ kind }) => kind !== 'line');
  const [only, ...more] = own;
  if (only?.kind === 'string' && more.length === 0) return key?.test('') ? only : undefined;
  const found = own.findIndex((item, index) => isWord(item) && key?.test(item.text) === true && isMark(own[index + 1], '='));
  const value = found === -1 ? undefined : own[found + 2];
  return value?.kind === 'string' ? value : undefined;
}

/** Returns the name of what is declared: the last word before its type, value or end. */
function nameIn(items: readonly Item[]): Token | undefined {
  const end = items.findIndex((item) => isMark(item, ':', '=', ';') || item.open === '{');
  const last = (end === -1 ? items : items.slice(0, end)).at(-1);
  return isWord(last) ? last : undefined;
}
