import { type CredentialHeader, credentialHeaders } from '../../../cloudflare/credentials/headers.js';
import type { SourceFile, Value } from '../../../source/model.js';
import { alternatives, covering, perFile } from '../../../source/values.js';
import { type Destination, destination } from '../destination.js';
import type { Request } from '../request.js';
import { requests } from '../requests.js';
import { headersByCalls, type HeaderSet, headerSets } from './header-sets.js';
import type { Header } from '../header-table.js';
import { comparedBy, isLog, mayBeSent } from './unsent.js';

/** A header that carries a Cloudflare credential, or may: a place in the source where one is given a value. */
export interface AuthHeader extends Header {
  readonly carries: CredentialHeader;
  /** All headers it is sent with, as far as they can be seen. */
  readonly together: readonly Header[];
  /** Whether `together` is all there is. */
  readonly closed: boolean;
  /** The requests of this file that are seen to send it. */
  readonly requests: readonly Request[];
  /** Where it goes; `'unknown'` if no request is seen, or its host cannot be told. */
  readonly destination: Destination;
}

/** Every place where a file gives a credential header its value. */
export const headers = perFile((file: SourceFile): readonly AuthHeader[] => {
  const whereNamed = namedBy(headersByCalls(file), file.text);
  const sent = requests(file).map((request): SentSet => ofRequest(request, whereNamed));
  const sets: readonly SentSet[] = [...sent, ...headerSets(file)];
  const found = new Map<string, Draft>();
  const isCompared = covering(file.calls.flatMap((call) => comparedBy(call, file.text)));
  const isWritten = covering(file.calls.filter(isLog).map(({ at }) => at));
  for (const { together, closed, request, isLine, isRecorded } of sets) {
    for (const header of together) {
      const carries = credentialHeaders.get(header.name);
      if (!carries || !mayBeSent(header.value) || isCompared(header.at) || (!request && isWritten(header.at))) continue;
      const place = [header.nameAt.start, header.name].join(' ');
      const known = found.get(place);
      if (known && isLine) continue;
      // One list for all requests that send it: thousands may share one table of headers.
      const senders = known?.requests ?? [];
      if (request) senders.push(request);
      const isForOthers = request !== undefined && destination(request) === 'other';
      found.set(place, {
        ...header,
        ...(known?.scheme !== undefined && { scheme: known.scheme }),
        // What a helper sends to another service is none of what it sends to Cloudflare.
        value: known?.isForOthers === isForOthers ? either(known.value, header.value) : isForOthers && known ? known.value : header.value,
        isForOthers: isForOthers && (known?.isForOthers ?? true),
        carries,
        // A request sees more of what is sent together than the table alone.
        together: known && known.together.length >= together.length ? known.together : together,
        // A request sees all that it sends; where just a header is set, nothing else is seen.
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
      destination: isRecorded ? ('cloudflare' as const) : isForOthers ? ('other' as const) : destinationOf(header.requests),
    }))
    .sort((one, other) => one.nameAt.start - other.nameAt.start);
});

/** A header of which not all requests are known yet. */
type Draft = Omit<AuthHeader, 'destination' | 'requests'> &
  Pick<HeaderSet, 'isRecorded'> & { readonly requests: Request[]; readonly isForOthers: boolean };

/** Headers that are sent together, with the request if it is seen. */
interface SentSet extends HeaderSet {
  readonly request?: Request;
}

function ofRequest(request: Request, whereNamed: (header: Header) => Header): SentSet {
  return { together: request.headers.map(whereNamed), closed: !request.headersOpen, request };
}

/** Gives a header the place where its name is written: a builder writes `this.headers[name] = value`, and its callers `.header('X-Auth-Key', key)`. */
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

/** A helper's header has a value for each of its calls. */
function either(one: Value, other: Value): Value {
  const options = [...new Set([...alternatives(one), ...alternatives(other)])];
  return options.length === 1 ? one : { kind: 'choice', options, at: one.at };
}

function destinationOf(senders: readonly Request[]): Destination {
  const all = senders.map(destination);
  if (all.includes('cloudflare')) return 'cloudflare';
  return all.length > 0 && all.every((each) => each === 'other') ? 'other' : 'unknown';
}
