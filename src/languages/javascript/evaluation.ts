/** Lazy evaluation of values: each is computed once, with limits on the depth and on the steps per file. */
import { MAX_STEPS } from '../../source/exhausted.js';

/** Deepest nesting of evaluations, lazy ones included; a value that is nested deeper is unknown. */
const MAX_DEPTH = 60;
/** Most calls of the file's own functions that are entered. Handwritten files have a few hundred. */
const MAX_ENTERED = 1_000;
/** Most entries that are copied from spread tables. */
const MAX_COPIED = 50_000;
/**
 * Resolving a credential from another module takes fewer than a hundred steps, and so does each function that a factory in another module returns.
 * Without a limit, each file of a framework would evaluate the whole framework again.
 */
const MAX_STEPS_IN_MODULES = 8_000;
const MAX_ENTERED_IN_MODULES = 400;
/** Further steps for each call in the file being checked, which may be that of a helper in another module. */
const STEPS_PER_CALL = 60;

/** A result, and the depth from which on it is valid: if evaluation was cut short by the depth limit, requests from less deep compute it again. */
export interface Known<T> {
  readonly value: T;
  readonly from: number;
}

/** The remaining work: one budget for the file being checked, and one for all modules that are read for it. */
class Budget {
  copied = 0;

  constructor(
    public steps: number,
    /** Calls of own functions that may still be entered. */
    public entries: number,
  ) {}
}

/** The state of evaluation that a file shares with the modules that are read for it. */
export class SharedEvaluation {
  readonly ofModules = new Budget(MAX_STEPS_IN_MODULES, MAX_ENTERED_IN_MODULES);
  /** Current nesting of evaluations. */
  depth = 0;
  /** How often the depth or step limit has cut an evaluation short. */
  cut = 0;
}

/** Evaluates the values of one file within its budget. */
export class Evaluation {
  readonly #shared: SharedEvaluation;
  readonly #budget: Budget;

  constructor(shared: SharedEvaluation, isModule: boolean) {
    this.#shared = shared;
    this.#budget = isModule ? shared.ofModules : new Budget(MAX_STEPS, MAX_ENTERED);
  }

  /** Adds to the budget for modules what the calls in the file being checked may need. */
  protected expectCalls(count: number): void {
    this.#shared.ofModules.steps += count * STEPS_PER_CALL;
    this.#shared.ofModules.entries += count;
  }

  /** Defers work until its result is first needed. The result is `otherwise` if the work depends on itself or exceeds the limits. */
  lazily<T>(work: () => T, otherwise: T): () => T {
    let known: Known<T> | undefined;
    const remember = (result: Known<T>): void => void (known = result);
    return () => (this.holds(known) ? known.value : this.resolve(work, otherwise, remember));
  }

  /** Whether a known result is still the best possible one at the current depth and budget. */
  holds<T>(known: Known<T> | undefined): known is Known<T> {
    return known !== undefined && (this.#shared.depth >= known.from || this.#budget.steps <= 0);
  }

  /** Like {@link lazily}, but immediately, and with `remember` to store the result where the caller wants it. */
  resolve<T>(work: () => T, otherwise: T, remember: (result: Known<T>) => void): T {
    const shared = this.#shared;
    if (shared.depth >= MAX_DEPTH || this.#budget.steps <= 0) {
      shared.cut += 1;
      return otherwise;
    }
    const { cut } = shared;
    shared.depth += 1;
    this.#budget.steps -= 1;
    remember({ value: otherwise, from: 0 });
    const value = work();
    shared.depth -= 1;
    // A result that was cut short here may be complete when it is requested from less deep.
    remember({ value, from: cut === shared.cut ? 0 : shared.depth });
    return value;
  }

  /** Whether the file has used up its budget, so that some values are unknown although they could be resolved. */
  get isExhausted(): boolean {
    return this.#budget.steps <= 0;
  }

  /** Whether the modules read for the file have used up theirs. */
  get areModulesExhausted(): boolean {
    const { steps, entries } = this.#shared.ofModules;
    return steps <= 0 || entries < 0;
  }

  /** Counts a call of an own function that is about to be entered; returns false if there were too many. */
  enter(): boolean {
    this.#budget.entries -= 1;
    return this.#budget.entries >= 0;
  }

  /** Counts entries that are copied from one table into another; returns false if there were too many. */
  copy(entries: number): boolean {
    this.#budget.copied += entries;
    return this.#budget.copied <= MAX_COPIED;
  }

  /** Spends steps of the budget on something other than reading an expression; returns false if none are left. */
  spend(steps: number): boolean {
    this.#budget.steps -= steps;
    return this.#budget.steps > 0;
  }
}
