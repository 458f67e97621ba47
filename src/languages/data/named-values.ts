/** Names next to their values: `{ name: CF_API_TOKEN, value: … }`. */
import type { Span } from '../../source/model.js';
import { type Datum, type Mapping, written } from './datum.js';
import { dataKeys, isSecret, nameOf } from './kubernetes.js';

/** Keys of names. */
export const nameKeys: ReadonlySet<string> = new Set(['name', 'Name', 'key', 'Key', 'variable', 'env_var']);

/** Keys of values. */
export const valueKeys: ReadonlySet<string> = new Set(['value', 'Value', 'valueFrom', 'text']);

/** The key of the list from which kustomize generates a Secret: `{ name: cloudflare-token, literals: ['api-token=…'] }`. */
const listKeys: ReadonlySet<string> = new Set(['literals']);

/** A name that a mapping gives to the values of some of its keys. */
interface NameBeside {
  readonly name: string;
  readonly at: Span;
  readonly keys: ReadonlySet<string>;
}

/** Returns the name that a mapping gives to its values, if it gives them one. */
export function nameBeside(mapping: Mapping): NameBeside | undefined {
  if (isSecret(mapping)) return named(nameOf(mapping), dataKeys);
  const keys = [valueKeys, listKeys].find((each) => mapping.pairs.some(({ key }) => each.has(key)));
  return keys && named(mapping.pairs.find(({ key, value }) => nameKeys.has(key) && isString(value))?.value, keys);
}

function named(by: Datum | undefined, keys: ReadonlySet<string>): NameBeside | undefined {
  return by && isString(by) ? { name: written(by), at: by.at, keys } : undefined;
}

function isString(datum: Datum): datum is Extract<Datum, { readonly kind: 'scalar' }> {
  return datum.kind === 'scalar' && datum.pieces !== undefined;
}
