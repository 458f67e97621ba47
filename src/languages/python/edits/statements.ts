/** How Python programs check a response, and log whether a value is set. */
import type { Change } from '../../../source/edits.js';
import type { Span } from '../../../source/model.js';
import type { Reading } from '../../javascript/reading.js';
import { lineBefore, nodeAt } from '../../javascript/edits/nodes.js';
import { type Node, parentOf, spanOf } from '../../javascript/syntax/syntax.js';

const readTypes: ReadonlySet<string> = new Set(['Identifier', 'MemberExpression']);
const callTypes: ReadonlySet<string> = new Set(['CallExpression']);

/** Replaces a value by whether it is set. */
export function whetherSet(reading: Reading, at: Span): Change | undefined {
  const node = nodeAt(reading, at, readTypes);
  if (!node) return undefined;
  const code = `bool(${reading.sourceCode.text.slice(at.start, at.end)})`;
  return { edits: [{ at: spanOf(node), text: code }], code };
}

const code = 'raise_for_status()';

/** Raises an exception for an error response before anything else uses the response. */
export function checkAnswer(reading: Reading, at: Span): Change | undefined {
  const { text } = reading.sourceCode;
  const call = nodeAt(reading, at, callTypes);
  if (!call) return undefined;
  const parent = parentOf(call);
  const value = parent?.type === 'AwaitExpression' ? parent : call;
  const outer = parentOf(value);
  const insert = (offset: number, inserted: string): Change['edits'][number] => ({ at: { start: offset, end: offset }, text: inserted });
  if (outer?.type === 'ExpressionStatement') {
    const [start, end] = value.range;
    return { edits: value === call ? [insert(end, `.${code}`)] : [insert(start, '('), insert(end, `).${code}`)], code };
  }
  const [name, statement] = given(outer);
  const before = statement && lineBefore(text, statement.range[0]);
  if (name === undefined || !statement || before === undefined || !/^[^\S\n]*(?:#[^\n]*)?(?:\n|$)/.test(text.slice(statement.range[1])))
    return undefined;
  return { edits: [insert(statement.range[1], `${before}${name}.${code}`)], code: `${name}.${code}` };
}

/** The variable that a statement assigns, with the statement. */
function given(outer: Node | undefined): readonly [string | undefined, Node | undefined] {
  const statement = outer && parentOf(outer);
  if (outer?.type === 'VariableDeclarator' && outer.id.type === 'Identifier') return [outer.id.name, statement];
  if (outer?.type === 'AssignmentExpression' && outer.left.type === 'Identifier' && statement?.type === 'ExpressionStatement')
    return [outer.left.name, statement];
  return [undefined, undefined];
}
