import { type SdkRecord, sdkRecords } from '../../cloudflare/api/sdk-records.js';
import type { Binding, Entry, Name, SourceFile, Table } from '../../source/model.js';
import { type Client, noOptions } from './sdk-client.js';

/** Returns the structs of libraries in which a file sets credentials, as a whole or field by field. */
export function recordClients({ tables, bindings, language }: SourceFile): readonly Client[] {
  const rows = sdkRecords.filter((row) => row.language === language);
  if (rows.length === 0) return [];
  return [...tables.flatMap((table) => ofTable(table, rows)), ...bindings.flatMap((binding) => ofField(binding, rows))];
}

function ofTable(table: Table, rows: readonly SdkRecord[]): readonly Client[] {
  const row = table.type && rowOf(table.type, rows, ({ type }) => type);
  return row ? [client(row, table, table.entries)] : [];
}

/** `config.AuthToken = token` on a struct that the library has created. */
function ofField({ target, value, at, nameAt }: Binding, rows: readonly SdkRecord[]): readonly Client[] {
  const callee = target?.of?.callee;
  const row = callee?.kind === 'name' ? rowOf(callee, rows, ({ maker }) => maker) : undefined;
  const key = target?.path.join('.') ?? '';
  if (!row || !Object.hasOwn(row.fields, key)) return [];
  const entry: Entry = { key, keyAt: nameAt, value, at, maybe: true };
  return [client(row, { kind: 'table', entries: [entry], open: true, names: [], at }, [entry])];
}

function rowOf(
  { module = '', path }: Name,
  rows: readonly SdkRecord[],
  nameOf: (row: SdkRecord) => string | undefined,
): SdkRecord | undefined {
  // In Rust, any number of modules may precede the name: `auth::Credentials::Service`.
  const isOf = (row: SdkRecord, name: string | undefined): boolean =>
    row.modules ? name === path.join('.') && row.modules.test(module) : name === path.slice(-2).join('.');
  return rows.find((row) => isOf(row, nameOf(row)));
}

function client({ fields }: SdkRecord, options: Table, entries: readonly Entry[]): Client {
  const { at } = options;
  const credentials = entries.flatMap((entry) => {
    const role = Object.hasOwn(fields, entry.key) ? fields[entry.key] : undefined;
    return role ? [{ role, option: entry.key, entry }] : [];
  });
  return { id: 'record', sdk: noOptions, at, calleeAt: at, options, credentials, bases: [] };
}
