import { isExampleHost, isOwnHost, messengers } from '../../cloudflare/http/hosts.js';
import { isDocumentedVariable } from '../../cloudflare/credentials/names.js';
import { words } from '../../cloudflare/credentials/words.js';
import type { Call, SourceFile, Span, Value } from '../../source/model.js';
import { isInOtherFile } from '../../source/span.js';
import { perFile } from '../../source/memoized.js';
import { presentValue } from '../../source/values.js';
import { isSecretHeader, leaves } from '../credentials/sent-credentials.js';
import { type Exposure, exposureOf } from './exposure.js';
import { type Flow, flows, passedAt, placeIn } from './flows.js';
import { asksForCloudflare, destination } from '../requests/destination.js';
import type { Header } from '../requests/header-table.js';
import type { Request } from '../requests/request.js';
import { urlHeads, requests } from '../requests/requests.js';

/** Returns requests with a Cloudflare credential in their URL, or to a host that is not Cloudflare's. */
export const requestDisclosures = perFile((file: SourceFile): readonly Exposure[] => {
  const flowsOf = flows(file);
  let callAt: ReadonlyMap<number, Call> | undefined;
  const callersOf = ({ through, passing = [] }: Request): readonly Call[] => {
    if (!through) return [];
    const known = (callAt ??= new Map(file.calls.map((call) => [call.calleeAt.start, call])));
    return [through, ...passing].flatMap(({ start }) => known.get(start) ?? []);
  };
  return requests(file).flatMap((request) => [...inUrl(request, flowsOf), ...sentToOthers(request, callersOf, flowsOf)]);
});

function inUrl(request: Request, flowsOf: (value: Value) => readonly Flow[]): readonly Exposure[] {
  const values: readonly Value[] = [...request.urls, ...request.query];
  return values.flatMap((value) =>
    flowsOf(value)
      .filter((flow) => isIn(value, flow))
      .map((flow) =>
        exposureOf(flow, placeOr(addedAt(value, flow) ?? request.calleeAt, request.at, flow), 'url', hostOf(request) ?? request.client),
      ),
  );
}

/** Returns where a credential is added to a URL after the URL was created: `url.searchParams.set('token', token)`. */
function addedAt({ kind, at }: Value, { way: [first] }: Flow): Span | undefined {
  return kind === 'text' && first && first.start > at.end ? first : undefined;
}

/** Whether a credential is part of a URL. A URL that consists of one secret (a deploy hook) has to be requested. */
function isIn(value: Value, { source }: Flow): boolean {
  return value.kind !== 'text' || value.parts.length > 1 || !/hook|url/i.test(source.variable);
}

function sentToOthers(
  request: Request,
  callersOf: (request: Request) => readonly Call[],
  flowsOf: (value: Value) => readonly Flow[],
): readonly Exposure[] {
  const isToOther = destination(request) === 'other';
  const host = isToOther ? hostOf(request) : messengerIn(request);
  if (host === undefined || (isToOther && isOwnHost(host))) return [];
  const headers = isExampleHost(host) ? [] : request.headers.filter(({ name }) => !name.startsWith('cf-access-'));
  const body = presentValue(request.body);
  return [
    ...(asksForCloudflare(request) ? headers.flatMap((header) => forwarded(header, host, flowsOf)) : []),
    // A header authenticates to that host. Only a name that is certainly Cloudflare's shows that the value is not the host's own.
    ...headers.flatMap(({ value, at }) =>
      flowsOf(value)
        .filter(({ source }) => source.named && isDocumentedVariable(source.variable))
        .map((flow) => exposureOf(flow, placeIn(at, flow), 'elsewhere', host)),
    ),
    ...(body ? flowsOf(body) : [])
      .filter(
        ({ source }) =>
          !isSelfAddressed(source.variable) && (!isExampleHost(host) || (source.named && isDocumentedVariable(source.variable))),
      )
      .map((flow) => {
        const passed = passedAt(callersOf(request), flow, flowsOf);
        return exposureOf(flow, passed ?? placeOr(holderIn(flow) ?? request.calleeAt, request.at, flow), 'elsewhere', host);
      }),
  ];
}

/** Returns credentials in requests that a host forwards to Cloudflare, other than those that are known by their names: it gets to know them. */
function forwarded({ name, value, at }: Header, host: string, flowsOf: (value: Value) => readonly Flow[]): readonly Exposure[] {
  if (!isSecretHeader(name) || isInOtherFile(at) || flowsOf(value).some(({ source }) => source.named)) return [];
  return leaves(value).length > 0 ? [{ at, how: 'elsewhere', variable: name, by: host, revealed: Infinity }] : [];
}

/** Returns where in this file a credential is put into the object that holds it. */
function holderIn({ way }: Flow): Span | undefined {
  return way.filter((at) => !isInOtherFile(at)).at(-2);
}

/** Whether a name is that of a secret shared between a user's own programs. */
function isSelfAddressed(variable: string): boolean {
  return (
    !isDocumentedVariable(variable) &&
    words(variable).some((word) => /^(?:workers?|webhook|proxy|origin|internal|relay|callback)$/.test(word))
  );
}

/** Returns the innermost place of a flow inside `outer`, or `otherwise` if there is none. */
function placeOr(otherwise: Span, outer: Span, flow: Flow): Span {
  const inner = placeIn(outer, flow);
  return inner === outer ? otherwise : inner;
}

/** Returns the variable that holds the URL of a messenger's webhook. */
function messengerIn({ urls }: Request): string | undefined {
  const [first] = urls[0]?.parts ?? [];
  const name = first?.kind === 'hole' && first.value.kind === 'name' ? (first.value.path.at(-1) ?? '') : '';
  const said = words(name);
  return said.some((word) => messengers.has(word)) && said.some((word) => addresses.has(word)) ? name : undefined;
}

const addresses = new Set(['webhook', 'hook', 'url', 'uri', 'endpoint']);

function hostOf(request: Request): string | undefined {
  const [host] = urlHeads(request).map((head) => head.host);
  return host === undefined || host === '' || host.includes('{}') ? undefined : host;
}
