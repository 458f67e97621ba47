import { roleOf } from '../../cloudflare/credentials/names.js';
import { words } from '../../cloudflare/credentials/words.js';
import { givenUnder, groups, programs, serviceFile, serviceSettings } from '../../cloudflare/settings/programs.js';
import type { Call, Entry, SourceFile, Span, Value } from '../../source/model.js';
import { perFile } from '../../source/memoized.js';
import { within } from '../../source/span.js';
import { get, presentValue, literal, tablesOf, textsOf } from '../../source/values.js';
import { callsOf } from '../program/calls.js';
import { type Flow, flows } from '../exposure/flows.js';
import type { Sharing } from './sharing.js';
import { workflowSharings } from './workflows.js';

/** Returns every such place of a file. The first recipient of a credential may have it. */
export const sharings = perFile((file: SourceFile): readonly Sharing[] => {
  const flowsOf = flows(file);
  const toPrograms = afterTheFirst(
    'programs',
    callsOf(file).flatMap((call) => ofProgram(call, flowsOf)),
  );
  return [
    ...toPrograms,
    ...workflowSharings(file),
    ...afterTheFirst(
      'group',
      servicesOf(file)
        .flatMap((service) => ofMember(service, flowsOf))
        .filter(isOfOne),
    ),
    ...groupsOf(file).flatMap((members) =>
      afterTheFirst(
        'group',
        members.flatMap((member) => ofMember(member, flowsOf)),
      ),
    ),
  ];
});

type FlowsOf = (value: Value) => readonly Flow[];

interface Assignment {
  readonly to: string;
  readonly variable: string;
  /** Distinguishes it from others of the same name. */
  readonly issuedAt?: number | undefined;
  readonly at: Span;
}

function afterTheFirst(how: Sharing['how'], gifts: readonly Assignment[]): readonly Sharing[] {
  const first = new Map<string, string>();
  const found = new Map<number, Sharing>();
  for (const { to, variable, issuedAt, at } of gifts) {
    const key = [variable, issuedAt].join(' ');
    const before = first.get(key);
    if (before === undefined) first.set(key, to);
    else if (before !== to && !found.has(at.start)) found.set(at.start, { at, how, variable, to, before });
  }
  return [...found.values()];
}

/** Returns the credentials in the settings of a Worker, a Pages project and the like. */
function ofProgram(call: Call, flowsOf: FlowsOf): readonly Assignment[] {
  const { callee, arguments: values } = call;
  if (callee.kind !== 'name' || callee.of) return [];
  const name = callee.path.at(-1) ?? '';
  const owner = callee.path.slice(0, -1).join('.');
  const isProgram = programs.some(
    (row) =>
      row.names.test(name) && (callee.module === undefined ? !callee.local && row.globals?.test(owner) : row.modules?.test(callee.module)),
  );
  if (!isProgram) return [];
  // Inside a helper, the name is a parameter; calls of the helper fill it.
  const [names = []] = values.map(namesIn).filter(({ length }) => length > 0);
  const settings = values.flatMap((value) => settingsOf(value, MAX_DEPTH));
  return names.flatMap((to) => settings.flatMap((entry) => assignments(entry, to, flowsOf)));
}

/** Returns the name of a program, or one per iteration of a loop: `api-${stage}` for `stage` of `['staging', 'production']`. */
function namesIn(value: Value): readonly string[] {
  const name = literal(value);
  if (name !== undefined) return [name];
  const turns = value.kind === 'text' ? value.parts.flatMap((part) => (part.kind === 'hole' ? part.value : [])) : [value];
  const isOfLoop = turns.length === 1 && turns.every((turn) => turn.kind === 'choice' && turn.each);
  return isOfLoop ? textsOf(value).flatMap((text) => literal(text) ?? []) : [];
}

/** Deepest nesting of program settings that is searched. */
const MAX_DEPTH = 4;

/** Returns the entries under `env`, `bindings` and the like. */
function settingsOf(value: Value, depth: number): readonly Entry[] {
  return tablesOf(value).flatMap((table) =>
    table.entries.flatMap((entry) => {
      if (!givenUnder.test(entry.key)) return [];
      const inner = depth > 0 ? settingsOf(entry.value, depth - 1) : [];
      return inner.length > 0 ? inner : [entry];
    }),
  );
}

/**
 * Returns the credentials in an entry. A choice does not count: it may be a fallback for those without a credential of their own. `outer` are the
 * enclosing values, to stop at cycles.
 */
function assignments({ value, at }: Entry, to: string, flowsOf: FlowsOf, outer: readonly Value[] = []): readonly Assignment[] {
  if (value.kind === 'choice' || outer.includes(value)) return [];
  const inside = value.kind === 'table' ? value.entries : value.kind === 'list' ? value.items.map(itemEntry) : undefined;
  if (inside) {
    const all = inside.flatMap((entry) => assignments(entry, to, flowsOf, [...outer, value]));
    return all.map((gift) => (within(gift.at, at) ? gift : { ...gift, at }));
  }
  return flowsOf(value).map(({ source }) => ({ to, variable: source.variable, issuedAt: source.issuedAt, at }));
}

function itemEntry(item: Value): Entry {
  return { key: '', keyAt: item.at, value: item, at: item.at, maybe: false };
}

type Member = readonly [name: string, entry: Entry];

/** Returns the members of tables and lists whose name shows that each entry is a separate user or place. */
function groupsOf(file: SourceFile): readonly (readonly Member[])[] {
  const named = [
    ...file.bindings.map(({ names, value }) => [names.at(-1), value] as const),
    ...file.tables.flatMap((table) => table.entries.map(({ key, value }) => [key, value] as const)),
  ];
  return named.flatMap(([name, value]) => (isGroup(name) ? [membersOf(value)] : []));
}

function membersOf(value: Value): readonly Member[] {
  if (value.kind === 'list') return value.items.map(memberAt);
  return value.kind === 'table' ? value.entries.map((entry) => [entry.key, entry]) : [];
}

/** Returns the services of a compose file, with their settings. */
function servicesOf({ path, tables }: SourceFile): readonly Member[] {
  const root = serviceFile.test(path) ? tables.find(({ names }) => names.length === 0) : undefined;
  const services = root && presentValue(get(root, 'services'));
  return tablesOf(services).flatMap(({ entries }) =>
    entries.flatMap(({ key, keyAt, value }) =>
      tablesOf(value)
        .flatMap((service) => service.entries)
        .filter((setting) => serviceSettings.has(setting.key))
        .map((setting): Member => [key, { ...setting, at: within(setting.at, value.at) ? setting.at : keyAt }]),
    ),
  );
}

/** Whether a credential belongs to one recipient; all connectors of a tunnel share its token. */
function isOfOne({ variable }: Assignment): boolean {
  return roleOf([variable]) !== 'tunnel-token';
}

function isGroup(name: string | undefined): boolean {
  return name !== undefined && words(name).some((word) => groups.has(word));
}

function memberAt(item: Value, index: number): Member {
  const name = item.kind === 'table' ? item.entries.find(({ key }) => /^(?:name|id|slug|tenant|team|user|email)$/.test(key)) : undefined;
  const spoken = name && literal(name.value);
  return [spoken ?? `number ${String(index + 1)}`, itemEntry(item)];
}

function ofMember([to, entry]: Member, flowsOf: FlowsOf): readonly Assignment[] {
  return assignments(entry, to, flowsOf);
}
