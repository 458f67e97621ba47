import { cloudflareHost, r2Host, urlHead } from '../../cloudflare/http/hosts.js';
import { sdkMethodOfGo } from '../../cloudflare/api/sdk-methods.js';
import { sdkFunctions } from '../../cloudflare/api/sdk-functions.js';
import { type Sdk, sdks, type Spelling } from '../../cloudflare/api/sdk.js';
import type { Call, Entry, Name, SourceFile, Table, Text, Value } from '../../source/model.js';
import { perFile } from '../../source/memoized.js';
import { alternatives, get, presentValue, isNullish, shape, textsOf } from '../../source/values.js';
import { callsOf } from '../program/calls.js';
import { type Client, type GivenCredential, noOptions } from './sdk-client.js';
import { recordClients } from './sdk-records.js';

/** Returns the clients that a file creates, with their options. */
export const clients = perFile((file: SourceFile): readonly Client[] => [
  ...callsOf(file).flatMap((call) => [...clientsOf(call), ...ofFunction(call, file)]),
  ...recordClients(file),
]);

function clientsOf(call: Call): readonly Client[] {
  const found = call.callee.kind === 'name' ? sdkOf(call.callee) : undefined;
  const argument = found && optionsOf(found.sdk, call);
  if (!found || !argument) return [];
  const { id, sdk } = found;
  return alternatives(argument).flatMap((options) => {
    if (options.kind !== 'table') return [];
    const bases = basesOf(sdk, options);
    if (sdk.needsCloudflareBase && !bases.some(takesCredential)) return [];
    return [{ id, sdk, at: call.at, calleeAt: call.calleeAt, options, credentials: credentialsIn(sdk, options), bases }];
  });
}

/** Whether a base address, with or without its scheme, takes a client's credential to Cloudflare. */
function takesCredential(base: Text): boolean {
  const host = cloudflareHost(urlHead(shape(base))?.host ?? shape(base));
  return host !== undefined && !host.forwards;
}

function optionsOf({ options }: Sdk, call: Call): Value | undefined {
  if (options === 'named') return call.named ? call.arguments.at(-1) : undefined;
  return call.arguments[options];
}

/** Returns the clients that a call of a library function in another language stands for. */
function ofFunction(call: Call, { language, text }: SourceFile): readonly Client[] {
  const { callee, at, calleeAt } = call;
  if (callee.kind !== 'name' || callee.of) return [];
  const { module } = callee;
  const path = [...(module === undefined ? [] : [packageName(module)]), ...callee.path].join('.');
  const rows = sdkFunctions.filter(
    (row) =>
      row.languages.includes(language) &&
      (module === undefined || row.modules?.test(module)) &&
      row.called.test(path) &&
      (!row.besideR2 || r2Host.test(text)),
  );
  if (rows.length === 0) return [];
  const values = call.arguments;
  const named = values.at(-1);
  const options: Table = named?.kind === 'table' ? named : { kind: 'table', entries: [], open: false, names: [], at };
  return rows.flatMap((row): readonly Client[] => {
    const base = row.base === undefined ? undefined : presentValue(get(options, row.base));
    const bases = base ? textsOf(base) : [];
    if (row.base !== undefined && !bases.some(takesCredential)) return [];
    const credentials = row.credentials.flatMap(({ role, argument }): readonly GivenCredential[] => {
      if (typeof argument === 'string') return entriesAt(options, [argument]).map((entry) => ({ role, option: argument, entry }));
      const value = values[argument];
      const option = callee.path.at(-1) ?? '';
      return value && value.kind !== 'table'
        ? [{ role, option, entry: { key: option, keyAt: calleeAt, value, at: value.at, maybe: false } }]
        : [];
    });
    return credentials.length === 0 ? [] : [{ id: 'function', sdk: noOptions, at, calleeAt, options, credentials, bases }];
  });
}

/** Returns the name of a Go package: the last segment of its path, without a `go-` prefix or `-go` suffix. */
function packageName(module: string): string {
  return module.slice(module.lastIndexOf('/') + 1).replace(/^go-|-go$/g, '');
}

/** Longest chain of derived clients that is followed. */
const MAX_CALLS = 4;

/** The libraries of each module. */
const sdksOf = new Map<string, (readonly [id: string, sdk: Sdk])[]>();
for (const [id, sdk] of Object.entries(sdks))
  for (const module of sdk.modules) sdksOf.set(module, [...(sdksOf.get(module) ?? []), [id, sdk]]);

