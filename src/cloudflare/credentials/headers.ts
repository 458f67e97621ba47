/** The request headers that carry Cloudflare credentials. */
import type { Role } from './names.js';

export interface CredentialHeader {
  /** The role of its value. */
  readonly role: Role;
  /** Whether only Cloudflare uses the name. */
  readonly own: boolean;
}

/**
 * By lower-case name.
 *
 * Sources: https://developers.cloudflare.com/fundamentals/api/reference/deprecations/ and …/get-started/keys/ (X-Auth-…),
 * https://developers.cloudflare.com/cloudflare-one/access-controls/service-credentials/service-tokens/ (CF-Access-…),
 * https://developers.cloudflare.com/ai-gateway/configuration/authentication/ (cf-aig-authorization).
 */
export const credentialHeaders: ReadonlyMap<string, CredentialHeader> = new Map<string, CredentialHeader>([
  ['authorization', { role: 'api-token', own: false }],
  ['cf-aig-authorization', { role: 'api-token', own: true }],
  ['x-auth-key', { role: 'global-api-key', own: false }],
  ['x-auth-email', { role: 'email', own: false }],
  ['x-auth-user-service-key', { role: 'origin-ca-key', own: true }],
  ['cf-access-client-id', { role: 'identifier', own: true }],
  ['cf-access-client-secret', { role: 'access-client-secret', own: true }],
]);
