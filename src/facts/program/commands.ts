import type { Call, SourceFile, Table, Value } from '../../source/model.js';
import { get, presentValue, literal } from '../../source/values.js';
import { callsByCallee, callsByStart } from './calls.js';

/** Returns the program that a shell command runs; undefined for other calls. */
export function programOf({ callee }: Call): string | undefined {
  if (callee.kind !== 'name' || callee.path.length !== 1 || callee.module !== undefined || callee.of || callee.local) return undefined;
  return callee.path[0];
}

/** Returns the redirections and pipes of a command. */
export function streamsOf(call: Call): Table | undefined {
  return call.arguments.find((argument) => argument.kind === 'table');
}

/** Returns the standard input of a command, if it is redirected. */
export function inputOf(call: Call): Value | undefined {
  const streams = streamsOf(call);
  return streams && presentValue(get(streams, '<'));
}

/** Returns the next command in the pipeline. */
export function pipedInto(call: Call, file: SourceFile): Call | undefined {
  const streams = streamsOf(call);
  const next = streams && presentValue(get(streams, '|'));
  return next && (callsByStart(file).get(next.at.start) ?? callsByCallee(file).get(next.at.start))?.[0];
}

/** Returns the words of a command; those that are not literal are empty. */
export function wordsOfCommand({ arguments: values }: Call): readonly string[] {
  return values.filter(({ kind }) => kind !== 'table').map((value) => literal(value) ?? '');
}

/** Whether a call in a template that is run as a command makes its standard input: `< ${new Response(token)}`. https://bun.sh/docs/runtime/shell#redirection */
export function makesInput({ at }: Call, text: string): boolean {
  return /<\s?\$\{\s?$/.test(text.slice(Math.max(0, at.start - 5), at.start));
}
