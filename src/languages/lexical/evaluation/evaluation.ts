/** Evaluates nodes of the syntax tree: names resolve to the values that the file assigns to them. */
import type { Binding, Call, Entry, Name, Span, Table, Text, Value } from '../../../source/model.js';
import { within } from '../../../source/span.js';
import { alternatives, unwrapHole, get, presentValue, literal, unknown } from '../../../source/values.js';
import { decodedText, decodes, fallbackIn, writesObject, writtenAsJson, writtenText } from './codecs.js';
import { listIn, mapIn } from './maps.js';
import { madeCall } from './made-call.js';
import { fillsRecord, mayBeRecord, recordMade, recordOf } from './records.js';
import { filledBy, formatted, joinedCall, MAX_PARTS } from './formats.js';
import { type Arguments, FollowedCalls } from './followed-calls.js';
import { environmentRead } from './environment-reads.js';
import type { Found } from '../found.js';
import type { Outcomes } from '../outcomes.js';
import type { Profile } from '../profile.js';
import { entryOf, oneOf, optionsOf, withWrites } from './several.js';
import { bare, dotted, fileVariables, localName, methodName, pathOf } from '../tree.js';
import type { Assignment, CallNode, ChoiceNode, NameNode, Node, PairNode, Scope, SumNode, TableNode, TextNode } from '../tree.js';

/** Longest chain of names that is resolved. */
const MAX_LINKS = 60;
/** A variable with more values than this is unknown. */
const MAX_VALUES = 8;

/** Evaluates the nodes of a program, each once. */
export class Evaluation {
  private readonly known = new Map<Node, Value>();
  private readonly open = new Set<Node>();
  /** The names of the variables for which texts are fallbacks. */
  private readonly variableOfFallback = new Map<Node, readonly string[]>();
  /** Texts that are part of another text. */
  private readonly absorbed = new Set<Node>();
  /** Names that are not reads: part of a longer name, assigned to, or called. */
  private readonly noReads = new Set<Node>();

  constructor(
    private readonly parsed: Found,
    private readonly profile: Profile,
    private readonly outcomes: Outcomes,
    /** Of the function that is followed: the values of its parameters. */
    private readonly passed: Arguments = new Map(),
    private readonly followed: FollowedCalls = new FollowedCalls(parsed, profile, (values, depth) => {
      const evaluation = new Evaluation(parsed, profile, outcomes, new Map([...this.passed, ...values]), this.followed, depth);
      return (call) => evaluation.value(call);
    }),
    private readonly depth = 0,
  ) {}

  /** Finds the fallbacks of variables and the names that are not reads. Do this before evaluating anything. */
  prepare(): void {
    const { parsed } = this;
    for (const { options } of parsed.choices) this.fallbacks(options);
    for (const call of parsed.calls) this.environmentCall(call);
    for (const call of parsed.calls) this.fallbackCall(call);
    for (const { object } of parsed.names) if (object) this.noReads.add(object);
    for (const { target } of parsed.assignments) this.noReads.add(target);
  }

  /** Whether a text is part of another text, as far as that has been evaluated. */
  isAbsorbed(node: Node): boolean {
    return this.absorbed.has(node);
  }

  /** Whether a name is read, as far as what contains it has been evaluated. */
  isRead(node: Node): boolean {
    return !this.noReads.has(node);
  }

  /** The value of a node. */
  value(node: Node): Value {
    const known = this.known.get(node);
    if (known) return known;
    // A value that depends on itself, or on too long a chain of others, is unknown.
    if (this.open.has(node) || this.open.size > MAX_LINKS) return unknown(node.at);
    this.open.add(node);
    const value = this.read(node);
    this.open.delete(node);
    this.known.set(node, value);
    return value;
  }

  private read(node: Node): Value {
    switch (node.kind) {
      case 'text':
        return this.text(node);
      case 'constant':
        return { kind: 'opaque', what: 'constant', value: node.value, at: node.at };
      case 'name':
        return this.named(node);
      case 'call':
        return this.call(node);
      case 'table':
        return this.table(node);
      case 'list':
        return { kind: 'list', items: node.items.map((item) => this.value(item)), open: false, at: node.at };
      case 'sum':
        return this.sum(node);
      case 'choice':
        return this.choice(node);
      case 'unknown':
        return unknown(node.at);
    }
  }

  private text(node: TextNode): Value {
    const parts = node.parts.flatMap((part): Text['parts'] => (part.kind === 'piece' ? [part] : filledBy(this.value(part.node), part.at)));
    return unwrapHole({
      kind: 'text',
      parts: parts.slice(0, MAX_PARTS),
      names: node.names,
      fallbackFor: this.variableOfFallback.get(node),
      at: node.at,
    });
  }

  private sum({ operands, names, at }: SumNode): Value {
    const values = operands.map((operand) => ({ operand, value: this.value(operand) }));
    if (!values.some(({ value }) => value.kind === 'text')) return unknown(at);
    for (const { operand } of values) this.absorbed.add(operand);
    const parts = values.flatMap(({ operand, value }) => filledBy(value, operand.at));
    return { kind: 'text', parts: parts.slice(0, MAX_PARTS), names, fallbackFor: undefined, at };
  }

