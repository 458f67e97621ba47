import { isSecretVariable, roleOf } from '../../cloudflare/credentials/names.js';
import { words } from '../../cloudflare/credentials/words.js';
import { secretName, secretReaders } from '../../cloudflare/sinks/secret-stores.js';
import type { Call, Name, SourceFile, Span } from '../../source/model.js';
import { perFile } from '../../source/memoized.js';
import { get, presentValue, literal, shape, textsOf } from '../../source/values.js';
import { callsOf } from '../program/calls.js';
import { decodedTables } from './creations.js';
import { owned, variableOf } from '../program/environment.js';
import { isSecretRole } from '../credentials/sent-credentials.js';
import { settings } from '../credentials/settings/settings.js';
import { sources } from '../credentials/sources.js';

/** A Cloudflare credential that a program receives from outside. */
export interface CredentialRead {
  /** Its name in the file: an environment variable, a binding, a workflow secret, or the name of a secret in a store. */
  readonly name: string;
  /** Where it is read first. */
  readonly at: Span;
}

/** Returns the credentials that a file reads, each at its first read. */
export const credentialReads = perFile((file: SourceFile): readonly CredentialRead[] => {
  const sourceOf = sources(file);
  const passed = passedOn(file);
  const found = [
    ...file.reads.flatMap((name) => {
      const read = variableIn(name);
      if (!read || name.onlyTested || passed.renamed.has(read.variable)) return [];
      const isCredential = sourceOf(read.name) !== undefined || isNamed(read.variable, file) || passed.secrets.has(read.variable);
      return isCredential ? [{ name: read.variable, at: name.at }] : [];
    }),
    ...callsOf(file).flatMap((call) => {
      const name = secretReadBy(call);
      if (name === undefined) return [];
      const isSent = (): boolean => name.length <= MAX_PLAIN && plain.test(name) && sourceOf(call) !== undefined;
      return isNamed(name, file) || isSent() ? [{ name, at: call.at }] : [];
    }),
  ].sort((one, other) => one.at.start - other.at.start);
  const first = new Map<string, CredentialRead>();
  for (const each of found) if (!first.has(nameKey(each.name))) first.set(nameKey(each.name), each);
  return [...first.values()];
});

/** Returns a key that is equal for names that differ in spelling only: `cloudflare-api-token` and `CLOUDFLARE_API_TOKEN`. */
export function nameKey(name: string): string {
  return words(name).join('_');
}

/** Whether a name identifies a Cloudflare credential. */
function isNamed(name: string, file: SourceFile): boolean {
  const segments = name.split(/[/:]/);
  const isSecret = segments.length > 1 ? isSecretRole(roleOf(segments) ?? 'identifier') : isSecretVariable(name);
  return isSecret && owned(file)(name);
}

/** Objects that provide secrets to a file that is not a program: a workflow's secrets, Terraform's variables. */
const handing = new Set(['secrets', 'var']);

/** Returns the variable that a name reads, as a whole or a member of it: `process.env.CF_API_TOKEN` in `process.env.CF_API_TOKEN.trim`. */
function variableIn(name: Name): { readonly variable: string; readonly name: Name } | undefined {
  for (let end = name.path.length; end > 0; end -= 1) {
    const read = { ...name, path: name.path.slice(0, end) };
    const [holder = '', variable] = read.path;
    const isHanded = end === 2 && handing.has(holder) && !name.local && !name.of && name.module === undefined;
    const found = isHanded ? variable : variableOf(read);
    if (found !== undefined) return { variable: found, name: read };
  }
  return undefined;
}

interface Passed {
  /** Secrets that are assigned to a setting for a credential, whatever their names. */
  readonly secrets: ReadonlySet<string>;
  /** Variables that hold such a secret under another name. */
  readonly renamed: ReadonlySet<string>;
}

/** Returns the secrets that are renamed: `CLOUDFLARE_API_TOKEN: ${{ secrets.DEPLOY }}` reads one credential, named DEPLOY. */
function passedOn(file: SourceFile): Passed {
  const secrets = new Set<string>();
  const renamed = new Set<string>();
  const entries = file.tables.flatMap((table) => table.entries.filter(({ key }) => isNamed(key, file)));
  for (const { key, value } of [...entries, ...settings(file).map(({ entry }) => entry)]) {
    const variable = value.kind === 'name' && handing.has(value.path[0] ?? '') ? value.path[1] : undefined;
    if (variable === undefined) continue;
    secrets.add(variable);
    if (key !== variable) renamed.add(key);
  }
  return { secrets, renamed };
}

/** Names that callers choose freely, unlike any credential. */
const plain = /^[a-z]+(?:[_-][a-z]+){0,5}$/i;
const MAX_PLAIN = 30;

/** Returns the name of the secret that a call reads. */
function secretReadBy({ callee, arguments: [first] }: Call): string | undefined {
  if (callee.kind !== 'name' || !first) return undefined;
  const method = callee.path.at(-1) ?? '';
  const reader = secretReaders.find(({ functions, owner }) => functions.test(method) && (!owner || belongsTo(callee, owner)));
  // Unknown functions read an environment variable if they are passed the name of one.
  if (!reader) return /^(?:get\w*|env|require\w*)$/i.test(method) ? /^[A-Z][A-Z\d_]*$/.exec(literal(first) ?? '')?.[0] : undefined;
  const { option } = reader;
  const named = option === undefined ? [first] : decodedTables(first).flatMap((table) => presentValue(get(table, option)) ?? []);
  const [text] = named.flatMap(textsOf);
  const name = text && secretName(shape(text));
  if (name === undefined || !/^[\w./{}-]+$/.test(name)) return undefined;
  // `new pulumi.Config('cloudflare').requireSecret('apiToken')`
  const [namespace] = callee.of?.new ? callee.of.arguments : [];
  const outer = namespace && literal(namespace);
  return outer === undefined ? name : `${outer}:${name}`;
}

function belongsTo({ path, module, of }: Name, owner: RegExp): boolean {
  const made = of?.callee.kind === 'name' ? of.callee : undefined;
  return [path.at(-2), module, made?.module, made?.path.at(-1)].some((name) => name !== undefined && owner.test(name));
}
