import type { Operation } from '../../cloudflare/api/operations.js';
import type { Call, Name, SourceFile, Span, Use, Value } from '../../source/model.js';
import { alternatives } from '../../source/values.js';
import { clients } from '../requests/sdk-clients.js';
import type { Grant } from './grants.js';
import { headers } from '../requests/headers/headers.js';
import { allRequestedOperations } from '../operations/operations.js';
import { allCalled } from '../operations/sdk-calls.js';
import { callsBehind } from '../program/callees.js';

/** Members of a new token that do not contain its secret. */
const harmlessMembers = /^(?:id|name|status|success|errors|messages|ok|expires_on|issued_on|not_before)$/;

/**
 * Returns the operations that a program uses a token for that it creates; undefined unless all uses are known: it is passed to clients and requests
 * of this file only.
 */
export function operationsWith(grant: Grant, file: SourceFile): readonly Operation[] | undefined {
  const call = file.calls.find(({ calleeAt }) => calleeAt.start === grant.at.start);
  const uses = call?.outcome?.uses.filter(({ isTest }) => !isTest) ?? [];
  const given = uses.filter(isSecret);
  if (!call || given.length === 0 || uses.some((use) => !isSecret(use) && !harmlessMembers.test(use.path.at(-1) ?? ''))) return undefined;
  // A client appears once for each call of the function that creates it.
  const holders = new Map(
    clients(file)
      .filter(({ credentials }) => credentials.some(({ entry }) => holds(entry.value, call)))
      .map((client) => [client.at.start, client.at]),
  );
  const sent = headers(file).filter(({ value }) => holds(value, call));
  if (holders.size + sent.length !== given.length) return undefined;
  const all = [
    ...[...holders.values()].map((at) => (isOnlyCalled(at, file) ? allCalled(at, file) : undefined)),
    ...sent.map((header) => allRequestedOperations(header.requests)),
  ];
  const known = all.filter((operations) => operations !== undefined);
  return known.length === all.length ? [...new Set(known.flat())] : undefined;
}

function isSecret({ path }: Use): boolean {
  return path.at(-1) === 'value';
}

/** Whether a client is used for its methods only. */
function isOnlyCalled({ start, end }: Span, file: SourceFile): boolean {
  const uses = file.calls.find(({ at }) => at.start === start && at.end === end)?.outcome?.uses ?? [];
  return uses.length > 0 && uses.every(({ path }) => path.length > 1);
}

/** Whether a value is, or contains, the secret of a created token. */
function holds(value: Value, call: Call): boolean {
  return alternatives(value).some((option) => {
    if (option.kind === 'text') return option.parts.some((part) => part.kind === 'hole' && holds(part.value, call));
    return option.kind === 'name' && option.path.at(-1) === 'value' && isOf(option, call);
  });
}

/** Whether a name is a member of a call's result: `(await response.json()).result.value`. */
function isOf(name: Name, call: Call): boolean {
  return callsBehind(name).some(({ at }) => at.start === call.at.start);
}
