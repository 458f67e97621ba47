import { asCredentialName, isNamedAfterCloudflare, nameKeys, takesCredential, valueKeys } from '../../cloudflare/credentials/evidence.js';
import { type Role, roleOf } from '../../cloudflare/credentials/names.js';
import { namedAfterCloudflare } from '../../cloudflare/mentions.js';
import { readJson } from '../../source/json-text.js';
import type { Binding, Call, Entry, Name, SourceFile, Table, Text, Value } from '../../source/model.js';
import { perFile } from '../../source/memoized.js';
import { within } from '../../source/span.js';
import { alternatives, get, presentValue, literal, shape, tablesOf } from '../../source/values.js';
import { callsOf } from '../program/calls.js';
import { sdkOf } from '../requests/sdk-clients.js';
import type { ExpectedCredential } from './expected.js';

/** Returns values whose name alone is too little evidence, but whose context shows that they are Cloudflare's. */
export const surroundings = perFile((file: SourceFile): readonly ExpectedCredential[] => [
  ...callsOf(file).flatMap(ofCall),
  ...file.bindings.flatMap(ofAttribute),
  ...file.texts.flatMap(ofJson),
  ...file.tables.flatMap((table) => [...ofNamedValue(table), ...ofNamedType(table), ...ofSecret(table), ...ofNamedList(table)]),
  ...ofFile(file),
]);

/**
 * Returns keys next to an e-mail address, which only a Global API Key needs, under Cloudflare's name: `new CloudflareDns({ email, key })`,
 * `cloudflare: { email, apiKey }`.
 */
export const keysBesideEmail = perFile((file: SourceFile): readonly Entry[] => {
  const given = callsOf(file).flatMap((call) => (isOwnOfCloudflare(call) ? call.arguments.flatMap(tablesOf) : []));
  const named = file.tables.filter(({ names }) => isNamedAfterCloudflare(names.at(-1) ?? ''));
  return [
    ...given.flatMap(besideEmail),
    // A key that is written in settings is not a use of it.
    ...named.flatMap(besideEmail).filter(({ value }) => alternatives(value).some(({ kind }) => kind === 'name')),
  ];
});

function besideEmail({ entries }: Table): readonly Entry[] {
  const isPair = entries.some(({ key, value }) => emailKey.test(key) && !isSchema(value));
  const isOther = entries.some(({ key }) => asCredentialName(key) === 'api-token');
  return isPair && !isOther ? entries.filter(({ key, value }) => apiKeyKey.test(key) && !isSchema(value)) : [];
}

const emailKey = /^(?:api|auth|account|user)?_?e?mail$/i;
const apiKeyKey = /^(?:global|api|auth|global_?api)?_?key$/i;

/** Whether a value only declares a type: `email: z.string()`. */
function isSchema(value: Value): boolean {
  return alternatives(value).every(({ kind }) => kind === 'call' || kind === 'opaque' || kind === 'table');
}

/** `new CloudflareApi('…')`, `cloudflare.setToken('…')`, `CloudflareModule.forRoot({ apiToken: '…' })`. */
function ofCall(call: Call): readonly ExpectedCredential[] {
  if (!isOwnOfCloudflare(call)) return [];
  return call.arguments.flatMap((value) => alternatives(value).flatMap((option) => ofArgument(option, call.callee)));
}

/**
 * Whether a call is of something that a project names after Cloudflare. Known libraries are excluded: their rows define where they take credentials.
 */
function isOwnOfCloudflare(call: Call): call is Call & { readonly callee: Name } {
  const { callee } = call;
  return callee.kind === 'name' && !sdkOf(callee) && isNamedCloudflare(callee);
}

function isNamedCloudflare({ path, module = '', of, type }: Name): boolean {
  const made = of?.callee.kind === 'name' ? of.callee : undefined;
  const owner = [path.at(-1), path.at(-2), made?.path.at(-1), type?.name.path.at(-1)];
  // A module's default export is named like the module.
  const exported = path.length === 0 ? module.slice(module.lastIndexOf('/') + 1).replace(/\.\w+$/, '') : undefined;
  return [...owner, exported].some((name) => name !== undefined && isNamedAfterCloudflare(name));
}

function ofArgument(value: Value, { path, module = '' }: Name): readonly ExpectedCredential[] {
  // `CloudflareClient.new("…")`
  const called = path.at(-1) === 'new' && path.length > 1 ? path.at(-2) : path.at(-1);
  if (value.kind === 'text') return takesCredential(called ?? module) ? [{ role: 'api-credential', value }] : [];
  return value.kind === 'table' ? calledCredentials(value) : [];
}

