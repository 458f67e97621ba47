/** Commands as calls: the callee is the command's name, the arguments are its words. */
import type { Call, Entry, Name, Opaque, Table, Value } from '../../source.js';
import { unknown } from '../../values.js';
import { commandWords } from './command-words.js';
import { inputOf } from './output.js';
import type { Frame } from './expanded.js';
import type { Reading } from './reading.js';
import type { Written } from './survey.js';

/** Functions are followed through no more calls than this. */
const MOST_CALLS = 3;

export function callOf(reading: Reading, written: Written, frame?: Frame): Call {
  const { node, source } = written;
  const { callee, values, open } = commandWords(reading, written, frame);
  const streams = streamsOf(reading, written, frame);
  return {
    kind: 'call',
    callee,
    arguments: streams ? [...values, streams] : values,
    open,
    new: false,
    get inside() {
      return insideOf(reading, callee, { arguments: values, open, depth: (frame?.depth ?? 0) + 1 });
    },
    at: source.placed(node.pos, node.end),
    calleeAt: callee.at,
  };
}

/** The commands in the script's own function of that name, its parameters filled in. */
function insideOf(reading: Reading, callee: Name | Opaque, frame: Frame): readonly Call[] {
  const body = callee.kind === 'name' ? reading.survey.functions.get(callee.path[0] ?? '') : undefined;
  if (!body || frame.depth > MOST_CALLS) return [];
  return reading.survey.commands.filter(({ within }) => within === body).map((written) => callOf(reading, written, frame));
}

/**
 * Where a command reads and writes, as one more argument: `<` what is written into it, `>`, `>>` the files and `|` the command it writes to,
 * `$()` if its output becomes a value.
 */
function streamsOf(reading: Reading, written: Written, frame?: Frame): Table | undefined {
  const { node, source, piped, captured } = written;
  const at = source.placed(node.pos, node.end);
  const entry = (key: string, value: Value): Entry => ({ key, keyAt: value.at, value, at: value.at, maybe: false });
  const input = inputOf(reading, written, frame);
  const entries = [
    ...(input ? [entry('<', input)] : []),
    ...node.redirects.flatMap((redirect) => {
      if (redirect.type !== 'Redirect' || !redirect.target || !/^&?>>?\|?$/.test(redirect.operator)) return [];
      const key =
        redirect.descriptor?.type === 'FileDescriptor' && redirect.descriptor.value === 2 ? '2>' : redirect.operator.replace(/[&|]/g, '');
      return [entry(key, reading.value(redirect.target, source, frame))];
    }),
    ...(piped?.node.name ? [entry('|', reading.value(piped.node.name, piped.source, frame))] : []),
    ...(captured ? [entry('$()', unknown(at))] : []),
  ];
  return entries.length > 0 ? { kind: 'table', entries, open: false, names: [], at } : undefined;
}
