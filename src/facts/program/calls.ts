import type { Call, SourceFile } from '../../source/model.js';
import { perFile } from '../../source/values.js';

/** How many of this file's own functions a call is followed into. */
export const MOST_WRAPPERS = 3;
/** How many calls are looked at in one file. */
export const MOST_CALLS = 20_000;

/** The calls of a file as they are written, and again as each call of the file's own functions makes them: parameters filled with arguments. */
export const callsOf = perFile((file: SourceFile): readonly Call[] => {
  const found: Call[] = [];
  const visit = (calls: readonly Call[], wrappers: number): void => {
    for (const call of calls) {
      if (found.length >= MOST_CALLS) return;
      found.push(call);
      if (wrappers > 0) visit(call.inside, wrappers - 1);
    }
  };
  visit(file.calls, MOST_WRAPPERS);
  return found;
});
