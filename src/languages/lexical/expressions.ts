/** Expressions, as far as they can be read without a grammar: operators split them; brackets and members extend a name. */
import type { Span } from '../../source/model.js';
import type { Found } from './found.js';
import { type Group, isMark, isWord, type Item, spanOf, splitAt, type Statement, statementsOf } from './tokens/groups.js';
import { Applications } from './calls/applications.js';
import { BareCalls } from './calls/bare-calls.js';
import type { Chains } from './calls/chains.js';
import { bounds, closureIn, conditionalIn, constants, nonStringOperators, isPresenceTest, withoutPrefixes } from './operators.js';
import { PrefixedForms } from './calls/prefixed-forms.js';
import type { Signature } from './declarations/signatures.js';
import { withShorthand } from './shorthand.js';
import type { Profile } from './profile.js';
import { Texts } from './texts.js';
import type { Token } from './tokens/tokens.js';
import type { CallNode, NameNode, Node, PairNode, Place, Scope } from './tree.js';

/** The contents of brackets. */
interface Held {
  readonly pairs: readonly PairNode[];
  readonly values: readonly Node[];
}

/** Reads the brackets in an expression. */
export interface Enclosing {
  block(group: Group, scope: Scope, names?: readonly string[]): Held;
  given(
    statements: readonly Statement[],
    scope: Scope,
    names: readonly string[],
    signature?: Signature,
  ): Pick<CallNode, 'arguments' | 'named'>;
  keyOf(items: readonly Item[], scope: Scope): { readonly text: string; readonly at: Span } | undefined;
  bindBlockParameter(parameter: Token, end: number, scope: Scope): void;
  bindsAt(items: readonly Item[]): boolean;
}

export class Expressions {
  private operators = 0;
  private readonly applications: Applications;
  private readonly prefixed: PrefixedForms;
  readonly bareCalls: BareCalls;
  readonly texts: Texts;

  constructor(
    text: string,
    private readonly profile: Profile,
    private readonly found: Found,
    private readonly statements: Enclosing,
  ) {
    const expressions: Chains = {
      chain: (items, from, place) => this.chain(items, from, place),
      expression: (items, place) => this.expression(items, place),
    };
    this.applications = new Applications(found, expressions);
    this.prefixed = new PrefixedForms(found, expressions);
    this.bareCalls = new BareCalls(profile, found, statements, expressions);
    this.texts = new Texts(text, profile, found, (items, place) => this.expression(items, place));
  }

  /** Returns the target of an assignment: the last name before the operator. */
  target(written: readonly Item[], scope: Scope): NameNode | undefined {
    // In Nim, `token* = …` exports the name.
    const marked = isMark(written.at(-1), '*') ? written.slice(0, -1) : written;
    // In C#, `string Token { get; set; } = …` declares a property.
    const accessors = marked.at(-1);
    const left = accessors?.kind === 'group' && accessors.open === '{' && isWord(marked.at(-2)) ? marked.slice(0, -1) : marked;
    // `let zones key = …`: a name followed by others is a function with its parameters.
    const own = this.profile.applied ? withoutPrefixes(left, this.profile) : [];
    if (own.length > 1) {
      const [node] = this.chain(own, 0, { scope, names: [] });
      return node?.kind === 'name' ? node : undefined;
    }
    let start = left.length - 1;
    while (start > 0) {
      const [item, before] = [left[start], left[start - 1]];
      if (item?.kind === 'group' && item.open === '[' && !item.spaced) start -= 1;
      else if (isWord(item) && isMark(before, ...this.profile.members)) start -= 2;
      else if (item?.kind === 'group' && item.open === '(' && isWord(before)) start -= 1;
      else break;
    }
    // `let (data, response) = …`
    if (left[start + 1]?.kind === 'group' && isWord(left[start], 'let', 'var', 'val', 'const', 'my', 'our', 'local', 'auto', 'final'))
      return undefined;
    const [node] = this.chain(left, Math.max(0, start), { scope, names: [] });
    return node?.kind === 'name' ? node : undefined;
  }

