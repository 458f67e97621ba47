/** Resolves types that are declared in the project to the names of their members. Parameters of function types count as members, too. */
import type { TSESTree } from '@typescript-eslint/utils';
import { alternatives } from '../../../source/values.js';
import type { Reading } from '../reading.js';
import { environmentsOf, parameterAt } from './environment-types.js';
import { importedName } from './imported-name.js';
import { type Node, spanOf, staticKey } from './syntax.js';

/** Deepest nesting of types that is resolved. */
const MAX_TYPES = 8;

/** Types with the same members as their type argument. */
const same = new Set(['Readonly', 'Partial', 'Required', 'NonNullable', 'Awaited', 'Promise', 'Simplify', 'Prettify']);
/** Types that are inferred from a schema: `z.infer<typeof schema>`. */
const ofSchema = new Set(['infer', 'output', 'InferOutput', 'Infer', 'Static']);

/** The names of the members of a type, or of its member at `path`. */
export function membersAt(reading: Reading, type: TSESTree.TypeNode, path: readonly string[], left = MAX_TYPES): readonly string[] {
  if (left <= 0) return [];
  const [key, ...below] = path;
  const inner = (node: TSESTree.TypeNode | undefined, way: readonly string[]): readonly string[] =>
    node ? membersAt(reading, node, way, left - 1) : [];
  switch (type.type) {
    case 'TSTypeLiteral':
      return ofMembers(type.members, path, inner);
    case 'TSIntersectionType':
      return type.types.flatMap((each) => inner(each, path));
    case 'TSTupleType':
      return inner(unlabelled(type.elementTypes[Number(key)]), below);
    case 'TSFunctionType': {
      const parameter = type.params.find((_, index) => key === parameterAt(index));
      return parameter && 'typeAnnotation' in parameter ? inner(parameter.typeAnnotation?.typeAnnotation, below) : [];
    }
    case 'TSTypeReference':
      return ofReference(reading, type, path, inner);
    default:
      return [];
  }
}

type Inner = (node: TSESTree.TypeNode | undefined, path: readonly string[]) => readonly string[];

function unlabelled(element: TSESTree.TypeNode | undefined): TSESTree.TypeNode | undefined {
  return element?.type === 'TSNamedTupleMember' ? element.elementType : element;
}

function ofMembers(members: readonly TSESTree.TypeElement[], [key, ...below]: readonly string[], inner: Inner): readonly string[] {
  const properties = members.filter((each) => each.type === 'TSPropertySignature');
  if (key === undefined) return properties.flatMap((each) => staticKey(each.key, each.computed) ?? []);
  const member = properties.find((each) => staticKey(each.key, each.computed) === key);
  return inner(member?.typeAnnotation?.typeAnnotation, below);
}

function ofReference(reading: Reading, type: TSESTree.TSTypeReference, path: readonly string[], inner: Inner): readonly string[] {
  const { typeArguments } = type;
  const dotted = nameOf(type.typeName);
  const name = dotted.at(-1) ?? '';
  const [first, second] = typeArguments?.params ?? [];
  if (first && same.has(name)) return inner(first, path);
  if (first && second && (name === 'Pick' || name === 'Omit')) {
    const keys = new Set(literalsIn(second));
    return keys.size === 0 ? [] : inner(first, path).filter((each) => keys.has(each) === (name === 'Pick'));
  }
  if (first?.type === 'TSTypeQuery' && ofSchema.has(name)) return path.length > 0 ? [] : schemaKeys(reading, first.exprName);
  const head = headOf(type.typeName);
  const imported = head && importOf(reading, head);
  const given = environmentsOf(imported?.module, name, path);
  if (given) return inner(typeArguments?.params[given.argument], given.path);
  if (imported?.module !== undefined) return ofModule(reading, imported.module, [...imported.path, ...dotted.slice(1)], path);
  const own = declarationsOf(reading, dotted.join('.'));
  if (own.length === 0 && head && !reading.scope.variable(head)) return ofAmbient(reading, dotted, path);
  return own.flatMap((each) => ofDeclaration(each, path, inner));
}

/** The dotted name of a type, or of a type after `extends`, which is an expression. */
function nameOf(entity: Node): readonly string[] {
  if (entity.type === 'Identifier') return [entity.name];
  if (entity.type === 'TSQualifiedName') return [...nameOf(entity.left), entity.right.name];
  return entity.type === 'MemberExpression' ? [...nameOf(entity.object), staticKey(entity.property, entity.computed) ?? ''] : [];
}

function headOf(entity: Node): TSESTree.Identifier | undefined {
  if (entity.type === 'TSQualifiedName') return headOf(entity.left);
  if (entity.type === 'MemberExpression') return headOf(entity.object);
  return entity.type === 'Identifier' ? entity : undefined;
}

function ofModule(reading: Reading, module: string, name: readonly string[], path: readonly string[]): readonly string[] {
  return reading.surroundings?.module(module)?.membersOf?.(name.join('.') || 'default', path) ?? [];
}

