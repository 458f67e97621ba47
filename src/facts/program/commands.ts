import type { Call, Table, Value } from '../../source/model.js';
import { get, given } from '../../source/values.js';

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
