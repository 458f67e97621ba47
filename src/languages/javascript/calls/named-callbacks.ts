/** Callbacks that are passed by name: `.then(console.log)`, `.catch(console.error)`, `zones.forEach(console.log)`. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Call, Name, Value } from '../../../source/model.js';
import { unknown } from '../../../source/values.js';
import { type Frame, localName, type Reading } from '../reading.js';
import { isFunction, spanOf, staticKey } from '../syntax/syntax.js';
import type { Iteration } from '../values/iteration.js';
import { resultPassedTo, passesResultOn } from '../values/promises.js';
import { callWith } from './frames.js';

/** The callback of a promise that is passed by name, with its argument: the resolved value, or the error. */
export function calledByPromise(reading: Reading, call: TSESTree.CallExpression, frame: Frame | undefined): Iteration | undefined {
  if (call.callee.type !== 'MemberExpression') return undefined;
  const method = staticKey(call.callee.property, call.callee.computed);
  const [first] = call.arguments;
  if ((method !== 'catch' && !passesResultOn(method, call)) || !first || first.type === 'SpreadElement' || isFunction(first))
    return undefined;
  const at = spanOf(first);
  const given: Value =
    method === 'catch' ? localName(['error'], at, undefined, at) : (resultPassedTo(reading, first, frame) ?? unknown(at));
  return { callback: first, arguments: [given] };
}

/** The implied call of a callback that is a function of another module or a global, at the place where the callback is passed. */
export function callOfNamed(call: Call, callee: Name, { callback, arguments: values }: Iteration): Call {
  const at = spanOf(callback);
  return { ...callWith(call, values), callee, argumentsAt: values.map(() => at), at, calleeAt: at };
}
