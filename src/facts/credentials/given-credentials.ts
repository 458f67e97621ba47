import { judge } from '../../cloudflare/credentials/judge.js';
import type { Value } from '../../source/model.js';
import { alternatives, get, presentValue, shape } from '../../source/values.js';

/** Whether a value is an API credential of a wanted kind, or is read from elsewhere; placeholders are neither. */
export function isGiven(value: Value, wants: (kind: string) => unknown): boolean {
  return alternatives(value).some((option) => {
    if (option.kind === 'table') return presentValue(get(option, ...secretReferences)) !== undefined;
    if (option.kind === 'text' && reference.test(shape(option))) return true;
    if (option.kind === 'text') return wants(judge(shape(option), 'api-credential')?.kind ?? '') !== undefined;
    return option.kind === 'name' || option.kind === 'call';
  });
}

/** Keys under which a variable's value names a secret: of a container in Kubernetes and Terraform, of a step in Drone and Woodpecker. */
const secretReferences: readonly string[] = ['secretKeyRef', 'secret_key_ref', 'from_secret'];

/** A reference to another variable that the reader leaves to the tool: `$KEY`, `${KEY}`. */
const reference = /^\$(?:[A-Z_]\w*|\{[A-Z_]\w*\})$/i;
