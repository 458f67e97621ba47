import type { Role } from '../../cloudflare/credentials/names.js';
import type { Value } from '../../source/model.js';

/** A value that stands where a credential is expected. */
export interface ExpectedCredential {
  readonly role: Role;
  readonly value: Value;
}
