/** Lowers chains of members and calls. */
import { call, element, member, node, type Node, type Place } from '../../lowering/nodes.js';
import { MAX_CHAINED, TooDeep } from '../../lowering/program.js';
import { partsOf } from '../../lowering/lezer.js';
import type { PhpNode } from '../parser.js';
import { lowerCall } from './calls.js';
import type { Lowering } from './lowering.js';

const links: ReadonlySet<string> = new Set(['CallExpression', 'MemberExpression', 'ScopedExpression', 'SubscriptExpression']);

/** `$a->b($c)['d']::$e`, from the inside out. */
export function lowerChain(lowering: Lowering, of: PhpNode): Node {
  const chain: PhpNode[] = [];
  let first = of;
  while (links.has(first.name)) {
    chain.push(first);
    const [next] = partsOf(first);
    if (chain.length > MAX_CHAINED || !next) throw new TooDeep();
    first = next;
  }
  let result = lowerHead(lowering, first, chain.at(-1));
  for (const link of chain.reverse()) result = lowerLink(lowering, result, link);
  return result;
}

/** The head of a chain: a class, if `::` follows it. */
function lowerHead(lowering: Lowering, of: PhpNode, link: PhpNode | undefined): Node {
  const isName = of.name === 'Name' || of.name === 'QualifiedName' || of.name === 'static';
  if (!isName || link?.name !== 'ScopedExpression') return lowering.expression(of);
  return lowering.textOf(of) === 'parent' ? node('ThisExpression', lowering.place(of)) : lowering.class(of);
}

function lowerLink(lowering: Lowering, value: Node, of: PhpNode): Node {
  const [, ...parts] = partsOf(of);
  const [first, second] = parts;
  const place: Place = [value.range[0], of.to];
  switch (of.name) {
    case 'CallExpression':
      return first ? lowerCall(lowering, value, first, place) : value;
    case 'SubscriptExpression': {
      const key = parts.find(({ name }) => !/^[[\]{}]$/.test(name));
      if (key) return element(value, lowering.expression(key), place);
      // `$list[]` denotes the next item, and occurs only in assignments.
      return call(member(value, 'push', [value.range[1], value.range[1]]), [], place);
    }
    default:
      return second ? lowerMember(lowering, value, second, place) : value;
  }
}

function lowerMember(lowering: Lowering, value: Node, of: PhpNode, place: Place): Node {
  const named = of.name === 'ClassMemberName' ? partsOf(of)[0] : of;
  if (!named) return value;
  if (named.name === 'Name' || (of.name === 'ClassMemberName' && named.name === 'VariableName'))
    return member(value, lowering.textOf(named).replace(/^\$/, ''), lowering.place(named), place);
  if (named.name === 'VariableName') return element(value, lowering.variable(named), place);
  const key = partsOf(named).find(({ name }) => name !== '{' && name !== '}');
  return key ? element(value, lowering.expression(key), place) : member(value, lowering.textOf(named), lowering.place(named), place);
}
