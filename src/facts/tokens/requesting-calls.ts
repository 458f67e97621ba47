import type { SourceFile, Span, Table, Value } from '../../source/model.js';
import { grouped } from '../../source/grouped.js';
import { isInOtherFile } from '../../source/span.js';
import { perFile } from '../../source/memoized.js';
import { alternatives } from '../../source/values.js';
import type { Request } from '../requests/request.js';

/** Deepest nesting within arguments that is searched for a body. */
const MAX_DEPTH = 3;

/** The body of a request, and the place that is responsible for it. */
export interface RequestingCall {
  readonly at: Span;
  readonly table: Table;
}

/** Returns the outermost call on the way to a request that passes its body. Calls further out only determine when it is sent, or its name. */
export function requestingCall({ at, calleeAt, through, passing = [] }: Request, table: Table, file: SourceFile): RequestingCall {
  if (!through) return { at: calleeAt, table };
  const giver = [through, ...passing].find((each) => !isInOtherFile(each) && isGiven(each, table, file));
  if (giver) return { at: giver, table };
  if (!isInOtherFile(at)) return { at: calleeAt, table };
  // What is missing in a body that another module builds is reported in that module.
  const isToldThere = isInOtherFile(table.at) && table.entries.every(({ keyAt }) => isInOtherFile(keyAt));
  return { at: through, table: isToldThere ? (Object.create(table, { open: { value: true, enumerable: true } }) as Table) : table };
}

/** Whether a call with the given callee passes a table, by itself or inside another argument. */
function isGiven(callee: Span, table: Table, file: SourceFile): boolean {
  return (calls(file).get(callee.end) ?? []).some((call) => call.arguments.some((argument) => holds(argument, table.at.start, 0)));
}

/** By the end of the callee, since all calls of a chain start at the same offset. */
const calls = perFile((file: SourceFile) => grouped(file.calls, ({ calleeAt }) => calleeAt.end));

function holds(value: Value, start: number, depth: number): boolean {
  const below = (each: Value): boolean => depth < MAX_DEPTH && holds(each, start, depth + 1);
  return alternatives(value).some((option) => {
    if (option.kind === 'table') return option.at.start === start || option.entries.some((entry) => below(entry.value));
    // `JSON.stringify(body)`
    return option.kind === 'call' ? option.arguments.some(below) : option.at.start === start;
  });
}
