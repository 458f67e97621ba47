/** Statements: assignments to names, and the pairs and values between commas. */
import type { Span } from '../../source/model.js';
import { type Declared, defaultsIn, functionIn } from './declarations/functions.js';
import { type Enclosing, Expressions } from './expressions.js';
import { Injections } from './injections.js';
import { nameLike } from './calls/applications.js';
import type { Found } from './found.js';
import { annotationsOf, endsAt, type Route, routeAt } from './routes.js';
import { type Group, isMark, isWord, type Item, spanOf, splitAt, type Statement, statementsOf } from './tokens/groups.js';
import { branchesIn } from './operators.js';
import { declaresRecord, ownerIn, withoutPairs } from './declarations/owners.js';
import type { Profile } from './profile.js';
import type { Signature } from './declarations/signatures.js';
import { isWhole, withBodies, withoutBlock } from './tokens/statement-parts.js';
import type { Token } from './tokens/tokens.js';
import { bare, type CallNode, type NameNode, type Node, type PairNode, holderOf, pathOf, type Place, type Scope } from './tree.js';

/** The contents of brackets. */
interface Held {
  readonly pairs: readonly PairNode[];
  readonly values: readonly Node[];
  /** The expression, if a statement is nothing else. */
  readonly alone?: Node | undefined;
}

export class Statements implements Enclosing {
  private isInitializer = false;
  private marks: readonly string[] = [];
  private readonly expressions: Expressions;
  private readonly injections: Injections;

  constructor(
    text: string,
    private readonly profile: Profile,
    private readonly found: Found,
  ) {
    this.expressions = new Expressions(text, profile, found, this);
    this.injections = new Injections(profile, found, this.expressions.texts);
  }

  /** Reads the statements of a block, with the pairs and values among them. */
  block(group: Group, scope: Scope, names: readonly string[] = [], isBody = false): Held {
    const before = this.isInitializer;
    const isInitializer = this.profile.initializers === true && !group.items.some((item) => isMark(item, ';'));
    this.isInitializer = isInitializer;
    const pairs: PairNode[] = [];
    const values: Node[] = [];
    const scopes: { readonly column: number; readonly scope: Scope; readonly names: readonly string[] }[] = [];
    const statements = statementsOf(group, this.profile).flatMap((each) => (this.profile.applied ? withBodies(each) : [each]));
    let annotations: readonly Item[] = [];
    let route: Route | undefined;
    for (const [index, { items: written, column, isClosed }] of statements.entries()) {
      const { items: all, parameter } = withoutBlock(written, this.profile);
      const annotated = [...annotations, ...all];
      annotations = this.injections.bind(annotated, scopes.at(-1)?.scope ?? scope);
      const items = declaresRecord(all, this.profile) ? all.map(withoutPairs) : all;
      if (column !== undefined) while ((scopes.at(-1)?.column ?? -1) >= column) scopes.pop();
      const inner = scopes.at(-1)?.scope ?? scope;
      const outer = scopes.at(-1)?.names ?? names;
      const owner = ownerIn(items);
      if (owner !== undefined) this.found.owners.add(owner);
      const function_ = functionIn(items, inner, this.profile);
      const own = owner === undefined ? outer : [...outer, owner];
      if ((function_ || owner !== undefined) && column !== undefined) scopes.push({ column, scope: function_?.scope ?? inner, names: own });
      const before = this.found.assignments.length;
      const around = this.marks;
      if (function_) this.marks = annotationsOf(annotated);
      const found = this.statement(items, group.open, { scope: inner, names: own }, function_);
      this.marks = around;
      if (parameter) this.bindBlockParameter(parameter, spanOf(items).end, inner);
      const isGiven = this.isGiven(group, isBody, isClosed === true, statements[index + 1]);
      if (found.alone && !isGiven && isWhole(found.alone.at, items, this.profile)) this.found.dropped.add(found.alone);
      if (isGiven && found.alone) this.found.given.add(found.alone);
      if (found.alone && isWord(items[0], 'return')) this.found.returned.add(found.alone);
      route = routeAt(items, column, this.profile) ?? (route && column !== undefined && column <= route.column ? undefined : route);
      const marks = isBody && isWord(items[0], 'return') ? this.marks : endsAt(route, statements[index + 1]) && isGiven ? route?.marks : [];
      if (found.alone && marks) this.found.exit(found.alone, marks);
      if (isGiven)
        for (const { value, at } of this.found.assignments.slice(before)) if (at.end === spanOf(items).end) this.found.given.add(value);
      pairs.push(...found.pairs);
      values.push(...found.values);
      this.isInitializer = isInitializer;
    }
    this.isInitializer = before;
    return { pairs, values };
  }

