import type { Arguments, HttpClient } from '../../cloudflare/http/http-client.js';
import { httpClients } from '../../cloudflare/http/http-clients.js';
import type { Call, Name, SourceFile, Span, Value } from '../../source/model.js';
import { perFile } from '../../source/memoized.js';
import { alternatives } from '../../source/values.js';
import { imported } from '../program/imports.js';

/** A call that creates an object whose requests all use the arguments of the call. */
export interface ClientCreation {
  readonly call: Call;
  readonly is: Arguments;
}

/** An HTTP client, or an object that one has created, with the member of it that is accessed. */
export interface ClientInstance {
  /** The key of the client's row. */
  readonly id: string;
  readonly client: HttpClient;
  /** The member: `['get']` in `axios.create(…).get`. */
  readonly path: readonly string[];
  /** The calls that created it, first to last. */
  readonly made: readonly ClientCreation[];
  /** The objects through which more can be added to its requests: the client itself, what was created from it, the request. */
  readonly objects: readonly string[];
  /** A key of the object that a method is called on, where the method alone identifies the client. */
  readonly receiver?: string | undefined;
  /** Whether it is the result of a request: the request itself where it can still be extended, or just its response. */
  readonly isSent?: true;
}

/** Returns the identity of an object: the place where it is created. */
export function objectKey(at: Span): string {
  return [at.start, at.end].join(' ');
}

/** Longest chain of calls that is walked back. */
const MAX_LINKS = 100;

/** Returns a function from a name of this file to all clients it may refer to. */
export const clientInstances = perFile((file: SourceFile): ((name: Name) => readonly ClientInstance[]) => {
  const known = new WeakMap<Call, readonly ClientInstance[]>();
  const modules = (): ReadonlySet<string> => imported(file);

  // JavaScript's globals are other functions in other languages, such as Ruby's `fetch(:setting)`.
  const isHere = ({ client: { languages, globals } }: ClientInstance): boolean =>
    languages?.includes(file.language) ?? !(globals && elsewhere.has(file.language));

  const leadTo = (name: Name, links = 0): readonly ClientInstance[] => {
    const found = name.of ? made(name.of, name.path, links) : rowsOf(name, modules).filter(isHere);
    return found.length > 0 ? found : [...rowsOfMethod(name), ...rowsOfMember(name)].filter(isHere);
  };

  const made = (call: Call, path: readonly string[], links: number): readonly ClientInstance[] => {
    if (links > MAX_LINKS) return [];
    const senders = known.get(call) ?? madeBy(call, links + 1);
    known.set(call, senders);
    return senders.map((sender) => ({ ...sender, path }));
  };

  const madeBy = (call: Call, links: number): readonly ClientInstance[] => {
    const { callee } = call;
    if (callee.kind !== 'name') return [];
    const given = (sender: ClientInstance): readonly ClientCreation[] =>
      call.arguments.flatMap((value) => creationsOf(value, sender, links));
    return [...ofClass(call, callee), ...leadTo(callee, links).flatMap((sender) => further(sender, call, given))];
  };

  /** The calls that created an instance of the same client: `auth` in `got.extend(auth, { prefixUrl })`. */
  const creationsOf = (value: Value, { id }: ClientInstance, links: number): readonly ClientCreation[] =>
    value.kind === 'call' ? made(value, [], links).flatMap((each) => (each.id === id && !each.isSent ? each.made : [])) : [];

  return leadTo;
});

/** Returns a function from a call to the client objects in its first argument: the request that ends in `builder.header(…).build()`. */
export const instancesIn = perFile((file: SourceFile): ((call: Call) => readonly ClientInstance[]) => {
  if (!handedOver.has(file.language)) return () => [];
  const leadTo = clientInstances(file);
  const ofOne = (value: Value): readonly ClientInstance[] => {
    // Any member of the call's result leads to what created it, whatever its name.
    const name = value.kind === 'call' ? ({ kind: 'name', path: [], of: value, at: value.at } as const) : value;
    const found = name.kind === 'name' && name.of ? leadTo(name) : [];
    return found.filter(({ made, isSent }) => made.length > 0 && !isSent);
  };
  return ({ arguments: [value] }) =>
    (value ? alternatives(value) : []).flatMap((option) =>
      option.kind === 'table' ? option.entries.flatMap((entry) => ofOne(entry.value)) : ofOne(option),
    );
});

