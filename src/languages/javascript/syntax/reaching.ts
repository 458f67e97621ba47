/** Reaching definitions: which assignments to a variable may reach a use of it. */
import type { Variable } from './scope.js';
import { functionAround, isFunction, type Node, parentOf } from './syntax.js';

/** Most writes whose order is considered: generated code has thousands of writes and uses. */
const MAX_WRITES = 100;

interface Write {
  /** The identifier that is written. */
  readonly name: Node;
  /** The offset at which the write is complete. */
  readonly end: number;
  /** The statement in a block that unconditionally replaces the value of the variable. */
  readonly statement: Node | undefined;
}

interface Writes {
  readonly all: readonly Write[];
  readonly names: ReadonlySet<Node>;
  /** Whether there are not too many and all are directly in the function that declares the variable, or in the program, not in nested functions. */
  readonly isOneRun: boolean;
  /** The function that declares the variable. */
  readonly around: Node | undefined;
}

const known = new WeakMap<Variable, Writes>();

/** The writes of a variable after its declaration. Cached, since there may be thousands of reads. */
function writesOf(variable: Variable): Writes {
  let found = known.get(variable);
  if (!found) {
    const all = variable.references.filter((each) => each.isWrite() && !each.init).map(({ identifier }) => writeAt(identifier));
    const around = declaringFunction(variable);
    const isOneRun = all.length <= MAX_WRITES && all.every(({ name }) => functionAround(name) === around);
    known.set(variable, (found = { all, names: namesOf(all), isOneRun, around }));
  }
  return found;
}

function namesOf(writes: readonly Write[]): ReadonlySet<Node> {
  return new Set(writes.map(({ name }) => name));
}

function writeAt(name: Node): Write {
  let target = name;
  let outer = parentOf(target);
  while (outer && /^(?:Array|Object)Pattern$|^(?:Property|RestElement)$/.test(outer.type)) [target, outer] = [outer, parentOf(outer)];
  if (outer?.type !== 'AssignmentExpression' || outer.left !== target) return { name, end: name.range[1], statement: undefined };
  const statement = parentOf(outer);
  const block = statement && parentOf(statement);
  const isOwn = statement?.type === 'ExpressionStatement' && (block?.type === 'BlockStatement' || block?.type === 'Program');
  return { name, end: outer.range[1], statement: isOwn && outer.operator === '=' ? statement : undefined };
}

/** The definitions of a variable that reach a use. */
export interface Reaching {
  /** The identifiers that are written. */
  readonly writes: ReadonlySet<Node>;
  /** Whether the initial value of the variable has been replaced. */
  readonly isReplaced: boolean;
}

/**
 * The writes that may reach a use. Within one call of a function, a statement in a block around the use kills all writes before it; writes further
 * down reach it only in the next iteration of a loop.
 */
export function reaching(variable: Variable, use: Node): Reaching {
  const { all, names, isOneRun, around } = writesOf(variable);
  const isSeenWhole = !isOneRun || functionAround(use) !== around || variable.identifiers.includes(use as never);
  if (isSeenWhole || all.length === 0) return { writes: names, isReplaced: false };
  const [start, end] = use.range;
  const last = all.findLast(({ statement }) => {
    const block = statement && parentOf(statement);
    return block && statement.range[1] <= start && end <= block.range[1];
  });
  const loop = outermostLoop(use);
  const seen = all.filter(
    (write) =>
      (!last || write.end >= last.end) &&
      (write.end <= start || (loop && write.name.range[0] >= loop.range[0] && write.end <= loop.range[1])),
  );
  return { writes: namesOf(seen), isReplaced: last !== undefined };
}

/** Whether a variable keeps its initial value. */
export function isWrittenOnce(variable: Variable): boolean {
  return writesOf(variable).all.length === 0;
}

/** Whether the write at `name`, an identifier of the variable, may reach a use. */
export function mayReach(variable: Variable, use: Node, name: Node): boolean {
  const { writes, isReplaced } = reaching(variable, use);
  return writes.has(name) || (!isReplaced && variable.identifiers.includes(name as never));
}

/** Whether a variable may hold the same object at two uses: it was not certainly replaced in between. */
export function mayHoldTheSame(variable: Variable, one: Node, other: Node): boolean {
  if (writesOf(variable).all.length === 0) return true;
  const [first, second] = [reaching(variable, one), reaching(variable, other)];
  return (!first.isReplaced && !second.isReplaced) || [...first.writes].some((write) => second.writes.has(write));
}

/** The function that declares a variable; undefined for a variable of the file. */
export function declaringFunction({ identifiers: [first], defs: [definition] }: Variable): Node | undefined {
  if (!first) return undefined;
  return (definition?.type as string) === 'Parameter' ? definition?.node : functionAround(first);
}

function outermostLoop(use: Node): Node | undefined {
  let found: Node | undefined;
  for (let outer = parentOf(use); outer && !isFunction(outer); outer = parentOf(outer))
    if (/^(?:For|ForIn|ForOf|While|DoWhile)Statement$/.test(outer.type)) found = outer;
  return found;
}
