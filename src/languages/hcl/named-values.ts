/** Names that stand beside their values: `env { name = "CF_API_TOKEN" … }`. */
import { nameKeys, valueKeys } from '../data/named-values.js';
import type { Expression } from './tree.js';

/** Says by its key what a value of an object or block is called. */
export function naming(given: readonly { readonly key: string | undefined; readonly value: Expression }[]): (key: string) => string {
  const name = given.find(({ key }) => key !== undefined && nameKeys.has(key))?.value;
  const [only] = name?.type === 'template' && name.parts.length === 1 ? name.parts : [];
  return (key) => (only?.type === 'characters' && valueKeys.has(key) ? only.text : key);
}
