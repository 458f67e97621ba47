/** How Python programs read environment variables. */
import type { Change, Edit } from '../../../source/edits.js';
import type { Span } from '../../../source/model.js';
import { within } from '../../../source/span.js';
import type { Reading } from '../../javascript/reading.js';
import { type Node, parentOf, spanOf } from '../../javascript/syntax/syntax.js';
import { importOf } from './imports.js';
import { type Quote, stringAt, otherQuote, type WrittenString } from './strings.js';

/** An expression, and the edits that import what it needs. */
export interface ReadVariable {
  readonly code: string;
  readonly edits: readonly Edit[];
}

/** Reads an environment variable instead of a string or part of one. */
export function fromEnvironment(reading: Reading, at: Span, variable: string): Change | undefined {
  const node = reading.survey.strings.findLast((each) => within(at, spanOf(each)));
  const parent = node && parentOf(node);
  if (!node || !parent || mustBeConstant(parent, node)) return undefined;
  const fallback = withoutFallback(reading, parent, node);
  if (fallback) return fallback;
  const string = stringAt(reading.sourceCode.text, node);
  if (!string || string.isBytes) return undefined;
  const isWhole = at.start === string.inside.start && at.end === string.inside.end;
  if (isWhole) {
    const read = variableRead(reading, variable, string.quote);
    if (!read || setsItself(reading, parent, node, read.code)) return undefined;
    return { edits: [...read.edits, { at: spanOf(node), text: read.code }], code: read.code };
  }
  const read = variableRead(reading, variable, otherQuote(string.quote));
  return read && within(at, string.inside) ? inFormat(reading, string, at, read) : undefined;
}

/** Returns an expression that reads an environment variable, with quotes that are allowed where it goes. */
export function variableRead(reading: Reading, variable: string, quote: Quote): ReadVariable | undefined {
  const found = importOf(reading);
  if (!found) return undefined;
  const name = `${quote}${variable}${quote}`;
  return { code: found.reads === 'call' ? `${found.local}(${name})` : `${found.local}[${name}]`, edits: found.edits };
}

/** `"Bearer …"` as `f"Bearer {os.environ['…']}"`. */
function inFormat(reading: Reading, { start, prefix, inside, isFormat }: WrittenString, at: Span, { code, edits }: ReadVariable): Change {
  const { text } = reading.sourceCode;
  const hole = { at, text: `{${code}}` };
  if (isFormat) return { edits: [...edits, hole], code };
  const braces = [...text.slice(inside.start, inside.end).matchAll(/[{}]/g)]
    .map(({ 0: brace, index }) => ({ at: { start: inside.start + index, end: inside.start + index + 1 }, text: brace.repeat(2) }))
    .filter((edit) => edit.at.end <= at.start || edit.at.start >= at.end);
  // `u` has no effect, and cannot be combined with `f`.
  const letters = { at: { start, end: start + prefix.length }, text: `${prefix.replace(/u/i, '')}f` };
  return { edits: [...edits, letters, ...braces, hole], code };
}

/** Removes the fallback from `os.getenv("X", "…")` and `os.environ.get("X") or "…"`. */
function withoutFallback(reading: Reading, parent: Node, string: Node): Change | undefined {
  if (parent.type !== 'LogicalExpression' || parent.operator === '&&' || parent.right !== string) return undefined;
  const { left } = parent;
  const between = reading.sourceCode.text.slice(left.range[1], string.range[0]);
  if (left.type === 'Literal' || between.includes('#')) return undefined;
  const end = parent.operator === '??' ? string.range[1] : parent.range[1];
  const whole = reading.sourceCode.text.slice(left.range[0], left.range[1]);
  return { edits: [{ at: { start: left.range[1], end }, text: '' }], code: parent.operator === '??' ? `${whole})` : whole };
}

/** Whether a string is a key, the name of a module, or a docstring. */
function mustBeConstant(parent: Node, string: Node): boolean {
  const isKey = 'key' in parent && parent.key === string;
  return isKey || parent.type === 'ImportDeclaration' || parent.type === 'ExpressionStatement';
}

/** Whether `os.environ["X"] = "…"` would be assigned to itself. */
function setsItself({ sourceCode }: Reading, parent: Node, string: Node, code: string): boolean {
  if (parent.type !== 'AssignmentExpression' || parent.right !== string) return false;
  const target = sourceCode.text.slice(...parent.left.range);
  return target.replaceAll("'", '"') === code.replaceAll("'", '"') || /\benviron\b/.test(target);
}
