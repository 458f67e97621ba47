/** Evaluates `JSON.stringify` with a second argument. */
import type { Span, Table, Value } from '../../../source/model.js';
import { literal, unknown } from '../../../source/values.js';
import { isLocalFunction, type Reading } from '../reading.js';
import type { FunctionNode } from '../syntax/syntax.js';
import { type Content, entry, lazyTable } from './tables.js';

/** The value that `JSON.stringify` writes with a replacer: only the listed keys, or unknown for a function. Undefined if it keeps everything. */
export function replaced(reading: Reading, value: Value | undefined, replacer: Value | undefined, at: Span): Value | undefined {
  if (!replacer || (replacer.kind === 'opaque' && replacer.what !== 'function' && replacer.what !== 'unknown')) return undefined;
  if (value?.kind === 'table' && replacer.kind === 'list' && !replacer.open) {
    const kept = new Set(replacer.items.map(literal));
    return picked(reading, value, kept);
  }
  return isLocalFunction(replacer) && !testsKey(reading, replacer.callee) ? undefined : unknown(at);
}

function picked(reading: Reading, value: Table, kept: ReadonlySet<string | undefined>): Table {
  const content = (): Content => ({
    entries: value.entries
      .filter(({ key }) => kept.has(key))
      .map((each) => {
        const inner = (): Value => (each.value.kind === 'table' ? picked(reading, each.value, kept) : each.value);
        return entry(reading, each.key, each.keyAt, inner, each.at, each.maybe);
      }),
    open: value.open,
  });
  return lazyTable(reading, content, { names: () => value.names, type: () => undefined, at: value.at });
}

/** Whether a replacer uses the key, so that it may hide values by it. A replacer that only converts values keeps them. */
function testsKey(reading: Reading, { params: [key] }: FunctionNode): boolean {
  const variable = key?.type === 'Identifier' ? reading.home(key).scope.variable(key) : undefined;
  return variable?.references.some((reference) => reference.isRead()) ?? key !== undefined;
}
