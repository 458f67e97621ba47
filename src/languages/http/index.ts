/** HTTP requests in files: `.http` and `.rest` files of editors' HTTP clients, and Hurl files. */
import type { Binding, Call, Entry, SourceFile, Span, Table, Text, Value } from '../../source/model.js';
import { unwrapHole } from '../../source/values.js';
import { textAt, trimmed } from '../settings/holes.js';
import { linesOf } from '../settings/lines.js';
import { callOf, type Request, variable } from './request.js';

/** Reads a file of requests. Each request becomes a call of `fetch`. */
export function readHttp(text: string, path: string): SourceFile {
  const comments: Span[] = [];
  const bindings: Binding[] = [];
  const texts: Text[] = [];
  const tables: Table[] = [];
  const calls: Call[] = [];
  const known = new Map<string, Text>();
  const valueOf = (at: Span, names: readonly string[]): Value => {
    const value = unwrapHole(textAt(text, at, names, variable, (name) => known.get(name)));
    if (value.kind === 'text') texts.push(value);
    return value;
  };
  let request: (Omit<Request, 'body'> & { readonly headers: Entry[]; body?: Span }) | undefined;
  const finish = (): void => {
    if (!request) return;
    const { body, ...rest } = request;
    const content = body && unwrapHole(textAt(text, body, [], variable, (name) => known.get(name)));
    const { call, headers } = callOf({ ...rest, ...(content && { body: content }) });
    calls.push(call);
    tables.push(headers);
    request = undefined;
  };
  let isBody = false;
  const addToBody = (at: Span): void => {
    if (request) request.body = { start: request.body?.start ?? at.start, end: at.end };
  };
  for (const line of linesOf(text)) {
    const at = trimmed(text, line);
    const written = text.slice(at.start, Math.min(at.end, at.start + MAX_HEAD));
    const setting = /^@([\w.-]+)\s*=\s*/.exec(written);
    const start = /^(?:(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\s+)?(?=https?:\/\/|\{\{)/.exec(written);
    const header = /^([A-Z][\w-]{0,60}):\s*/i.exec(written);
    if (/^(?:#|\/\/)/.test(written)) {
      comments.push(at);
      if (written.startsWith('###')) finish();
      isBody = false;
    } else if (/^(?:HTTP(?:\/[\d.]+)?\s|[<>]\s)/.test(written)) {
      // an expected response, or a redirection of the response to or from a file
      finish();
    } else if (setting) {
      const nameAt = { start: at.start + 1, end: at.start + 1 + (setting[1] ?? '').length };
      const value = valueOf({ start: at.start + setting[0].length, end: at.end }, ['http', setting[1] ?? '']);
      if (value.kind === 'text') known.set(setting[1] ?? '', value);
      bindings.push({ names: ['http', setting[1] ?? ''], value, target: undefined, nameAt, at });
    } else if (start && !isBody) {
      finish();
      const method = start[1] ?? 'GET';
      const from = at.start + start[0].length;
      const length = text.slice(from, at.end).search(/\s|$/);
      request = {
        at,
        methodAt: { start: at.start, end: at.start + method.length },
        method,
        url: valueOf({ start: from, end: from + length }, []),
        headers: [],
      };
    } else if (header && request && !isBody) {
      const keyAt = { start: at.start, end: at.start + (header[1] ?? '').length };
      const value = valueOf({ start: at.start + header[0].length, end: at.end }, ['headers', header[1] ?? '']);
      request.headers.push({ key: header[1] ?? '', keyAt, value, at, maybe: false });
    } else if (at.start === at.end) isBody = request !== undefined;
    else {
      valueOf(at, []);
      if (isBody) addToBody(at);
    }
  }
  finish();
  return { language: 'http', path, text, texts, comments, tables, calls, bindings, reads: [] };
}

/** Characters at the beginning of a line that decide what kind of line it is. */
const MAX_HEAD = 200;
