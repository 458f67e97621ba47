/** Assignments of variables in a script, and where each applies. */
import type { ArrayValue, Command, Function as ShellFunction, Word } from 'unbash';
import { lastUpTo } from '../line-starts.js';
import type { Source } from './source.js';

/** An assignment of a variable. */
export interface Assigned {
  readonly name: string;
  readonly source: Source;
  /** Undefined if the value is unknown: `read NAME`, `local NAME`. */
  readonly value: Word | ArrayValue | undefined;
  /** The values of a loop variable. */
  readonly items: readonly Word[] | undefined;
  /** The command whose output is assigned: `printf -v NAME …`. */
  readonly printed?: Command;
  readonly append: boolean;
  /** Whether it is assigned on some paths only. */
  readonly maybe: boolean;
  /** Whether this statement exports it to the environment. */
  readonly exported: boolean;
  /** The function that contains it. */
  readonly within: ShellFunction | undefined;
  readonly start: number;
  readonly nameEnd: number;
  readonly end: number;
  /** Whether it applies only to the command after it: `NAME=value command`. */
  readonly prefix: boolean;
  /** The innermost branch that contains it. */
  readonly branch?: Branch | undefined;
}

/** A branch of an `if` or `case`, and the whole statement: an assignment in one branch does not apply in another. */
export interface Branch {
  readonly own: Stretch;
  readonly whole: Stretch;
  readonly outer: Branch | undefined;
}

/** The span of a node of the script's tree. */
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

/** Most assignments of one variable that are searched for one that is made on every path. */
const MAX_LOOKED_BACK = 100;

/** The assignments of one variable. */
export class Assignments {
  /** Whether it is declared somewhere without a known value. */
  readonly isLocal: boolean;
  /** Sorted by end. */
  readonly #all: readonly Assigned[];
  readonly #ends: readonly number[];

  constructor(all: readonly Assigned[]) {
    this.isLocal = all.some(({ value, printed }) => value === undefined && !printed);
    this.#all = all.filter(({ prefix }) => !prefix).sort((one, other) => one.end - other.end);
    this.#ends = this.#all.map(({ end }) => end);
  }

  /** Whether the variable is assigned in a span of the script. */
  isGivenIn(start: number, end: number): boolean {
    const last = this.#ends[lastUpTo(this.#ends, end)];
    return last !== undefined && last > start;
  }

  /**
   * The assignments that may apply at an offset, the latest first, and whether the variable is assigned before it on every path. If none precedes the
   * offset, those after it may apply, because a function may be called further down.
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
      .slice(Math.max(0, last + 1 - MAX_LOOKED_BACK), last + 1)
      .filter((each) => !isInOther(each, offset))
      .reverse();
    const certain = before.findIndex((each) => isCertainAt(each, offset));
    // An append on every path includes all earlier values, except for appends in other branches.
    const enough = before.findIndex((each) => (each.append && !each.maybe) || isCertainAt(each, offset));
    return { found: before.slice(0, enough === -1 ? most : Math.min(most, enough + 1)), isCertain: certain !== -1 };
  }
}

/** Whether an assignment applies at a later offset on every path. */
function isCertainAt({ maybe, within }: Assigned, offset: number): boolean {
  return !maybe && (!within || (offset >= within.pos && offset < within.end));
}

/** Groups assignments by variable. */
export function assignmentsOf(all: readonly Assigned[]): ReadonlyMap<string, Assignments> {
  const byName = new Map<string, Assigned[]>();
  for (const each of all) {
    const known = byName.get(each.name);
    if (known) known.push(each);
    else byName.set(each.name, [each]);
  }
  return new Map([...byName].map(([name, own]) => [name, new Assignments(own)]));
}

/** Returns a function that finds the innermost function around an offset. */
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
