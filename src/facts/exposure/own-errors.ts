import type { Call, Name, SourceFile, Value } from '../../source/model.js';
import { alternatives } from '../../source/values.js';
import { reachesCall } from '../program/reachable-calls.js';

/** Most errors of a program's own that are followed to where they are caught. */
const MAX_ERRORS = 8;

/** Returns a function from a variable to the errors of the program's own classes that it may have caught and that contain something. */
export function ownErrors(file: SourceFile, holds: (error: Call) => boolean): (name: Name) => readonly Call[] {
  const thrown = (file.exits ?? []).flatMap(({ how, value }) => (how === 'thrown' ? alternatives(value).filter(isMade) : []));
  if (thrown.length === 0) return () => [];
  let known: ReadonlyMap<number, readonly Call[]> | undefined;
  return ({ path, declaredAt }) => {
    if (!declaredAt || path.length > 1) return [];
    known ??= caughtIn(file, thrown.slice(0, MAX_ERRORS).filter(holds));
    return known.get(declaredAt.start) ?? [];
  };
}

function isMade(value: Value): value is Call {
  return value.kind === 'call' && value.showsWhole === true;
}

/** Returns the errors that each handler's variable may catch, by its declaration. */
function caughtIn({ calls }: SourceFile, errors: readonly Call[]): ReadonlyMap<number, readonly Call[]> {
  const found = new Map<number, readonly Call[]>();
  for (const error of errors) {
    const reaches = reachesCall(
      ({ at }) => at.start === error.at.start,
      ({ outcome }) => !outcome?.handler || outcome.handler.throws,
    );
    for (const call of calls) {
      const caughtAt = call.outcome?.handler?.caughtAt;
      if (!caughtAt || found.get(caughtAt.start)?.includes(error) || !reaches(call)) continue;
      found.set(caughtAt.start, [...(found.get(caughtAt.start) ?? []), error]);
    }
  }
  return found;
}