/** Returns what a call of a client's function results in. */
function further(
  sender: ClientInstance,
  call: Call,
  givenTo: (sender: ClientInstance) => readonly ClientCreation[],
): readonly ClientInstance[] {
  const { client, made, objects } = sender;
  const member = sender.path.join('.');
  const object = objectKey(call.at);
  const is = at(client.makes, member);
  if (is) {
    const given = givenTo(sender);
    const own = given.length > 0 ? { ...is, options: call.arguments.findIndex(({ kind }) => kind === 'table') } : is;
    return [{ ...sender, made: [...made, ...given, { call, is: own }], objects: [...objects, object] }];
  }
  if (at(client.calls, member)) return [{ ...sender, objects: [...objects, object], isSent: true }];
  // `.set(…)` and `.on(…)` return the request that they are called on.
  return client.adds && objects.length > 1 ? [sender] : [];
}

/** Returns the entry of a table of functions. */
export function at<T>(functions: Readonly<Record<string, T>> | undefined, path: string): T | undefined {
  return functions && Object.hasOwn(functions, path) ? functions[path] : undefined;
}

/** `new XMLHttpRequest()`, `inject(HttpClient)`. */
function ofClass(call: Call, callee: Name): readonly ClientInstance[] {
  const first = call.new ? callee : call.arguments[0];
  const type = first?.kind === 'name' ? first : undefined;
  return (type ? rowsOfClass(type) : []).map(([id, client]) => {
    const is = call.new ? (at(client.makes, '') ?? at(client.makes, type?.path.at(-1) ?? '')) : undefined;
    return { id, client, path: [], made: is ? [{ call, is }] : [], objects: [id, objectKey(call.at)] };
  });
}

type Row = readonly [id: string, client: HttpClient];

function rowsOf(name: Name, modules: () => ReadonlySet<string>): readonly ClientInstance[] {
  const { module, type, local, path } = name;
  const sender = ([id, client]: Row, below: readonly string[]): ClientInstance => ({ id, client, path: below, made: [], objects: [id] });
  if (module !== undefined) return (byModule.get(module) ?? []).map((row) => sender(row, path));
  if (type) return rowsOfClass(type.name).map((row) => sender(row, type.below));
  if (!local) {
    const whole = (byFunction.get(path.join('.')) ?? []).map((row) => sender(row, path));
    return [...(byGlobal.get(path[0] ?? '') ?? []).map((row) => sender(row, path.slice(1))), ...whole];
  }
  return [1, 2].flatMap((count) =>
    (byParameter.get(path.slice(0, count).join('.')) ?? [])
      .filter(([, client]) => client.modules?.some((each) => modules().has(each)) ?? true)
      .map((row) => sender(row, path.slice(count))),
  );
}

/** Returns clients whose functions are recognized by name alone: `anything.PostAsync(…)`. */
function rowsOfMethod(name: Name): readonly ClientInstance[] {
  const { path, of } = name;
  const method = path.at(-1);
  if (method === undefined || (path.length < 2 && !of)) return [];
  const receiver = receiverKey(name, 1);
  return (byMethod.get(method) ?? []).map(([id, client]) => ({ id, client, path: [method], made: [], objects: [id], receiver }));
}

/** Returns the same clients for members through which more is added to the object: `anything.DefaultRequestHeaders.Add(…)`. */
function rowsOfMember(name: Name): readonly ClientInstance[] {
  return [1, 2].flatMap((count) => {
    const path = name.path.slice(-count);
    const receiver = receiverKey(name, count);
    return receiver === undefined
      ? []
      : (byMember.get(path.join('.')) ?? []).map(([id, client]) => ({ id, client, path, made: [], objects: [receiver], receiver }));
  });
}

/** Returns a key of the variable before the last members of a name. */
function receiverKey({ path, of, module, type, declaredAt }: Name, members: number): string | undefined {
  if (of || type || module !== undefined || path.length <= members) return undefined;
  return ['receiver', declaredAt?.start, ...path.slice(0, -members)].join(' ');
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
const byFunction = index(({ included, adds, calls }) => (included ? Object.keys({ ...adds, ...calls }) : []));
const byMember = index(({ anyObject, adds, assigned }) => (anyObject ? Object.keys({ ...adds, ...assigned }) : []));
const byParameter = index((client) => client.parameters);
/** Languages with clients of their own. */
const elsewhere = new Set(Object.values(httpClients).flatMap(({ languages = [] }) => languages));
// Workflows contain JavaScript.
elsewhere.delete('yaml');
/** Languages with clients whose requests are passed to functions. */
const handedOver = new Set(Object.values(httpClients).flatMap(({ languages = [], senders, given }) => (senders || given ? languages : [])));
