/** A call in the model: its arguments, and the calls inside its function, are evaluated when they are first accessed. */
import type { Call, Value } from '../../../source/model.js';
import type { CallNode } from '../tree.js';

interface Evaluated extends Pick<Call, 'callee' | 'outcome'> {
  readonly arguments: () => readonly Value[];
  readonly inside: () => readonly Call[];
  /** What follows the arguments: a table of the named ones, a block. */
  readonly rest: readonly Value[];
}

/** Returns the call that a node makes. */
export function madeCall(
  { callee, arguments: values, isNew, at }: CallNode,
  { arguments: given, inside, rest, ...known }: Evaluated,
): Call {
  let own: readonly Value[] | undefined;
  let followed: readonly Call[] | undefined;
  return {
    kind: 'call',
    ...known,
    get arguments() {
      return (own ??= [...given(), ...rest]);
    },
    argumentsAt: [...values, ...rest].map((each) => each.at),
    open: false,
    new: isNew,
    get inside() {
      return (followed ??= inside());
    },
    at,
    calleeAt: callee.at,
  };
}
