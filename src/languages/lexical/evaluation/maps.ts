/** Functions that return a map or a list of their arguments. */
import { literalOf, type CallNode, type ListNode, type Node, type PairNode, type TableNode } from '../tree.js';

/** `mapOf("a" to b)` of Kotlin, whose arguments are pairs. https://kotlinlang.org/api/core/kotlin-stdlib/kotlin.collections/map-of.html */
const ofPairs = /^(?:mutable|hash|linked|sorted)?[mM]apOf$/;
/** `Map.of("a", b)` of Java, whose arguments are keys and values in turn. https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/util/Map.html */
const ofTurns = /(?:^|\.)(?:(?:Immutable)?Map\.of|Collections\.singletonMap)$/;

/** `listOf(a, b)` of Kotlin, `List.of(a, b)` of Java. */
const lists = /^(?:mutableL|arrayL|l)istOf$|^(?:s|mutableS)etOf$|^arrayOf$|(?:^|\.)(?:(?:Immutable)?(?:List|Set)\.of|Arrays\.asList)$/;

/** Returns the list that a call returns, if it is one of its arguments. */
export function listIn({ arguments: items, named, at }: CallNode, called: string | undefined): ListNode | undefined {
  return called !== undefined && named.length === 0 && lists.test(called) ? { kind: 'list', items, at } : undefined;
}

/** Returns the map that a call returns; undefined if it does not return one, or one with unknown keys. */
export function mapIn({ arguments: values, named, at }: CallNode, called: string | undefined): TableNode | undefined {
  if (called === undefined) return undefined;
  if (ofPairs.test(called) && values.length === 0 && named.length > 0) return { kind: 'table', pairs: named, names: [], at };
  if (!ofTurns.test(called) || values.length === 0 || named.length > 0) return undefined;
  const pairs = values.flatMap((key, index) => (index % 2 === 0 ? (pairOf(key, values[index + 1]) ?? []) : []));
  return pairs.length === values.length / 2 ? { kind: 'table', pairs, names: [], at } : undefined;
}

function pairOf(key: Node, value: Node | undefined): PairNode | undefined {
  const written = literalOf(key);
  return written === undefined || !value
    ? undefined
    : { key: written, keyAt: key.at, value, at: { start: key.at.start, end: value.at.end } };
}
