/** Steps that reading one text may take: expressions, words, and what is worked out of them. Programs that people write take a tenth of it. */
export const MOST_STEPS = 400_000;

/** What is thrown for a text that takes more of them. It is searched as text only. */
export class Exhausted extends Error {
  constructor() {
    super('Too many steps');
  }
}
