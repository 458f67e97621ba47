/** Points in time in programs: functions that return a date, and methods that change it. */

/** Milliseconds per unit; months and years have 30 and 365 days, so that twelve months are not longer than a year. */
const day = 86_400_000;
export const units: Readonly<Record<string, number>> = {
  millisecond: 1,
  second: 1_000,
  minute: 60_000,
  hour: 3_600_000,
  day,
  date: day,
  week: 7 * day,
  month: 30 * day,
  quarter: 90 * day,
  year: 365 * day,
};

/** The short forms of dayjs and moment; case matters. */
const shortUnits: Readonly<Record<string, string>> = {
  ms: 'millisecond',
  s: 'second',
  m: 'minute',
  h: 'hour',
  d: 'day',
  w: 'week',
  M: 'month',
  Q: 'quarter',
  y: 'year',
};

/** Returns the milliseconds of a unit by name, in the spelling of any library: `days`, `d`, `FullYear`. */
export function unit(name: string): number | undefined {
  const long = shortUnits[name] ?? name.replace(/^Full/, '').replace(/s$/, '').toLowerCase();
  return Object.hasOwn(units, long) ? units[long] : undefined;
}

/** Functions that return the current time, or the time given by their first argument, as `module#member`; globals have nothing before `#`. */
export const dateFunctions = new Set([
  '#Date',
  '#Date.now',
  '#Date.parse',
  '#Date.UTC',
  'dayjs#',
  'dayjs#utc',
  'moment#',
  'moment#utc',
  'luxon#DateTime.now',
  'luxon#DateTime.utc',
  'luxon#DateTime.local',
  'luxon#DateTime.fromISO',
  'luxon#DateTime.fromJSDate',
  'luxon#DateTime.fromMillis',
  'date-fns#parseISO',
  'date-fns#formatISO',
  'date-fns#format',
  'date-fns#toDate',
  '@js-temporal/polyfill#Temporal.Now.instant',
  ...[
    'Now.instant',
    'Now.plainDateISO',
    'Now.plainDateTimeISO',
    'Now.zonedDateTimeISO',
    'Instant.from',
    'PlainDate.from',
    'ZonedDateTime.from',
  ].map((member) => `#Temporal.${member}`),
  // https://docs.python.org/3/library/datetime.html
  ...[
    'datetime',
    'datetime.now',
    'datetime.utcnow',
    'datetime.today',
    'datetime.fromisoformat',
    'datetime.strptime',
    'date',
    'date.today',
  ].map((member) => `py:datetime#${member}`),
  'py:django#utils.timezone.now',
  'py:pendulum#now',
  'py:arrow#now',
  'py:arrow#utcnow',
  'go:time#Now',
  // https://developer.hashicorp.com/terraform/language/functions/timestamp
  'terraform#timestamp',
  'terraform#plantimestamp',
]);

/** Functions that add a duration such as `720h30m` to a date, as `module#member`. https://developer.hashicorp.com/terraform/language/functions/timeadd */
export const durationAdders: ReadonlySet<string> = new Set(['terraform#timeadd']);

/** Functions that format a date, their second argument. https://developer.hashicorp.com/terraform/language/functions/formatdate */
export const dateFormatters: ReadonlySet<string> = new Set(['terraform#formatdate']);

/** Returns the milliseconds of a duration in Go's notation: `720h`, `1h30m`. https://pkg.go.dev/time#ParseDuration */
export function durationOf(text: string): number | undefined {
  const [, sign, ...counts]: readonly (string | undefined)[] =
    /^([+-]?)(?:([\d.]{1,12})h)?(?:([\d.]{1,12})m)?(?:([\d.]{1,12})s)?$/.exec(text) ?? [];
  const lengths = counts.flatMap((count, index) =>
    count === undefined ? [] : [Number(count) * (unit(['h', 'm', 's'][index] ?? '') ?? 0)],
  );
  return lengths.length === 0 ? undefined : lengths.reduce((sum, length) => sum + length) * (sign === '-' ? -1 : 1);
}

/** Those of {@link dateFunctions} that take year, month and so on as numbers, each with its number for January. */
export const calendars: ReadonlyMap<string, number> = new Map([
  ['#Date.UTC', 0],
  ['luxon#DateTime.utc', 1],
  ['luxon#DateTime.local', 1],
  ['py:datetime#datetime', 1],
  ['py:datetime#date', 1],
]);

/** Methods that convert or format a date, or cut part of the formatted text; none of them changes it by more than a day. */
export const keepingMethods = new Set(
  (
    'toISOString toISO toISODate toJSON toString toDate toJSDate getTime valueOf toMillis format toInstant utc toUTC local toZonedDateTime ' +
    'slice substring substr replace split round tz setZone ' +
    'isoformat strftime astimezone date to_iso8601_string UTC Format'
  ).split(' '),
);

/** Resources for a point in time in the future, whose options set the offset. Not yet checked against the packages. */
export const offsetResources: Readonly<Record<string, { readonly member: RegExp; readonly argument: number }>> = {
  '@pulumiverse/time': { member: /^Offset$/, argument: 1 },
  '@cdktf/provider-time': { member: /(?:^|\.)(?:Offset|TimeOffset)$/, argument: 2 },
  '@cdktf/provider-time/lib/offset': { member: /^Offset$/, argument: 2 },
};
