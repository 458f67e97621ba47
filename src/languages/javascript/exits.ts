/** What leaves the functions of a file: returned, or thrown. */
import type { Call, Exit } from '../../source.js';
import { bindingNames } from './binding-names.js';
import { callAt } from './calls.js';
import type { Reading } from './reading.js';
import { functionAround, type FunctionNode, type Node, parentOf, spanOf, wrapped } from './syntax.js';

/** In the order of the text. */
export function exitsOf(reading: Reading): readonly Exit[] {
  const { returns, throws, shortFunctions } = reading.survey;
  return [
    ...returns.flatMap(({ argument }) => (argument ? exit(reading, 'returned', argument) : [])),
    ...shortFunctions.map(({ body }) => exit(reading, 'returned', body)),
    ...throws.map(({ argument }) => exit(reading, 'thrown', argument)),
  ].sort((one, other) => one.at.start - other.at.start);
}

function exit(reading: Reading, how: Exit['how'], expression: Node): Exit {
  const around = functionAround(expression);
  return {
    how,
    get value() {
      return reading.read(expression);
    },
    get names() {
      return around ? namesOf(reading, around) : [];
    },
    get givenTo() {
      return around && takerOf(reading, around);
    },
    functionAt: around && spanOf(around),
    at: spanOf(expression),
  };
}

function namesOf(reading: Reading, node: FunctionNode): readonly string[] {
  return node.type === 'FunctionDeclaration' ? (node.id ? [node.id.name] : []) : bindingNames(reading, node);
}

/** The call that a function is an argument of, or an entry of its options. */
function takerOf(reading: Reading, node: FunctionNode): Call | undefined {
  let inner: Node = node;
  for (let outer = parentOf(inner); outer; inner = outer, outer = parentOf(inner)) {
    if (outer.type === 'CallExpression') return outer.callee === inner ? undefined : callAt(reading, outer);
    if (outer.type !== 'Property' && outer.type !== 'ObjectExpression' && wrapped(outer) === undefined) return undefined;
  }
  return undefined;
}
