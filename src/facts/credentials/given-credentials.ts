import { judge } from '../../cloudflare/credentials/judge.js';
import type { Value } from '../../source/model.js';
import { alternatives, get, given, shape } from '../../source/values.js';

/** Whether a value is a credential of the API of a wanted kind, or is taken from elsewhere; what stands in for one until it is filled in is neither. */
export function isGiven(value: Value, wants: (kind: string) => unknown): boolean {
  return alternatives(value).some((option) => {
    if (option.kind === 'table') return given(get(option, 'secretKeyRef')) !== undefined; // a container's variable
    if (option.kind === 'text' && reference.test(shape(option))) return true;
    if (option.kind === 'text') return wants(judge(shape(option), 'api-credential')?.kind ?? '') !== undefined;
    return option.kind === 'name' || option.kind === 'call';
  });
}

/** Another variable, in files whose reader leaves it to their tool: `$KEY`, `${KEY}`. */
const reference = /^\$(?:[A-Z_]\w*|\{[A-Z_]\w*\})$/i;
