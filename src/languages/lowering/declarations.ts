/** Declarations of functions and classes as nodes. */
import type { TSESTree } from '@typescript-eslint/utils';
import { across, node, type Node, type Place } from './nodes.js';

/** The parts of a function. */
export interface FunctionParts {
  readonly params: readonly Node[];
  readonly body: Node;
  readonly generator?: boolean;
  readonly async?: boolean;
  /** Decorators, by whose names frameworks know the function's purpose. They are evaluated elsewhere. */
  readonly decorators?: readonly { readonly expression: Node }[];
}

const noTypes = { typeParameters: undefined, returnType: undefined, expression: false, declare: false };

/** A function declaration, or, without a name, a method's function. */
export function functionNode(id: TSESTree.Identifier | null, parts: FunctionParts, place: Place): Node {
  return node(id ? 'FunctionDeclaration' : 'FunctionExpression', place, { id, generator: false, async: false, ...noTypes, ...parts });
}

/** A function that keeps the `this` of the function around it. */
export function arrow(parts: FunctionParts, place: Place): TSESTree.ArrowFunctionExpression {
  return node('ArrowFunctionExpression', place, { id: null, generator: false, async: false, ...noTypes, ...parts });
}

export function parameterWithDefault(name: Node, value: Node, place: Place = across(name, value)): TSESTree.AssignmentPattern {
  return node('AssignmentPattern', place, { left: name, right: value, decorators: [] });
}

/** A rest parameter: for positional or for named arguments. */
export function restParameter(name: Node, place: Place, isNamed = false): TSESTree.RestElement {
  return node('RestElement', place, { argument: name, decorators: [], isNamed });
}

/** A declared type that is a plain name. */
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

/** Whether a member of a class belongs to its objects, to the class itself, or to both. */
export interface Reach {
  readonly static: boolean;
  readonly isShared?: boolean;
}

export function method(kind: 'method' | 'constructor' | 'get' | 'set', key: Node, value: Node, reach: Reach): Node {
  return node('MethodDefinition', across(key, value), { kind, key, value, computed: false, decorators: [], optional: false, ...reach });
}

/** The parts of a field other than its name and value. */
export interface FieldParts {
  readonly place: Place;
  readonly type?: Node | undefined;
  /** Whether it has a type, even one that is not a plain name. */
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
