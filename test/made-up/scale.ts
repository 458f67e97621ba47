/** How much generated input a test tries: `npm run test:all` tries all of it, `npm test` a sample. */
import process from 'node:process';

/** Whether everything is tried. */
export const isWhole = process.env['TEST_ALL'] === '1';

/** All, or a sample: one in so many. */
export function everyOne<T>(all: readonly T[], inSoMany: number): readonly T[] {
  return isWhole ? all : all.filter((_, index) => index % inSoMany === 0);
}

export function sampled(whole: number, sample: number): number {
  return isWhole ? whole : sample;
}
