/** Requests in files of HTTP clients as calls of `fetch`. */
import type { Call, Entry, Name, Span, Table, Text, Value } from '../../source/model.js';

/** Variables of these clients: `{{token}}`, `{{$dotenv TOKEN}}`. */
export const variable = /\{\{\s*(?:\$(?:dotenv|processEnv|env)\s+%?)?([\w.-]+)\s*\}\}/g;

export interface Request {
  readonly at: Span;
  readonly methodAt: Span;
  readonly method: string;
  readonly url: Value;
  readonly headers: readonly Entry[];
  readonly body?: Value;
}

/** Returns a request as a call, and its headers. */
export function callOf({ at, methodAt, method, url, headers, body }: Request): { readonly call: Call; readonly headers: Table } {
  const start = Math.min(...headers.map(({ keyAt }) => keyAt.start), headers.length > 0 ? Infinity : at.start);
  const end = Math.max(at.end, ...headers.map((header) => header.at.end));
  const table: Table = { kind: 'table', entries: headers, open: false, names: ['headers'], at: { start, end } };
  const entry = (key: string, value: Value): Entry => ({ key, keyAt: methodAt, value, at: value.at, maybe: false });
  const options: Table = {
    kind: 'table',
    entries: [entry('method', written(method, methodAt)), entry('headers', table), ...(body ? [entry('body', body)] : [])],
    open: false,
    names: [],
    at: table.at,
  };
  const callee: Name = { kind: 'name', path: ['fetch'], at: methodAt };
  const call: Call = {
    kind: 'call',
    callee,
    arguments: [url, options],
    argumentsAt: [url.at, options.at],
    open: false,
    new: false,
    inside: [],
    at: { start: at.start, end },
    calleeAt: methodAt,
  };
  return { call, headers: table };
}

function written(text: string, at: Span): Text {
  return { kind: 'text', parts: [{ kind: 'piece', text, at, exact: true }], names: [], fallbackFor: undefined, at };
}
