/** Targets of assignments: variables, members, and several at once. */
import { node, type Node, property } from '../../lowering/nodes.js';
import { partsOf, separated } from '../../lowering/lezer.js';
import type { PhpNode } from '../parser.js';
import type { Lowering } from './lowering.js';

/** `$a`, `$a->b`, `[$a, $b]`, `['a' => $b]`, `list($a, $b)`. */
export function lowerPattern(lowering: Lowering, of: PhpNode): Node {
  if (of.name !== 'ArrayExpression' && of.name !== 'ListExpression') return lowering.expression(of);
  const values = partsOf(of).find(({ name }) => name === 'ValueList') ?? of;
  const groups = separated(partsOf(values).filter(({ name }) => !/^(?:[()[\]&]|list|array)$/.test(name)));
  if (!groups.some(([first]) => first?.name === 'Pair')) {
    const elements = groups.flatMap(([first]) => (first ? [lowerPattern(lowering, first)] : []));
    return node('ArrayPattern', lowering.place(of), { elements, decorators: [] });
  }
  const properties = groups.flatMap(([pair]) => {
    const [key, , value] = pair?.name === 'Pair' ? partsOf(pair) : [];
    if (!pair || !key || !value) return [];
    const lowered = lowering.expression(key);
    return [property(lowered, lowerPattern(lowering, value), lowering.place(pair), lowered.type !== 'Literal')];
  });
  return node('ObjectPattern', lowering.place(of), { properties, decorators: [] });
}
