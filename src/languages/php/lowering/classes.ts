/** Classes, traits and enumerations: `$this` is `this`; constants and static properties are static members. */
import { classNode, field, functionNode, method, type Reach } from '../../lowering/declarations.js';
import { identifier, type Node, type Place } from '../../lowering/nodes.js';
import { partsOf } from '../../lowering/lezer.js';
import type { PhpNode } from '../parser.js';
import { lowerFunction } from './functions.js';
import type { Lowering } from './lowering.js';
import { typeIn } from './types.js';

/** Lowers a class, or an anonymous class. */
export function lowerClass(lowering: Lowering, of: PhpNode): Node {
  const parts = partsOf(of);
  const name = parts.find((each) => each.name === 'Name');
  const base = parts.find((each) => each.name === 'BaseClause');
  const above = base && partsOf(base)[1];
  const body = parts.find((each) => /^(?:DeclarationList|EnumBody)$/.test(each.name));
  const own = name && lowering.textOf(name);
  const members = (body ? partsOf(body) : []).flatMap((each) => lowerMember(lowering, each, own));
  const id = name && own !== undefined ? identifier(own, lowering.place(name)) : null;
  return classNode(id, above ? lowering.class(above) : null, members, lowering.place(of));
}

function lowerMember(lowering: Lowering, of: PhpNode, owner: string | undefined): readonly Node[] {
  const parts = partsOf(of);
  const isStatic = parts.some(({ name }) => name === 'static') || of.name === 'ConstDeclaration';
  switch (of.name) {
    case 'MethodDeclaration':
      return lowerMethod(lowering, of, { owner, static: isStatic });
    case 'PropertyDeclaration':
    case 'ConstDeclaration': {
      const type = typeIn(lowering, parts);
      const declared = parts.filter(({ name }) => name === 'VariableDeclarator');
      return declared.flatMap((each) => lowerField(lowering, each, { static: isStatic }, declared.length === 1 ? type : undefined));
    }
    case 'EnumCase':
      return lowerField(lowering, of, { static: true }, undefined);
    default:
      return [];
  }
}

function lowerField(lowering: Lowering, of: PhpNode, reach: Reach, type: Node | undefined): readonly Node[] {
  const parts = partsOf(of);
  const name = parts.find((each) => each.name === 'VariableName' || each.name === 'Name');
  const assign = parts.findIndex((each) => each.name === 'AssignOp');
  const value = assign === -1 ? undefined : parts[assign + 1];
  if (!name) return [];
  const key = identifier(lowering.textOf(name).replace(/^\$/, ''), lowering.place(name));
  const place: Place = [Math.min(of.from, type?.range[0] ?? of.from), of.to];
  return [field(key, value ? lowering.expression(value) : null, { ...reach, place, type })];
}

function lowerMethod(
  lowering: Lowering,
  of: PhpNode,
  { owner, static: isStatic }: { readonly owner: string | undefined; readonly static: boolean },
): readonly Node[] {
  const name = partsOf(of).find((each) => each.name === 'Name');
  if (!name) return [];
  const key = identifier(lowering.textOf(name), lowering.place(name));
  const value = functionNode(null, lowerFunction(lowering, of, owner), [name.to, of.to]);
  const kind = /^__construct$/i.test(key.name) ? 'constructor' : 'method';
  return [method(kind, key, value, { static: isStatic })];
}
