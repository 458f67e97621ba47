import { apiPath } from '../../cloudflare/http/hosts.js';
import {
  bodyOptions,
  functions,
  globalModules,
  jsonMakers,
  methods,
  operations,
  resources,
  type Subject,
  types,
} from '../../cloudflare/tokens/grants.js';
import { readJson } from '../../source/json-text.js';
import type { Call, Name, Slot, SourceFile, Span, Table, Value } from '../../source/model.js';
import { perFile } from '../../source/memoized.js';
import { alternatives, get, presentValue, isNullish, shape, textsOf } from '../../source/values.js';
import { callsOf } from '../program/calls.js';
import { pathOf } from '../requests/request-urls.js';
import { sdkMember } from '../requests/sdk-clients.js';
import { requests } from '../requests/requests.js';
import { asJson, declaredResources } from './declared-resources.js';
import { requestingCall } from './requesting-calls.js';
import { isInTest, isTest } from '../../source/test-files.js';

/** A place where a program creates or changes something of an account, and the table that describes it. */
export interface Creation extends Subject {
  /** The call that does it; for a table without a call, its first key. */
  readonly at: Span;
  readonly table: Table;
  /** Whether it is declared in infrastructure code. */
  readonly declared: boolean;
}

/** Returns what a program creates or changes: by request, SDK, infrastructure resource, or as a table of the type that these take. */
export const creations = perFile((file: SourceFile): readonly Creation[] => {
  if (isTest(file)) return [];
  const seen = [...callsOf(file).flatMap((call) => byFunction(call, file.language) ?? byCall(call)), ...byRequest(file)];
  const bodies = new Set(seen.map(({ table }) => table.at.start));
  const handed = file.calls.flatMap(byHelper).filter(({ table }) => !bodies.has(table.at.start));
  const made = distinct([...seen, ...handed]);
  const known = new Set(made.map(({ table }) => table.at.start));
  const all = [...made, ...declaredResources(file), ...file.tables.filter(({ at }) => !known.has(at.start)).flatMap(byType)];
  return all.filter(({ at }) => !isInTest(at, file));
});

/** Removes duplicates: a function that creates something is followed from each of its callers. */
function distinct(all: readonly Creation[]): readonly Creation[] {
  const seen = new Set<string>();
  return all.filter(({ at, table }) => {
    const key = `${String(at.start)} ${String(table.at.start)}`;
    return !seen.has(key) && seen.add(key);
  });
}

function byCall(call: Call): readonly Creation[] {
  const { callee } = call;
  if (callee.kind !== 'name') return [];
  return [...byMethod(call, callee), ...byResource(call, callee)];
}

function byMethod(call: Call, callee: Name): readonly Creation[] {
  const member = sdkMember(callee);
  const method = member && methods.find(({ path }) => path.test(member.path));
  if (!method) return [];
  const tables = call.named ? decodedTables(call.arguments.at(-1)) : method.body.flatMap((index) => decodedTables(call.arguments[index]));
  return tables
    .filter((table) => member.sure || isCloudflareBody(table))
    .map((table) => ({ ...method, at: call.calleeAt, table: extended(table, call), declared: false }));
}

/** Opens a table if its call replaces the request's body or adds members to it: `option.WithRequestBody(…)`, `extra_body=…` in Python. */
function extended(table: Table, call: Call): Table {
  const isExtended = call.arguments.some(
    (argument) => argument.kind === 'call' && argument.callee.kind === 'name' && bodyOptions.test(argument.callee.path.at(-1) ?? ''),
  );
  return isExtended || get(table, 'extra_body') !== 'absent' ? { ...table, open: true } : table;
}

function byFunction(call: Call, language: string): readonly Creation[] | undefined {
  const { path = [], module = '' } = call.callee.kind === 'name' ? call.callee : {};
  const rows = functions.filter(
    ({ languages, modules, called }) =>
      languages.includes(language) && (modules === undefined || modules.test(module)) && called.test(path.join('.')),
  );
  if (rows.length === 0) return undefined;
  return rows.flatMap(({ declared = false, ...row }) =>
    decodedTables(call.arguments[row.body]).map((table) => ({
      ...row,
      at: call.calleeAt,
      table: extended(inSnakeCase(table), call),
      declared,
    })),
  );
}

/** Returns a table with its keys in the API's spelling: `RequestIP` is `request_ip`. Keys of resources stay as they are. */
function inSnakeCase(table: Table): Table {
  return { ...table, entries: table.entries.map((entry) => ({ ...entry, key: snakeCase(entry.key), value: within(entry.value) })) };
}

function within(value: Value): Value {
  if (value.kind === 'table') return inSnakeCase(value);
  return value.kind === 'list' ? { ...value, items: value.items.map(within) } : value;
}

function snakeCase(key: string): string {
  return /^[A-Z]\w*$/.test(key) ? key.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toLowerCase() : key;
}

function byResource(call: Call, callee: Name): readonly Creation[] {
  const { module = globalModule(callee), path } = callee;
  if (module === undefined) return [];
  const resource = resources.find(({ modules, member }) => modules.test(module) && member.test(path.join('.')));
  return resource
    ? decodedTables(call.named ? call.arguments.at(-1) : call.arguments[resource.arguments]).map((table) => ({
        ...resource,
        at: call.calleeAt,
        table,
        declared: true,
      }))
    : [];
}

