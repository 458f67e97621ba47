/** Forms of Lisps, in which round brackets call their first item: `(f a b)`. */
import type { Span } from '../../../source/model.js';
import type { Found } from '../found.js';
import { type Group, isMark, isWord, type Item, spanOf } from '../tokens/groups.js';
import { literalOf, newScope, type Node, type PairNode, type Place, type TableNode } from '../tree.js';
import { besideOneAnother } from './applications.js';
import type { Chains } from './chains.js';

/** Keywords that bind one name, and those that bind several names in brackets. */
const defining = new Set(
  'def defonce defvar defvar-local defconst defparameter defconstant defcustom define setq setq-default setf set!'.split(' '),
);
const binding = new Set('let let* letrec let-values when-let if-let binding with-redefs loop'.split(' '));
const functions = new Set('defn defn- fn fn* defun lambda defmacro defmethod defgeneric define-command'.split(' '));

/** Deepest nesting of brackets that is read. */
const MAX_DEPTH = 100;

/** Round brackets, whose first word is called, and the brackets of maps and vectors, whose items have no separators. */
export class PrefixedForms {
  private depth = 0;

  constructor(
    private readonly found: Found,
    private readonly parts: Chains,
  ) {}

  group(group: Group, place: Place): Node {
    if (this.depth > MAX_DEPTH) return { kind: 'unknown', at: group.at };
    this.depth += 1;
    const node = this.form(group, place);
    this.depth -= 1;
    return node;
  }

  private form(group: Group, place: Place): Node {
    const items = group.items.filter(({ kind }) => kind !== 'line');
    const [first, second] = items;
    if (group.open === '{') return this.map(items, place, group.at);
    if (group.open === '[' || !isWord(first) || first.text.startsWith(':')) return this.found.list(this.values(items, place), group.at);
    if (defining.has(first.text) && isWord(second)) return this.definition(items, place, group.at);
    if (binding.has(first.text) && second?.kind === 'group') return this.binding(items, second, place);
    if (functions.has(first.text) || (defining.has(first.text) && second?.kind === 'group')) return this.function_(items, place);
    if (first.text === 'or') return this.found.choice(this.values(items.slice(1), place), group.at);
    const [callee, end] = this.parts.chain(items, 0, { ...place, names: [] });
    const values = this.values(items.slice(end), { ...place, names: [] });
    return callee?.kind === 'name'
      ? this.found.call({ callee, arguments: values, named: [], isNew: false, at: group.at })
      : { kind: 'unknown', at: group.at };
  }

  private values(items: readonly Item[], place: Place): readonly Node[] {
    return besideOneAnother(items, place, this.parts);
  }

  /** `(def token "…")`, `(setq token "…")` */
  private definition(items: readonly Item[], { scope }: Place, at: Span): Node {
    const [, name, ...rest] = items;
    if (!isWord(name)) return { kind: 'unknown', at };
    const target = this.found.name({ name: name.text, nameAt: name.at, scope, at: name.at });
    // A docstring may precede the value.
    const values = this.values(rest, { scope, names: [name.text] });
    const value = values.at(isWord(items[0], 'defonce', 'def') ? -1 : 0);
    if (value) this.found.assign(target, value, { start: name.at.start, end: at.end });
    return { kind: 'unknown', at };
  }

  /** `(let [token "…"] …)`, `(let ((token "…")) …)` */
  private binding(items: readonly Item[], bound: Group, place: Place): Node {
    const scope = newScope(place.scope);
    const all = bound.items.filter(({ kind }) => kind !== 'line');
    const pairs =
      bound.open === '['
        ? all.flatMap((_, index) => (index % 2 === 0 ? [all.slice(index, index + 2)] : []))
        : all.map((item) => (item.kind === 'group' ? item.items.filter(({ kind }) => kind !== 'line') : [item]));
    for (const [name, ...value] of pairs) {
      const node = this.parts.expression(value, { scope, names: isWord(name) ? [name.text] : [] });
      if (!isWord(name)) continue;
      const target = this.found.name({ name: name.text, nameAt: name.at, scope, at: name.at });
      this.found.assign(target, node, { start: name.at.start, end: spanOf([name, ...value]).end });
    }
    const values = this.values(items.slice(items.indexOf(bound) + 1), { scope, names: [] });
    return values.at(-1) ?? { kind: 'unknown', at: spanOf(items) };
  }

  private function_(items: readonly Item[], place: Place): Node {
    const scope = newScope(place.scope);
    const parameters = items.findIndex((item) => item.kind === 'group' && (item.open === '[' || item.open === '('));
    const group = items[parameters];
    for (const item of group?.kind === 'group' ? group.items : []) if (isWord(item)) scope.parameters.set(item.text, item.at);
    this.values(items.slice(parameters + 1), { scope, names: [] });
    return { kind: 'unknown', at: spanOf(items) };
  }

  /** `{:api-token "…" "X-Auth-Key" key}` */
  private map(items: readonly Item[], place: Place, at: Span): TableNode {
    const pairs: PairNode[] = [];
    const all = items.filter((item) => !isMark(item, ','));
    for (let index = 0; index < all.length;) {
      const [key] = this.parts.chain(all, index, { ...place, names: [] });
      const written = key?.kind === 'name' ? key.name.replace(/^:+/, '') : key && literalOf(key);
      index += 1;
      const begin = index;
      const [value, end] = this.parts.chain(all, index, { ...place, names: written === undefined ? [] : [...place.names, written] });
      index = Math.max(index + 1, end);
      const last = all[Math.min(index, all.length) - 1];
      if (key && value && written !== undefined && last && begin < all.length)
        pairs.push({ key: written, keyAt: key.at, value, at: { start: key.at.start, end: last.at.end } });
    }
    return this.found.table(pairs, place.names, at);
  }
}
