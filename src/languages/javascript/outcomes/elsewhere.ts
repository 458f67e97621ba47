/** What handlers in other files do with a failure: the facts of this file see only their names. */
import type { Span } from '../../../source/model.js';
import { bodyOf, returnsOf } from '../calls/frames.js';
import type { Reading } from '../reading.js';
import type { FunctionNode, Node } from '../syntax/syntax.js';

/** Whether a function records something in a handler or after it, or returns what may describe a failure, or its handler is another function. */
export function records(home: Reading, callee: FunctionNode, { start, end }: Span): boolean {
  if (start < callee.range[0] || end > callee.range[1]) return true;
  const isAfter = ({ range }: Node): boolean => range[0] >= start && range[1] <= callee.range[1];
  return home.survey.bindings.some(isAfter) || returnsOf(home, callee).some((returned) => isAfter(returned) && !isEmpty(home, returned));
}

function isEmpty(home: Reading, node: Node): boolean {
  return /^(?:null|undefined|\[\]|\(?\{\}\)?|''|""|None)$/.test(home.textOf(node));
}

/** The names of the functions that a function calls after an offset. */
export function namesCalled(home: Reading, callee: FunctionNode, start: number): readonly string[] {
  const calls = bodyOf(home, callee)?.calls.filter(({ range }) => range[0] >= start) ?? [];
  return calls.map((call) => home.textOf(call.callee).replace(/^.*\./s, ''));
}
