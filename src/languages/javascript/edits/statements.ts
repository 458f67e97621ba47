/** Adds checks of HTTP responses, and replaces values with whether they are set. */
import type { Span } from '../../../source/model.js';
import type { Change } from '../../../source/edits.js';
import type { Reading } from '../reading.js';
import { type Node, parentOf, spanOf } from '../syntax/syntax.js';
import { lineBefore, nodeAt, textOf } from './nodes.js';

/** Replaces a value with `Boolean(…)`. */
export function whetherSet(reading: Reading, at: Span): Change | undefined {
  const node = nodeAt(reading, at, readTypes);
  if (!node) return undefined;
  const code = `Boolean(${textOf(reading.sourceCode, node)})`;
  const parent = parentOf(node);
  // In `{ token }`, the value is the key, too.
  if (parent?.type === 'Property' && parent.shorthand) return undefined;
  return { edits: [{ at: spanOf(node), text: code }], code };
}

const readTypes: ReadonlySet<string> = new Set(['Identifier', 'MemberExpression']);
const callTypes: ReadonlySet<string> = new Set(['CallExpression']);

/** Names for the variable of a response that is not assigned to one. */
const names = ['response', 'answer', 'reply'];

/** Inserts a check of the response right after an awaited request. */
export function checkAnswer(reading: Reading, at: Span): Change | undefined {
  const call = nodeAt(reading, at, callTypes);
  const awaited = call && parentOf(call);
  if (!call || awaited?.type !== 'AwaitExpression') return undefined;
  const outer = parentOf(awaited);
  if (outer?.type === 'ExpressionStatement') return named(reading, awaited, outer);
  const declaration = outer && parentOf(outer);
  if (outer?.type !== 'VariableDeclarator' || outer.id.type !== 'Identifier' || !declaration || !isStatement(declaration)) return undefined;
  return checked(reading, outer.id.name, declaration, []);
}

function named(reading: Reading, awaited: Node, statement: Node): Change | undefined {
  const { text } = reading.sourceCode;
  const name = names.find((each) => !new RegExp(`\\b${each}\\b`).test(text));
  if (name === undefined || !isStatement(statement)) return undefined;
  const [start] = awaited.range;
  // A declaration cannot be in parentheses.
  if (start !== statement.range[0]) return undefined;
  return checked(reading, name, statement, [{ at: { start, end: start }, text: `const ${name} = ` }]);
}

function isStatement(node: Node): boolean {
  return /^(?:BlockStatement|Program|StaticBlock)$/.test(parentOf(node)?.type ?? '');
}

function checked({ sourceCode }: Reading, name: string, { range: [start, end] }: Node, edits: Change['edits']): Change {
  const { text } = sourceCode;
  const between = lineBefore(text, start) ?? ' ';
  const code = `if (!${name}.ok) throw new Error(\`Cloudflare responded with \${${name}.status}\`);`;
  const semicolon = text.charAt(end - 1) === ';' ? '' : ';';
  return { edits: [...edits, { at: { start: end, end }, text: `${semicolon}${between}${code}` }], code };
}
