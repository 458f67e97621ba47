/** Helpers for single ESTree nodes. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Span } from '../../../source/model.js';

export type Node = TSESTree.Node;
export type FunctionNode = TSESTree.ArrowFunctionExpression | TSESTree.FunctionDeclaration | TSESTree.FunctionExpression;
export type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression;

export function spanOf(node: Node): Span {
  return { start: node.range[0], end: node.range[1] };
}

/** The parent of a node. ESLint sets it before any rule runs. */
export function parentOf(node: Node): Node | undefined {
  return (node as { readonly parent?: Node | null }).parent ?? undefined;
}

export function isFunction(node: Node): node is FunctionNode {
  return node.type === 'ArrowFunctionExpression' || node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression';
}

/** The innermost function around a node. */
export function functionAround(node: Node): FunctionNode | undefined {
  let outer = parentOf(node);
  while (outer && !isFunction(outer)) outer = parentOf(outer);
  return outer;
}

export function isClass(node: Node): node is ClassNode {
  return node.type === 'ClassDeclaration' || node.type === 'ClassExpression';
}

/** An expression without the wrappers that do not change its value: `(await x)!`, `x as T`, `x satisfies T`. */
export function bare(node: Node): Node {
  let inner = node;
  for (;;) {
    const next = wrapped(inner);
    if (next === undefined) return inner;
    inner = next;
  }
}

/** The expression inside a wrapper that does not change its value. */
export function wrapped(node: Node): Node | undefined {
  switch (node.type) {
    case 'AwaitExpression':
      return node.argument;
    case 'YieldExpression':
      // `yield*`, as in generators for Effect.
      return node.delegate ? node.argument : undefined;
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
    case 'TSInstantiationExpression':
    case 'ChainExpression':
      return node.expression;
    case 'JSXExpressionContainer':
      return node.expression.type === 'JSXEmptyExpression' ? undefined : node.expression;
    case 'SequenceExpression':
      return node.expressions.at(-1);
    default:
      // Babel with `createParenthesizedExpressions`, Flow's `(x: T)`.
      return /^(?:Parenthesized|TypeCast)Expression$/.test(node.type) ? (node as unknown as { expression: Node }).expression : undefined;
  }
}

/** The key of a property or member, if it is known without evaluation. */
export function staticKey(key: Node, computed: boolean): string | undefined {
  if (key.type === 'Literal') return String(key.value);
  if (key.type === 'TemplateLiteral' && key.expressions.length === 0) return key.quasis[0]?.value.cooked ?? undefined;
  if (computed) return undefined;
  if (key.type === 'Identifier' || key.type === 'JSXIdentifier') return key.name;
  return key.type === 'PrivateIdentifier' ? `#${key.name}` : undefined;
}

/** The name of the method that is called. */
export function methodOf({ callee }: TSESTree.CallExpression | TSESTree.NewExpression): string | undefined {
  return callee.type === 'MemberExpression' ? staticKey(callee.property, callee.computed) : undefined;
}

/** Whether a node belongs to types only and contains no values, unlike TypeScript's expressions and enums, for example. */
export function isTypeOnly(node: Node): boolean {
  const type: string = node.type;
  if (type.startsWith('TS')) return !valueSyntax.has(type);
  return flowTypes.has(type);
}

const valueSyntax = new Set<string>([
  'TSAsExpression',
  'TSSatisfiesExpression',
  'TSNonNullExpression',
  'TSTypeAssertion',
  'TSInstantiationExpression',
  'TSEnumDeclaration',
  'TSEnumBody',
  'TSEnumMember',
  'TSModuleDeclaration',
  'TSModuleBlock',
  'TSExportAssignment',
  'TSImportEqualsDeclaration',
  'TSParameterProperty',
]);

const flowTypes = new Set([
  'TypeAnnotation',
  'TypeAlias',
  'OpaqueType',
  'InterfaceDeclaration',
  'DeclareVariable',
  'DeclareFunction',
  'DeclareClass',
  'DeclareModule',
  'DeclareTypeAlias',
  'DeclareInterface',
  'DeclareOpaqueType',
  'DeclareExportDeclaration',
  'TypeParameterDeclaration',
  'TypeParameterInstantiation',
]);

/** Whether a value is discarded: it is a statement, or only awaited. */
export function isDiscarded(node: Node): boolean {
  let outer = parentOf(node);
  while (outer && wrapped(outer) !== undefined && outer.type !== 'SequenceExpression') outer = parentOf(outer);
  return outer?.type === 'ExpressionStatement' || (outer?.type === 'UnaryExpression' && outer.operator === 'void');
}

/** Whether the last argument holds the keyword arguments. Lowered trees mark it. */
export function givesByName(node: TSESTree.CallExpression | TSESTree.NewExpression): true | undefined {
  const last = node.arguments.at(-1);
  return last && 'isNamed' in last ? true : undefined;
}
