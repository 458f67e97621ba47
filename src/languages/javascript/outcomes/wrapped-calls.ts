/** Finds the handlers in the program's own helpers that run what they are passed: `retry(() => list())`, `quietly(list())`. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Handler } from '../../../source/model.js';
import { isLocalFunction, type Reading } from '../reading.js';
import { functionAround, type FunctionNode, type Node, parentOf, spanOf } from '../syntax/syntax.js';
import { chainFrom } from './chains.js';
import { namesCalled, records } from './elsewhere.js';
import { Following } from './following.js';
import { givesOn, handlerAround, handlerBehind, hasOneIn } from './handlers.js';

/** The handler in a helper that is passed the promise of a call: `quietly(list())`. */
export function handlerOfPromise(reading: Reading, call: Node): Handler | undefined {
  return handlerIn(reading, chainFrom(call), false);
}

/** The handler in a helper that is passed the function around a call: `retry(() => list())`. */
export function handlerOfRun(reading: Reading, call: Node): Handler | undefined {
  const callback = functionAround(call);
  return callback && givesOn(call, callback) ? handlerIn(reading, callback, true) : undefined;
}

/** The handler in a helper that a call passes a function of the program by name: `retry(list)`. */
export function handlerOfPassed(reading: Reading, call: Node): Handler | undefined {
  if (call.type !== 'CallExpression' || call.arguments.length === 0 || !isLocalFunction(reading.read(call.callee))) return undefined;
  const passed = call.arguments.find(
    (each) => (each.type === 'Identifier' || each.type === 'MemberExpression') && isLocalFunction(reading.read(each)),
  );
  return passed && handlerIn(reading, passed, true);
}

/** The handler of what fails in an argument, in the function of the program that runs or awaits it; undefined if that may let it through. */
function handlerIn(reading: Reading, argument: Node, isRun: boolean): Handler | undefined {
  const call = parentOf(argument);
  if (call?.type !== 'CallExpression' || call.callee === argument) return undefined;
  const target = reading.read(call.callee);
  if (!isLocalFunction(target) || target.bound) return undefined;
  const { callee } = target;
  const index = call.arguments.indexOf(argument as TSESTree.CallExpressionArgument);
  if (call.arguments.slice(0, index).some(({ type }) => type === 'SpreadElement')) return undefined;
  const home = reading.home(callee);
  const [handler, ...others] = handlersOf(home, callee, index, isRun);
  if (!handler || others.includes(undefined)) return undefined;
  const { at, bodyAt = at } = handler;
  // What follows the handler may report the failure too.
  const rest = { start: bodyAt.start, end: Math.max(bodyAt.end, callee.range[1]) };
  const isElsewhere = home !== reading;
  let uses: Handler['uses'];
  return {
    ...handler,
    at: isElsewhere ? spanOf(call.callee) : at,
    bodyAt: rest,
    throws: handler.throws || hasOneIn(home.survey.throws, rest),
    usesError: handler.usesError || (isElsewhere && records(home, callee, rest)),
    ...(isElsewhere && { calls: namesCalled(home, callee, rest.start) }),
    get uses() {
      return (uses ??= new Following(reading, undefined).of(call));
    },
  };
}

/** The handlers of each place where a function runs or awaits one of its parameters; undefined for a place without one. */
function handlersOf(home: Reading, callee: FunctionNode, index: number, isRun: boolean): readonly (Handler | undefined)[] {
  const parameter = callee.params[index];
  const name = parameter?.type === 'AssignmentPattern' ? parameter.left : parameter;
  const variable = name?.type === 'Identifier' ? home.scope.variable(name) : undefined;
  return (variable?.references ?? []).flatMap(({ identifier }): readonly (Handler | undefined)[] => {
    const outer = parentOf(identifier);
    if (identifier === name || outer?.type === 'UnaryExpression') return [];
    if (functionAround(identifier) !== callee || (isRun && (outer?.type !== 'CallExpression' || outer.callee !== identifier)))
      return [undefined];
    return [handlerOfAwaited(home, isRun && outer ? outer : identifier, callee)];
  });
}

/** The handler of a promise, or of a call, in a helper. An asynchronous function catches only what it awaits. */
function handlerOfAwaited(home: Reading, node: Node, callee: FunctionNode): Handler | undefined {
  const behind = handlerBehind(home, node);
  if (behind) return behind;
  const isAwaited = parentOf(chainFrom(node))?.type === 'AwaitExpression';
  return isAwaited || (node.type === 'CallExpression' && !callee.async) ? handlerAround(home, node) : undefined;
}
