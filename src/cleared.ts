/** Places in modules where a file shows that what looks like a fault is none: credentials that it sends to others than Cloudflare. */
import { headers } from './facts/requests/headers.js';
import type { SourceFile, Span } from './source/model.js';
import { isElsewhere } from './source/span.js';

export function clearedIn(file: SourceFile): readonly Span[] {
  try {
    return headers(file).flatMap(({ nameAt, destination }) => (destination === 'other' && isElsewhere(nameAt) ? [nameAt] : []));
  } catch {
    return []; // a file that is too much for the facts is searched as text only
  }
}
