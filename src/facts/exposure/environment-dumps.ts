import { environmentDumps, lineFilters } from '../../cloudflare/sinks/shell-output.js';
import type { Call, SourceFile, Span } from '../../source/model.js';
import { perFile } from '../../source/memoized.js';
import { beginningIn, within } from '../../source/span.js';
import { get, presentValue } from '../../source/values.js';
import { pipedInto, programOf, streamsOf, wordsOfCommand } from '../program/commands.js';
import { environment, secretVariables } from '../program/environment.js';
import type { Exposure } from './exposure.js';

/** Returns commands that print the whole environment while it contains a credential: `env | sort`. */
export const environmentDumped = perFile((file: SourceFile): readonly Exposure[] =>
  file.calls.flatMap((call): readonly Exposure[] => {
    const program = programOf(call) ?? '';
    if (!Object.hasOwn(environmentDumps, program) || !environmentDumps[program]?.test(wordsOfCommand(call).join(' '))) return [];
    const variable = variablesAt(call.at, file).find((each) => isPrinted(call, each, file));
    return variable === undefined ? [] : [{ at: call.at, how: 'environment', variable, by: program, revealed: Infinity }];
  }),
);

/** Returns the credentials in the environment at a place of a file: of the script, or of the settings that contain the script. */
function variablesAt(at: Span, file: SourceFile): readonly string[] {
  const isSecret = secretVariables(file);
  const around = file.tables.filter((table) => within(at, table.at));
  const declared = around.flatMap((table) =>
    ['env', 'environment', 'variables'].flatMap((key) => {
      const value = presentValue(get(table, key));
      return value?.kind === 'table' ? value.entries.map((entry) => entry.key) : [];
    }),
  );
  const script = around.length > 0 ? scriptAt(at, file) : { start: 0, end: file.text.length };
  const read = environment(file).filter(({ name }) => within(name.at, script));
  const exported = beginningIn(file.bindings, script).filter(({ names }) => names.length > 1 && names[0] === 'env');
  return [...declared, ...exported.map(({ names }) => names.at(-1) ?? ''), ...read.map(({ variable }) => variable)].filter(isSecret);
}

/** Returns the script in a data file that contains a place. */
function scriptAt(at: Span, file: SourceFile): Span {
  const entries = file.tables.flatMap(({ entries: each }) => each).filter(({ value }) => value.kind === 'text' && within(at, value.at));
  return entries.at(-1)?.value.at ?? at;
}

/** Whether the output includes the line of a variable. */
function isPrinted(call: Call, variable: string, file: SourceFile): boolean {
  const outlet = streamsOf(call)?.entries.find(({ key }) => /^(?:>>?|\||\$\(\))$/.test(key));
  if (!outlet) return true;
  const next = outlet.key === '|' ? pipedInto(call, file) : undefined;
  if (!next) return false;
  const program = programOf(next) ?? '';
  const words = wordsOfCommand(next);
  if (lineFilters.has(program)) return isPrinted(next, variable, file);
  return /^[efz]?grep$/.test(program) && finds(words, variable) && isPrinted(next, variable, file);
}

/** Whether `grep` prints the line `variable=…`. */
function finds(words: readonly string[], variable: string): boolean {
  const options = words.filter((word) => word.startsWith('-')).join(' ');
  const pattern = words.find((word) => !word.startsWith('-')) ?? '';
  if (/(?:^| )-[a-z]*[vqcl]|--(?:invert|quiet|count)/i.test(options) || pattern === '') return false;
  const isAnyCase = /(?:^| )-[a-z]*i/.test(options);
  const line = isAnyCase ? variable.toLowerCase() : variable;
  const parts = (isAnyCase ? pattern.toLowerCase() : pattern).split(/\\?\|/);
  return parts.some((part) => line.includes(part.replaceAll(/[\^()=\\]|\.\*/g, '')));
}
