import type { Call, SourceFile } from '../../source/model.js';
import { perFile } from '../../source/values.js';

/** How many of this file's own functions a call is followed into. */
export const MOST_WRAPPERS = 3;
/** How many calls are looked at in one file. */
export const MOST_CALLS = 20_000;

/** A call, and the calls of the file's own functions by which it is made, outermost first; none if it is the one that is written. */
export interface MadeCall {
  readonly call: Call;
  readonly callers: readonly Call[];
}

/** The calls of a file as they are written, and again as each call of the file's own functions makes them: parameters filled with arguments. */
export const madeCalls = perFile((file: SourceFile): readonly MadeCall[] => {
  const found: MadeCall[] = [];
  const visit = (calls: readonly Call[], wrappers: number, callers: readonly Call[]): void => {
    for (const call of calls) {
      if (found.length >= MOST_CALLS) return;
      found.push({ call, callers });
      if (wrappers > 0 && call.inside.length > 0) visit(call.inside, wrappers - 1, [...callers, call]);
    }
  };
  visit(file.calls, MOST_WRAPPERS, []);
  return found;
});

/** The same without what made them. */
export const callsOf = perFile((file: SourceFile): readonly Call[] => madeCalls(file).map(({ call }) => call));
