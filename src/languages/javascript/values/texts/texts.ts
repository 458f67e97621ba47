/** Evaluates strings: literals, templates, concatenations. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Hole, Piece, Span, Text, Value } from '../../../../source/model.js';
import { unknown } from '../../../../source/values.js';
import { readArithmetic, sum } from '../arithmetic.js';
import { bindingNames, fallbackOf } from '../../syntax/binding-names.js';
import type { Frame, Reading } from '../../reading.js';
import { bare, type Node, spanOf } from '../../syntax/syntax.js';

/** Most parts of a text; a longer one is unknown. */
const MAX_PARTS = 1_000;

export type Parts = readonly (Piece | Hole)[];

/** A text at `node`. Its names are computed on demand. */
export function textAt(reading: Reading, node: Node, parts: Parts, at: Span = spanOf(node)): Text {
  return {
    kind: 'text',
    parts,
    at,
    get names() {
      return bindingNames(reading, node, 'all calls');
    },
    get fallbackFor() {
      return fallbackOf(node);
    },
  };
}

export function readLiteral(reading: Reading, node: TSESTree.Literal): Value {
  if (typeof node.value === 'string') return textAt(reading, node, [quoted(reading, node, node.value)]);
  if ('regex' in node) return { kind: 'opaque', what: 'regexp', at: spanOf(node) };
  return { kind: 'opaque', what: 'constant', value: node.value, at: spanOf(node) };
}

/** The piece for a quoted string. With escapes, findings can only point at the whole string. */
function quoted(reading: Reading, node: Node, text: string): Piece {
  const [start, end] = node.range;
  const exact = reading.isWritten(text, start + 1) && end - start === text.length + 2;
  return { kind: 'piece', text, at: { start: start + 1, end: Math.max(start + 1, end - 1) }, exact };
}

export function readJsxText(reading: Reading, node: TSESTree.JSXText): Value {
  const [start, end] = node.range;
  const exact = reading.isWritten(node.value, start) && end - start === node.value.length;
  return textAt(reading, node, [{ kind: 'piece', text: node.value, at: { start, end }, exact }]);
}

export function readTemplate(reading: Reading, node: TSESTree.TemplateLiteral, frame: Frame | undefined): Text {
  return template(reading, node, frame, (quasi) => quasi.value.cooked ?? quasi.value.raw);
}

/** Reads `` String.raw`…` `` and other tagged templates: tags such as `html`, `css` and `sql` do not change the text as far as credentials go. */
export function readTaggedTemplate(reading: Reading, node: TSESTree.TaggedTemplateExpression, frame: Frame | undefined): Value {
  const raw = reading.textOf(node.tag) === 'String.raw';
  return template(reading, node.quasi, frame, (quasi) => (raw ? quasi.value.raw : (quasi.value.cooked ?? quasi.value.raw)));
}

function template(
  reading: Reading,
  node: TSESTree.TemplateLiteral,
  frame: Frame | undefined,
  textOf: (quasi: TSESTree.TemplateElement) => string,
): Text {
  const parts = node.quasis.flatMap((quasi, index): Parts => {
    const text = textOf(quasi);
    const piece: Parts = text === '' ? [] : quasiPieces(reading, quasi, text);
    const expression = node.expressions[index];
    return expression ? [...piece, ...partsOf(reading.read(expression, frame))] : piece;
  });
  return textAt(reading, node, bounded(parts, spanOf(node)));
}

function quasiPieces(reading: Reading, quasi: TSESTree.TemplateElement, text: string): readonly Piece[] {
  // Some parsers include the backtick or brace before a quasi in its range.
  const [begin, end] = quasi.range;
  const startOf = (written: string): number | undefined => [begin, begin + 1].find((offset) => reading.isWritten(written, offset));
  const start = startOf(text);
  if (start !== undefined) return [{ kind: 'piece', text, at: { start, end: start + text.length }, exact: true }];
  const first = startOf(text.replaceAll('\n', '\r\n'));
  if (first === undefined) return [{ kind: 'piece', text, at: { start: begin, end }, exact: false }];
  // At run time, a line ends with one character, but in the file with two.
  let offset = first;
  return text.split(/(?<=\n)/).map((line) => {
    const at = { start: offset, end: offset + line.length };
    offset = at.end + 1;
    return { kind: 'piece', text: line, at, exact: true };
  });
}

/** `a + b + c`, flattened without recursion: generated code has concatenations of thousands of operands. */
export function readConcatenation(reading: Reading, node: TSESTree.BinaryExpression, frame: Frame | undefined): Value {
  if (node.operator !== '+') return readArithmetic(reading, node, frame);
  const operands: Node[] = [];
  let left: Node = node;
  while (left.type === 'BinaryExpression' && left.operator === '+' && operands.length <= MAX_PARTS) {
    operands.push(left.right);
    left = bare(left.left);
  }
  operands.push(left);
  if (operands.length > MAX_PARTS || !reading.spend(operands.length)) return unknown(spanOf(node));
  return concatenation(
    reading,
    node,
    operands.reverse().map((operand) => reading.read(operand, frame)),
  );
}

/** The concatenation of values: a text if one of them is a text, otherwise a sum. */
export function concatenation(reading: Reading, node: Node, values: readonly Value[]): Value {
  if (!values.some(isTextual)) return sum(values, spanOf(node));
  return textAt(reading, node, bounded(values.flatMap(partsOf), spanOf(node)));
}

function isTextual(value: Value): boolean {
  return value.kind === 'text' || (value.kind === 'choice' && value.options.some(isTextual));
}

/** The parts that a value contributes to a text. */
export function partsOf(value: Value): Parts {
  if (value.kind === 'text') return value.parts;
  const converted = value.kind === 'call' ? value.asText : undefined;
  if (converted) return partsOf(converted);
  if (value.kind === 'opaque' && value.what === 'constant')
    return [{ kind: 'piece', text: String(value.value), at: value.at, exact: false }];
  return [{ kind: 'hole', value, at: value.at }];
}

function bounded(parts: Parts, at: Span): Parts {
  return parts.length <= MAX_PARTS ? parts : [{ kind: 'hole', value: unknown(at), at }];
}
