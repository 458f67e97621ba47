import { describe, expect, it } from 'vitest';
import { timestampIn } from '../../../src/facts/tokens/dates.js';
import { readGo } from '../../../src/languages/go/index.js';
import { readPython } from '../../../src/languages/python/index.js';
import type { SourceFile } from '../../../src/source/model.js';
import { javascript } from '../../models/program.js';

const now = Date.UTC(2026, 10, 25, 12);
const day = 86_400_000;

const libraries = `
import dayjs from 'dayjs';
import moment from 'moment';
import { DateTime } from 'luxon';
import * as dateFns from 'date-fns';
import { addBusinessDays, addDays, format, parseISO, sub, subHours } from 'date-fns';
import inWeeks from 'date-fns/addWeeks';
import { addDays as added } from 'date-fns-jalali';
import { addDays as own } from '@acme/date-fns';
import ms from 'ms';
import { parse as parsed } from '@lukeed/ms';
import own2 from './ms.js';
import { now as ours, parse } from './dates.js';
import * as time from '@pulumiverse/time';
import { TimeOffset } from '@cdktf/provider-time';
import { Offset } from '@cdktf/provider-time/lib/offset';
`;

/** When the value that `end` is given is; undefined if that cannot be told. */
function when(code: string): number | undefined {
  return endOf(javascript(libraries + (code.includes('end =') ? code : `const end = ${code};`)));
}

function endOf(file: SourceFile): number | undefined {
  const { value } = file.bindings.find(({ names }) => names.join('.') === 'end') ?? {};
  if (!value) throw new Error('Nothing is called end.');
  return timestampIn(file, now)(value);
}

describe('a moment that is written', () => {
  it.each([
    [`'2027-11-25T00:00:00Z'`, '2027-11-25T00:00:00.000Z'],
    [`'2027-11-25T02:00:00+0200'`, '2027-11-25T00:00:00.000Z'],
    [`'2027-11-25T02:00:00.5+02:00'`, '2027-11-25T00:00:00.500Z'],
    [`'2027-11'`, '2027-11-01T00:00:00.000Z'],
    [`'2027-13-45'`, undefined],
    [`'until 2027-11-25'`, undefined],
    [`'2027-11-25, or so'`, undefined],
    [`'2027-11-25 (at the latest)'`, undefined],
    [`'2027-11-25 12:00:00'`, new Date(2027, 10, 25, 12).toISOString()],
    [`'2027'`, undefined],
    ['1_827_100_800_000', '2027-11-25T00:00:00.000Z'],
    ['true', undefined],
    [`new Date(2027, 0, 31)`, '2027-01-31T00:00:00.000Z'],
    [`new Date(2027, 1)`, '2027-02-01T00:00:00.000Z'],
    [`Date.UTC(2027)`, '2027-01-01T00:00:00.000Z'],
    [`new Date(2027, month, 31)`, undefined],
    [`new Date(2027, ...rest)`, undefined],
    [`Date.parse('2027-11-25')`, '2027-11-25T00:00:00.000Z'],
    [`parseISO('2027-11-25')`, '2027-11-25T00:00:00.000Z'],
    [`dateFns.parseISO('2027-11-25')`, '2027-11-25T00:00:00.000Z'],
    [`DateTime.fromISO('2027-11-25').toMillis()`, '2027-11-25T00:00:00.000Z'],
    [`DateTime.utc(2027, 11, 25)`, '2027-11-25T00:00:00.000Z'],
    [`DateTime.local(2027)`, '2027-01-01T00:00:00.000Z'],
    [`DateTime.utc({ locale })`, undefined],
    [`new Date(2027, 10, 25).setFullYear(2028)`, '2028-11-24T00:00:00.000Z'],
    [`new Date(2027, 0, ...rest)`, undefined],
    [`parse('2027-11-25')`, undefined],
    [`new Date('2027-11-25').toISOString().split('T')[0]`, '2027-11-25T00:00:00.000Z'],
    [`new Date('2027-11-25').toISOString().split('T')[1]`, undefined],
    [`new Date('2027-11-25').toISOString().split('')[10]`, undefined],
    [`new Date('2027-11-25').toISOString().split('T')[0].length`, undefined],
    ["`${new Date('2027-11-25').toISOString().slice(0, 19)}Z`", '2027-11-25T00:00:00.000Z'],
    ["`on ${new Date('2027-11-25').toISOString()}`", undefined],
    [`new Date('2027-11-25').toLocaleDateString()`, undefined],
  ])('%s', (code, expected) => {
    const found = when(code);
    expect(found === undefined ? undefined : new Date(found).toISOString()).toBe(expected);
  });
});

