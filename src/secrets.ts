/** Where a file contains credentials, whether a rule reports them or not. */
import { credentials } from './facts/credentials/credentials.js';
import type { SourceFile, Span } from './source/model.js';

export function secretsIn(file: SourceFile): readonly Span[] {
  try {
    return credentials(file).map(({ at }) => at);
  } catch {
    return []; // a file that is too much for the facts is searched as text only
  }
}
