/** Finds the calls of a function that sets a variable of its module: `setToken('…')` for `export function setToken(value) { token = value; }`. */
import { type Frame, frameOf, isLocalFunction, type Reading } from '../reading.js';
import type { Known } from '../evaluation.js';
import { siblings } from '../modules/siblings.js';
import { functionAround, type FunctionNode, type Node, parentOf, spanOf, staticKey } from '../syntax/syntax.js';
import { callGiven, type CallNode, frameFor } from './frames.js';

/** Most callers of a function that are considered. */
const MAX_CALLERS = 16;
/** Most calls that are examined for one function. */
const MAX_CANDIDATES = 100;
/** Longest chain of callers that pass on their own parameters. */
const MAX_BACK = 2;

/** The frames in which to read what a function assigns to a variable declared outside of it: the current one, or those of its callers. */
export function framesOfWriter(
  reading: Reading,
  node: Node,
  declaredIn: Node | undefined,
  frame: Frame | undefined,
): readonly (Frame | undefined)[] {
  const writer = functionAround(node);
  const inner = frameOf(node, frame);
  if (!writer || writer === declaredIn || inner?.callee === writer || writer.params.length === 0) return [inner];
  const found = callersOf(reading.home(writer), writer, MAX_BACK).filter(({ outer }) => isOfSameRun(outer, frame, declaredIn));
  return found.length > 0 ? found : [inner];
}

/** Whether a closure and a frame belong to the same call of the function around them. */
function isOfSameRun(closure: Frame | undefined, frame: Frame | undefined, around: Node | undefined): boolean {
  if (!around) return true;
  const [one, other] = [runOf(around, closure), runOf(around, frame)];
  return one !== undefined && one === other;
}

function runOf(around: Node, frame: Frame | undefined): number | undefined {
  for (let run = frame; run; run = run.outer) if (run.callee === around) return run.call.at.start;
  return undefined;
}

const callers = new WeakMap<Reading, Map<FunctionNode, Known<readonly Frame[]>>>();

/** The callers in the function's own file, in the file being checked, and in the modules that this imports. Those in other files are unknown. */
function callersOf(home: Reading, callee: FunctionNode, back: number): readonly Frame[] {
  const ofFile = callers.get(home) ?? new Map<FunctionNode, Known<readonly Frame[]>>();
  callers.set(home, ofFile);
  const known = ofFile.get(callee);
  if (home.holds(known)) return known.value;
  const remember = (found: Known<readonly Frame[]>): void => void ofFile.set(callee, found);
  return home.resolve(() => findCallers(home, callee, back), [], remember);
}

function findCallers(home: Reading, callee: FunctionNode, back: number): readonly Frame[] {
  const names = namesOf(callee);
  const readings = [...new Set([home, home.checked, ...siblings(home.checked)])];
  const calls = readings.flatMap((reading) => {
    const { byName, imported } = callsIn(reading);
    const named = names.flatMap((name) => byName.get(name) ?? []);
    return [...named, ...(reading === home ? [] : imported)].map((node) => ({ reading, node }));
  });
  const frames = calls.slice(0, MAX_CANDIDATES).flatMap(({ reading, node }) => {
    const around = functionAround(node);
    const isPassing = back > 0 && around && around !== callee && around.params.length > 0;
    const outer = isPassing ? callersOf(reading, around, back - 1) : [];
    return (outer.length > 0 ? outer : [undefined]).flatMap((frame) => {
      const target = reading.read(node.callee, frame);
      if (!isLocalFunction(target) || target.callee !== callee) return [];
      return frameFor(reading, target, () => callGiven(spanOf(node.callee), node, reading, frame), frame) ?? [];
    });
  });
  return frames.slice(0, MAX_CALLERS);
}

/** The names by which a function may be called: its own, that of its variable, or its key. */
function namesOf(callee: FunctionNode): readonly string[] {
  const own = callee.id ? [callee.id.name] : [];
  const outer = parentOf(callee);
  switch (outer?.type) {
    case 'VariableDeclarator':
      return outer.id.type === 'Identifier' ? [...own, outer.id.name] : own;
    case 'Property':
    case 'MethodDefinition':
    case 'PropertyDefinition':
      return [...own, staticKey(outer.key, outer.computed) ?? ''];
    case 'AssignmentExpression':
      return outer.left.type === 'MemberExpression' ? [...own, staticKey(outer.left.property, outer.left.computed) ?? ''] : own;
    default:
      return own;
  }
}

interface Calls {
  /** Calls by the name of the callee; for imports, the name under which it is exported. */
  readonly byName: ReadonlyMap<string, readonly CallNode[]>;
  /** Calls of default and namespace imports, whose local names are arbitrary. */
  readonly imported: readonly CallNode[];
}

const known = new WeakMap<Reading, Calls>();

function callsIn(reading: Reading): Calls {
  const before = known.get(reading);
  if (before) return before;
  const byName = new Map<string, CallNode[]>();
  const imported: CallNode[] = [];
  for (const node of reading.survey.calls) {
    const specifier = importOf(reading, node.callee);
    if (specifier && specifier.type !== 'ImportSpecifier') imported.push(node);
    const name = specifier?.type === 'ImportSpecifier' ? specifier.imported : lastName(node.callee);
    const key = name && staticKey(name, false);
    const before = byName.get(key ?? '');
    if (before) before.push(node);
    else if (key !== undefined) byName.set(key, [node]);
  }
  const found = { byName, imported };
  known.set(reading, found);
  return found;
}

function importOf(reading: Reading, callee: Node): Node | undefined {
  const definition = callee.type === 'Identifier' ? reading.scope.variable(callee)?.defs[0] : undefined;
  return (definition?.type as string | undefined) === 'ImportBinding' ? definition?.node : undefined;
}

function lastName(callee: Node): Node | undefined {
  if (callee.type === 'MemberExpression') return callee.computed ? undefined : callee.property;
  return callee.type === 'Identifier' ? callee : undefined;
}
