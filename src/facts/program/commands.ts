import type { Call, SourceFile, Table, Value } from '../../source/model.js';
import { get, given, literal } from '../../source/values.js';

/** The command that a call is. */
export function programOf({ callee }: Call): string | undefined {
  if (callee.kind !== 'name' || callee.path.length !== 1 || callee.module !== undefined || callee.of || callee.local) return undefined;
  return callee.path[0];
}

/** Where a command reads and writes. */
export function streamsOf(call: Call): Table | undefined {
  return call.arguments.find((argument) => argument.kind === 'table');
}

/** What is written into the command. */
export function inputOf(call: Call): Value | undefined {
  const streams = streamsOf(call);
  return streams && given(get(streams, '<'));
}

/** The next command of its pipe. */
export function pipedInto(call: Call, file: SourceFile): Call | undefined {
  const streams = streamsOf(call);
  const next = streams && given(get(streams, '|'));
  return next && file.calls.find(({ at, calleeAt }) => at.start === next.at.start || calleeAt.start === next.at.start);
}

/** The words that a command is given, as far as they are literal. */
export function wordsOfCommand({ arguments: values }: Call): readonly string[] {
  return values.filter(({ kind }) => kind !== 'table').map((value) => literal(value) ?? '');
}
