/** Evaluates object literals and arrays. The values of entries are read on demand. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Entry, List, Name, Span, Table, Value } from '../../../source/model.js';
import { alternatives, literal, shape, unknown } from '../../../source/values.js';
import { bindingNames } from '../syntax/binding-names.js';
import type { Frame, Reading } from '../reading.js';
import { typeOf } from '../syntax/types.js';
import { bare, type Node, spanOf, staticKey } from '../syntax/syntax.js';

/** Most entries that a table gets from spreads, which are copied. */
const MAX_COPIED = 2_000;

/** Most spread values of unknown content that a table lists. */
const MAX_WHOLE = 16;

/** The entries of a table, or those that a spread or write adds to one. */
export interface Content {
  readonly entries: readonly Entry[];
  readonly open: boolean;
  readonly whole?: readonly Value[] | undefined;
}

export const nothing: Content = { entries: [], open: false };
export const anything: Content = { entries: [], open: true };

/** A table for the expression at `node`, which determines its names and its type. */
export function tableAt(reading: Reading, node: Node, content: () => Content): Table {
  return lazyTable(reading, content, { names: () => bindingNames(reading, node), type: () => typeOf(reading, node), at: spanOf(node) });
}

/** The properties of a table besides its content. */
interface About {
  readonly names: () => readonly string[];
  readonly type: () => Name | undefined;
  readonly at: Span;
}

/** A table whose content is computed on first access. If that depends on the table itself (`headers = new Headers(headers)`), it may be anything. */
export function lazyTable(reading: Reading, content: () => Content, { names, type, at }: About): Table {
  // The content may be another lazy table, or this one. Read its members here, where `lazily` detects the cycle.
  const read = reading.lazily((): Content => {
    const { entries, open, whole } = content();
    return { entries, open, whole };
  }, anything);
  return {
    kind: 'table',
    get entries() {
      return read().entries;
    },
    get open() {
      return read().open;
    },
    get whole() {
      return read().whole;
    },
    get names() {
      return names();
    },
    get type() {
      return type();
    },
    at,
  };
}

/** A table without some of its keys. */
export function tableWithout(reading: Reading, table: Table, keys: ReadonlySet<string>, at: Span): Table {
  const content = (): Content => ({
    entries: table.entries.filter(({ key }) => !keys.has(key)),
    open: table.open,
    whole: table.whole?.map((each) => (each.kind === 'name' ? { ...each, without: new Set([...(each.without ?? []), ...keys]) } : each)),
  });
  return lazyTable(reading, content, { names: () => [], type: () => undefined, at });
}

export function readObject(reading: Reading, node: TSESTree.ObjectExpression, frame: Frame | undefined): Table {
  return tableAt(reading, node, () => joined(node.properties.map((property) => contentOf(reading, property, frame))));
}

function contentOf(reading: Reading, property: TSESTree.ObjectLiteralElement, frame: Frame | undefined): Content {
  if (property.type === 'SpreadElement') return spread(reading, property.argument, frame);
  const known = staticKey(property.key, property.computed);
  const written = known === undefined ? reading.read(property.key, frame) : undefined;
  const { kind, value } = property;
  if (kind === 'set') return nothing;
  const read = (): Value => (kind === 'get' ? getterValue(reading, value, frame) : reading.read(value, frame));
  if (known !== undefined) return { entries: [entry(reading, known, spanOf(property.key), read, spanOf(property))], open: false };
  return written ? keyed(reading, written, read, spanOf(property.key), spanOf(property)) : anything;
}

/**
 * The content for a computed key: an entry for each possible key. In a loop over pairs, each key gets its value; in one over keys, it is unknown which
 * gets which.
 */
export function keyed(reading: Reading, key: Value, value: () => Value, keyAt: Span, at: Span): Content {
  if (key.kind === 'choice' && key.each) return paired(reading, key.options, value()) ?? anything;
  if (key.kind === 'choice' && key.any) return anything;
  const options = alternatives(key);
  const maybe = options.length > 1;
  return {
    entries: options.flatMap((option) => (option.kind === 'text' ? [entry(reading, shape(option), keyAt, value, at, maybe)] : [])),
    // A hole in a key may turn it into any other key.
    open: options.some((option) => literal(option) === undefined),
  };
}

function paired(reading: Reading, keys: readonly Value[], value: Value): Content | undefined {
  const values = value.kind === 'choice' && value.each ? value.options : [];
  const names = keys.map(literal);
  if (values.length !== keys.length || names.includes(undefined) || new Set(names).size < names.length) return undefined;
  const entries = names.flatMap((name, index) => {
    const [key, of] = [keys[index], values[index]];
    return name !== undefined && key && of
      ? [entry(reading, name, key.at, () => of, { start: key.at.start, end: Math.max(key.at.end, of.at.end) })]
      : [];
  });
  return { entries, open: false };
}

