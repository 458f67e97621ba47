/** Resolves declared types that are plain names: `client: Cloudflare`, `http: HttpClient`. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Name } from '../../../source/model.js';
import { importedName } from './imported-name.js';
import type { Reading } from '../reading.js';
import { isFunction, type Node, parentOf, spanOf, staticKey, wrapped } from './syntax.js';

export function typeName(
  reading: Reading,
  annotated: { readonly typeAnnotation?: TSESTree.TSTypeAnnotation | undefined },
): Name | undefined {
  return nameOfType(reading, annotated.typeAnnotation?.typeAnnotation);
}

/** The type of a variable: its annotation, or the type of the member that is destructured into it (`{ client }: { client: Cloudflare }`). */
export function variableType(reading: Reading, { pattern, keys }: Declarator): Name | undefined {
  const type = annotationOf(pattern);
  return type && memberType(reading, type, keys);
}

/** The declaration of a variable: the pattern with the type annotation, and the keys that lead to the variable in it. */
export interface Declarator {
  readonly pattern: Node;
  readonly keys: readonly string[];
}

export function declaratorOf(identifier: TSESTree.Identifier): Declarator {
  const keys: string[] = [];
  let node: Node = identifier;
  for (let outer = parentOf(node); outer; node = outer, outer = parentOf(node)) {
    if (outer.type === 'Property') keys.unshift(staticKey(outer.key, outer.computed) ?? '');
    else if (outer.type !== 'ObjectPattern' && outer.type !== 'AssignmentPattern') break;
  }
  return { pattern: node, keys };
}

export function annotationOf(pattern: Node): TSESTree.TypeNode | undefined {
  const node = pattern.type === 'AssignmentPattern' ? pattern.left : pattern;
  const type = 'typeAnnotation' in node ? node.typeAnnotation : undefined;
  return type?.type === 'TSTypeAnnotation' ? type.typeAnnotation : undefined;
}

/** The type that an interface or class of this file declares for a member. */
export function memberTypeOf(reading: Reading, { module, path }: Name, key: string): Name | undefined {
  const members = module === undefined && path.length === 1 ? declaredMembers(reading).get(path[0] ?? '') : undefined;
  return members && typeIn(reading, members, [key], MAX_TYPES);
}

/** Deepest nesting of types that is resolved. */
const MAX_TYPES = 4;

function memberType(reading: Reading, type: TSESTree.TypeNode, keys: readonly string[], left = MAX_TYPES): Name | undefined {
  if (keys.length === 0) return nameOfType(reading, type);
  if (type.type === 'TSTypeLiteral') return typeIn(reading, type.members, keys, left);
  if (type.type !== 'TSTypeReference' || type.typeName.type !== 'Identifier') return undefined;
  const [argument] = type.typeArguments?.params ?? [];
  if (argument && type.typeName.name === 'Readonly') return memberType(reading, argument, keys, left);
  const members = declaredMembers(reading).get(type.typeName.name);
  return members && typeIn(reading, members, keys, left);
}

function typeIn(reading: Reading, members: readonly Member[], [key, ...rest]: readonly string[], left: number): Name | undefined {
  const declaring = members.flatMap((each) => (each.type === 'TSPropertySignature' || each.type === 'PropertyDefinition' ? [each] : []));
  const type = declaring.find((each) => staticKey(each.key, each.computed) === key)?.typeAnnotation?.typeAnnotation;
  return type && left > 0 ? memberType(reading, type, rest, left - 1) : undefined;
}

type Member = TSESTree.TypeElement | TSESTree.ClassElement;

const declared = new WeakMap<Reading, ReadonlyMap<string, readonly Member[]>>();

/** The members of the interfaces, classes and type aliases that the file declares, by name. */
function declaredMembers(reading: Reading): ReadonlyMap<string, readonly Member[]> {
  const known = declared.get(reading);
  if (known) return known;
  const statements = reading.sourceCode.ast.body.map((each) => (each.type === 'ExportNamedDeclaration' ? each.declaration : each));
  const found = new Map(
    statements.flatMap((each): [string, readonly Member[]][] => {
      if (each?.type === 'ClassDeclaration' && each.id) return [[each.id.name, each.body.body]];
      if (each?.type === 'TSInterfaceDeclaration') return [[each.id.name, each.body.body]];
      return each?.type === 'TSTypeAliasDeclaration' && each.typeAnnotation.type === 'TSTypeLiteral'
        ? [[each.id.name, each.typeAnnotation.members]]
        : [];
    }),
  );
  declared.set(reading, found);
  return found;
}

function nameOfType(reading: Reading, type: TSESTree.TypeNode | undefined): Name | undefined {
  return type?.type === 'TSTypeReference' ? entityName(reading, type.typeName) : undefined;
}

/** The name of the annotated type of an expression. */
export function typeOf(reading: Reading, expression: Node): Name | undefined {
  return nameOfType(reading, writtenType(expression));
}

/** The annotated type of an expression: `{…} satisfies T`, `const params: T = {…}`, the type of a field, the return type of a function. */
export function writtenType(expression: Node): TSESTree.TypeNode | undefined {
  let node = expression;
  for (let outer = parentOf(node); outer; node = outer, outer = parentOf(node)) {
    switch (outer.type) {
      case 'TSSatisfiesExpression':
      case 'TSAsExpression':
      case 'TSTypeAssertion':
        if (outer.typeAnnotation.type === 'TSTypeReference' && !isConst(outer.typeAnnotation)) return outer.typeAnnotation;
        break;
      case 'VariableDeclarator':
        return outer.init === node ? outer.id.typeAnnotation?.typeAnnotation : undefined;
      case 'PropertyDefinition':
        return outer.value === node ? outer.typeAnnotation?.typeAnnotation : undefined;
      case 'ArrowFunctionExpression':
        return outer.body === node ? outer.returnType?.typeAnnotation : undefined;
      case 'ReturnStatement':
        break;
      case 'BlockStatement': {
        const around = parentOf(outer);
        return node.type === 'ReturnStatement' && around && isFunction(around) ? around.returnType?.typeAnnotation : undefined;
      }
      default:
        if (wrapped(outer) === undefined) return undefined;
    }
  }
  return undefined;
}

/** Whether a type is the `const` of `as const`, which is not a type. */
function isConst({ typeName }: TSESTree.TSTypeReference): boolean {
  return typeName.type === 'Identifier' && typeName.name === 'const';
}

function entityName(reading: Reading, entity: TSESTree.EntityName): Name | undefined {
  if (entity.type === 'TSQualifiedName') {
    const left = entityName(reading, entity.left);
    return left && { ...left, path: [...left.path, entity.right.name], at: spanOf(entity) };
  }
  if (entity.type !== 'Identifier') return undefined;
  const definition = reading.scope.variable(entity)?.defs[0];
  const imported = definition && importedName(definition.node, definition.parent as Node | undefined, spanOf(entity));
  return imported ?? { kind: 'name', path: [entity.name], at: spanOf(entity) };
}
