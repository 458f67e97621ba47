/** Takes a program apart as far as its tokens tell: assignments, pairs, calls, tables and strings. What it does not understand it reads over. */
import type { Piece, Span } from '../../source.js';
import { type Group, grouped, isMark, isWord, type Item, spanOf, splitAt, statementsOf } from './groups.js';
import type { Profile } from './profile.js';
import { partsOf } from './strings.js';
import { type Token, tokensOf } from './tokens.js';
import {
  type Assignment,
  type CallNode,
  type ChoiceNode,
  type ListNode,
  type NameNode,
  newScope,
  type Node,
  type PairNode,
  type Scope,
  type SumNode,
  type TableNode,
  type TextNode,
} from './tree.js';

/** Where an expression stands. */
interface Place {
  readonly scope: Scope;
  /** The names that what it gives is bound to. */
  readonly names: readonly string[];
}

/** Words before an expression that do not change what it is. */
const prefixes = new Set(
  'await return throw raise yield try not typeof move mut if elif elsif elseif unless while until case when in assert defer go else then do async let var val const final static public private protected internal readonly export local my our use print_r pub override lazy late out ref params vararg'.split(
    ' ',
  ),
);
/** Marks that compare or reckon: what they give is no string. */
const reckoning = new Set('== != === !== <= >= < > && and in is =~ !~ <=> | ^ - * / & << >> -> <- |= ++ --'.split(' '));
const constants: Readonly<Record<string, boolean | null>> = {
  true: true,
  True: true,
  TRUE: true,
  $true: true,
  false: false,
  False: false,
  FALSE: false,
  $false: false,
  nil: null,
  null: null,
  None: null,
  NULL: null,
  $null: null,
};
/** Strings in strings are read no deeper than this. */
const MOST_DEPTH = 4;

export class Parser {
  readonly texts: TextNode[] = [];
  readonly calls: CallNode[] = [];
  readonly tables: TableNode[] = [];
  readonly lists: ListNode[] = [];
  readonly choices: ChoiceNode[] = [];
  readonly sums: SumNode[] = [];
  readonly names: NameNode[] = [];
  readonly assignments: Assignment[] = [];
  /** Assignments to members, by the member. */
  readonly members = new Map<string, Assignment[]>();
  comments: readonly Span[] = [];

  private depth = 0;

  constructor(
    private readonly text: string,
    private readonly profile: Profile,
  ) {}

  program(): void {
    const { tokens, comments } = tokensOf(this.text, this.profile);
    this.comments = comments;
    this.block(grouped(tokens, { start: 0, end: this.text.length }), newScope());
  }

  /** Statements, and the pairs and values among them. */
  private block(group: Group, scope: Scope, names: readonly string[] = []): { readonly pairs: readonly PairNode[]; readonly values: readonly Node[] } {
    const before = this.isInitializer;
    const isInitializer = this.profile.initializers === true && !group.items.some((item) => isMark(item, ';'));
    this.isInitializer = isInitializer;
    const pairs: PairNode[] = [];
    const values: Node[] = [];
    const scopes: { readonly column: number; readonly scope: Scope }[] = [];
    for (const { items, column } of statementsOf(group, this.profile)) {
      if (column !== undefined) while ((scopes.at(-1)?.column ?? -1) >= column) scopes.pop();
      const inner = scopes.at(-1)?.scope ?? scope;
      const function_ = this.functionIn(items, inner);
      if (function_ && column !== undefined) scopes.push({ column, scope: function_ });
      const found = this.statement(items, group.open, { scope: inner, names }, function_);
      pairs.push(...found.pairs);
      values.push(...found.values);
      this.isInitializer = isInitializer;
    }
    this.isInitializer = before;
    return { pairs, values };
  }

