/** The output of commands, where it is known, and their input. */
import type { Redirection } from 'unbash';
import type { Span, Text, Value } from '../../source/model.js';
import { literal, part, impliedText } from '../../source/values.js';
import { commandWords } from './command-words.js';
import type { Frame } from './expanded.js';
import type { Reading } from './reading.js';
import type { Source } from './source.js';
import type { Written } from './survey.js';

/** Longest pipe that is followed. */
const MAX_LINKS = 5;

/** Returns the output of a command, if it is known. */
export function outputOf(reading: Reading, written: Written, frame?: Frame, links = 0): Value | undefined {
  const { callee, values, open } = commandWords(reading, written, frame);
  const input = (): Value | undefined => (links < MAX_LINKS ? inputOf(reading, written, frame, links + 1) : undefined);
  const words = values.filter((value) => !/^-[neE]+$/.test(literal(value) ?? ''));
  const [first] = words;
  const options = words.map((word) => literal(word) ?? '');
  if (callee.kind !== 'name') return undefined;
  const [program = ''] = callee.path;
  // What is printed stays the same where an unquoted variable splits into words, but not where it is an unknown number of arguments.
  const isWritten = /^(?:echo|printf)$/.test(program) && written.node.args.every((word) => isOneValue(reading, word, written, frame));
  if (open && !isWritten) return undefined;
  switch (program) {
    case 'echo':
      return first && sentence(words, callee.at);
    case 'printf':
      return printed(options[0] === '-v' ? words.slice(2) : words);
    case 'cat':
      return options.every((option) => option === '-') ? input() : undefined;
    case 'tr': {
      // Deleting quotes or line endings does not change which value it is.
      const value = input();
      return value?.kind === 'text' ? undefined : value;
    }
    case 'base64':
      return options.some((option) => /^(?:-d|-D|--decode)$/.test(option)) ? decoded(input()) : undefined;
    default:
      return undefined;
  }
}

function isOneValue(reading: Reading, word: Written['node']['args'][number], { source }: Written, frame?: Frame): boolean {
  return word.type === 'Word' && reading.arguments(word, source, frame).values.length === 1;
}

function printed([format, ...words]: readonly Value[]): Value | undefined {
  if (words.length === 1 && /^%s(?:\\n)?$/.test((format && literal(format)) ?? '')) return words[0];
  return format?.kind === 'text' ? formatted(format, words) : undefined;
}

/** Fills the places of a format with words; undefined if it has places other than `%s`, or if their number differs from that of the words. */
function formatted(format: Text, words: readonly Value[]): Text | undefined {
  const whole = literal(format);
  if (whole === undefined || /%(?!s|%)/.test(whole)) return undefined;
  const places = [...whole.matchAll(/%s/g)];
  if (places.length !== words.length) return undefined;
  let offset = 0;
  const parts = [...places.map(({ index }) => index), whole.length].flatMap((end, index): Text['parts'] => {
    const before = end > offset ? part(format, offset, end).parts : [];
    offset = end + 2;
    const word = words[index];
    return word ? [...before, ...(word.kind === 'text' ? word.parts : [{ kind: 'hole' as const, value: word, at: word.at }])] : before;
  });
  return { ...format, parts };
}

/** Returns the input of a command, if it is known. */
export function inputOf(reading: Reading, { node, source, before }: Written, frame?: Frame, links = 0): Value | undefined {
  for (const redirect of [...node.redirects].reverse()) {
    const input = inputBy(reading, redirect, source, frame);
    if (input) return input;
  }
  return before && outputOf(reading, before, frame, links);
}

function inputBy(reading: Reading, redirect: Redirection, source: Source, frame?: Frame): Value | undefined {
  if (redirect.type === 'HereDoc') return reading.document(redirect, source, frame);
  return redirect.type === 'HereString' && redirect.target ? reading.value(redirect.target, source, frame) : undefined;
}

/** Joins words with spaces. */
function sentence(words: readonly Value[], at: Span): Value {
  const [first] = words;
  if (first && words.length === 1) return first;
  const parts = words.flatMap((word, index): Text['parts'] => {
    const between = { start: word.at.start, end: word.at.start };
    const space: Text['parts'] = index > 0 ? [{ kind: 'piece', text: ' ', at: between, exact: false }] : [];
    return [...space, ...(word.kind === 'text' ? word.parts : [{ kind: 'hole' as const, value: word, at: word.at }])];
  });
  return { kind: 'text', parts, names: [], fallbackFor: undefined, at };
}

function decoded(input: Value | undefined): Value | undefined {
  const encoded = input && literal(input);
  if (!input || encoded === undefined || !/^[\w+/]+={0,2}\s*$/.test(encoded)) return undefined;
  return impliedText(Buffer.from(encoded, 'base64').toString('utf8'), input.at);
}
