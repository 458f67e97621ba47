/** Replaces strings with reads of environment variables. */
import type { Span } from '../../../source/model.js';
import type { Change, Edit } from '../../../source/edits.js';
import { within } from '../../../source/span.js';
import type { Reading } from '../reading.js';
import { type Node, parentOf, spanOf } from '../syntax/syntax.js';
import { environmentAt } from './environment-objects.js';
import { textOf } from './nodes.js';

/** Replaces a string, or part of one, with a read of an environment variable. */
export function fromEnvironment(reading: Reading, at: Span, variable: string): Change | undefined {
  const string = reading.survey.strings.findLast((each) => within(at, spanOf(each)));
  if (!string) return undefined;
  const fallback = withoutFallback(reading, string, at);
  if (fallback) return fallback;
  const code = variableAt(reading, string, variable);
  if (code === undefined) return undefined;
  const edit = readInstead(reading, string, at, code);
  return edit && { edits: [edit], code };
}

/** The expression that reads an environment variable at a place in this file; undefined if none is known to work there. */
export function variableAt(reading: Reading, node: Node, variable: string): string | undefined {
  const environment = environmentAt(reading, node);
  if (environment === 'Deno.env') return `Deno.env.get('${variable}')`;
  return environment && `${environment}.${variable}`;
}

/** Removes the fallback from `process.env.X ?? '…'`. */
function withoutFallback(reading: Reading, string: Node, at: Span): Change | undefined {
  const parent = parentOf(string);
  if (parent?.type !== 'LogicalExpression' || parent.operator === '&&' || parent.right !== string || !isInside(string, at))
    return undefined;
  const { left, operator } = parent;
  if (left.type === 'Literal') return undefined;
  const between = textOf(reading.sourceCode, { ...parent, range: [left.range[1], string.range[0]] });
  const index = between.indexOf(operator);
  // A comment may contain the operator, too.
  if (index === -1 || /\/[/*]/.test(between)) return undefined;
  const end = left.range[1] + between.slice(0, index).trimEnd().length;
  return { edits: [{ at: { start: end, end: parent.range[1] }, text: '' }], code: textOf(reading.sourceCode, left) };
}

function isInside(string: Node, at: Span): boolean {
  return at.start === string.range[0] + 1 && at.end === string.range[1] - 1;
}

/** Replaces a string, or part of one, with an expression. Replacing a part turns the string into a template literal. */
function readInstead(reading: Reading, string: Node, at: Span, code: string): Edit | undefined {
  const parent = parentOf(string);
  if (string.type === 'JSXText') return { at, text: `{${code}}` };
  if (!parent || isConstant(parent, string) || setsItself(reading, parent, string, code)) return undefined;
  const inside = { start: string.range[0] + 1, end: string.range[1] - 1 };
  const whole = isInside(string, at);
  if (parent.type === 'TaggedTemplateExpression') return { at, text: `\${${code}}` };
  if (string.type === 'TemplateLiteral') return whole ? { at: spanOf(string), text: code } : { at, text: `\${${code}}` };
  const text = whole ? code : asTemplate(reading, inside, at, code);
  return { at: spanOf(string), text: parent.type === 'JSXAttribute' ? `{${text}}` : apart(reading, string, text) };
}

/** Whether only a constant is allowed: the value of an enum member, a key, a type, the source of an import. */
function isConstant(parent: Node, string: Node): boolean {
  const isKey = 'key' in parent && parent.key === string;
  return isKey || /^(?:TSEnumMember|TSLiteralType|ImportDeclaration|ImportAttribute|Export\w+Declaration)$/.test(parent.type);
}

/** Whether an assignment such as `process.env.X = '…'` would assign the variable to itself. */
function setsItself(reading: Reading, parent: Node, string: Node, code: string): boolean {
  return parent.type === 'AssignmentExpression' && parent.right === string && textOf(reading.sourceCode, parent.left) === code;
}

/** Adds the spaces that a name needs and a quote does not: `throw'…'`. */
function apart({ sourceCode: { text } }: Reading, { range: [start, end] }: Node, code: string): string {
  const before = /[\w$]/.test(text.charAt(start - 1)) ? ' ' : '';
  return `${before}${code}${/[\w$]/.test(text.charAt(end)) ? ' ' : ''}`;
}

/** Turns `'Bearer …'` into `` `Bearer ${…}` ``. */
function asTemplate({ sourceCode }: Reading, inside: Span, at: Span, code: string): string {
  const escaped = (start: number, end: number): string => sourceCode.text.slice(start, end).replace(/`|\$(?=\{)/g, String.raw`\$&`);
  return `\`${escaped(inside.start, at.start)}\${${code}}${escaped(at.end, inside.end)}\``;
}
