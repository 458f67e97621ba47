/** Lengths of time, which are evaluated to milliseconds, so that `datetime.now() + timedelta(days=90)` is a sum like that of `Date.now()`. */
import type { Entry, Opaque, Span, Value } from '../../../source/model.js';
import { numberOf } from '../../../source/values.js';

/** By keyword argument; months and years have 30 and 365 days. */
const milliseconds: Readonly<Record<string, number>> = {
  microseconds: 0.001,
  milliseconds: 1,
  seconds: 1_000,
  minutes: 60_000,
  hours: 3_600_000,
  days: 86_400_000,
  weeks: 7 * 86_400_000,
  months: 30 * 86_400_000,
  years: 365 * 86_400_000,
};

/** Positional arguments: https://docs.python.org/3/library/datetime.html#datetime.timedelta */
const positions = ['days', 'seconds', 'microseconds', 'milliseconds', 'minutes', 'hours', 'weeks'];

/** Evaluates `timedelta(days=90)`, and `relativedelta(months=+6)` of `python-dateutil`; undefined if an argument is unknown. */
export function durationOf(values: readonly Value[], named: readonly Entry[], at: Span): Opaque | undefined {
  const given = [...values.map((value, index) => ({ key: positions[index] ?? '', value })), ...named];
  const sizes = given.flatMap(({ key, value }) => {
    const size = Object.hasOwn(milliseconds, key) ? milliseconds[key] : undefined;
    const count = numberOf(value);
    return size !== undefined && count !== undefined ? [size * count] : [];
  });
  if (given.length === 0 || sizes.length < given.length) return undefined;
  return { kind: 'opaque', what: 'constant', value: sizes.reduce((one, other) => one + other), at };
}
