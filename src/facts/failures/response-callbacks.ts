import { bodyEvents, streamControls, outcomeMembers } from '../../cloudflare/http/response-checks.js';
import { httpClients } from '../../cloudflare/http/http-clients.js';
import type { Call, Name, SourceFile, Use } from '../../source/model.js';
import { isInOtherFile, beginningIn } from '../../source/span.js';
import { literal } from '../../source/values.js';
import { type UncheckedUse, uncheckedUse } from './unchecked-responses.js';
import type { Request } from '../requests/request.js';

/** Whether a request is passed a function, or what may be one, that the client calls with the response. */
export function takesCallback({ call, client }: Request): boolean {
  if (httpClients[client]?.describes) return false;
  if (call.arguments.some((argument) => argument.kind === 'opaque' && argument.what === 'function')) return true;
  // `request(options, callback)`, whatever the callback is: an argument after the options that is not a table.
  const [first, ...rest] = call.arguments;
  const last = rest.slice(first?.kind === 'table' ? 0 : 1).at(-1);
  return last !== undefined && last.kind !== 'table' && httpClients[client]?.callsBack === true;
}

/** Whether a request is `https.get` or `https.request`, whose callback receives the response. Other clients' callbacks receive an error first. */
export function isOfNode({ client }: Request): boolean {
  return client === 'http' || client === 'https';
}

/** Returns how a callback uses the status, and the body once it is parsed: `https.get(url, options, (response) => { … })`. */
export function inCallback(call: Call, uses: readonly Use[], file: SourceFile): UncheckedUse | undefined {
  if (uses.some(({ path: [first = ''] }) => !streamControls.has(first))) return undefined;
  const inside = beginningIn(file.calls, call.at);
  return inside.some((each) => bringsBody(each, file)) ? ofParsed(inside) : 'dropped';
}

/**
 * Whether a listener collects the body: `response.on('data', (chunk) => { body += chunk; })`. A function without parameters or without a body only
 * drains it.
 */
function bringsBody({ callee, arguments: [event, listener] }: Call, { text }: SourceFile): boolean {
  const isListener = callee.kind === 'name' && /^(?:on|once)$/.test(callee.path.at(-1) ?? '');
  if (!isListener || event === undefined || !bodyEvents.has(literal(event) ?? '')) return false;
  const isWritten = listener?.kind === 'opaque' && listener.what === 'function' && !isInOtherFile(listener.at);
  return !isWritten || !/^(?:async\s*)?\(\s*\)\s*=>|\{\s*\}$/.test(text.slice(listener.at.start, listener.at.end));
}

/** Returns how a parsed body is used. */
function ofParsed(calls: readonly Call[]): UncheckedUse | undefined {
  const parsed = calls.filter(({ callee }) => callee.kind === 'name' && callee.path.join('.') === 'JSON.parse');
  const uses = parsed.flatMap(({ outcome }) => outcome?.uses ?? []);
  return uncheckedUse(uses, ['body']) === 'unchecked' ? 'unchecked' : undefined;
}

/** Returns how a file uses the response of an XMLHttpRequest: `request.onload = () => { … }`. */
export function ofEvents({ callee }: Call, file: SourceFile): UncheckedUse | undefined {
  const made = callee.kind === 'name' ? callee.of : undefined;
  if (!made) return undefined;
  const isOfIt = ({ of }: Name): boolean => of?.at.start === made.at.start;
  // `this.status`, `event.target.status`
  if (file.reads.some(({ path }) => path.some((member) => outcomeMembers.has(member)))) return undefined;
  const listeners = file.bindings.filter(({ target }) => target && isOfIt(target));
  if (listeners.some(({ value }) => value.kind !== 'opaque' || value.what !== 'function')) return undefined;
  const calls = file.calls.flatMap((call) => (call.callee.kind === 'name' && isOfIt(call.callee) ? [call.callee.path.join('.')] : []));
  if (calls.includes('addEventListener')) return undefined;
  const reads = file.reads.filter((name) => (name.path.at(-1) ?? '').startsWith('response'));
  if (reads.length === 0) return 'dropped';
  return ofParsed(file.calls.filter(({ arguments: [text] }) => text?.kind === 'name' && (text.path.at(-1) ?? '').startsWith('response')));
}
