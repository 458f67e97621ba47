/** Evaluates functions of packages that merge objects: `merge(defaults, given)`, `defu(given, defaults)`. */
import { grouped } from '../../../../source/grouped.js';
import type { Entry, Span, Table, Value } from '../../../../source/model.js';
import type { Reading } from '../../reading.js';
import { type Content, contentOfValue, entry, joined, lazyTable } from '../tables.js';
import type { PackageFunction } from './package-function.js';

/** Packages whose only export merges. Sources: the README of each package, November 2026. */
const single =
  /^(?:deepmerge|deepmerge-ts|ts-deepmerge|merge-deep|merge-options|mixin-deep|assign-deep|object-assign|xtend|extend|just-extend|defu|lodash(?:-es)?[./](?:merge|assign|defaults|defaults-?deep)(?:\.js)?)$/i;
/** Packages with functions of these names. */
const several = /^(?:lodash(?:-es)?|underscore|es-toolkit(?:\/compat|\/object)?|radash|remeda|ramda|rambda)$/;
const merging = /^(?:merge|assign|extend|defaults|defaultsDeep|mergeDeep|merge(?:Deep)?(?:Right|Left)|defu|deepmerge|deepMerge)?$/;
/** Those where earlier arguments take precedence. */
const earlierFirst = /defaults|Left$|defu/i;
/** Those that keep or replace inner objects as a whole. */
const shallow = /^(?:assign|extend|defaults|object-assign|xtend|merge(?:Right|Left))$/;

/** The result of a call of such a function; undefined if it is not one. */
export function mergedObjects(
  reading: Reading,
  { module, name }: PackageFunction,
  given: () => readonly Value[],
  at: Span,
): Table | undefined {
  if (!merging.test(name) || !(single.test(module) || (several.test(module) && name !== ''))) return undefined;
  const what = name === '' ? module : name;
  const objects = given().filter(({ kind }) => kind !== 'opaque');
  if (!objects.some(({ kind }) => kind === 'table')) return undefined;
  return tableOf(reading, earlierFirst.test(what) ? objects.toReversed() : objects, !shallow.test(what), at);
}

function tableOf(reading: Reading, objects: readonly Value[], isDeep: boolean, at: Span): Table {
  const content = (): Content => {
    const all = joined(objects.map((each) => contentOfValue(reading, each)));
    return isDeep ? { ...all, entries: deep(reading, all.entries) } : all;
  };
  return lazyTable(reading, content, { names: () => [], type: () => undefined, at });
}

/** Entries of which those with the same key, and tables as values, are one. */
function deep(reading: Reading, entries: readonly Entry[]): readonly Entry[] {
  const byKey = grouped(entries, ({ key }) => key);
  return [...byKey.values()].flatMap((alike): readonly Entry[] => {
    const last = alike.at(-1);
    if (!last || alike.length === 1) return alike;
    const value = (): Value => {
      const tables = alike.map((each) => each.value).filter(({ kind }) => kind === 'table');
      return tables.length === alike.length ? tableOf(reading, tables, true, last.value.at) : last.value;
    };
    return [entry(reading, last.key, last.keyAt, value, last.at, last.maybe)];
  });
}
