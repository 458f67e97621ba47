import { bare, type Node, staticKey } from './syntax.js';

/** Longest chain that is read as a name. Longer ones are generated code. */
const MAX_SEGMENTS = 50;

/** The segments of a dotted name as written: `process.env['X']` → `['process', 'env', 'X']`. Undefined if the head is not a name. */
export function nameOf(expression: Node): readonly string[] | undefined {
  const { head, members } = chainOf(expression);
  const names = members.map((member) => member.key ?? '');
  switch (head.type) {
    case 'Identifier':
    case 'JSXIdentifier':
      return [head.name, ...names];
    case 'ThisExpression':
      return ['this', ...names];
    case 'MetaProperty':
      return [head.meta.name, head.property.name, ...names];
    default:
      return names.length > 0 && names.at(-1) !== '' ? names : undefined;
  }
}

/** One member access in a chain such as `a.b[c].d`. */
export interface Member {
  /** Undefined if computed from anything but a literal. */
  readonly key: string | undefined;
  readonly property: Node;
  readonly node: Node;
}

/** Splits `a.b[c].d` into its head and its members, without recursion. */
export function chainOf(expression: Node): { readonly head: Node; readonly members: readonly Member[] } {
  const members: Member[] = [];
  let head = bare(expression);
  while (head.type === 'MemberExpression' && members.length < MAX_SEGMENTS) {
    members.push({ key: staticKey(head.property, head.computed), property: head.property, node: head });
    head = bare(head.object);
  }
  return { head, members: members.reverse() };
}
