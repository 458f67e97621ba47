import type { TSESTree } from '@typescript-eslint/types';
import type { Span } from '../../../source/model.js';
import type { SourceCode } from '../source-code.js';
import { isTypeOnly, type Node, parentOf, spanOf } from './syntax.js';

/** The nodes of a file that the reader starts from, collected in one traversal, each list in source order. */
export interface Survey {
  readonly strings: readonly (TSESTree.StringLiteral | TSESTree.TemplateLiteral | TSESTree.JSXText)[];
  readonly objects: readonly TSESTree.ObjectExpression[];
  readonly calls: readonly (TSESTree.CallExpression | TSESTree.NewExpression)[];
  readonly tagged: readonly TSESTree.TaggedTemplateExpression[];
  /** Declarations, assignments, defaults, class fields, enum members, JSX attributes. */
  readonly bindings: readonly Node[];
  /** Member expressions (only the longest of a chain), destructured properties and imported names. */
  readonly reads: readonly Node[];
  /** Code that may not run: functions, conditional branches, `case` and `catch` clauses. */
  readonly conditional: readonly Node[];
  readonly returns: readonly TSESTree.ReturnStatement[];
  readonly yields: readonly TSESTree.YieldExpression[];
  /** Arrow functions whose body is an expression, which they return. */
  readonly shortFunctions: readonly TSESTree.ArrowFunctionExpression[];
  /** Expressions in the content of JSX elements, and in attributes of HTML elements. */
  readonly rendered: readonly TSESTree.JSXExpressionContainer[];
  /** Expressions in attributes of components, which may not render them. */
  readonly properties: readonly TSESTree.JSXExpressionContainer[];
  readonly throws: readonly TSESTree.ThrowStatement[];
  readonly updates: readonly TSESTree.UpdateExpression[];
  readonly thises: readonly TSESTree.ThisExpression[];
}

const surveys = new WeakMap<object, Survey>();

/** Surveys a file, once per tree. */
export function surveyOf(sourceCode: SourceCode): Survey {
  const known = surveys.get(sourceCode.ast) ?? survey(sourceCode);
  surveys.set(sourceCode.ast, known);
  return known;
}

const conditionals = new WeakMap<Survey, readonly Span[]>();

/** The spans of code that may not run. */
export function conditionalIn(found: Survey): readonly Span[] {
  const known = conditionals.get(found) ?? found.conditional.map(spanOf);
  conditionals.set(found, known);
  return known;
}

function survey(sourceCode: SourceCode): Survey {
  const found = {
    strings: [] as (TSESTree.StringLiteral | TSESTree.TemplateLiteral | TSESTree.JSXText)[],
    objects: [] as TSESTree.ObjectExpression[],
    calls: [] as (TSESTree.CallExpression | TSESTree.NewExpression)[],
    tagged: [] as TSESTree.TaggedTemplateExpression[],
    bindings: [] as Node[],
    reads: [] as Node[],
    conditional: [] as Node[],
    returns: [] as TSESTree.ReturnStatement[],
    yields: [] as TSESTree.YieldExpression[],
    shortFunctions: [] as TSESTree.ArrowFunctionExpression[],
    rendered: [] as TSESTree.JSXExpressionContainer[],
    properties: [] as TSESTree.JSXExpressionContainer[],
    throws: [] as TSESTree.ThrowStatement[],
    updates: [] as TSESTree.UpdateExpression[],
    thises: [] as TSESTree.ThisExpression[],
  };
  walk(sourceCode, (node) => note(node, parentOf(node), found));
  // Lowered trees are not always in source order.
  for (const list of Object.values(found)) list.sort((one, other) => one.range[0] - other.range[0]);
  return found;
}

/** Visits every node in source order, with an explicit stack: a deeply nested file must not overflow the call stack. */
export function walk({ ast, visitorKeys }: SourceCode, visit: (node: Node) => void): void {
  const stack: Node[] = [ast];
  const add = (child: unknown): void => {
    if (isNode(child) && !isTypeOnly(child)) stack.push(child);
  };
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    visit(node);
    const keys = visitorKeys?.[node.type] ?? Object.keys(node).filter((key) => !notChildren.has(key));
    // In reverse, so that the first child is popped from the stack next.
    for (let index = keys.length - 1; index >= 0; index -= 1) {
      const child = (node as unknown as Record<string, unknown>)[keys[index] ?? ''];
      if (Array.isArray(child)) for (let at = child.length - 1; at >= 0; at -= 1) add(child[at]);
      else add(child);
    }
  }
}