  private choice({ options, at }: ChoiceNode): Value {
    const values = options.map((option) => this.value(option));
    return oneOf(values, at);
  }

  /** `getenv("A") or "b"`: the text is a fallback for the variable. */
  private fallbacks([first, ...rest]: readonly Node[]): void {
    const value = first && this.value(first);
    const name = value && alternatives(value).find((option) => option.kind === 'name');
    // A variable of the environment, or a setting: `configuration["Cloudflare:ApiToken"]`.
    if (name?.kind !== 'name' || name.path.length < 2) return;
    for (const node of rest.map(writtenText))
      if (!this.known.has(node))
        this.variableOfFallback.set(
          node,
          name.path.flatMap((each) => each.split(':')),
        );
  }

  /** `env::var("A").unwrap_or_else(|_| "b".to_string())` */
  private fallbackCall(node: CallNode): Value | undefined {
    const found = fallbackIn(node);
    if (!found) return undefined;
    this.fallbacks([found.of, found.fallback]);
    const value = this.value(found.of);
    return alternatives(value).some(({ kind }) => kind === 'name') ? oneOf([value, this.value(found.fallback)], node.at) : undefined;
  }

  private table({ pairs, names, type, isOpen, at }: TableNode): Table {
    const written = type && this.callee(type);
    return {
      kind: 'table',
      entries: pairs.map((pair) => this.entry(pair)),
      open: isOpen === true,
      names,
      ...(written?.kind === 'name' && { type: written }),
      at,
    };
  }

  private entry(pair: PairNode): Entry {
    return entryOf(pair, (node) => this.value(node));
  }

  private call(node: CallNode): Value {
    const { callee: of, arguments: values, named, at } = node;
    const called = dotted(of);
    const read = this.environmentCall(node) ?? this.fallbackCall(node) ?? this.formattedCall(node, called);
    if (read) return read;
    if (fillsRecord(called) && this.parsed.fields.size > 0) return recordOf(this.parsed.fields, at, (each) => this.value(each));
    const value = (each: Node): Value => this.value(each);
    const joined = joinedCall(node, called, this.profile.joining, value);
    if (joined) {
      for (const each of values) this.absorbed.add(each);
      return joined;
    }
    const decoded = decodes(called) && values[0] ? decodedText(value(values[0])) : undefined;
    const written = decoded ?? writtenAsJson(node, called, value);
    if (written) return written;
    const map = mapIn(node, called) ?? recordMade(node, this.parsed.signatures);
    if (map) return this.table(map);
    const list = listIn(node, called);
    if (list) return { kind: 'list', items: list.items.map((item) => this.value(item)), open: false, at };
    const block = this.parsed.blocks.get(node);
    const rest: Value[] = named.length === 0 ? [] : [optionsOf(named, at, value)];
    if (block) rest.push({ kind: 'opaque', what: 'function', at: block });
    return madeCall(node, {
      callee: this.callee(of),
      arguments: () => values.map(value),
      rest,
      inside: () => this.followed.inside(node, value, this.depth),
      outcome: this.outcomes.of(node),
    });
  }

  /** `Sprintf("Bearer %s", token)` */
  private formattedCall({ callee, arguments: values, named, at }: CallNode, called: string | undefined): Text | undefined {
    if (called === undefined || this.profile.formats?.test(called) !== true) return undefined;
    const format = callee.kind === 'name' && callee.object?.kind === 'text' ? callee.object : values[0];
    const text = format && this.value(format);
    if (!format || text?.kind !== 'text') return undefined;
    this.absorbed.add(format);
    const rest = format === values[0] ? values.slice(1) : values;
    const filled = rest.map((each) => ({ value: this.value(each), at: each.at }));
    const byName = named.map((pair) => this.entry(pair));
    return { ...formatted(text, filled, byName), at };
  }

  /** `os.getenv("A", "b")` is a name, or a choice of it and its default; so is `fromEnvironment("A", defaultValue: "b")`. */
  private environmentCall({ callee, arguments: [first, second], named, at }: CallNode): Value | undefined {
    const called = dotted(callee);
    if (!first || called === undefined || this.profile.environment?.calls?.test(called) !== true) return undefined;
    const variable = literal(this.value(first));
    if (variable === undefined) return undefined;
    const name: Name = { kind: 'name', path: ['env', variable], at };
    const fallback = second ?? named.find(({ key }) => /^(?:default(?:Value)?|fallback)$/.test(key))?.value;
    if (!fallback) return name;
    if (!this.known.has(fallback)) this.variableOfFallback.set(fallback, name.path);
    return { kind: 'choice', options: [name, this.value(fallback)], at };
  }

  /** Returns the name of a callee, which is not resolved to a value. */
  private callee(node: Node): Name | Call['callee'] {
    this.noReads.add(node);
    if (node.kind !== 'name') return { kind: 'opaque', what: 'unknown', at: node.at };
    const value = node.object ? this.member(node, this.value(node.object), false) : localName(node);
    return value.kind === 'name' ? value : { kind: 'name', path: [bare(node.name)], at: node.at };
  }

