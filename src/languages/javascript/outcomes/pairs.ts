/** Finds out whether a program looks at the error in the pair that a function of a package makes of a promise: `const [error, zones] = await to(list())`. */
import type { Handler } from '../../../source/model.js';
import type { Reading } from '../reading.js';
import { type Node, parentOf, spanOf, wrapped } from '../syntax/syntax.js';
import { chainFrom } from './chains.js';
import { Following } from './following.js';

/** Packages with such a function, and the index of the error in the pair. Sources: the README of each package, November 2026. */
const errorIndex: ReadonlyMap<string, number> = new Map([
  ['await-to-js', 0],
  ['await-to-ts', 0],
  ['go-go-try', 0],
  ['catchify', 0],
  ['await-of', 1],
]);

/** The pair as a handler, at the function that makes it; undefined if it is not taken apart where it is made. */
export function handlerOfPair(reading: Reading, call: Node): Handler | undefined {
  const promise = chainFrom(call);
  const made = parentOf(promise);
  if (made?.type !== 'CallExpression' || made.arguments[0] !== promise) return undefined;
  const target = reading.read(made.callee);
  const index = target.kind === 'name' && target.module !== undefined ? errorIndex.get(target.module) : undefined;
  const pair = index === undefined ? undefined : pairOf(made);
  if (index === undefined || !pair || pair.some((each) => each?.type === 'RestElement')) return undefined;
  const [error, result] = [pair[index], pair[1 - index]];
  return {
    at: spanOf(made.callee),
    usesError: error ? isRead(reading, error) : false,
    throws: false,
    uses: result ? new Following(reading, undefined).ofParameter(result) : [],
  };
}

/** The variables that a pair is taken apart into; none if it is discarded. */
function pairOf(made: Node): readonly (Node | null)[] | undefined {
  let node = made;
  for (let outer = parentOf(node); outer && wrapped(outer) === node; outer = parentOf(node)) node = outer;
  const outer = parentOf(node);
  if (outer?.type === 'ExpressionStatement') return [];
  return outer?.type === 'VariableDeclarator' && outer.id.type === 'ArrayPattern' ? outer.id.elements : undefined;
}

function isRead(reading: Reading, pattern: Node): boolean {
  const variable = pattern.type === 'Identifier' ? reading.scope.variable(pattern) : undefined;
  return variable?.references.some((reference) => reference.isRead()) ?? true;
}
