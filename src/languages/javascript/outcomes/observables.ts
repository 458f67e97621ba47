/** RxJS: what takes the failure of a call on its way through streams. Source: https://rxjs.dev/api, version 7. */
import { isFunction, type Node, parentOf, staticKey, wrapped } from '../syntax/syntax.js';

/** Functions that make a stream of a promise or of streams, or a promise of a stream, whose failure is that of what they are given. */
const converting = new Set(['from', 'firstValueFrom', 'lastValueFrom', 'forkJoin', 'combineLatest', 'zip', 'merge', 'concat']);

/** Functions and operators whose stream is what the function that they are given returns. */
const calling = new Set(['defer', 'switchMap', 'mergeMap', 'concatMap', 'exhaustMap', 'flatMap']);

/** Operators that are given what takes a failure. */
const catching = new Set(['catchError']);

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
  const call = callback && parentOf(callback);
  return call?.type === 'CallExpression' && call.arguments[0] === callback && calling.has(nameOf(call)) ? call : undefined;
}

/** The function that returns a node as the first thing that it does. */
function returningFunction(node: Node): Node | undefined {
  let outer = parentOf(node);
  while (outer && wrapped(outer) !== undefined) outer = parentOf(outer);
  if (outer?.type === 'ReturnStatement') outer = parentOf(parentOf(outer) ?? outer);
  return outer && isFunction(outer) ? outer : undefined;
}

function nameOf(node: Node): string {
  return node.type === 'CallExpression' && node.callee.type === 'Identifier' ? node.callee.name : '';
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
