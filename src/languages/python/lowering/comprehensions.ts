/** `[f(x) for x in xs if x]` is `xs.filter((x) => x).map((x) => f(x))`. */
import { arrow } from '../../lowering/declarations.js';
import { call, identifier, list, member, type Node, type Place } from '../../lowering/nodes.js';
import type { PythonNode } from '../parser.js';
import type { Lowering } from './lowering.js';
import { lowerTarget } from './targets.js';

interface Clause {
  readonly targets: readonly PythonNode[];
  readonly of: PythonNode;
  readonly conditions: readonly PythonNode[];
}

/** The function that makes a dictionary from pairs. No program can have a function of this name. */
export const dictionaryOfPairs = '<dict>';

/** Lowers a comprehension in any kind of brackets. */
export function lowerComprehension(lowering: Lowering, parts: readonly PythonNode[], place: Place): Node {
  const inner = parts.filter(({ name }) => !/^[()[\]{}]$/.test(name));
  const start = inner.findIndex(({ name }) => name === 'for' || name === 'async');
  const [first, , third] = inner.slice(0, start);
  const clauses = clausesIn(inner.slice(start));
  if (!first || clauses.length === 0) return list([], place);
  const result = (): Node => {
    const value = lowering.expression(first);
    if (!third) return value;
    const other = lowering.expression(third);
    return list([value, other], [value.range[0], other.range[1]]);
  };
  const items = lowerClauses(lowering, clauses, result, place);
  return third ? call(identifier(dictionaryOfPairs, [place[0], place[0]]), [items], place) : items;
}

function clausesIn(parts: readonly PythonNode[]): readonly Clause[] {
  const clauses: { targets: PythonNode[]; of: PythonNode | undefined; conditions: PythonNode[] }[] = [];
  let goesTo: 'targets' | 'of' | 'conditions' = 'targets';
  for (const part of parts) {
    const clause = clauses.at(-1);
    if (part.name === 'for') {
      clauses.push({ targets: [], of: undefined, conditions: [] });
      goesTo = 'targets';
    } else if (part.name === 'in') goesTo = 'of';
    else if (part.name === 'if') goesTo = 'conditions';
    else if (clause && part.name !== 'async') {
      if (goesTo === 'of') clause.of ??= part;
      else clause[goesTo].push(part);
    }
  }
  return clauses.flatMap(({ targets, of, conditions }) => (of && targets.length > 0 ? [{ targets, of, conditions }] : []));
}

function lowerClauses(lowering: Lowering, [clause, ...rest]: readonly Clause[], result: () => Node, place: Place): Node {
  if (!clause) return result();
  let collection = lowering.expression(clause.of);
  for (const condition of clause.conditions)
    collection = iterated(lowering, collection, 'filter', clause.targets, lowering.expression(condition), place);
  const value = rest.length > 0 ? lowerClauses(lowering, rest, result, place) : result();
  return iterated(lowering, collection, rest.length > 0 ? 'flatMap' : 'map', clause.targets, value, place);
}

function iterated(lowering: Lowering, collection: Node, method: string, targets: readonly PythonNode[], value: Node, place: Place): Node {
  const pattern = lowerTarget(lowering, targets, 'parameter');
  const inside: Place = [Math.min(pattern.range[0], value.range[0]), Math.max(pattern.range[1], value.range[1])];
  const end: Place = [collection.range[1], collection.range[1]];
  return call(member(collection, method, end), [arrow({ params: [pattern], body: value }, inside)], place);
}
