import {
  type Arguments,
  type AssignedPart,
  type HttpClient,
  methodNamed,
  type OptionNames,
  usualOptions,
} from '../../cloudflare/http/http-client.js';
import type { Binding, Call, Entry, Slot, Span, Table, Value } from '../../source/model.js';
import { alternatives, get, presentValue, literal, tablesOf, textsOf } from '../../source/values.js';
import { type Headers, headerNamed, headerOf, headersOf, joined, madeAuthorization } from './header-table.js';

/** What one call, or one assignment to a client's defaults, contributes to a request. Several parts make up the request. */
export interface Part {
  readonly options: readonly Table[];
  /** Whether there are options that are unknown. */
  readonly open: boolean;
  readonly url: Value | undefined;
  readonly method: Slot<string>;
  readonly headers: Headers;
  readonly body: Value | undefined;
}

/** Returns the names of a client's options. */
export function optionNames({ options }: HttpClient): OptionNames {
  return { ...usualOptions, ...options };
}

/** Returns the part that a call contributes; `is` maps its arguments. */
export function partOf(call: Call, is: Arguments, names: OptionNames): Part {
  const byName = call.named ? call.arguments.at(-1) : undefined;
  const argument = (index: number | undefined): Value | undefined => {
    const value = index === undefined ? undefined : call.arguments[index];
    return value === byName ? undefined : value;
  };
  const [url, settings] = [argument(is.url), is.named ? byName : argument(is.options)];
  const requests = requestObjects(url);
  const told = tablesOf(settings);
  const inner = told.flatMap((table) => innerOptions(table, names));
  const options = [
    ...requests.flatMap(([, init]) => tablesOf(init)),
    ...tablesOf(url),
    ...told,
    ...inner.flatMap(tablesOf),
    ...namedOption(argument(is.option), is.option === undefined ? undefined : argument(is.option + 1)),
  ];
  return {
    options,
    open: call.open || isUnseen(settings) || inner.some(({ kind }) => kind !== 'table') || requests.some(([, init]) => isUnseen(init)),
    url: url && withoutTables(url),
    method: typeof is.method === 'string' ? is.method : methodOf(argument(is.method), options, names),
    get headers() {
      return joined([...options.map((table) => headersIn(table, names)), ofArguments(call, is)]);
    },
    body: argument(is.body),
  };
}

function innerOptions(table: Table, { inner }: OptionNames): readonly Value[] {
  return inner.flatMap((name) => presentValue(get(table, name)) ?? []);
}

