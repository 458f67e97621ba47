import type { Call, SourceFile } from '../../source/model.js';
import { grouped } from '../../source/grouped.js';
import { perFile } from '../../source/memoized.js';

/** How many levels of the file's own functions calls are followed into. */
export const MAX_WRAPPERS = 3;
/** Limit on the calls that are analyzed in one file. */
export const MAX_CALLS = 20_000;

/** A call, and the calls of the file's own functions that lead to it, outermost first; no callers if the call is taken as written. */
export interface MadeCall {
  readonly call: Call;
  readonly callers: readonly Call[];
}

/** Returns the calls of a file as written, and again as made by each call of the file's own functions, with parameters replaced by arguments. */
export const madeCalls = perFile((file: SourceFile): readonly MadeCall[] => {
  const found: MadeCall[] = [];
  const visit = (calls: readonly Call[], wrappers: number, callers: readonly Call[]): void => {
    for (const call of calls) {
      if (found.length >= MAX_CALLS) return;
      found.push({ call, callers });
      if (wrappers > 0 && call.inside.length > 0) visit(call.inside, wrappers - 1, [...callers, call]);
    }
  };
  visit(file.calls, MAX_WRAPPERS, []);
  return found;
});

/** The calls as written, by where they begin: all calls of a chain begin at the same offset. */
export const callsByStart = perFile((file: SourceFile) => grouped(file.calls, ({ at }) => at.start));

/** The calls as written, by where the callee of each begins. */
export const callsByCallee = perFile((file: SourceFile) => grouped(file.calls, ({ calleeAt }) => calleeAt.start));

/** Returns the same calls without their callers. */
export const callsOf = perFile((file: SourceFile): readonly Call[] => madeCalls(file).map(({ call }) => call));
