/** Arguments in the style of command-line options. */
import type { Span } from '../../../source/model.js';
import { isMark, isWord, type Item } from '../tokens/groups.js';
import type { CallNode, Node, PairNode } from '../tree.js';

/** `-Name value -Switch value`. */
export function optionsIn(
  items: readonly Item[],
  chain: (items: readonly Item[], from: number, names: readonly string[]) => readonly [node: Node | undefined, end: number],
): Pick<CallNode, 'arguments' | 'named'> {
  const values: Node[] = [];
  const named: PairNode[] = [];
  let before: Node | undefined;
  let key: { readonly text: string; readonly at: Span } | undefined;
  const finish = (value?: Node): void => {
    if (key)
      named.push({
        key: key.text,
        keyAt: key.at,
        value: value ?? { kind: 'constant', value: true, at: key.at },
        at: { start: key.at.start, end: value?.at.end ?? key.at.end },
      });
    else if (value) values.push(value);
    key = undefined;
  };
  for (let index = 0; index < items.length;) {
    const item = items[index];
    const after = items[index + 1];
    if (isMark(item, '-') && isWord(after) && !after.spaced) {
      finish();
      key = { text: after.text, at: after.at };
      index += 2;
      if (isMark(items[index], ':')) index += 1;
      continue;
    }
    const [node, end] = chain(items, index, key ? [key.text] : before?.kind === 'name' ? [before.name] : []);
    if (node) finish(node);
    before = node;
    index = Math.max(index + 1, end);
  }
  finish();
  return { arguments: values, named };
}
