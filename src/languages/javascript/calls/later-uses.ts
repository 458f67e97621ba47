/** Finds later changes to the object in a variable: `api.defaults.baseURL = …`, `api.interceptors.request.use(…)`, `session.headers.update(…)`. */
import type { Call } from '../../../source/model.js';
import { callAt } from './calls.js';
import { framesOfWriter } from './callers.js';
import type { CallNode } from './frames.js';
import { bindingAt } from '../contents/bindings.js';
import type { Reading } from '../reading.js';
import { conditionalIn } from '../syntax/survey.js';
import { declaringFunction } from '../syntax/reaching.js';
import type { Variable } from '../syntax/scope.js';
import { functionAround, isFunction, type Node, parentOf } from '../syntax/syntax.js';

/** Variables with more references than this are skipped. */
const MAX_USES = 500;
/** Most assignments and method calls that are taken from one variable. */
const MAX_LATER = 50;

/** Keyed by the call first: trees, and with them variables, are cached for other files and must not retain results for this one. */
const known = new WeakMap<Call, Map<Variable, Call>>();

/**
 * The value of a variable, with what is done to it later: anything, in a file other than the one being checked, since its contents are not listed;
 * in the checked file, assignments in functions, in the frames of their callers.
 */
export function withLater(reading: Reading, variable: Variable, value: Call): Call {
  const before = known.get(value)?.get(variable);
  if (before) return before;
  const uses = laterUses(variable);
  const seen = reading === reading.checked ? uses.filter((each) => isAssignment(each) && isInFunction(variable, each)) : uses;
  if (seen.length === 0) return value;
  const later = reading.lazily(() => laterOf(reading, variable, seen), undefined);
  const made = Object.create(value, { later: { get: later, enumerable: true } }) as Call;
  known.set(value, (known.get(value) ?? new Map<Variable, Call>()).set(variable, made));
  return made;
}

const uses = new WeakMap<Variable, readonly Node[]>();

function laterUses(variable: Variable): readonly Node[] {
  const before = uses.get(variable);
  if (before) return before;
  const references = variable.references.length > MAX_USES ? [] : variable.references;
  const found = references.flatMap(({ identifier }) => useAt(identifier) ?? []).slice(0, MAX_LATER);
  uses.set(variable, found);
  return found;
}

/** The assignment to a member of a variable, or the call of a method on it. */
function useAt(identifier: Node): Node | undefined {
  let node = identifier;
  let outer = parentOf(node);
  while (outer?.type === 'MemberExpression' && outer.object === node) [node, outer] = [outer, parentOf(outer)];
  if (!outer || node === identifier) return undefined;
  if (outer.type === 'AssignmentExpression') return outer.left === node ? outer : undefined;
  return outer.type === 'CallExpression' && outer.callee === node ? outer : undefined;
}

function isAssignment({ type }: Node): boolean {
  return type === 'AssignmentExpression';
}

function isInFunction(variable: Variable, node: Node): boolean {
  const around = functionAround(node);
  return around !== undefined && around.params.length > 0 && around !== declaringFunction(variable);
}

function laterOf(reading: Reading, variable: Variable, seen: readonly Node[]): Call['later'] {
  const inFrames = seen.flatMap((node) =>
    framesOfWriter(reading, node, declaringFunction(variable), undefined).map((frame) => ({ node, frame })),
  );
  const calls = inFrames.filter(({ node }) => !isAssignment(node));
  const callbacks = seen.flatMap((node) => (node.type === 'CallExpression' ? node.arguments.filter((each) => isFunction(each)) : []));
  const inside = reading.survey.bindings.filter((node) =>
    callbacks.some((callback) => callback.range[0] <= node.range[0] && node.range[1] <= callback.range[1]),
  );
  return {
    calls: calls.map(({ node, frame }) => callAt(reading, node as CallNode, frame)),
    bindings: [
      ...inFrames.filter(({ node }) => isAssignment(node)).flatMap(({ node, frame }) => bindingAt(reading, node, frame) ?? []),
      ...inside.flatMap((node) => bindingAt(reading, node) ?? []),
    ],
    conditional: conditionalIn(reading.survey),
  };
}