type Found = { -readonly [K in keyof Survey]: Survey[K][number][] };

function note(node: Node, parent: Node | undefined, found: Found): void {
  switch (node.type) {
    case 'Literal':
      if (typeof node.value === 'string' && !isNotAValue(node, parent)) found.strings.push(node);
      break;
    case 'TemplateLiteral':
    case 'JSXText':
      found.strings.push(node);
      break;
    case 'ObjectExpression':
      found.objects.push(node);
      break;
    case 'CallExpression':
    case 'NewExpression':
      found.calls.push(node);
      break;
    case 'TaggedTemplateExpression':
      found.tagged.push(node);
      break;
    case 'VariableDeclarator':
    case 'AssignmentExpression':
    case 'AssignmentPattern':
    case 'PropertyDefinition':
    case 'AccessorProperty':
    case 'TSEnumMember':
    case 'JSXAttribute':
      found.bindings.push(node);
      break;
    case 'MemberExpression':
      if (!(parent?.type === 'MemberExpression' && parent.object === node) && !isWritten(node, parent)) found.reads.push(node);
      break;
    case 'Property':
      if (parent?.type === 'ObjectPattern') found.reads.push(node);
      break;
    case 'ImportSpecifier':
      found.reads.push(node);
      break;
    case 'IfStatement':
    case 'ConditionalExpression':
      found.conditional.push(node.consequent, ...(node.alternate ? [node.alternate] : []));
      break;
    case 'LogicalExpression':
      found.conditional.push(node.right);
      break;
    case 'SwitchCase':
    case 'CatchClause':
    case 'FunctionDeclaration':
    case 'FunctionExpression':
      found.conditional.push(node);
      break;
    case 'ArrowFunctionExpression':
      found.conditional.push(node);
      if (node.body.type !== 'BlockStatement') found.shortFunctions.push(node);
      break;
    case 'ReturnStatement':
      found.returns.push(node);
      break;
    case 'YieldExpression':
      found.yields.push(node);
      break;
    case 'JSXExpressionContainer':
      if (isRendered(parent)) found.rendered.push(node);
      else found.properties.push(node);
      break;
    case 'ThrowStatement':
      found.throws.push(node);
      break;
    case 'UpdateExpression':
      found.updates.push(node);
      break;
    case 'ThisExpression':
      found.thises.push(node);
      break;
    default:
  }
}

/** Whether markup renders an expression in it. Attributes of a component do not count: rendering them is up to the component. */
function isRendered(parent: Node | undefined): boolean {
  if (parent?.type !== 'JSXAttribute') return true;
  const element = parent.parent.name;
  const name = element.type === 'JSXIdentifier' ? element.name : '';
  return /^[a-z]/.test(name) && typeof parent.name.name === 'string' && !/^(?:on[A-Z]|ref$|key$)/.test(parent.name.name);
}

/** Whether a member is written, not read: `process.env.X = …`, `delete process.env.X`. */
function isWritten(node: Node, parent: Node | undefined): boolean {
  if (parent?.type === 'AssignmentExpression') return parent.left === node && parent.operator === '=';
  return parent?.type === 'UnaryExpression' && parent.operator === 'delete';
}

/** Whether a string is not a value but a key, a module specifier or a directive. */
function isNotAValue(node: TSESTree.StringLiteral | TSESTree.Literal, parent: Node | undefined): boolean {
  switch (parent?.type) {
    case 'Property':
    case 'PropertyDefinition':
    case 'MethodDefinition':
      return parent.key === node && !parent.computed;
    case 'TSEnumMember':
      return parent.id === node;
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportExpression':
    case 'TSModuleDeclaration':
      return true;
    case 'ExpressionStatement':
      return true;
    default:
      return false;
  }
}

/** Properties without child nodes, for parsers that do not provide visitor keys. */
const notChildren = new Set(['parent', 'tokens', 'comments', 'loc', 'range']);

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string' && 'range' in value;
}
