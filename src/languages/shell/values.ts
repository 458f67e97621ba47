/** Values of a script, each worked out once: words lead to variables, and these to words. */
import type { Word } from 'unbash';
import { MOST_STEPS } from '../../source/exhausted.js';
import type { Span, Value } from '../../source/model.js';
import { unknown } from '../../source/values.js';
import type { Assigned } from './assignments.js';
import type { Frame } from './expanded.js';

/** Words and variables are looked through no deeper than this. */
const MOST_DEPTH = 24;

/** A value, and how deep it was asked for if something was left out for being too deep: from there on, it is read again. */
interface Known {
  readonly value: Value;
  readonly from: number;
}

export class Values {
  /** What words and assignments stand for, in each call of a function and (undefined) outside of all. */
  readonly #known = new Map<Frame | undefined, Map<Word | Assigned, Known>>();
  #steps = MOST_STEPS;
  #depth = 0;
  #cut = 0;

  /** Whether there was more work than one script may make, so that values are unknown that a reader could tell. */
  get isExhausted(): boolean {
    return this.#steps <= 0;
  }

  /** Works a value out once for each call of a function; what needs itself, or is needed too deep, is unknown. */
  once(key: Word | Assigned, frame: Frame | undefined, at: Span, work: () => Value): Value {
    const known = this.#known.get(frame) ?? new Map<Word | Assigned, Known>();
    this.#known.set(frame, known);
    const before = known.get(key);
    if (before && (this.#depth >= before.from || this.isExhausted)) return before.value;
    if (this.#depth >= MOST_DEPTH || this.isExhausted) {
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
