import type { Binding, Call, Name, SourceFile, Span } from '../../source/model.js';
import { perFile } from '../../source/memoized.js';
import { owned, secretVariables, variableKept, variableOf } from '../program/environment.js';
import { isMasked } from '../program/masking.js';
import { isCalledSecret, isNameOfResource, isOpenedFurther } from './called-credentials.js';
import { credentialContainers } from './credential-containers.js';
import { issuing } from './issued/issuing.js';
import { askedCredential, optionReads } from './options.js';
import { secretMember, secretRead } from './secret-reads.js';
import { identity, leaves, sentCredentials } from './sent-credentials.js';

/** Where a program gets a credential from that is not written in it. */
export interface Source {
  /** Its name: the environment variable, the option of an action, or the variable that is sent as a credential. */
  readonly variable: string;
  /** Whether the name of an environment variable identifies it as a credential; otherwise this file sends it as one. */
  readonly named: boolean;
  /** Where it is issued: each call issues another credential, whatever its name. */
  readonly issuedAt?: number | undefined;
  /** Of an object that contains it: the kind of object that exposes it only when all members are printed. */
  readonly whole?: 'error' | 'client' | 'answer' | 'fields' | undefined;
  /** Whether it is in a plain object, which exposes nothing when converted to text. */
  readonly isPlain?: true | undefined;
  /** Where the object that contains it is declared. */
  readonly object?: Span | undefined;
}

/** Returns a function from a name or call of this file to the credential it holds, if any. */
export const sources = perFile((file: SourceFile): ((value: Name | Call) => Source | undefined) => {
  const isSecret = secretVariables(file);
  const isOwned = owned(file);
  const sent = new Map([
    ...passedOn(file, isSecret),
    ...sentCredentials(file).map(({ leaf, variable }) => [identity(leaf), variable] as const),
  ]);
  const holderOf = credentialContainers(file);
  const issuedIn = issuing(file);
  const askedIn = askedCredential(file);
  const optionIn = optionReads(file);
  const assigned = new Map(file.bindings.flatMap(givenConstant));
  return (value) => {
    const isObject = value.kind === 'name' && isOpenedFurther(value, file);
    const variable =
      value.kind === 'name'
        ? (variableOf(value) ?? inputOf(value, file) ?? bindingOf(value, file) ?? (isObject ? undefined : secretMember(value)))
        : (secretRead(value) ?? variableKept(value));
    if (variable !== undefined && isSecret(variable)) return { variable, named: true };
    const own = assigned.get(value.at.start) ?? readIn(value);
    if (own !== undefined && isSecret(own)) return { variable: own, named: true };
    const asked = value.kind === 'call' ? askedIn(value) : optionIn(value);
    if (asked !== undefined) return { variable: asked, named: false };
    const secret = issuedIn(value);
    const name = sent.get(identity(value)) ?? (secret?.whole ? undefined : secret?.variable);
    if (name !== undefined) return { variable: name, named: false, issuedAt: secret?.issuedAt };
    const holder = secret ?? holderOf(value);
    if (holder) return { ...holder, named: false, object: value.kind === 'name' ? value.declaredAt : undefined };
    const called =
      value.kind === 'name' && !isObject && isCalledSecret(value) && !isNameOfResource(value, file) ? (value.path.at(-1) ?? '') : undefined;
    return called !== undefined && isOwned(called) ? { variable: called, named: false } : undefined;
  };
});

/** An input of a workflow or a composite action: `${{ inputs.cloudflare-token }}`. */
function inputOf({ path, local }: Name, { language }: SourceFile): string | undefined {
  const [input = '', ...more] = language === 'yaml' && !local && path[0] === 'inputs' ? path.slice(1) : [];
  return input === '' || more.length > 0 ? undefined : input;
}

/** A secret of a Worker in the syntax of service workers, which are globals: `addEventListener('fetch', …)`. */
function bindingOf({ path: [variable = '', ...below], local, module, of }: Name, file: SourceFile): string | undefined {
  const isGlobal = file.language === 'javascript' && below.length === 0 && !local && module === undefined && !of;
  return isGlobal && /^[A-Z][A-Z\d_]+$/.test(variable) && isServiceWorker(file) ? variable : undefined;
}

const isServiceWorker = perFile(({ text }: SourceFile) => /\baddEventListener\(\s*['"](?:fetch|scheduled)['"]/.test(text));

/** `{ CLOUDFLARE_API_TOKEN: process.env.DEPLOY_TOKEN }`: variables that are passed on under the name of a credential. */
function passedOn(file: SourceFile, isSecret: (variable: string) => boolean): readonly (readonly [string, string])[] {
  const isName = (key: string): boolean => /^[A-Z][A-Z\d_]+$/.test(key) && isSecret(key);
  const values = file.tables.flatMap(({ entries }) => entries.flatMap(({ key, value }) => (isName(key) ? leaves(value) : [])));
  return values.flatMap((leaf): readonly (readonly [string, string])[] => {
    const variable = leaf.kind === 'name' ? variableOf(leaf) : undefined;
    return variable === undefined ? [] : [[identity(leaf), variable]];
  });
}

/** Returns the value assigned to a constant that is named like a credential: `CF_API_TOKEN=$(cat token)`. */
function givenConstant({ names, value }: Binding): readonly (readonly [number, string])[] {
  const name = names.at(-1) ?? '';
  const isGiven = (value.kind === 'call' && !value.new) || (value.kind === 'name' && value.local === true);
  return isGiven && /^[A-Z][A-Z\d]*_[A-Z\d_]+$/.test(name) && !isMasked(value) ? [[value.at.start, name]] : [];
}

/** Returns a script variable without a visible assignment: `read -s CF_API_TOKEN`. */
function readIn(value: Name | Call): string | undefined {
  const isOfScript = value.kind === 'name' && value.local && !value.declaredAt && !value.type && value.path.length === 1;
  return isOfScript ? value.path[0] : undefined;
}
