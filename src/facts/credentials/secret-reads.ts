import { isNamedAfterCloudflare } from '../../cloudflare/credentials/evidence.js';
import { isSecretVariable } from '../../cloudflare/credentials/names.js';
import {
  commandRunners,
  namingReaders,
  openers,
  secretCommands,
  secretMembers,
  secretName,
  secretOptions,
  vaultReaders,
} from '../../cloudflare/sinks/secret-stores.js';
import type { Call, Name } from '../../source/model.js';
import { get, presentValue, literal } from '../../source/values.js';
import { rootOf } from '../program/callees.js';
import { isChecking } from './checked-environments.js';

/** Returns the name of the variable, input or secret that a call reads, whatever it is named. */
export function secretRead({ callee, arguments: values }: Call): string | undefined {
  const [first] = values;
  if (callee.kind !== 'name') return undefined;
  const method = callee.path.at(-1) ?? '';
  if (!first) return method === 'value' ? declaredParameter(callee.of) : undefined;
  // Effect's `Config.redacted(name)` exposes nothing until `Redacted.value` extracts it.
  if (isRedacted(callee)) return undefined;
  if (method === 'value' && first.kind === 'call' && isRedacted(first.callee)) return literal(first.arguments[0] ?? first);
  if (commandRunners.test(method)) return printedBy(literal(first));
  if (!namingReaders.test(method)) return undefined;
  // Doppler's `secrets.get(project, config, name)`.
  const place = callee.path.at(-2) === 'secrets' ? values.at(-1) : first;
  const named = place?.kind === 'table' ? presentValue(get(place, ...secretOptions)) : place;
  const full = named && literal(named);
  const name = full === undefined ? undefined : secretName(full);
  if (name === undefined || !/^(?:op:\/\/)?[\w./ -]+$/.test(name)) return undefined;
  const namespace = namespaceOf(callee);
  return called(namespace === undefined ? name : `${namespace}/${name}`) ?? (/^[\w./-]+$/.test(name) ? name : undefined);
}

/** Returns the secret that a parameter of Firebase declares: `defineSecret('CLOUDFLARE_API_TOKEN').value()`. */
function declaredParameter(declaration: Call | undefined): string | undefined {
  const [name] = declaration?.arguments ?? [];
  const isParameter = declaration?.callee.kind === 'name' && declaration.callee.path.at(-1) === 'defineSecret';
  return isParameter && name ? literal(name) : undefined;
}

/** Returns the namespace of settings of Pulumi: `new pulumi.Config('cloudflare').requireSecret('apiToken')`. */
function namespaceOf({ of }: Name): string | undefined {
  const isConfig = of?.new === true && of.callee.kind === 'name' && of.callee.path.at(-1) === 'Config';
  const [namespace] = isConfig ? of.arguments : [];
  return namespace && literal(namespace);
}

/** Returns the path of all secrets that a vault stores for Cloudflare: `vault.read('secret/data/cloudflare')`. */
export function vaultRead(call: Call): string | undefined {
  const { callee } = call;
  if (callee.kind !== 'name' || !vaultReaders.test(callee.path.at(-1) ?? '')) return undefined;
  const { path, module } = rootOf(callee);
  if (![module, path.at(-2), callee.path.at(-2)].some((owner) => owner !== undefined && /vault/i.test(owner))) return undefined;
  const way = wayIn(call);
  return way?.split('/').some(isNamedAfterCloudflare) === true ? way : undefined;
}

/** Returns the path of the secret that a call asks a vault for: the first argument, or the one called `path`. */
function wayIn({ arguments: [first] }: Call): string | undefined {
  const way = first?.kind === 'table' ? presentValue(get(first, 'path')) : first;
  return way && literal(way);
}

function isRedacted(callee: Call['callee']): boolean {
  return callee.kind === 'name' && /^Config\.(?:redacted|secret)$/.test(callee.path.slice(-2).join('.'));
}

/** Returns the secret in a member of such a call's result: `(await client.getSecret('cloudflare-api-token')).value`. */
export function secretMember({ of, from, path }: Name): string | undefined {
  const call = of ?? from;
  if (call?.callee.kind !== 'name') return undefined;
  const members = (from ? path.slice(1) : path).join('.');
  const read = secretMembers.test(members) ? asked(call) : undefined;
  if (read !== undefined) return read;
  const last = path.at(-1) ?? '';
  if (!(openers.test(call.callee.path.at(-1) ?? '') || isChecking(call)) || path.includes('public')) return undefined;
  if (isSecretVariable(last)) return last;
  // `(await vault.read('secret/data/cloudflare')).data.data.api_token`
  return /^\w+$/.test(last) ? called(`${wayIn(call) ?? ''}/${last}`, last) : undefined;
}

/**
 * Returns the secret that a call requests from a store, directly, through a promise, or by sending a command:
 * `client.send(new GetSecretValueCommand(…))`.
 */
function asked(call: Call): string | undefined {
  if (call.callee.kind !== 'name') return undefined;
  const { path, of } = call.callee;
  const [first] = call.arguments;
  if (path.join('.') === 'promise' && of) return secretRead(of);
  return secretRead(call) ?? (path.at(-1) === 'send' && first?.kind === 'call' ? secretRead(first) : undefined);
}

/** Returns the secret that a command prints: `op read 'op://Private/Cloudflare API token/credential'`. */
function printedBy(command: string | undefined): string | undefined {
  if (command === undefined || !secretCommands.test(command)) return undefined;
  // A single word of the command, unless the name contains spaces.
  const bare = command.replaceAll(/["'`]/g, '');
  const word = bare.split(/[\s=]/).find(isSecretVariable);
  return word === undefined ? called(bare) : (called(word) ?? word);
}

/** Returns the segment of a secret's path that names it: `projects/acme/secrets/cloudflare-api-token/versions/latest`. */
function called(way: string, last = ''): string | undefined {
  const segments = way
    .split('/')
    .map((segment) => segment.trim().replaceAll(' ', '-'))
    .filter(Boolean);
  const names = [...segments, ...segments.map((segment, index) => `${segment}/${segments[index + 1] ?? ''}`)];
  return names.find((name) => name.endsWith(last) && isSecretVariable(name));
}
