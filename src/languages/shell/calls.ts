/** Commands as calls: the callee is the command's name, the arguments are its words. */
import type { Call, Name, Opaque } from '../../source/model.js';
import { commandWords } from './command-words.js';
import type { Frame } from './expanded.js';
import type { Reading } from './reading.js';
import { streamsOf } from './streams.js';
import type { Written } from './survey.js';

/** Deepest nesting of calls of functions that is followed. */
const MAX_CALLS = 3;

/** Reads a command as a call. In a function that is called, `frame` supplies the parameters. */
export function callOf(reading: Reading, written: Written, frame?: Frame): Call {
  const { node, source } = written;
  const { callee, values, valuesAt, open } = commandWords(reading, written, frame);
  const streams = streamsOf(reading, written, values, frame);
  let inside: readonly Call[] | undefined;
  return {
    kind: 'call',
    callee,
    arguments: streams ? [...values, streams] : values,
    argumentsAt: valuesAt,
    open,
    new: false,
    get inside() {
      return (inside ??= insideOf(reading, callee, { arguments: values, open, streams, depth: (frame?.depth ?? 0) + 1 }));
    },
    at: source.placed(node.pos, node.end),
    calleeAt: callee.at,
  };
}

/** The commands in the script's function that a command calls, with its parameters filled in. */
function insideOf(reading: Reading, callee: Name | Opaque, frame: Frame): readonly Call[] {
  const body = callee.kind === 'name' ? reading.survey.functions.get(callee.path[0] ?? '') : undefined;
  if (!body || frame.depth > MAX_CALLS) return [];
  const commands = reading.survey.bodies.get(body) ?? [];
  return reading.enter(commands.length) ? commands.map((written) => callOf(reading, written, frame)) : [];
}
