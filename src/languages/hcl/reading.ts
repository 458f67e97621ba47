/** Evaluates HCL expressions. */
import { Exhausted, MAX_STEPS } from '../../source/exhausted.js';
import type { Call, Hole, Name, Piece, Span, Table, Text, Value } from '../../source/model.js';
import { alternatives, literal, unknown, impliedText } from '../../source/values.js';
import { naming } from './named-values.js';
import type { Attribute, Block, Expression, Label, TemplateText } from './tree.js';

/** Longest chain of variables and locals that is resolved. */
const MAX_DEPTH = 8;
/** Texts with more parts than this were not written by hand. */
const MAX_PARTS = 1_000;

/** Functions whose result is equivalent to their argument for our purposes. */
const passing = new Set(
  'sensitive nonsensitive tostring toset tolist tomap trimspace chomp jsonencode yamlencode flatten compact distinct'.split(' '),
);

/** Evaluates the expressions of a file, and records the texts, tables, calls and reads in them. */
export class Reading {
  readonly tables: Table[] = [];
  readonly calls: Call[] = [];
  readonly reads: Name[] = [];
  private readonly written = new Map<number, Text>();
  private readonly known = new Map<Expression, Value>();
  private readonly declared = new Map<string, Attribute>();
  private depth = 0;
  #steps = MAX_STEPS;

  constructor(body: Block['body']) {
    for (const item of body) {
      if (item.type !== 'block') continue;
      for (const inner of item.body) {
        if (inner.type !== 'attribute') continue;
        if (item.name === 'locals') this.declared.set(`local.${inner.name}`, inner);
        else if (item.name === 'variable' && inner.name === 'default') this.declared.set(`var.${item.labels[0]?.text ?? ''}`, inner);
      }
    }
  }

  /** Every text in the file, as it was first read. */
  texts(): readonly Text[] {
    return [...this.written.values()].sort((one, other) => one.at.start - other.at.start);
  }

  text({ text, start, end }: Label, names: readonly string[]): Text {
    const at = { start, end };
    return { kind: 'text', parts: [{ kind: 'piece', text, at, exact: true }], names, fallbackFor: undefined, at };
  }

  /** The value of an expression. `names` are the names that it is bound to. */
  value(expression: Expression, names: readonly string[]): Value {
    const known = this.known.get(expression);
    if (known) return known;
    const at = { start: expression.start, end: expression.end };
    if (this.depth > MAX_DEPTH) return unknown(at);
    this.#steps -= 1;
    if (this.#steps < 0) throw new Exhausted();
    const value = this.read(expression, names, at);
    this.known.set(expression, value);
    return value;
  }

  private read(expression: Expression, names: readonly string[], at: Span): Value {
    switch (expression.type) {
      case 'template':
        return this.template(expression.parts, names, at);
      case 'list':
        return { kind: 'list', items: expression.items.map((item) => this.value(item, names)), open: expression.open === true, at };
      case 'object':
        return this.object(expression.entries, names, at);
      case 'call':
        return this.call(expression, names, at);
      case 'path':
        return this.path(expression.names, at);
      case 'choice':
        return { kind: 'choice', options: expression.options.map((option) => this.value(option, names)), at };
      case 'constant':
        return { kind: 'opaque', what: 'constant', value: expression.value, at };
      case 'unknown':
        return unknown(at);
    }
  }

  private template(parts: readonly (TemplateText | Expression)[], names: readonly string[], at: Span): Value {
    const [only] = parts;
    // `"${var.token}"` is equivalent to the variable.
    if (only && parts.length === 1 && only.type !== 'characters') return this.value(only, names);
    const found = parts.flatMap((part): readonly (Piece | Hole)[] => {
      const span = { start: part.start, end: part.end };
      if (part.type === 'characters')
        return [{ kind: 'piece', text: part.text, at: span, exact: part.text.length === span.end - span.start }];
      const value = this.value(part, []);
      return value.kind === 'text' ? value.parts : [{ kind: 'hole', value, at: span }];
    });
    const text: Text = { kind: 'text', parts: found.slice(0, MAX_PARTS), names, fallbackFor: undefined, at };
    if (parts.some(({ type }) => type === 'characters')) this.written.set(at.start, text);
    return text;
  }

  private object(entries: Extract<Expression, { readonly type: 'object' }>['entries'], names: readonly string[], at: Span): Table {
    const called = naming(entries);
    const found = entries.flatMap(({ key, keyAt, value, start, end }) => {
      if (key === undefined) return [];
      const inside = { start: keyAt.start, end: keyAt.end };
      return [{ key, keyAt: inside, value: this.value(value, [...names, called(key)]), at: { start, end }, maybe: false }];
    });
    const table: Table = { kind: 'table', entries: found, open: found.length < entries.length, names, at };
    this.tables.push(table);
    return table;
  }

  private call(
    { name, arguments: given, open }: Extract<Expression, { readonly type: 'call' }>,
    names: readonly string[],
    at: Span,
  ): Value {
    const values = given.map((argument) => this.value(argument, names));
    const [first] = values;
    const calleeAt = { start: name.start, end: name.end };
    const callee: Name = { kind: 'name', module: 'terraform', path: [name.text], at: calleeAt };
    const call: Call = { kind: 'call', callee, arguments: values, open, new: false, inside: [], at, calleeAt };
    this.calls.push(call);
    if (first && passing.has(name.text)) return first;
    switch (name.text) {
      case 'coalesce':
      case 'try':
        return values.length > 1 ? { kind: 'choice', options: values, at } : (first ?? call);
      case 'merge':
        return merged(values, at);
      case 'concat':
        return { kind: 'list', items: values.flatMap(itemsOf), open: open || !values.every(({ kind }) => kind === 'list'), at };
      case 'base64decode':
        return first ? (decoded(first, names) ?? call) : call;
      default:
        return call;
    }
  }

  /** A local, the default of a variable, or a name that only Terraform can resolve. */
  private path(names: readonly string[], at: Span): Value {
    const [kind = '', name = '', ...rest] = names;
    const declared = this.declared.get(`${kind}.${name}`);
    const read: Name = { kind: 'name', path: names, at };
    if (!declared || rest.length > 0) {
      this.reads.push(read);
      return read;
    }
    this.depth += 1;
    const value = this.value(declared.value, [name]);
    this.depth -= 1;
    if (kind === 'local') return value;
    this.reads.push(read);
    const isEmpty = value.kind === 'opaque' || literal(value) === '';
    return isEmpty ? read : { kind: 'choice', options: [read, ...alternatives(value)], at };
  }
}

function merged(values: readonly Value[], at: Span): Table {
  const entries = values.flatMap((value) => (value.kind === 'table' ? value.entries : []));
  const open = values.some((value) => value.kind !== 'table' || value.open);
  return { kind: 'table', entries, open, names: [], at };
}

function itemsOf(value: Value): readonly Value[] {
  return value.kind === 'list' ? value.items : [];
}

function decoded(value: Value, names: readonly string[]): Text | undefined {
  const encoded = literal(value);
  if (encoded === undefined || !/^[\w+/]+={0,2}$/.test(encoded)) return undefined;
  return impliedText(Buffer.from(encoded, 'base64').toString('utf8'), value.at, names);
}
