/** Scripts and commands that stand in data. */
import type { Call, Contents, Entry, Piece, Span, Text, Value } from '../../source.js';
import { literal } from '../../values.js';
import type { Mapping, Scalar } from './datum.js';
import { readShell } from '../shell/index.js';
import { asShell } from './expressions.js';
import { placing } from './strings.js';

/** Reads a script, or the lines that together are one. */
export function scriptOf(scripts: readonly { readonly pieces: readonly Piece[]; readonly at: Span }[]): Contents | undefined {
  const [first] = scripts;
  const last = scripts.at(-1);
  if (!first || !last) return undefined;
  const lines = scripts.flatMap(({ pieces, at }, index): readonly Piece[] =>
    index === 0 ? pieces : [{ kind: 'piece', text: '\n', at: { start: at.start, end: at.start }, exact: false }, ...pieces],
  );
  const pieces = asShell(lines);
  return readShell(pieces.map(({ text }) => text).join(''), placing(pieces, { start: first.at.start, end: last.at.end }));
}

/** A word of a container's command, and how it is written. */
interface Word {
  readonly value: Value;
  readonly scalar: Scalar | undefined;
}

/** The words of the command that a container runs; where it names no program, that is what its image is called. */
export function wordsOf({ pairs }: Mapping, entries: readonly Entry[]): readonly Word[] {
  const listed = (key: string): readonly Word[] => {
    const index = pairs.findIndex((pair) => pair.key === key);
    const [datum, value] = [pairs[index]?.value, entries[index]?.value];
    if (datum?.kind !== 'sequence' || value?.kind !== 'list') return [];
    return value.items.map((item, at) => {
      const scalar = datum.items[at];
      return { value: item, scalar: scalar?.kind === 'scalar' ? scalar : undefined };
    });
  };
  const [entrypoint, command, args] = [listed('entrypoint'), listed('command'), listed('args')];
  const words = [...entrypoint, ...command, ...args];
  const image = entries.find(({ key }) => key === 'image')?.value;
  const program = image && (literal(image) ?? '').split('/').at(-1)?.split(/[:@]/)[0];
  const namesProgram = entrypoint.length > 0 || (command.length > 0 && !entrypoints.has(program ?? ''));
  if (words.length === 0 || !image || program === undefined || namesProgram) return words;
  const piece: Piece = { kind: 'piece', text: program, at: image.at, exact: false };
  return [{ value: { kind: 'text', parts: [piece], names: [], insteadOf: undefined, at: image.at }, scalar: undefined }, ...words];
}

/** Images that run their program with whatever command they are given. */
const entrypoints: ReadonlySet<string> = new Set(['cloudflared']);

/** Shells whose `-c` takes a script. */
const shells = /^(?:.*\/)?(?:ba|z|da|a)?sh$/;

/** The place, among the words of a command, of the script that a shell is given: `['sh', '-c', 'script']`. */
export function scriptAmong(words: readonly Value[]): number | undefined {
  const [program] = words;
  if (program === undefined || !shells.test(literal(program) ?? '')) return undefined;
  const option = words.findIndex((word) => /^-[a-z]*c$/.test(literal(word) ?? ''));
  return option === -1 || option + 1 >= words.length ? undefined : option + 1;
}

/** The words of a command that no shell reads: `['cloudflared', 'tunnel', 'run']`. */
export function commandOf(words: readonly Value[], at: Span): Call | undefined {
  const [program, ...rest] = words;
  const name = program && literal(program);
  if (program === undefined || name === undefined) return undefined;
  return {
    kind: 'call',
    callee: { kind: 'name', path: [name.slice(name.lastIndexOf('/') + 1)], at: program.at },
    arguments: rest.map((word, index) => named(word, rest[index - 1], name)),
    open: false,
    new: false,
    inside: [],
    at,
    calleeAt: program.at,
  };
}

/** What follows an option is bound to its name, as in shells. */
function named(word: Value, before: Value | undefined, program: string): Value {
  const option = before && /^--?([A-Z][\w-]*)$/i.exec(literal(before) ?? '')?.[1];
  return word.kind === 'text' && option !== undefined ? ({ ...word, names: [program, option] } satisfies Text) : word;
}
