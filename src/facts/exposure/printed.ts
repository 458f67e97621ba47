import { copiers, dumpers, printers, terminals, workflowCommands } from '../../cloudflare/sinks/shell-output.js';
import { workflowFiles } from '../../cloudflare/sinks/sinks.js';
import type { Call, Name, SourceFile, Span, Table, Value } from '../../source/model.js';
import { alternatives, literal, perFile, shape } from '../../source/values.js';
import { callsOf } from '../program/calls.js';
import { programOf, streamsOf } from '../program/commands.js';
import { type Exposure, exposed } from './exposure.js';
import { type Flow, flows, placeIn } from './flows.js';

type FlowsOf = (value: Value) => readonly Flow[];

/** Credentials that a script prints, writes to files, or lets the shell print. */
export const printed = perFile((file: SourceFile): readonly Exposure[] => {
  const flowsOf = flows(file);
  return callsOf(file).flatMap((call) => {
    const program = programOf(call);
    return program === undefined ? [] : [...ofOutput(call, program, flowsOf), ...ofTrace(call, flowsOf)];
  });
});

function ofOutput(call: Call, program: string, flowsOf: FlowsOf): readonly Exposure[] {
  const streams = streamsOf(call);
  const how = outletOf(streams, program);
  // A function of the file may be called like a command.
  if (!how || !shows(program) || call.inside.length > 0) return [];
  return shownBy(call, program, streams).flatMap(({ value, at }) => {
    const does = workflowCommands.find(([line]) => alternatives(value).some((each) => each.kind === 'text' && line.test(shape(each))))?.[1];
    if (does === 'masks') return [];
    const most = revealedBy(call, program);
    return flowsOf(value).map((flow) =>
      exposed({ ...flow, revealed: Math.min(flow.revealed, most) }, placeIn(at, flow), does === 'hands on' ? 'output' : how, program),
    );
  });
}

function shows(program: string): boolean {
  return printers.has(program) || copiers.has(program) || dumpers.has(program);
}

interface Shown {
  readonly value: Value;
  readonly at: Span;
}

/** What a command prints of what it is given. */
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

/** The variable that a word is the name of. */
function variable(word: Value): Value {
  const name = literal(word);
  return name === undefined ? word : ({ kind: 'name', path: ['env', name], at: word.at } satisfies Name);
}

/** What becomes of a command's output; undefined if only another program, or nobody, is given it. */
function outletOf(streams: Table | undefined, program: string): 'log' | 'output' | 'file' | undefined {
  const outlet = streams?.entries.find(({ key }) => /^(?:>>?|\||\$\(\))$/.test(key));
  if (!outlet) return 'log';
  if (outlet.key.startsWith('>')) return fileAs(outlet.value) ?? (program === 'tee' ? 'file' : undefined);
  return undefined;
}

function fileAs(file: Value): 'log' | 'output' | 'file' | undefined {
  if (file.kind === 'name') return workflowFiles.has(file.path.at(-1) ?? '') ? 'output' : 'file';
  const path = literal(file);
  if (path === '/dev/null') return undefined;
  return path !== undefined && terminals.test(path) ? 'log' : 'file';
}

/** `printf '%.4s'` shows four characters. */
function revealedBy({ arguments: [format] }: Call, program: string): number {
  const most = program === 'printf' && format ? /%\.(\d+)s/.exec(literal(format) ?? '')?.[1] : undefined;
  return most === undefined ? Infinity : Number(most);
}

/** What the shell prints of a command, told to by `set -x`. */
function ofTrace(call: Call, flowsOf: FlowsOf): readonly Exposure[] {
  const trace = streamsOf(call)?.entries.find(({ key }) => key === 'set -x');
  return trace ? flowsOf(trace.value).map((flow) => exposed(flow, trace.keyAt, 'trace', trace.key)) : [];
}