  /** The scope of a function that a statement declares, its parameters noted. */
  private functionIn(items: readonly Item[], outer: Scope): Scope | undefined {
    const { functions, typeFirst } = this.profile;
    const keyword = items.findIndex((item, index) => index < 8 && isWord(item, ...functions));
    let parameters: Group | undefined;
    if (keyword !== -1) {
      const groups = items.slice(keyword, keyword + 6).filter((item): item is Group => item.kind === 'group' && item.open === '(');
      // Go's methods have their receiver first.
      parameters = items[keyword + 1]?.kind === 'group' ? (groups[1] ?? groups[0]) : groups[0];
    } else if (functions.length === 0 || typeFirst) {
      const index = items.findIndex((item, at) => item.kind === 'group' && item.open === '(' && isWord(items[at - 1]) && at > 0);
      const found = items[index];
      const last = items.at(-1);
      const isDeclaration = last?.kind === 'group' && last.open === '{' && items.slice(index + 1, -1).every((item) => item.kind !== 'group');
      if (found?.kind === 'group' && isDeclaration && isParameters(found)) parameters = found;
    }
    if (keyword === -1 && !parameters) return undefined;
    const scope = newScope(outer);
    for (const part of splitAt(parameters?.items.filter(({ kind }) => kind !== 'line') ?? [], (item) => isMark(item, ','))) {
      const end = part.findIndex((item) => isMark(item, '=', ':'));
      const words = (end === -1 ? part : part.slice(0, end)).filter((item): item is Token => isWord(item));
      const name = typeFirst || isMark(part[end], ':') ? words.at(-1) : words.find(({ text }) => !/^(?:mut|self|this)$/.test(text));
      if (name) scope.parameters.set(name.text, name.at);
    }
    return scope;
  }

  private statement(
    items: readonly Item[],
    open: Group['open'],
    place: Place,
    inner: Scope | undefined,
  ): { readonly pairs: readonly PairNode[]; readonly values: readonly Node[] } {
    if (inner) {
      for (const item of items) if (item.kind === 'group') this.block(item, inner);
      return { pairs: [], values: [] };
    }
    if (open === '' || open === '{') {
      const called = this.bareCall(items, place, true);
      if (called) return { pairs: [], values: [] };
    }
    const pairs: PairNode[] = [];
    const values: Node[] = [];
    let targets: NameNode[] = [];
    let before: string | undefined;
    for (const part of splitAt(items, (item) => isMark(item, ','))) {
      const found = this.part(part, open, place, before, targets);
      before = part.length === 1 && part[0]?.kind === 'string' ? nameLike(part[0].text) : undefined;
      if (found.pair) pairs.push(found.pair);
      if (found.value) values.push(found.value);
      targets = found.value?.kind === 'name' && !found.pair ? [...targets.slice(-4), found.value] : [];
    }
    return { pairs, values };
  }

  /** What stands between two commas: `key: value`, `name = value`, or an expression. */
  private part(
    items: readonly Item[],
    open: Group['open'],
    { scope, names }: Place,
    before: string | undefined,
    targets: readonly NameNode[],
  ): { readonly pair?: PairNode; readonly value?: Node } {
    const binder = this.binder(items, open);
    if (binder === undefined) {
      if (items.length === 0) return {};
      return { value: this.expression(items, { scope, names: before === undefined ? names : [...names, before] }) };
    }
    const { left, right, isPair } = binder;
    if (isPair) {
      const key = this.keyOf(left, scope);
      if (key) {
        const value = this.expression(right, { scope, names: [...names, key.text] });
        return { pair: { key: key.text, keyAt: key.at, value, at: { start: key.at.start, end: Math.max(key.at.end, spanOf(items).end) } } };
      }
    }
    const target = this.target(left, scope);
    if (!target) {
      this.expression(left, { scope, names: [] });
      return { value: this.expression(right, { scope, names }) };
    }
    const value = this.expression(right, { scope, names: [...names, ...pathOf(target)] });
    for (const each of [target, ...(open === '' || open === '{' ? targets : [])]) this.assign(each, value, { start: each.at.start, end: spanOf(items).end });
    return {};
  }

  private assign(target: NameNode, value: Node, at: Span): void {
    const assignment: Assignment = { target, value, at };
    this.assignments.push(assignment);
    const { variables } = target.object ? { variables: this.members } : target.scope;
    const known = variables.get(target.name);
    if (known) known.push(assignment);
    else variables.set(target.name, [assignment]);
  }

  /** Where a part binds a value to a name. */
  private binder(
    items: readonly Item[],
    open: Group['open'],
  ): { readonly left: readonly Item[]; readonly right: readonly Item[]; readonly isPair: boolean } | undefined {
    const { assigns } = this.profile;
    const inPairs = this.pairsIn(open);
    let colon: number | undefined;
    for (const [index, item] of items.entries()) {
      if (item.kind !== 'mark' || index === 0) continue;
      if (isMark(item, '?') && item.spaced) break;
      if (inPairs.includes(item.text) && item.text !== ':') return { left: items.slice(0, index), right: items.slice(index + 1), isPair: true };
      if (assigns.includes(item.text)) return { left: items.slice(0, colon ?? index), right: items.slice(index + 1), isPair: false };
      if (item.text === ':') colon ??= index;
    }
    if (colon === undefined || !inPairs.includes(':')) return undefined;
    return { left: items.slice(0, colon), right: items.slice(colon + 1), isPair: true };
  }

