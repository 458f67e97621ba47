/** Strings: literal ones, interpolated ones, and heredoc strings. */
import { element, identifier, member, node, type Node, type Place, type StringSegment, string, template } from '../../lowering/nodes.js';
import { partsOf } from '../../lowering/lezer.js';
import type { PhpNode } from '../parser.js';
import type { Lowering } from './lowering.js';

const escape = /\\(?:u\{[\da-fA-F]+\}|x[\da-fA-F]{1,2}|[0-7]{1,3}|.)/gs;
const simple: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', v: '\v', e: '\u001B', f: '\f' };

/** A string with more escapes is not text. */
const MAX_ESCAPES = 500;

export function lowerString(lowering: Lowering, of: PhpNode): Node {
  const place = lowering.place(of);
  const written = lowering.textOf(of);
  const quote = written.charAt(0);
  const inside: Place = [of.from + 1, written.length > 1 && written.endsWith(quote) ? of.to - 1 : of.to];
  if (quote === "'") return string(segmentsOf(lowering, inside, 'single'), place);
  const holes = partsOf(of).filter(({ name }) => name !== 'EscapeSequence');
  return filled(
    lowering,
    inside,
    holes.map((each) => ({ from: each.from, to: each.to, value: lowerHole(lowering, each) })),
    place,
  );
}

interface Hole {
  readonly from: number;
  readonly to: number;
  readonly value: Node;
}

function filled(lowering: Lowering, [start, end]: Place, holes: readonly Hole[], place: Place): Node {
  const parts: (StringSegment | Node)[] = [];
  let from = start;
  for (const { from: at, to, value } of holes) {
    parts.push(...segmentsOf(lowering, [from, at], 'double'), value);
    from = to;
  }
  const rest = segmentsOf(lowering, [from, end], 'double');
  return holes.length === 0 ? string(rest, place) : template([...parts, ...rest], place);
}

/** `$a`, `$a[b]`, `$a->b`, `{$a->b['c']}`, `${a}`. */
function lowerHole(lowering: Lowering, of: PhpNode): Node {
  const parts = partsOf(of);
  const [first, second, third] = parts;
  switch (of.name) {
    case 'Interpolation': {
      if (!second) return lowering.unknown(of);
      return second.name === 'Name' ? identifier(lowering.variableName(second), lowering.place(second)) : lowering.expression(second);
    }
    case 'SubscriptExpression': {
      if (!first || !third) return lowering.unknown(of);
      const at = lowering.place(third);
      const key = third.name === 'Name' ? string([{ text: lowering.textOf(third), place: at }], at) : lowering.expression(third);
      return element(lowering.expression(first), key, lowering.place(of));
    }
    default:
      return lowering.expression(of);
  }
}

/** A heredoc begins on the line after its opening delimiter, and is indented as far as its closing one. */
export function lowerHeredoc(lowering: Lowering, of: PhpNode): Node {
  const written = lowering.textOf(of);
  const [open = '', quote = ''] = /^<<<[ \t]*(['"]?)\w+['"]?\r?\n/.exec(written) ?? [];
  const end = of.from + Math.max(open.length, written.lastIndexOf('\n'));
  const inside: Place = [of.from + open.length, end];
  const place = lowering.place(of);
  if (open === '' || quote === "'") return string([{ text: lowering.text.slice(...inside), place: inside }], place);
  const holes = [...lowering.text.slice(...inside).matchAll(hole)].map((match): Hole => {
    const at = inside[0] + match.index;
    return { from: at, to: at + match[0].length, value: lowerWritten(lowering, match[0], at) };
  });
  return filled(lowering, inside, holes, place);
}

/** An interpolation in a heredoc, which the parser does not parse. */
const hole = /\{\$[^{}\n]{1,200}\}|\$[a-z_]\w*(?:->\w+|\[[^\]\n]{1,100}\])?/gi;
const steps = /->(\w+)|\[['"]?([\w-]+)['"]?\]/gy;

/** Lowers an interpolated variable with its members. */
function lowerWritten(lowering: Lowering, written: string, at: number): Node {
  const start = at + (written.startsWith('{') ? 1 : 0);
  const [name = ''] = /^\$\w+/.exec(written.replace(/^\{/, '')) ?? [];
  const own = { name: '', type: { isError: false }, firstChild: null, nextSibling: null, from: start, to: start + name.length };
  let value = lowering.variable(own);
  steps.lastIndex = 0;
  const rest = written.replace(/^\{/, '').replace(/\}$/, '').slice(name.length);
  let length = 0;
  for (const match of rest.matchAll(steps)) {
    const end = own.to + match.index + match[0].length;
    const key = match[1] ?? match[2] ?? '';
    const place: Place = [own.to + match.index, end];
    value =
      match[1] === undefined
        ? element(value, string([{ text: key, place }], place), [start, end])
        : member(value, key, place, [start, end]);
    length = match.index + match[0].length;
  }
  return length === rest.length ? value : node('Super', [at, at + written.length]);
}

/** Stretches between two places of a string. */
function segmentsOf(lowering: Lowering, [start, end]: Place, kind: 'single' | 'double'): readonly StringSegment[] {
  const written = lowering.text.slice(start, end);
  const escapes = [...written.matchAll(escape)];
  if (escapes.length > MAX_ESCAPES) return [{ text: written, place: [start, end] }];
  const found: StringSegment[] = [];
  const add = (text: string, from: number, to: number): void => {
    if (text !== '') found.push({ text, place: [start + from, start + to] });
  };
  let from = 0;
  for (const { 0: sequence, index } of escapes) {
    const said = unescape(sequence, kind);
    if (said === sequence) continue;
    add(written.slice(from, index), from, index);
    from = index + sequence.length;
    add(said, index, from);
  }
  add(written.slice(from), from, written.length);
  return found;
}

function unescape(sequence: string, kind: 'single' | 'double'): string {
  const rest = sequence.slice(1);
  if (kind === 'single') return rest === "'" || rest === '\\' ? rest : sequence;
  if (rest.startsWith('u{')) return character(Number.parseInt(rest.slice(2), 16));
  if (/^x[\da-f]/i.test(rest)) return character(Number.parseInt(rest.slice(1), 16));
  if (/^[0-7]/.test(rest)) return character(Number.parseInt(rest, 8));
  if (Object.hasOwn(simple, rest)) return simple[rest] ?? '';
  return /^["\\$]$/.test(rest) ? rest : sequence;
}

function character(code: number): string {
  return code <= 0x10_ff_ff ? String.fromCodePoint(code) : '\uFFFD';
}
