/** A command as the words that it is made of. */
import type { Name, Opaque, Span, Value } from '../../source/model.js';
import { literal, unknown } from '../../source/values.js';
import type { Frame } from './expanded.js';
import type { Reading } from './reading.js';
import type { Written } from './survey.js';

/** Commands that run the command behind them. */
const runners = new Set('sudo doas env command exec nohup time nice timeout builtin retry xargs npx bunx'.split(' '));

export interface CommandWords {
  readonly callee: Name | Opaque;
  readonly values: readonly Value[];
  /** Where each of them is written. */
  readonly valuesAt: readonly Span[];
  /** Whether there may be arguments that cannot be seen. */
  readonly open: boolean;
}

/** The command that is run, and its arguments. */
export function commandWords(reading: Reading, { node, source }: Written, frame?: Frame): CommandWords {
  const program = node.name && reading.value(node.name, source, frame);
  const whole = source.placed(node.pos, node.end);
  const path = [baseOf((program && literal(program)) ?? '')];
  let option: string | undefined;
  const given = node.args.flatMap((word) => {
    if (word.type !== 'Word') return [];
    const names = option === undefined ? [] : [...path, option];
    option = /^--?([A-Z][\w-]*)$/i.exec(word.value)?.[1];
    return [{ ...reading.arguments(word, source, frame, names), at: source.placed(word.pos, word.end) }];
  });
  const all = [program ?? unknown(whole), ...given.flatMap(({ values }) => values)];
  const skipped = runs(all);
  const [callee, ...values] = all.slice(skipped);
  const valuesAt = given.flatMap(({ values: own, at }) => own.map(() => at)).slice(skipped);
  return { callee: nameOf(callee ?? unknown(whole)), values, valuesAt, open: given.some(({ open }) => open) };
}

/** How many words stand before the command that a command runs: `sudo -E`, `timeout 10`, `env NAME=value`. */
function runs(words: readonly Value[]): number {
  let at = 0;
  for (const [index, word] of words.entries()) {
    const text = literal(word) ?? '';
    // A command, if it is the first word, and behind a runner what is no option, number or assignment.
    if (index > 0 && !/^[a-z./][\w./-]*$/i.test(text)) continue;
    at = index;
    if (!runners.has(baseOf(text))) break;
  }
  return at;
}

function baseOf(program: string): string {
  return program.slice(program.lastIndexOf('/') + 1);
}

function nameOf(value: Value): Name | Opaque {
  const program = literal(value);
  if (program === undefined || program === '') return unknown(value.at);
  return { kind: 'name', path: [baseOf(program)], at: value.at };
}
