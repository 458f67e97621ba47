import { isPublicVariable, secretBeginningWith } from '../../cloudflare/credentials/names.js';
import { words } from '../../cloudflare/credentials/words.js';
import {
  declaringFunctions,
  type Inliner,
  inliners,
  type Inlining,
  inlinings,
  publicPrefixOptions,
} from '../../cloudflare/sinks/inlining.js';
import type { Call, SourceFile, Table } from '../../source/model.js';
import { perFile } from '../../source/memoized.js';
import { get, literal, presentValue, tablesOf } from '../../source/values.js';
import { environment, secretVariables } from '../program/environment.js';
import { type Exposure, exposureOf } from './exposure.js';
import { flows } from './flows.js';
import { isInTest } from '../../source/test-files.js';

/** Returns credentials that a bundler or framework writes into what it ships to browsers. */
export const publicExposures = perFile((file: SourceFile): readonly Exposure[] => [
  // Tests are not shipped to browsers, whatever their variables are called.
  ...[...readInBrowser(file), ...readFromPublicSettings(file), ...givenToBundler(file)].filter(({ at }) => !isInTest(at, file)),
  ...inlined(file),
]);

/** Returns the first read of each variable that has a public name, or is read in a module for the browser. */
function readInBrowser(file: SourceFile): readonly Exposure[] {
  const isClient = isClientModule(file);
  const isSecret = secretVariables(file);
  const seen = new Set<string>();
  return environment(file).flatMap(({ variable, name }): readonly Exposure[] => {
    const isPublic = isPublicVariable(variable);
    if ((!isPublic && !isClient) || !isSecret(variable) || seen.has(variable)) return [];
    seen.add(variable);
    return [{ at: name.at, how: isPublic ? 'public' : 'client', variable, by: variable, revealed: Infinity }];
  });
}

/** Returns the first read of each of Nuxt's public settings: `useRuntimeConfig().public.cloudflareToken`, which NUXT_PUBLIC_CLOUDFLARE_TOKEN sets. */
function readFromPublicSettings(file: SourceFile): readonly Exposure[] {
  const isSecret = secretVariables(file);
  const found = new Map<string, Exposure>();
  for (const { of, path, at } of file.reads) {
    if (of?.callee.kind !== 'name' || of.callee.path.join('.') !== 'useRuntimeConfig') continue;
    const [group, ...below] = path.flatMap((member) => words(member));
    const variable = ['NUXT', group, ...below].join('_').toUpperCase();
    if (group !== 'public' || !isSecret(variable) || found.has(variable)) continue;
    found.set(variable, { at, how: 'public', variable, by: variable, revealed: Infinity });
  }
  return [...found.values()];
}

/** Returns variables with a public name where a `.env` file, a workflow or the like assigns them. */
function givenToBundler(file: SourceFile): readonly Exposure[] {
  const given = [
    ...file.bindings.map(({ names, nameAt }) => ({ holder: names.at(-2), variable: names.at(-1) ?? '', at: nameAt })),
    ...file.tables.flatMap(({ names, entries }) => entries.map(({ key, keyAt }) => ({ holder: names.at(-1), variable: key, at: keyAt }))),
  ];
  const isSecret = secretVariables(file);
  return given.flatMap(({ holder, variable, at }): readonly Exposure[] => {
    if (!/^env(?:ironment)?$/.test(holder ?? '') || !isPublicVariable(variable) || !isSecret(variable)) return [];
    return [{ at, how: 'public', variable, by: variable, revealed: Infinity }];
  });
}

/** Whether `'use client'` precedes everything but comments. */
function isClientModule({ text, comments }: SourceFile): boolean {
  let start = 0;
  for (const comment of comments) {
    if (text.slice(start, comment.start).trim() !== '') break;
    start = comment.end;
  }
  return /^\s*(?:'use client'|"use client")/.test(text.slice(start));
}

function inlined(file: SourceFile): readonly Exposure[] {
  const flowsOf = flows(file);
  const tables = [
    ...file.tables.flatMap((table) => {
      const row = inlinings.find((each) => fits(each, table, file));
      return row ? [{ table, by: table.names.at(-1) ?? '' }] : [];
    }),
    ...file.calls.flatMap((call) => givenToInliner(call, file)),
  ];
  return [
    ...tables.flatMap(({ table, by }) =>
      table.entries.flatMap((entry) => flowsOf(entry.value).map((flow) => exposureOf(flow, entry.at, 'inlined', by))),
    ),
    ...file.calls.flatMap((call) => namedToInliner(call, file)),
    ...prefixed(file),
    ...declaredForClient(file),
  ];
}

