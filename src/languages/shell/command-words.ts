/** A command as its words. */
import type { Name, Opaque, Span, Value } from '../../source/model.js';
import { unknown } from '../../source/values.js';
import type { Frame } from './expanded.js';
import type { Reading } from './reading.js';
import { programName, wordsBefore } from './words.js';
import type { Written } from './survey.js';

export interface CommandWords {
  readonly callee: Name | Opaque;
  readonly values: readonly Value[];
  /** Where each value is written. */
  readonly valuesAt: readonly Span[];
  /** Whether there may be unknown arguments. */
  readonly open: boolean;
}

/** Returns the command that is run, and its arguments. */
export function commandWords(reading: Reading, { node, source }: Written, frame?: Frame): CommandWords {
  const whole = source.placed(node.pos, node.end);
  // `$RUN deploy` has as many words as the variable's value.
  const named = node.name ? reading.arguments(node.name, source, frame).values : [];
  const [program = unknown(whole), ...further] = named;
  const path = [programName(program) ?? ''];
  let option: string | undefined;
  const given = node.args.flatMap((word) => {
    if (word.type !== 'Word') return [];
    const names = option === undefined ? [] : [...path, option];
    option = /^--?([A-Z][\w-]*)$/i.exec(word.value)?.[1];
    return [{ ...reading.arguments(word, source, frame, names), at: source.placed(word.pos, word.end) }];
  });
  const all = [program, ...further, ...given.flatMap(({ values }) => values)];
  const skipped = wordsBefore(all);
  const [callee, ...values] = all.slice(skipped);
  const valuesAt = [...further.map((word) => word.at), ...given.flatMap(({ values: own, at }) => own.map(() => at))].slice(skipped);
  return { callee: nameOf(callee ?? unknown(whole)), values, valuesAt, open: given.some(({ open }) => open) };
}

function nameOf(value: Value): Name | Opaque {
  const program = programName(value);
  return program === undefined ? unknown(value.at) : { kind: 'name', path: [program], at: value.at };
}