function byRequest(file: SourceFile): readonly Creation[] {
  return requests(file).flatMap((request) => {
    const paths = request.urls.flatMap((url) => apiPath(shape(url)) ?? []);
    const sure = paths.length > 0;
    const operation = operations.find(
      ({ method, path }) =>
        method === request.method &&
        // A request that may also go to another path of the API is not certain to go to this one.
        (sure ? paths.every((each) => path.test(each)) : request.urls.some((url) => path.test(pathOf(shape(url)) ?? ''))),
    );
    if (!operation) return [];
    return decodedTables(presentValue(request.body))
      .filter((table) => sure || isCloudflareBody(table))
      .map((table) => ({ ...operation, ...requestingCall(request, table, file), declared: false }));
  });
}

/** Returns the module that a tool provides as a global: SST's `cloudflare`. */
function globalModule({ local, of, path: [head = '', ...rest] }: Name): string | undefined {
  return !local && !of && rest.length > 0 && Object.hasOwn(globalModules, head) ? globalModules[head] : undefined;
}

/** Maximum number of entries of an object that may describe a request to create a token: it is read anew for each call that takes it. */
const MAX_FIELDS = 50;

/** `cf('POST', '/user/tokens', { policies: […] })`: a function of the project that can only send this to Cloudflare. */
function byHelper(call: Call): readonly Creation[] {
  if (call.callee.kind !== 'name') return [];
  const options = call.arguments.flatMap(decodedTables).filter(({ entries }) => entries.length <= MAX_FIELDS);
  // The cheap check comes first: texts that lead to one another may be long.
  const tables = [...options, ...options.flatMap(({ entries }) => entries.flatMap(({ value }) => decodedTables(value)))];
  const bodies = tables.filter(isCloudflareBody);
  if (bodies.length === 0) return [];
  const values = [...call.arguments, ...options.flatMap(({ entries }) => entries.map(({ value }) => value))];
  const texts = values.flatMap(textsOf).map(shape);
  const verb = [call.callee.path.at(-1) ?? '', ...texts].map((each) => each.toUpperCase());
  const operation = operations.find(
    ({ method, path }) => verb.includes(method) && texts.some((text) => text.startsWith('/') && path.test(text)),
  );
  return operation ? bodies.map((table) => ({ ...operation, at: call.calleeAt, table, declared: false })) : [];
}

function byType(table: Table): readonly Creation[] {
  if (!table.type) return [];
  const name = [table.type.module, ...table.type.path].join('/');
  const type = types.find((row) => row.type.test(name));
  const at = table.entries[0]?.keyAt;
  return type && at ? [{ ...type, at, table, declared: false }] : [];
}

/** Whether a table can only be a body for Cloudflare, whatever function takes it. */
function isCloudflareBody(table: Table): boolean {
  const policies = presentValue(get(table, 'policies'));
  const isToken = policies !== undefined && listsIn(policies).some((item) => item.kind === 'table' && has(item, 'permission_groups'));
  const settings = presentValue(get(table, 'settings'));
  return isToken || (settings?.kind === 'table' && has(settings, 'enforce_twofactor'));
}

function has(table: Table, key: string): boolean {
  return table.entries.some((entry) => entry.key === key);
}

/** Returns the tables that a value may be, directly or as JSON. */
export function decodedTables(value: Value | undefined): readonly Table[] {
  return (value ? alternatives(value) : []).flatMap((option): readonly Table[] => {
    if (option.kind === 'table') return asJson(option);
    if (option.kind === 'text') {
      const json = readJson(option);
      return json && json.kind !== 'text' ? decodedTables(json) : [];
    }
    const isJson = option.kind === 'call' && option.callee.kind === 'name' && jsonMakers.test(option.callee.path.join('.'));
    return isJson ? decodedTables(option.arguments[0]) : [];
  });
}

/** Returns the items of the lists that a value may be. */
export function listsIn(value: Value): readonly Value[] {
  return alternatives(value).flatMap((option) => (option.kind === 'list' ? option.items.flatMap(alternatives) : []));
}

/**
 * Returns the value at the first of several paths below a table that has one. A list on a path is represented by its first item; null and undefined
 * count as absent.
 */
export function slotAt(table: Table, ...ways: readonly (readonly string[])[]): Slot {
  let found: Slot = 'absent';
  for (const way of ways) {
    const slot = below(table, way);
    if (typeof slot !== 'string') return slot;
    if (slot === 'unknown') found = slot;
  }
  return found;
}

function below(table: Table, [key = '', ...rest]: readonly string[]): Slot {
  const slot = get(table, key);
  const value = presentValue(slot);
  if (!value) return slot;
  if (isNullish(value)) return rest.length === 0 ? value : 'absent';
  if (rest.length === 0) return value;
  const inner = value.kind === 'list' && !value.open ? value.items[0] : value;
  return inner?.kind === 'table' ? below(inner, rest) : 'unknown';
}