/** Returns variables that are declared for browsers: `CLOUDFLARE_API_TOKEN: envField.string({ context: 'client', access: 'public' })`. */
function declaredForClient(file: SourceFile): readonly Exposure[] {
  const { modules, object, option, value: client } = declaringFunctions;
  const isSecret = secretVariables(file);
  return file.tables.flatMap(({ entries }) =>
    entries.flatMap(({ key, value, at }): readonly Exposure[] => {
      if (value.kind !== 'call' || value.callee.kind !== 'name' || !modules.test(value.callee.module ?? '')) return [];
      const given = value.arguments.flatMap(tablesOf).map((table) => presentValue(get(table, option)));
      const isForClient = value.callee.path[0] === object && given.some((each) => each && literal(each) === client);
      return isForClient && isSecret(key) ? [{ at, how: 'inlined', variable: key, by: object, revealed: Infinity }] : [];
    }),
  );
}

function fits({ key, names, path, text }: Inlining, table: Table, file: SourceFile): boolean {
  const last = table.names.at(-1);
  if (last === undefined || !key.test(last)) return false;
  return (
    (names !== undefined && table.names.some((name) => names.test(name))) ||
    path?.test(file.path) === true ||
    text?.test(file.text) === true
  );
}

/** Returns tables passed to a bundler's plugin: `new DefinePlugin({ … })`. */
function givenToInliner(call: Call, file: SourceFile): readonly { readonly table: Table; readonly by: string }[] {
  const inliner = inlinerOf(call, file);
  if (!inliner || inliner.row.byName) return [];
  const { row, by } = inliner;
  return call.arguments.flatMap(tablesOf).flatMap((table) => {
    const inner = tablesOf(row.option === undefined ? undefined : presentValue(get(table, row.option)));
    return (inner.length > 0 ? inner : [table]).map((each) => ({ table: each, by }));
  });
}

/** Returns variables that a bundler's plugin inlines by name: `new EnvironmentPlugin(['CLOUDFLARE_API_TOKEN'])`. */
function namedToInliner(call: Call, file: SourceFile): readonly Exposure[] {
  const inliner = inlinerOf(call, file);
  if (!inliner?.row.byName) return [];
  const names = call.arguments.flatMap((argument) => {
    if (argument.kind === 'table') return argument.entries.map(({ key, keyAt }) => ({ variable: key, at: keyAt }));
    const items = argument.kind === 'list' ? argument.items : [argument];
    return items.map((item) => ({ variable: literal(item) ?? '', at: item.at }));
  });
  const isSecret = secretVariables(file);
  return names
    .filter(({ variable }) => isSecret(variable))
    .map(({ variable, at }) => ({ at, how: 'inlined', variable, by: inliner.by, revealed: Infinity }));
}

function inlinerOf({ callee }: Call, { text: written }: SourceFile): { readonly row: Inliner; readonly by: string } | undefined {
  if (callee.kind !== 'name') return undefined;
  const { module, path } = callee;
  const name = path.at(-1) ?? '';
  const row = inliners.find(
    ({ functions, modules, object, text }) =>
      functions.test(name) &&
      (!modules || (module !== undefined && modules.test(module))) &&
      (object === undefined || path.at(-2) === object) &&
      (!text || text.test(written)),
  );
  return row && { row, by: name === '' ? (module ?? '') : name };
}

/** Returns prefixes that make credentials public: `envPrefix: ['VITE_', 'CLOUDFLARE_']`. */
function prefixed(file: SourceFile): readonly Exposure[] {
  return file.tables.flatMap((table) =>
    table.entries
      .filter(({ key }) => publicPrefixOptions.has(key))
      .flatMap(({ key, value }) => {
        const prefixes = value.kind === 'list' ? value.items : [value];
        const [first] = prefixes.flatMap((prefix): readonly Exposure[] => {
          const variable = secretBeginningWith(literal(prefix) ?? ' ');
          return variable === undefined ? [] : [{ at: prefix.at, how: 'inlined', variable, by: key, revealed: Infinity }];
        });
        return first ?? [];
      }),
  );
}