/** The value of a getter that consists of a `return` statement. */
export function getterValue(reading: Reading, getter: Node, frame: Frame | undefined): Value {
  const statement = getter.type === 'FunctionExpression' && getter.body.body.length === 1 ? getter.body.body[0] : undefined;
  if (statement?.type !== 'ReturnStatement' || !statement.argument) return unknown(spanOf(getter));
  return reading.read(statement.argument, frame);
}

/** An entry whose value is read once, and only on demand. */
export function entry(reading: Reading, key: string, keyAt: Span, value: () => Value, at: Span, maybe = false): Entry {
  const read = reading.lazily(value, unknown(at));
  return {
    key,
    keyAt,
    get value() {
      return read();
    },
    at,
    maybe,
  };
}

/** The content that a spread adds: `...base`, `...(condition && { … })`, `...(condition ? a : b)`, or an argument of `Object.assign`. */
export function spread(reading: Reading, argument: Node, frame: Frame | undefined): Content {
  const node = bare(argument);
  if (node.type === 'LogicalExpression' && node.operator === '&&') return onSomePaths(reading, spread(reading, node.right, frame));
  const content = contentOfValue(reading, reading.read(node, frame));
  return reading.copy(content.entries.length) ? content : anything;
}

/** The content that a value adds to a table that it is spread into. */
export function contentOfValue(reading: Reading, value: Value): Content {
  switch (value.kind) {
    case 'table':
      return value;
    case 'choice':
      return onSomePaths(reading, joined(alternatives(value).map((option) => contentOfValue(reading, option))));
    case 'opaque':
      // Spreading undefined, null or false adds nothing.
      return value.what === 'undefined' || value.what === 'constant' ? nothing : anything;
    case 'name':
    case 'call':
      return { entries: [], open: true, whole: [value] };
    default:
      return anything;
  }
}

/** Marks all entries as `maybe`. */
export function onSomePaths(reading: Reading, { entries, open, whole }: Content): Content {
  return {
    whole,
    entries: entries.map((each) => (each.maybe ? each : entry(reading, each.key, each.keyAt, () => each.value, each.at, true))),
    open,
  };
}

/** Concatenates contents, within limits. */
export function joined(contents: readonly Content[]): Content {
  const entries: Entry[] = [];
  const whole: Value[] = [];
  let open = false;
  for (const content of contents) {
    if (content.whole && whole.length < MAX_WHOLE) whole.push(...content.whole);
    open ||= content.open || entries.length + content.entries.length > Math.max(MAX_COPIED, contents.length);
    if (entries.length + content.entries.length <= Math.max(MAX_COPIED, contents.length))
      for (const each of content.entries) entries.push(each);
  }
  return { entries, open, ...(whole.length > 0 && { whole: whole.slice(0, MAX_WHOLE) }) };
}

export function readArray(reading: Reading, node: TSESTree.ArrayExpression, frame: Frame | undefined): List {
  const spreads = node.elements.some((element) => element?.type === 'SpreadElement');
  const items = reading.lazily<readonly Value[]>(() => node.elements.flatMap((element) => itemsOf(reading, element, frame)), []);
  const whole = reading.lazily<readonly Value[]>(() => node.elements.flatMap((element) => spreadIn(reading, element, frame)), []);
  // A list may be spread into itself.
  const open = reading.lazily(() => node.elements.some((element) => isOpenSpread(reading, element, frame)), true);
  return {
    kind: 'list',
    get items() {
      return items();
    },
    get open() {
      return spreads && open();
    },
    get whole() {
      return spreads ? whole() : undefined;
    },
    at: spanOf(node),
  };
}

function itemsOf(reading: Reading, element: TSESTree.ArrayExpression['elements'][number], frame: Frame | undefined): readonly Value[] {
  if (!element) return [];
  if (element.type !== 'SpreadElement') return [reading.read(element, frame)];
  const value = reading.read(element.argument, frame);
  return value.kind === 'list' ? value.items : [];
}

function isOpenSpread(reading: Reading, element: TSESTree.ArrayExpression['elements'][number], frame: Frame | undefined): boolean {
  if (element?.type !== 'SpreadElement') return false;
  const value = reading.read(element.argument, frame);
  return value.kind !== 'list' || value.open;
}

/** The values of unknown content that are spread into a list. */
export function spreadIn(reading: Reading, element: Node | null, frame: Frame | undefined): readonly Value[] {
  if (element?.type !== 'SpreadElement') return [];
  const value = reading.read(element.argument, frame);
  return value.kind === 'list' ? (value.whole ?? []) : [value];
}

/** The content for a list of pairs, `[['X-Auth-Key', key]]`, as `new Headers`, `new Map` and `Object.fromEntries` take it. */
export function contentOfPairs(reading: Reading, list: List): Content {
  return joined([
    { entries: [], open: list.open },
    ...list.items.map((pair): Content => {
      const [name, value] = pair.kind === 'list' ? pair.items : [];
      const key = name && literal(name);
      if (key === undefined || !name || !value) return anything;
      return { entries: [entry(reading, key, name.at, () => value, pair.at)], open: false };
    }),
  ]);
}
