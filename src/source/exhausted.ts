/** Budget of steps for reading one text: expressions, words, and the values computed from them. Handwritten programs use up to a tenth of it. */
export const MAX_STEPS = 400_000;

/** Thrown when a text exceeds that budget. It is then searched as plain text only. */
export class Exhausted extends Error {
  constructor() {
    super('Too many steps');
  }
}