  expression(items: readonly Item[], place: Place): Node {
    if (items.length === 0 || this.operators > MAX_OPERATORS) return { kind: 'unknown', at: spanOf(items) };
    const [mark, held] = items;
    if (this.profile.options && isMark(mark, '@') && held?.kind === 'group' && held.open === '(' && items.length === 2) {
      const { values } = this.statements.block(held, place.scope, place.names);
      const [only] = values;
      return this.found.list(values.length === 1 && only?.kind === 'list' ? only.items : values, spanOf(items));
    }
    this.operators += 1;
    const closure = closureIn(items, this.profile);
    if (closure) this.expression(closure.parameters, { ...place, names: [] });
    const body = closure?.body ?? items;
    const own = withoutPrefixes(body, this.profile);
    const node = this.operated(own, place);
    this.operators -= 1;
    return isPresenceTest(body.slice(0, body.length - own.length), this.profile) ? { kind: 'unknown', at: spanOf(items) } : node;
  }

  private operated(items: readonly Item[], place: Place): Node {
    const at = spanOf(items);
    const { fallbackOperators, joins, adjacent } = this.profile;
    const [first] = items;
    const both = (parts: readonly (readonly Item[])[]): readonly Node[] =>
      parts.filter((part) => part.length > 0).map((part) => this.expression(part, place));
    const called = this.bareCalls.read(items, place);
    if (called) return called;
    const conditional = conditionalIn(items);
    if (conditional) {
      this.expression(conditional.condition, { ...place, names: [] });
      return this.found.choice(both(conditional.options), at);
    }
    const separated = (test: (item: Item, index: number) => boolean): readonly (readonly Item[])[] | undefined =>
      items.some(test) ? splitAt(items, test) : undefined;
    const alternatives = separated(
      (item, index) => index > 0 && (item.kind === 'mark' || item.kind === 'word') && fallbackOperators.includes(item.text),
    );
    if (alternatives) return this.found.choice(both(alternatives), at);
    const piped = separated((item, index) => index > 0 && isMark(item, '|', '|>'));
    if (piped && (this.profile.options || items.some((item) => isMark(item, '|>')))) return this.pipe(piped, place, at);
    const applied = this.profile.applied && separated((item, index) => index > 0 && isMark(item, '$', '<|') && item.spaced);
    if (applied) return this.applications.chained(applied, place, at);
    const reckoned = separated(
      (item, index) =>
        index > 0 &&
        (item.kind === 'mark' || item.kind === 'word') &&
        nonStringOperators.has(item.text) &&
        !joins.includes(item.text) &&
        !this.profile.members.includes(item.text),
    );
    if (reckoned) {
      both(reckoned);
      return { kind: 'unknown', at };
    }
    const joined = separated((item, index) => index > 0 && item.kind === 'mark' && joins.includes(item.text));
    if (joined) return this.found.sum(both(joined), place.names, at);
    if (adjacent && first?.kind === 'string' && items.length > 1 && items.every(({ kind }) => kind === 'string')) {
      return this.found.sum(both(items.map((item) => [item])), place.names, at);
    }
    return this.primary(items, place);
  }

  /** `value | Command`, `value |> function()`: the value is the first argument of what follows. */
  private pipe(parts: readonly (readonly Item[])[], place: Place, at: Span): Node {
    const [first = [], ...rest] = parts;
    let value = this.expression(first, place);
    for (const part of rest) {
      const found = this.expression(part, { ...place, names: [] });
      if (found.kind === 'call') value = this.found.call({ ...found, arguments: [value, ...found.arguments], at });
      else if (found.kind === 'name') value = this.found.call({ callee: found, arguments: [value], named: [], isNew: false, at });
    }
    return value;
  }