/**
 * Members of a type in the file that `wrangler types` generates, which declares the environment for all files.
 * https://developers.cloudflare.com/workers/wrangler/commands/#types
 */
function ofAmbient(reading: Reading, name: readonly string[], path: readonly string[]): readonly string[] {
  return ofModule(reading, 'worker-configuration.d.ts', name, path);
}

/** `'a' | 'b'` */
function literalsIn(type: TSESTree.TypeNode): readonly string[] {
  if (type.type === 'TSUnionType') return type.types.flatMap(literalsIn);
  return type.type === 'TSLiteralType' && type.literal.type === 'Literal' ? [String(type.literal.value)] : [];
}

/** The keys of `z.object({ … })`. */
function schemaKeys(reading: Reading, schema: Node): readonly string[] {
  const value = schema.type === 'Identifier' ? reading.read(schema) : undefined;
  const tables = value?.kind === 'call' ? value.arguments.flatMap(alternatives).filter(({ kind }) => kind === 'table') : [];
  return tables.flatMap((table) => (table.kind === 'table' ? table.entries.map(({ key }) => key) : []));
}

function importOf(reading: Reading, name: TSESTree.Identifier): ReturnType<typeof importedName> {
  const definition = reading.scope.variable(name)?.defs[0];
  return definition && importedName(definition.node, definition.parent as Node | undefined, spanOf(name));
}

type Declaration = TSESTree.TSInterfaceDeclaration | TSESTree.TSTypeAliasDeclaration;

function ofDeclaration(declaration: Declaration, path: readonly string[], inner: Inner): readonly string[] {
  if (declaration.type === 'TSTypeAliasDeclaration') return inner(declaration.typeAnnotation, path);
  const extended = declaration.extends.flatMap(({ expression, typeArguments }) =>
    inner({ type: 'TSTypeReference', typeName: expression, typeArguments } as unknown as TSESTree.TypeNode, path),
  );
  return [...ofMembers(declaration.body.body, path, inner), ...extended];
}

/** The members of a type that a file declares, or re-exports from another file. */
export function declaredKeys(
  reading: Reading,
  type: string,
  path: readonly string[] = [],
  stars: readonly string[] = [],
): readonly string[] {
  const own = declarationsOf(reading, type);
  const inner: Inner = (node, way) => (node ? membersAt(reading, node, way) : []);
  if (own.length > 0) return own.flatMap((each) => ofDeclaration(each, path, inner));
  const { from, name = type } = exportedTypes(reading).get(type) ?? {};
  const modules = from === undefined ? stars : [from];
  return modules.flatMap((module) => reading.surroundings?.module(module)?.membersOf?.(name, path) ?? []);
}

/** `export type { Env as Environment } from './env'` */
function exportedTypes({ sourceCode }: Reading): ReadonlyMap<string, { readonly from: string; readonly name: string }> {
  return new Map(
    sourceCode.ast.body.flatMap((each) =>
      each.type === 'ExportNamedDeclaration' && each.source
        ? each.specifiers.map(({ local, exported }) => [nameIn(exported), { from: each.source.value, name: nameIn(local) }] as const)
        : [],
    ),
  );
}

export function nameIn(name: TSESTree.Identifier | TSESTree.StringLiteral): string {
  return name.type === 'Identifier' ? name.name : name.value;
}

const declared = new WeakMap<Reading, ReadonlyMap<string, readonly Declaration[]>>();

/** The interfaces and type aliases that the file declares under a name. Several declarations of an interface merge. */
function declarationsOf(reading: Reading, name: string): readonly Declaration[] {
  const known = declared.get(reading) ?? declarationsIn(reading.sourceCode.ast.body);
  declared.set(reading, known);
  return known.get(name) ?? [];
}

/** All declarations by name, which is dotted in a namespace. */
function declarationsIn(body: readonly TSESTree.ProgramStatement[], outer = ''): ReadonlyMap<string, readonly Declaration[]> {
  const found = new Map<string, readonly Declaration[]>();
  const add = (name: string, declarations: readonly Declaration[]): void =>
    void found.set(name, [...(found.get(name) ?? []), ...declarations]);
  for (const statement of body) {
    const isDefault = statement.type === 'ExportDefaultDeclaration';
    const each = statement.type === 'ExportNamedDeclaration' || isDefault ? statement.declaration : statement;
    if (each?.type === 'TSInterfaceDeclaration' || each?.type === 'TSTypeAliasDeclaration') {
      add(outer + each.id.name, [each]);
      if (isDefault) add('default', [each]);
    }
    if (each?.type !== 'TSModuleDeclaration' || each.id.type !== 'Identifier' || each.body?.type !== 'TSModuleBlock') continue;
    const inside = each.kind === 'global' ? outer : `${outer}${each.id.name}.`;
    for (const [name, all] of declarationsIn(each.body.body, inside)) add(name, all);
  }
  return found;
}
