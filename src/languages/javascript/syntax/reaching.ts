/** Which assignments to a variable a use of it can see. */
import type { Variable } from './scope.js';
import { functionAround, isFunction, type Node, parentOf } from './syntax.js';

/** The order of more writes is not looked at: generated code has thousands of both. */
const MOST_WRITES = 100;

interface Write {
  /** The name that is written. */
  readonly name: Node;
  /** Where it has been written. */
  readonly end: number;
  /** The statement of a block by which the variable gets another value, whatever it held. */
  readonly statement: Node | undefined;
}

interface Writes {
  readonly all: readonly Write[];
  /** Whether they belong to one run of the function that declares the variable, or of the program. */
  readonly isOneRun: boolean;
  readonly around: Node | undefined;
}

const known = new WeakMap<Variable, Writes>();

/** Where a variable is written behind its declaration: looked for once, and not again by each of thousands that read it. */
function writesOf(variable: Variable): Writes {
  let found = known.get(variable);
  if (!found) {
    const all = variable.references.filter((each) => each.isWrite() && !each.init).map(({ identifier }) => writeAt(identifier));
    const around = declaringFunction(variable);
    const isOneRun = all.length <= MOST_WRITES && all.every(({ name }) => functionAround(name) === around);
    known.set(variable, (found = { all, isOneRun, around }));
  }
  return found;
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

export interface Reaching {
  /** The names that are written. */
  readonly writes: readonly Node[];
  /** Whether what the variable holds to begin with has been replaced. */
  readonly isReplaced: boolean;
}

/**
 * The writes that a use may see. A statement of a block around the use replaces all that was written before it, in the same run of a function;
 * what is written further down is seen only by another turn of a loop.
 */
export function reaching(variable: Variable, use: Node): Reaching {
  const { all, isOneRun, around } = writesOf(variable);
  const isSeenWhole = !isOneRun || functionAround(use) !== around || variable.identifiers.includes(use as never);
  if (isSeenWhole || all.length === 0) return { writes: all.map(({ name }) => name), isReplaced: false };
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
  return { writes: seen.map(({ name }) => name), isReplaced: last !== undefined };
}

/** Whether a variable keeps what it is declared with. */
export function isWrittenOnce(variable: Variable): boolean {
  return writesOf(variable).all.length === 0;
}

/** Whether a use may see what a name of the variable has been given. */
export function maySee(variable: Variable, use: Node, name: Node): boolean {
  const { writes, isReplaced } = reaching(variable, use);
  return writes.includes(name) || (!isReplaced && variable.identifiers.includes(name as never));
}

/** Whether a variable may hold one object at two of its uses: nothing has certainly replaced it between them. */
export function mayHoldTheSame(variable: Variable, one: Node, other: Node): boolean {
  if (writesOf(variable).all.length === 0) return true;
  const [first, second] = [reaching(variable, one), reaching(variable, other)];
  return (!first.isReplaced && !second.isReplaced) || first.writes.some((write) => second.writes.includes(write));
}

/** The function that a variable belongs to; none if it is the file's. */
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
