/** Evaluates calls of functions that packages export. */
import type { Value } from '../../../../source/model.js';

import { type Node, spanOf } from '../../syntax/syntax.js';
import type { StandardCall } from '../standard-library/standard-call.js';
import { joinedPath } from '../texts/joined-paths.js';
import { wrappedFunction } from './callbacks.js';
import { parsedDuration } from './durations.js';
import { mergedObjects } from './merges.js';
import { packageFunction } from './package-function.js';
import { selected } from './selections.js';

/** The result of a call of a package's function that joins paths, selects properties, merges objects, parses a duration or wraps a function. */
export function packageCall({ reading, node, frame, argument }: StandardCall, callee: Node): Value | undefined {
  if (node.type !== 'CallExpression' || (callee.type !== 'Identifier' && callee.type !== 'MemberExpression')) return undefined;
  const name = reading.read(callee, frame);
  const called = packageFunction(name);
  if (!called || node.arguments.some(({ type }) => type === 'SpreadElement')) return undefined;
  const given = (): readonly Value[] => node.arguments.flatMap((_, index) => argument(index) ?? []);
  const at = spanOf(node);
  const wrapped = wrappedFunction(name, given);
  if (wrapped) return wrapped;
  return (
    joinedPath(reading, node, called, given) ??
    selected(reading, called, given, at) ??
    mergedObjects(reading, called, given, at) ??
    parsedDuration(called, given, at)
  );
}