  private isInitializer = false;

  private pairsIn(open: Group['open']): readonly string[] {
    return open === '{' && this.isInitializer ? ['='] : (this.profile.pairs[open] ?? []);
  }

  /** The key of a pair: a string, `[…]` around one, or the last word. */
  private keyOf(left: readonly Item[], scope: Scope): { readonly text: string; readonly at: Span } | undefined {
    const last = left.at(-1);
    if (last?.kind === 'string') {
      const node = this.string(last, { scope, names: [] });
      return { text: node.parts.map((part) => (part.kind === 'piece' ? part.text : '{}')).join(''), at: last.inside ?? last.at };
    }
    if (isWord(last)) return { text: last.text, at: last.at };
    if (last?.kind !== 'group' || last.open === '{') return undefined;
    return this.keyOf(last.items.filter(({ kind }) => kind !== 'line'), scope);
  }

  /** What a value is assigned to: the last name before the binder. */
  private target(left: readonly Item[], scope: Scope): NameNode | undefined {
    let start = left.length - 1;
    while (start > 0) {
      const [item, before] = [left[start], left[start - 1]];
      if (item?.kind === 'group' && item.open === '[' && !item.spaced) start -= 1;
      else if (isWord(item) && isMark(before, ...this.profile.members)) start -= 2;
      else if (item?.kind === 'group' && item.open === '(' && isWord(before)) start -= 1;
      else break;
    }
    const [node] = this.chain(left, Math.max(0, start), { scope, names: [] });
    return node?.kind === 'name' ? node : undefined;
  }

  /** `puts a, b`, `Write-Host "…" -NoNewline`: a call without brackets. */
  private bareCall(items: readonly Item[], place: Place, isStatement: boolean): CallNode | undefined {
    const { bareCalls, members, options } = this.profile;
    let end = 1;
    while (bareCalls && isMark(items[end], ...members) && isWord(items[end + 1])) end += 2;
    const [first, last, next] = [items[0], items[end - 1], items[end]];
    if (!bareCalls || !isWord(first) || !isWord(last) || !bareCalls.test(last.text) || !next) return undefined;
    const isArgument = next.spaced && (next.kind === 'string' || next.kind === 'word' || next.kind === 'number' || (next.kind === 'group' && (next.open === '[' || options === true)) || isMark(next, '-', '@', '&', ':', '$'));
    if (!isArgument || (!options && isMark(next, '-', '&') && items[end + 1]?.spaced === true)) return undefined;
    if (isWord(next, 'if', 'unless', 'do', 'and', 'or', 'in', 'is', 'rescue') || this.binder(items.slice(0, end + 2), '')) return undefined;
    const [callee] = this.chain(items.slice(0, end), 0, place);
    if (!callee) return undefined;
    const rest = items.slice(end);
    const given = options ? this.options(rest, place.scope) : this.given([{ items: rest, column: undefined }], place.scope, []);
    return this.call({ callee, ...given, isNew: false, isStatement, at: spanOf(items) });
  }

  /** `-Name value -Switch value`. */
  private options(items: readonly Item[], scope: Scope): Pick<CallNode, 'arguments' | 'named'> {
    const values: Node[] = [];
    const named: PairNode[] = [];
    let key: { readonly text: string; readonly at: Span } | undefined;
    const finish = (value?: Node): void => {
      if (key) named.push({ key: key.text, keyAt: key.at, value: value ?? { kind: 'constant', value: true, at: key.at }, at: { start: key.at.start, end: value?.at.end ?? key.at.end } });
      else if (value) values.push(value);
      key = undefined;
    };
    for (let index = 0; index < items.length;) {
      const item = items[index];
      const after = items[index + 1];
      if (isMark(item, '-') && isWord(after) && !after.spaced) {
        finish();
        key = { text: after.text, at: after.at };
        index += 2;
        if (isMark(items[index], ':')) index += 1;
        continue;
      }
      const [node, end] = this.chain(items, index, { scope, names: key ? [key.text] : [] });
      if (node) finish(node);
      index = Math.max(index + 1, end);
    }
    finish();
    return { arguments: values, named };
  }

