/** How languages with C-like strings write and remove entries, assignments by key, and calls that take a name and a value. */
import type { Change, Edit } from '../../source/edits.js';
import type { Span } from '../../source/model.js';
import { nodeAt } from '../javascript/edits/nodes.js';
import type { Reading } from '../javascript/reading.js';
import { type Node, parentOf, spanOf } from '../javascript/syntax/syntax.js';

export interface EntrySyntax {
  /** The quotes of literal strings, the usual one first. */
  readonly quotes: string;
  /** The operator that concatenates strings. */
  readonly joined: string;
  /** What separates a key from its value. */
  readonly between: string;
  /** Whether headers may be written as lines: `['X-Auth-Key: …']`. */
  readonly lines: boolean;
  /** Returns an expression that reads an environment variable, with the edits that it requires. */
  readonly read: (variable: string, quote: string) => { readonly code: string; readonly edits: readonly Edit[] } | undefined;
}

const entryTypes: ReadonlySet<string> = new Set(['Property', 'AssignmentExpression', 'CallExpression']);
const lineTypes: ReadonlySet<string> = new Set(['Literal', 'TemplateLiteral', 'BinaryExpression']);

/** Replaces the key of an entry, and its value by `before` followed by an environment variable. */
export function replaceEntry(
  reading: Reading,
  at: Span,
  syntax: EntrySyntax,
  key: string,
  before: string,
  variable: string,
): Change | undefined {
  const node = nodeAt(reading, at, entryTypes);
  const [name, old] = node ? sidesOf(node) : [];
  const { text } = reading.sourceCode;
  const quote = quoteOf(text, name ?? lineAt(reading, at), syntax);
  const read = quote === undefined ? undefined : syntax.read(variable, quote);
  if (quote === undefined || !read) return undefined;
  const written = (said: string): string => (said === '' ? '' : `${quote}${said}${quote} ${syntax.joined} `);
  if (!node) {
    const code = `${written(`${key}: ${before}`)}${read.code}`;
    return { edits: [...read.edits, { at, text: code }], code };
  }
  // An entry with a list of values is left alone.
  if (!name || !old || old.type === 'ArrayExpression') return undefined;
  const [named, value] = [`${quote}${key}${quote}`, `${written(before)}${read.code}`];
  const edits = [
    { at: spanOf(name), text: named },
    { at: spanOf(old), text: value },
  ];
  return { edits: [...read.edits, ...edits], code: `${named}${node.type === 'Property' ? syntax.between : ', '}${value}` };
}

/** Returns the header written as a line in a list. */
function lineAt(reading: Reading, at: Span): Node | undefined {
  const node = nodeAt(reading, at, lineTypes);
  return node && parentOf(node)?.type === 'ArrayExpression' ? node : undefined;
}

/** The quote for the new strings; undefined if the node is not a string with one of the known quotes. */
function quoteOf(text: string, node: Node | undefined, { quotes, lines }: EntrySyntax): string | undefined {
  if (!node || (!lines && node.type !== 'Literal')) return undefined;
  const quote = text.charAt(node.range[0]);
  return quotes.includes(quote) ? quotes.charAt(0) : undefined;
}

/** The key or name, and the value. */
function sidesOf(node: Node): readonly (Node | undefined)[] {
  if (node.type === 'Property') return [node.key, node.value];
  if (node.type === 'CallExpression') return node.arguments.length === 2 ? node.arguments : [];
  if (node.type !== 'AssignmentExpression' || node.left.type !== 'MemberExpression') return [];
  return node.left.computed ? [node.left.property, node.right] : [];
}

/** Removes an entry or a line of a list with its comma, or a statement with its line. */
export function remove(reading: Reading, at: Span): Change | undefined {
  const node = nodeAt(reading, at, entryTypes) ?? lineAt(reading, at);
  const parent = node && parentOf(node);
  if (!node || !parent) return undefined;
  const { text } = reading.sourceCode;
  const [start, end] = node.range;
  const cut = (from: number, to: number): Change => ({ edits: [{ at: { start: from, end: to }, text: '' }], code: '' });
  const others = parent.type === 'ObjectExpression' ? parent.properties : parent.type === 'ArrayExpression' ? parent.elements : undefined;
  if (others) {
    const next = others[others.findIndex((each) => each === node) + 1];
    if (next) return cut(start, next.range[0]);
    const before = text.slice(0, start).trimEnd();
    return cut(before.endsWith(',') ? before.length - 1 : start, end);
  }
  if (parent.type !== 'ExpressionStatement') return undefined;
  const line = text.lastIndexOf('\n', start - 1) + 1;
  const isAlone = text.slice(line, start).trim() === '' && /^;?[^\S\n]*(?:\n|$)/.test(text.slice(end));
  return isAlone ? cut(line, text.indexOf('\n', end) + 1 || text.length) : undefined;
}
