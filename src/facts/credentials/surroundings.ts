import { asCredentialName, isNamedAfterCloudflare, nameKeys, takesCredential, valueKeys } from '../../cloudflare/credentials/evidence.js';
import { type Role, roleOf } from '../../cloudflare/credentials/names.js';
import type { Call, Name, SourceFile, Table, Value } from '../../source/model.js';
import { alternatives, get, given, literal, perFile } from '../../source/values.js';
import { callsOf } from '../program/calls.js';
import { sdkOf } from '../requests/sdk-clients.js';
import type { ExpectedCredential } from './expected.js';

/** Values of which the name says too little, while what stands around it says that they are Cloudflare's. */
export const surroundings = perFile((file: SourceFile): readonly ExpectedCredential[] => [
  ...callsOf(file).flatMap(ofCall),
  ...file.tables.flatMap(ofNamedValue),
  ...ofFile(file),
]);

/** `new CloudflareApi('…')`, `cloudflare.setToken('…')`, `CloudflareModule.forRoot({ apiToken: '…' })`. */
function ofCall(call: Call): readonly ExpectedCredential[] {
  // Of libraries that are known, it is known where they take credentials.
  const { callee } = call;
  if (callee.kind !== 'name' || sdkOf(callee) || !isCloudflares(callee)) return [];
  return call.arguments.flatMap((value) => alternatives(value).flatMap((option) => ofArgument(option, callee)));
}

function isCloudflares({ path, module = '', of, type }: Name): boolean {
  const made = of?.callee.kind === 'name' ? of.callee : undefined;
  const owner = [path.at(-1), path.at(-2), made?.path.at(-1), type?.name.path.at(-1)];
  // What another module exports by default is called like the module.
  const exported = path.length === 0 ? module.slice(module.lastIndexOf('/') + 1).replace(/\.\w+$/, '') : undefined;
  return [...owner, exported].some((name) => name !== undefined && isNamedAfterCloudflare(name));
}

function ofArgument(value: Value, { path, module = '' }: Name): readonly ExpectedCredential[] {
  if (value.kind === 'text') return takesCredential(path.at(-1) ?? module) ? [{ role: 'api-credential', value }] : [];
  if (value.kind !== 'table') return [];
  return value.entries.flatMap(({ key, value: held }) => {
    const role = asCredentialName(key);
    return role ? [{ role, value: held }] : [];
  });
}

/** `{ name: 'CLOUDFLARE_API_TOKEN', value: '…' }` */
function ofNamedValue(table: Table): readonly ExpectedCredential[] {
  const name = nameKeys.map((key) => given(get(table, key))).find((value) => value?.kind === 'text');
  const role = name && roleOf([literal(name) ?? '']);
  if (!role) return [];
  return valueKeys.flatMap((key) => {
    const value = given(get(table, key));
    return value ? [{ role, value }] : [];
  });
}

/** `export const token = '…'` in `cloudflare.ts`. */
function ofFile({ path, texts }: SourceFile): readonly ExpectedCredential[] {
  const [name = '', folder] = path.split(/[\\/]/).reverse();
  if (!isNamedAfterCloudflare(name.replace(/\.\w+$/, '')) && folder !== 'cloudflare') return [];
  return texts.flatMap((text): readonly ExpectedCredential[] => {
    const role: Role | undefined = asCredentialName(text.names.at(-1) ?? '');
    return role ? [{ role, value: text }] : [];
  });
}
