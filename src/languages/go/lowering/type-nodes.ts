/** Syntax nodes of types. */
import { partsOf } from '../../lowering/lezer.js';
import type { GoNode } from '../parser.js';

const types = /^(?:TypeName|\w+Type)$/;

export function isType({ name }: GoNode): boolean {
  return types.test(name);
}

/** The type that a pointer points to, or the type itself. */
export function pointedTo(type: GoNode): GoNode {
  const inner = type.name === 'PointerType' ? partsOf(type).find(isType) : undefined;
  return inner ?? type;
}
