/** Scripts and commands in data files. */
import type { Entry, Piece, Span, Text, Value } from '../../source/model.js';
import { literal } from '../../source/values.js';
import type { Mapping, Scalar } from './datum.js';
import { withHoles } from './expressions.js';

/** Returns a script as a text in which workflow expressions are holes. Separate lines are joined. */
export function scriptText(scripts: readonly { readonly pieces: readonly Piece[]; readonly at: Span }[], path: string): Text | undefined {
  const [first] = scripts;
  const last = scripts.at(-1);
  if (!first || !last) return undefined;
  const parts = scripts.flatMap(({ pieces, at }, index): readonly Piece[] =>
    index === 0 ? pieces : [{ kind: 'piece', text: '\n', at: { start: at.start, end: at.start }, exact: false }, ...pieces],
  );
  const at = { start: first.at.start, end: last.at.end };
  return withHoles({ kind: 'text', parts, names: [], fallbackFor: undefined, at }, path, true);
}

/** A word of a container's command, with the scalar that it is written as. */
interface Word {
  readonly value: Value;
  readonly scalar: Scalar | undefined;
}

/** The words of the command that a container runs. If it names no program, the program is named after the image. */
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
  const valueOf = (key: string): Value | undefined => entries.find((entry) => entry.key === key)?.value;
  const args = listed('args');
  // `"command": "npx", "args": [ … ]`
  const written = (key: string): readonly Word[] => {
    const value = valueOf(key);
    return value?.kind === 'text' && args.length > 0 ? [{ value, scalar: undefined }] : listed(key);
  };
  const [entrypoint, command] = [written('entrypoint'), written('command')];
  const words = [...entrypoint, ...command, ...args];
  // Cloud Build calls a step by its image.
  const image = valueOf('image') ?? (command.length === 0 ? valueOf('name') : undefined);
  const program = image && (literal(image) ?? '').split('/').at(-1)?.split(/[:@]/)[0];
  const namesProgram = entrypoint.length > 0 || (command.length > 0 && !entrypoints.has(program ?? ''));
  if (words.length === 0 || !image || program === undefined || namesProgram) return words;
  const piece: Piece = { kind: 'piece', text: program, at: image.at, exact: false };
  return [{ value: { kind: 'text', parts: [piece], names: [], fallbackFor: undefined, at: image.at }, scalar: undefined }, ...words];
}

/** Images whose entry point runs their own program with the arguments in `command`. */
const entrypoints: ReadonlySet<string> = new Set(['cloudflared']);
