import { masking } from '../../cloudflare/sinks/passing.js';
import type { Value } from '../../source/model.js';

/** Whether a value reveals only something about a credential: whether it is set, its length, or what a masking function left of it. */
export function isMasked(value: Value): boolean {
  switch (value.kind) {
    case 'call':
      return value.callee.kind === 'name' && masking.test(value.callee.path.at(-1) ?? '');
    case 'name':
      return value.path.length > 1 && value.path.at(-1) === 'length';
    case 'text': {
      const holes = value.parts.filter((part) => part.kind === 'hole');
      return holes.length > 0 && holes.every((hole) => isMasked(hole.value));
    }
    case 'choice':
      return value.options.every(isMasked);
    case 'opaque':
      return typeof value.value === 'boolean';
    default:
      return false;
  }
}
