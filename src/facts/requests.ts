import { type HttpClient, httpClients, insecureSettings, optionNames, type Signature } from '../cloudflare/http-clients.js';
import { type UrlHead, urlHead } from '../cloudflare/hosts.js';
import type { Call, Name, Slot, SourceFile, Span, Table, Text, Value } from '../source.js';
import { alternatives, get, given, literal, perFile, shape, textsOf } from '../values.js';
import { type Header, headersOf } from './header-table.js';

/** A request that a program sends, whatever client sends it. */
export interface Request {
  /** The row of the client: `fetch`, `axios` … */
  readonly client: string;
  /** Whether these are the defaults of an instance (`axios.create`), which its requests repeat, rather than a request. */
  readonly isDefaults: boolean;
  /** Whether the client rejects when the answer is not 2xx. */
  readonly throws: boolean;
  readonly at: Span;
  readonly calleeAt: Span;
  /** In capitals; `'unknown'` if it is given but cannot be told. */
  readonly method: Slot<string>;
  /** What the URL may be, base URL joined; empty if nothing of it is known. */
  readonly urls: readonly Text[];
  readonly headers: readonly Header[];
  /** Whether it may send headers that cannot be seen. */
  readonly headersOpen: boolean;
  readonly body: Slot;
  /** Where the check of the server's certificate is switched off for it. */
  readonly insecureTls: readonly Span[];
}

/** The scheme, host and path of each URL that a request may have, as far as they can be told. */
export function heads(request: Request): readonly UrlHead[] {
  return request.urls.flatMap((url) => urlHead(shape(url)) ?? []);
}

/** The requests of a file; those of its own wrapper functions once as written and once for every call of the wrapper. */
export const requests = perFile((file: SourceFile): readonly Request[] => {
  const chained = chains(file.calls);
  const found: Request[] = [];
  const visit = (call: Call, depth: number): void => {
    const request = requestOf(call, chained);
    if (request) found.push(request);
    if (depth > 0) for (const inner of call.inside) visit(inner, depth - 1);
  };
  for (const call of file.calls) visit(call, 1);
  return found;
});

interface Reached {
  readonly id: string;
  readonly client: HttpClient;
  /** What is called, below the client. */
  readonly path: string;
  /** Options that earlier calls have set, nearest last. */
  readonly defaults: readonly Table[];
}

/** A client is made through no more calls than this; a variable that is assigned a call on itself has no end of them. */
const MOST_CALLS = 8;

/** Which client a name leads to. */
function reached(name: Name, calls = 0): Reached | undefined {
  if (name.of) return calls < MOST_CALLS ? throughCall(name, name.of, calls + 1) : undefined;
  for (const [id, client] of Object.entries(httpClients)) {
    const path = pathBelow(name, client);
    if (path) return { id, client, path: path.join('.'), defaults: [] };
  }
  return undefined;
}

function pathBelow(name: Name, client: HttpClient): readonly string[] | undefined {
  if (name.module !== undefined) return client.modules?.includes(name.module) ? name.path : undefined;
  if (name.type) return hasType(name.type.name, client) ? name.type.below : undefined;
  if (name.local) return undefined;
  const [head = '', ...rest] = name.path;
  return client.globals?.includes(head) ? rest : undefined;
}

function hasType(type: Name, client: HttpClient): boolean {
  const own = type.path.at(-1) ?? type.module ?? '';
  return client.types?.some((each) => each === own || each === `${type.module ?? ''}#${own}`) ?? false;
}

/** `axios.create(…).get`, `new XMLHttpRequest().open`, `inject(HttpClient).get`. */
function throughCall(name: Name, call: Call, calls: number): Reached | undefined {
  const { callee } = call;
  if (callee.kind !== 'name') return undefined;
  const injected = call.arguments[0];
  const type = call.new ? callee : callee.path.at(-1) === 'inject' && injected?.kind === 'name' ? injected : undefined;
  if (type) {
    for (const [id, client] of Object.entries(httpClients))
      if (hasType(type, client)) return { id, client, path: name.path.join('.'), defaults: [] };
  }
  const origin = reached(callee, calls);
  const factory = origin?.client.factories?.[origin.path];
  if (!origin || factory === undefined) return undefined;
  const options = call.arguments[factory];
  return { ...origin, path: name.path.join('.'), defaults: [...origin.defaults, ...tablesOf(options)] };
}

