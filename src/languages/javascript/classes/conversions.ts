/** Evaluates the methods by which a class defines what its objects are converted to: `toString() { … }`, `toJSON() { … }`. */
import type { Value } from '../../../source/model.js';
import { callWith, frameFor, returnsOf } from '../calls/frames.js';
import { type Construction, isLocalFunction, type Reading } from '../reading.js';
import { choice } from '../values/choices.js';
import { memberOfInstance } from './classes.js';

/** What a method of its class converts an object to; undefined if there is no such method. */
export function convertedBy(reading: Reading, construction: Construction, method: 'toString' | 'toJSON'): Value | undefined {
  const { at } = construction;
  const target = memberOfInstance(reading, construction, method, at);
  if (!isLocalFunction(target)) return undefined;
  const frame = frameFor(reading, target, () => callWith(construction, []), construction.instance.frame);
  return (
    frame &&
    choice(
      returnsOf(reading, target.callee).map((each) => reading.read(each, frame)),
      at,
    )
  );
}
