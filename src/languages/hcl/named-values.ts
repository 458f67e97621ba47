/** Names next to their values: `env { name = "CF_API_TOKEN" … }`. */
import { nameKeys, valueKeys } from '../data/named-values.js';
import type { Expression } from './tree.js';

/** Returns a function from a key in an object or block to the name of its value: that of the sibling `name`, or else the key. */
export function naming(given: readonly { readonly key: string | undefined; readonly value: Expression }[]): (key: string) => string {
  const name = given.find(({ key }) => key !== undefined && nameKeys.has(key))?.value;
  const [only] = name?.type === 'template' && name.parts.length === 1 ? name.parts : [];
  return (key) => (only?.type === 'characters' && valueKeys.has(key) ? only.text : key);
}
