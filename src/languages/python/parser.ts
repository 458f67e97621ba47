/** The parser: Lezer's, which makes a tree of whatever it is given. */
import { parser } from '@lezer/python';
import type { Place } from '../lowering/nodes.js';

export type PythonNode = ReturnType<typeof parser.parse>['topNode'];

export interface ParsedPython {
  readonly root: PythonNode;
  readonly comments: readonly Place[];
  /** How many places it could not make sense of. */
  readonly errors: number;
}

export function parsePython(text: string): ParsedPython {
  const tree = parser.parse(text);
  const comments: Place[] = [];
  let errors = 0;
  tree.iterate({
    enter: ({ name, type, from, to }) => {
      if (name === 'Comment') comments.push([from, to]);
      else if (type.isError) errors += 1;
    },
  });
  return { root: tree.topNode, comments, errors };
}

/** What a node is made of, without comments and what makes no sense. */
export function partsOf(node: PythonNode): readonly PythonNode[] {
  const parts: PythonNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling)
    if (child.name !== 'Comment' && !child.type.isError) parts.push(child);
  return parts;
}

/** The parts between others: the items of a list between its commas. */
export function separated(parts: readonly PythonNode[], by = ','): readonly (readonly PythonNode[])[] {
  const groups: PythonNode[][] = [[]];
  for (const part of parts) {
    if (part.name === by) groups.push([]);
    else groups.at(-1)?.push(part);
  }
  return groups.filter((group) => group.length > 0);
}
