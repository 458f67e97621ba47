/** Adds, replaces and removes entries of objects. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Span } from '../../../source/model.js';
import type { Change, NewValue } from '../../../source/edits.js';
import type { Reading } from '../reading.js';
import { isFunction, type Node, parentOf, spanOf } from '../syntax/syntax.js';
import { variableAt } from './environment.js';
import { lineBefore, nodeAt, textOf } from './nodes.js';
import { dateExpressionAfter } from './dates.js';

/** Replaces the key and value of an entry. */
export function replaceEntry(reading: Reading, at: Span, key: string, before: string, variable: string): Change | undefined {
  const node = nodeAt(reading, at, entryTypes);
  if (!node) return undefined;
  const read = variableAt(reading, node, variable);
  if (read === undefined) return undefined;
  const value = before === '' ? read : `\`${before}\${${read}}\``;
  const quoted = `'${key}'`;
  switch (node.type) {
    case 'Property': {
      const code = `${/^[a-z_$][\w$]*$/i.test(key) ? key : quoted}: ${value}`;
      return { edits: [{ at: spanOf(node), text: code }], code };
    }
    case 'AssignmentExpression': {
      if (node.left.type !== 'MemberExpression') return undefined;
      const { property, computed } = node.left;
      return {
        edits: [
          { at: spanOf(property), text: computed ? quoted : key },
          { at: spanOf(node.right), text: value },
        ],
        code: `${key}: ${value}`,
      };
    }
    case 'CallExpression': {
      const [name, old] = node.arguments;
      if (!name || !old) return undefined;
      const edits = [
        { at: spanOf(name), text: quoted },
        { at: spanOf(old), text: value },
      ];
      return { edits, code: `${key}: ${value}` };
    }
    default:
      return undefined;
  }
}

const entryTypes: ReadonlySet<string> = new Set(['Property', 'AssignmentExpression', 'CallExpression']);

/** Removes an entry with its comma, a link of a chain of calls, or a statement with its line. */
export function remove(reading: Reading, at: Span): Change | undefined {
  const node = nodeAt(reading, at, entryTypes);
  const parent = node && parentOf(node);
  if (!node || !parent) return undefined;
  const cut = (start: number, end: number): Change => ({ edits: [{ at: { start, end }, text: '' }], code: '' });
  const { text } = reading.sourceCode;
  if (node.type === 'Property') {
    const next = siblingAfter(parent, node);
    if (next) return cut(node.range[0], next.range[0]);
    const previous = siblingBefore(parent, node);
    return previous ? cut(previous.range[1], node.range[1]) : cut(...node.range);
  }
  if (parent.type === 'ExpressionStatement') {
    const block = parentOf(parent);
    if (block?.type !== 'BlockStatement' && block?.type !== 'Program') return undefined;
    // Do not leave a loop or branch empty.
    if (block.type === 'BlockStatement' && block.body.length === 1 && !isFunctionBody(block)) return undefined;
    const [start, end] = parent.range;
    const line = text.lastIndexOf('\n', start - 1) + 1;
    const alone = text.slice(line, start).trim() === '' && /^[^\S\n]*(?:\n|$)/.test(text.slice(end));
    // Without semicolons, the statements before and after it would merge into one.
    if (/[^;{}]$/.test(text.slice(0, start).trimEnd().slice(-1)) && /^[\s;]*[([`+\-/]/.test(text.slice(end))) return undefined;
    return alone ? cut(line, Math.min(text.length, text.indexOf('\n', end) + 1 || text.length)) : cut(start, end);
  }
  // A link of a chain: a method called on the result of another call.
  const object = node.type === 'CallExpression' && node.callee.type === 'MemberExpression' ? node.callee.object : undefined;
  if (object?.type === 'CallExpression' || object?.type === 'NewExpression') return cut(object.range[1], node.range[1]);
  return undefined;
}

function isFunctionBody(block: Node): boolean {
  const owner = parentOf(block);
  return owner !== undefined && isFunction(owner);
}

function siblingAfter(parent: Node, node: TSESTree.Property): Node | undefined {
  return parent.type === 'ObjectExpression' ? parent.properties[parent.properties.indexOf(node) + 1] : undefined;
}

function siblingBefore(parent: Node, node: TSESTree.Property): Node | undefined {
  return parent.type === 'ObjectExpression' ? parent.properties[parent.properties.indexOf(node) - 1] : undefined;
}

/** Adds an entry after the last one of an object, on a line of its own if that one has its own line. */
export function addEntry(reading: Reading, table: Span, key: string, wanted: NewValue): Change | undefined {
  const object = nodeAt(reading, table, objectTypes);
  if (object?.type !== 'ObjectExpression') return undefined;
  const code = `${key}: ${written(reading, wanted)}`;
  const last = object.properties.at(-1);
  if (!last) return { edits: [{ at: spanOf(object), text: `{ ${code} }` }], code };
  const { text } = reading.sourceCode;
  const between = lineBefore(text, last.range[0]) ?? ' ';
  const comma = /^\s*,/.exec(text.slice(last.range[1], object.range[1]))?.[0];
  const end = last.range[1] + (comma?.length ?? 0);
  return { edits: [{ at: { start: end, end }, text: comma ? `${between}${code},` : `,${between}${code}` }], code };
}

const objectTypes: ReadonlySet<string> = new Set(['ObjectExpression']);

function written(reading: Reading, wanted: NewValue): string {
  switch (wanted.kind) {
    case 'text':
      return `'${wanted.text}'`;
    case 'ahead':
      return dateExpressionAfter(reading, wanted.days);
    case 'list':
      return `[${wanted.items.map((item) => written(reading, item)).join(', ')}]`;
    case 'table':
      return `{ ${wanted.entries.map(([key, value]) => `${key}: ${written(reading, value)}`).join(', ')} }`;
  }
}

/** Replaces a key with one that ends in the value of a variable: one in scope, or an environment variable that the file reads elsewhere. */
export function replaceKey(reading: Reading, at: Span, before: string, named: RegExp): Change | undefined {
  const key = nodeAt(reading, at, keyTypes);
  const property = key && parentOf(key);
  if (!key || property?.type !== 'Property' || property.key !== key || property.computed) return undefined;
  const variable = variableInReach(reading, key, named);
  if (variable === undefined) return undefined;
  const code = `[\`${before}\${${variable}}\`]`;
  return { edits: [{ at: spanOf(key), text: code }], code };
}

const keyTypes: ReadonlySet<string> = new Set(['Literal', 'Identifier']);

function variableInReach({ sourceCode, scope: scopes, survey }: Reading, node: Node, named: RegExp): string | undefined {
  for (let scope = scopes.around(node); scope; scope = scope.upper) {
    const found = scope.variables.find(({ name, identifiers: [first] }) => named.test(name) && first && first.range[0] < node.range[0]);
    if (found) return found.name;
  }
  const read = survey.reads.map((each) => textOf(sourceCode, each));
  return read.find((text) => text.startsWith('process.env.') && named.test(text.slice('process.env.'.length)));
}
