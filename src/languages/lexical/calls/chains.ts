import type { Item } from '../tokens/groups.js';
import type { Node, Place } from '../tree.js';

/** Reads the parts of an expression. */
export interface Chains {
  chain(items: readonly Item[], from: number, place: Place): readonly [node: Node | undefined, end: number];
  expression(items: readonly Item[], place: Place): Node;
}
