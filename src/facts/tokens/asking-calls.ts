import type { Call, SourceFile, Span, Table, Value } from '../../source/model.js';
import { isElsewhere } from '../../source/span.js';
import { alternatives, perFile } from '../../source/values.js';
import type { Request } from '../requests/request.js';

/** No body is looked for further down in what a call is given than this. */
const MOST_DEPTH = 3;

/** What a request asks for, and where a program says so. */
export interface Asked {
  readonly at: Span;
  readonly table: Table;
}

/** The outermost of the calls that a request is sent by which is given its body: those further out only say when it is sent, or what it is called. */
export function asked({ at, calleeAt, through, passing = [] }: Request, table: Table, file: SourceFile): Asked {
  if (!through) return { at: calleeAt, table };
  const giver = [through, ...passing].find((each) => !isElsewhere(each) && isGiven(each, table, file));
  if (giver) return { at: giver, table };
  if (!isElsewhere(at)) return { at: calleeAt, table };
  // What is missing in the body that another module makes is told there.
  const isToldThere = isElsewhere(table.at) && table.entries.every(({ keyAt }) => isElsewhere(keyAt));
  return { at: through, table: isToldThere ? (Object.create(table, { open: { value: true, enumerable: true } }) as Table) : table };
}

/** Whether one of the calls with that callee is given a table, alone or in something. */
function isGiven(callee: Span, table: Table, file: SourceFile): boolean {
  return (calls(file).get(callee.end) ?? []).some((call) => call.arguments.some((argument) => holds(argument, table.at.start, 0)));
}

/** By where the name of what is called ends: the calls of a chain begin in one place. */
const calls = perFile((file: SourceFile): ReadonlyMap<number, readonly Call[]> => {
  const found = new Map<number, Call[]>();
  for (const call of file.calls) {
    const before = found.get(call.calleeAt.end);
    if (before) before.push(call);
    else found.set(call.calleeAt.end, [call]);
  }
  return found;
});

function holds(value: Value, start: number, depth: number): boolean {
  const below = (each: Value): boolean => depth < MOST_DEPTH && holds(each, start, depth + 1);
  return alternatives(value).some((option) => {
    if (option.kind === 'table') return option.at.start === start || option.entries.some((entry) => below(entry.value));
    // `JSON.stringify(body)`
    return option.kind === 'call' ? option.arguments.some(below) : option.at.start === start;
  });
}
