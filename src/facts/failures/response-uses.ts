import { httpClients } from '../../cloudflare/http/http-clients.js';
import type { Call, SourceFile, Use } from '../../source/model.js';
import { given, within } from '../../source/values.js';
import { inCallback, isOfNode, ofEvents, takesCallback } from './response-callbacks.js';
import { type Blindness, blindness } from './unchecked-responses.js';
import { option } from '../requests/request-parts.js';
import type { Request } from '../requests/request.js';

/** How the answer of a request is treated that does not reject. */
export function blindnessOf(request: Request, file: SourceFile): Blindness | undefined {
  const { call, client } = request;
  const { outcome } = call;
  if (!outcome) return undefined;
  if (client === 'XMLHttpRequest') return ofEvents(call, file);
  if (outcome.handed && isOfNode(request)) return inCallback(call, outcome.handed, file);
  const how = blindness(outcome.uses, httpClients[client]?.givesBody ? ['body'] : []);
  // A callback may look at whatever it is handed.
  return how === 'dropped' && takesCallback(request) ? undefined : how;
}

/** Whether a request rejects when it is refused: what its client does, unless an option keeps it from that. */
export function rejects({ client, throws, options = [] }: Request, file: SourceFile): boolean {
  const [name, silent] = httpClients[client]?.silencer ?? [];
  if (!throws || name === undefined) return throws;
  const value = given(option(options, [name]));
  if (value?.kind !== 'opaque') return true;
  // `validateStatus: null` takes whatever comes.
  if (value.what === 'constant') return value.value !== silent && value.value !== null;
  const results = (file.exits ?? []).filter(({ how, at }) => how === 'returned' && within(at, value.at)).map((exit) => exit.value);
  return !(results.length > 0 && results.every((result) => result.kind === 'opaque' && result.value === silent));
}

/** Functions of the file that give back the answer of a request as it is, by where they end, with what of it. */
export function passingOn(file: SourceFile, sent: ReadonlySet<number>): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, readonly string[] | undefined>();
  for (const { how, functionAt, value } of file.exits ?? []) {
    if (how === 'thrown' || !functionAt) continue;
    const below = value.kind === 'call' ? belowAnswer(value, sent) : undefined;
    const known = found.get(functionAt.end);
    found.set(functionAt.end, found.has(functionAt.end) && known?.join('.') !== below?.join('.') ? undefined : below);
  }
  return new Map([...found].flatMap(([end, below]) => (below ? [[end, below] as const] : [])));
}

function belowAnswer(value: Call, sent: ReadonlySet<number>): readonly string[] | undefined {
  if (sent.has(value.at.start)) return [];
  const { callee } = value;
  return callee.kind === 'name' && callee.of && sent.has(callee.of.at.start) && callee.path.join('.') === 'json' ? ['json'] : undefined;
}

/** Whether every use gives the answer back. */
export function isOnlyReturned(uses: readonly Use[]): boolean {
  return uses.length > 0 && uses.every(({ path, isTest }) => !isTest && (path.length === 0 || path.join('.') === 'json'));
}
