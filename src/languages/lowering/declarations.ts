/** Functions, classes and what they are declared with, as nodes. */
import type { TSESTree } from '@typescript-eslint/utils';
import { across, node, type Node, type Place } from './nodes.js';

/** What a function is besides its parameters and body. */
export interface FunctionParts {
  readonly params: readonly Node[];
  readonly body: Node;
  readonly generator?: boolean;
  readonly async?: boolean;
  /** What is written at it, by whose names frameworks are told what it is for. They are evaluated elsewhere. */
  readonly decorators?: readonly { readonly expression: Node }[];
}

const noTypes = { typeParameters: undefined, returnType: undefined, expression: false, declare: false };

/** A function that is declared under a name, or, without one, is a method. */
export function functionNode(id: TSESTree.Identifier | null, parts: FunctionParts, place: Place): Node {
  return node(id ? 'FunctionDeclaration' : 'FunctionExpression', place, { id, generator: false, async: false, ...noTypes, ...parts });
}

/** A function in which `this` is that of the function around it. */
export function arrow(parts: FunctionParts, place: Place): TSESTree.ArrowFunctionExpression {
  return node('ArrowFunctionExpression', place, { id: null, generator: false, async: false, ...noTypes, ...parts });
}

export function parameterWithDefault(name: Node, value: Node): TSESTree.AssignmentPattern {
  return node('AssignmentPattern', across(name, value), { left: name, right: value, decorators: [] });
}

/** A parameter for the rest of the arguments: those by position, or those by name. */
export function restParameter(name: Node, place: Place, isNamed = false): TSESTree.RestElement {
  return node('RestElement', place, { argument: name, decorators: [], isNamed });
}

/** A declared type, as far as it is a plain name. */
export function typeAnnotation(name: Node, place: Place): Node {
  const reference = node('TSTypeReference', name.range, { typeName: name, typeArguments: undefined });
  return node('TSTypeAnnotation', place, { typeAnnotation: reference });
}

export function classNode(id: TSESTree.Identifier | null, superClass: Node | null, body: readonly Node[], place: Place): Node {
  const inside: Place = [body[0]?.range[0] ?? place[1], place[1]];
  return node(id ? 'ClassDeclaration' : 'ClassExpression', place, {
    id,
    superClass,
    implements: [],
    decorators: [],
    body: node('ClassBody', inside, { body }),
    abstract: false,
    declare: false,
  });
}

/** How a member of a class is reached: of its objects, of the class itself, or of both. */
export interface Reach {
  readonly static: boolean;
  readonly isShared?: boolean;
}

export function method(kind: 'method' | 'constructor' | 'get' | 'set', key: Node, value: Node, reach: Reach): Node {
  return node('MethodDefinition', across(key, value), { kind, key, value, computed: false, decorators: [], optional: false, ...reach });
}

/** What a field is besides its name and value. */
export interface FieldParts {
  readonly place: Place;
  readonly type?: Node | undefined;
  /** Whether it has a type, be it one that is no plain name. */
  readonly isTyped?: boolean;
}

export function field(key: Node, value: Node | null, { place, type, isTyped = type !== undefined, ...reach }: Reach & FieldParts): Node {
  return node('PropertyDefinition', place, {
    key,
    value,
    computed: false,
    decorators: [],
    typeAnnotation: type,
    isTyped,
    optional: false,
    declare: false,
    ...reach,
  });
}
