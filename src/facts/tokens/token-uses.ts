import type { Operation } from '../../cloudflare/api/operations.js';
import { grouped } from '../../source/grouped.js';
import { perFile } from '../../source/memoized.js';
import type { SourceFile, Span, Use, Value } from '../../source/model.js';
import { leaves } from '../credentials/sent-credentials.js';
import { clients } from '../requests/sdk-clients.js';
import type { Grant } from './grants.js';
import { headers } from '../requests/headers/headers.js';
import { allRequestedOperations } from '../operations/operations.js';
import { allCalled } from '../operations/sdk-calls.js';
import { callsBehind } from '../program/callees.js';
import { callsByCallee, callsByStart } from '../program/calls.js';

/** Members of a new token that do not contain its secret. */
const harmlessMembers = /^(?:id|name|status|success|errors|messages|ok|expires_on|issued_on|not_before)$/;

/**
 * Returns the operations that a program uses a token for that it creates; undefined unless all uses are known: it is passed to clients and requests
 * of this file only.
 */
export function operationsWith(grant: Grant, file: SourceFile): readonly Operation[] | undefined {
  const call = callsByCallee(file).get(grant.at.start)?.[0];
  const uses = call?.outcome?.uses.filter(({ isTest }) => !isTest) ?? [];
  const given = uses.filter(isSecret);
  if (!call || given.length === 0 || uses.some((use) => !isSecret(use) && !harmlessMembers.test(use.path.at(-1) ?? ''))) return undefined;
  const holders = holdersOf(file);
  const made = holders.clients.get(call.at.start) ?? [];
  const sent = holders.headers.get(call.at.start) ?? [];
  if (made.length + sent.length !== given.length) return undefined;
  const all = [
    ...made.map(({ client }) => (isOnlyCalled(client, file) ? allCalled(client, file) : undefined)),
    ...sent.map(({ header }) => allRequestedOperations(header.requests)),
  ];
  const known = all.filter((operations) => operations !== undefined);
  return known.length === all.length ? [...new Set(known.flat())] : undefined;
}

function isSecret({ path }: Use): boolean {
  return path.at(-1) === 'value';
}

/** Whether a client is used for its methods only. */
function isOnlyCalled({ start, end }: Span, file: SourceFile): boolean {
  const uses =
    callsByStart(file)
      .get(start)
      ?.find(({ at }) => at.end === end)?.outcome?.uses ?? [];
  return uses.length > 0 && uses.every(({ path }) => path.length > 1);
}

/** The clients and headers that are given the secret of a created token, by where the call begins that creates it. */
const holdersOf = perFile((file: SourceFile) => {
  const made = clients(file).flatMap(({ at, credentials }) =>
    credentials.flatMap(({ entry }) => creationsIn(entry.value).map((creation) => ({ creation, client: at }))),
  );
  // A client appears once for each call of the function that creates it.
  const distinct = new Map(made.map((each) => [`${String(each.creation)} ${String(each.client.start)}`, each] as const)).values();
  const sent = headers(file).flatMap((header) => [...new Set(creationsIn(header.value))].map((creation) => ({ creation, header })));
  return { clients: grouped(distinct, ({ creation }) => creation), headers: grouped(sent, ({ creation }) => creation) };
});

/** Returns where the calls begin whose results have a member `value` that a value is, or contains: `(await response.json()).result.value`. */
function creationsIn(value: Value): readonly number[] {
  return leaves(value).flatMap((leaf) =>
    leaf.kind === 'name' && leaf.path.at(-1) === 'value' ? callsBehind(leaf).map(({ at }) => at.start) : [],
  );
}