  /** The arguments of a call. */
  private given(
    statements: readonly { readonly items: readonly Item[]; readonly column: number | undefined }[],
    scope: Scope,
    names: readonly string[],
  ): Pick<CallNode, 'arguments' | 'named'> {
    const values: Node[] = [];
    const named: PairNode[] = [];
    for (const { items } of statements) {
      const parts = splitAt(items, (item) => isMark(item, ','));
      let before: string | undefined;
      for (const part of parts) {
        const found = this.part(part, '(', { scope, names: parts.length === 1 || isWord(part[0], 'default') ? names : [] }, before, []);
        before = part.length === 1 && part[0]?.kind === 'string' ? nameLike(part[0].text) : undefined;
        if (found.pair) named.push(found.pair);
        if (found.value) values.push(found.value);
      }
    }
    return { arguments: values, named };
  }

  private call(call: Omit<CallNode, 'kind'>): CallNode {
    const node: CallNode = { kind: 'call', ...call };
    this.calls.push(node);
    return node;
  }

  private operators = 0;

  private expression(items: readonly Item[], place: Place): Node {
    if (items.length === 0 || this.operators > MOST_OPERATORS) return { kind: 'unknown', at: spanOf(items) };
    this.operators += 1;
    const node = this.operated(withoutPrefixes(items, this.profile), place);
    this.operators -= 1;
    return node;
  }

  private operated(items: readonly Item[], place: Place): Node {
    const at = spanOf(items);
    const { instead, joins, adjacent } = this.profile;
    const [first] = items;
    const both = (parts: readonly (readonly Item[])[]): readonly Node[] => parts.filter((part) => part.length > 0).map((part) => this.expression(part, place));
    const called = this.bareCall(items, place, false);
    if (called) return called;
    // `a if c else b`, `c ? a : b`
    const question = items.findIndex((item, index) => index > 0 && (isMark(item, '?') ? item.spaced : isWord(item, 'if', 'unless')));
    const other = question === -1 ? -1 : items.findIndex((item, index) => index > question && (isMark(item, ':') || isWord(item, 'else')));
    if (question !== -1) {
      const isWordy = isWord(items[question]);
      const condition = isWordy ? items.slice(question + 1, other === -1 ? undefined : other) : items.slice(0, question);
      const then = isWordy ? items.slice(0, question) : items.slice(question + 1, other === -1 ? undefined : other);
      this.expression(condition, { ...place, names: [] });
      return this.choice(both(other === -1 ? [then] : [then, items.slice(other + 1)]), at);
    }
    const separated = (test: (item: Item, index: number) => boolean): readonly (readonly Item[])[] | undefined =>
      items.some(test) ? splitAt(items, test) : undefined;
    const alternatives = separated((item, index) => index > 0 && (item.kind === 'mark' || item.kind === 'word') && instead.includes(item.text));
    if (alternatives) return this.choice(both(alternatives), at);
    const piped = separated((item, index) => index > 0 && isMark(item, '|', '|>'));
    if (piped && (this.profile.options || items.some((item) => isMark(item, '|>')))) return this.pipe(piped, place, at);
    const reckoned = separated((item, index) => index > 0 && (item.kind === 'mark' || item.kind === 'word') && reckoning.has(item.text) && !this.profile.members.includes(item.text));
    if (reckoned) {
      both(reckoned);
      return { kind: 'unknown', at };
    }
    const joined = separated((item, index) => index > 0 && item.kind === 'mark' && joins.includes(item.text));
    if (joined) return this.sum(both(joined), place, at);
    if (adjacent && first?.kind === 'string' && items.length > 1 && items.every(({ kind }) => kind === 'string')) {
      return this.sum(both(items.map((item) => [item])), place, at);
    }
    return this.primary(items, place);
  }

  private sum(operands: readonly Node[], { names }: Place, at: Span): Node {
    const node: SumNode = { kind: 'sum', operands, names, at };
    this.sums.push(node);
    return node;
  }

  private choice(options: readonly Node[], at: Span): Node {
    const [only] = options;
    if (options.length < 2) return only ?? { kind: 'unknown', at };
    const node: ChoiceNode = { kind: 'choice', options, at };
    this.choices.push(node);
    return node;
  }