  private statement(items: readonly Item[], open: Group['open'], place: Place, declared: Declared | undefined): Held {
    if (declared) {
      this.declaration(items, place.names, declared);
      return { pairs: [], values: [] };
    }
    if (open === '' || open === '{') {
      const called = this.expressions.bareCalls.read(items, place);
      if (called) return { pairs: [], values: [], alone: called };
    }
    const pairs: PairNode[] = [];
    const values: Node[] = [];
    let targets: NameNode[] = [];
    let before: string | undefined;
    for (const part of splitAt(items, (item) => isMark(item, ','))) {
      const found = this.part(part, open, place, before, targets);
      before = this.nameFor(part);
      if (found.pair) pairs.push(found.pair);
      if (found.value) values.push(found.value);
      targets = found.value?.kind === 'name' && !found.pair ? [...targets.slice(-4), found.value] : [];
    }
    const [only] = values;
    return { pairs, values, alone: values.length === 1 && pairs.length === 0 && (open === '' || open === '{') ? only : undefined };
  }

  private declaration(items: readonly Item[], names: readonly string[], { name, scope, parameters, body }: Declared): void {
    if (name !== undefined) this.found.declare(name, scope);
    for (const item of body ? items.slice(0, items.length - body.length) : items) {
      if (item === parameters) this.parameters(parameters, scope, names);
      else if (item.kind === 'group') this.block(item, scope, names, item.open === '{');
    }
    const { alone } = body ? this.statement(body, '{', { scope, names }, undefined) : {};
    if (alone) this.found.given.add(alone);
    if (alone) this.found.exit(alone, this.marks);
  }

  private parameters(parameters: Group, scope: Scope, names: readonly string[]): void {
    const { defaults, rest } = defaultsIn(parameters, this.profile);
    for (const part of rest) {
      this.injections.bind(part, scope);
      this.statement(part, '(', { scope, names }, undefined);
    }
    for (const { name, value } of defaults) {
      const target = this.found.name({ name: name.text, nameAt: name.at, scope, at: name.at });
      const node = this.expressions.expression(value, { scope, names: [...names, name.text] });
      this.found.assign(target, node, { start: name.at.start, end: spanOf(value).end });
    }
  }

  /** Binds the parameter of a block to the result of the call before the block: `post(url) do |request|`. */
  bindBlockParameter(parameter: Token, end: number, scope: Scope): void {
    const call = this.found.calls.findLast(({ at }) => at.end === end);
    if (call?.callee.kind !== 'name' || this.profile.passesResult?.test(call.callee.name) !== true) return;
    const target = this.found.name({ name: parameter.text, nameAt: parameter.at, scope, at: parameter.at });
    this.found.assign(target, call, parameter.at);
  }

  /** Whether a block evaluates to this statement. */
  private isGiven(group: Group, isBody: boolean, isClosed: boolean, next: Statement | undefined): boolean {
    const { lastIsGiven, blockEnds } = this.profile;
    if (lastIsGiven === undefined || (lastIsGiven === 'blocks' && isBody)) return false;
    if (next) return blockEnds !== undefined && isWord(next.items[0], ...blockEnds);
    return group.open === '{' && !isClosed;
  }

