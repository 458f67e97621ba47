import { bodyEvents, streamControls, outcomeMembers } from '../../cloudflare/http/response-checks.js';
import { httpClients } from '../../cloudflare/http/http-clients.js';
import { grouped } from '../../source/grouped.js';
import { perFile } from '../../source/memoized.js';
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
  const made = callee.kind === 'name' ? callee.of?.at.start : undefined;
  const { asksOutcome, bindings, calls, body } = eventsOf(file);
  if (made === undefined || asksOutcome) return undefined;
  if (bindings.get(made)?.some(({ value }) => value.kind !== 'opaque' || value.what !== 'function')) return undefined;
  if (calls.get(made)?.some((call) => call.callee.kind === 'name' && call.callee.path.join('.') === 'addEventListener')) return undefined;
  return body;
}

/** What a file does with its objects, by where those are made, and with members that may be of the response to an XMLHttpRequest. */
const eventsOf = perFile((file: SourceFile) => {
  const isBody = ({ path }: Name): boolean => (path.at(-1) ?? '').startsWith('response');
  return {
    // `this.status`, `event.target.status`
    asksOutcome: file.reads.some(({ path }) => path.some((member) => outcomeMembers.has(member))),
    bindings: grouped(file.bindings, ({ target }) => target?.of?.at.start),
    calls: grouped(file.calls, ({ callee }) => (callee.kind === 'name' ? callee.of?.at.start : undefined)),
    body: file.reads.some(isBody)
      ? ofParsed(file.calls.filter(({ arguments: [text] }) => text?.kind === 'name' && isBody(text)))
      : 'dropped',
  } as const;
});