/** Returns the part that an assignment below a client's defaults contributes: `axios.defaults.headers.common['X-Auth-Key'] = key`. */
export function partOfAssignment(below: readonly string[], { value, nameAt, at }: Binding, names: OptionNames): Part {
  const table = below.reduceRight((inner: Value, key): Value => tableOf({ key, keyAt: nameAt, value: inner, at, maybe: false }), value);
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

const nothing: Part = {
  options: [],
  open: false,
  url: undefined,
  method: 'absent',
  headers: { found: [], open: false },
  body: undefined,
};

/** A part that may set anything. */
export const openPart: Part = { ...nothing, open: true };

/** Returns the part that `request.httpBody = …` or `request.headers["X-Auth-Key"] = …` contributes. */
export function assignedPart(
  members: Readonly<Record<string, AssignedPart>>,
  path: readonly string[],
  { value, nameAt, at }: Binding,
): Part | undefined {
  const name = path.at(-1) ?? '';
  const member = path.join('.');
  const owner = path.slice(0, -1).join('.');
  switch (Object.hasOwn(members, member) ? members[member] : undefined) {
    case 'url':
      return { ...nothing, url: value };
    case 'base':
      return { ...nothing, options: [tableOf({ key: name, keyAt: nameAt, value, at, maybe: false })] };
    case 'method':
      return { ...nothing, method: methodOf(value, [], usualOptions) };
    case 'body':
      return { ...nothing, body: value };
    case 'headers':
      return { ...nothing, headers: headersOf(value) };
    case 'authorization':
      return { ...nothing, headers: ofAuthorization(value, nameAt, at) };
    default:
      if (!Object.hasOwn(members, owner) || members[owner] !== 'headers') return undefined;
      return { ...nothing, headers: { found: [{ name: name.toLowerCase(), nameAt, value, at, maybe: false }], open: false } };
  }
}

/** Reads the value of an Authorization header: `new AuthenticationHeaderValue("Bearer", token)`, or a plain value. */
function ofAuthorization(value: Value, nameAt: Span, at: Span): Headers {
  const [scheme, token] = madeAuthorization(value) ?? [value];
  if (token) return authorization(token, nameAt, at, scheme && literal(scheme));
  return scheme ? authorization(scheme, nameAt, at) : { found: [], open: true };
}

function namedOption(name: Value | undefined, value: Value | undefined): readonly Table[] {
  if (!name || !value) return [];
  const key = name.kind === 'name' ? name.path.at(-1) : literal(name);
  return key === undefined ? [] : [tableOf({ key, keyAt: name.at, value, at: { start: name.at.start, end: value.at.end }, maybe: false })];
}

function tableOf(entry: Entry): Table {
  return { kind: 'table', entries: [entry], open: false, names: [], at: entry.at };
}

/** Whether a value may be options that are unknown. Callbacks and omitted arguments are not. */
function isUnseen(value: Value | undefined): boolean {
  return value !== undefined && alternatives(value).some((option) => option.kind !== 'table' && !isKnownOpaque(option));
}

function isKnownOpaque(value: Value): boolean {
  return value.kind === 'opaque' && value.what !== 'unknown';
}

function withoutTables(url: Value): Value | undefined {
  const options = alternatives(url).filter((option) => option.kind !== 'table' && !isKnownOpaque(option));
  return options.length > 1 ? { kind: 'choice', options, at: url.at } : options[0];
}

/** Returns the arguments of `new Request(url, init)` in the place of a URL. */
export function requestObjects(url: Value | undefined): readonly (readonly [url: Value | undefined, init: Value | undefined])[] {
  return (url ? alternatives(url) : []).flatMap((option) => {
    if (option.kind !== 'call' || !option.new || option.callee.kind !== 'name' || option.callee.path.at(-1) !== 'Request') return [];
    return [[option.arguments[0], option.arguments[1]] as const];
  });
}

function methodOf(positional: Value | undefined, options: readonly Table[], names: OptionNames): Slot<string> {
  const slot = positional ?? option(options, names.method);
  if (typeof slot === 'string') return slot;
  // `HttpMethod.Post`, `http.MethodPost`, `:post`
  const written = literal(slot) ?? (slot.kind === 'name' ? methodNamed.exec(slot.path.at(-1) ?? '')?.[1] : undefined);
  return written?.toUpperCase() ?? 'unknown';
}

/** Returns the option from the last table that has it. */
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
  const value = presentValue(slot);
  const bearer = names.bearer.reduce<Value | undefined>(memberOf, table);
  return joined([
    { found: [], open: table.open },
    ...(value ? [headersOf(value)] : []),
    ...(bearer && names.bearer.length > 0 ? [authorization(bearer, bearer.at, bearer.at, 'Bearer')] : []),
  ]);
}

/** The member of a table, or the second item of a tuple whose first one has its name: `auth: {:bearer, token}`. */
function memberOf(value: Value | undefined, key: string): Value | undefined {
  if (value?.kind === 'table') return presentValue(get(value, key));
  const [first, second, ...more] = value?.kind === 'list' && !value.open ? value.items : [];
  return first?.kind === 'name' && first.path.at(-1) === key && more.length === 0 ? second : undefined;
}

function authorization(value: Value, nameAt: Span, at: Span, scheme?: string): Headers {
  return { found: [{ name: 'authorization', nameAt, value, at, maybe: false, ...(scheme !== undefined && { scheme }) }], open: false };
}

/** Returns the headers in the arguments of a call. */
function ofArguments(call: Call, is: Arguments): Headers {
  const { arguments: values, at, calleeAt } = call;
  const positional = call.named ? values.slice(0, -1) : values;
  const from = (index: number | undefined): readonly Value[] => (index === undefined ? [] : positional.slice(index));
  const all: Headers[] = [];
  const [first, second] = from(is.headers);
  if (first) all.push(second && (textsOf(first).length > 0 || headerNamed(first)) ? headerOf(first, second, at) : headersOf(first));
  const name = is.headerOption === undefined ? undefined : namedIn(values, is.headerOption);
  if (name && values[0]) all.push(headerOf(name, values[0], at));
  const [bare] = from(is.bearer);
  if (bare) all.push(authorization(bare, calleeAt, at, 'Bearer'));
  const [token, kind] = from(is.authorization);
  if (token) {
    // Two bare arguments are a user name and a password.
    if (!kind) all.push(authorization(token, calleeAt, at));
    else if (kind.kind === 'table' && literalOf(kind, 'type') === 'bearer') all.push(authorization(token, calleeAt, at, 'Bearer'));
  }
  return joined(all);
}

function namedIn(values: readonly Value[], option: string): Value | undefined {
  const options = values.at(-1);
  return options?.kind === 'table' ? presentValue(get(options, option)) : undefined;
}

function literalOf(table: Table, key: string): string | undefined {
  const value = presentValue(get(table, key));
  return value && literal(value);
}
