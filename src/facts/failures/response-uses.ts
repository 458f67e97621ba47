import { throwingMembers } from '../../cloudflare/http/response-checks.js';
import { httpClients } from '../../cloudflare/http/http-clients.js';
import type { Call, SourceFile, Use } from '../../source/model.js';
import { perFile } from '../../source/memoized.js';
import { beginningIn, within } from '../../source/span.js';
import { presentValue, literal } from '../../source/values.js';
import { MAX_WRAPPERS } from '../program/calls.js';
import { functionAround } from '../program/functions.js';
import { inCallback, isOfNode, ofEvents, takesCallback } from './response-callbacks.js';
import { type UncheckedUse, uncheckedUse } from './unchecked-responses.js';
import { option } from '../requests/request-parts.js';
import type { Request } from '../requests/request.js';

/** Returns how the response of a request that does not reject is misused. */
export function uncheckedUseOf(request: Request, file: SourceFile): UncheckedUse | undefined {
  const { call, client } = request;
  const { outcome } = call;
  if (!outcome) return undefined;
  if (client === 'XMLHttpRequest') return ofEvents(call, file);
  if (outcome.callbackUses && isOfNode(request)) return inCallback(call, outcome.callbackUses[0] ?? [], file);
  // Node's own clients pass no error.
  if (outcome.callbackUses && httpClients[client]?.callsBack && httpClients[client].scheme === undefined)
    return inErrorFirst(outcome.callbackUses);
  const how = uncheckedUse(outcome.uses, httpClients[client]?.givesBody ? ['body'] : []);
  // A callback may check whatever it receives.
  return how === 'dropped' && takesCallback(request) ? undefined : how;
}

/** `(error, response, body) => { … }`: the error only reports that there was no response. */
function inErrorFirst([, response = [], body = []]: readonly (readonly Use[])[]): UncheckedUse | undefined {
  return uncheckedUse([...response, ...body.map((use) => ({ ...use, path: ['body', ...use.path] }))]);
}

/** Returns `dropped` if a method sends the request and no callback uses its error or response: `request.post(…).send(…).end()`. */
export function endedUnchecked({ client, at }: Request, file: SourceFile): 'dropped' | undefined {
  const ends = httpClients[client]?.ends;
  if (ends === undefined) return undefined;
  const end = beginningIn(file.calls, at).find(
    (call) => call.at.start === at.start && call.callee.kind === 'name' && call.callee.path.at(-1) === ends,
  );
  if (!end || (end.arguments.length > 0 && !end.outcome?.callbackUses)) return undefined;
  return (end.outcome?.callbackUses ?? []).every((uses) => uses.length === 0) ? 'dropped' : undefined;
}

/** Whether a request rejects when it is refused: its client's default, unless an option changes it. */
export function rejects({ client, throws, options = [], call }: Request, file: SourceFile): boolean {
  if (call.outcome?.uses.some(throwsOn)) return true;
  const { silencer, raiser, raisedBy, hooks } = httpClients[client] ?? {};
  if (raisedBy?.test(file.text)) return true;
  if (hooks !== undefined && hooked(file).has(hooks)) return true;
  const raising = raiser === undefined ? undefined : presentValue(option(options, [raiser]));
  if (raising?.kind === 'opaque' && raising.value === true) return true;
  const [name, silent] = silencer ?? [];
  if (!throws || name === undefined) return throws;
  const value = presentValue(option(options, [name]));
  const named = value?.kind === 'name' ? value.path.at(-1) : value && literal(value);
  if (silent instanceof RegExp) return named === undefined || !silent.test(named);
  if (value?.kind !== 'opaque') return true;
  // `validateStatus: null` accepts any status.
  if (value.what === 'constant') return value.value !== silent && value.value !== null;
  const exits = (file.exits ?? []).filter(({ how, at }) => how === 'returned' && within(at, value.at)).map((exit) => exit.value);
  const results = exits.length > 0 ? exits : (value.results ?? []);
  return !(results.length > 0 && results.every((result) => result.kind === 'opaque' && result.value === silent));
}

/** Returns the hook members of clients that a file uses; hooks receive every response. */
const hooked = perFile(({ bindings, calls, tables }: SourceFile): ReadonlySet<string> => {
  const called = calls.flatMap(({ callee }) => (callee.kind === 'name' ? [callee.path] : []));
  const written = [...bindings.map(({ names }) => names), ...called, ...tables.flatMap(({ entries }) => entries.map(({ key }) => [key]))];
  return new Set(written.flatMap((path) => path.filter((name) => name.endsWith('hooks'))));
});

/** Whether a use of a response throws if the request was refused. */
export function throwsOn({ path }: Use): boolean {
  return path.some((member) => throwingMembers.has(member));
}

/** Returns functions of the file that return the response of a request unchanged, keyed by where they end, with the returned part of it. */
export function passingOn(file: SourceFile, sent: readonly Call[]): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, readonly string[]>();
  let next = sent.map((call) => ({ call, below: [] as readonly string[] }));
  for (let rounds = 0; next.length > 0 && rounds < MAX_WRAPPERS; rounds += 1) {
    const before = new Set(found.keys());
    for (const { call, below } of next) {
      const around = functionAround(file)(call.at);
      const path = returnedPath(call.outcome?.uses ?? []);
      if (around && path && !found.has(around.end)) found.set(around.end, [...below, ...path]);
    }
    next = file.calls.flatMap((call) => {
      const below = call.callee.kind === 'opaque' && !before.has(call.callee.at.end) ? found.get(call.callee.at.end) : undefined;
      return below ? [{ call, below }] : [];
    });
  }
  return found;
}

/** Returns the part of a response that all uses return: all of it, or its body. */
function returnedPath(uses: readonly Use[]): readonly string[] | undefined {
  const [first] = uses;
  const isPassing = uses.every(({ path, isReturned }) => isReturned && path.join('.') === first?.path.join('.'));
  return first && isPassing && (first.path.length === 0 || first.path.join('.') === 'json') ? first.path : undefined;
}
