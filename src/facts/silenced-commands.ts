import type { Call, Table, Value } from '../source.js';
import { alternatives, get, given, literal } from '../values.js';

/** Options by which a program looks at an answer whose body it throws away: its status, its headers, all that is said. */
const looking = /^(?:-[a-zA-Z]*[wvDi]|--(?:write-out|verbose|dump-header|include|trace(?:-ascii)?)(?:=|$))/;

/** Whether what a command prints is thrown away, and it is asked for nothing else: `curl … > /dev/null`, `curl -o /dev/null …`. */
export function isSilenced({ callee, arguments: values }: Call): boolean {
  if (callee.kind !== 'name' || callee.module !== undefined || callee.path.join('.') !== 'curl') return false;
  const words = values.map((value) => literal(value) ?? '');
  if (words.some((word) => looking.test(word))) return false;
  const option = words.findIndex((word) => /^(?:-[a-zA-Z]*o|--output)$/.test(word));
  const streams = values.find((value): value is Table => value.kind === 'table');
  return (option >= 0 && words[option + 1] === nowhere) || (streams !== undefined && isNowhere(given(get(streams, '>'))));
}

const nowhere = '/dev/null';

function isNowhere(value: Value | undefined): boolean {
  return value !== undefined && alternatives(value).every((option) => literal(option) === nowhere);
}
