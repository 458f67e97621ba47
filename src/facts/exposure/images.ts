import { buildActions, builders, buildInput, buildOption, buildTables, instructions } from '../../cloudflare/sinks/images.js';
import { isPublicVariable } from '../../cloudflare/credentials/names.js';
import type { Call, SourceFile, Span, Table, Value } from '../../source/model.js';
import { perFile } from '../../source/memoized.js';
import { alternatives, get, presentValue, literal, part, place, shape } from '../../source/values.js';
import { programOf } from '../program/commands.js';
import { type Exposure, exposureOf } from './exposure.js';
import { flows, placeIn } from './flows.js';
import { sources } from '../credentials/sources.js';

/** Returns credentials passed to an image build as a variable, which remains in the image or in the build cache. */
export const imageExposures = perFile((file: SourceFile): readonly Exposure[] => {
  const sourceOf = sources(file);
  const kept = [...file.calls.flatMap(ofCommand), ...file.tables.flatMap(ofTable)];
  const named = kept.flatMap(({ variable, at, by }): readonly Exposure[] => {
    const source = sourceOf({ kind: 'name', path: ['env', variable], at });
    // A variable with a public name is reported where it is assigned.
    if (!source?.named || isPublicVariable(variable)) return [];
    return [{ at, how: 'image', variable, by, revealed: Infinity }];
  });
  return [...named, ...givenToActions(file)];
});

/** A build variable. */
interface BuildVariable {
  readonly variable: string;
  readonly at: Span;
  readonly by: string;
}

function ofCommand(call: Call): readonly BuildVariable[] {
  const program = programOf(call);
  if (program === undefined) return [];
  if (instructions.has(program))
    return call.arguments.flatMap((word) => (program === 'ARG' ? ofArgument(word, program) : ofSetting(word, program)));
  if (!builders.has(program)) return [];
  return call.arguments.flatMap((word, index) => {
    if (literal(call.arguments[index - 1] ?? word) === buildOption) return ofArgument(word, buildOption);
    if (word.kind !== 'text' || !shape(word).startsWith(`${buildOption}=`)) return [];
    return ofArgument(part(word, buildOption.length + 1, shape(word).length), buildOption);
  });
}

/** Reads `NAME` or `NAME=$OTHER`; a literal value is a placeholder for the real one. */
function ofArgument(word: Value, by: string): readonly BuildVariable[] {
  if (word.kind === 'name') return [{ variable: word.path.at(-1) ?? '', at: word.at, by }];
  if (word.kind !== 'text') return [];
  const [, variable = '', value = ''] = /^(\w+)(?:=([\s\S]*))?$/.exec(shape(word)) ?? [];
  return value === '' || value.includes('{}') ? [{ variable, at: place(word, 0, variable.length), by }] : [];
}

/** Reads `NAME=$OTHER`; a name without a value holds nothing. */
function ofSetting(word: Value, by: string): readonly BuildVariable[] {
  return word.kind === 'text' && word.parts.some(({ kind }) => kind === 'hole') ? ofArgument(word, by) : [];
}

/** Reads `build: { args: … }`, a table or a list. */
function ofTable(table: Table): readonly BuildVariable[] {
  const by = buildTables.join('.');
  if (table.names.slice(-2).join('.') === by)
    return table.entries.flatMap(({ key, keyAt, value }) => (literal(value) === undefined ? [{ variable: key, at: keyAt, by }] : []));
  if (table.names.at(-1) !== buildTables[0]) return [];
  const list = presentValue(get(table, buildTables[1] ?? ''));
  return list?.kind === 'list' ? list.items.flatMap((item) => ofArgument(item, by)) : [];
}

/** Returns credentials in the build variables of an action's input. */
function givenToActions(file: SourceFile): readonly Exposure[] {
  const flowsOf = flows(file);
  return file.tables.flatMap((table) => {
    const uses = presentValue(get(table, 'uses'));
    const inputs = uses && buildActions.test(literal(uses) ?? '') ? presentValue(get(table, 'with')) : undefined;
    const input = inputs?.kind === 'table' ? presentValue(get(inputs, buildInput)) : undefined;
    if (!input) return [];
    return alternatives(input).flatMap((value) =>
      flowsOf(value).map((flow) => exposureOf(flow, placeIn(value.at, flow), 'image', buildInput)),
    );
  });
}
