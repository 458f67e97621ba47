import { roleOf } from '../../cloudflare/credentials/names.js';
import { words } from '../../cloudflare/credentials/words.js';
import type { Binding, Call, Name, SourceFile, Span } from '../../source/model.js';
import { perFile } from '../../source/values.js';
import { owned, secretVariables, variableKept, variableOf } from '../program/environment.js';
import { isMasked } from '../program/masking.js';
import { credentialContainers } from './credential-containers.js';
import { issuing } from './issuing.js';
import { askedCredential } from './options.js';
import { secretMember, secretRead } from './secret-reads.js';
import { identity, isSecretRole, sentCredentials } from './sent-credentials.js';

/** Where a program gets a credential from that does not stand in it. */
export interface Source {
  /** What it is called: the environment variable, the option of an action, the variable that is sent as a credential. */
  readonly variable: string;
  /** Whether the name of an environment variable says that it is a credential; otherwise it is sent as one in this file. */
  readonly named: boolean;
  /** Where it is issued: each call gives another credential, whatever it is called. */
  readonly issuedAt?: number | undefined;
  /** Of an object that has it in it: what shows it only when all members are shown. */
  readonly whole?: 'error' | 'client' | 'answer' | 'fields' | undefined;
  /** Of a plain object that has it in it, which shows nothing of itself as a text. */
  readonly isPlain?: true | undefined;
  /** Where the object is declared that has it in it. */
  readonly object?: Span | undefined;
}

/** Tells of a name or call of this file what credential it holds, if it does. */
export const sources = perFile((file: SourceFile): ((value: Name | Call) => Source | undefined) => {
  const isSecret = secretVariables(file);
  const isOwned = owned(file);
  const sent = new Map(sentCredentials(file).map(({ leaf, variable }) => [identity(leaf), variable] as const));
  const holderOf = credentialContainers(file);
  const issuedIn = issuing(file);
  const askedIn = askedCredential(file);
  const assigned = new Map(file.bindings.flatMap(givenConstant));
  return (value) => {
    const variable = value.kind === 'name' ? (variableOf(value) ?? secretMember(value)) : (secretRead(value) ?? variableKept(value));
    if (variable !== undefined && isSecret(variable)) return { variable, named: true };
    const own = assigned.get(value.at.start) ?? readIn(value);
    if (own !== undefined && isSecret(own)) return { variable: own, named: true };
    const asked = value.kind === 'call' ? askedIn(value) : undefined;
    if (asked !== undefined) return { variable: asked, named: false };
    const secret = issuedIn(value);
    const name = sent.get(identity(value)) ?? (secret?.whole ? undefined : secret?.variable);
    if (name !== undefined) return { variable: name, named: false, issuedAt: secret?.issuedAt };
    const holder = secret ?? holderOf(value);
    if (holder) return { ...holder, named: false, object: value.kind === 'name' ? value.declaredAt : undefined };
    const called = value.kind === 'name' && isCalledSecret(value) ? (value.path.at(-1) ?? '') : undefined;
    return called !== undefined && isOwned(called) ? { variable: called, named: false } : undefined;
  };
});

/** `cloudflareApiToken`, `config.cloudflare.apiToken`: a name of the program's own that says what it holds, and not only what is said of that. */
function isCalledSecret({ path, of, type }: Name): boolean {
  // What an object of the program's own shows of itself, its class tells, and a type may hide it.
  if (of?.new === true || /secret|redacted|masked|sensitive/i.test(type?.name.path.at(-1) ?? '')) return false;
  const role = roleOf(path);
  // A constant may hold the name of a variable.
  if (role === undefined || !isSecretRole(role) || !/[a-z]/.test(path.at(-1) ?? '')) return false;
  return !path.slice(0, -1).some((outer) => words(outer).some((word) => descriptions.has(word)));
}

/** What holds texts about things, rules for them or their state, by the name of the thing. */
const descriptions = new Set(
  'column description error event field flag header help i18n key label message name option path placeholder prop route rule schema string t text title touched translation type valid warning'
    .split(' ')
    .flatMap((word) => [word, `${word}s`]),
);

/** `CF_API_TOKEN=$(cat token)`: what a constant is given that is called like a credential. */
function givenConstant({ names, value }: Binding): readonly (readonly [number, string])[] {
  const name = names.at(-1) ?? '';
  const isGiven = (value.kind === 'call' && !value.new) || (value.kind === 'name' && value.local === true);
  return isGiven && /^[A-Z][A-Z\d]*_[A-Z\d_]+$/.test(name) && !isMasked(value) ? [[value.at.start, name]] : [];
}

/** The variable of a script that holds what the script was not seen to give it: `read -s CF_API_TOKEN`. */
function readIn(value: Name | Call): string | undefined {
  const isOfScript = value.kind === 'name' && value.local && !value.declaredAt && !value.type && value.path.length === 1;
  return isOfScript ? value.path[0] : undefined;
}
