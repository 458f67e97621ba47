import type { HttpCommand, Switch, Valued } from '../../cloudflare/http/http-commands.js';
import type { Call, Entry, Span, Text, Value } from '../../source/model.js';
import { alternatives, unwrapHole, literal, part, place, shape } from '../../source/values.js';

/** A word on a command line, and its meaning to the command. */
export type Word =
  { readonly is: Valued | 'operand'; readonly value: Value; readonly at: Span } | { readonly is: Switch; readonly at: Span };

/** Parses the arguments of a command into words. One-letter options may be combined, with a value directly behind them. */
export function wordsOf(call: Call, command: HttpCommand): readonly Word[] {
  const values = call.arguments.filter((argument) => argument.kind !== 'table');
  const found: Word[] = [];
  let operandsOnly = false;
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index];
    if (!value) continue;
    const option = operandsOnly ? undefined : optionIn(value);
    if (!option || value.kind !== 'text') {
      found.push({ is: 'operand', value, at: value.at });
    } else if (option === '--') {
      operandsOnly = true;
    } else {
      const next = values[index + 1];
      const words = option.startsWith('--') ? long(value, option, command, next) : short(value, command, next);
      found.push(...words);
      if (words.some((word) => 'value' in word && word.value === next)) index += 1;
    }
  }
  return found;
}

/** Returns the name of an option, as far as it is literal. */
function optionIn(value: Value): string | undefined {
  const [first] = value.kind === 'text' ? value.parts : [];
  return first?.kind === 'piece' ? /^-(?:-[\w.-]*|[\w#])/.exec(first.text)?.[0] : undefined;
}

function long(text: Text, name: string, { valued, switches }: HttpCommand, next: Value | undefined): readonly Word[] {
  const whole = shape(text);
  const inline = whole.startsWith('=', name.length);
  const is = valued.get(name);
  if (is !== undefined) {
    if (inline) return [{ is, value: part(text, name.length + 1, whole.length), at: text.at }];
    return next ? [{ is, value: next, at: text.at }] : [];
  }
  const does = switches.get(name);
  return does === undefined ? [] : [{ is: does, at: text.at }];
}

function short(text: Text, { valued, switches }: HttpCommand, next: Value | undefined): readonly Word[] {
  const whole = shape(text);
  const found: Word[] = [];
  for (let index = 1; index < whole.length; index += 1) {
    const name = `-${whole.charAt(index)}`;
    const is = valued.get(name);
    if (is !== undefined) {
      const value = index + 1 < whole.length ? part(text, index + 1, whole.length) : next;
      return value ? [...found, { is, value, at: text.at }] : found;
    }
    const does = switches.get(name);
    if (does !== undefined) found.push({ is: does, at: place(text, index, index + 1) });
  }
  return found;
}

/** Parses a word `name=value` into entries. `form` matches the name and the separator; a word of another form has no entries. */
export function fieldIn(value: Value, form: RegExp): readonly (Entry & { readonly between: string })[] {
  return alternatives(value).flatMap((option) => {
    if (option.kind !== 'text') return [];
    const whole = shape(option);
    const [before, name = '', between = ''] = form.exec(whole) ?? [];
    if (before === undefined) return [];
    const held = unwrapHole(part(option, before.length, whole.length, [name]));
    return [{ key: name, keyAt: place(option, 0, name.length), value: held, at: option.at, maybe: false, between }];
  });
}

/** Parses the lines `option = "value"` of an options file into the words they are equivalent to. */
export function configWords(config: Value, { valued }: HttpCommand): readonly Word[] {
  if (config.kind !== 'text') return [];
  let offset = 0;
  return shape(config)
    .split('\n')
    .flatMap((line): readonly Word[] => {
      const end = (offset += line.length + 1) - 1;
      const [, before = '', dashes = '--', name = ''] = /^(\s*(--?)?([a-z][\w-]*))/i.exec(line) ?? [];
      const rest = line.slice(before.length).replace(/^[\s=:]+/, '');
      const is = valued.get(dashes + name);
      if (is === undefined || rest === '') return [];
      const start = end - rest.length;
      const quoted = /^"([^"]*)"/.exec(rest)?.[1];
      const value =
        quoted === undefined ? part(config, start, start + rest.trimEnd().length) : part(config, start + 1, start + 1 + quoted.length);
      return [{ is, value, at: value.at }];
    });
}

/** Whether a word is certainly `text`. */
export function isWord(value: Value, text: string): boolean {
  return literal(value) === text;
}
