import { type Arguments, type HttpClient, type OptionNames, usualOptions } from '../../cloudflare/http/http-client.js';
import type { Binding, Call, Entry, Slot, Span, Table, Value } from '../../source/model.js';
import { alternatives, get, given, literal, textsOf } from '../../source/values.js';
import { type Headers, headerOf, headersOf, joined } from './header-table.js';

/** What one call, or one assignment to a client's defaults, says of a request. Several of them make the request. */
export interface Part {
  readonly options: readonly Table[];
  /** Whether options are given that cannot be seen. */
  readonly open: boolean;
  readonly url: Value | undefined;
  readonly method: Slot<string>;
  readonly headers: Headers;
  readonly body: Value | undefined;
}

/** The names of a client's options. */
export function optionNames({ options }: HttpClient): OptionNames {
  return { ...usualOptions, ...options };
}

/** What a call says, its arguments being what `is` tells. */
export function partOf(call: Call, is: Arguments, names: OptionNames): Part {
  const argument = (index: number | undefined): Value | undefined => (index === undefined ? undefined : call.arguments[index]);
  const [url, settings] = [argument(is.url), argument(is.options)];
  const requests = requestObjects(url);
  const options = [...requests.flatMap(([, init]) => tablesOf(init)), ...tablesOf(url), ...tablesOf(settings)];
  return {
    options,
    open: call.open || isUnseen(settings) || requests.some(([, init]) => isUnseen(init)),
    url: url && withoutTables(url),
    method: typeof is.method === 'string' ? is.method : methodOf(argument(is.method), options, names),
    get headers() {
      return joined([...options.map((table) => headersIn(table, names)), ofArguments(call, is)]);
    },
    body: argument(is.body),
  };
}

/** What an assignment below a client's defaults says: `axios.defaults.headers.common['X-Auth-Key'] = key`. */
export function partOfAssignment(below: readonly string[], { value, nameAt, at }: Binding, names: OptionNames): Part {
  const table = below.reduceRight((inner: Value, key): Value => tableOf({ key, keyAt: nameAt, value: inner, at, maybe: true }), value);
  const options = tablesOf(table);
  return {
    options,
    open: false,
    url: undefined,
    method: 'absent',
    get headers() {
      return joined(options.map((each) => headersIn(each, names)));
    },
    body: undefined,
  };
}

function tableOf(entry: Entry): Table {
  return { kind: 'table', entries: [entry], open: false, names: [], at: entry.at };
}

export function tablesOf(value: Value | undefined): readonly Table[] {
  return value ? alternatives(value).filter((option) => option.kind === 'table') : [];
}

/** Whether a value may be options that cannot be seen. Callbacks and what is left out are none. */
function isUnseen(value: Value | undefined): boolean {
  return value !== undefined && alternatives(value).some((option) => option.kind !== 'table' && !isNothing(option));
}

function isNothing(value: Value): boolean {
  return value.kind === 'opaque' && value.what !== 'unknown';
}

function withoutTables(url: Value): Value | undefined {
  const options = alternatives(url).filter((option) => option.kind !== 'table' && !isNothing(option));
  return options.length > 1 ? { kind: 'choice', options, at: url.at } : options[0];
}

/** `new Request(url, init)` where the URL belongs. */
export function requestObjects(url: Value | undefined): readonly (readonly [url: Value | undefined, init: Value | undefined])[] {
  return (url ? alternatives(url) : []).flatMap((option) => {
    if (option.kind !== 'call' || !option.new || option.callee.kind !== 'name' || option.callee.path.at(-1) !== 'Request') return [];
    return [[option.arguments[0], option.arguments[1]] as const];
  });
}

function methodOf(positional: Value | undefined, options: readonly Table[], names: OptionNames): Slot<string> {
  const slot = positional ?? option(options, names.method);
  return typeof slot === 'string' ? slot : (literal(slot)?.toUpperCase() ?? 'unknown');
}

/** The option of the last table that has it. */
export function option(options: readonly Table[], names: readonly string[]): Slot {
  let open = false;
  for (const table of [...options].reverse()) {
    const slot = get(table, ...names);
    if (slot === 'unknown') open = true;
    else if (slot !== 'absent') return slot;
  }
  return open ? 'unknown' : 'absent';
}

function headersIn(table: Table, names: OptionNames): Headers {
  const slot = get(table, ...names.headers);
  const value = given(slot);
  const bearer = names.bearer.reduce(
    (inner: Value | undefined, key) => (inner?.kind === 'table' ? given(get(inner, key)) : undefined),
    table,
  );
  return joined([
    { found: [], open: table.open },
    ...(value ? [headersOf(value)] : []),
    ...(bearer && names.bearer.length > 0 ? [authorization(bearer, bearer.at, bearer.at, 'Bearer')] : []),
  ]);
}

function authorization(value: Value, nameAt: Span, at: Span, scheme?: string): Headers {
  return { found: [{ name: 'authorization', nameAt, value, at, maybe: false, ...(scheme !== undefined && { scheme }) }], open: false };
}

/** Headers that a call is given in its arguments. */
function ofArguments(call: Call, is: Arguments): Headers {
  const { arguments: values, at, calleeAt } = call;
  const from = (index: number | undefined): readonly Value[] => (index === undefined ? [] : values.slice(index));
  const all: Headers[] = [];
  const [first, second] = from(is.headers);
  if (first) all.push(second && textsOf(first).length > 0 ? headerOf(first, second, at) : headersOf(first));
  const [token, kind] = from(is.authorization);
  if (token) {
    // Two bare arguments are a user and a password.
    if (!kind) all.push(authorization(token, calleeAt, at));
    else if (kind.kind === 'table' && literalOf(kind, 'type') === 'bearer') all.push(authorization(token, calleeAt, at, 'Bearer'));
  }
  return joined(all);
}

function literalOf(table: Table, key: string): string | undefined {
  const value = given(get(table, key));
  return value && literal(value);
}
