import type { Opaque, Span, Value } from '../../source.js';

/** The values of a JSON text that the program parses. All that can be pointed at is the text as a whole. */
export function parseJson(text: string, at: Span): Value | undefined {
  try {
    return valueOf(JSON.parse(text), at);
  } catch {
    return undefined; // no JSON, so nothing is known of it
  }
}

function valueOf(json: unknown, at: Span): Value {
  if (typeof json === 'string')
    return { kind: 'text', parts: [{ kind: 'piece', text: json, at, exact: false }], names: [], insteadOf: undefined, at };
  if (Array.isArray(json)) return { kind: 'list', items: json.map((item) => valueOf(item, at)), open: false, at };
  if (typeof json === 'object' && json !== null) {
    const entries = Object.entries(json).map(([key, value]) => ({ key, keyAt: at, value: valueOf(value, at), at, maybe: false }));
    return { kind: 'table', entries, open: false, names: [], at };
  }
  const constant: Opaque = { kind: 'opaque', what: 'constant', value: json as number | boolean | null, at };
  return constant;
}
