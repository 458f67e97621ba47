/** Errors that a program throws because of a result: `if (!response.ok) throw new Error(…)`. */
import type { Span } from '../../../source/model.js';
import { handlerAround, handlerBehind, nextTo, only } from './handlers.js';
import type { Reading } from '../reading.js';
import { functionAround, isFunction, methodOf, type Node, parentOf, wrapped } from '../syntax/syntax.js';

/** The handler in the same function that gets the error, if throwing one is all that happens because of a test. */
export function thrownTo(reading: Reading, tested: Node): Span | undefined {
  const thrown = thrownBy(tested);
  return thrown && handlerOf(reading, thrown);
}

/** The handler in the same function that gets an error which contains a value: `throw new Error(response.statusText)`. */
export function thrownWith(reading: Reading, value: Node): Span | undefined {
  let node: Node | undefined = value;
  for (let levels = 0; node && levels < MAX_LEVELS && !/Statement$|Declaration$/.test(node.type) && !isFunction(node); levels += 1)
    node = parentOf(node);
  return node?.type === 'ThrowStatement' ? handlerOf(reading, node) : undefined;
}

/** Deepest nesting of a value in what is thrown. */
const MAX_LEVELS = 12;

function handlerOf(reading: Reading, thrown: Node): Span | undefined {
  return (handlerAround(reading, thrown) ?? handlerOfChain(reading, thrown))?.at;
}

/** The `throw` that depends on a test: the whole branch, or what follows a branch that leaves. */
function thrownBy(tested: Node): Node | undefined {
  let node = tested;
  for (let outer = parentOf(node); outer; node = outer, outer = parentOf(node)) {
    if (outer.type === 'IfStatement') {
      if (outer.test !== node || outer.alternate) return undefined;
      const [branch, next] = [endOf(outer.consequent), nextTo(outer)];
      if (branch.type === 'ThrowStatement') return branch;
      return branch.type === 'ReturnStatement' && next?.type === 'ThrowStatement' ? next : undefined;
    }
    if (!/^(?:Binary|Logical|Unary)Expression$/.test(outer.type) && wrapped(outer) !== node) return undefined;
  }
  return undefined;
}

/** The last statement of a block that otherwise only declares what that uses: `const text = await response.text(); throw new Error(text);`. */
function endOf(branch: Node): Node {
  const statements = branch.type === 'BlockStatement' ? branch.body : [];
  const last = statements.at(-1);
  return last && statements.slice(0, -1).every(({ type }) => type === 'VariableDeclaration') ? last : only(branch);
}

/** The handler behind a chain of callbacks: `.then((response) => { if (!response.ok) throw … }).catch(handler)`. */
function handlerOfChain(reading: Reading, thrown: Node): ReturnType<typeof handlerBehind> {
  const callback = functionAround(thrown);
  const chained = callback && parentOf(callback);
  return chained?.type === 'CallExpression' && methodOf(chained) === 'then' ? handlerBehind(reading, chained) : undefined;
}
