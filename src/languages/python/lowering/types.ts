/** Declared types that are plain names. */
import { typeAnnotation } from '../../lowering/declarations.js';
import { identifier, node, type Node } from '../../lowering/nodes.js';
import { partsOf } from '../../lowering/lezer.js';
import type { PythonNode } from '../parser.js';
import type { Lowering } from './lowering.js';

/** Types that add only optionality or metadata to another type. */
const wrapping = /^(?:typing\.)?(?:Optional|Annotated|Final|ClassVar|Required|NotRequired)$/;

/** Types of which nothing follows for a value. */
const plain: ReadonlySet<string> = new Set(['Any', 'bool', 'bytes', 'dict', 'float', 'int', 'list', 'object', 'str', 'tuple']);

/** The type in an annotation. */
export function typeOf(lowering: Lowering, definition: PythonNode | undefined): Node | undefined {
  const type = definition && partsOf(definition).at(-1);
  const name = type && nameOf(lowering, type);
  return definition && name && typeAnnotation(name, lowering.place(definition));
}

function nameOf(lowering: Lowering, type: PythonNode): Node | undefined {
  const parts = partsOf(type);
  const [first, second, third] = parts;
  switch (type.name) {
    case 'VariableName':
      return plain.has(lowering.textOf(type)) ? undefined : identifier(lowering.textOf(type), lowering.place(type));
    case 'MemberExpression': {
      if (!first || !second || !third) return undefined;
      if (second.name === '[') return wrapping.test(lowering.textOf(first)) ? nameOf(lowering, third) : undefined;
      const left = nameOf(lowering, first);
      const right = identifier(lowering.textOf(third), lowering.place(third));
      return left && node('TSQualifiedName', lowering.place(type), { left, right });
    }
    case 'BinaryExpression':
      return third?.name === 'None' && first ? nameOf(lowering, first) : undefined;
    default:
      return undefined;
  }
}