/** Days from now. */
const table: readonly (readonly [code: string, days: number | undefined])[] = [
  // now
  ['Date.now()', 0],
  ['new Date()', 0],
  ['new Date(...parts)', undefined],
  ['new Date(end0)', undefined],
  ['Temporal.Now.plainDateISO(zone)', 0],
  ['DateTime.local()', 0],
  ['ours()', undefined],
  ['performance.now()', undefined],
  // the latest of several
  ['urgent ? Date.now() + 1 * 864e5 : Date.now() + 30 * 864e5', 30],
  ['urgent ? Date.now() + 30 * 864e5 : Date.now() + 1 * 864e5', 30],
  ['urgent ? input.end : Date.now() + 30 * 864e5', 30],
  ['urgent ? input.end : input.later', undefined],
  // sums
  ['Date.now() + 864e5', 1],
  ['Date.now() + days * 864e5', undefined],
  ['input.start + 864e5', undefined],
  // dates that are set
  ['new Date().setDate(new Date().getDate() + 7)', 7],
  ['const end = new Date(); end.setDate(end.getDate() + 7);', 7],
  ['const end = new Date(); end.setUTCHours(end.getUTCHours() + 12);', 0.5],
  ['const end = new Date(); end.setTime(Date.now() + 7 * 864e5);', 7],
  ['const end = new Date(); end.setTime(end.getTime() + 7 * 864e5);', 7],
  ['const end = new Date(); end.setMonth(end.getMonth() + 1); end.setDate(end.getDate() + 7);', 37],
  ['const end = new Date(); end.setHours(0, 0, 0, 0);', 0],
  ['const end = new Date(2026, 10, 25, 12); end.setDate(end.getDate() + 7);', 7],
  ['const end = new Date(); end.setDate(1);', undefined],
  ['const end = new Date(); end.setMonth(month);', undefined],
  ['const end = new Date(); end.setDate(end.getDate() + days);', undefined],
  ['const end = new Date(); end.setDate(start + 7);', undefined],
  ['const end = new Date(); end.setDate(budget() + 7);', undefined],
  ['const end = new Date(); end.setTime(nowIn(zone) + 7);', undefined],
  ['const end = new Date(); end.setDate(Math.max(end.getDate(), 28));', undefined],
  ['const end = new Date(); end.setHours(hours);', undefined],
  ['const end = new Date(); end.setTimezone(2);', 0],
  ['const end = new Date(); end.reset(2);', 0],
  ['const end = new Date(); end.setFullYear(2029);', 3 * 365],
  ['const end = new Date(); end.setUTCFullYear(2029);', 3 * 365],
  ['const end = new Date(input); end.setFullYear(2029);', undefined],
  ['const end = new Date(); end.setFullYear(end.getFullYear() + 1);', 365],
  [
    'function inDays(days) { const date = new Date(); date.setDate(date.getDate() + days); return date; } const end = inDays(7); inDays(7);',
    7,
  ],
  [
    'function inDays(days) { const date = new Date(); date.setDate(date.getDate() + days); return date; } const end = inDays(7); inDays(400);',
    undefined,
  ],
  // libraries
  [`dayjs().add(2, 'weeks')`, 14],
  [`dayjs().subtract(1, 'day')`, -1],
  [`dayjs().add()`, undefined],
  [`dayjs().add(2)`, undefined],
  [`dayjs().add(2, unit)`, undefined],
  [`dayjs().add(86_400, 'seconds')`, 1],
  [`dayjs().add(1440, 'm')`, 1],
  [`dayjs().add(1, 'M')`, 30],
  [`dayjs().add(2, 'moons')`, undefined],
  [`dayjs().add(2, 'constructor')`, undefined],
  [`dayjs().add(1, 'day').endOf('year')`, undefined],
  [`dayjs().readd(1, 'day')`, undefined],
  [`moment().add({ days: 1, hours: 12 })`, 1.5],
  [`moment().add({ days: 1, moons: 12 })`, undefined],
  [`moment().add({ days: 1, ...more })`, undefined],
  [`moment().add({})`, undefined],
  [`DateTime.now().minus({ days: 3 })`, -3],
  [`DateTime.now().plus({ days: 3 }).toISODate()`, 3],
  [`addDays(new Date(), 3)`, 3],
  [`addDays(new Date(), days)`, undefined],
  [`new Date(Date.now() + ms('3d'))`, 3],
  [`new Date(+new Date() + 3 * 8.64e7)`, 3],
  [`new Date(Date.now() + 2 * ms('36 hours'))`, 3],
  [`new Date(Date.now() + parsed('1 Week'))`, 7],
  [`new Date(Date.now() + ms('1y'))`, 365],
  [`new Date(Date.now() + ms(lifetime))`, undefined],
  [`new Date(Date.now() + ms('soon'))`, undefined],
  [`new Date(Date.now() + own2('3d'))`, undefined],
  [`addDays(new Date())`, undefined],
  [`sub(new Date())`, undefined],
  [`own(new Date(), 3)`, undefined],
  [`addDays(input.start, 3)`, undefined],
  [`addBusinessDays(new Date(), 3)`, undefined],
  [`added(new Date(), 3)`, undefined],
  [`inWeeks(new Date(), 1)`, 7],
  [`dateFns.addDays(new Date(), 3)`, 3],
  [`subHours(Date.now(), 12)`, -0.5],
  [`sub(new Date(), { days: 3 })`, -3],
  [`sub(new Date(), span)`, undefined],
  [`format(addDays(new Date(), 3), 'yyyy-MM-dd')`, 3],
  // offsets of infrastructure
  [`new time.Offset('end', { offsetDays: 3 }).rfc3339`, 3],
  [`new time.Offset('end', { offsetDays: 3 }).unix`, undefined],
  [`new time.Offset('end', { offsetDays: 3, offsetMonths: 1, triggers: { a } }).rfc3339`, 33],
  [`new time.Offset('end', { offsetDays: days }).rfc3339`, undefined],
  [`new time.Offset('end', { offsetDays: 3, baseRfc3339: start }).rfc3339`, undefined],
  [`new time.Offset('end', { offsetDays: 3, ...more }).rfc3339`, undefined],
  [`new time.Offset('end', { triggers: { a } }).rfc3339`, undefined],
  [`new time.Offset('end', options).rfc3339`, undefined],
  [`new time.Rotating('end', { offsetDays: 3 }).rfc3339`, undefined],
  [`new TimeOffset(this, 'end', { offsetDays: 3 }).rfc3339`, 3],
  [`new Offset(this, 'end', { offsetDays: 3 }).rfc3339`, 3],
];

