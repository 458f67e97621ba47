/** Evaluates functions of packages that keep some properties of an object (`pick`), or all but some (`omit`). */
import type { Span, Table, Value } from '../../../../source/model.js';
import { alternatives, get, literal } from '../../../../source/values.js';
import type { Reading } from '../../reading.js';
import type { PackageFunction } from './package-function.js';
import { choice } from '../choices.js';
import { memberOf } from '../members.js';
import { type Content, entry, lazyTable, tableWithout } from '../tables.js';

const objectFirst =
  /^(?:lodash(?:-es)?|underscore|es-toolkit(?:\/compat|\/object)?|radash|remeda|filter-obj|(?:just-|object\.|lodash\.|lodash(?:-es)?\/)(?:pick|omit)(?:\.js)?)$/;
const keysFirst = /^(?:ramda|rambda|lodash\/fp)$/;

/** What a function does with the properties whose keys it is given. */
const selecting: ReadonlyMap<string, 'keeps' | 'removes'> = new Map([
  ['pick', 'keeps'],
  ['pickAll', 'keeps'],
  ['includeKeys', 'keeps'],
  ['omit', 'removes'],
  ['excludeKeys', 'removes'],
]);

/** The result of a call of such a function; undefined if it is not one, or a key is unknown. */
export function selected(reading: Reading, { module, name }: PackageFunction, given: () => readonly Value[], at: Span): Value | undefined {
  const isKeysFirst = keysFirst.test(module);
  // The default export of a package with one function is named by the package.
  const how = selecting.get(name || (/(?:pick|omit)(?=(?:\.js)?$)/.exec(module)?.[0] ?? ''));
  if (how === undefined || !(isKeysFirst || objectFirst.test(module))) return undefined;
  const [object, ...others] = isKeysFirst ? given().toReversed() : given();
  const keys = keysIn(others);
  if (!object || !keys) return undefined;
  const results = alternatives(object).map((each) =>
    how === 'keeps' ? keeping(reading, each, keys, at) : removing(reading, each, keys, at),
  );
  return results.every((result) => result !== undefined) ? choice(results, at) : undefined;
}

/** The keys that are listed, in one list or as one argument each; undefined unless all are known. */
function keysIn(given: readonly Value[]): ReadonlySet<string> | undefined {
  const items = given.flatMap((each) => (each.kind === 'list' && !each.open ? each.items : [each]));
  const keys = items.map(literal);
  return keys.length > 0 && keys.every((key) => key !== undefined) ? new Set(keys) : undefined;
}

/** The paths of keys that begin with a key, without it: `apiToken` of `cloudflare.apiToken`. */
function below(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  return new Set([...keys].flatMap((each) => (each.startsWith(`${key}.`) ? [each.slice(key.length + 1)] : [])));
}

function keeping(reading: Reading, object: Value, keys: ReadonlySet<string>, at: Span): Value | undefined {
  if (object.kind !== 'table' && object.kind !== 'name' && object.kind !== 'call') return undefined;
  const heads = new Set([...keys].map((key) => key.split('.')[0] ?? key));
  const content = (): Content => ({
    entries: [...heads].flatMap((key) => {
      if (object.kind === 'table' && get(object, key) === 'absent') return [];
      const nested = below(keys, key);
      const whole = (): Value => memberOf(reading, object, key, at);
      const value = (): Value => (keys.has(key) ? undefined : keeping(reading, whole(), nested, at)) ?? whole();
      return [entry(reading, key, at, value, at)];
    }),
    open: false,
  });
  return lazyTable(reading, content, { names: () => (object.kind === 'table' ? object.names : []), type: () => undefined, at });
}

function removing(reading: Reading, object: Value, keys: ReadonlySet<string>, at: Span): Value | undefined {
  if (object.kind === 'name') {
    const isNested = [...keys].some((key) => key.includes('.'));
    return isNested ? undefined : { ...object, without: new Set([...(object.without ?? []), ...keys]), at };
  }
  if (object.kind !== 'table') return undefined;
  return withoutNested(reading, tableWithout(reading, object, keys, at), keys, at);
}

/** A table whose inner tables are without the keys that paths such as `cloudflare.apiToken` lead to. */
function withoutNested(reading: Reading, table: Table, keys: ReadonlySet<string>, at: Span): Table {
  if (![...keys].some((key) => key.includes('.'))) return table;
  const content = (): Content => ({
    ...table,
    entries: table.entries.flatMap((each) => {
      const nested = below(keys, each.key);
      if (nested.size === 0) return [each];
      const value = removing(reading, each.value, nested, at);
      return value ? [entry(reading, each.key, each.keyAt, () => value, each.at, each.maybe)] : [];
    }),
  });
  return lazyTable(reading, content, { names: () => table.names, type: () => undefined, at });
}
