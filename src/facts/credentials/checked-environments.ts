import { checkedMembers, checkingModules, environmentCheckers, schemaKeys } from '../../cloudflare/sinks/secret-stores.js';
import type { Call, Entry, Name, Value } from '../../source/model.js';
import { namesBehind, rootOf } from '../program/callees.js';
import { variableOf } from '../program/environment.js';

/** Limit on the values that are searched in one schema. */
const MAX_VALUES = 64;

/** Returns the credential in an environment that a library has validated: `z.object({ CLOUDFLARE_API_TOKEN: z.string() }).parse(process.env)`. */
export function checkedVariable(value: Name | Call, isSecret: (variable: string) => boolean): string | undefined {
  const call = value.kind === 'call' ? value : value.of;
  if (!call || (value.kind === 'name' && !checkedMembers.test(value.path.join('.'))) || !isChecking(call)) return undefined;
  return secretInSchema(call, isSecret);
}

/** Whether a call validates its argument and returns it. */
export function isChecking({ callee }: Call): boolean {
  if (callee.kind !== 'name') return false;
  const { module, path } = rootOf(callee);
  // `type({ … })(process.env)`, `decodeUnknownSync(Env)(process.env)`, `envSchema({ … })`
  const named = namesBehind(callee).find((name) => name.path.length > 0);
  const isOfModule = callee.path.length === 0 && module !== undefined && checkingModules.test(module);
  return isOfModule || (named !== undefined && environmentCheckers.test(named.path.at(-1) ?? '') && path[0] !== 'JSON');
}

/** Returns the first secret among the variables of a schema, which is built by the calls before in the chain or passed as an argument. */
function secretInSchema(call: Call, isSecret: (variable: string) => boolean): string | undefined {
  const open: Value[] = [call];
  for (let looked = 0; looked < MAX_VALUES; looked += 1) {
    const value = open.shift();
    if (!value) return undefined;
    if (value.kind === 'table') {
      const found = value.entries.find((entry) => isSecret(entry.key) && !isGiven(entry));
      if (found) return found.key;
      open.push(...value.entries.filter(mayDescribe).map((entry) => entry.value));
    } else if (value.kind === 'call') {
      open.push(...value.arguments, ...(value.callee.kind === 'name' && value.callee.of ? [value.callee.of] : []));
    }
  }
  return undefined;
}

/**
 * Whether an entry provides the value to validate rather than its schema: `runtimeEnv: { CLOUDFLARE_API_TOKEN: process.env.CLOUDFLARE_API_TOKEN }`.
 */
function isGiven({ value }: Entry): boolean {
  return value.kind === 'name' && (value.local === true || variableOf(value) !== undefined);
}

/** Whether an entry may contain a schema. Other tables configure the function that creates one. */
function mayDescribe({ key, value }: Entry): boolean {
  return value.kind !== 'table' || schemaKeys.has(key);
}
