import type { Role } from '../../cloudflare/credentials/names.js';
import type { Value } from '../../source/model.js';

/** A value used where a credential is expected. */
export interface ExpectedCredential {
  readonly role: Role;
  readonly value: Value;
}
