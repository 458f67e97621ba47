/** Structs of libraries for Go and Rust with fields for Cloudflare credentials, one row each. */
import type { Role } from '../credentials/names.js';

export interface SdkRecord {
  readonly language: 'go' | 'rust';
  /** The package that exports it. Not checked in Rust, which is only read lexically. */
  readonly modules?: RegExp;
  /** Its dotted name, below that of the package. */
  readonly type: string;
  /** The function that creates one, whose fields are set afterwards. */
  readonly maker?: string;
  readonly fields: Readonly<Record<string, Role>>;
}

/**
 * Sources: libdns/cloudflare at 57f633a, go-acme/lego at a0e15c2, cloudflare-go at v0.115.0, cloudflare-rs 0.14 and Pulumi's page of its provider,
 * https://www.pulumi.com/registry/packages/cloudflare/installation-configuration/; November 2026.
 */
export const sdkRecords: readonly SdkRecord[] = [
  {
    language: 'go',
    modules: /^go:github\.com\/(?:libdns|caddy-dns)\/cloudflare$/,
    type: 'Provider',
    fields: { APIToken: 'api-token', ZoneToken: 'api-token' },
  },
  {
    language: 'go',
    modules: /^go:github\.com\/(?:go-acme|xenolf)\/lego\/providers\/dns\/cloudflare$/,
    type: 'Config',
    maker: 'NewDefaultConfig',
    fields: { AuthEmail: 'email', AuthKey: 'global-api-key', AuthToken: 'api-token', ZoneToken: 'api-token' },
  },
  {
    language: 'go',
    modules: /^go:github\.com\/cloudflare\/cloudflare-go$/,
    type: 'API',
    fields: { APIEmail: 'email', APIKey: 'global-api-key', APIToken: 'api-token', APIUserServiceKey: 'origin-ca-key' },
  },
  {
    language: 'go',
    modules: /^go:github\.com\/pulumi\/pulumi-cloudflare\/sdk\/go\/cloudflare$/,
    type: 'ProviderArgs',
    fields: { Email: 'email', ApiKey: 'global-api-key', ApiToken: 'api-token', ApiUserServiceKey: 'origin-ca-key' },
  },
  { language: 'rust', type: 'Credentials.UserAuthKey', fields: { email: 'email', key: 'global-api-key' } },
  { language: 'rust', type: 'Credentials.UserAuthToken', fields: { token: 'api-token' } },
  { language: 'rust', type: 'Credentials.Service', fields: { key: 'origin-ca-key' } },
];
