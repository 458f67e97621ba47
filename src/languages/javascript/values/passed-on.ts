/** Evaluates functions of packages that return their argument, or a holder of it such as a ref or state. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Name, Value } from '../../../source/model.js';
import { alternatives, unknown } from '../../../source/values.js';
import { type Frame, localName, type Reading } from '../reading.js';
import { type Node, parentOf, spanOf, staticKey } from '../syntax/syntax.js';
import { entry, tableAt } from './tables.js';

/** Functions of packages that return their argument, marked as secret or wrapped: the dotted names, by module. */
const passing: Readonly<Record<string, readonly string[]>> = {
  '@pulumi/pulumi': ['secret', 'output', 'all'],
  alchemy: ['secret'],
  awilix: ['asValue'],
  effect: ['Redacted.make', 'Effect.succeed'],
  'aws-cdk-lib': ['SecretValue.unsafePlainText'],
};

/** Functions that return a holder of a changeable value, and the key of the value in it: `0` for a pair; empty for the value itself. */
const holding: Readonly<Record<string, string>> = {
  $state: '',
  ref: 'value',
  shallowRef: 'value',
  signal: 'value',
  useRef: 'current',
  useState: '0',
};

/** The result of a call of such a function. */
export function passedOn(
  reading: Reading,
  node: TSESTree.CallExpression | TSESTree.NewExpression,
  callee: Node,
  frame: Frame | undefined,
): Value | undefined {
  if (callee.type !== 'Identifier' && callee.type !== 'MemberExpression') return undefined;
  const last = callee.type === 'Identifier' ? callee.name : (staticKey(callee.property, callee.computed) ?? '');
  const at = spanOf(node);
  const key = callee.type === 'Identifier' && Object.hasOwn(holding, last) ? holding[last] : undefined;
  const [first] = node.arguments;
  const given = (): Value | undefined => (first && first.type !== 'SpreadElement' ? reading.read(first, frame) : undefined);
  const held = key === undefined ? undefined : given();
  if (key !== undefined && held && alternatives(held).some(({ kind }) => kind === 'text')) {
    if (key === '') return held;
    const value: Value = { kind: 'choice', options: [held, stateOf(node, key) ?? unknown(at)], at };
    if (key === '0') return { kind: 'list', items: [value, unknown(at)], open: false, at };
    return tableAt(reading, node, () => ({ entries: [entry(reading, key, at, () => value, at)], open: true }));
  }
  if (!Object.values(passing).some((names) => names.some((each) => each.endsWith(last)))) return undefined;
  const name = reading.read(callee, frame);
  const names = name.kind === 'name' && name.module !== undefined && Object.hasOwn(passing, name.module) ? passing[name.module] : undefined;
  return name.kind === 'name' && names?.includes(name.path.join('.')) ? given() : undefined;
}

/** The later value of a holder, as a name: that of the variable. */
function stateOf(node: Node, key: string): Name | undefined {
  const declaration = parentOf(node);
  if (declaration?.type !== 'VariableDeclarator') return undefined;
  const { id } = declaration;
  const named = id.type === 'ArrayPattern' ? id.elements[0] : id;
  if (named?.type !== 'Identifier') return undefined;
  return localName(id.type === 'ArrayPattern' ? [named.name] : [named.name, key], spanOf(named), undefined, spanOf(named));
}