  /** `value | Command`, `value |> function()`: the value is the first argument of what follows. */
  private pipe(parts: readonly (readonly Item[])[], place: Place, at: Span): Node {
    const [first = [], ...rest] = parts;
    let value = this.expression(first, place);
    for (const part of rest) {
      const found = this.expression(part, { ...place, names: [] });
      if (found.kind === 'call') value = this.call({ ...found, arguments: [value, ...found.arguments], at });
      else if (found.kind === 'name') value = this.call({ callee: found, arguments: [value], named: [], isNew: false, isStatement: false, at });
    }
    return value;
  }

  /** Expressions beside one another, of which one counts: `(string) $a`, `[]string{…}`, `client.get(url) { … }`. */
  private primary(items: readonly Item[], place: Place): Node {
    let node: Node | undefined;
    for (let index = 0; index < items.length;) {
      const item = items[index];
      const [next, end] = this.chain(items, index, place);
      if (next && (!node || !item?.spaced || node.kind === 'list' || items[0]?.kind === 'group')) node = next;
      index = Math.max(index + 1, end);
    }
    return node ?? { kind: 'unknown', at: spanOf(items) };
  }

  /** The longest expression without operators that begins at an item, and the index behind it. */
  private chain(items: readonly Item[], from: number, place: Place): readonly [node: Node | undefined, end: number] {
    const { members } = this.profile;
    const { scope } = place;
    let index = from;
    let isNew = false;
    while (isWord(items[index], 'new') && items[index + 1]?.kind === 'word') {
      isNew = true;
      index += 1;
    }
    const first = items[index];
    if (!first) return [undefined, index];
    let node = this.start(first, place);
    index += 1;
    if (!node) return [undefined, index];
    for (let links = 0; links < MOST_LINKS; links += 1) {
      const item = items[index];
      const next = items[index + 1];
      const at: Span = { start: node.at.start, end: next?.at.end ?? node.at.end };
      if (isMark(item, ...members) && isWord(next)) {
        node = this.name({ kind: 'name', object: node, name: next.text, nameAt: next.at, scope, at });
        index += 2;
      } else if (isMark(item, '!', '!!', '?') && !item.spaced && (isMark(next, ...members) || (next?.kind === 'group' && next.open === '('))) {
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
      if (group.spaced && !this.profile.spacedCalls) return undefined;
      if (node.kind !== 'name' && node.kind !== 'call') return undefined;
      const given = this.given(statementsOf(group, this.profile), scope, names);
      return this.call({ callee: node, ...given, isNew, isStatement: false, at });
    }
    if (group.open === '[') {
      if (group.spaced || node.kind === 'constant') return undefined;
      return this.indexed(node, group, scope, at);
    }
    if (group.open !== '{' || (node.kind !== 'name' && node.kind !== 'call')) return undefined;
    const type = node.kind === 'name' ? node : node.callee;
    const found = this.block(group, scope, names);
    if (found.pairs.length === 0 && found.values.length > 0 && !group.spaced) return this.list(found.values, at);
    return found.pairs.length > 0 && type.kind === 'name' ? this.table(found.pairs, names, at, type) : node;
  }

  /** `a["b"]` is a member; `a[:4]` is a part of a string. */
  private indexed(node: Node, group: Group, scope: Scope, at: Span): Node {
    const items = group.items.filter(({ kind }) => kind !== 'line');
    const [first, second] = items;
    const isKey = items.length === 1 && (first?.kind === 'string' || (isWord(first) && first.text.startsWith(':')));
    if (isKey && first) {
      const key = this.keyOf(items, scope);
      if (key) return this.name({ kind: 'name', object: node, name: key.text.replace(/^:/, ''), nameAt: key.at, scope, at });
    }
    if (items.some((item) => isMark(item, ':', '..', '...'))) {
      const numbers = [isMark(first, ':', '..') ? undefined : first, items.at(-1) === first ? second : items.at(-1)];
      const bounds = numbers.map((item): Node => ({ kind: 'constant', value: item?.kind === 'number' ? Number(item.text) : 0, at: group.at }));
      const callee: NameNode = { kind: 'name', object: node, name: 'slice', nameAt: group.at, scope, at };
      return this.call({ callee, arguments: isMark(items.at(-1), ':', '..') ? bounds.slice(0, 1) : bounds, named: [], isNew: false, isStatement: false, at });
    }
    this.expression(items, { scope, names: [] });
    return items.length === 0 ? node : { kind: 'unknown', at };
  }

  private start(item: Item, place: Place): Node | undefined {
    const { scope, names } = place;
    switch (item.kind) {
      case 'string':
        return this.string(item, place);
      case 'number':
        return { kind: 'constant', value: Number(item.text), at: item.at };
      case 'word':
        if (Object.hasOwn(constants, item.text)) return { kind: 'constant', value: constants[item.text] ?? null, at: item.at };
        return this.name({ kind: 'name', name: item.text, nameAt: item.at, scope, at: item.at });
      case 'group': {
        const { pairs, values } = this.block(item, scope, names);
        const [only] = values;
        if (pairs.length > 0) return this.table(pairs, names, item.at);
        if (item.open === '(') return values.length === 1 ? only : this.list(values, item.at);
        return item.open === '[' || (item.open === '{' && values.length > 0) ? this.list(values, item.at) : this.table([], names, item.at);
      }
      default:
        return undefined;
    }
  }

  private name(node: NameNode): NameNode {
    this.names.push(node);
    return node;
  }

  private list(items: readonly Node[], at: Span): Node {
    const node: ListNode = { kind: 'list', items, at };
    this.lists.push(node);
    return node;
  }

  private table(pairs: readonly PairNode[], names: readonly string[], at: Span, type?: NameNode): TableNode {
    const node: TableNode = { kind: 'table', pairs, names, isOpen: false, at, ...(type && { type }) };
    this.tables.push(node);
    return node;
  }

  private string(token: Token, { scope, names }: Place): TextNode {
    const { form, inside = token.at } = token;
    const parts: readonly (Piece | { readonly kind: 'fill'; readonly node: Node; readonly at: Span })[] = form
      ? partsOf(this.text, inside, form).map((part) => (part.kind === 'piece' ? part : { kind: 'fill', node: this.filling(part, scope), at: part.at }))
      : [];
    const node: TextNode = { kind: 'text', parts, names, at: inside };
    this.texts.push(node);
    return node;
  }

  private filling({ by, at }: { readonly by: { readonly expression: Span } | { readonly name: string; readonly nameAt: Span } | undefined; readonly at: Span }, scope: Scope): Node {
    if (!by || this.depth >= MOST_DEPTH) return { kind: 'unknown', at };
    this.depth += 1;
    const span = 'name' in by ? by.nameAt : by.expression;
    const { tokens } = tokensOf(this.text, this.profile, span.start, span.end);
    const items = grouped(tokens, span).items.filter((item, index, all) => !isMark(item, ':') || index === 0 || all.length < index);
    const node = this.expression(items, { scope, names: [] });
    this.depth -= 1;
    return node;
  }
}

/** A chain of more members and calls than this was not written by hand. */
const MOST_LINKS = 200;
/** Operators that are nested deeper than this neither. */
const MOST_OPERATORS = 100;

const prefixMarks = new Set(['!', '-', '&', '*', '@', '^', '%', '#', '...', '**', '<-', '++']);

function withoutPrefixes(items: readonly Item[], { members }: Profile): readonly Item[] {
  let start = 0;
  for (; start < items.length - 1; start += 1) {
    const item = items[start];
    const isPrefix = item?.kind === 'word' ? prefixes.has(item.text) && !isMark(items[start + 1], ...members) : item?.kind === 'mark' && prefixMarks.has(item.text);
    if (!isPrefix) break;
  }
  return start === 0 ? items : items.slice(start);
}

/** The name of something: what stands behind it in a list is its value. */
function nameLike(text: string): string | undefined {
  return /^[A-Za-z][\w.-]{1,59}$/.test(text) ? text : undefined;
}

/** `(String key, int count)`: each part is a type and a name. */
function isParameters({ items }: Group): boolean {
  return splitAt(items.filter(({ kind }) => kind !== 'line'), (item) => isMark(item, ',')).every((part) => part.length === 0 || part.filter(({ kind }) => kind === 'word').length >= 2);
}

/** The names of a target, outermost first, without what it is a member of. */
export function pathOf({ object, name }: NameNode): readonly string[] {
  return object?.kind === 'name' ? [...pathOf(object), name] : [name];
}
