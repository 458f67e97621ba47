/** How Python programs write and remove entries of dictionaries, and arguments. */
import type { Change, NewValue } from '../../../source/edits.js';
import type { Span } from '../../../source/model.js';
import type { Reading } from '../../javascript/reading.js';
import { lineBefore, nodeAt } from '../../javascript/edits/nodes.js';
import { type Node, parentOf, spanOf } from '../../javascript/syntax/syntax.js';
import { variableRead } from './environment.js';
import { otherQuote, stringAt, usualQuote, type Quote } from './strings.js';

const entryTypes: ReadonlySet<string> = new Set(['Property', 'AssignmentExpression', 'CallExpression']);
const objectTypes: ReadonlySet<string> = new Set(['ObjectExpression']);
const keyTypes: ReadonlySet<string> = new Set(['Literal']);

/** Replaces the key and value of an entry. */
export function replaceEntry(reading: Reading, at: Span, key: string, before: string, variable: string): Change | undefined {
  const node = nodeAt(reading, at, entryTypes);
  if (!node) return undefined;
  const { text } = reading.sourceCode;
  const [name, old] = sidesOf(node);
  if (!name || !old) return undefined;
  const quote = name.type === 'Literal' ? (stringAt(text, name)?.quote ?? usualQuote(text)) : usualQuote(text);
  const read = variableRead(reading, variable, before === '' ? quote : otherQuote(quote));
  if (!read) return undefined;
  const value = before === '' ? read.code : `f${quote}${before}{${read.code}}${quote}`;
  const isArgument = node.type === 'Property' && isNamed(parentOf(node));
  if (isArgument && !/^[a-z_]\w*$/i.test(key)) return undefined;
  const written = isArgument ? key : `${quote}${key}${quote}`;
  const edits = [
    { at: spanOf(name), text: written },
    { at: spanOf(old), text: value },
  ];
  return { edits: [...read.edits, ...edits], code: `${written}${isArgument ? '=' : ': '}${value}` };
}

/** The key or name, and the value. */
function sidesOf(node: Node): readonly [Node | undefined, Node | undefined] {
  switch (node.type) {
    case 'Property':
      return [node.key, node.value];
    case 'AssignmentExpression':
      return node.left.type === 'MemberExpression' && node.left.computed ? [node.left.property, node.right] : [undefined, undefined];
    case 'CallExpression':
      return [node.arguments[0], node.arguments[1]];
    default:
      return [undefined, undefined];
  }
}

function isNamed(node: Node | undefined): boolean {
  return node !== undefined && 'isNamed' in node;
}

/** Removes an entry or argument with its comma, or a statement with its line. */
export function remove(reading: Reading, at: Span): Change | undefined {
  const node = nodeAt(reading, at, entryTypes);
  const parent = node && parentOf(node);
  if (!node || !parent) return undefined;
  const { text } = reading.sourceCode;
  const [start, end] = node.range;
  const cut = (from: number, to: number): Change => ({ edits: [{ at: { start: from, end: to }, text: '' }], code: '' });
  if (node.type === 'Property') {
    const next = parent.type === 'ObjectExpression' ? parent.properties[parent.properties.indexOf(node) + 1] : undefined;
    if (next) return cut(start, next.range[0]);
    const before = text.slice(0, start).trimEnd();
    return cut(before.endsWith(',') ? before.length - 1 : start, end);
  }
  const block = parentOf(parent);
  if (parent.type !== 'ExpressionStatement' || !block || !('body' in block) || !Array.isArray(block.body)) return undefined;
  // A block cannot be empty.
  if (block.type !== 'Program' && block.body.length < 2) return undefined;
  const line = text.lastIndexOf('\n', start - 1) + 1;
  const isAlone = text.slice(line, start).trim() === '' && /^[^\S\n]*(?:#[^\n]*)?(?:\n|$)/.test(text.slice(end));
  return isAlone ? cut(line, text.indexOf('\n', end) + 1 || text.length) : undefined;
}

/** Adds an entry after the last one of a dictionary, or an argument after the last, on a line of its own if the others are. */
export function addEntry(reading: Reading, table: Span, key: string, wanted: NewValue): Change | undefined {
  const object = nodeAt(reading, table, objectTypes);
  if (object?.type !== 'ObjectExpression') return undefined;
  const { text } = reading.sourceCode;
  const quote = usualQuote(text);
  const value = written(text, wanted, quote);
  if (value === undefined) return undefined;
  const code = isNamed(object) ? `${key}=${value}` : `${quote}${key}${quote}: ${value}`;
  const last = object.properties.at(-1);
  if (!last) return isNamed(object) ? undefined : { edits: [{ at: spanOf(object), text: `{${code}}` }], code };
  const between = lineBefore(text, last.range[0]) ?? ' ';
  const comma = /^\s*,/.exec(text.slice(last.range[1]))?.[0];
  const end = last.range[1] + (comma?.length ?? 0);
  return { edits: [{ at: { start: end, end }, text: comma ? `${between}${code},` : `,${between}${code}` }], code };
}

function written(text: string, wanted: NewValue, quote: Quote): string | undefined {
  switch (wanted.kind) {
    case 'text':
      return `${quote}${wanted.text}${quote}`;
    case 'ahead':
      return momentAhead(text, wanted.days);
    case 'list': {
      const items = wanted.items.map((item) => written(text, item, quote));
      return items.includes(undefined) ? undefined : `[${items.join(', ')}]`;
    }
    case 'table': {
      const entries = wanted.entries.map(([key, value]) => [key, written(text, value, quote)] as const);
      const all = entries.map(([key, value]) => `${quote}${key}${quote}: ${value ?? ''}`).join(', ');
      return entries.some(([, value]) => value === undefined) ? undefined : `{${all}}`;
    }
  }
}

/** An expression for the time that is so many days after the program runs, if the program imports `datetime`. */
function momentAhead(text: string, days: number): string | undefined {
  const [, imported = ''] = /^from datetime import ([^\n]+)/m.exec(text) ?? [];
  const zone = /\btimezone\b/.test(imported) ? 'timezone.utc' : /\bUTC\b/.test(imported) ? 'UTC' : undefined;
  if (zone !== undefined && /\bdatetime\b/.test(imported) && /\btimedelta\b/.test(imported))
    return `(datetime.now(${zone}) + timedelta(days=${String(days)})).isoformat()`;
  if (!/^import (?:[\w., ]+, *)?datetime\b(?! as)/m.test(text)) return undefined;
  return `(datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=${String(days)})).isoformat()`;
}

/** Replaces the key of an entry by one that ends with the value of a variable in scope. */
export function replaceKey(reading: Reading, at: Span, before: string, named: RegExp): Change | undefined {
  const key = nodeAt(reading, at, keyTypes);
  const string = key && stringAt(reading.sourceCode.text, key);
  if (!key || !string) return undefined;
  for (let scope = reading.scope.around(key); scope; scope = scope.upper) {
    const found = scope.variables.find(({ name, identifiers: [first] }) => named.test(name) && first && first.range[0] < key.range[0]);
    if (!found) continue;
    const code = `f${string.quote}${before}{${found.name}}${string.quote}`;
    return { edits: [{ at: spanOf(key), text: code }], code };
  }
  return undefined;
}
