/** The shell reader: what a script of Bash and its kin says. */
import type { Binding, Contents, Span, Text, Value } from '../../source.js';
import { givenNames } from './arguments.js';
import { callOf } from './calls.js';
import { comments } from './comments.js';
import { outputOf } from './output.js';
import { Reading } from './reading.js';
import { wholeScript } from './source.js';
import { type Assigned, survey } from './survey.js';

/**
 * Reads a script. `placed` tells where characters of it stand in the file: they may be indented or escaped there, but keep their order.
 *
 * Commands are calls; a variable that the script sets is looked through, any other is the name `env.NAME`.
 */
export function readShell(script: string, placed: (start: number, end: number) => Span): Contents {
  const source = wholeScript(script, placed);
  const seen = survey(source);
  const reading = new Reading(seen, { call: callOf, output: outputOf });
  const calls = seen.commands.filter(({ node }) => node.name).map((written) => callOf(reading, written));
  const assigned = [...seen.assignments.values()].flat().sort((one, other) => one.start - other.start);
  const bindings = [...assigned.flatMap((each) => bindingOf(reading, each)), ...calls.flatMap(givenNames)];
  const texts = [
    ...seen.words.map(({ node, source: own }) => reading.value(node, own)),
    ...calls.flatMap((call) => call.arguments),
    ...bindings.map(({ value }) => value),
    ...seen.documents.map(({ node, source: own }) => reading.document(node, own)),
  ];
  return {
    texts: writtenOnce(texts),
    comments: comments(source.text, seen).map(({ start, end }) => source.placed(start, end)),
    tables: [],
    calls,
    bindings,
    reads: [...reading.reads.values()].sort((one, other) => one.at.start - other.at.start),
  };
}

function bindingOf(reading: Reading, assigned: Assigned): readonly Binding[] {
  const { source, value, start, nameEnd, end, items } = assigned;
  if (!value || items) return [];
  const names = reading.namesOf(assigned);
  const nameAt = source.placed(start, nameEnd);
  return [
    {
      names,
      value: reading.given(value, source, undefined, names),
      target: names.length > 1 ? { kind: 'name', path: names, at: nameAt } : undefined,
      nameAt,
      at: source.placed(start, end),
    },
  ];
}

/** Each text once; where several stand at one place, the one that is bound to something. */
function writtenOnce(values: readonly Value[]): readonly Text[] {
  const found = new Map<string, Text>();
  for (const value of values) {
    if (value.kind !== 'text' || value.parts.every(({ kind }) => kind === 'hole')) continue;
    const key = [value.at.start, value.at.end].join(' ');
    if (!found.has(key) || value.names.length > 0 || value.insteadOf) found.set(key, value);
  }
  return [...found.values()].sort((one, other) => one.at.start - other.at.start);
}
