/**
 * Finds the handlers of a call's failure in streams of RxJS and effects of Effect.
 * Sources: https://rxjs.dev/api, version 7; https://effect.website/docs/error-management/, version 3.
 */
import { isFunction, type Node, parentOf, staticKey, wrapped } from '../syntax/syntax.js';

/** Functions that convert promises to streams, streams to promises, or combine streams. The result fails if an argument does. */
const converting = new Set(['from', 'firstValueFrom', 'lastValueFrom', 'forkJoin', 'combineLatest', 'zip', 'merge', 'concat']);

/** Functions and operators whose callback returns the stream or promise to continue with. */
const calling = new Set([
  'defer',
  'switchMap',
  'mergeMap',
  'concatMap',
  'exhaustMap',
  'flatMap',
  'Effect.tryPromise',
  'Effect.promise',
  'Effect.flatMap',
]);

/** Operators whose argument handles a failure. */
const catching = new Set(['catchError', 'Effect.catchAll', 'Effect.catchAllCause', 'Effect.orElse', 'Effect.orElseSucceed']);

/** The stream, operator or promise around a node that fails if the node does: `from(call)` or `switchMap(() => call)` for `call`. */
export function streamOf(node: Node): Node | undefined {
  const outer = parentOf(node);
  if (!outer) return undefined;
  // `forkJoin({ zones: … })`
  if (outer.type === 'Property' && outer.value === node) {
    const table = parentOf(outer);
    return table && parentOf(table)?.type === 'CallExpression' ? streamOf(table) : undefined;
  }
  if (outer.type === 'CallExpression' && outer.callee !== node) return converting.has(nameOf(outer)) ? outer : undefined;
  const callback = returningFunction(node);
  const given = callback && (triedIn(callback) ?? callback);
  const call = given && parentOf(given);
  return call?.type === 'CallExpression' && call.arguments[0] === given && calling.has(nameOf(call)) ? call : undefined;
}

/** The options object in `Effect.tryPromise({ try: () => …, catch: … })`, from the function in `try`. */
function triedIn(callback: Node): Node | undefined {
  const property = parentOf(callback);
  const isTried = property?.type === 'Property' && property.value === callback && staticKey(property.key, property.computed) === 'try';
  return isTried ? parentOf(property) : undefined;
}

/** The function that directly returns a node. */
function returningFunction(node: Node): Node | undefined {
  let outer = parentOf(node);
  while (outer && wrapped(outer) !== undefined) outer = parentOf(outer);
  if (outer?.type === 'ReturnStatement') outer = parentOf(parentOf(outer) ?? outer);
  return outer && isFunction(outer) ? outer : undefined;
}

/** The name of a callee: `catchError`, `Effect.catchAll`. */
function nameOf(node: Node): string {
  if (node.type !== 'CallExpression') return '';
  const { callee } = node;
  if (callee.type === 'Identifier') return callee.name;
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier') return '';
  return `${callee.object.name}.${staticKey(callee.property, callee.computed) ?? ''}`;
}

/** The operators in a call of `pipe` on a stream, or those after a node that is one of them. */
export function pipedThrough(node: Node): { readonly pipe: Node; readonly operators: readonly Node[] } | undefined {
  const outer = parentOf(node);
  const pipe = outer?.type === 'MemberExpression' && outer.object === node ? parentOf(outer) : outer;
  if (pipe?.type !== 'CallExpression' || pipe.callee.type !== 'MemberExpression') return undefined;
  if (staticKey(pipe.callee.property, pipe.callee.computed) !== 'pipe' || (outer !== pipe && pipe.callee !== outer)) return undefined;
  const own = outer === pipe ? pipe.arguments.findIndex((each) => each === node) : -1;
  return { pipe, operators: pipe.arguments.slice(own + 1) };
}

/** The handler of the first operator that handles a failure. */
export function errorHandlerAmong(operators: readonly Node[]): Node | undefined {
  const operator = operators.find((each) => catching.has(nameOf(each)));
  return operator?.type === 'CallExpression' ? operator.arguments[0] : undefined;
}
