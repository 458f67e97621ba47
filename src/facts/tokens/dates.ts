/** Points in time, as far as a program determines them: literal dates, `Date.now() + …`, `setDate`, the additions of date libraries. */
import {
  calendars,
  keepingMethods,
  dateFormatters,
  dateFunctions,
  durationAdders,
  durationOf,
  offsetResources,
  unit,
} from '../../cloudflare/tokens/dates.js';
import type { Call, Name, SourceFile, Table, Value } from '../../source/model.js';
import { perFile } from '../../source/memoized.js';
import { alternatives, presentValue, get, literal, numberOf } from '../../source/values.js';
import { callsOf } from '../program/calls.js';

/** Longest chain of dates computed from each other that is followed. */
const MAX_DEPTH = 12;

/**
 * Returns a function from a value to its time, in milliseconds like `Date.now()`; undefined if it cannot be determined. Of several possible times,
 * the latest.
 */
export function timestampIn(file: SourceFile, now: number): (value: Value) => number | undefined {
  const settings = setters(file);

  const of = (value: Value | undefined, depth = 0): number | undefined => {
    if (!value || depth > MAX_DEPTH) return undefined;
    switch (value.kind) {
      case 'choice':
        return alternatives(value)
          .flatMap((option) => of(option, depth + 1) ?? [])
          .sort((one, other) => other - one)[0];
      case 'opaque':
        return typeof value.value === 'number' ? value.value : undefined;
      case 'text': {
        const written = literal(value);
        if (written !== undefined) return writtenMoment(written);
        // `${date.toISOString().slice(0, 19)}Z`
        const [first] = value.parts;
        return first?.kind === 'hole' ? of(first.value, depth + 1) : undefined;
      }
      case 'name':
        // `….split('T')[0]`, `new time.Offset(…).rfc3339`
        return value.of && /^(?:0|rfc3339)$/.test(value.path.join('.')) ? of(value.of, depth + 1) : undefined;
      case 'call':
        return value.callee.kind === 'name' ? ofCall(value, value.callee, depth + 1) : undefined;
      default:
        return undefined;
    }
  };

  const ofCall = (call: Call, callee: Name, depth: number): number | undefined => {
    const [first, second] = call.arguments;
    if (callee.of) return ofMethod(call, callee.path.join('.'), callee.of, depth);
    const path = callee.path.join('.');
    if (path === '+') return plus(of(first, depth), numberOf(second));
    const named = `${callee.module ?? ''}#${path}`;
    if (durationAdders.has(named)) return plus(of(first, depth), durationOf((second && literal(second)) ?? ''));
    if (dateFormatters.has(named)) return of(second, depth);
    const offset = offsetOf(call, callee);
    if (offset !== undefined) return now + offset;
    const fns = /^date-fns(?:\/|$)/.test(callee.module ?? '') ? (callee.path[0] ?? callee.module?.split('/')[1] ?? '') : '';
    if (/^(?:add|sub)/.test(fns)) return plus(of(first, depth), amount(fns, second));
    const maker = `${fns ? 'date-fns' : (callee.module ?? '')}#${fns || path}`;
    if (call.open || !dateFunctions.has(maker)) return undefined;
    const january = maker === '#Date' && second ? 0 : calendars.get(maker);
    const start = !first || /\bnow\b/i.test(path) ? now : january === undefined ? of(first, depth) : calendar(positional(call), january);
    const moved = settings.get(call.at.start);
    return call.new && moved ? moved.reduce((moment: number | undefined, moves) => plus(moment, agreed(moves, start)), start) : start;
  };

  const ofMethod = (call: Call, method: string, object: Call, depth: number): number | undefined => {
    const [first, second] = call.arguments;
    // Python's `replace(year=2030)` changes the date itself.
    if (keepingMethods.has(method)) return first?.kind === 'table' && movesDay(first) ? undefined : of(object, depth);
    if (method === 'AddDate') return plus(of(object, depth), years(call.arguments));
    const sign = /^(?:add|Add|plus|shift)$/.test(method) ? 1 : /^(?:subtract|minus)$/.test(method) ? -1 : 0;
    const added = first?.kind === 'table' ? duration(first) : method === 'Add' ? numberOf(first) : counted(first, second);
    if (sign !== 0) return plus(of(object, depth), times(added, sign));
    // `new Date().setDate(…)` returns the time that it sets. Its own change is added here; other setters of the date must not count.
    const { callee, arguments: values, open, at, calleeAt } = object;
    const made = { kind: 'call', callee, arguments: values, open, new: false, inside: [], at, calleeAt } as const;
    const start = /^set[A-Z]/.test(method) ? of(made, depth) : undefined;
    return plus(start, setBy(call, method)?.(start));
  };

  return (value) => of(value);
}

/** How far a setter moves its date, if that can be determined. */
type Move = (start: number | undefined) => number | undefined;

/** Returns the move that all calls of a helper with a known move agree on; undefined if they differ. */
function agreed(moves: readonly Move[], start: number | undefined): number | undefined {
  const told = [...new Set(moves.flatMap((move) => move(start) ?? []))];
  return told.length === 1 ? told[0] : undefined;
}

