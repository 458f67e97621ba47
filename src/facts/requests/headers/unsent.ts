/** What looks like a header that is sent, and is none. */
import { compares } from '../../../cloudflare/http/test-doubles.js';
import { sinks } from '../../../cloudflare/sinks/sinks.js';
import type { Call, Span, Value } from '../../../source/model.js';
import { alternatives } from '../../../source/values.js';
import { isMasked } from '../../program/masking.js';

/** A table, a list or a switch beside a header's name describes the header, and what is masked is shown; neither is sent. */
export function mayBeSent(value: Value): boolean {
  return alternatives(value).some((option) => option.kind !== 'table' && option.kind !== 'list' && !isMasked(option));
}

/** Names of functions are no longer than this. */
const LONGEST = 80;

/** What the called function is called; one of the file is looked through, so that it has no name. */
export function nameOf({ callee, calleeAt: { start, end } }: Call, text: string): string {
  if (callee.kind === 'name') return callee.path.at(-1) ?? '';
  return (
    text
      .slice(Math.max(start, end - LONGEST), end)
      .split(/\W/)
      .at(-1) ?? ''
  );
}

/** What a test gives to a function that compares is not sent; what a function among it does, may be. */
export function comparedBy(call: Call, text: string): readonly Span[] {
  const { calleeAt } = call;
  if (!compares(nameOf(call, text))) return [];
  const given = call.arguments.flatMap((value, index) =>
    value.kind === 'opaque' && value.what === 'function' ? [] : (call.argumentsAt?.[index] ?? []),
  );
  return text.startsWith('expect', calleeAt.start) ? [calleeAt, ...given] : given;
}

/** What is written to a log is not sent, though its members be called like headers. */
export function isLog({ callee }: Call): boolean {
  const owner = callee.kind === 'name' ? callee.path.slice(0, -1) : [];
  return sinks.some(
    ({ leak, globals, objects }) =>
      leak === 'log' && (globals?.test(owner.join('.')) === true || objects?.test(owner.at(-1) ?? '') === true),
  );
}
