/** Places in modules where another file shows that an apparent problem is none. */
import { keysUsedHere } from './facts/credentials/keys/key-variables.js';
import { headers } from './facts/requests/headers/headers.js';
import { asksForCloudflare } from './facts/requests/destination.js';
import type { SourceFile, Span } from './source/model.js';
import { isInOtherFile } from './source/span.js';

export interface Cleared extends Span {
  /** The rule that does not apply there; all rules if omitted. */
  readonly rule?: string;
}

export function clearedIn(file: SourceFile): readonly Cleared[] {
  try {
    return [
      // Credentials that are sent to other services than Cloudflare.
      ...headers(file).flatMap(({ nameAt, destination, requests }) =>
        destination === 'other' && isInOtherFile(nameAt) && !requests.some(asksForCloudflare) ? [nameAt] : [],
      ),
      ...keysUsedHere(file).map((at) => ({ ...at, rule: 'prefer-api-token' })),
    ];
  } catch {
    return []; // a file that is too much for the facts is searched as text only
  }
}
