import { roleOf } from '../../cloudflare/credentials/names.js';
import { words } from '../../cloudflare/credentials/words.js';
import { givenUnder, groups, programs, serviceFile, serviceSettings } from '../../cloudflare/settings/programs.js';
import { tablesOf } from '../requests/request-parts.js';
import type { Call, Entry, SourceFile, Span, Value } from '../../source/model.js';
import { get, given, literal, perFile, textsOf, within } from '../../source/values.js';
import { callsOf } from '../program/calls.js';
import { type Flow, flows } from '../exposure/flows.js';
import type { Sharing } from './sharing.js';
import { workflowSharings } from './workflows.js';

/** Every such place of a file; the first who is given a credential may have it. */
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

interface Gift {
  readonly to: string;
  readonly variable: string;
  /** What tells it from others of its name. */
  readonly issuedAt?: number | undefined;
  readonly at: Span;
}

function afterTheFirst(how: Sharing['how'], gifts: readonly Gift[]): readonly Sharing[] {
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

/** What a Worker, a Pages project and the like are given to run with. */
function ofProgram(call: Call, flowsOf: FlowsOf): readonly Gift[] {
  const { callee, arguments: values } = call;
  if (callee.kind !== 'name' || callee.of) return [];
  const name = callee.path.at(-1) ?? '';
  const owner = callee.path.slice(0, -1).join('.');
  const isProgram = programs.some(
    (row) =>
      row.names.test(name) && (callee.module === undefined ? !callee.local && row.globals?.test(owner) : row.modules?.test(callee.module)),
  );
  if (!isProgram) return [];
  // A helper's own call has no name of its own: its callers give it.
  const [names = []] = values.map(namesIn).filter(({ length }) => length > 0);
  const settings = values.flatMap((value) => settingsOf(value, MOST_DEPTH));
  return names.flatMap((to) => settings.flatMap((entry) => gifts(entry, to, flowsOf)));
}

/** The name of a program, or one for each turn of a loop: `api-${stage}` for `stage` of `['staging', 'production']`. */
function namesIn(value: Value): readonly string[] {
  const name = literal(value);
  if (name !== undefined) return [name];
  const turns = value.kind === 'text' ? value.parts.flatMap((part) => (part.kind === 'hole' ? part.value : [])) : [value];
  const isOfLoop = turns.length === 1 && turns.every((turn) => turn.kind === 'choice' && turn.each);
  return isOfLoop ? textsOf(value).flatMap((text) => literal(text) ?? []) : [];
}

/** Settings of programs are nested no deeper than this. */
const MOST_DEPTH = 4;

/** The entries of what stands under `env`, `bindings` and the like. */
function settingsOf(value: Value, depth: number): readonly Entry[] {
  return tablesOf(value).flatMap((table) =>
    table.entries.flatMap((entry) => {
      if (!givenUnder.test(entry.key)) return [];
      const inner = depth > 0 ? settingsOf(entry.value, depth - 1) : [];
      return inner.length > 0 ? inner : [entry];
    }),
  );
}

/** A fallback for those without a credential of their own is not counted. `outer` are the values it lies in: what holds itself holds nothing more. */
function gifts({ value, at }: Entry, to: string, flowsOf: FlowsOf, outer: readonly Value[] = []): readonly Gift[] {
  if (value.kind === 'choice' || outer.includes(value)) return [];
  const inside = value.kind === 'table' ? value.entries : value.kind === 'list' ? value.items.map(itemEntry) : undefined;
  if (inside) {
    const all = inside.flatMap((entry) => gifts(entry, to, flowsOf, [...outer, value]));
    return all.map((gift) => (within(gift.at, at) ? gift : { ...gift, at }));
  }
  return flowsOf(value).map(({ source }) => ({ to, variable: source.variable, issuedAt: source.issuedAt, at }));
}

function itemEntry(item: Value): Entry {
  return { key: '', keyAt: item.at, value: item, at: item.at, maybe: false };
}

type Member = readonly [name: string, entry: Entry];

/** Tables and lists whose name says that each entry is a separate user or place. */
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

/** The services of a compose file, with what they are given. */
function servicesOf({ path, tables }: SourceFile): readonly Member[] {
  const root = serviceFile.test(path) ? tables.find(({ names }) => names.length === 0) : undefined;
  const services = root && given(get(root, 'services'));
  return tablesOf(services).flatMap(({ entries }) =>
    entries.flatMap(({ key, keyAt, value }) =>
      tablesOf(value)
        .flatMap((service) => service.entries)
        .filter((setting) => serviceSettings.has(setting.key))
        .map((setting): Member => [key, { ...setting, at: within(setting.at, value.at) ? setting.at : keyAt }]),
    ),
  );
}

/** All connectors of a tunnel share its token. */
function isOfOne({ variable }: Gift): boolean {
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

function ofMember([to, entry]: Member, flowsOf: FlowsOf): readonly Gift[] {
  return gifts(entry, to, flowsOf);
}
