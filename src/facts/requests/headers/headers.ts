import { type CredentialHeader, credentialHeaders } from '../../../cloudflare/credentials/headers.js';
import { cloudflareHost } from '../../../cloudflare/http/hosts.js';
import type { SourceFile, Value } from '../../../source/model.js';
import { perFile } from '../../../source/memoized.js';
import { covering } from '../../../source/span.js';
import { alternatives } from '../../../source/values.js';
import { type Destination, destination } from '../destination.js';
import type { Request } from '../request.js';
import { requests, urlHeads } from '../requests.js';
import { headersByCalls, type HeaderSet, headerSets } from './header-sets.js';
import type { Header } from '../header-table.js';
import { comparedBy, isLog, mayBeSent } from './unsent.js';

/** A place that sets a header which carries a Cloudflare credential, or may carry one. */
export interface AuthHeader extends Header {
  readonly carries: CredentialHeader;
  /** All headers that are sent with it, as far as they are known. */
  readonly together: readonly Header[];
  /** Whether `together` is complete. */
  readonly closed: boolean;
  /** The requests of this file that are known to send it. */
  readonly requests: readonly Request[];
  /** Where it is sent; `'unknown'` if no request is known, or its host cannot be determined. */
  readonly destination: Destination;
}

/** Returns every place where a file sets a credential header. */
export const headers = perFile((file: SourceFile): readonly AuthHeader[] => {
  const whereNamed = namedBy(headersByCalls(file), file.text);
  const sent = requests(file).map((request): SentSet => ofRequest(request, whereNamed));
  const sets: readonly SentSet[] = [...sent, ...headerSets(file)];
  const found = new Map<string, Draft>();
  const isCompared = covering(file.calls.flatMap((call) => comparedBy(call, file)));
  const isWritten = covering(file.calls.filter(isLog).map(({ at }) => at));
  for (const { together, closed, request, isLine, isRecorded } of sets) {
    for (const header of together) {
      const carries = credentialHeaders.get(header.name);
      if (!carries || !mayBeSent(header.value) || isCompared(header.at) || (!request && isWritten(header.at))) continue;
      const place = [header.nameAt.start, header.name].join(' ');
      const known = found.get(place);
      if (known && isLine) continue;
      // A shared, mutable list: thousands of requests may send one table of headers.
      const senders = known?.requests ?? [];
      if (request) senders.push(request);
      const isForOthers = request !== undefined && destinationIn(request, header) === 'other';
      found.set(place, {
        ...header,
        ...(known?.scheme !== undefined && { scheme: known.scheme }),
        // The value that a helper sends to another service is not a value that it sends to Cloudflare.
        value: known?.isForOthers === isForOthers ? either(known.value, header.value) : isForOthers && known ? known.value : header.value,
        isForOthers: isForOthers && (known?.isForOthers ?? true),
        carries,
        // A request knows more of the headers that are sent together than the table alone.
        together: known && known.together.length >= together.length ? known.together : together,
        // A request knows all headers that it sends; a place that only sets a header knows no others.
        closed: known && !request && known.requests.length > 0 ? known.closed : (known?.closed ?? true) && closed,
        maybe: header.maybe && (known?.maybe ?? true),
        requests: senders,
        isRecorded: isRecorded ?? known?.isRecorded,
      });
    }
  }
  return [...found.values()]
    .map(({ isRecorded, isForOthers, ...header }) => ({
      ...header,
      destination: isRecorded ? ('cloudflare' as const) : isForOthers ? ('other' as const) : destinationOf(header),
    }))
    .sort((one, other) => one.nameAt.start - other.nameAt.start);
});

/** Returns where a request takes a header: Cloudflare may forward it to another service. */
function destinationIn(request: Request, { name }: Header): Destination {
  const heads = name === 'authorization' ? urlHeads(request) : [];
  return heads.length > 0 && heads.every(({ host }) => cloudflareHost(host)?.forwards) ? 'other' : destination(request);
}

/** A header whose requests are still being collected. */
type Draft = Omit<AuthHeader, 'destination' | 'requests'> &
  Pick<HeaderSet, 'isRecorded'> & { readonly requests: Request[]; readonly isForOthers: boolean };

/** Headers that are sent together, and the request that sends them if it is known. */
interface SentSet extends HeaderSet {
  readonly request?: Request;
}

function ofRequest(request: Request, whereNamed: (header: Header) => Header): SentSet {
  return { together: request.headers.map(whereNamed), closed: !request.headersOpen, request };
}

/**
 * Returns a function that moves a header to where its name is written: a builder has `this.headers[name] = value`, its callers
 * `.header('X-Auth-Key', key)`.
 */
function namedBy(calls: readonly HeaderSet[], text: string): (header: Header) => Header {
  const idOf = ({ name, value }: Header): string => [name, value.at.start].join(' ');
  const named = new Map(calls.flatMap(({ together }) => together.map((header) => [idOf(header), header] as const)));
  return (header) => {
    const { start, end } = header.nameAt;
    const isNamed = named.size === 0 || text.slice(start, end).toLowerCase().includes(header.name);
    const { at, nameAt } = (isNamed ? undefined : named.get(idOf(header))) ?? header;
    return { ...header, at, nameAt };
  };
}

/** Merges the values that different calls of a helper give to one header. */
function either(one: Value, other: Value): Value {
  const options = [...new Set([...alternatives(one), ...alternatives(other)])];
  return options.length === 1 ? one : { kind: 'choice', options, at: one.at };
}

function destinationOf(header: Header & { readonly requests: readonly Request[] }): Destination {
  const all = header.requests.map((request) => destinationIn(request, header));
  if (all.includes('cloudflare')) return 'cloudflare';
  return all.length > 0 && all.every((each) => each === 'other') ? 'other' : 'unknown';
}
