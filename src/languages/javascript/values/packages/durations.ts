/** Evaluates functions of packages that parse a duration into milliseconds: `ms('90 days')`. */
import type { Span, Value } from '../../../../source/model.js';
import { literal } from '../../../../source/values.js';
import type { PackageFunction } from './package-function.js';

/** Such functions, as `module#name`. Sources: the README of each package, November 2026. */
const parsers: ReadonlySet<string> = new Set([
  'ms#',
  'ms#ms',
  '@lukeed/ms#parse',
  'enhanced-ms#',
  'enhanced-ms#ms',
  'itty-time#ms',
  'parse-duration#',
]);

/** Milliseconds of each unit that the packages agree on. A year counts as 365 days, so that one is not longer than that. */
const units: readonly (readonly [RegExp, number])[] = [
  [/^(?:milliseconds?|msecs?|ms)$/, 1],
  [/^(?:seconds?|secs?|s)$/, 1_000],
  [/^(?:minutes?|mins?|m)$/, 60_000],
  [/^(?:hours?|hrs?|h)$/, 3_600_000],
  [/^(?:days?|d)$/, 86_400_000],
  [/^(?:weeks?|w)$/, 7 * 86_400_000],
  [/^(?:years?|yrs?|y)$/, 365 * 86_400_000],
];

/** The milliseconds of a duration that is written in the call; undefined if it is not such a call. */
export function parsedDuration({ module, name }: PackageFunction, given: () => readonly Value[], at: Span): Value | undefined {
  if (!parsers.has(`${module}#${name}`)) return undefined;
  const [text] = given();
  const [, count = '', unit = ''] =
    /^\s*(\d{1,9}(?:\.\d{1,9})?)\s*([a-z]{1,12})\s*$/.exec(((text && literal(text)) ?? '').toLowerCase()) ?? [];
  const size = units.find(([names]) => names.test(unit))?.[1];
  return size === undefined ? undefined : { kind: 'opaque', what: 'constant', value: Number(count) * size, at };
}
