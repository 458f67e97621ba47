/** Places in modules where a file shows that what looks like a fault there is none. */
import { keysUsedHere } from './facts/credentials/keys/key-variables.js';
import { headers } from './facts/requests/headers/headers.js';
import type { SourceFile, Span } from './source/model.js';
import { isElsewhere } from './source/span.js';

export interface Cleared extends Span {
  /** The rule of which it is cleared; all of them if it is not given. */
  readonly rule?: string;
}

export function clearedIn(file: SourceFile): readonly Cleared[] {
  try {
    return [
      // Credentials that are sent to others than Cloudflare.
      ...headers(file).flatMap(({ nameAt, destination }) => (destination === 'other' && isElsewhere(nameAt) ? [nameAt] : [])),
      ...keysUsedHere(file).map((at) => ({ ...at, rule: 'prefer-api-token' })),
    ];
  } catch {
    return []; // a file that is too much for the facts is searched as text only
  }
}
