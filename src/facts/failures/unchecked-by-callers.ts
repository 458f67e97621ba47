/** Callers at fault: of functions that return the response of a request and so leave checking it to their callers. */
import type { Call, SourceFile, Span, Use } from '../../source/model.js';
import { isInOtherFile } from '../../source/span.js';
import { MAX_WRAPPERS } from '../program/calls.js';
import type { Request } from '../requests/request.js';
import { passingOn, rejects } from './response-uses.js';
import { type UncheckedUse, uncheckedUse } from './unchecked-responses.js';

/** A call whose result is a response that its caller does not check. */
interface UncheckedResult {
  readonly how: UncheckedUse;
  readonly at: Span;
  /** Where the request is sent, if that is in another file. */
  readonly origin?: Span;
}

/** Returns the first caller at fault for the request of a function that leaves checking the response to its callers. */
export function uncheckedByCaller({ call, through, passing = [], at: origin }: Request): readonly UncheckedResult[] {
  const { uses = [] } = call.outcome ?? {};
  if (!through || uncheckedUse(uses) !== undefined) return [];
  const callers = [...passing].reverse().concat(through);
  for (const [index, at] of callers.slice(0, MAX_WRAPPERS).entries()) {
    const how = uncheckedUse(usesByCallers(uses, index + 1));
    if (how) return isInOtherFile(at) ? [] : [{ how, at, ...(isInOtherFile(origin) && { origin }) }];
  }
  return [];
}

/** Returns how a response is used after being returned through the given number of functions. */
function usesByCallers(uses: readonly Use[], callers: number): readonly Use[] {
  return uses.flatMap((use): readonly Use[] => {
    if (!use.caller) return [use];
    if (callers === 0) return [{ path: use.path, isTest: false }];
    return usesByCallers(use.caller.uses, callers - 1).map((each) => ({ ...each, path: [...use.path, ...each.path] }));
  });
}

/** Returns the faulty calls of the file's own functions that leave checking the response to their callers. */
export function uncheckedByCallers(file: SourceFile, toCloudflare: readonly Request[]): readonly UncheckedResult[] {
  const left = toCloudflare.filter((request) => !request.through && !rejects(request, file));
  const passing = passingOn(
    file,
    left.map(({ call }) => call),
  );
  if (passing.size === 0) return [];
  return file.calls.flatMap((call): readonly UncheckedResult[] => {
    const { at, below, uses } = callOf(call, passing) ?? {};
    // A response that is only returned is for the callers to check.
    const isPassed = uses?.some(({ isReturned, path }) => isReturned && /^(?:json)?$/.test(path.join('.'))) === true;
    const how = at && uses && !isPassed ? uncheckedUse(uses, below) : undefined;
    return how && at ? [{ how, at }] : [];
  });
}

/** Returns the uses of the response from a function that is called, or passed by name: `load(zone)`, `zones.map(load)`. */
function callOf(
  { callee, outcome, calleeAt, arguments: [first], argumentsAt: [firstAt] = [] }: Call,
  passing: ReadonlyMap<number, readonly string[]>,
): { readonly at: Span; readonly below: readonly string[]; readonly uses: readonly Use[] } | undefined {
  const called = callee.kind === 'opaque' ? passing.get(callee.at.end) : undefined;
  if (called && outcome) return { at: calleeAt, below: called, uses: outcome.uses };
  const passed = first?.kind === 'opaque' && first.what === 'function' ? passing.get(first.at.end) : undefined;
  return passed && firstAt && outcome?.items ? { at: firstAt, below: passed, uses: outcome.items } : undefined;
}
