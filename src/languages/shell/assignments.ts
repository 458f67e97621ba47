/** What variables are given in a script, and what of it holds in which places. */
import type { ArrayValue, Command, Function as ShellFunction, Word } from 'unbash';
import { lastUpTo } from '../line-starts.js';
import type { Source } from './source.js';

/** A variable that is given something. */
export interface Assigned {
  readonly name: string;
  readonly source: Source;
  /** Undefined if what it is given cannot be told: `read NAME`, `local NAME`. */
  readonly value: Word | ArrayValue | undefined;
  /** The values of a loop's variable. */
  readonly items: readonly Word[] | undefined;
  /** The command whose output it is given: `printf -v NAME …`. */
  readonly printed?: Command;
  readonly append: boolean;
  /** Whether it is given this on some paths only. */
  readonly maybe: boolean;
  /** Whether it goes to the environment of commands, as far as this place says. */
  readonly exported: boolean;
  /** The function it is in. */
  readonly within: ShellFunction | undefined;
  readonly start: number;
  readonly nameEnd: number;
  readonly end: number;
  /** Whether it holds for the command behind it only: `NAME=value command`. */
  readonly prefix: boolean;
  /** The innermost branch that it is in. */
  readonly branch?: Branch | undefined;
}

/** A branch of an `if` or a `case`, and all of that: what is given in one branch does not hold in another. */
export interface Branch {
  readonly own: Stretch;
  readonly whole: Stretch;
  readonly outer: Branch | undefined;
}

/** A node of the script's tree, as far as it has a place. */
export interface Stretch {
  readonly pos: number;
  readonly end: number;
}

function isInside({ pos, end }: Stretch, offset: number): boolean {
  return pos <= offset && offset < end;
}

function isInOther({ branch }: Assigned, offset: number): boolean {
  for (let each = branch; each; each = each.outer) if (isInside(each.whole, offset) && !isInside(each.own, offset)) return true;
  return false;
}

/** Behind more assignments to one variable nobody looks for one that is made on every path. */
const MOST_LOOKED_BACK = 100;

/** The assignments to one variable. */
export class Assignments {
  /** Whether it is declared somewhere without a value that can be told. */
  readonly isLocal: boolean;
  /** In the order in which they end. */
  readonly #all: readonly Assigned[];
  readonly #ends: readonly number[];

  constructor(all: readonly Assigned[]) {
    this.isLocal = all.some(({ value, printed }) => value === undefined && !printed);
    this.#all = all.filter(({ prefix }) => !prefix).sort((one, other) => one.end - other.end);
    this.#ends = this.#all.map(({ end }) => end);
  }

  /** Whether the variable is given something in a stretch of the script. */
  isGivenIn(start: number, end: number): boolean {
    const last = this.#ends[lastUpTo(this.#ends, end)];
    return last !== undefined && last > start;
  }

  /**
   * What the variable may hold at an offset, the latest first, and whether it is given something before that on every path. If nothing is assigned
   * before, what comes later may be: functions are called from further down.
   */
  at(offset: number, most: number): { readonly found: readonly Assigned[]; readonly isCertain: boolean } {
    const [first = Infinity] = this.#ends;
    if (first > offset)
      return {
        found: this.#all
          .slice(-most)
          .filter(({ start }) => start > offset)
          .reverse(),
        isCertain: false,
      };
    const last = lastUpTo(this.#ends, offset);
    const before = this.#all
      .slice(Math.max(0, last + 1 - MOST_LOOKED_BACK), last + 1)
      .filter((each) => !isInOther(each, offset))
      .reverse();
    const certain = before.findIndex((each) => isCertainAt(each, offset));
    // What is appended to holds what was there before, but for what is appended in another branch.
    const enough = before.findIndex((each) => (each.append && !each.maybe) || isCertainAt(each, offset));
    return { found: before.slice(0, enough === -1 ? most : Math.min(most, enough + 1)), isCertain: certain !== -1 };
  }
}

/** Whether a variable has what it is given at an offset behind that on every path. */
function isCertainAt({ maybe, within }: Assigned, offset: number): boolean {
  return !maybe && (!within || (offset >= within.pos && offset < within.end));
}

export function assignmentsOf(all: readonly Assigned[]): ReadonlyMap<string, Assignments> {
  const byName = new Map<string, Assigned[]>();
  for (const each of all) {
    const known = byName.get(each.name);
    if (known) known.push(each);
    else byName.set(each.name, [each]);
  }
  return new Map([...byName].map(([name, own]) => [name, new Assignments(own)]));
}

/** Tells the innermost function that an offset is in. */
export function functionsByPlace(functions: readonly ShellFunction[]): (offset: number) => ShellFunction | undefined {
  const inOrder = [...functions].sort((one, other) => one.pos - other.pos);
  const starts = inOrder.map(({ pos }) => pos);
  const outer = new Map<ShellFunction, ShellFunction | undefined>();
  const open: ShellFunction[] = [];
  for (const each of inOrder) {
    while (open.length > 0 && (open.at(-1)?.end ?? 0) <= each.pos) open.pop();
    outer.set(each, open.at(-1));
    open.push(each);
  }
  return (offset) => {
    let found = inOrder[lastUpTo(starts, offset)];
    while (found && !(found.pos <= offset && offset < found.end)) found = outer.get(found);
    return found;
  };
}
