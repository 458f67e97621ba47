/** Commands that are given as a list of their words. */
import type { Call, Span, Text, Value } from '../../source/model.js';
import { literal } from '../../source/values.js';

/** Shells whose `-c` takes a script. */
const shells = /^(?:.*\/)?(?:ba|z|da|a)?sh$/;

/** The place, among the words of a command, of the script that a shell is given: `['sh', '-c', 'script']`, behind another command too. */
export function scriptAmong(words: readonly Value[]): number | undefined {
  const shell = words.findIndex((word) => shells.test(literal(word) ?? ''));
  if (shell === -1) return undefined;
  const options = words.slice(shell + 1).map((word) => literal(word) ?? '');
  const option = options.findIndex((word) => !/^-[a-z]*$/.test(word) || word.endsWith('c'));
  const script = shell + 1 + option + 1;
  return /^-[a-z]*c$/.test(options[option] ?? '') && script < words.length ? script : undefined;
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
