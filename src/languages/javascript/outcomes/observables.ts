/**
 * RxJS and Effect: what takes the failure of a call on its way through streams and effects.
 * Sources: https://rxjs.dev/api, version 7; https://effect.website/docs/error-management/, version 3.
 */
import { isFunction, type Node, parentOf, staticKey, wrapped } from '../syntax/syntax.js';

/** Functions that make a stream of a promise or of streams, or a promise of a stream, whose failure is that of what they are given. */
const converting = new Set(['from', 'firstValueFrom', 'lastValueFrom', 'forkJoin', 'combineLatest', 'zip', 'merge', 'concat']);

/** Functions and operators whose stream is what the function that they are given returns. */
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

/** Operators that are given what takes a failure. */
const catching = new Set(['catchError', 'Effect.catchAll', 'Effect.catchAllCause', 'Effect.orElse', 'Effect.orElseSucceed']);

/** The stream, operator or promise that fails if a node in it does: `from(call)` for `call`, `switchMap(() => call)` for the call in there. */
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

/** `Effect.tryPromise({ try: () => …, catch: … })`: the table that a function stands in. */
function triedIn(callback: Node): Node | undefined {
  const property = parentOf(callback);
  const isTried = property?.type === 'Property' && property.value === callback && staticKey(property.key, property.computed) === 'try';
  return isTried ? parentOf(property) : undefined;
}

/** The function that returns a node as the first thing that it does. */
function returningFunction(node: Node): Node | undefined {
  let outer = parentOf(node);
  while (outer && wrapped(outer) !== undefined) outer = parentOf(outer);
  if (outer?.type === 'ReturnStatement') outer = parentOf(parentOf(outer) ?? outer);
  return outer && isFunction(outer) ? outer : undefined;
}

/** What is called: `catchError`, `Effect.catchAll`. */
function nameOf(node: Node): string {
  if (node.type !== 'CallExpression') return '';
  const { callee } = node;
  if (callee.type === 'Identifier') return callee.name;
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier') return '';
  return `${callee.object.name}.${staticKey(callee.property, callee.computed) ?? ''}`;
}

/** The operators that a stream goes through in a call of `pipe`, or those behind a node that is one of them. */
export function pipedThrough(node: Node): { readonly pipe: Node; readonly operators: readonly Node[] } | undefined {
  const outer = parentOf(node);
  const pipe = outer?.type === 'MemberExpression' && outer.object === node ? parentOf(outer) : outer;
  if (pipe?.type !== 'CallExpression' || pipe.callee.type !== 'MemberExpression') return undefined;
  if (staticKey(pipe.callee.property, pipe.callee.computed) !== 'pipe' || (outer !== pipe && pipe.callee !== outer)) return undefined;
  const own = outer === pipe ? pipe.arguments.findIndex((each) => each === node) : -1;
  return { pipe, operators: pipe.arguments.slice(own + 1) };
}

/** The function that takes a failure first, of several operators. */
export function catcherAmong(operators: readonly Node[]): Node | undefined {
  const operator = operators.find((each) => catching.has(nameOf(each)));
  return operator?.type === 'CallExpression' ? operator.arguments[0] : undefined;
}
