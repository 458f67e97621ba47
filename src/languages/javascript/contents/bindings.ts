/** Reads bindings: declarations, assignments, defaults, fields, attributes. */
import type { Binding } from '../../../source/model.js';
import { chainOf, nameOf } from '../syntax/dotted-name.js';
import type { Frame, Reading } from '../reading.js';
import { elementName } from '../syntax/binding-names.js';
import { type Node, spanOf } from '../syntax/syntax.js';

/** The binding that a declaration, assignment or attribute makes; undefined if it binds no name. */
export function bindingAt(reading: Reading, node: Node, frame?: Frame): Binding | undefined {
  const [name, value] = sidesOf(node);
  if (!name || !value) return undefined;
  const own = nameOf(name);
  if (!own || own.length === 0) return undefined;
  const names = node.type === 'JSXAttribute' ? [...elementName(node), ...own] : own;
  const { members } = chainOf(name);
  return {
    names,
    get value() {
      return reading.read(value, frame);
    },
    get target() {
      if (members.length === 0) return undefined;
      const target = reading.read(name, frame);
      return target.kind === 'name' ? target : undefined;
    },
    nameAt: spanOf(members.at(-1)?.property ?? name),
    at: spanOf(node),
  };
}

/** The target and the value of a binding. */
function sidesOf(node: Node): readonly [Node | null, Node | null] {
  switch (node.type) {
    case 'VariableDeclarator':
      return [node.id, node.init];
    case 'AssignmentExpression':
    case 'AssignmentPattern':
      return [node.left, node.right];
    case 'PropertyDefinition':
    case 'AccessorProperty':
      return [node.key, node.value];
    case 'TSEnumMember':
      return [node.id, node.initializer ?? null];
    case 'JSXAttribute':
      return [node.name, node.value];
    default:
      return [null, null];
  }
}
