/** Finds the values that leave the functions of a file: returned, thrown, or rendered as markup. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Call, Exit } from '../../../source/model.js';
import { bindingNames } from '../syntax/binding-names.js';
import { callAt } from '../calls/calls.js';
import { nameOf } from '../syntax/dotted-name.js';
import { isLocalFunction, type Reading } from '../reading.js';
import { functionAround, type FunctionNode, type Node, parentOf, spanOf, wrapped } from '../syntax/syntax.js';
import { readIdentifier } from '../values/variables.js';

/** All exits of a file, in source order. */
export function exitsOf(reading: Reading): readonly Exit[] {
  const { returns, throws, shortFunctions, rendered, properties } = reading.survey;
  const shipped = properties.filter((property) => isOfClientComponent(reading, property));
  return [
    ...returns.flatMap(({ argument }) => (argument ? exit(reading, 'returned', argument) : [])),
    ...shortFunctions.map(({ body }) => exit(reading, 'returned', body)),
    ...throws.map(({ argument }) => exit(reading, 'thrown', argument)),
    ...[...rendered, ...shipped].flatMap((container) =>
      container.expression.type === 'JSXEmptyExpression' ? [] : exit(reading, 'rendered', container.expression, elementAround(container)),
    ),
  ].sort((one, other) => one.at.start - other.at.start);
}

function exit(reading: Reading, how: Exit['how'], expression: Node, element?: readonly string[]): Exit {
  const around = functionAround(expression);
  return {
    how,
    get value() {
      return reading.read(expression);
    },
    get names() {
      return element ?? (around ? namesOf(reading, around) : []);
    },
    get givenTo() {
      return around && takerOf(reading, around);
    },
    get marks() {
      return around ? marksOf(around) : [];
    },
    functionAt: around && spanOf(around),
    at: spanOf(expression),
  };
}

/** The name of the element that a value is rendered in; empty for a fragment. */
function elementAround(container: Node): readonly string[] {
  let outer = parentOf(container);
  while (outer && outer.type !== 'JSXElement' && outer.type !== 'JSXFragment') outer = parentOf(outer);
  const name = outer?.type === 'JSXElement' ? outer.openingElement.name : undefined;
  return name?.type === 'JSXIdentifier' ? [name.name] : [];
}

function namesOf(reading: Reading, node: FunctionNode): readonly string[] {
  return node.type === 'FunctionDeclaration' ? (node.id ? [node.id.name] : []) : bindingNames(reading, node);
}

/**
 * Whether an expression is a property of a component for the browser: the server sends its properties along with the page.
 * https://react.dev/reference/rsc/use-client#passing-props-from-server-to-client
 */
function isOfClientComponent(reading: Reading, property: Node): boolean {
  const attribute = parentOf(property);
  const element = attribute && parentOf(attribute);
  if (element?.type !== 'JSXOpeningElement' || element.name.type !== 'JSXIdentifier') return false;
  const component = readIdentifier(reading, element.name, undefined);
  return isLocalFunction(component) && marksOf(component.callee).includes('use client');
}

/** The call that a function is passed to, as an argument or within an object. */
function takerOf(reading: Reading, node: FunctionNode): Call | undefined {
  let inner: Node = node;
  for (let outer = parentOf(inner); outer; inner = outer, outer = parentOf(inner)) {
    if (outer.type === 'CallExpression') return outer.callee === inner ? undefined : callAt(reading, outer);
    if (outer.type !== 'Property' && outer.type !== 'ObjectExpression' && wrapped(outer) === undefined) return undefined;
  }
  return undefined;
}

/** The decorators of a method and its class, `export`, and the directives that apply to a function: its own, and its module's if it is exported. */
function marksOf(node: FunctionNode): readonly string[] {
  const marks = node.body.type === 'BlockStatement' ? directivesOf(node.body.body) : [];
  for (let inner: Node = node, outer = parentOf(node); outer; inner = outer, outer = parentOf(inner)) {
    const { decorators } = inner as { readonly decorators?: readonly TSESTree.Decorator[] | null };
    marks.push(...(decorators ?? []).flatMap(({ expression }) => decoratorName(expression)));
    if (outer.type === 'ExportNamedDeclaration' || outer.type === 'ExportDefaultDeclaration') marks.push('export');
    if (outer.type === 'Program' && marks.includes('export')) marks.push(...directivesOf(outer.body));
    if (outer.type === 'BlockStatement' || outer.type === 'CallExpression') break;
  }
  return marks;
}

function directivesOf(body: readonly Node[]): string[] {
  return body.flatMap((statement) => (statement.type === 'ExpressionStatement' && statement.directive ? [statement.directive] : []));
}

function decoratorName(expression: TSESTree.Expression): readonly string[] {
  const name = nameOf(expression.type === 'CallExpression' ? expression.callee : expression)?.at(-1);
  return name === undefined ? [] : [`@${name}`];
}
