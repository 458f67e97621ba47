/** Resolves settings that a framework reads from a file of the project: the runtime configuration of Nuxt and Next, and node-config's files. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Call, Declares, Entry, Name, Span, Table, Value } from '../../../source/model.js';
import { alternatives, get, presentValue, literal } from '../../../source/values.js';
import { callAt } from '../calls/calls.js';
import { type Frame, localName, type Reading } from '../reading.js';
import { spanOf } from '../syntax/syntax.js';
import { membersAt } from '../syntax/type-members.js';
import { type Content, entry, lazyTable } from '../values/tables.js';

/**
 * Functions that return settings, prefixed with their module (optional if they can be auto-imported), the file that holds them, and the key in it.
 * https://nuxt.com/docs/4.x/guide/going-further/runtime-config, https://nextjs.org/docs/15/pages/api-reference/config/next-config-js/runtime-configuration
 */
const settingsFunctions: readonly { readonly name: RegExp; readonly file: string; readonly part?: string }[] = [
  {
    name: /^(?:(?:#imports|nuxt\/app|nitropack\/runtime|nitro\/runtime-config) )?useRuntimeConfig$/,
    file: 'nuxt.config.ts',
    part: 'runtimeConfig',
  },
  { name: /^next\/config (?:default)?$/, file: 'next.config.js' },
];

/**
 * `env(c)` of Hono returns `c.env` or the runtime's equivalent, typed by its type argument.
 * https://hono.dev/docs/helpers/adapter#env
 */
export function environmentOfContext(reading: Reading, node: TSESTree.CallExpression, frame: Frame | undefined): Value | undefined {
  const { callee, typeArguments } = node;
  const [context] = node.arguments;
  if (callee.type !== 'Identifier' || !context || context.type === 'SpreadElement') return undefined;
  const value = reading.read(callee);
  if (value.kind !== 'name' || value.module !== 'hono/adapter' || value.path.join('.') !== 'env') return undefined;
  const at = spanOf(node);
  const given = reading.read(context, frame);
  const own: Name = given.kind === 'name' ? given : localName(['c'], at);
  const [type] = typeArguments?.params ?? [];
  const declares: Declares | undefined = type
    ? (path) => membersAt(reading, type, path)
    : own.declares && ((path) => own.declares?.(['env', ...path]) ?? []);
  return { ...own, path: ['c', 'env'], type: undefined, declares, at };
}

/** The settings that a call returns; undefined if it does not call such a function, or the file is not found. */
export function frameworkSettings(reading: Reading, node: TSESTree.CallExpression, frame: Frame | undefined): Value | undefined {
  const { callee } = node;
  if (callee.type !== 'Identifier' || !/^(?:useRuntimeConfig|getConfig)$/.test(callee.name)) return undefined;
  const value = reading.read(callee);
  if (value.kind !== 'name' || value.local || value.of) return undefined;
  const name = [...(value.module === undefined ? [] : [value.module]), value.path.join('.')].join(' ');
  const giver = settingsFunctions.find((each) => each.name.test(name));
  const exported = giver && reading.surroundings?.module(giver.file)?.exported('default');
  const [settings] = exported ? alternatives(exported).flatMap(tableIn) : [];
  if (giver?.part === undefined) return settings;
  const part = settings && presentValue(get(settings, giver.part));
  return part?.kind === 'table' ? setAtRuntime(reading, part, callAt(reading, node, frame)) : undefined;
}

/**
 * The settings of Nuxt, which environment variables may override. Where a setting is empty, or reads a variable with a shorter name than its own, its
 * own name is more informative than its value.
 */
function setAtRuntime(reading: Reading, settings: Table, call: Call, above: readonly string[] = []): Table {
  const valueOf = ({ key, value, at }: Entry): Value => {
    // Nuxt itself joins the names of groups and settings to that of a variable: `NUXT_CLOUDFLARE_API_TOKEN`.
    const own: Name = { kind: 'name', of: call, path: [[...above, key].join('_')], at };
    if (value.kind === 'table' && above.length < MAX_GROUPS) return setAtRuntime(reading, value, call, [...above, key]);
    if (value.kind === 'name') return (value.path.at(-1) ?? '').replaceAll('_', '').length >= key.length ? value : own;
    return literal(value) === '' || value.kind === 'opaque' ? own : value;
  };
  const entries = (): Content => ({
    entries: settings.entries.map((each) => entry(reading, each.key, each.keyAt, () => valueOf(each), each.at, each.maybe)),
    open: settings.open,
  });
  return lazyTable(reading, entries, { names: () => [], type: () => undefined, at: settings.at });
}

/** Deepest group of settings that is followed. */
const MAX_GROUPS = 3;

/** A table, or the one that is passed to a function of the framework: `defineNuxtConfig({ … })`. */
function tableIn(value: Value): readonly Table[] {
  const table = value.kind === 'call' ? value.arguments[0] : value;
  return table?.kind === 'table' ? [table] : [];
}

/**
 * Settings of the package `config`, overridden by environment variables, and `config.util`, whose methods return them.
 * https://github.com/node-config/node-config/wiki/Environment-Variables#custom-environment-variables
 */
export function packageSettings(reading: Reading, source: string, settings: Value | undefined): Value | undefined {
  if (source !== 'config' || settings?.kind !== 'table') return settings;
  const variables = reading.surroundings?.module('config/custom-environment-variables.json')?.required();
  const all = variables?.kind === 'table' ? overlaid(reading, settings, variables) : settings;
  const util = entry(reading, 'util', all.at, () => all, all.at);
  return lazyTable(reading, () => ({ entries: [...all.entries, util], open: all.open }), {
    names: () => [],
    type: () => undefined,
    at: all.at,
  });
}

function overlaid(reading: Reading, settings: Table, variables: Table): Table {
  const entries = (): readonly Entry[] => [
    ...settings.entries.filter(({ key }) => !variables.entries.some((each) => each.key === key)),
    ...variables.entries.map(({ key, keyAt, value, at }) => {
      const before = settings.entries.findLast((each) => each.key === key)?.value;
      return entry(reading, key, keyAt, () => variableOf(reading, value, before, at), at);
    }),
  ];
  return lazyTable(reading, () => ({ entries: entries(), open: settings.open }), {
    names: () => [],
    type: () => undefined,
    at: settings.at,
  });
}

/** The environment variable for a setting: from `"API_TOKEN"`, `{ "__name": "API_TOKEN", "__format": "json" }`, or a table of those. */
function variableOf(reading: Reading, value: Value, before: Value | undefined, at: Span): Value {
  const named = value.kind === 'table' ? presentValue(get(value, '__name')) : value;
  const name = named && literal(named);
  if (name !== undefined) return { kind: 'name', path: ['process', 'env', name], at };
  if (value.kind !== 'table') return value;
  return overlaid(reading, before?.kind === 'table' ? before : { ...value, entries: [] }, value);
}