  /** Expressions next to each other, of which one is the value: `(string) $a`, `[]string{…}`, `client.get(url) { … }`. */
  private primary(items: readonly Item[], place: Place): Node {
    if (this.profile.applied) return this.applications.application(items, place);
    let node: Node | undefined;
    let before: Node | undefined;
    for (let index = 0; index < items.length;) {
      const item = items[index];
      const named = item?.kind === 'string' && before?.kind === 'name' ? [...place.names, before.name] : place.names;
      const [next, end] = this.chain(items, index, { ...place, names: named });
      if (next && (!node || !item?.spaced || node.kind === 'list' || items[0]?.kind === 'group')) node = next;
      before = next;
      index = Math.max(index + 1, end);
    }
    return node ?? { kind: 'unknown', at: spanOf(items) };
  }

  /** Reads the longest expression without operators that begins at an item. Returns it with the index after it. */
  private chain(items: readonly Item[], from: number, place: Place): readonly [node: Node | undefined, end: number] {
    const { members } = this.profile;
    const { scope } = place;
    let index = from;
    let isNew = false;
    while (isWord(items[index], 'new', 'New') && items[index + 1]?.kind === 'word') {
      isNew = true;
      index += 1;
    }
    const first = items[index];
    if (!first) return [undefined, index];
    const isType = this.profile.options && first.kind === 'group' && first.open === '[' && isMark(items[index + 1], '::');
    // `[Net.WebClient]::new()`
    let node = isType ? this.chain(first.items, 0, { scope, names: [] })[0] : this.start(first, place);
    index += 1;
    if (!node) return [undefined, index];
    for (let links = 0; links < MAX_LINKS; links += 1) {
      const item = items[index];
      const next = items[index + 1];
      const at: Span = { start: node.at.start, end: next?.at.end ?? node.at.end };
      if (isMark(item, ...members) && isWord(next)) {
        node = this.found.name({ object: node, name: next.text, nameAt: next.at, scope, at });
        index += 2;
      } else if (
        isMark(item, '!', '!!', '?') &&
        !item.spaced &&
        (isMark(next, ...members) || (next?.kind === 'group' && next.open === '('))
      ) {
        index += 1;
      } else if (item?.kind === 'group') {
        const further: Node | undefined = this.bracketed(node, item, place, isNew);
        if (!further) return [node, index];
        node = further;
        index += 1;
      } else return [node, index];
    }
    return [node, index];
  }

  private bracketed(node: Node, group: Group, place: Place, isNew: boolean): Node | undefined {
    const { scope, names } = place;
    const at = { start: node.at.start, end: group.at.end };
    if (group.open === '(') {
      const isBare = node.kind === 'name' && this.profile.bareCalls?.test(node.name) === true; // `sh (…)`
      if (group.spaced && !this.profile.spacedCalls && !isBare) return undefined;
      if (node.kind !== 'name' && node.kind !== 'call') return undefined;
      const signature = node.kind === 'name' ? this.found.signatures.get(node.name) : undefined;
      const given = this.statements.given(statementsOf(group, this.profile), scope, names, signature);
      return this.found.call({ callee: node, ...given, isNew, at });
    }
    if (group.open === '[') {
      if (group.spaced || node.kind === 'constant') return undefined;
      return this.indexed(node, group, scope, at);
    }
    if (group.open === '{' && this.profile.braceMembers && !group.spaced) return this.indexed(node, group, scope, at);
    if (group.open !== '{' || this.profile.prefixed || (node.kind !== 'name' && node.kind !== 'call')) return undefined;
    const type = node.kind === 'name' ? node : node.callee;
    if (node.kind === 'call' && this.profile.trailingBlocks) this.found.blocks.set(node, group.at);
    const [bar, parameter, closed] = group.items;
    const hasParameter = node.kind === 'call' && isMark(bar, '|') && isWord(parameter) && isMark(closed, '|');
    if (hasParameter) this.statements.bindBlockParameter(parameter, node.at.end, scope);
    const found = this.statements.block(hasParameter ? { ...group, items: group.items.slice(3) } : group, scope, names);
    // `ENV.fetch("A") { "b" }`
    if (
      node.kind === 'call' &&
      node.callee.kind === 'name' &&
      this.profile.fallbackBlocks?.test(node.callee.name) &&
      found.values.length === 1
    )
      return this.found.choice([node, ...found.values], at);
    this.sayLazily(node, found, at);
    const isMade = isNew || (node.kind === 'name' && node.name === 'new');
    const brief = this.profile.shorthand && node.kind === 'name' ? withShorthand(node.name, found.pairs, found.values) : undefined;
    if (brief && node.kind === 'name') return this.found.table(brief, names, at, { type: node });
    if (found.pairs.length === 0 && found.values.length > 0 && (!group.spaced || isMade)) return this.found.list(found.values, at);
    return found.pairs.length > 0 && type.kind === 'name'
      ? this.found.table(found.pairs, names, at, { type, isOpen: found.values.length > 0 })
      : node;
  }

