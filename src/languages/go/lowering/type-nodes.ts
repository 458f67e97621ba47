/** The nodes of types. */
import { partsOf } from '../../lowering/lezer.js';
import type { GoNode } from '../parser.js';

const types = /^(?:TypeName|\w+Type)$/;

export function isType({ name }: GoNode): boolean {
  return types.test(name);
}

/** A type without what points to it. */
export function pointedTo(type: GoNode): GoNode {
  const inner = type.name === 'PointerType' ? partsOf(type).find(isType) : undefined;
  return inner ?? type;
}
