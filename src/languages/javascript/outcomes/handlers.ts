/** Finds the handlers of a call's failure: `catch` clauses and callbacks. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Handler, Outcome, Span } from '../../../source/model.js';
import { isLocalFunction, type Reading } from '../reading.js';
import { namesCalled, records } from './elsewhere.js';
import { errorHandlerAmong, pipedThrough, streamOf } from './observables.js';
import { functionAround, isFunction, methodOf, type Node, parentOf, spanOf, wrapped } from '../syntax/syntax.js';

/** Functions that only wait for the promises they are passed. */
const waiting = new Set(['all', 'allSettled', 'race', 'any', 'waitUntil']);

/** Whether a call only waits for promises, like `Promise.all`. */
export function awaits(node: Node): node is TSESTree.CallExpression {
  return node.type === 'CallExpression' && waiting.has(methodOf(node) ?? '');
}

/** `.catch(handler)`, `.then(…, handler)` or `.pipe(catchError(handler))` after a call, or after the `Promise.all` or `from` that it is passed to. */
export function handlerBehind(reading: Reading, call: Node): Handler | undefined {
  let node = call;
  for (let outer = parentOf(node); outer; outer = parentOf(node)) {
    const piped = pipedThrough(node);
    const stream = piped?.pipe ?? streamOf(node);
    const catcher = piped && errorHandlerAmong(piped.operators);
    if (catcher) return givenHandler(reading, catcher);
    if (stream) node = stream;
    else if (wrapped(outer) === node && outer.type !== 'AwaitExpression') node = outer;
    else if (outer.type === 'ArrayExpression' || awaits(outer)) node = outer;
    else {
      const chained = outer.type === 'MemberExpression' && outer.object === node ? parentOf(outer) : undefined;
      if (chained?.type !== 'CallExpression' || chained.callee !== outer) return undefined;
      const method = methodOf(chained);
      const handler = method === 'catch' ? chained.arguments[0] : method === 'then' ? chained.arguments[1] : undefined;
      if (handler) return givenHandler(reading, handler);
      if (method !== 'then' && method !== 'finally' && method !== 'catch') return undefined;
      node = chained;
    }
  }
  return undefined;
}

/** Whether a value is only tested to no effect: by an `if` that does nothing, or the same in both branches; or only marked as used by `void`. */
export function isIneffectiveTest(reading: Reading, use: Node): boolean {
  let node = use;
  for (let outer = parentOf(node); outer; node = outer, outer = parentOf(node)) {
    if (outer.type === 'IfStatement') return outer.test === node && hasEqualBranches(reading, outer);
    if (outer.type === 'ConditionalExpression')
      return outer.test === node && written(reading, outer.consequent) === written(reading, outer.alternate);
    if (outer.type === 'UnaryExpression' && outer.operator === 'void') return parentOf(outer)?.type === 'ExpressionStatement';
    if (!/^(?:Binary|Logical|Unary|Member|Chain|TSAs)Expression$/.test(outer.type)) return false;
  }
  return false;
}

/** Whether both branches of an `if` do the same. If there is no `else` and the `if` returns, the next statement counts as the other branch. */
function hasEqualBranches(reading: Reading, branching: TSESTree.IfStatement): boolean {
  const { consequent, alternate } = branching;
  if (isEmpty(consequent)) return alternate === null || isEmpty(alternate);
  const other = alternate ?? nextTo(branching);
  const [one, two] = [only(consequent), other && only(other)];
  if (!two || (alternate === null && one.type !== 'ReturnStatement')) return false;
  return written(reading, one) === written(reading, two);
}

/** The statement after another. */
export function nextTo(statement: Node): Node | undefined {
  const block = parentOf(statement);
  return block?.type === 'BlockStatement' ? block.body[block.body.indexOf(statement as TSESTree.Statement) + 1] : undefined;
}

/** The only statement of a block, or the statement itself. */
export function only(statement: Node): Node {
  const [first] = statement.type === 'BlockStatement' && statement.body.length === 1 ? statement.body : [];
  return first ?? statement;
}

function written(reading: Reading, node: Node): string {
  return reading.textOf(node).replace(/;$/, '').replaceAll(/\s+/g, ' ');
}

function isEmpty(statement: Node): boolean {
  return statement.type === 'EmptyStatement' || (statement.type === 'BlockStatement' && statement.body.length === 0);
}

/** Library functions that ignore their argument, or only return it. */
const idle = /^(?:noop|identity)$/;

