/** Evaluates calls: to their results where those are known, otherwise to the calls themselves. */
import type { Call, List, Span, Value } from '../../../source/model.js';
import { within } from '../../../source/span.js';
import { alternatives, unknown } from '../../../source/values.js';
import { calledOf, type Construction, type Frame, isConstruction, isLocalFunction, type LocalFunction, type Reading } from '../reading.js';
import { bare, type FunctionNode, spanOf, staticKey } from '../syntax/syntax.js';
import { choice } from '../values/choices.js';
import { reached } from '../values/decisions.js';
import { replacementsAmong } from '../values/hidden.js';
import { callbackRunBy } from '../values/packages/callbacks.js';
import { withSetUp } from '../classes/instances.js';
import { callAt } from './calls.js';
import { bodyOf, type CallNode, callWith, frameFor, returnsOf } from './frames.js';

export function readCall(reading: Reading, node: CallNode, frame: Frame | undefined): Value {
  return (
    reading.language.standardCall(reading, node, frame) ??
    mapped(reading, node, frame) ??
    resultOfCallback(reading, node, frame) ??
    resultOf(reading, node, frame) ??
    callAt(reading, node, frame)
  );
}

/** Most functions of which a call may call any. */
const MAX_CALLEES = 4;

/** The result of a call of a function of this file, or of any of several: `(token ? new TokenAuth(token) : new KeyAuth(key)).headers()`. */
function resultOf(reading: Reading, node: CallNode, frame: Frame | undefined): Value | undefined {
  if (node.type === 'NewExpression') return undefined;
  const target = calledOf(reading.read(node.callee, frame));
  const call = (): Call => callAt(reading, node, frame);
  const at = spanOf(node);
  if (target.kind !== 'choice') return isLocalFunction(target) ? resultOfFunction(reading, target, call, at, frame) : undefined;
  if (target.any || target.options.length > MAX_CALLEES || !target.options.every(isLocalFunction)) return undefined;
  const results = target.options.map((each) => resultOfFunction(reading, each, call, at, frame));
  return results.every((each) => each !== undefined) ? choice(results, at) : undefined;
}

/** The result of a function, if its `return` statements determine it. */
function resultOfFunction(
  reading: Reading,
  target: LocalFunction,
  call: () => Call,
  at: Span,
  frame: Frame | undefined,
): Value | undefined {
  const inner = frameFor(reading, target, call, frame);
  if (!inner) return undefined;
  if (target.callee.generator) return yieldedBy(reading, target.callee, inner, at);
  const home = reading.home(target.callee);
  const returned = replacementsAmong(home, reached(home, returnsOf(reading, target.callee), inner), inner);
  const values = returned.map((each) => reading.read(each, inner));
  const told = values.flatMap(alternatives).filter((value) => isTold(value, target.callee));
  // A builder returns itself, and from now on includes what was set by this call.
  const isItself = (value: Value): value is Construction =>
    isConstruction(value) && value.instance.construction === target.self?.construction;
  return choice(
    told.map((value) => (isItself(value) ? withSetUp(value, [inner]) : value)),
    at,
  );
}

/** The result of the callback that a package's function runs and returns the result of: `await core.group('Zones', () => list())`. */
function resultOfCallback(reading: Reading, node: CallNode, frame: Frame | undefined): Value | undefined {
  const callback = node.type === 'CallExpression' ? callbackRunBy(reading, node, frame) : undefined;
  const target = callback && reading.read(callback, frame);
  return target && isLocalFunction(target)
    ? resultOfFunction(reading, target, () => callWith(callAt(reading, node, frame), [], true), spanOf(node), frame)
    : undefined;
}

/** The known items that a generator of this file yields. The list is open, since it may delegate to other generators. */
function yieldedBy(reading: Reading, callee: FunctionNode, frame: Frame, at: Span): List | undefined {
  const yields = (bodyOf(reading, callee)?.yields ?? []).filter(({ delegate }) => !delegate);
  const items = yields.flatMap(({ argument }) => (argument ? alternatives(reading.read(argument, frame)) : []));
  const told = items.filter((value) => isTold(value, callee));
  return told.length > 0 ? { kind: 'list', items: told, open: true, at } : undefined;
}

/** Longest list that is mapped item by item. */
const MAX_MAPPED = 16;

/** Evaluates `['a', 'b'].map((id) => ({ id }))`, and `flatMap`, to the list of results. */
function mapped(reading: Reading, node: CallNode, frame: Frame | undefined): List | undefined {
  const callee = bare(node.callee);
  const [callback] = node.arguments;
  const method = callee.type === 'MemberExpression' ? staticKey(callee.property, callee.computed) : undefined;
  if (callee.type !== 'MemberExpression' || (method !== 'map' && method !== 'flatMap') || !callback) return undefined;
  const [list, target] = [reading.read(callee.object, frame), reading.read(callback, frame)];
  if (list.kind !== 'list' || list.open || list.items.length > MAX_MAPPED || !isLocalFunction(target)) return undefined;
  const [returned, ...others] = returnsOf(reading, target.callee);
  if (!returned || others.length > 0) return undefined;
  const call = callAt(reading, node, frame);
  const mappedItem = (item: Value): Value => {
    const inner = frameFor(reading, target, () => callWith(call, [item]), frame);
    return inner ? reading.read(returned, inner) : unknown(item.at);
  };
  const itemsOf = (value: Value): readonly Value[] => (method === 'flatMap' && value.kind === 'list' ? value.items : [value]);
  const items = reading.lazily(() => list.items.map(mappedItem).flatMap(itemsOf), []);
  return {
    kind: 'list',
    get items() {
      return items();
    },
    open: false,
    at: call.at,
  };
}

/** Whether a result is meaningful outside of its function. The value of a promise, a parameter or a loop variable differs with each call. */
function isTold(value: Value, callee: FunctionNode): boolean {
  switch (value.kind) {
    case 'opaque':
      return value.what === 'constant' || value.what === 'function';
    case 'name':
      return !value.declaredAt || !within(value.declaredAt, spanOf(callee));
    case 'call':
      if (isConstruction(value)) return true;
      return value.callee.kind === 'name' && !(value.new && value.callee.path.join('.') === 'Promise');
    default:
      return true;
  }
}
