/** How values are worked out: each once, at most so deep, and for one file in so many steps. */
import { MOST_STEPS } from '../../source/exhausted.js';

/** How deep expressions, and what is worked out later, may need one another before a value counts as unknown. */
const MOST_DEPTH = 60;
/** How many calls of the file's own functions are looked into; files that people write make a few hundred. */
const MOST_ENTERED = 1_000;
/** How many entries of spread tables are copied. */
const MOST_COPIED = 50_000;
/**
 * A credential comes from other modules in fewer than a hundred steps, and so does each function that a factory in another module makes. Without a
 * limit, each file of a framework works out the framework again.
 */
const MOST_STEPS_IN_MODULES = 8_000;
const MOST_ENTERED_IN_MODULES = 400;

/** A result, and how deep it was asked for if something was left out for being too deep: from there on, it is again. */
export interface Known<T> {
  readonly value: T;
  readonly from: number;
}

/** What work is left: for the file that is checked, and for all modules that are read for it. */
class Budget {
  copied = 0;

  constructor(
    public steps: number,
    /** Calls of own functions that may yet be looked into. */
    public entries: number,
  ) {}
}

/** What a file and the modules around it share. */
export class SharedEvaluation {
  readonly ofModules = new Budget(MOST_STEPS_IN_MODULES, MOST_ENTERED_IN_MODULES);
  /** How deep values need one another. */
  depth = 0;
  /** How often something was left out for being too deep. */
  cut = 0;
}

/** What it takes to read one file, of which there is only so much. */
export class Evaluation {
  readonly #shared: SharedEvaluation;
  readonly #budget: Budget;

  constructor(shared: SharedEvaluation, isModule: boolean) {
    this.#shared = shared;
    this.#budget = isModule ? shared.ofModules : new Budget(MOST_STEPS, MOST_ENTERED);
  }

  /** Work that is done when its result is first asked for. If it asks for its own result meanwhile, or goes too deep, the answer is `otherwise`. */
  lazily<T>(work: () => T, otherwise: T): () => T {
    let known: Known<T> | undefined;
    const remember = (result: Known<T>): void => void (known = result);
    return () => (this.holds(known) ? known.value : this.resolve(work, otherwise, remember));
  }

  /** Whether what was worked out before is all that can be told now. */
  holds<T>(known: Known<T> | undefined): known is Known<T> {
    return known !== undefined && (this.#shared.depth >= known.from || this.#budget.steps <= 0);
  }

  /** Does work as {@link lazily} does, for who keeps what is known with much else: `remember` keeps it. */
  resolve<T>(work: () => T, otherwise: T, remember: (result: Known<T>) => void): T {
    const shared = this.#shared;
    if (shared.depth >= MOST_DEPTH || this.#budget.steps <= 0) {
      shared.cut += 1;
      return otherwise;
    }
    const { cut } = shared;
    shared.depth += 1;
    this.#budget.steps -= 1;
    remember({ value: otherwise, from: 0 });
    const value = work();
    shared.depth -= 1;
    // What was cut short here may well be told when it is asked for from less deep.
    remember({ value, from: cut === shared.cut ? 0 : shared.depth });
    return value;
  }

  /** Whether there was more work than one file may make, so that values are unknown that a reader could tell. */
  get isExhausted(): boolean {
    return this.#budget.steps <= 0;
  }

  /** Whether there was more work in the modules around a file than is done for it. */
  get areModulesExhausted(): boolean {
    const { steps, entries } = this.#shared.ofModules;
    return steps <= 0 || entries < 0;
  }

  /** Counts a call of a function of this file that is looked into; false if there were too many. */
  enter(): boolean {
    this.#budget.entries -= 1;
    return this.#budget.entries >= 0;
  }

  /** Counts entries that are copied from one table into another; false if there were too many. */
  copy(entries: number): boolean {
    this.#budget.copied += entries;
    return this.#budget.copied <= MOST_COPIED;
  }

  /** Takes a step of the file's work for something other than reading an expression. */
  spend(steps: number): boolean {
    this.#budget.steps -= steps;
    return this.#budget.steps > 0;
  }
}
