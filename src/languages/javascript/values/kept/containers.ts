/**
 * Values that a program gives to a container of dependencies under a token: `container.bind(TYPES.Settings).toConstantValue(…)`.
 *
 * Sources: https://inversify.io, https://github.com/microsoft/tsyringe, https://docs.typestack.community/typedi, November 2026.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { literal } from '../../../../source/values.js';
import type { Reading } from '../../reading.js';
import { nameOf } from '../../syntax/dotted-name.js';
import { methodOf, type Node, staticKey } from '../../syntax/syntax.js';

/** The place of the value that a call asks a container for: `container.resolve(TYPES.Settings)`. */
export function placeAskedOf(reading: Reading, call: TSESTree.CallExpression): string | undefined {
  return placeInContainer(reading, call, /^(?:get|resolve|[Ii]nject)$/);
}

/** The place for the token that is the first argument of a method of a container, or of a function: `container.get(TYPES.Settings)`. */
function placeInContainer(reading: Reading, { callee, arguments: [token] }: TSESTree.CallExpression, methods: RegExp): string | undefined {
  const name = nameOf(callee);
  if (!token || token.type === 'SpreadElement' || !name || !methods.test(name.at(-1) ?? '')) return undefined;
  if (name.length > 1 && !/container|injector|moduleRef/i.test(name.at(-2) ?? '')) return undefined;
  const key = literal(reading.read(token)) ?? nameOf(token)?.join('.');
  return key === undefined ? undefined : ['token', key].join(' ');
}

/** The value that a call gives to a container, and its place. */
export function givenToContainer(reading: Reading, call: TSESTree.CallExpression): readonly [string | undefined, Node] | undefined {
  const [, second] = call.arguments;
  const { callee } = call;
  const chained = callee.type === 'MemberExpression' ? callee.object : undefined;
  if (chained?.type === 'CallExpression') {
    const isConstant = methodOf(call) === 'toConstantValue';
    const [value] = call.arguments;
    return isConstant && value ? [placeInContainer(reading, chained, /^(?:bind|rebind)$/), value] : undefined;
  }
  if (!second || second.type === 'SpreadElement') return undefined;
  const place = placeInContainer(reading, call, /^(?:register|registerInstance|set|provide)$/);
  const provided = second.type === 'ObjectExpression' ? second.properties.find(isUsedValue) : undefined;
  return place === undefined ? undefined : [place, provided?.type === 'Property' ? provided.value : second];
}

function isUsedValue(property: TSESTree.ObjectLiteralElement): boolean {
  return property.type === 'Property' && staticKey(property.key, property.computed) === 'useValue';
}
