/** Names that stand beside their values: `{ name: CF_API_TOKEN, value: … }`. */
import type { Span } from '../../source/model.js';
import type { Mapping } from './datum.js';

/** The keys of a name. */
export const nameKeys: ReadonlySet<string> = new Set(['name', 'Name', 'key', 'Key', 'variable', 'env_var']);

/** The keys of what is given to the name. */
export const valueKeys: ReadonlySet<string> = new Set(['value', 'Value', 'valueFrom', 'text']);

/** The name that a mapping gives to its value. */
export function nameIn({ pairs }: Mapping): { readonly name: string; readonly at: Span } | undefined {
  if (!pairs.some(({ key }) => valueKeys.has(key))) return undefined;
  for (const { key, value } of pairs) {
    if (!nameKeys.has(key) || value.kind !== 'scalar' || !value.pieces) continue;
    return { name: value.pieces.map(({ text }) => text).join(''), at: value.at };
  }
  return undefined;
}
