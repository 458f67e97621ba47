/**
 * Trees of other languages as trees of the ESTree family, which the evaluator of JavaScript reads. A node keeps the place of what it stands for, and lies
 * within its parent: calls are told apart by the places of their functions.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../javascript/syntax/syntax.js';
import type { InProject } from './marks.js';

export type { Node } from '../javascript/syntax/syntax.js';

/** From the first character to behind the last. */
export type Place = readonly [start: number, end: number];

/** A stretch of a string: what it says, and where that is written. */
export interface Stretch {
  readonly text: string;
  readonly place: Place;
}

/** A string without anything to fill in, which may be written in several stretches. */
export type StretchedLiteral = TSESTree.StringLiteral & { readonly stretches: readonly Stretch[] };

/** The arguments of a call that are given by name. */
export type NamedArguments = TSESTree.ObjectExpression & { readonly isNamed: true };

/** A node of any type; the constructors below make those with more to them than a few properties. */
export function node<T extends Node = Node>(type: `${T['type']}`, [start, end]: Place, properties: object = {}): T {
  return { type, range: [start, end], ...properties } as unknown as T;
}

/** The place from the beginning of one node to the end of another. */
export function across(first: Node, last: Node): Place {
  return [Math.min(first.range[0], last.range[0]), Math.max(first.range[1], last.range[1])];
}

export function identifier(name: string, place: Place, type?: Node): TSESTree.Identifier {
  return node('Identifier', place, { name, decorators: [], ...(type && { typeAnnotation: type }) });
}

export function constant(value: number | boolean | bigint | null, place: Place): TSESTree.Literal {
  return node('Literal', place, { value, raw: '' });
}

/** A string that says what its stretches say. */
export function string(stretches: readonly Stretch[], place: Place): StretchedLiteral {
  return node('Literal', place, { value: stretches.map(({ text }) => text).join(''), raw: '', stretches });
}

/** A string with holes: stretches and what fills the places between them, in the order of the text. */
export function template(parts: readonly (Stretch | Node)[], place: Place): TSESTree.TemplateLiteral {
  const quasis: Node[] = [];
  const expressions: (Node | null)[] = [];
  const add = ({ text, place: at }: Stretch): void => {
    if (quasis.length > expressions.length) expressions.push(null);
    quasis.push(node('TemplateElement', at, { value: { raw: text, cooked: text }, tail: false }));
  };
  for (const part of parts) {
    if ('text' in part) add(part);
    else {
      if (quasis.length === expressions.length) add({ text: '', place: [part.range[0], part.range[0]] });
      expressions.push(part);
    }
  }
  return node('TemplateLiteral', place, { quasis, expressions });
}

/** `object.name`. */
export function member(object: Node, name: string, nameAt: Place, place: Place = [object.range[0], nameAt[1]]): TSESTree.MemberExpression {
  return node('MemberExpression', place, { object, property: identifier(name, nameAt), computed: false, optional: false });
}

/** `object[key]`. */
export function element(object: Node, key: Node, place: Place): TSESTree.MemberExpression {
  return node('MemberExpression', place, { object, property: key, computed: true, optional: false });
}

export function call(callee: Node, values: readonly Node[], place: Place): TSESTree.CallExpression {
  return node('CallExpression', place, { callee, arguments: values, optional: false });
}

export function construction(callee: Node, values: readonly Node[], place: Place): TSESTree.NewExpression {
  return node('NewExpression', place, { callee, arguments: values });
}

export function property(key: Node, value: Node, place: Place, computed = false): TSESTree.Property {
  return node('Property', place, { key, value, kind: 'init', computed, shorthand: false, method: false });
}

export function spread(argument: Node, place: Place): TSESTree.SpreadElement {
  return node('SpreadElement', place, { argument });
}

export function object(properties: readonly Node[], place: Place): TSESTree.ObjectExpression {
  return node('ObjectExpression', place, { properties });
}

export function namedArguments(properties: readonly Node[], place: Place): NamedArguments {
  return { ...object(properties, place), isNamed: true };
}

export function list(elements: readonly Node[], place: Place): TSESTree.ArrayExpression {
  return node('ArrayExpression', place, { elements });
}

export function unary(operator: string, argument: Node, place: Place): TSESTree.UnaryExpression {
  return node('UnaryExpression', place, { operator, argument, prefix: true });
}

export function binary(operator: string, left: Node, right: Node): TSESTree.BinaryExpression {
  return node('BinaryExpression', across(left, right), { operator, left, right });
}

export function logical(
  operator: '&&' | '||' | '??',
  left: Node,
  right: Node,
  place: Place = across(left, right),
): TSESTree.LogicalExpression {
  return node('LogicalExpression', place, { operator, left, right });
}