/**
 * Returns the setters of each date of a file, by the place where the date is created. Each setter has its move as written and the moves made by each
 * call of a helper.
 */
const setters = perFile((file: SourceFile): ReadonlyMap<number, readonly (readonly Move[])[]> => {
  const found = new Map<number, Map<number, Move[]>>();
  for (const call of callsOf(file)) {
    if (call.callee.kind !== 'name' || !call.callee.of) continue;
    const move = setBy(call, call.callee.path.join('.'));
    if (!move) continue;
    const known = found.get(call.callee.of.at.start) ?? new Map<number, Move[]>();
    known.set(call.at.start, [...(known.get(call.at.start) ?? []), move]);
    found.set(call.callee.of.at.start, known);
  }
  return new Map([...found].map(([start, moves]) => [start, [...moves.values()]]));
});

/**
 * Returns the move of a setter: `date.setDate(date.getDate() + 90)`, `date.setTime(date.getTime() + …)`. Setting the time of day does not count as a
 * move.
 */
function setBy({ arguments: [first] }: Call, method: string): Move | undefined {
  const [, part] = /^set(?:UTC)?([A-Z]\w*)$/.exec(method) ?? [];
  if (part === undefined) return undefined;
  const size = part === 'Time' ? 1 : unit(part);
  if (size === undefined) return undefined;
  const added = first?.kind === 'call' && first.callee.kind === 'name' && first.callee.path.join('.') === '+' ? first : undefined;
  const [from, count] = added?.arguments ?? [];
  const isItsOwn = from?.kind === 'call' && from.callee.kind === 'name' && /^get|^now$/.test(from.callee.path.at(-1) ?? '');
  if (isItsOwn) return () => times(numberOf(count), size);
  const set = numberOf(first);
  if (set !== undefined && part === 'FullYear') return (start) => times(plus(set, start && -new Date(start).getUTCFullYear()), size);
  return set !== undefined && size < (unit('day') ?? 0) ? () => 0 : () => undefined;
}

function writtenMoment(text: string): number | undefined {
  const moment = /^\d{4}-\d\d(?:-\d\d)?(?:[T ][\d:.,]+(?:Z|[+-]\d\d:?\d\d)?)?$/.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(moment) ? undefined : moment;
}

function plus(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? undefined : one + other;
}

function times(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? undefined : one * other;
}

/** Evaluates `new Date(2027, 0, 31)`, `Date.UTC(2027, 0, 31)`, `DateTime.utc(2027, 1, 31)`. */
function calendar(values: readonly Value[], january: number): number | undefined {
  const numbers = values.flatMap((value) => numberOf(value) ?? []);
  const [year, month = january, ...rest] = numbers;
  return year === undefined || numbers.length < values.length ? undefined : Date.UTC(year, month - january, ...rest);
}

/** The arguments without names: those of `datetime(2027, 1, 31, tzinfo=timezone.utc)`, whose zone counts for less than a day. */
function positional({ arguments: values, named }: Call): readonly Value[] {
  return named ? values.slice(0, -1) : values;
}

/** Whether fields that replace those of a date move it by more than a day. */
function movesDay({ entries, open }: Table): boolean {
  return open || entries.some(({ key }) => (unit(key) ?? 0) >= (unit('day') ?? 0));
}

/** Evaluates the amount in Go's `AddDate(1, 6, 0)`. */
function years(values: readonly Value[]): number | undefined {
  return ['year', 'month', 'day'].map((name, index) => times(unit(name), numberOf(values[index]))).reduce(plus);
}

/** Evaluates the amount in `addDays(date, 90)`, `sub(date, { days: 1 })`. */
function amount(name: string, count: Value | undefined): number | undefined {
  const [, verb, what = ''] = /^(add|sub)([A-Za-z]*)$/.exec(name) ?? [];
  const size = what === '' ? (count?.kind === 'table' ? duration(count) : undefined) : times(unit(what), numberOf(count));
  return times(size, verb === 'sub' ? -1 : 1);
}

/** Evaluates `90, 'days'`, the arguments of dayjs and moment. */
function counted(count: Value | undefined, name: Value | undefined): number | undefined {
  const written = name && literal(name);
  return times(numberOf(count), written === undefined ? undefined : unit(written));
}

/** Evaluates `{ days: 90, hours: 12 }`. */
function duration({ entries, open }: Table): number | undefined {
  const sizes = entries.map(({ key, value }) => times(unit(key), numberOf(value)));
  return open || sizes.length === 0 ? undefined : sizes.reduce(plus);
}

/** Evaluates `new time.Offset('expiry', { offsetDays: 90 })`. */
function offsetOf({ arguments: values }: Call, { module = '', path }: Name): number | undefined {
  const row = Object.hasOwn(offsetResources, module) ? offsetResources[module] : undefined;
  const options = row?.member.test(path.join('.')) ? values[row.argument] : undefined;
  if (options?.kind !== 'table' || options.open || presentValue(get(options, 'baseRfc3339'))) return undefined;
  const parts = options.entries
    .filter(({ key }) => key.startsWith('offset'))
    .map(({ key, value }) => times(unit(key.slice('offset'.length)), numberOf(value)));
  return parts.length === 0 ? undefined : parts.reduce(plus);
}