describe('a moment from now', () => {
  it.each(table)('%s', (code, days) => {
    const found = when(code);
    expect(found === undefined ? undefined : (found - now) / day).toBe(days);
  });
});

describe('a moment from now in Python', () => {
  const imports = `
import datetime as dt
import os
from datetime import date, datetime, timedelta, timezone
from dateutil.relativedelta import relativedelta
from django.utils import timezone as zones
import arrow
import pendulum
from .dates import now, timedelta as ours
`;

  it.each<readonly [string, number | undefined]>([
    ['datetime.now() + timedelta(days=90)', 90],
    ['datetime.now(timezone.utc) - timedelta(weeks=1, days=1)', -8],
    ['(dt.datetime.utcnow() + dt.timedelta(days=365 * 5)).isoformat() + "Z"', 1825],
    ['f"{datetime.now() + timedelta(hours=12):%Y-%m-%dT%H:%M:%SZ}"', 0.5],
    ['(datetime.now(tz=timezone.utc) + timedelta(3)).replace(microsecond=0).strftime("%Y-%m-%dT%H:%M:%SZ")', 3],
    ['(date.today() + 2 * timedelta(days=3)).isoformat()', 6],
    ['datetime(2026, 11, 28, 12, tzinfo=timezone.utc)', 3],
    ['datetime.fromisoformat("2026-11-28T12:00:00Z")', 3],
    ['datetime.now() + relativedelta(months=+2, days=1)', 61],
    ['zones.now() + timedelta(days=7)', 7],
    ['pendulum.now("UTC").add(days=7).to_iso8601_string()', 7],
    ['arrow.utcnow().shift(years=1).isoformat()', 365],
    ['datetime.now() + timedelta(days=int(os.environ["DAYS"]))', undefined],
    ['datetime.now() + timedelta()', undefined],
    ['datetime.now() + ours(days=7)', undefined],
    ['now() + timedelta(days=7)', undefined],
    ['datetime.now() + relativedelta(year=2030)', undefined],
    ['datetime.now().replace(year=2030)', undefined],
    ['arrow.utcnow().dehumanize("in 2 days")', undefined],
  ])('%s', (code, days) => {
    const found = endOf(readPython(`${imports}end = ${code}\n`, 'tokens.py'));
    expect(found === undefined ? undefined : (found - now) / day).toBe(days);
  });
});

describe('a moment from now in Go', () => {
  it.each<readonly [string, number | undefined]>([
    ['time.Now().AddDate(1, 1, 1)', 396],
    ['time.Now().UTC().Add(24 * time.Hour * 90).Format(time.RFC3339)', 90],
    ['time.Now().Add(30 * time.Minute)', 1 / 48],
    ['time.Now().AddDate(years, 0, 0)', undefined],
    ['time.Now().Add(lifetime)', undefined],
    ['clock.Now().AddDate(1, 0, 0)', undefined],
  ])('%s', (code, days) => {
    const found = endOf(readGo(`package main\n\nimport "time"\n\nfunc main() {\n\tend := ${code}\n\tuse(end)\n}\n`, 'main.go'));
    expect(found === undefined ? undefined : (found - now) / day).toBe(days);
  });
});
