/** YAML strings in all styles: plain, quoted, literal and folded. */
import type { AST } from 'yaml-eslint-parser';
import type { Piece } from '../../source/model.js';
import { type Scalar, spanOf } from '../data/datum.js';
import { aligned, escaped, run } from '../data/strings.js';

/** Reads a scalar as a string; undefined if it is a number, a boolean or null. */
export function stringOf(node: AST.YAMLScalar, file: string): Scalar | undefined {
  const { value } = node;
  if (typeof value !== 'string') return undefined;
  const at = spanOf(node);
  const isBlock = node.style === 'literal' || node.style === 'folded';
  const quotes = node.style === 'plain' || isBlock ? 0 : 1;
  const inner = { start: at.start + quotes, end: at.end - quotes };
  const given = isBlock ? blockLines(node, file) : flowLines(node.style, file, inner.start, inner.end);
  return { kind: 'scalar', pieces: aligned(value, given, inner), at };
}

/** The lines of a block scalar, without their indentation. */
function blockLines(node: AST.YAMLBlockLiteralScalar | AST.YAMLBlockFoldedScalar, file: string): readonly Piece[] {
  const { start, end } = spanOf(node);
  const header = file.indexOf('\n', start);
  if (header === -1 || header >= end) return [];
  const lines = linesOf(file, header + 1, end);
  const first = lines.find(([from, to]) => /\S/.test(file.slice(from, to)));
  const indentation = first ? indentationOf(file, first, node) : 0;
  return lines.flatMap(([from, to]) => run(file, Math.min(to, from + indentation), to));
}

/** The indentation indicator of a block is relative to the column of its parent: of `key` in `- key: |2`. */
function indentationOf(file: string, [from, to]: Line, { indent, range }: AST.YAMLBlockLiteralScalar | AST.YAMLBlockFoldedScalar): number {
  const written = file.slice(from, to).search(/[^ ]|$/);
  if (indent === null) return written;
  const holder = /^ *(?:- +)*/.exec(file.slice(file.lastIndexOf('\n', range[0] - 1) + 1, range[0]))?.[0].length ?? 0;
  return Math.min(written, holder + indent);
}

/** The lines of a plain or quoted string, without the blanks around them. */
function flowLines(style: AST.YAMLScalar['style'], file: string, start: number, end: number): readonly Piece[] {
  const lines = linesOf(file, start, end);
  return lines.flatMap(([from, to], index) => {
    const written = file.slice(from, to);
    const begin = index === 0 ? 0 : written.search(/\S|$/);
    const stop = index === lines.length - 1 ? written.length : written.trimEnd().length;
    if (begin >= stop) return [];
    if (style === 'double-quoted') return escaped(file, from + begin, from + stop, doubleQuoted);
    return style === 'single-quoted' ? escaped(file, from + begin, from + stop, /''/g) : run(file, from + begin, from + stop);
  });
}

/** A backslash at the end of a line has no output, and keeps the line break from becoming a space. */
const doubleQuoted = /\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|[\s\S]|$)/g;

type Line = readonly [from: number, to: number];

function linesOf(file: string, start: number, end: number): readonly Line[] {
  const lines: Line[] = [];
  for (let from = start; from <= end;) {
    const found = file.indexOf('\n', from);
    const to = found === -1 || found > end ? end : found;
    lines.push([from, file.charAt(to - 1) === '\r' && to > from ? to - 1 : to]);
    from = to + 1;
  }
  return lines;
}
