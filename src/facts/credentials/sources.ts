import type { Binding, Call, Name, SourceFile, Span } from '../../source/model.js';
import { perFile } from '../../source/values.js';
import { owned, secretVariables, variableKept, variableOf } from '../program/environment.js';
import { isMasked } from '../program/masking.js';
import { isCalledSecret } from './called-credentials.js';
import { credentialContainers } from './credential-containers.js';
import { issuing } from './issuing.js';
import { askedCredential } from './options.js';
import { secretMember, secretRead } from './secret-reads.js';
import { identity, sentCredentials } from './sent-credentials.js';

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
