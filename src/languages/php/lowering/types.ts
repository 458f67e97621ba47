/** Declared types that are plain names of classes. */
import { typeAnnotation } from '../../lowering/declarations.js';
import { identifier, type Node } from '../../lowering/nodes.js';
import { partsOf } from '../../lowering/lezer.js';
import type { PhpNode } from '../parser.js';
import type { Lowering } from './lowering.js';

/** The type among the parts of a declaration. */
export function typeIn(lowering: Lowering, parts: readonly PhpNode[]): Node | undefined {
  const type = parts.find(({ name }) => name === 'NamedType' || name === 'OptionalType');
  const named = type?.name === 'OptionalType' ? partsOf(type).find(({ name }) => name === 'NamedType') : type;
  const name = named && partsOf(named).find((each) => each.name === 'Name' || each.name === 'QualifiedName');
  if (!name || /^[a-z]+$/.test(lowering.textOf(name))) return undefined;
  return typeAnnotation(identifier(lowering.className(lowering.textOf(name)), lowering.place(name)), lowering.place(name));
}