function tablesOf(value: Value | undefined): readonly Table[] {
  return value ? alternatives(value).filter((option) => option.kind === 'table') : [];
}

function requestOf(call: Call, chained: Chains): Request | undefined {
  if (call.callee.kind !== 'name') return undefined;
  const to = reached(call.callee);
  const factory = to?.client.factories?.[to.path];
  const signature = to && (factory === undefined ? signatureOf(to) : { options: factory });
  if (!to || !signature) return undefined;
  const first = signature.url === undefined ? undefined : call.arguments[signature.url];
  const firstTables = tablesOf(first);
  const options = [
    ...to.defaults,
    ...firstTables,
    ...(signature.options === undefined ? [] : tablesOf(call.arguments[signature.options])),
    ...initOf(first),
  ];
  if (first === undefined && options.length === 0) return undefined;
  const chain = chained.get(to.id === 'XMLHttpRequest' && call.callee.of ? call.callee.of : call) ?? [];
  const headers = headersIn(options, chain);
  return {
    client: to.id,
    isDefaults: factory !== undefined,
    throws: to.client.throws,
    at: call.at,
    calleeAt: call.calleeAt,
    method: methodOf(call, signature, options),
    get urls() {
      return urlsOf(to, first, options);
    },
    headers: headers.found,
    headersOpen: headers.open,
    body: (signature.body === undefined ? undefined : call.arguments[signature.body]) ?? option(options, optionNames.body),
    get insecureTls() {
      return options.flatMap((table) => insecureIn(table, 2));
    },
  };
}

function signatureOf({ client, path }: Reached): Signature | undefined {
  return Object.hasOwn(client.calls, path) ? client.calls[path] : undefined;
}

/** `fetch(new Request(url, init))`: the init of the request object. */
function initOf(first: Value | undefined): readonly Table[] {
  return first?.kind === 'call' && isRequestObject(first) ? tablesOf(first.arguments[1]) : [];
}

function isRequestObject(call: Call): boolean {
  return call.new && call.callee.kind === 'name' && call.callee.path.join('.') === 'Request';
}

/** The option of the last table that has it. */
function option(options: readonly Table[], names: readonly string[]): Slot {
  let open = false;
  for (const table of [...options].reverse()) {
    const slot = get(table, ...names);
    if (slot === 'unknown') open = true;
    else if (slot !== 'absent') return slot;
  }
  return open ? 'unknown' : 'absent';
}

function methodOf(call: Call, signature: Signature, options: readonly Table[]): Slot<string> {
  if (signature.method !== undefined) return signature.method;
  const positional = signature.methodAt === undefined ? undefined : call.arguments[signature.methodAt];
  const slot = positional ?? option(options, optionNames.method);
  if (typeof slot === 'string') return slot === 'absent' ? 'GET' : slot;
  return literal(slot)?.toUpperCase() ?? 'unknown';
}

function urlsOf(to: Reached, first: Value | undefined, options: readonly Table[]): readonly Text[] {
  const direct = first?.kind === 'call' && isRequestObject(first) ? first.arguments[0] : first;
  const optional = given(option(options, optionNames.url));
  const urls = direct && direct.kind !== 'table' ? textsOf(direct) : optional ? textsOf(optional) : [];
  const base = to.client.base && given(option(options, to.client.base));
  const bases = base ? textsOf(base) : [];
  if (bases.length > 0)
    return urls.length === 0 ? bases : bases.flatMap((text) => urls.map((url) => (urlHead(shape(url)) ? url : appended(text, url))));
  return urls.length > 0 ? urls : options.flatMap((table) => addressed(table, to.client.scheme ?? 'https'));
}

function appended(base: Text, url: Text): Text {
  const [end, start] = [shape(base).endsWith('/'), shape(url).startsWith('/')];
  if (end || start) return { ...url, parts: [...base.parts, ...url.parts] };
  return { ...url, parts: [...base.parts, { kind: 'piece', text: '/', at: url.at, exact: false }, ...url.parts] };
}

