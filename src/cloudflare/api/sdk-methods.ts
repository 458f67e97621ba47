/**
 * The requests that methods of npm `cloudflare` send: `dns.records.create` sends `POST /zones/{}/dns_records`.
 *
 * Source: `sdk-methods.json`, written by `npm run update-sdk-methods` from the packages themselves (Apache-2.0; the file contains versions and date).
 */
import { generated } from '../generated/generated-table.js';
import { legacyGoMethods } from './legacy-go-methods.js';
import { legacySdkMethods } from './legacy-sdk-methods.js';
import { methodLetters } from './operations.js';

export interface SdkRequest {
  readonly method: string;
  readonly path: string;
}

let known: ReadonlyMap<string, readonly SdkRequest[]> | undefined;

function read(): ReadonlyMap<string, readonly SdkRequest[]> {
  const { methods } = generated('sdk-methods') as { readonly methods: readonly string[] };
  const found = new Map<string, readonly SdkRequest[]>();
  let name: readonly string[] = [];
  let path: readonly string[] = [];
  for (const line of methods) {
    const [coded = '', ...requests] = line.split(' ');
    name = decoded(name, coded, '.');
    const sent = requests.map((request) => {
      path = decoded(path, request.slice(1), '/');
      return { method: methodLetters[request.charAt(0)] ?? '', path: `/${path.join('/')}` };
    });
    found.set(name.join('.'), sent);
  }
  return found;
}

/** Decodes a front-coded text: the number of parts that it shares with the previous one, and the rest. */
function decoded(before: readonly string[], coded: string, separator: string): readonly string[] {
  const rest = coded.slice(1);
  return [...before.slice(0, Number.parseInt(coded.charAt(0), 36)), ...(rest === '' ? [] : rest.split(separator))];
}

/** Returns the requests that a method may send: several if it takes an account or a zone, or if versions differ; none if there is no such method. */
export function sdkRequests(method: string): readonly SdkRequest[] {
  return (known ??= read()).get(method) ?? legacyRequest(method);
}

function legacyRequest(name: string): readonly SdkRequest[] {
  const [method = '', path] = legacySdkMethods.get(name)?.split(' ') ?? [];
  return path === undefined ? [] : [{ method, path }];
}

let inSmallLetters: ReadonlyMap<string, string> | undefined;

/** Returns the name of a cloudflare-go method such as `DNS.Records.New` in npm `cloudflare`: both are generated, and differ only in case and in verbs. */
export function sdkMethodOfGo(path: readonly string[]): string {
  const [first = ''] = path;
  const legacy = path.length === 1 ? legacyGoMethods.get(first) : undefined;
  if (legacy !== undefined) return legacy;
  inSmallLetters ??= new Map(sdkMethods().map((name) => [name.toLowerCase(), name]));
  const written = path.map((name) => ofGo[name] ?? name).join('.');
  return inSmallLetters.get(written.toLowerCase()) ?? written;
}

/** Source: cloudflare-go 4.6, 6.2. */
const ofGo: Readonly<Record<string, string>> = { New: 'create', ListAutoPaging: 'list' };

/** Returns all known methods. */
export function sdkMethods(): readonly string[] {
  return [...(known ??= read()).keys()];
}
