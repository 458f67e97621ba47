/**
 * Builds ESTree nodes for other languages, so that JavaScript's evaluator can read them. A node has the span of what it represents and lies within
 * its parent's span: calls are identified by the spans of their functions.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../javascript/syntax/syntax.js';

export type { Node } from '../javascript/syntax/syntax.js';

/** From the first character to after the last. */
export type Place = readonly [start: number, end: number];

/** A stretch of a string: its text, and where that is written. */
export interface StringSegment {
  readonly text: string;
  readonly place: Place;
}

/** A string without interpolations, which may be written in several segments. */
export type SegmentedLiteral = TSESTree.StringLiteral & { readonly segments: readonly StringSegment[] };

/** The named arguments of a call. */
export type NamedArguments = TSESTree.ObjectExpression & { readonly isNamed: true };

/** A node of any type; the constructors below build those that need more than a few properties. */
export function node<T extends Node = Node>(type: `${T['type']}`, [start, end]: Place, properties: object = {}): T {
  return { type, range: [start, end], ...properties } as unknown as T;
}

/** The span from the beginning of one node to the end of another. */
export function across(first: Node, last: Node): Place {
  return [Math.min(first.range[0], last.range[0]), Math.max(first.range[1], last.range[1])];
}

export function identifier(name: string, place: Place, type?: Node): TSESTree.Identifier {
  return node('Identifier', place, { name, decorators: [], ...(type && { typeAnnotation: type }) });
}

export function constant(value: number | boolean | bigint | null, place: Place): TSESTree.Literal {
  return node('Literal', place, { value, raw: '' });
}

/** A string with the texts of its segments. */
export function string(segments: readonly StringSegment[], place: Place): SegmentedLiteral {
  return node('Literal', place, { value: segments.map(({ text }) => text).join(''), raw: '', segments });
}

/** A template: segments, and the expressions interpolated between them, in the order of the text. */
export function template(parts: readonly (StringSegment | Node)[], place: Place): TSESTree.TemplateLiteral {
  const quasis: Node[] = [];
  const expressions: (Node | null)[] = [];
  const add = ({ text, place: at }: StringSegment): void => {
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

/** A variable of the enclosing function. */
export function declaration(name: Node, value: Node | null, place: Place): TSESTree.VariableDeclaration {
  const declarator = node('VariableDeclarator', place, { id: name, init: value, definite: false });
  return node('VariableDeclaration', place, { kind: 'var', declarations: [declarator], declare: false });
}
