/** Evidence from the words around a value whose own name is too general. Found in public code in November 2026. */
import type { Role } from './names.js';
import { words } from './words.js';

/** Whether a class, function, component or file is named after Cloudflare. */
export function isNamedAfterCloudflare(name: string): boolean {
  return words(name).includes('cloudflare');
}

/** Whether a function named after Cloudflare may take a credential: a constructor, factory or setter. Others take names, ids and paths. */
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

/** Returns the role of a name that consists only of general words: `apiToken`, `token`, `AUTH_KEY`. */
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

/**
 * Keys of the environment variables that an option is read from. Sources: the documentation of click, typer, ConfigArgParse, pydantic,
 * convict and urfave/cli, November 2026.
 */
export const variableKeys: readonly string[] = [
  'variable',
  'env',
  'envVar',
  'envvar',
  'env_var',
  'environmentVariable',
  'EnvVar',
  'EnvVars',
  'validation_alias',
];

/** Keys of a name next to its value, and those of the value: `{ name: …, value: … }`, and `{ provide: …, useValue: … }` of Angular and NestJS. */
export const nameKeys: readonly string[] = ['name', 'key', 'provide', ...variableKeys];
export const valueKeys: readonly string[] = ['value', 'text', 'default', 'defaultValue', 'secret', 'fallback', 'Value', 'useValue'];

/** Keys for the description of an option or setting. Sources: the README of commander, yargs, citty, cleye, oclif, convict and n8n, November 2026. */
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

/** Keys of a value whose name is the outer key: `apiToken: { default: '…' }`. */
export const defaultKeys: ReadonlySet<string> = new Set([
  ...valueKeys,
  // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html
  'Default',
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
