/** Evaluates each word and variable of a script once: words refer to variables, and these to words. */
import type { Word } from 'unbash';
import { MAX_STEPS } from '../../source/exhausted.js';
import type { Span, Value } from '../../source/model.js';
import { unknown } from '../../source/values.js';
import type { Assigned } from './assignments.js';
import type { Frame } from './expanded.js';

/** Deepest chain of words and variables that is evaluated. */
const MAX_DEPTH = 24;

/** A value, and the depth it was evaluated at if the limit cut something off: at a smaller depth, it is evaluated again. */
interface Known {
  readonly value: Value;
  readonly from: number;
}

export class Values {
  /** Values of words and assignments, for each call of a function and (undefined) outside all functions. */
  readonly #known = new Map<Frame | undefined, Map<Word | Assigned, Known>>();
  #steps = MAX_STEPS;
  #depth = 0;
  #cut = 0;

  /** Whether the script needed more steps than allowed, so that values are unknown that could be determined. */
  get isExhausted(): boolean {
    return this.#steps <= 0;
  }

  /** Evaluates a word or assignment once for each call of a function. If it depends on itself, or is nested too deep, it is unknown. */
  once(key: Word | Assigned, frame: Frame | undefined, at: Span, work: () => Value): Value {
    const known = this.#known.get(frame) ?? new Map<Word | Assigned, Known>();
    this.#known.set(frame, known);
    const before = known.get(key);
    if (before && (this.#depth >= before.from || this.isExhausted)) return before.value;
    if (this.#depth >= MAX_DEPTH || this.isExhausted) {
      this.#cut += 1;
      return unknown(at);
    }
    const cut = this.#cut;
    this.#steps -= 1;
    known.set(key, { value: unknown(at), from: 0 });
    this.#depth += 1;
    const value = work();
    this.#depth -= 1;
    known.set(key, { value, from: cut === this.#cut ? 0 : this.#depth });
    return value;
  }
}
