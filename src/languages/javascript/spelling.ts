/** How this language writes what a rule would have instead: reading an environment variable, another entry of a table, nothing at all. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Change, Edit, Span, Spelling } from '../../source.js';
import { within } from '../../values.js';
import type { Reading } from './reading.js';
import { isFunction, type Node, spanOf, staticKey } from './syntax.js';

export function spelling(reading: Reading): Spelling {
  return {
    fromEnvironment: (at, variable) => fromEnvironment(reading, at, variable),
    replaceEntry: (at, key, before, variable) => replaceEntry(reading, at, key, before, variable),
    remove: (at) => remove(reading, at),
  };
}

function fromEnvironment(reading: Reading, at: Span, variable: string): Change | undefined {
  const string = reading.survey.strings.findLast((each) => within(at, spanOf(each)));
  if (!string) return undefined;
  const code = variableAt(reading, string, variable);
  const edit = readInstead(reading, string, at, code);
  return edit && { edits: [edit], code };
}

/** The expression that reads an environment variable, as it is spelled at a place of this file. */
function variableAt(reading: Reading, node: Node, variable: string): string {
  if (handlerAround(reading, node)) return `env.${variable}`;
  if (/\bDeno\.\w/.test(reading.sourceCode.text)) return `Deno.env.get('${variable}')`;
  return /\bBun\.\w/.test(reading.sourceCode.text) ? `Bun.env.${variable}` : `process.env.${variable}`;
}

/** Handlers of a Worker and of Pages Functions, which are handed their variables. */
const handlers = /^(?:fetch|scheduled|queue|email|tail|onRequest\w*)$/;

function handlerAround(reading: Reading, node: Node): boolean {
  let inner = node;
  for (let outer = reading.survey.parentOf(inner); outer; inner = outer, outer = reading.survey.parentOf(inner)) {
    if (!isFunction(outer) || inner !== outer.body || !outer.params.some(givesEnv)) continue;
    const name = outer.id?.name ?? nameOfFunction(reading.survey.parentOf(outer));
    if (name !== undefined && handlers.test(name)) return true;
  }
  return false;
}

function nameOfFunction(owner: Node | undefined): string | undefined {
  if (owner?.type === 'VariableDeclarator') return owner.id.type === 'Identifier' ? owner.id.name : undefined;
  return owner && 'key' in owner ? staticKey(owner.key, false) : undefined;
}

/** `env`, or `{ env }` in the context of a Pages Function. */
function givesEnv(parameter: Node): boolean {
  if (parameter.type === 'Identifier') return parameter.name === 'env';
  if (parameter.type !== 'ObjectPattern') return false;
  return parameter.properties.some(
    (each) =>
      each.type === 'Property' &&
      staticKey(each.key, each.computed) === 'env' &&
      each.value.type === 'Identifier' &&
      each.value.name === 'env',
  );
}

/** What of a string is replaced by an expression: all of it, or a part, which makes it a template. */
function readInstead(reading: Reading, string: Node, at: Span, code: string): Edit | undefined {
  const parent = reading.survey.parentOf(string);
  if (string.type === 'JSXText') return { at, text: `{${code}}` };
  // The value of an enum's member has to be a constant.
  if (parent?.type === 'TSEnumMember' || (parent && 'key' in parent && parent.key === string)) return undefined;
  const inside = { start: string.range[0] + 1, end: string.range[1] - 1 };
  const whole = at.start === inside.start && at.end === inside.end;
  if (parent?.type === 'TaggedTemplateExpression') return { at, text: `\${${code}}` };
  const left =
    whole && parent?.type === 'LogicalExpression' && parent.operator !== '&&' && parent.right === string ? parent.left : undefined;
  // A fallback is no longer needed.
  if (left && left.type !== 'Literal') return { at: { start: left.range[1], end: string.range[1] }, text: '' };
  if (string.type === 'TemplateLiteral') return whole ? { at: spanOf(string), text: code } : { at, text: `\${${code}}` };
  const text = whole ? code : asTemplate(reading, inside, at, code);
  return { at: spanOf(string), text: parent?.type === 'JSXAttribute' ? `{${text}}` : text };
}

/** `'Bearer …'` as `` `Bearer ${…}` ``. */
function asTemplate({ sourceCode }: Reading, inside: Span, at: Span, code: string): string {
  const escaped = (start: number, end: number): string => sourceCode.text.slice(start, end).replace(/`|\$(?=\{)/g, String.raw`\$&`);
  return `\`${escaped(inside.start, at.start)}\${${code}}${escaped(at.end, inside.end)}\``;
}

function replaceEntry(reading: Reading, at: Span, key: string, before: string, variable: string): Change | undefined {
  const node = nodeAt(reading, at, entryTypes);
  if (!node) return undefined;
  const read = variableAt(reading, node, variable);
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

function nodeAt(reading: Reading, at: Span, types: ReadonlySet<string>): Node | undefined {
  for (const node of reading.survey.nodes())
    if (node.range[0] === at.start && node.range[1] === at.end && types.has(node.type)) return node;
  return undefined;
}

/** An entry with its comma, a link of a chain of calls, or a statement with its line. */
function remove(reading: Reading, at: Span): Change | undefined {
  const node = nodeAt(reading, at, entryTypes);
  const parent = node && reading.survey.parentOf(node);
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
    const block = reading.survey.parentOf(parent);
    if (block?.type !== 'BlockStatement' && block?.type !== 'Program') return undefined;
    const [start, end] = parent.range;
    const line = text.lastIndexOf('\n', start - 1) + 1;
    const alone = text.slice(line, start).trim() === '' && /^[^\S\n]*(?:\n|$)/.test(text.slice(end));
    return alone ? cut(line, Math.min(text.length, text.indexOf('\n', end) + 1 || text.length)) : cut(start, end);
  }
  if (node.type === 'CallExpression' && node.callee.type === 'MemberExpression') return cut(node.callee.object.range[1], node.range[1]);
  return undefined;
}

function siblingAfter(parent: Node, node: TSESTree.Property): Node | undefined {
  return parent.type === 'ObjectExpression' ? parent.properties[parent.properties.indexOf(node) + 1] : undefined;
}

function siblingBefore(parent: Node, node: TSESTree.Property): Node | undefined {
  return parent.type === 'ObjectExpression' ? parent.properties[parent.properties.indexOf(node) - 1] : undefined;
}
