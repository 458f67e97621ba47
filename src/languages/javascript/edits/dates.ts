import type { Reading } from '../reading.js';

/** Date libraries: how to recognize a program that imports one, and the expression for a date some days ahead. */
const libraries: readonly (readonly [atHand: RegExp, ahead: (days: string) => string])[] = [
  [/\b(?:import dayjs|dayjs = require)\b/, (days) => `dayjs().add(${days}, 'day').toISOString()`],
  [/\bimport \{(?:(?!\baddDays\b)[^{}])*\baddDays\b[^{}]*\} from 'date-fns'/, (days) => `addDays(new Date(), ${days}).toISOString()`],
  [/\bimport \{(?:(?!\bDateTime\b)[^{}])*\bDateTime\b[^{}]*\} from 'luxon'/, (days) => `DateTime.utc().plus({ days: ${days} }).toISO()`],
];

/** The expression for the date this many days after the program runs, using the date library that the program imports, if any. */
export function dateExpressionAfter({ sourceCode }: Reading, days: number): string {
  const library = libraries.find(([atHand]) => atHand.test(sourceCode.text));
  return library?.[1](String(days)) ?? `new Date(Date.now() + ${String(days)} * 24 * 60 * 60 * 1000).toISOString()`;
}
