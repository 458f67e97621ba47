/** Evaluates calls of the standard library: of its functions, and of methods of strings, objects and collections. */
import type { Value } from '../../../../source/model.js';
import { unknown } from '../../../../source/values.js';
import { environmentOfContext, frameworkSettings } from '../../modules/framework-settings.js';
import type { Frame, Reading } from '../../reading.js';
import { bare, type Node, spanOf, staticKey } from '../../syntax/syntax.js';
import { collectionMethods } from '../collection-methods.js';
import { packageCall } from '../packages/package-calls.js';
import { keptUnder } from '../kept/kept.js';
import { passedOn } from '../passed-on.js';
import { functions } from './functions.js';
import { methods } from './methods.js';
import type { StandardCall } from './standard-call.js';

/** The result of a call of a standard function; undefined if it is not one, or the result is unknown. */
export function standardCall(reading: Reading, node: StandardCall['node'], frame: Frame | undefined): Value | undefined {
  const standard: StandardCall = {
    reading,
    node,
    frame,
    argument: (index) => {
      const each = node.arguments[index];
      return each && each.type !== 'SpreadElement' ? reading.read(each, frame) : undefined;
    },
  };
  const callee = bare(node.callee);
  if (callee.type === 'MemberExpression') {
    const method = staticKey(callee.property, callee.computed);
    const value = method === undefined ? undefined : methodCall(standard, callee.object, method);
    if (value) return value;
  }
  const settings =
    node.type === 'CallExpression' ? (frameworkSettings(reading, node, frame) ?? environmentOfContext(reading, node, frame)) : undefined;
  if (settings) return settings;
  const passed = passedOn(reading, node, callee, frame) ?? packageCall(standard, callee) ?? keptUnder(reading, node, spanOf(node));
  if (passed) return passed;
  const name = globalName(reading, callee, frame);
  const called = name === undefined || !Object.hasOwn(functions, name) ? undefined : functions[name];
  return called?.(standard);
}

function methodCall({ reading, node, frame, ...standard }: StandardCall, object: Node, method: string): Value | undefined {
  const own = Object.hasOwn(methods, method) ? methods[method] : undefined;
  const ofCollection = Object.hasOwn(collectionMethods, method) ? collectionMethods[method] : undefined;
  if (!own && !ofCollection) return undefined;
  const value = reading.read(object, frame);
  const given = (): readonly Value[] => node.arguments.map((each, index) => standard.argument(index) ?? unknown(spanOf(each)));
  return own?.({ reading, node, frame, ...standard }, value) ?? ofCollection?.(value, { reading, given: given(), at: spanOf(node) });
}

/** The dotted name of a global function, or of one from a module of Node.js. */
function globalName(reading: Reading, callee: Node, frame: Frame | undefined): string | undefined {
  const { type } = callee;
  if (type !== 'Identifier' && type !== 'MemberExpression') return undefined;
  const value = reading.read(callee, frame);
  if (value.kind !== 'name' || value.local || value.of) return undefined;
  const name = value.path.join('.');
  if (/^(?:node:)?util$/.test(value.module ?? '')) return `util.${name}`;
  if (name === 'parse') return /^(?:node:)?url$/.test(value.module ?? '') ? 'url.parse' : undefined;
  return value.module === undefined || /^(?:node:)?(?:buffer|url)$|^(?:undici|node-fetch)$/.test(value.module) ? name : undefined;
}
