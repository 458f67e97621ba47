import { isNamedAfterCloudflare } from '../../cloudflare/credentials/evidence.js';
import { companies, type Company } from '../../cloudflare/settings/file-kinds.js';
import type { Role } from '../../cloudflare/credentials/names.js';
import type { Entry, SourceFile, Span, Table, Value } from '../../source/model.js';
import { alternatives, get, given, perFile, shape, within } from '../../source/values.js';
import { clients } from '../requests/sdk-clients.js';

/** A setting that its company says is a credential, whatever it is called. */
export interface Setting {
  readonly role: Role;
  readonly entry: Entry;
}

/** Every such setting of a file. */
export const settings = perFile((file: SourceFile): readonly Setting[] =>
  file.tables.flatMap((table) => companionsOf(table).flatMap(({ company }) => inCompany(table, company))),
);

/** The tables of a file that say whose they are. */
export const settingsTables = perFile(
  (file: SourceFile): ReadonlySet<Table> =>
    new Set(file.tables.filter((table) => companionsOf(table).some(({ company }) => !company.below))),
);

/** Companies with what a table has to have: one of these keys, and all of those. */
const companions = companies.map((company) => ({
  company,
  beside: Object.entries(company.beside),
  also: Object.entries(company.also ?? {}),
}));

type Companion = (typeof companions)[number];

const saying = companions.flatMap(({ beside }) => beside);
const keysBeside = new Set(saying.map(([key]) => key));
const namesBeside = saying.flatMap(([key, like]) => (key === '' ? [like] : []));

function companionsOf(table: Table): readonly Companion[] {
  const name = table.names.at(-1);
  // Most tables have no such key, and there are more of them than of anything but calls.
  const maySay =
    table.entries.some(({ key }) => keysBeside.has(key)) || (name !== undefined && namesBeside.some((like) => like.test(name)));
  return maySay ? companions.filter((each) => keepsCompany(table, each)) : [];
}

function keepsCompany(table: Table, { beside, also }: Companion): boolean {
  return beside.some((each) => says(table, each)) && also.every((each) => says(table, each));
}

function says(table: Table, [key, like]: readonly [string, RegExp]): boolean {
  const said = key === '' ? table.names.at(-1) : textIn(given(get(table, key)));
  return said !== undefined && like.test(said);
}

function textIn(value: Value | undefined): string | undefined {
  return value?.kind === 'text' ? shape(value) : undefined;
}

function inCompany(table: Table, { below = [], roles }: Company): readonly Setting[] {
  return tablesBelow(table, below).flatMap(({ entries }) =>
    entries.flatMap((entry) => {
      const role = roleOf(entry.key, roles);
      return role ? [{ role, entry }] : [];
    }),
  );
}

/** Some tools take their keys in any case. A file may have any key, also `constructor`. */
function roleOf(key: string, roles: Company['roles']): Role | undefined {
  const known = [key, key.toLowerCase()].find((each) => Object.hasOwn(roles, each));
  return known === undefined ? undefined : roles[known];
}

/** The tables under keys one below the other, through lists. */
function tablesBelow(table: Table, keys: readonly string[]): readonly Table[] {
  const [key, ...rest] = keys;
  if (key === undefined) return [table];
  const value = given(get(table, key));
  return value ? tablesIn(value).flatMap((inner) => tablesBelow(inner, rest)) : [];
}

function tablesIn(value: Value): readonly Table[] {
  return alternatives(value).flatMap((option) => {
    if (option.kind === 'list') return option.items.flatMap(tablesIn);
    return option.kind === 'table' ? [option] : [];
  });
}

/** Tells of comments whether they stand among settings of Cloudflare's: in a provider's block, or below the last setting of one. */
export function amongSettingsOf(file: SourceFile): (comments: readonly Span[]) => boolean {
  if (file.comments.length === 0) return () => false;
  const options = new Set(clients(file).map((client) => client.options.at.start));
  const isOurs = (table: Table): boolean =>
    options.has(table.at.start) || table.names.slice(-2).some(isNamedAfterCloudflare) || settingsTables(file).has(table);
  return ([first]) => {
    if (!first) return false;
    const around = file.tables.filter((table) => within(first, table.at) || isBelow(first, table, file));
    const [nearest] = around.sort((one, other) => other.at.start - one.at.start);
    return nearest !== undefined && isOurs(nearest);
  };
}

/** Whether a comment stands right behind a table, where its next setting would. */
function isBelow({ start }: Span, { at, entries: [first] }: Table, { text }: SourceFile): boolean {
  if (!first || at.end > start || start - at.end > MOST_BLANKS || !/^\s*$/.test(text.slice(at.end, start))) return false;
  return columnOf(start, text) === columnOf(first.at.start, text);
}

const MOST_BLANKS = 200;

function columnOf(offset: number, text: string): number {
  return offset - text.lastIndexOf('\n', offset - 1);
}
