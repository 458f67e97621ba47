import type { Call } from '../../source/model.js';
import { MAX_CALLS, MAX_WRAPPERS } from './calls.js';

/**
 * Returns a predicate: whether a call satisfies `isOne`, or calls a function of the file that makes such a call. Only inner calls that satisfy
 * `passes` are followed.
 */
export function reachesCall(isOne: (call: Call) => boolean, passes: (call: Call) => boolean = () => true): (call: Call) => boolean {
  let left = MAX_CALLS;
  const reaches = (call: Call, wrappers: number): boolean => {
    left -= 1;
    if (isOne(call)) return true;
    return wrappers > 0 && left > 0 && call.inside.some((inner) => passes(inner) && reaches(inner, wrappers - 1));
  };
  return (call) => reaches(call, MAX_WRAPPERS);
}
