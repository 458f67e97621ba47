/** How programs read environment variables. */
import type { Span } from '../../../source/model.js';
import type { Change, Edit } from '../../../source/edits.js';
import { within } from '../../../source/values.js';
import type { Reading } from '../reading.js';
import { isFunction, type Node, parentOf, spanOf, staticKey } from '../syntax/syntax.js';

/** Reads an environment variable in the place of a string or a part of one. */
export function fromEnvironment(reading: Reading, at: Span, variable: string): Change | undefined {
  const string = reading.survey.strings.findLast((each) => within(at, spanOf(each)));
  if (!string) return undefined;
  const code = variableAt(reading, string, variable);
  const edit = readInstead(reading, string, at, code);
  return edit && { edits: [edit], code };
}

/** The expression that reads an environment variable, as it is spelled at a place of this file. */
export function variableAt(reading: Reading, node: Node, variable: string): string {
  if (handlerAround(node)) return `env.${variable}`;
  if (/\bDeno\.\w/.test(reading.sourceCode.text)) return `Deno.env.get('${variable}')`;
  return /\bBun\.\w/.test(reading.sourceCode.text) ? `Bun.env.${variable}` : `process.env.${variable}`;
}

/** Handlers of a Worker and of Pages Functions, which are handed their variables. */
const handlers = /^(?:fetch|scheduled|queue|email|tail|onRequest\w*)$/;

function handlerAround(node: Node): boolean {
  let inner = node;
  for (let outer = parentOf(inner); outer; inner = outer, outer = parentOf(inner)) {
    if (!isFunction(outer) || inner !== outer.body || !outer.params.some(givesEnv)) continue;
    const name = outer.id?.name ?? nameOfFunction(parentOf(outer));
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
  const parent = parentOf(string);
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
