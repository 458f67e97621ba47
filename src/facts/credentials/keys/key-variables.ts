/** Variables that hold a Global API Key or an Origin CA key. */
import { asCredentialName } from '../../../cloudflare/credentials/evidence.js';
import { bearerSetters } from '../../../cloudflare/http/header-setters.js';
import { isTokenVariable, keyVariableRole } from '../../../cloudflare/credentials/names.js';
import { keeping } from '../../../cloudflare/sinks/passing.js';
import type { Call, SourceFile, Span, Value } from '../../../source/model.js';
import { isInOtherFile } from '../../../source/span.js';
import { alternatives, shape } from '../../../source/values.js';
import { chainOf } from '../../program/callees.js';
import { environment, owned, variableOf, variableReadBy } from '../../program/environment.js';
import { environmentWrites } from '../../program/environment-writes.js';
import { headers } from '../../requests/headers/headers.js';
import { clients } from '../../requests/sdk-clients.js';
import { isGiven } from '../given-credentials.js';
import { keysBesideEmail } from '../surroundings.js';
import { settings } from '../settings/settings.js';
import { settingLines } from './setting-lines.js';

/** Credentials that an API token replaces. */
export type KeyRole = 'global-api-key' | 'origin-ca-key';

export function keyRole(role: string): KeyRole | undefined {
  return role === 'origin-ca-key' || role === 'global-api-key' ? role : undefined;
}

/** A variable that is read or written, with its place. */
interface VariableRead {
  readonly variable: string;
  readonly at: Span;
}

/**
 * Returns the first place of each variable that holds a Global API Key or an Origin CA key, unless its value is known to reach a header or option,
 * where it is judged instead.
 */
export function keysInVariables(file: SourceFile): readonly (VariableRead & { readonly role: KeyRole })[] {
  const used = [...usedValues(file), ...keysBesideEmail(file).map(({ value }) => value)];
  const known = new Set(used.flatMap((value) => variablesIn(value, file).map(({ variable }) => variable)));
  const isOwned = owned(file);
  const reads = environment(file).flatMap(({ variable, name }) => (name.onlyTested ? [] : [{ variable, at: name.at }]));
  const sent = new Set(used.flatMap(placesIn));
  const written = writes(file).filter(({ value }) => !alternatives(value).some((option) => sent.has(option.at.start)));
  // `CF_API_KEY: ${DNS_KEY}` is one use of one key.
  const passedOn = new Set(written.flatMap(({ variable, value }) => (keyVariableRole(variable) ? placesIn(value) : [])));
  const lines = settingLines(file);
  for (const { value } of lines) for (const at of placesIn(value)) passedOn.add(at);
  for (const at of [...placesPassedAsTokens(file), ...placesTested(file)]) passedOn.add(at);
  const others = [...reads, ...readThroughFunctions(file)].filter(({ at }) => !passedOn.has(at.start));
  return [...written, ...lines, ...others].flatMap(({ variable, at }) => {
    const role = keyVariableRole(variable);
    if (!role || !isOwned(variable) || known.has(variable)) return [];
    known.add(variable);
    return [{ at, role, variable }];
  });
}

/**
 * Returns where values are passed as API tokens: whatever the variable in `apiToken: process.env.CLOUDFLARE_API_KEY` is called, it holds a token.
 */
function placesPassedAsTokens({ calls, tables }: SourceFile): readonly number[] {
  const given = calls.flatMap(({ callee, arguments: values }) =>
    callee.kind === 'name' && bearerSetters.includes(callee.path.at(-1) ?? '') ? values : [],
  );
  return [...given, ...tables.flatMap(({ entries }) => entries.flatMap(({ key, value }) => (isTokenName(key) ? [value] : [])))].flatMap(
    placesIn,
  );
}

function isTokenName(name: string): boolean {
  return isTokenVariable(name) || asCredentialName(name) === 'api-token';
}