/** Code that CDKTF generates, in any folder. */
const generated = /(?:^|\/)\.gen\/providers\/cloudflare/;

/** Returns the library that a name belongs to as a constructor or factory. */
export function sdkOf(name: Name, calls = 0): { readonly id: string; readonly sdk: Sdk } | undefined {
  if (name.of) {
    const made = name.of.callee.kind === 'name' && calls < MAX_CALLS ? sdkOf(name.of.callee, calls + 1) : undefined;
    const [method = ''] = name.path;
    return made?.sdk.again?.includes(method) ? made : undefined;
  }
  const { module } = name.type ? name.type.name : name;
  if (module === undefined) return undefined;
  const path = (name.type ? name.type.below : name.path).join('.');
  const known = sdksOf.get(module) ?? (generated.test(module) ? Object.entries(sdks).filter(([id]) => id === 'cdktf') : []);
  for (const [id, sdk] of known) {
    if (name.type ? sdk.again?.includes(path) : sdk.exports.includes(path) || sdk.exports.includes('*')) return { id, sdk };
  }
  return undefined;
}

/** Returns how the client of Cloudflare's whole API in a module, or in a parent of it, spells its methods. */
function methodsOf(module: string): Spelling | undefined {
  return Object.values(sdks).find(({ methods, modules: [own = ''] }) => methods && (module === own || module.startsWith(`${own}/`)))
    ?.methods;
}

/** Converts a path of methods to the spelling of npm `cloudflare`. */
function spelled(path: readonly string[], spelling: Spelling): string {
  switch (spelling) {
    case 'camelCase':
      return path.join('.');
    case 'snake_case':
    case 'path':
      return path.join('.').replaceAll(/_([a-z\d])/g, (_, letter: string) => letter.toUpperCase());
    case 'go':
      return sdkMethodOfGo(path);
  }
}

export interface SdkMember {
  readonly path: string;
  readonly sure: boolean;
  /** The segments of the path of a request, if that is what members of the client are. */
  readonly segments?: readonly string[];
}

function sureMember(path: readonly string[], spelling: Spelling): SdkMember {
  return { path: spelled(path, spelling), sure: true, ...(spelling === 'path' && { segments: path }) };
}

/**
 * Returns the member of a Cloudflare API client that a name refers to, dotted, spelled as in npm `cloudflare`; `sure` unless only the form of the
 * name suggests it.
 */
export function sdkMember({ of, type, module, local, path }: Name): SdkMember | undefined {
  if (of) {
    const methods = of.callee.kind === 'name' ? sdkOf(of.callee)?.sdk.methods : undefined;
    return methods && sureMember(path, methods);
  }
  if (type?.name.module !== undefined) {
    const methods = methodsOf(type.name.module);
    return methods && sureMember(type.below, methods);
  }
  // A client that another module of the project has created, or an untyped parameter.
  const isOurs = module === undefined ? local : /^(?:[.~#]|@\/)/.test(module);
  return isOurs ? { path: path.join('.'), sure: false } : undefined;
}

function credentialsIn(sdk: Sdk, options: Table): readonly GivenCredential[] {
  const hasEmail = sdk.credentials.some(({ role, path }) => role === 'email' && entriesAt(options, path).some(isGiven));
  return sdk.credentials.flatMap(({ role, path, withEmail }) =>
    entriesAt(options, path)
      // `apiKey: undefined` and `apiKey: null` set nothing.
      .filter(({ value }) => !isNullish(value))
      .map((entry) => ({ role: hasEmail ? (withEmail ?? role) : role, option: path.at(-1) ?? '', entry })),
  );
}

function isGiven({ value, maybe }: Entry): boolean {
  return !maybe && !alternatives(value).some(isNullish);
}

function entriesAt(table: Table, [key, ...rest]: readonly string[]): readonly Entry[] {
  const found = table.entries.filter((entry) => entry.key === key);
  return rest.length === 0
    ? found
    : found.flatMap(({ value }) => alternatives(value).flatMap((option) => (option.kind === 'table' ? entriesAt(option, rest) : [])));
}

function basesOf(sdk: Sdk, options: Table): readonly Text[] {
  const base = sdk.base && presentValue(get(options, ...sdk.base));
  return base ? textsOf(base) : [];
}
