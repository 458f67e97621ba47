import type { Call } from '../../source/model.js';
import { MOST_CALLS, MOST_WRAPPERS } from './calls.js';

/** Tells whether a call is one that is looked for, or calls a function of the file that makes one, as far as `passes` lets through what it makes. */
export function reachesCall(isOne: (call: Call) => boolean, passes: (call: Call) => boolean = () => true): (call: Call) => boolean {
  let left = MOST_CALLS;
  const reaches = (call: Call, wrappers: number): boolean => {
    left -= 1;
    if (isOne(call)) return true;
    return wrappers > 0 && left > 0 && call.inside.some((inner) => passes(inner) && reaches(inner, wrappers - 1));
  };
  return (call) => reaches(call, MOST_WRAPPERS);
}
