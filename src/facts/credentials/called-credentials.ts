import { roleOf } from '../../cloudflare/credentials/names.js';
import { words } from '../../cloudflare/credentials/words.js';
import { perFile } from '../../source/memoized.js';
import type { Call, Name, SourceFile } from '../../source/model.js';
import { identity, isSecretRole, leaves } from './sent-credentials.js';

/**
 * Whether a name of the program's own, `cloudflareApiToken` or `config.cloudflare.apiToken`, denotes a credential rather than a description of one.
 */
export function isCalledSecret({ path, of, type }: Name): boolean {
  // The class determines what an object of the program's own exposes, and a type may hide the value.
  if (of?.new === true || (of && givesDescriptions(of)) || /secret|redacted|masked|sensitive/i.test(type?.name.path.at(-1) ?? ''))
    return false;
  if (isSecretAt(path)) return true;
  const declaring = type?.owner ?? type;
  const typed = declaring && settingsType(declaring.name);
  return typed !== undefined && declaring !== undefined && declaring.below.length > 0 && isSecretAt([typed, ...declaring.below]);
}

/** Whether members of a name are read, too: `kinds['cloudflare-token'].url` shows that `kinds['cloudflare-token']` is no text. */
export function isOpenedFurther(name: Name, file: SourceFile): boolean {
  return openedNames(file).has(identity(name));
}

const openedNames = perFile(
  ({ reads }: SourceFile): ReadonlySet<string> =>
    new Set(
      reads.flatMap((name) =>
        name.of && name.path.length > 1 && !/^(?:length|size)$/i.test(name.path.at(-1) ?? '')
          ? [identity({ ...name, path: name.path.slice(0, -1) })]
          : [],
      ),
    ),
);

/** Whether a name is passed as the name of something: `types.NamespacedName{Name: spec.Cloudflare.Secret}` of Kubernetes. */
export function isNameOfResource(name: Name, file: SourceFile): boolean {
  return resourceNames(file).has(identity(name));
}

const resourceNames = perFile(
  ({ tables }: SourceFile): ReadonlySet<string> =>
    new Set(
      tables.flatMap(({ entries }) =>
        entries.flatMap(({ key, value }) => (/^(?:secret_?)?name$/i.test(key) ? leaves(value).map(identity) : [])),
      ),
    ),
);

/** Returns the credential that a settings object declares by its type: a `config: CloudflareConfig` of `{ apiToken: string }`. */
export function declaredSecret({ path, type, declares }: Name): string | undefined {
  const typed = type?.below.length === 0 ? settingsType(type.name) : undefined;
  if (typed === undefined || !declares) return undefined;
  return declares([]).find((member) => isSecretAt([...path, member]) || isSecretAt([typed, member]));
}

/** Returns the name of a type if it denotes settings, rather than descriptions of settings such as their state or their errors. */
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

/** Whether a call's function is named after descriptions: `config.getSources()["cloudflare.api_token"]`. */
function givesDescriptions({ callee }: Call): boolean {
  const last = words(callee.kind === 'name' ? (callee.path.at(-1) ?? '') : '').at(-1) ?? '';
  return descriptions.has(last) || /^(?:source|origin|status|state|kind)s?$/.test(last);
}

/** Names of objects that hold texts, rules or state by the name of the thing described. */
const descriptions = new Set(
  'column description error event field flag header help i18n key label message name option path placeholder prop route rule schema string t text title touched translation type valid warning'
    .split(' ')
    .flatMap((word) => [word, `${word}s`]),
);