/** Reads `Cloudflare{APIToken: "…"}`, a struct or type that a project names after Cloudflare. */
function ofNamedType(table: Table): readonly ExpectedCredential[] {
  return table.type && !table.type.module && isNamedCloudflare(table.type) ? calledCredentials(table) : [];
}

function calledCredentials({ entries }: Table): readonly ExpectedCredential[] {
  return entries.flatMap(({ key, value }) => {
    const role = asCredentialName(key);
    return role ? [{ role, value }] : [];
  });
}

/** Reads a JSON text under Cloudflare's name: `('cloudflare', '{"api_token": "…"}')`. */
function ofJson(text: Text): readonly ExpectedCredential[] {
  if (!isNamedAfterCloudflare(text.names.at(-1) ?? '') || !shape(text).trimStart().startsWith('{')) return [];
  const value = readJson(text);
  return value?.kind === 'table' ? calledCredentials(value) : [];
}

/** Reads `<CloudflareProvider apiToken={API_TOKEN}>`. A literal in that place has the names of element and attribute itself. */
function ofAttribute({ names, value, at }: Binding): readonly ExpectedCredential[] {
  const [element = '', attribute = ''] = names;
  if (names.length !== 2 || !/^[A-Z]/.test(element) || !isNamedAfterCloudflare(element)) return [];
  const role = asCredentialName(attribute);
  return role
    ? alternatives(value).flatMap((option) => (option.kind === 'text' && !within(option.at, at) ? [{ role, value: option }] : []))
    : [];
}

/** `{ name: 'CLOUDFLARE_API_TOKEN', value: '…' }`, `{ envvar: ['CF_API_TOKEN', 'CLOUDFLARE_API_TOKEN'], default: '…' }` */
function ofNamedValue(table: Table): readonly ExpectedCredential[] {
  const role = roleNamed(table, nameKeys);
  if (!role) return [];
  return valueKeys.flatMap((key) => {
    const value = presentValue(get(table, key));
    return value ? [{ role, value }] : [];
  });
}

/** An environment of Postman that is named after Cloudflare: `{ "name": "Cloudflare", "values": [{ "key": "api_token", "value": "…" }] }`. */
function ofNamedList(table: Table): readonly ExpectedCredential[] {
  const [name, values] = ['name', 'values'].map((key) => presentValue(get(table, key)));
  if (values?.kind !== 'list' || !isNamedAfterCloudflare((name && literal(name)) ?? '')) return [];
  return values.items.flatMap(tablesOf).flatMap((item) => {
    const [key, value] = ['key', 'value'].map((each) => presentValue(get(item, each)));
    const role = asCredentialName((key && literal(key)) ?? '');
    return role && value ? [{ role, value }] : [];
  });
}

/** Returns the role of the credential that a table names under one of some keys; where it lists several names, they are all names of it. */
export function roleNamed(table: Table, keys: readonly string[]): Role | undefined {
  for (const key of keys) {
    const named = presentValue(get(table, key));
    const names = named?.kind === 'list' ? named.items : named ? [named] : [];
    const roles = names.map((name) => roleOf([nameIn(name) ?? '']));
    if (roles[0] && !roles.includes(undefined)) return roles[0];
  }
  return undefined;
}

/** Returns a name, or what a token of dependency injection is called: `new InjectionToken('Cloudflare API token')`, `Symbol('CF_API_TOKEN')`. */
function nameIn(value: Value): string | undefined {
  const [called] = value.kind === 'call' ? value.arguments : [value];
  return called && literal(called);
}

/** The data of a Secret of Kubernetes, which its name explains: `metadata { name = "cloudflare-api-token" }`. */
function ofSecret(table: Table): readonly ExpectedCredential[] {
  const metadata = presentValue(get(table, 'metadata'));
  const name = metadata?.kind === 'table' ? presentValue(get(metadata, 'name')) : undefined;
  const called = name && literal(name);
  if (called === undefined) return [];
  return ['data', 'stringData'].flatMap((key) => {
    const data = presentValue(get(table, key));
    return data?.kind !== 'table'
      ? []
      : data.entries.flatMap((entry): readonly ExpectedCredential[] => {
          const role = roleOf([called, entry.key]);
          return role ? [{ role, value: entry.value }] : [];
        });
  });
}

/** `export const token = '…'` in `cloudflare.ts`. */
function ofFile({ path, texts }: SourceFile): readonly ExpectedCredential[] {
  if (!namedAfterCloudflare.test(path)) return [];
  return texts.flatMap((text): readonly ExpectedCredential[] => {
    const role: Role | undefined = asCredentialName(text.names.at(-1) ?? '');
    return role ? [{ role, value: text }] : [];
  });
}
