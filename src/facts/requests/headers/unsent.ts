/** Values that look like sent headers but are not. */
import { compares, describesExpected, mentionsExpected } from '../../../cloudflare/http/test-doubles.js';
import { sinks } from '../../../cloudflare/sinks/sinks.js';
import { perFile } from '../../../source/memoized.js';
import type { Call, SourceFile, Span, Value } from '../../../source/model.js';
import { alternatives } from '../../../source/values.js';
import { chainOf } from '../../program/callees.js';
import { isMasked } from '../../program/masking.js';

/** Whether the value of a header may be sent. A table, a list or a switch only describes the header, and a masked value is for display. */
export function mayBeSent(value: Value): boolean {
  return alternatives(value).some((option) => option.kind !== 'table' && option.kind !== 'list' && !isMasked(option));
}

/** Longest name of a function that is read. */
const LONGEST = 80;

/** Returns the name of the called function. The model has none for a function of the file itself, so it is taken from the text. */
export function nameOf({ callee, calleeAt: { start, end } }: Call, text: string): string {
  if (callee.kind === 'name') return callee.path.at(-1) ?? '';
  return (
    text
      .slice(Math.max(start, end - LONGEST), end)
      .split(/\W/)
      .at(-1) ?? ''
  );
}

/** Whether it is worth looking for expected requests along chains of calls. */
const hasExpected = perFile(({ text }: SourceFile) => mentionsExpected(text));

/** Returns the spans whose values a test only compares and does not send. Code in a function that is passed along may still send something. */
export function comparedBy(call: Call, file: SourceFile): readonly Span[] {
  const { text } = file;
  const { calleeAt } = call;
  if (hasExpected(file) && chainOf(call).some((each) => describesExpected(nameOf(each, text)))) return [call.at];
  if (!compares(nameOf(call, text))) return [];
  const given = call.arguments.flatMap((value, index) =>
    value.kind === 'opaque' && value.what === 'function' ? [] : (call.argumentsAt?.[index] ?? []),
  );
  return text.startsWith('expect', calleeAt.start) ? [calleeAt, ...given] : given;
}

/** Whether a call writes to a log: what it is passed is not sent, even if its keys look like headers. */
export function isLog({ callee }: Call): boolean {
  const owner = callee.kind === 'name' ? callee.path.slice(0, -1) : [];
  return sinks.some(
    ({ leak, globals, objects }) =>
      leak === 'log' && (globals?.test(owner.join('.')) === true || objects?.test(owner.at(-1) ?? '') === true),
  );
}