/** `{ protocol, hostname, port, path }`, as Node's own clients take them. */
function addressed(table: Table, scheme: string): readonly Text[] {
  const host = given(get(table, 'hostname', 'host'));
  if (!host) return [];
  const protocol = given(get(table, 'protocol'));
  const path = given(get(table, 'path', 'pathname'));
  const piece = (text: string, at: Span) => ({ kind: 'piece' as const, text, at, exact: false });
  return textsOf(host).map((text) => {
    const head = protocol ? [...partsOf(protocol), piece('//', protocol.at)] : [piece(`${scheme}://`, text.at)];
    return { ...text, parts: [...head, ...text.parts, ...(path ? partsOf(path) : [])] };
  });
}

function partsOf(value: Value): Text['parts'] {
  return textsOf(value)[0]?.parts ?? [{ kind: 'hole', value, at: value.at }];
}

function headersIn(options: readonly Table[], chain: readonly Link[]): { readonly found: readonly Header[]; readonly open: boolean } {
  const found: Header[] = [];
  let { open } = { open: options.some((table) => table.open) };
  for (const table of options) {
    const slot = get(table, ...optionNames.headers);
    if (slot === 'unknown') open = true;
    const value = given(slot);
    if (value) {
      const headers = headersOf(value);
      found.push(...headers.found);
      open ||= headers.open;
    }
    const auth = given(get(table, 'auth'));
    const bearer = auth?.kind === 'table' ? given(get(auth, 'bearer')) : undefined;
    if (bearer) found.push({ name: 'authorization', nameAt: bearer.at, value: bearer, at: bearer.at, scheme: 'Bearer', maybe: false });
  }
  for (const link of chain) found.push(...link.headers);
  return { found, open: open || chain.some((link) => link.open) };
}

interface Link {
  readonly headers: readonly Header[];
  readonly open: boolean;
}

type Chains = ReadonlyMap<Call, readonly Link[]>;

/** `.set('X-Auth-Key', key)`, `.setRequestHeader(…)`, `.auth(token, { type: 'bearer' })`: what later calls add to a request. */
function chains(calls: readonly Call[]): Chains {
  const found = new Map<Call, Link[]>();
  for (const call of calls) {
    const method = call.callee.kind === 'name' && call.callee.of ? call.callee.path.at(-1) : undefined;
    if (method === undefined || call.callee.kind !== 'name' || !chainMethods.has(method)) continue;
    let root = call.callee.of;
    for (let calls = 0; calls < MOST_LINKS && root?.callee.kind === 'name' && root.callee.of && isLink(root.callee); calls += 1)
      root = root.callee.of;
    if (!root) continue;
    found.set(root, [...(found.get(root) ?? []), linkOf(call, method)]);
  }
  return found;
}

/** Requests are not described in more calls than this. */
const MOST_LINKS = 20;

function isLink(name: Name): boolean {
  return chainMethods.has(name.path.at(-1) ?? '');
}

const chainMethods = new Set(Object.values(httpClients).flatMap((client) => Object.keys(client.chain ?? {})));

function linkOf(call: Call, method: string): Link {
  const [first, second] = call.arguments;
  if (method === 'auth' && first) {
    const headers =
      second && second.kind !== 'table'
        ? []
        : [{ name: 'authorization', nameAt: call.calleeAt, value: first, at: call.at, maybe: false, ...(second && { scheme: 'Bearer' }) }];
    return { headers, open: false };
  }
  if ((method !== 'set' && method !== 'setRequestHeader' && method !== 'headers') || !first) return { headers: [], open: false };
  if (!second) {
    const { found, open } = headersOf(first);
    return { headers: found, open };
  }
  const name = literal(first);
  return name === undefined
    ? { headers: [], open: true }
    : { headers: [{ name: name.toLowerCase(), nameAt: first.at, value: second, at: call.at, maybe: false }], open: false };
}

/** Settings that switch the check of certificates off, in the options or in the agent they name. */
export function insecureIn(table: Table, depth: number): readonly Span[] {
  const own = table.entries.filter(
    ({ key, value }) => Object.hasOwn(insecureSettings, key) && value.kind === 'opaque' && value.value === insecureSettings[key],
  );
  if (depth === 0) return own.map(({ at }) => at);
  const agents = table.entries.filter(({ key }) => (optionNames.agents as readonly string[]).includes(key));
  const nested = agents.flatMap(({ value }) =>
    alternatives(value).flatMap((option) => (option.kind === 'call' ? option.arguments : [option])),
  );
  return [...own.map(({ at }) => at), ...nested.flatMap((value) => tablesOf(value).flatMap((each) => insecureIn(each, depth - 1)))];
}
