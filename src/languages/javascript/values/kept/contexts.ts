/**
 * Values that a program gives to the context of its procedures: `next({ ctx: { token } })`, or what the function returns whose type
 * `initTRPC.context<typeof createContext>()` names.
 *
 * Sources: https://trpc.io/docs/server/context, https://trpc.io/docs/server/middlewares, November 2026.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { returnsOf } from '../../calls/frames.js';
import { moduleReading } from '../../modules/siblings.js';
import { isLocalFunction, type Reading } from '../../reading.js';
import { nameOf } from '../../syntax/dotted-name.js';
import { bare, type Node, staticKey } from '../../syntax/syntax.js';

/** The values that a call gives to the context, by their keys. */
export function givenToContext(
  reading: Reading,
  { callee, arguments: [given], typeArguments }: TSESTree.CallExpression,
): readonly [string, Node][] {
  const name = nameOf(callee);
  if (name?.at(-1) === 'next' && given?.type === 'ObjectExpression') {
    return entriesOf(given).flatMap(([key, value]) => (/^(?:ctx|context)$/.test(key) ? entriesOf(bare(value)) : []));
  }
  if (name?.join('.') !== 'initTRPC.context' || !typeArguments) return [];
  return typeArguments.params.flatMap((type) => namedFunctions(reading, type)).flatMap(returnedBy);
}

/** A function by its name in a file. */
interface NamedFunction {
  readonly reading: Reading;
  readonly name: string;
}

/** The functions whose types a type names with `typeof`, through one alias. */
function namedFunctions(reading: Reading, type: TSESTree.TypeNode): readonly NamedFunction[] {
  if (type.type === 'TSTypeQuery') return type.exprName.type === 'Identifier' ? [{ reading, name: type.exprName.name }] : [];
  if (type.type !== 'TSTypeReference') return [];
  const { typeName, typeArguments } = type;
  // `Awaited<ReturnType<typeof createContext>>`
  if (typeArguments) return typeArguments.params.flatMap((each) => namedFunctions(reading, each));
  const home = typeName.type === 'Identifier' ? (importedInto(reading, typeName.name) ?? reading) : undefined;
  const alias = home && typeName.type === 'Identifier' ? aliasOf(home, typeName.name) : undefined;
  // An alias may name itself.
  const isFollowed = alias && !(alias.type === 'TSTypeReference' && !alias.typeArguments);
  return home && isFollowed ? namedFunctions(home, alias) : [];
}

/** The reading of the module that a file imports a name from. */
function importedInto(reading: Reading, name: string): Reading | undefined {
  for (const statement of reading.sourceCode.ast.body) {
    if (statement.type === 'ImportDeclaration' && statement.specifiers.some(({ local }) => local.name === name))
      return moduleReading(reading, statement.source.value);
  }
  return undefined;
}

function aliasOf({ sourceCode }: Reading, name: string): TSESTree.TypeNode | undefined {
  for (const statement of sourceCode.ast.body) {
    const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (declared?.type === 'TSTypeAliasDeclaration' && declared.id.name === name) return declared.typeAnnotation;
  }
  return undefined;
}

function returnedBy({ reading, name }: NamedFunction): readonly [string, Node][] {
  const home = importedInto(reading, name) ?? reading;
  const [identifier] = home.scope.ofModule(name)?.identifiers ?? [];
  const target = identifier && home.read(identifier);
  return target && isLocalFunction(target) ? returnsOf(home, target.callee).flatMap((each) => entriesOf(bare(each))) : [];
}

function entriesOf(node: Node): readonly [string, Node][] {
  if (node.type !== 'ObjectExpression') return [];
  return node.properties.flatMap((property): readonly [string, Node][] => {
    const key = property.type === 'Property' ? staticKey(property.key, property.computed) : undefined;
    return property.type === 'Property' && key !== undefined ? [[key, property.value]] : [];
  });
}