  /** Reads what is between two commas: `key: value`, `name = value`, or an expression. */
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
      return { value: this.expressions.expression(items, { scope, names: before === undefined ? names : [...names, before] }) };
    }
    const { left, right, isPair } = binder;
    if (isPair) {
      const key = this.keyOf(left, scope);
      // In PowerShell, variables and their members are assigned.
      if (key && !(this.profile.options && isWord(left[0]) && left[0].text.startsWith('$'))) {
        const value = this.assigned(right, { scope, names: key.text === 'default' ? names : [...names, key.text] });
        return { pair: { key: key.text, keyAt: key.at, value, at: { start: key.at.start, end: Math.max(key.at.end, spanOf(items).end) } } };
      }
    }
    const target = this.expressions.target(left, scope);
    if (!target) {
      this.expressions.expression(left, { scope, names: [] });
      const value = this.expressions.expression(right, { scope, names });
      if (left.length === 1 && isWord(left[0], '$null')) this.found.dropped.add(value);
      return { value };
    }
    const value = this.assigned(right, { scope, names: [...names, ...pathOf(target)] });
    // In `token, err := f()`, the first of several names gets the value.
    const all = [...(open === '' || open === '{' ? targets : []), target];
    for (const [index, each] of all.entries()) {
      const at = { start: each.at.start, end: spanOf(items).end };
      const isDeclared = left.length > 1;
      const owner = isDeclared || !this.profile.declaresVariables ? each.scope : holderOf(each);
      this.found.assign(each, index === 0 ? value : { kind: 'unknown', at }, at, isDeclared, owner);
    }
    return {};
  }

  /** Reads what is assigned: an expression, or an `if` that has a value in each case. */
  private assigned(items: readonly Item[], place: Place, depth = 0): Node {
    const [only] = items;
    if (depth > 0 && items.length === 1 && only?.kind === 'group' && only.open === '{') {
      const { pairs, values } = this.block(only, place.scope, place.names);
      const last = values.at(-1);
      return pairs.length > 0 && !last ? this.found.table(pairs, place.names, only.at) : (last ?? { kind: 'unknown', at: only.at });
    }
    const branches = depth > MAX_BRANCHES ? undefined : branchesIn(items);
    if (!branches) return this.expressions.expression(items, place);
    this.expressions.expression(branches.condition, { ...place, names: [] });
    const options = [branches.then, branches.other].map((each) => this.assigned(each, place, depth + 1));
    // In a choice, a text is the fallback for a variable before it.
    const inOrder = options.toSorted((one, other) => Number(one.kind === 'text') - Number(other.kind === 'text'));
    return this.found.choice(inOrder, spanOf(items));
  }

  /** Returns the name that an item gives to the item after it in a list. */
  private nameFor([only, ...more]: readonly Item[]): string | undefined {
    if (more.length > 0) return undefined;
    return only?.kind === 'string' || (isWord(only) && this.profile.atoms?.test(only.text) === true)
      ? nameLike(only.text.replace(/^:/, ''))
      : undefined;
  }

  /** Finds where a part binds a value to a name or key. */
  private binder(
    items: readonly Item[],
    open: Group['open'],
  ): { readonly left: readonly Item[]; readonly right: readonly Item[]; readonly isPair: boolean } | undefined {
    const { assigns, typeWord, typeBehind = [], pairWord, applied } = this.profile;
    // In `async { let token = … }`, `=` does not make a pair.
    const inPairs = applied && isWord(items[0], 'let', 'use', 'val') ? [] : this.pairsIn(open);
    let colon = typeBehind.length > 0 && isWord(items[0], ...typeBehind) ? 2 : undefined;
    for (const [index, item] of items.entries()) {
      if (typeWord !== undefined && isWord(item, typeWord)) colon ??= index;
      if (pairWord !== undefined && open === '(' && index > 0 && isWord(item, pairWord))
        return { left: items.slice(0, index), right: items.slice(index + 1), isPair: true };
      if (item.kind !== 'mark' || index === 0) continue;
      if (isMark(item, '?') && item.spaced) break;
      // In `val token: String = "…"`, a type follows the key.
      if (inPairs.includes(item.text) && item.text !== ':')
        return { left: items.slice(0, inPairs.includes(':') ? index : (colon ?? index)), right: items.slice(index + 1), isPair: true };
      if (assigns.includes(item.text)) return { left: items.slice(0, colon ?? index), right: items.slice(index + 1), isPair: false };
      if (item.text === ':') colon ??= index;
    }
    if (colon === undefined || !inPairs.includes(':')) return undefined;
    return { left: items.slice(0, colon), right: items.slice(colon + 1), isPair: true };
  }

  /** Whether items begin with a name that is assigned. */
  bindsAt(items: readonly Item[]): boolean {
    return this.binder(items, '') !== undefined;
  }

  private pairsIn(open: Group['open']): readonly string[] {
    return open === '{' && this.isInitializer ? ['='] : (this.profile.pairs[open] ?? []);
  }

  /** Returns the key of a pair: a string, `[…]` around one, or the last word. */
  keyOf(left: readonly Item[], scope: Scope): { readonly text: string; readonly at: Span } | undefined {
    const last = left.at(-1);
    if (last?.kind === 'string') {
      const node = this.expressions.texts.string(last, { scope, names: [] });
      return { text: node.parts.map((part) => (part.kind === 'piece' ? part.text : '{}')).join(''), at: last.inside ?? last.at };
    }
    if (isWord(last)) return { text: last.text, at: last.at };
    if (last?.kind !== 'group' || last.open === '{') return undefined;
    return this.keyOf(
      last.items.filter(({ kind }) => kind !== 'line'),
      scope,
    );
  }

  /** Reads the arguments of a call. */
  given(
    statements: readonly Statement[],
    scope: Scope,
    names: readonly string[],
    signature?: Signature,
  ): Pick<CallNode, 'arguments' | 'named'> {
    const values: Node[] = [];
    const named: PairNode[] = [];
    let annotations: readonly Item[] = [];
    for (const { items } of statements) {
      annotations = this.injections.bind([...annotations, ...items], scope);
      const parts = splitAt(items, (item) => isMark(item, ','));
      let before: string | undefined;
      let option: string | undefined;
      let section: readonly string[] = [];
      for (const part of parts) {
        // `Field(default="…")`, `add_argument("--token", default="…")`
        const isDefault = isWord(part[0], 'default');
        const called = names.length === 0 && option !== undefined ? [option] : names;
        const outer = isDefault ? called : parts.length === 1 ? names : section;
        const own = signature ? [...outer, signature.of] : outer;
        const found = this.part(part, '(', { scope, names: own }, signature?.parameters[values.length] ?? before, []);
        before = this.nameFor(part);
        // `config :shop, :cloudflare, api_token: "…"`, `config :shop, Shop.Cloudflare, api_token: "…"`
        if (this.profile.atoms && !found.pair) section = found.value?.kind === 'name' ? pathOf(found.value).slice(-1).map(bare) : [];
        option ??= before;
        if (found.pair) named.push(found.pair);
        if (found.value) values.push(found.value);
      }
    }
    return { arguments: values, named };
  }
}

/** Most branches of one `if`. */
const MAX_BRANCHES = 20;
