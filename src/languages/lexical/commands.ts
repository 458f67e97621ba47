/** Commands that programs run: shell commands, or a program with its arguments. */
import type { Call, Contents, Text, Value } from '../../source/model.js';
import { get, presentValue, noContents } from '../../source/values.js';
import { readEmbedded } from '../shell/index.js';
import { commandOf } from '../shell/words.js';
import type { Profile } from './profile.js';

/** Returns the contents of the commands that a program runs. */
export function commandsIn(calls: readonly Call[], { runs }: Profile): readonly Contents[] {
  if (!runs) return [];
  return calls.flatMap((call) => (call.callee.kind === 'name' && runs.test(call.callee.path.join('.')) ? contentsOf(call) : []));
}

function contentsOf({ callee, arguments: values, at }: Call): readonly Contents[] {
  const words = values.filter((value) => value.kind !== 'table');
  const [options] = values.filter((value) => value.kind === 'table');
  // `sh(script: '…', returnStdout: true)`
  const line: Value | undefined = words[0] ?? (options && presentValue(get(options, 'script')));
  if (words.length > 1) {
    const command = commandOf(words, at);
    return command ? [{ ...noContents, calls: [command] }] : [];
  }
  const isTaken =
    (callee.kind === 'name' && callee.path[0] === 'backticks') || (options !== undefined && get(options, 'returnStdout') !== 'absent');
  return line?.kind === 'text' && isLine(line) ? [readEmbedded(line, isTaken)] : [];
}

/** A single word is a program without arguments, which is not worth reading. */
function isLine({ parts }: Text): boolean {
  return parts.some((part) => part.kind === 'piece' && /\s/.test(part.text));
}
