/** Lowers arrays. */
import { identifier, list, type Node, object, type Place, property, spread } from '../../lowering/nodes.js';
import { partsOf, separated } from '../../lowering/lezer.js';
import type { PhpNode } from '../parser.js';
import type { Lowering } from './lowering.js';

/** `['a', 'b']` is a list, `['a' => 'b']` a table. */
export function lowerArray(lowering: Lowering, of: PhpNode): Node {
  const place = lowering.place(of);
  const values = partsOf(of).find(({ name }) => name === 'ValueList') ?? of;
  const items = separated(partsOf(values).filter(({ name }) => !/^(?:[()[\]]|array)$/.test(name)));
  const isTable = items.some(([first]) => first?.name === 'Pair');
  const lowered = items.flatMap((group, index): readonly Node[] => {
    const first = group.find(({ name }) => name !== '&');
    if (!first) return [];
    if (first.name === 'Pair') return lowerPair(lowering, first);
    if (first.name === 'SpreadArgument' || first.name === 'VariadicUnpacking' || first.name === '...') {
      const spreadOf = first.name === '...' ? group[1] : partsOf(first).at(-1);
      return spreadOf ? [spread(lowering.expression(spreadOf), [first.from, spreadOf.to])] : [];
    }
    const value = lowering.expression(first);
    if (!isTable) return [value];
    const at: Place = [value.range[0], value.range[0]];
    return [property(identifier(String(index), at), value, value.range)];
  });
  return isTable ? object(lowered, place) : list(lowered, place);
}

function lowerPair(lowering: Lowering, of: PhpNode): readonly Node[] {
  const [first, , ...rest] = partsOf(of);
  const second = rest.find(({ name }) => name !== '&');
  if (!first || !second) return [];
  const value = lowering.expression(second);
  const place: Place = [of.from, Math.max(of.to, value.range[1])];
  // `CURLOPT_URL`
  if (first.name === 'Name') return [property(identifier(lowering.textOf(first), lowering.place(first)), value, place)];
  const key = lowering.expression(first);
  return [property(key, value, place, key.type !== 'Literal')];
}
