/** Converts constructor functions (`function Api(token) { this.token = token }`, `Api.prototype.get = function …`) to equivalent classes. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Scope } from './scope.js';
import type { Survey } from './survey.js';
import { type ClassNode, functionAround, type FunctionNode, isFunction, type Node, staticKey } from './syntax.js';

/** The class of each function that is a constructor or a method. */
export type ConstructorFunctions = ReadonlyMap<Node, ClassNode>;

/** Finds the constructor functions of a file and their methods, each with its class. */
export function constructorFunctions({ bindings, calls, thises }: Survey, scope: Scope): ConstructorFunctions {
  const methods = new Map<FunctionNode, Map<string, FunctionNode>>();
  const methodsOf = (named: Node): Map<string, FunctionNode> | undefined => {
    const constructs = functionNamed(named, scope);
    if (!constructs) return undefined;
    const known = methods.get(constructs) ?? new Map<string, FunctionNode>();
    methods.set(constructs, known);
    return known;
  };
  for (const { type, callee } of calls) if (type === 'NewExpression' && callee.type === 'Identifier') methodsOf(callee);
  if (methods.size > 0) {
    // Without fields or methods, nothing is known of an object.
    const withThis = new Set(thises.map(functionAround));
    for (const constructs of methods.keys()) if (!withThis.has(constructs)) methods.delete(constructs);
  }
  for (const binding of bindings) {
    if (binding.type !== 'AssignmentExpression' || binding.left.type !== 'MemberExpression') continue;
    const { left, right } = binding;
    const prototype = prototypeAt(left.object, scope);
    const own = prototype && methodsOf(prototype.object);
    const key = staticKey(left.property, left.computed);
    if (own && key !== undefined && isFunction(right)) own.set(key, right);
    if (!isPrototype(left) || right.type !== 'ObjectExpression') continue;
    for (const each of right.properties) {
      const name = each.type === 'Property' ? staticKey(each.key, each.computed) : undefined;
      if (name !== undefined && each.type === 'Property' && isFunction(each.value)) methodsOf(left.object)?.set(name, each.value);
    }
  }
  return new Map(
    [...methods].flatMap(([constructs, own]) => {
      const made = classOf(constructs, own);
      return [constructs, ...own.values()].map((each) => [each, made] as const);
    }),
  );
}

/** `Api.prototype` */
function isPrototype(node: Node): node is TSESTree.MemberExpression {
  return node.type === 'MemberExpression' && staticKey(node.property, node.computed) === 'prototype';
}

/** The prototype that a method is assigned to: `Api.prototype`, or a variable that holds it. */
function prototypeAt(node: Node, scope: Scope): TSESTree.MemberExpression | undefined {
  if (node.type !== 'Identifier') return isPrototype(node) ? node : undefined;
  const declared = scope.variable(node)?.defs[0]?.node as Node | undefined;
  const held = declared?.type === 'VariableDeclarator' ? declared.init : undefined;
  return held && isPrototype(held) ? held : undefined;
}

/** The function that a name is declared as. Arrow functions do not count: they cannot be constructors. */
function functionNamed(named: Node, scope: Scope): FunctionNode | undefined {
  const node = scope.variable(named)?.defs[0]?.node as Node | undefined;
  const declared = node?.type === 'VariableDeclarator' ? node.init : node;
  return declared && isFunction(declared) && declared.type !== 'ArrowFunctionExpression' ? declared : undefined;
}

function classOf(constructs: FunctionNode, methods: ReadonlyMap<string, FunctionNode>): ClassNode {
  const { range, loc } = constructs;
  const method = (kind: 'constructor' | 'method', name: string, value: FunctionNode): unknown => ({
    type: 'MethodDefinition',
    kind,
    key: { type: 'Identifier', name, range: value.range, loc: value.loc },
    computed: false,
    static: false,
    value,
    range: value.range,
    loc: value.loc,
  });
  const body = [method('constructor', 'constructor', constructs), ...[...methods].map(([name, each]) => method('method', name, each))];
  return {
    type: 'ClassExpression',
    id: null,
    superClass: null,
    body: { type: 'ClassBody', body, range, loc },
    range,
    loc,
  } as unknown as ClassNode;
}
