import type { Reading } from '../reading.js';

/** Libraries for dates, by how a program that has them at hand says it, and the moment that it adds days to. */
const libraries: readonly (readonly [atHand: RegExp, ahead: (days: string) => string])[] = [
  [/\b(?:import dayjs|dayjs = require)\b/, (days) => `dayjs().add(${days}, 'day').toISOString()`],
  [/\bimport \{(?:(?!\baddDays\b)[^{}])*\baddDays\b[^{}]*\} from 'date-fns'/, (days) => `addDays(new Date(), ${days}).toISOString()`],
  [/\bimport \{(?:(?!\bDateTime\b)[^{}])*\bDateTime\b[^{}]*\} from 'luxon'/, (days) => `DateTime.utc().plus({ days: ${days} }).toISO()`],
];

/** The moment so many days from when the program runs, in the words of the library that the program has at hand. */
export function momentAhead({ sourceCode }: Reading, days: number): string {
  const library = libraries.find(([atHand]) => atHand.test(sourceCode.text));
  return library?.[1](String(days)) ?? `new Date(Date.now() + ${String(days)} * 24 * 60 * 60 * 1000).toISOString()`;
}
