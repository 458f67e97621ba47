/** How much generated input a test tries: `npm run test:all` tries all of it, `npm test` a sample. */
import process from 'node:process';

/** Whether everything is tried. */
export const isWhole = process.env['TEST_ALL'] === '1';

export function sampled(whole: number, sample: number): number {
  return isWhole ? whole : sample;
}
