import { credentialHeaders } from '../../cloudflare/credentials/headers.js';
import type { Call, Name, SourceFile, Text, Value } from '../../source/model.js';
import { perFile } from '../../source/memoized.js';
import { alternatives, literal } from '../../source/values.js';
import { clients } from '../requests/sdk-clients.js';
import { type AuthHeader, headers } from '../requests/headers/headers.js';
import { requests } from '../requests/requests.js';
import { secretRead } from './secret-reads.js';

/** A name or call whose value is sent to Cloudflare as a credential, or passed to one of its libraries, and its name. */
export interface SentCredential {
  readonly leaf: Name | Call;
  readonly variable: string;
}

/** Returns all such names and calls of a file. */
export const sentCredentials = perFile((file: SourceFile): readonly SentCredential[] => {
  const values = [
    ...headers(file)
      .filter((header) => isSecretRole(header.carries.role) && goesToCloudflare(header))
      .map(({ name, value }) => ({ by: name, value })),
    ...clients(file).flatMap(({ credentials }) =>
      credentials.filter(({ role }) => isSecretRole(role)).map(({ option, entry }) => ({ by: option, value: entry.value })),
    ),
  ];
  const ids = new Set(
    requests(file)
      .flatMap(({ urls }) => urls.flatMap(inPath))
      .map(identity),
  );
  const variables = new Map(file.bindings.flatMap(({ value, names }) => (value.kind === 'call' ? [[value.at.start, names.at(-1)]] : [])));
  return values
    .flatMap(({ by, value }) =>
      leaves(value).map((leaf) => ({
        leaf,
        variable: (leaf.kind === 'call' ? variables.get(leaf.at.start) : undefined) ?? nameOfLeaf(leaf) ?? by,
      })),
    )
    .filter(({ leaf }) => !ids.has(identity(leaf)));
});

/** Returns what fills the path of a URL: those are ids, and a parameter that is used in a path as well has different values in different calls. */
function inPath({ parts }: Text): readonly (Name | Call)[] {
  const query = parts.findIndex((part) => part.kind === 'piece' && part.text.includes('?'));
  return parts.slice(0, query < 0 ? parts.length : query).flatMap((part) => (part.kind === 'hole' ? leaves(part.value) : []));
}

export function isSecretRole(role: string): boolean {
  return role !== 'email' && role !== 'identifier';
}

/** Whether a header carries a secret of Cloudflare's. */
export function isSecretHeader(name: string): boolean {
  return isSecretRole(credentialHeaders.get(name.toLowerCase())?.role ?? 'identifier');
}

function goesToCloudflare({ carries, destination, together }: AuthHeader): boolean {
  return carries.own || destination === 'cloudflare' || (destination === 'unknown' && together.some(({ name }) => name === 'x-auth-email'));
}

/** Returns the names and calls that a value is made of. */
export function leaves(value: Value): readonly (Name | Call)[] {
  return alternatives(value).flatMap((option): readonly (Name | Call)[] => {
    if (option.kind === 'text') return option.parts.flatMap((part) => (part.kind === 'hole' ? leaves(part.value) : []));
    return option.kind === 'name' || option.kind === 'call' ? [option] : [];
  });
}

/** Returns the program's name for a value it obtains from elsewhere. */
export function nameOfLeaf(leaf: Name | Call): string | undefined {
  if (leaf.kind === 'name') {
    const name = leaf.path.at(-1) ?? leaf.module;
    if (name === undefined || !/^\d+$/.test(name)) return name;
    // A member of a list, or a positional parameter of a script.
    const list = leaf.of ? nameOfLeaf(leaf.of) : leaf.path.at(-2);
    return list === undefined ? `$${name}` : `${list}[${name}]`;
  }
  const name = leaf.new || leaf.callee.kind !== 'name' ? undefined : leaf.callee.path.at(-1);
  return secretRead(leaf) ?? (name === undefined ? undefined : `${name}()`);
}

/** Returns a key of a name or call: where its head comes from, and its members. */
export function identity(value: Name | Call): string {
  // A helper's call has one place, but differs with its arguments.
  if (value.kind === 'call')
    return `call ${String(value.at.start)} ${value.arguments.map((argument) => literal(argument) ?? '').join(' ')}`;
  const head = value.module ?? value.of?.at.start ?? value.declaredAt?.start ?? '';
  return `${String(head)} ${value.path.join('.')}`;
}