/** Functions that tell whether a name has a value, or remove it. */
const testing = /^(?:has|contains|exists|is_?set|delete|remove|unset)(?:_?(?:key|value|entry|secret|item))?$/i;

/** Returns where names are passed to functions that do not read their values: `secrets::has(CF_API_KEY)`. */
function placesTested({ calls }: SourceFile): readonly number[] {
  return calls.flatMap((call) =>
    call.callee.kind === 'name' && testing.test(call.callee.path.at(-1) ?? '') ? call.arguments.map(({ at }) => at.start) : [],
  );
}

/** Returns the values of a file's headers and of its clients' options. */
function sentOrGiven(file: SourceFile): readonly Value[] {
  return [
    ...headers(file).map(({ value }) => value),
    ...clients(file).flatMap(({ credentials }) => credentials.map(({ entry }) => entry.value)),
  ];
}

/** Returns where other modules read keys from the environment that are judged in this file. */
export function keysUsedHere(file: SourceFile): readonly Span[] {
  const reads = sentOrGiven(file).flatMap((value) => variablesIn(value, file));
  return reads.flatMap(({ variable, at }) => (isInOtherFile(at) && keyVariableRole(variable) ? [at] : []));
}

/** Returns the values known to reach a header, an option of a client or a setting. */
export function usedValues(file: SourceFile): readonly Value[] {
  return [...sentOrGiven(file), ...settings(file).map(({ entry }) => entry.value)];
}

/**
 * Returns variables that are assigned a key, or the value of another variable. A placeholder only shows that a key may be assigned, not that one is.
 */
function writes(file: SourceFile): readonly (VariableRead & { readonly value: Value })[] {
  return environmentWrites(file).flatMap(({ variable, at, value }) => (isGiven(value, keyRole) ? [{ variable, at, value }] : []));
}

/** Returns where the values in a value's holes begin. */
function placesIn(value: Value): readonly number[] {
  return alternatives(value).flatMap((option) =>
    option.kind === 'text' ? option.parts.flatMap((part) => (part.kind === 'hole' ? placesIn(part.value) : [])) : [option.at.start],
  );
}

/** Returns variables that are read through functions, unless the program only tests whether they are set. */
function readThroughFunctions(file: SourceFile): readonly VariableRead[] {
  // What follows `Bearer` comes from elsewhere: any of these variables may hold that token.
  if (headers(file).some(({ name, value }) => name === 'authorization' && isBearer(value) && variablesIn(value, file).length === 0))
    return [];
  return file.calls.flatMap((call) => {
    const variable = variableReadBy(call, file);
    const { uses = [] } = call.outcome ?? {};
    const isOnlyTested = uses.length > 0 && uses.every(({ isTest }) => isTest);
    const [at] = call.arguments.map((argument) => argument.at);
    return variable === undefined || !at || isOnlyTested ? [] : [{ variable, at }];
  });
}

function isBearer(value: Value): boolean {
  return alternatives(value).some((option) => option.kind === 'text' && /^Bearer /i.test(shape(option)));
}

function variablesIn(value: Value, file: SourceFile): readonly VariableRead[] {
  return alternatives(value).flatMap((option): readonly VariableRead[] => {
    if (option.kind === 'text') return option.parts.flatMap((part) => (part.kind === 'hole' ? variablesIn(part.value, file) : []));
    const variable = option.kind === 'name' ? variableOf(option) : option.kind === 'call' ? variableBehind(option, file) : undefined;
    return variable === undefined ? [] : [{ variable, at: option.at }];
  });
}

/** The variable that a call reads, or that one before it in its chain does: `env.get('CLOUDFLARE_API_KEY').required().asString()` of env-var. */
function variableBehind(call: Call, file: SourceFile): string | undefined {
  for (const link of chainOf(call)) {
    const variable = variableReadBy(link, file);
    if (variable !== undefined || link.callee.kind !== 'name' || !keeping.has(link.callee.path.at(-1) ?? '')) return variable;
  }
  return undefined;
}
