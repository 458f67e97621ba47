/** What the words around a value say of it where its own name says too little. Met in public code in November 2026. */
import type { Role } from './names.js';
import { words } from './words.js';

/** Whether a class, function, component or file is called after Cloudflare. */
export function isNamedAfterCloudflare(name: string): boolean {
  return words(name).includes('cloudflare');
}

/** What may be made of, or handed to, something called after Cloudflare: a constructor, a factory, a setter. Others take names, ids and paths. */
export function takesCredential(callee: string): boolean {
  const said = words(callee);
  if (said.join('') === 'cloudflare') return true;
  return said.some((word) => takers.has(word));
}

const takers = new Set(
  'api auth authenticate bearer client connect create credential credentials configure dns init key login make manager provider sdk secret service set setup token use with'.split(
    ' ',
  ),
);

/** What a name says that is made of nothing but general words: `apiToken`, `token`, `AUTH_KEY`. */
export function asCredentialName(name: string): Role | undefined {
  const own = words(name);
  if (own.length === 0 || !own.every((word) => general.has(word))) return undefined;
  const last = own.at(-1) ?? '';
  if (own.includes('refresh')) return last === 'token' ? 'oauth-refresh-token' : undefined;
  if (last.endsWith('token')) return 'api-token';
  return /key$|^(?:secret|bearer|credentials?|auth)$/.test(last) ? 'api-credential' : undefined;
}

const general = new Set(
  'access api apikey apitoken auth authtoken bearer credential credentials default dev dns global key my oauth private prod production refresh secret staging test token zone'.split(
    ' ',
  ),
);

/** The keys of a name that stands beside its value, and those of the value. */
export const nameKeys: readonly string[] = ['name', 'key', 'variable', 'env', 'envVar', 'environmentVariable'];
export const valueKeys: readonly string[] = ['value', 'text', 'default', 'defaultValue', 'secret', 'fallback'];

/** The keys under which an option or setting is described. Sources: the README of commander, yargs, citty, cleye, oclif, convict and n8n, November 2026. */
export const descriptionKeys: readonly string[] = [
  'description',
  'describe',
  'desc',
  'help',
  'doc',
  'summary',
  'label',
  'title',
  'displayName',
];

/** Keys of what stands in for a value that is named further out: `apiToken: { default: '…' }`. */
export const standIns: ReadonlySet<string> = new Set([
  ...valueKeys,
  'dev',
  'devDefault',
  'initial',
  'initialValue',
  'plaintext',
  'plainText',
  'secretStringValue',
  'secretString',
  'stringValue',
]);
