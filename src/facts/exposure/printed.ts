import { copiers, dumpers, printers, repeatingSed, terminals, workflowCommands } from '../../cloudflare/sinks/shell-output.js';
import { sinksOf } from '../../cloudflare/sinks/languages.js';
import { workflowFiles } from '../../cloudflare/sinks/sinks.js';
import type { Call, Name, SourceFile, Span, Table, Value } from '../../source/model.js';
import { perFile } from '../../source/memoized.js';
import { alternatives, literal, shape } from '../../source/values.js';
import { callsOf } from '../program/calls.js';
import { pipedInto, programOf, streamsOf, wordsOfCommand } from '../program/commands.js';
import { type Exposure, exposureOf } from './exposure.js';
import { type Flow, flows, placeIn } from './flows.js';

type FlowsOf = (value: Value) => readonly Flow[];

/** Returns credentials that a script prints or writes to files, or that the shell prints while tracing. */
export const scriptExposures = perFile((file: SourceFile): readonly Exposure[] => {
  const flowsOf = flows(file);
  // What a function of a program prints is known from the functions of its language, at the call that passes it.
  const calls = sinksOf[file.language] ? file.calls : callsOf(file);
  return calls.flatMap((call) => {
    const program = programOf(call);
    return program === undefined ? [] : [...ofOutput(call, program, file, flowsOf), ...ofTrace(call, flowsOf)];
  });
});

function ofOutput(call: Call, program: string, file: SourceFile, flowsOf: FlowsOf): readonly Exposure[] {
  const streams = streamsOf(call);
  const filtered = filteredOf(call, file);
  const how = filtered ? filtered.how : outletOf(streams, program);
  // A function of the file may have the name of a command.
  if (how === 'output' && !shows(program)) return ofIssued(call, program, flowsOf);
  if (!how || !shows(program) || call.inside.length > 0 || (how === 'file' && writesTemporary(call, program))) return [];
  return shownBy(call, program, streams).flatMap(({ value, at }) => {
    const does = workflowCommands.find(([line]) => alternatives(value).some((each) => each.kind === 'text' && line.test(shape(each))))?.[1];
    if (does === 'masks') return [];
    const most = Math.min(revealedBy(call, program), filtered?.revealed ?? Infinity);
    return flowsOf(value).map((flow) =>
      exposureOf({ ...flow, revealed: Math.min(flow.revealed, most) }, placeIn(at, flow), does === 'hands on' ? 'output' : how, program),
    );
  });
}

/** `curl … | jq -r .result.value >> "$GITHUB_OUTPUT"` */
function ofIssued(call: Call, program: string, flowsOf: FlowsOf): readonly Exposure[] {
  return flowsOf(call).map((flow) => exposureOf(flow, call.at, 'output', program));
}

function shows(program: string): boolean {
  return printers.has(program) || copiers.has(program) || dumpers.has(program);
}

interface Shown {
  readonly value: Value;
  readonly at: Span;
}

/** Returns the values that a command prints. */
function shownBy(call: Call, program: string, streams: Table | undefined): readonly Shown[] {
  const { arguments: values, argumentsAt = [] } = call;
  const words = values.flatMap((value, index): readonly Shown[] =>
    value === streams ? [] : [{ value, at: argumentsAt[index] ?? value.at }],
  );
  // `printf -v NAME` prints nothing.
  if (printers.has(program)) return literal(values[0] ?? call.callee) === '-v' ? [] : words;
  if (dumpers.has(program)) return words.map(({ value, at }) => ({ value: variable(value), at }));
  return copiers.has(program) ? (streams?.entries ?? []).filter(({ key }) => key === '<') : [];
}

/** Returns the variable that a word names. */
function variable(word: Value): Value {
  const name = literal(word);
  return name === undefined ? word : ({ kind: 'name', path: ['env', name], at: word.at } satisfies Name);
}

/** Returns where a command's output goes; undefined if only to another program, or nowhere. */
function outletOf(streams: Table | undefined, program: string): 'log' | 'output' | 'file' | undefined {
  const outlet = streams?.entries.find(({ key }) => /^(?:>>?|\||\$\(\))$/.test(key));
  if (!outlet) return 'log';
  if (isTemporary(outlet.value)) return undefined;
  if (outlet.key.startsWith('>')) return fileAs(outlet.value) ?? (program === 'tee' ? 'file' : undefined);
  return undefined;
}

interface Filtered {
  readonly how: 'log' | 'output' | 'file' | undefined;
  readonly revealed: number;
}

/** Returns how the next command of a pipeline transforms the output, if it does. */
function filteredOf(call: Call, file: SourceFile): Filtered | undefined {
  const next = pipedInto(call, file);
  const program = next && programOf(next);
  const revealed = next && program !== undefined ? revealedByFilter(program, wordsOfCommand(next).join(' ')) : undefined;
  if (next && revealed !== undefined) return { how: outletOf(streamsOf(next), program ?? ''), revealed };
  // What a copier prints of its input, the next one prints again: `… | base64 | base64`.
  const isCopied = program !== undefined && copiers.has(program) && copiers.has(programOf(call) ?? '');
  return next && isCopied ? { how: outletOf(streamsOf(next), program), revealed: Infinity } : undefined;
}

/** Returns how many characters of a line a filter keeps; undefined if unknown. */
function revealedByFilter(program: string, words: string): number | undefined {
  if (program === 'cut') {
    const [kind, from = '', to = ''] = /(?:^| )-[cb] ?(\d*)-?(\d*)/.exec(words) ?? [];
    if (kind === undefined) return undefined;
    return to === '' ? Infinity : Number(to) - Math.max(Number(from), 1) + 1;
  }
  const most = /(?:^| )-(?:c|-bytes=) ?(\d+)/.exec(words)?.[1];
  if (program === 'head' || program === 'tail') return most === undefined ? Infinity : Number(most);
  if (program === 'sed') return repeatingSed.test(words) ? Infinity : undefined;
  return undefined;
}

/** Whether a file was created by `mktemp`: only its owner can read it, so this is a way to pass a credential to a command out of sight. */
function isTemporary(file: Value): boolean {
  return alternatives(file).some((option) => {
    const made = option.kind === 'text' ? option.parts.find((part) => part.kind === 'hole')?.value : option;
    return made?.kind === 'call' && programOf(made) === 'mktemp';
  });
}

/** `tee "$(mktemp)"` */
function writesTemporary({ arguments: values }: Call, program: string): boolean {
  return program === 'tee' && values.some(isTemporary);
}

function fileAs(file: Value): 'log' | 'output' | 'file' | undefined {
  if (file.kind === 'name') return workflowFiles.has(file.path.at(-1) ?? '') ? 'output' : 'file';
  const path = literal(file);
  if (path === '/dev/null') return undefined;
  return path !== undefined && terminals.test(path) ? 'log' : 'file';
}

/** Returns how many characters a command prints: `printf '%.4s'` prints four. */
function revealedBy({ arguments: [format] }: Call, program: string): number {
  const most = program === 'printf' && format ? /%\.(\d+)s/.exec(literal(format) ?? '')?.[1] : undefined;
  return most === undefined ? Infinity : Number(most);
}

/** Returns credentials in commands that `set -x` makes the shell print. */
function ofTrace(call: Call, flowsOf: FlowsOf): readonly Exposure[] {
  const trace = streamsOf(call)?.entries.find(({ key }) => key === 'set -x');
  return trace ? flowsOf(trace.value).map((flow) => exposureOf(flow, trace.keyAt, 'trace', trace.key)) : [];
}
