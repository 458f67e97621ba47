/** Where commands read their input and write their output. */
import type { Function as ShellFunction, Redirection } from 'unbash';
import type { Entry, Span, Table, Value } from '../../source/model.js';
import { unknown } from '../../source/values.js';
import type { Frame } from './expanded.js';
import { inputOf } from './output.js';
import type { Reading } from './reading.js';
import type { Source } from './source.js';
import type { Written } from './survey.js';
import { traced } from './tracing.js';

/** Most callers of functions that are followed back. */
const MAX_CALLERS = 100;

/** Keys for the destination of output. */
const outlets: ReadonlySet<string> = new Set(['>', '>>', '|', '$()']);

/**
 * The streams of a command as an additional argument: `<` its input; `>`, `>>` the files and `|` the command it writes to; `$()` if its output
 * becomes a value; `set -x` what the shell itself prints of it.
 */
export function streamsOf(reading: Reading, written: Written, values: readonly Value[], frame?: Frame): Table | undefined {
  const { node, source } = written;
  const at = source.placed(node.pos, node.end);
  const input = inputOf(reading, written, frame);
  const entries = [
    ...(input ? [entry('<', input, inputAt(written))] : []),
    ...outletsOf(reading, written, frame),
    ...traced(reading, written, values, frame),
  ];
  return entries.length > 0 ? { kind: 'table', entries, open: false, names: [], at } : undefined;
}

/** Where the input of a command is written. */
function inputAt({ node, source, before }: Written): Span {
  const here = node.redirects.findLast((redirect) => redirect.type !== 'Redirect');
  const body = here?.type === 'HereDoc' ? here.body : here;
  if (body) return source.placed(body.pos, body.end);
  const from = before ?? { node, source };
  return from.source.placed(from.node.pos, from.node.end);
}

function outletsOf(reading: Reading, written: Written, frame?: Frame): readonly Entry[] {
  const { node, source, piped, captured, within } = written;
  const at = source.placed(node.pos, node.end);
  const own = filesOf(reading, node.redirects, source, frame);
  if (own.some(({ key }) => outlets.has(key))) return own;
  if (piped?.node.name) return [...own, entry('|', reading.value(piped.node.name, piped.source, frame))];
  if (captured) return [...own, entry('$()', unknown(at))];
  const outer = filesOf(reading, written.redirects, source, frame);
  if (outer.length > 0) return [...own, ...outer];
  if (frame) return [...own, ...(frame.streams?.entries.filter(({ key }) => outlets.has(key)) ?? [])];
  return within && !isPrinted(reading, within) ? [...own, entry('$()', unknown(at))] : own;
}

/** Functions whose output is known to be printed, or not to be. */
const printed = new WeakMap<ShellFunction, boolean>();

/** Whether the output of a function is printed, as far as the script calls it. */
function isPrinted(reading: Reading, within: ShellFunction, callers = 0): boolean {
  const known = printed.get(within);
  if (known !== undefined || callers > MAX_CALLERS) return known ?? true;
  printed.set(within, false); // a function that is called only by itself is never called
  const isSeen = (reading.survey.called.get(within.name.value) ?? []).some((caller) => {
    if (caller.captured || caller.piped || [...caller.node.redirects, ...caller.redirects].some(isOutput)) return false;
    return !caller.within || isPrinted(reading, caller.within, callers + 1);
  });
  printed.set(within, isSeen);
  return isSeen;
}

/** `>`, `>>`, `2>`, `&>`, `>|`; not `>&2`. */
function isOutput(redirect: Redirection): boolean {
  return redirect.type === 'Redirect' && redirect.target !== undefined && /^&?>>?\|?$/.test(redirect.operator);
}

function filesOf(reading: Reading, redirects: readonly Redirection[], source: Source, frame?: Frame): readonly Entry[] {
  return redirects.flatMap((redirect) => {
    if (!isOutput(redirect) || redirect.type !== 'Redirect' || !redirect.target) return [];
    const isError = redirect.descriptor?.type === 'FileDescriptor' && redirect.descriptor.value === 2;
    return [entry(isError ? '2>' : redirect.operator.replace(/[&|]/g, ''), reading.value(redirect.target, source, frame))];
  });
}

export function entry(key: string, value: Value, at: Span = value.at): Entry {
  return { key, keyAt: at, value, at, maybe: false };
}
