import { roleOf } from '../../cloudflare/credentials/names.js';
import { words } from '../../cloudflare/credentials/words.js';
import type { Call, Name } from '../../source/model.js';
import { isSecretRole } from './sent-credentials.js';

/** `cloudflareApiToken`, `config.cloudflare.apiToken`: a name of the program's own that says what it holds, and not only what is said of that. */
export function isCalledSecret({ path, of, type }: Name): boolean {
  // What an object of the program's own shows of itself, its class tells, and a type may hide it.
  if (of?.new === true || (of && givesDescriptions(of)) || /secret|redacted|masked|sensitive/i.test(type?.name.path.at(-1) ?? ''))
    return false;
  if (isSecretAt(path)) return true;
  const typed = type && settingsType(type.name);
  return typed !== undefined && type !== undefined && type.below.length > 0 && isSecretAt([typed, ...type.below]);
}

/** A member that the type of an object of settings declares for a credential: `config: CloudflareConfig`, of `{ apiToken: string }`. */
export function declaredSecret({ path, type, declares }: Name): string | undefined {
  const typed = type?.below.length === 0 ? settingsType(type.name) : undefined;
  if (typed === undefined || !declares) return undefined;
  return declares([]).find((member) => isSecretAt([...path, member]) || isSecretAt([typed, member]));
}

/** The name of a type, if that says that what it describes is for settings and not for what is said of them: their state, or their errors. */
function settingsType({ path }: Name): string | undefined {
  const name = path.at(-1) ?? '';
  return words(name).some((word) => settings.has(word)) && !isDescription(name) ? name : undefined;
}

const settings = new Set('auth config configuration connection credentials env environment secrets settings'.split(' '));

function isSecretAt(path: readonly string[]): boolean {
  const role = roleOf(path);
  // A constant may hold the name of a variable.
  if (role === undefined || !isSecretRole(role) || !/[a-z]/.test(path.at(-1) ?? '')) return false;
  return !path.slice(0, -1).some(isDescription);
}

function isDescription(name: string): boolean {
  return words(name).some((word) => descriptions.has(word));
}

/** `config.getSources()["cloudflare.api_token"]`: a function whose name ends in what is said of things. */
function givesDescriptions({ callee }: Call): boolean {
  const last = words(callee.kind === 'name' ? (callee.path.at(-1) ?? '') : '').at(-1) ?? '';
  return descriptions.has(last) || /^(?:source|origin|status|state|kind)s?$/.test(last);
}

/** What holds texts about things, rules for them or their state, by the name of the thing. */
const descriptions = new Set(
  'column description error event field flag header help i18n key label message name option path placeholder prop route rule schema string t text title touched translation type valid warning'
    .split(' ')
    .flatMap((word) => [word, `${word}s`]),
);
