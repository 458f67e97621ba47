/** Targets of assignments: variables, members, and several at once. */
import { assignment, declaration, identifier, node, type Node, type Place, statement } from '../../lowering/nodes.js';
import { partsOf, separated } from '../../lowering/lezer.js';
import { patternNames } from '../../lowering/variables.js';
import type { PythonNode } from '../parser.js';
import type { Lowering } from './lowering.js';

/** Whether names are variables of the function, or parameters of a function created for them. */
export type TargetKind = 'variable' | 'parameter';

/** Lowers one target, or several separated by commas, to a pattern. */
export function lowerTarget(lowering: Lowering, parts: readonly PythonNode[], kind: TargetKind): Node {
  const groups = separated(parts);
  const elements = groups.flatMap((group) => lowerOne(lowering, group, kind));
  const [first] = elements;
  if (first && elements.length === 1 && !parts.some(({ name }) => name === ',')) return first;
  const at = lowering.placeOf(parts[0]?.from ?? 0, parts.at(-1)?.to ?? 0);
  return node('ArrayPattern', at, { elements, decorators: [] });
}

function lowerOne(lowering: Lowering, [first, second]: readonly PythonNode[], kind: TargetKind): readonly Node[] {
  if (!first) return [];
  if (first.name === '*' && second)
    return [
      node('RestElement', lowering.placeOf(first.from, second.to), { argument: lowerOne(lowering, [second], kind)[0], decorators: [] }),
    ];
  switch (first.name) {
    case 'VariableName':
      return [kind === 'parameter' ? identifier(lowering.textOf(first), lowering.place(first)) : lowering.variable(first)];
    case 'TupleExpression':
    case 'ArrayExpression':
    case 'ParenthesizedExpression': {
      const inner = partsOf(first).filter(({ name }) => !/^[()[\]]$/.test(name));
      return inner.length > 0 ? [lowerTarget(lowering, inner, kind)] : [];
    }
    default:
      // A parameter has to be a variable, but a comprehension's target may be anything.
      return [kind === 'parameter' ? identifier('', lowering.place(first)) : lowering.expression(first)];
  }
}

/** An assignment, or a declaration if it is the variable's first. */
export function assigned(lowering: Lowering, pattern: Node, value: Node, place: Place): Node {
  const { variables } = lowering.around;
  const names = patternNames(pattern);
  const isNew = names.map((name) => variables.declare(name));
  if (names.length > 0 && isNew.every(Boolean)) return declaration(pattern, value, place);
  for (const [index, name] of names.entries())
    if (isNew[index])
      variables.hoisted.push(
        declaration(identifier(name, [pattern.range[0], pattern.range[0]]), null, [pattern.range[0], pattern.range[0]]),
      );
  return statement(assignment('=', pattern, value, place));
}