export function assignment(operator: string, left: Node, right: Node, place: Place = across(left, right)): TSESTree.AssignmentExpression {
  return node('AssignmentExpression', place, { operator, left, right });
}

export function statement(expression: Node, place: Place = expression.range): TSESTree.ExpressionStatement {
  return node('ExpressionStatement', place, { expression });
}

export function block(body: readonly Node[], place: Place): TSESTree.BlockStatement {
  return node('BlockStatement', place, { body });
}

/** A variable of the function around it. */
export function declaration(name: Node, value: Node | null, place: Place): TSESTree.VariableDeclaration {
  const declarator = node('VariableDeclarator', place, { id: name, init: value, definite: false });
  return node('VariableDeclaration', place, { kind: 'var', declarations: [declarator], declare: false });
}

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

/** Names from a module: `imported` is undefined for the module itself, and `below` are the members that lie between. */
export interface ImportedName {
  readonly local: TSESTree.Identifier;
  readonly imported?: string | undefined;
  readonly inProject?: InProject | undefined;
}

/** `module` carries the language, so that packages of several languages are not taken for one another: `py:requests`. */
export function imports(module: string, below: readonly string[], names: readonly ImportedName[], place: Place): Node {
  const source = node('Literal', [place[0], place[0]], { value: module, raw: '', below });
  const specifiers = names.map(({ local, imported, inProject }) =>
    imported === undefined
      ? node('ImportNamespaceSpecifier', local.range, { local, inProject })
      : node('ImportSpecifier', local.range, { local, imported: identifier(imported, local.range), importKind: 'value', inProject }),
  );
  return node('ImportDeclaration', place, { source, specifiers, attributes: [], importKind: 'value' });
}

/** All names of a module, under the names that they have there. */
export function importOfAll(module: string, place: Place): Node {
  const source = node('Literal', [place[0], place[0]], { value: module, raw: '' });
  return node('ImportDeclaration', place, { source, specifiers: [], attributes: [], importKind: 'value', isOfAll: true });
}

/** The properties that hold the children of the nodes that lowered trees are made of. */
export const visitorKeys: Readonly<Record<string, readonly string[]>> = {
  ArrayExpression: ['elements'],
  ArrayPattern: ['elements'],
  ArrowFunctionExpression: ['params', 'body'],
  AssignmentExpression: ['left', 'right'],
  AssignmentPattern: ['left', 'right'],
  AwaitExpression: ['argument'],
  BinaryExpression: ['left', 'right'],
  BlockStatement: ['body'],
  CallExpression: ['callee', 'arguments'],
  CatchClause: ['param', 'body'],
  ClassBody: ['body'],
  ClassDeclaration: ['id', 'superClass', 'body'],
  ClassExpression: ['id', 'superClass', 'body'],
  ConditionalExpression: ['test', 'consequent', 'alternate'],
  DoWhileStatement: ['body', 'test'],
  ExpressionStatement: ['expression'],
  ForOfStatement: ['left', 'right', 'body'],
  ForStatement: ['init', 'test', 'update', 'body'],
  FunctionDeclaration: ['id', 'params', 'body'],
  FunctionExpression: ['id', 'params', 'body'],
  Identifier: ['typeAnnotation'],
  IfStatement: ['test', 'consequent', 'alternate'],
  ImportDeclaration: ['specifiers', 'source'],
  ImportNamespaceSpecifier: ['local'],
  ImportSpecifier: ['imported', 'local'],
  LogicalExpression: ['left', 'right'],
  MemberExpression: ['object', 'property'],
  MethodDefinition: ['key', 'value'],
  NewExpression: ['callee', 'arguments'],
  ObjectExpression: ['properties'],
  ObjectPattern: ['properties'],
  Program: ['body'],
  Property: ['key', 'value'],
  PropertyDefinition: ['key', 'typeAnnotation', 'value'],
  RestElement: ['argument'],
  ReturnStatement: ['argument'],
  SequenceExpression: ['expressions'],
  SpreadElement: ['argument'],
  StaticBlock: ['body'],
  SwitchCase: ['test', 'consequent'],
  SwitchStatement: ['discriminant', 'cases'],
  TemplateLiteral: ['quasis', 'expressions'],
  ThrowStatement: ['argument'],
  TryStatement: ['block', 'handler', 'finalizer'],
  TSParameterProperty: ['parameter'],
  TSQualifiedName: ['left', 'right'],
  TSSatisfiesExpression: ['expression', 'typeAnnotation'],
  TSTypeAnnotation: ['typeAnnotation'],
  TSTypeReference: ['typeName'],
  UnaryExpression: ['argument'],
  UpdateExpression: ['argument'],
  VariableDeclaration: ['declarations'],
  VariableDeclarator: ['id', 'init'],
  WhileStatement: ['test', 'body'],
  YieldExpression: ['argument'],
};
