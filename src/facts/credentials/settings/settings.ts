import { settingsSignatures, type SettingsSignature } from '../../../cloudflare/settings/file-kinds.js';
import type { Role } from '../../../cloudflare/credentials/names.js';
import type { Entry, SourceFile, Table, Value } from '../../../source/model.js';
import { perFile } from '../../../source/memoized.js';
import { alternatives, get, presentValue, shape } from '../../../source/values.js';

/** A setting that is a credential because of the settings next to it, whatever its name. */
export interface Setting {
  readonly role: Role;
  readonly entry: Entry;
}

/** Every such setting of a file. */
export const settings = perFile((file: SourceFile): readonly Setting[] =>
  file.tables.flatMap((table) => signaturesOf(table).flatMap(({ signature }) => settingsWith(table, signature))),
);

/** Returns the tables of a file that identify whose settings they are. */
export const settingsTables = perFile(
  (file: SourceFile): ReadonlySet<Table> =>
    new Set(file.tables.filter((table) => signaturesOf(table).some(({ signature }) => !signature.below))),
);

/** Signatures, with the keys that a table must have: one of `beside` and all of `also`. */
const signatures = settingsSignatures.map((signature) => ({
  signature,
  beside: Object.entries(signature.beside),
  also: Object.entries(signature.also ?? {}),
}));

type Signature = (typeof signatures)[number];

const identifyingKeys = signatures.flatMap(({ beside }) => beside);
const keysBeside = new Set(identifyingKeys.map(([key]) => key));
const namesBeside = identifyingKeys.flatMap(([key, like]) => (key === '' ? [like] : []));

function signaturesOf(table: Table): readonly Signature[] {
  const name = table.names.at(-1);
  // Performance: few tables have such a key, and only calls are more numerous than tables.
  const maySay =
    table.entries.some(({ key }) => keysBeside.has(key)) || (name !== undefined && namesBeside.some((like) => like.test(name)));
  return maySay ? signatures.filter((each) => matchesSignature(table, each)) : [];
}

function matchesSignature(table: Table, { beside, also }: Signature): boolean {
  return beside.some((each) => matchesKey(table, each)) && also.every((each) => matchesKey(table, each));
}

function matchesKey(table: Table, [key, like]: readonly [string, RegExp]): boolean {
  const said = key === '' ? table.names.at(-1) : textIn(presentValue(get(table, key)));
  return said !== undefined && like.test(said);
}

function textIn(value: Value | undefined): string | undefined {
  return value?.kind === 'text' ? shape(value) : undefined;
}

function settingsWith(table: Table, { below = [], roles }: SettingsSignature): readonly Setting[] {
  return tablesBelow(table, below).flatMap(({ entries }) =>
    entries.flatMap((entry) => {
      const role = roleOf(entry.key, roles);
      return role ? [{ role, entry }] : [];
    }),
  );
}

/** Returns the role of a key. Some tools ignore the case of their keys. A file may contain any key, even `constructor`. */
function roleOf(key: string, roles: SettingsSignature['roles']): Role | undefined {
  const known = [key, key.toLowerCase()].find((each) => Object.hasOwn(roles, each));
  return known === undefined ? undefined : roles[known];
}

/** Returns the tables under nested keys, looking through lists. */
function tablesBelow(table: Table, keys: readonly string[]): readonly Table[] {
  const [key, ...rest] = keys;
  if (key === undefined) return [table];
  const value = presentValue(get(table, key));
  return value ? listedTables(value).flatMap((inner) => tablesBelow(inner, rest)) : [];
}

function listedTables(value: Value): readonly Table[] {
  return alternatives(value).flatMap((option) => {
    if (option.kind === 'list') return option.items.flatMap(listedTables);
    return option.kind === 'table' ? [option] : [];
  });
}