  private named(node: NameNode): Value {
    const { object, name, at } = node;
    const read = environmentRead(node, this.profile.environment);
    if (read) return read;
    if (object) return this.member(node, this.value(object), true);
    // `@options` spreads `$options`.
    const variable = this.profile.options ? name.replace('@', '$') : name;
    for (let scope: typeof node.scope | undefined = node.scope; scope; scope = scope.outer) {
      const declaredAt = scope.parameters.get(variable);
      if (declaredAt) return this.parameter(node, variable, scope, declaredAt);
      const given = scope.variables.get(variable);
      if (given) return this.given(given, node) ?? localName(node);
    }
    // `@token` in Ruby, and fields that Java and others access without naming the object
    const field = this.parsed.members.get(bare(name));
    const isOfEnvironment = this.profile.environment?.names?.test(name) === true;
    return (field && this.given(field, node)) ?? (isOfEnvironment ? { kind: 'name', path: ['env', name], at } : localName(node));
  }

  /** A parameter is whatever callers pass, or its default. */
  private parameter(node: NameNode, variable: string, scope: Scope, declaredAt: Span): Value {
    const passed = this.passed.get(declaredAt.start);
    const assignments = scope.variables.get(variable) ?? [];
    if (passed) return this.reassigned(node, assignments.slice(0, MAX_VALUES + 2), declaredAt) ?? passed;
    const name = localName(node);
    const fallback = assignments.find(({ target }) => target.at.start === declaredAt.start);
    return fallback && fallback.target !== node ? oneOf([name, this.value(fallback.value)], node.at) : name;
  }

  /** What a function has assigned to its parameter before a place: `token = mask(token)`. Whether it does so in each case is unknown. */
  private reassigned(node: NameNode, assignments: readonly Assignment[], declaredAt: Span): Value | undefined {
    const before = assignments.filter(({ target, at }) => target.at.start > declaredAt.start && at.end <= node.at.start);
    return before.length > 0 ? (this.given(before, node) ?? localName(node)) : undefined;
  }

  /** The values that assignments give to a name. */
  private given(assignments: readonly Assignment[], node: NameNode): Value | undefined {
    if (assignments.length > MAX_VALUES) return undefined;
    const values = assignments.filter(({ target, at }) => target !== node && !within(node.at, at)).map(({ value }) => this.value(value));
    const told = values
      .filter(({ kind }) => kind !== 'opaque')
      .map((value) => (value.kind === 'table' ? withWrites(value, this.parsed.writtenInto(node), (each) => this.value(each)) : value));
    return told.length > 0 ? oneOf(told, node.at) : values[0];
  }

  private member(node: NameNode, of: Value, isRead: boolean): Value {
    const { object, name, at } = node;
    const member = bare(name);
    if (object?.kind === 'name' && !object.object && this.profile.self?.test(object.name) === true && isRead) {
      const fields = [...(this.parsed.members.get(name) ?? []), ...fileVariables(node)];
      const value = fields.length > 0 ? this.given(fields, node) : undefined;
      if (value) return value;
    }
    const filled = isRead && mayBeRecord(of) ? this.parsed.fields.get(name) : undefined;
    if (filled) return this.value(filled);
    const found = alternatives(of).flatMap((option): readonly Value[] => {
      if ((option.kind === 'table' || option.kind === 'list') && isRead && writesObject(member)) return [option];
      if (option.kind === 'table') {
        const value = presentValue(get(option, name));
        return value && isRead ? [value] : [];
      }
      // A method, called without brackets, that returns its object unchanged.
      if (option.kind === 'name' && isRead && writesObject(member)) return [{ ...option, at }];
      if (option.kind === 'name') return [{ ...option, path: [...option.path, member], at }];
      return option.kind === 'call' ? [{ kind: 'name', path: [member], of: option, at }] : [];
    });
    if (found.length > 0) return oneOf(found, at);
    return isRead ? unknown(at) : methodName(node);
  }

  /** The binding that an assignment makes. */
  binding({ target, value, at, isDeclared }: Assignment): Binding {
    const path = pathOf(target).map(bare);
    const resolved = target.object ? this.named(target) : this.named({ ...target, scope: target.scope });
    // `environment { CF_API_KEY = credentials('…') }`: without `def`, this is a variable that Jenkins sets in the environment of its steps.
    const isSet = !target.object && !isDeclared && this.profile.environment?.names?.test(target.name) === true;
    const variable: Value = isSet ? { kind: 'name', path: ['env', target.name], at: target.at } : resolved;
    const isVariable = variable.kind === 'name' && variable.path[0] === 'env';
    const owner = target.object && this.callee(target);
    return {
      names: isVariable ? variable.path : path,
      value: this.value(value),
      target: isVariable ? variable : owner?.kind === 'name' ? owner : undefined,
      nameAt: target.nameAt,
      at,
    };
  }
}
