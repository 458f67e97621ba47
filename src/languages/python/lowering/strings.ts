/** Strings: prefixes, escapes, f-strings, and implicit concatenation. */
import { type Node, type Place, type StringSegment, string, template } from '../../lowering/nodes.js';
import { partsOf } from '../../lowering/lezer.js';
import type { PythonNode } from '../parser.js';
import type { Lowering } from './lowering.js';

const simple: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', v: '\v', a: '\u0007', '\n': '' };

const escape = /\\(?:\r?\n|u[\da-fA-F]{4}|U[\da-fA-F]{8}|x[\da-fA-F]{2}|N\{[^{}]*\}|[0-7]{1,3}|.)/gs;

/** Lowers a string, or several that are implicitly concatenated. */
export function lowerString(lowering: Lowering, node: PythonNode): Node {
  const strings = node.name === 'ContinuedString' ? partsOf(node) : [node];
  const parts = strings.flatMap((each) => partsOfString(lowering, each));
  const segments = parts.filter((part): part is StringSegment => 'text' in part);
  const place = lowering.place(node);
  return segments.length === parts.length ? string(segments, place) : template(parts, place);
}

/** Lowers a string that is a statement of its own: a docstring. */
export function lowerDocstring(lowering: Lowering, node: PythonNode): Node {
  const lowered = lowerString(lowering, node);
  return lowered.type === 'Literal' && 'segments' in lowered
    ? template(lowered.segments as readonly StringSegment[], lowered.range)
    : lowered;
}

function partsOfString(lowering: Lowering, node: PythonNode): readonly (StringSegment | Node)[] {
  const written = lowering.text.slice(node.from, node.to);
  const [open = '', prefix = '', quote = ''] = /^([a-z]*)("""|'''|"|')/i.exec(written) ?? [];
  const start = node.from + open.length;
  const end = written.length > open.length && written.endsWith(quote) ? node.to - quote.length : node.to;
  const isRaw = /r/i.test(prefix);
  if (!/[ft]/i.test(prefix)) return segmentsOf(lowering, [start, end], { isRaw, isFormat: false });
  const parts: (StringSegment | Node)[] = [];
  let from = start;
  for (const hole of partsOf(node).filter(({ name }) => name === 'FormatReplacement')) {
    parts.push(...segmentsOf(lowering, [from, hole.from], { isRaw, isFormat: true }));
    const [, filling] = partsOf(hole);
    if (filling && filling.name !== '}') parts.push(lowering.expression(filling));
    from = hole.to;
  }
  return [...parts, ...segmentsOf(lowering, [from, end], { isRaw, isFormat: true })];
}

interface Form {
  readonly isRaw: boolean;
  /** Whether braces are escaped by doubling. */
  readonly isFormat: boolean;
}

/** Stretches between two places of a string: as they are written, or with escapes resolved. */
function segmentsOf(lowering: Lowering, [start, end]: Place, { isRaw, isFormat }: Form): readonly StringSegment[] {
  const written = lowering.text.slice(start, end);
  const found: StringSegment[] = [];
  let from = 0;
  const add = (text: string, at: number, to: number): void => {
    if (text !== '') found.push({ text, place: lowering.placeOf(start + at, start + to) });
  };
  const special = [
    ...(isRaw ? [] : [...written.matchAll(escape)].map((match) => ({ match, says: said(match[0]) }))),
    ...(isFormat ? [...written.matchAll(/\{\{|\}\}/g)].map((match) => ({ match, says: match[0].charAt(0) })) : []),
  ].sort((one, other) => one.match.index - other.match.index);
  if (special.length > MAX_ESCAPES) return [{ text: written, place: lowering.placeOf(start, end) }];
  for (const { match, says } of special) {
    if (match.index < from) continue;
    add(written.slice(from, match.index), from, match.index);
    add(says, match.index, match.index + match[0].length);
    from = match.index + match[0].length;
  }
  add(written.slice(from), from, written.length);
  return found;
}

/** A string with more escapes is not text. */
const MAX_ESCAPES = 500;

function said(written: string): string {
  const rest = written.slice(1);
  const kind = rest.charAt(0);
  if (/^\r?\n/.test(rest)) return '';
  if (/^[xuU]/.test(rest) && rest.length > 1) return character(Number.parseInt(rest.slice(1), 16));
  if (/^[0-7]/.test(rest)) return character(Number.parseInt(rest, 8));
  if (kind === 'N' && rest.length > 1) return '\uFFFD';
  return Object.hasOwn(simple, kind) ? (simple[kind] ?? '') : /["'\\]/.test(kind) ? kind : written;
}

function character(code: number): string {
  return code <= 0x10_ff_ff ? String.fromCodePoint(code) : '\uFFFD';
}
