/** Strings: interpreted ones, with escapes, and raw ones. */
import { type Node, type StringSegment, string } from '../../lowering/nodes.js';
import type { GoNode } from '../parser.js';
import type { Lowering } from './lowering.js';

const escape = /\\(?:u[\da-fA-F]{4}|U[\da-fA-F]{8}|x[\da-fA-F]{2}|[0-7]{3}|.)/gs;

const simple: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', v: '\v', a: '\u0007' };

export function lowerString(lowering: Lowering, of: GoNode): Node {
  return string(segmentsOf(lowering, of), lowering.place(of));
}

/** The text of a string. */
export function stringText(lowering: Lowering, of: GoNode): string {
  return segmentsOf(lowering, of)
    .map(({ text }) => text)
    .join('');
}

function segmentsOf(lowering: Lowering, { from, to }: GoNode): readonly StringSegment[] {
  const written = lowering.text.slice(from, to);
  const quote = written.charAt(0);
  const inner = written.slice(1, written.length > 1 && written.endsWith(quote) ? -1 : undefined);
  const start = from + 1;
  const found: StringSegment[] = [];
  const add = (text: string, at: number, end: number): void => {
    if (text !== '') found.push({ text, place: [start + at, start + end] });
  };
  const escapes = quote === '`' ? [] : [...inner.matchAll(escape)];
  if (escapes.length > MAX_ESCAPES) return [{ text: inner, place: [start, start + inner.length] }];
  let next = 0;
  for (const match of escapes) {
    add(inner.slice(next, match.index), next, match.index);
    next = match.index + match[0].length;
    add(unescape(match[0]), match.index, next);
  }
  add(inner.slice(next), next, inner.length);
  return found;
}

/** A string with more escapes is not text. */
const MAX_ESCAPES = 500;

function unescape(written: string): string {
  const rest = written.slice(1);
  if (/^[xuU]./.test(rest)) return character(Number.parseInt(rest.slice(1), 16));
  if (/^[0-7]/.test(rest)) return character(Number.parseInt(rest, 8));
  return Object.hasOwn(simple, rest) ? (simple[rest] ?? '') : rest;
}

function character(code: number): string {
  return code <= 0x10_ff_ff ? String.fromCodePoint(code) : '\uFFFD';
}