  /** `logger.info { "…" }`, `check(ok) { "…" }`: a text that a block evaluates to is the last argument. */
  private sayLazily(node: NameNode | CallNode, { pairs, values: [only, ...more] }: Held, at: Span): void {
    const { callee, arguments: before } = node.kind === 'call' ? node : { callee: node, arguments: [] };
    const { trailingBlocks, lazyMessages } = this.profile;
    const isLazy = trailingBlocks ?? (callee.kind === 'name' && callee.object && lazyMessages?.test(callee.name));
    if (!isLazy || pairs.length > 0 || more.length > 0 || (only?.kind !== 'text' && only?.kind !== 'sum')) return;
    this.found.call({ callee, arguments: [...before, only], named: [], isNew: false, at });
  }

  /** `a["b"]` is a member; `a[:4]` is a slice of a string. */
  private indexed(node: Node, group: Group, scope: Scope, at: Span): Node {
    const items = group.items.filter(({ kind }) => kind !== 'line');
    const [first] = items;
    const isKey = items.length === 1 && (first?.kind === 'string' || (isWord(first) && (first.text.startsWith(':') || group.open === '{')));
    if (isKey) {
      const key = this.statements.keyOf(items, scope);
      if (key) return this.found.name({ object: node, name: key.text.replace(/^:/, ''), nameAt: key.at, scope, at });
    }
    if (items.some((item) => isMark(item, ':', '..', '...'))) {
      const callee: NameNode = { kind: 'name', object: node, name: 'slice', nameAt: group.at, scope, at };
      return this.found.call({ callee, arguments: bounds(items, group.at), named: [], isNew: false, at });
    }
    this.expression(items, { scope, names: [] });
    return items.length === 0 ? node : { kind: 'unknown', at };
  }

  private start(item: Item, place: Place): Node | undefined {
    const { scope, names } = place;
    switch (item.kind) {
      case 'string': {
        const text = this.texts.string(item, place);
        return item.form?.command ? this.found.command(text, scope, item.at) : text;
      }
      case 'number':
        return { kind: 'constant', value: Number(item.text.replace(/[ul]{1,3}$/i, '')), at: item.at };
      case 'word':
        if (Object.hasOwn(constants, item.text)) return { kind: 'constant', value: constants[item.text] ?? null, at: item.at };
        return this.found.name({ name: item.text, nameAt: item.at, scope, at: item.at });
      case 'group': {
        if (this.profile.prefixed) return this.prefixed.group(item, place);
        const { pairs, values } = this.statements.block(item, scope, names);
        const [only] = values;
        if (pairs.length > 0) return this.found.table(pairs, names, item.at, { isOpen: values.length > 0 });
        if (item.open === '(') return values.length === 1 ? only : this.found.list(values, item.at);
        return item.open === '[' || (item.open === '{' && values.length > 0)
          ? this.found.list(values, item.at)
          : this.found.table([], names, item.at);
      }
      default:
        return undefined;
    }
  }
}

/** Longest chain of members and calls; longer ones were not written by hand. */
const MAX_LINKS = 200;

/** Deepest nesting of operators that is read. */
const MAX_OPERATORS = 100;
