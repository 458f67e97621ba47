import { cloudflareHost, r2Host, urlHead } from '../../cloudflare/http/hosts.js';
import { sdkMethodOfGo } from '../../cloudflare/api/sdk-methods.js';
import { sdkFunctions } from '../../cloudflare/api/sdk-functions.js';
import { type Sdk, sdks, type Spelling } from '../../cloudflare/api/sdk.js';
import type { Call, Entry, Name, SourceFile, Table, Text, Value } from '../../source/model.js';
import { alternatives, get, given, isNullish, perFile, shape, textsOf } from '../../source/values.js';
import { callsOf } from '../program/calls.js';
import { type Client, type GivenCredential, noOptions } from './sdk-client.js';
import { recordClients } from './sdk-records.js';

/** The clients that a file makes, with the options that it gives them. */
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
    const isCloudflare = bases.some((base) => cloudflareHost(urlHead(shape(base))?.host ?? shape(base)) !== undefined);
    if (sdk.needsCloudflareBase && !isCloudflare) return [];
    return [{ id, sdk, at: call.at, calleeAt: call.calleeAt, options, credentials: credentialsIn(sdk, options), bases }];
  });
}

function optionsOf({ options }: Sdk, call: Call): Value | undefined {
  if (options === 'named') return call.named ? call.arguments.at(-1) : undefined;
  return call.arguments[options];
}

/** What a function of a library in another language is given. */
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
    const base = row.base === undefined ? undefined : given(get(options, row.base));
    const bases = base ? textsOf(base) : [];
    if (row.base !== undefined && !bases.some((text) => cloudflareHost(urlHead(shape(text))?.host ?? '') !== undefined)) return [];
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

/** What a package calls itself: the end of its path, which may say besides that it is of Go. */
function packageName(module: string): string {
  return module.slice(module.lastIndexOf('/') + 1).replace(/^go-|-go$/g, '');
}

/** A client is derived from another no more often than this. */
const MOST_CALLS = 4;

/** The libraries of a module. */
const sdksOf = new Map<string, (readonly [id: string, sdk: Sdk])[]>();
for (const [id, sdk] of Object.entries(sdks))
  for (const module of sdk.modules) sdksOf.set(module, [...(sdksOf.get(module) ?? []), [id, sdk]]);

/** What CDKTF generates, wherever it lies. */
const generated = /(?:^|\/)\.gen\/providers\/cloudflare/;

/** The library whose constructor, factory or such a name is. */
export function sdkOf(name: Name, calls = 0): { readonly id: string; readonly sdk: Sdk } | undefined {
  if (name.of) {
    const made = name.of.callee.kind === 'name' && calls < MOST_CALLS ? sdkOf(name.of.callee, calls + 1) : undefined;
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

/** How the client of Cloudflare's whole API spells its methods that a module, or one below it, has. */
function methodsOf(module: string): Spelling | undefined {
  return Object.values(sdks).find(({ methods, modules: [own = ''] }) => methods && (module === own || module.startsWith(`${own}/`)))
    ?.methods;
}

/** A path of methods in the letters of npm `cloudflare`. */
function spelled(path: readonly string[], spelling: Spelling): string {
  switch (spelling) {
    case 'camelCase':
      return path.join('.');
    case 'snake_case':
      return path.join('.').replaceAll(/_([a-z\d])/g, (_, letter: string) => letter.toUpperCase());
    case 'go':
      return sdkMethodOfGo(path);
  }
}

/** The member of a client of Cloudflare's whole API that a name is, dotted, as npm `cloudflare` spells it; `sure` unless only the look of the name says so. */
export function sdkMember({ of, type, module, local, path }: Name): { readonly path: string; readonly sure: boolean } | undefined {
  if (of) {
    const methods = of.callee.kind === 'name' ? sdkOf(of.callee)?.sdk.methods : undefined;
    return methods && { path: spelled(path, methods), sure: true };
  }
  if (type?.name.module !== undefined) {
    const methods = methodsOf(type.name.module);
    return methods && { path: spelled(type.below, methods), sure: true };
  }
  // A client that another module of the project has made, or that a parameter without a type holds.
  const isOurs = module === undefined ? local : /^(?:[.~#]|@\/)/.test(module);
  return isOurs ? { path: path.join('.'), sure: false } : undefined;
}

function credentialsIn(sdk: Sdk, options: Table): readonly GivenCredential[] {
  return sdk.credentials.flatMap(({ role, path }) =>
    entriesAt(options, path)
      // `apiKey: undefined` and `apiKey: null` give nothing.
      .filter(({ value }) => !isNullish(value))
      .map((entry) => ({ role, option: path.at(-1) ?? '', entry })),
  );
}

function entriesAt(table: Table, [key, ...rest]: readonly string[]): readonly Entry[] {
  const found = table.entries.filter((entry) => entry.key === key);
  return rest.length === 0
    ? found
    : found.flatMap(({ value }) => alternatives(value).flatMap((option) => (option.kind === 'table' ? entriesAt(option, rest) : [])));
}

function basesOf(sdk: Sdk, options: Table): readonly Text[] {
  const base = sdk.base && given(get(options, ...sdk.base));
  return base ? textsOf(base) : [];
}
