/** Tables in which a name is both a key and its value: `Client { email, key }`, `new { zone = id, token }`. */
import type { NameNode, Node, PairNode } from './tree.js';

/** Returns the pairs of such a table after the name of a type; undefined if what follows the name may be a block. */
export function withShorthand(type: string, pairs: readonly PairNode[], values: readonly Node[]): readonly PairNode[] | undefined {
  const names = values.filter((each): each is NameNode => each.kind === 'name');
  if (names.length === 0 || names.length < values.length) return undefined;
  // `if is_ready { token }`
  const isTable = type === 'new' || (/^[A-Z]/.test(type) && names.length + pairs.length > 1);
  const own = names.map((value): PairNode => ({ key: value.name, keyAt: value.nameAt, value, at: value.at }));
  return isTable ? [...pairs, ...own].toSorted((one, other) => one.at.start - other.at.start) : undefined;
}
