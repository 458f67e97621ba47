/** How programs look at an answer, and tell of a value without showing it. */
import type { Span } from '../../../source/model.js';
import type { Change } from '../../../source/edits.js';
import type { Reading } from '../reading.js';
import { type Node, parentOf, spanOf } from '../syntax/syntax.js';
import { lineBefore, nodeAt, textOf } from './nodes.js';

/** Says whether a value is there instead of what it is. */
export function whetherSet(reading: Reading, at: Span): Change | undefined {
  const node = nodeAt(reading, at, readTypes);
  if (!node) return undefined;
  const code = `Boolean(${textOf(reading.sourceCode, node)})`;
  const parent = parentOf(node);
  // `{ token }` is a key and a value in one.
  if (parent?.type === 'Property' && parent.shorthand) return undefined;
  return { edits: [{ at: spanOf(node), text: code }], code };
}

const readTypes: ReadonlySet<string> = new Set(['Identifier', 'MemberExpression']);
const callTypes: ReadonlySet<string> = new Set(['CallExpression']);

/** Names for an answer that has none yet. */
const names = ['response', 'answer', 'reply'];

/** Looks at the answer of an awaited request before anything else is done with it. */
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
  // In parentheses there is no place for a declaration.
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