/** Describes a handler function. An unknown one is assumed to use the error. */
function givenHandler(reading: Reading, handler: Node): Handler {
  if (isFunction(handler)) return handlerOf(reading, handler, handler.params[0], handler.body);
  const target = reading.read(handler);
  const at = spanOf(handler);
  if (!isLocalFunction(target))
    return { at, usesError: !(target.kind === 'name' && idle.test(target.path.at(-1) ?? '')), throws: false, caughtAt: at };
  const { callee } = target;
  const home = reading.home(callee);
  const found = handlerOf(home, callee, callee.params[0], callee.body);
  if (home === reading) return { ...found, at, bodyAt: spanOf(callee) };
  const [start, end] = callee.range;
  const usesError = found.usesError || records(home, callee, { start, end });
  return { ...found, at, caughtAt: at, usesError, calls: namesCalled(home, callee, start) };
}

/** The handler of errors in a callback, of `zones().then((all) => purge(all)).catch(handler)` or `Promise.all(zones.map((zone) => purge(zone)))`. */
export function handlerOfCallback(reading: Reading, call: Node): Handler | undefined {
  const callback = functionAround(call);
  const chained = callback && parentOf(callback);
  if (!callback || chained?.type !== 'CallExpression' || !givesOn(call, callback)) return undefined;
  const method = methodOf(chained);
  const list = parentOf(chained);
  const isRun = method === 'then' || (/^(?:map|flatMap)$/.test(method ?? '') && list && awaits(list));
  if (!isRun) return undefined;
  return handlerBehind(reading, chained) ?? handlerAround(reading, chained) ?? handlerOfCallback(reading, chained);
}

/** Whether a function awaits or returns the promise of a call. */
export function givesOn(call: Node, callback: Node): boolean {
  let node = call;
  for (let outer = parentOf(node); outer; node = outer, outer = parentOf(node)) {
    if (outer === callback || outer.type === 'AwaitExpression' || outer.type === 'ReturnStatement') return true;
    const isChained =
      (outer.type === 'MemberExpression' && outer.object === node) || (outer.type === 'CallExpression' && outer.callee === node);
    if (!isChained && wrapped(outer) !== node) return false;
  }
  return false;
}

/** The `catch` of the innermost `try` around a call in the same function. */
export function handlerAround(reading: Reading, call: Node): Handler | undefined {
  let node = call;
  for (let outer = parentOf(node); outer && !isFunction(outer); node = outer, outer = parentOf(node)) {
    if (outer.type === 'TryStatement' && outer.block === node && outer.handler)
      return handlerOf(reading, outer.handler, outer.handler.param, outer.handler.body);
  }
  return undefined;
}

const loops: ReadonlySet<string> = new Set(['ForStatement', 'WhileStatement', 'DoWhileStatement']);

/** The function in which a loop repeats a call; the program, for a loop outside of functions. */
export function retryAround(reading: Reading, call: Node): Outcome['retry'] {
  let isRepeated = false;
  let node = call;
  for (let outer = parentOf(node); outer && !isFunction(outer); outer = parentOf(node)) {
    isRepeated ||= loops.has(outer.type);
    node = outer;
  }
  return isRepeated ? { at: spanOf(node), throws: hasOneIn(reading.survey.throws, spanOf(node)) } : undefined;
}

function handlerOf(reading: Reading, node: Node, parameter: Node | null | undefined, body: Node): Handler {
  const variable = parameter?.type === 'Identifier' ? reading.scope.variable(parameter) : undefined;
  return {
    at: spanOf(node),
    usesError: parameter
      ? (variable?.references.some((reference) => reference.isRead() && !isIneffectiveTest(reading, reference.identifier)) ?? true)
      : false,
    caughtAt: parameter && variable ? spanOf(parameter) : undefined,
    throws: hasOneIn(reading.survey.throws, spanOf(body)) || isLastOfLoop(node),
    counts: hasOneIn(reading.survey.updates, spanOf(body)),
  };
}

/** Whether a `catch` continues with the next item of a loop, after which the function throws. */
function isLastOfLoop(node: Node): boolean {
  const attempt = node.type === 'CatchClause' ? parentOf(node) : undefined;
  const block = attempt && parentOf(attempt);
  const loop = block?.type === 'BlockStatement' ? parentOf(block) : undefined;
  return loop?.type === 'ForOfStatement' && loop.body === block && nextTo(loop)?.type === 'ThrowStatement';
}

/** Whether one of some nodes, sorted in source order, lies in a body. */
export function hasOneIn(nodes: readonly Node[], { start: from, end }: Span): boolean {
  let [low, high] = [0, nodes.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((nodes[middle]?.range[0] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  const [first] = nodes.slice(low, low + 1);
  return first !== undefined && first.range[1] <= end;
}
