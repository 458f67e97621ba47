import type { Arguments, HttpClient } from '../../cloudflare/http/http-client.js';
import { httpClients } from '../../cloudflare/http/http-clients.js';
import type { Call, Name, SourceFile, Span, Value } from '../../source/model.js';
import { alternatives, perFile } from '../../source/values.js';
import { imported } from '../program/imports.js';

/** A call that makes something: what it is given holds for all requests of what it makes. */
export interface ClientCreation {
  readonly call: Call;
  readonly is: Arguments;
}

/** An HTTP client, or an object that one has made, and the member of it that is named. */
export interface ClientInstance {
  /** The client's row. */
  readonly id: string;
  readonly client: HttpClient;
  /** The member: `['get']` in `axios.create(…).get`. */
  readonly path: readonly string[];
  /** The calls it was made by, first to last. */
  readonly made: readonly ClientCreation[];
  /** The objects that others may add to, so that its requests send more: the client itself, what was made of it, the request. */
  readonly objects: readonly string[];
  /** Whether it is what a request gives: the request too where more may be said of that, or just its answer. */
  readonly isSent?: true;
}

/** What an object is known by: the place where it is made. */
export function objectKey(at: Span): string {
  return [at.start, at.end].join(' ');
}

/** Chains of calls are followed back no further than this. */
const MOST_LINKS = 100;

/** Gives all senders that a name of this file may lead to. */
export const clientInstances = perFile((file: SourceFile): ((name: Name) => readonly ClientInstance[]) => {
  const known = new WeakMap<Call, readonly ClientInstance[]>();
  const modules = (): ReadonlySet<string> => imported(file);

  // Globals of JavaScript are functions of others elsewhere, such as Ruby's `fetch(:setting)`.
  const isHere = ({ client: { languages, globals } }: ClientInstance): boolean =>
    languages?.includes(file.language) ?? !(globals && elsewhere.has(file.language));

  const leadTo = (name: Name, links = 0): readonly ClientInstance[] => {
    const found = name.of ? made(name.of, name.path, links) : rowsOf(name, modules).filter(isHere);
    return found.length > 0 ? found : rowsOfMethod(name).filter(isHere);
  };

  const made = (call: Call, path: readonly string[], links: number): readonly ClientInstance[] => {
    if (links > MOST_LINKS) return [];
    const senders = known.get(call) ?? madeBy(call, links + 1);
    known.set(call, senders);
    return senders.map((sender) => ({ ...sender, path }));
  };

  const madeBy = (call: Call, links: number): readonly ClientInstance[] => {
    const { callee } = call;
    if (callee.kind !== 'name') return [];
    return [...ofClass(call, callee), ...leadTo(callee, links).flatMap((sender) => further(sender, call))];
  };

  return leadTo;
});

/** Gives what the first argument of a call is that a client has made: the request of which `builder.header(…).build()` is the last link. */
export const instancesIn = perFile((file: SourceFile): ((call: Call) => readonly ClientInstance[]) => {
  if (!handedOver.has(file.language)) return () => [];
  const leadTo = clientInstances(file);
  const ofOne = (value: Value): readonly ClientInstance[] => {
    // A member of what the call gives, whatever its name, leads to what made it.
    const name = value.kind === 'call' ? ({ kind: 'name', path: [], of: value, at: value.at } as const) : value;
    const found = name.kind === 'name' && name.of ? leadTo(name) : [];
    return found.filter(({ made, isSent }) => made.length > 0 && !isSent);
  };
  return ({ arguments: [value] }) =>
    (value ? alternatives(value) : []).flatMap((option) =>
      option.kind === 'table' ? option.entries.flatMap((entry) => ofOne(entry.value)) : ofOne(option),
    );
});

/** What a call of a client's function gives. */
function further(sender: ClientInstance, call: Call): readonly ClientInstance[] {
  const { client, made, objects } = sender;
  const member = sender.path.join('.');
  const object = objectKey(call.at);
  const is = at(client.makes, member);
  if (is) return [{ ...sender, made: [...made, { call, is }], objects: [...objects, object] }];
  if (at(client.calls, member)) return [{ ...sender, objects: [...objects, object], isSent: true }];
  // `.set(…)`, `.on(…)` give the request that they are called on.
  return client.adds && objects.length > 1 ? [sender] : [];
}

/** The entry of a table of functions. */
export function at<T>(functions: Readonly<Record<string, T>> | undefined, path: string): T | undefined {
  return functions && Object.hasOwn(functions, path) ? functions[path] : undefined;
}

/** `new XMLHttpRequest()`, `inject(HttpClient)`. */
function ofClass(call: Call, callee: Name): readonly ClientInstance[] {
  const first = call.new ? callee : call.arguments[0];
  const type = first?.kind === 'name' ? first : undefined;
  return (type ? rowsOfClass(type) : []).map(([id, client]) => {
    const is = call.new ? at(client.makes, '') : undefined;
    return { id, client, path: [], made: is ? [{ call, is }] : [], objects: [id, objectKey(call.at)] };
  });
}

type Row = readonly [id: string, client: HttpClient];

function rowsOf(name: Name, modules: () => ReadonlySet<string>): readonly ClientInstance[] {
  const { module, type, local, path } = name;
  const sender = ([id, client]: Row, below: readonly string[]): ClientInstance => ({ id, client, path: below, made: [], objects: [id] });
  if (module !== undefined) return (byModule.get(module) ?? []).map((row) => sender(row, path));
  if (type) return rowsOfClass(type.name).map((row) => sender(row, type.below));
  if (!local) return (byGlobal.get(path[0] ?? '') ?? []).map((row) => sender(row, path.slice(1)));
  return [1, 2].flatMap((count) =>
    (byParameter.get(path.slice(0, count).join('.')) ?? [])
      .filter(([, client]) => client.modules?.some((each) => modules().has(each)) ?? true)
      .map((row) => sender(row, path.slice(count))),
  );
}

/** Clients whose functions are known by their names: `anything.PostAsync(…)`. */
function rowsOfMethod({ path, of }: Name): readonly ClientInstance[] {
  const method = path.at(-1);
  if (method === undefined || (path.length < 2 && !of)) return [];
  return (byMethod.get(method) ?? []).map(([id, client]) => ({ id, client, path: [method], made: [], objects: [id] }));
}

function rowsOfClass({ module = '', path }: Name): readonly Row[] {
  return byClass.get(`${module}#${path.at(-1) ?? ''}`) ?? [];
}

function index(keys: (client: HttpClient) => readonly string[] | undefined): ReadonlyMap<string, readonly Row[]> {
  const rows = new Map<string, Row[]>();
  for (const row of Object.entries(httpClients)) {
    for (const key of keys(row[1]) ?? []) rows.set(key, [...(rows.get(key) ?? []), row]);
  }
  return rows;
}

const byModule = index((client) => client.modules);
const byGlobal = index((client) => client.globals);
const byClass = index((client) => client.classes);
const byMethod = index(({ anyObject, calls, makes }) => (anyObject ? Object.keys({ ...makes, ...calls }) : []));
const byParameter = index((client) => client.parameters);
/** Languages with clients of their own. */
const elsewhere = new Set(Object.values(httpClients).flatMap(({ languages = [] }) => languages));
/** Languages with clients whose requests are given to functions. */
const handedOver = new Set(Object.values(httpClients).flatMap(({ languages = [], senders, given }) => (senders || given ? languages : [])));
