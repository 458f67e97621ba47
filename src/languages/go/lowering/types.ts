/** Declared types that are plain names. */
import { typeAnnotation } from '../../lowering/declarations.js';
import { identifier, node, type Node } from '../../lowering/nodes.js';
import { partsOf } from '../../lowering/lezer.js';
import type { GoNode } from '../parser.js';
import type { Lowering } from './lowering.js';
import { isType, pointedTo } from './type-nodes.js';

/** The type among the parts of a declaration. */
export function typeIn(lowering: Lowering, parts: readonly GoNode[]): Node | undefined {
  const type = parts.find(isType);
  return type && annotation(lowering, type);
}

/** The annotation for a type; undefined if the type is not a plain name. */
export function annotation(lowering: Lowering, type: GoNode): Node | undefined {
  const name = nameOf(lowering, type);
  return name && typeAnnotation(name, lowering.place(type));
}

function nameOf(lowering: Lowering, type: GoNode): Node | undefined {
  const inner = pointedTo(type);
  if (inner.name === 'TypeName') return identifier(lowering.textOf(inner), lowering.place(inner));
  if (inner.name !== 'QualifiedType') return undefined;
  const [left, , right] = partsOf(inner);
  if (!left || !right) return undefined;
  const names = {
    left: identifier(lowering.textOf(left), lowering.place(left)),
    right: identifier(lowering.textOf(right), lowering.place(right)),
  };
  return node('TSQualifiedName', lowering.place(inner), names);
}
