/** Functions of libraries in other languages than JavaScript that are given Cloudflare credentials, one row each. */
import type { Role } from '../credentials/names.js';

export interface SdkFunction {
  readonly languages: readonly string[];
  /** The dotted name of the function or class. */
  readonly called: RegExp;
  /** What its arguments are, by position or name. */
  readonly credentials: readonly { readonly role: Role; readonly argument: number | string }[];
  /** The argument that is the base URL, if the library is for other services too: it counts only with one of Cloudflare's. */
  readonly base?: string;
}

const s3 = [
  { role: 'r2-secret-access-key', argument: 'aws_secret_access_key' },
  { role: 'r2-secret-access-key', argument: 'secret_access_key' },
  { role: 'r2-secret-access-key', argument: 'secret_key' },
] as const;

/**
 * Sources: cloudflare-go 0.115 and 4.6, cloudflare-python 2.20 and 4.3, cloudflare/sdk 1.3 (PHP), cloudflare-rs 0.14, openai-python 2, boto3 1.40;
 * read in November 2026.
 */
export const sdkFunctions: readonly SdkFunction[] = [
  {
    languages: ['go'],
    called: /^cloudflare\.New$/,
    credentials: [
      { role: 'global-api-key', argument: 0 },
      { role: 'email', argument: 1 },
    ],
  },
  { languages: ['go'], called: /^cloudflare\.NewWithAPIToken$/, credentials: [{ role: 'api-token', argument: 0 }] },
  { languages: ['go'], called: /^cloudflare\.NewWithUserServiceKey$/, credentials: [{ role: 'origin-ca-key', argument: 0 }] },
  { languages: ['go'], called: /^option\.WithAPIKey$/, credentials: [{ role: 'global-api-key', argument: 0 }] },
  { languages: ['go'], called: /^option\.WithAPIToken$/, credentials: [{ role: 'api-token', argument: 0 }] },
  { languages: ['go'], called: /^option\.WithUserServiceKey$/, credentials: [{ role: 'origin-ca-key', argument: 0 }] },
  {
    languages: ['php'],
    called: /^(?:\\?Cloudflare\\API\\Auth\\)?APIKey$/,
    credentials: [
      { role: 'email', argument: 0 },
      { role: 'global-api-key', argument: 1 },
    ],
  },
  { languages: ['php'], called: /^(?:\\?Cloudflare\\API\\Auth\\)?APIToken$/, credentials: [{ role: 'api-token', argument: 0 }] },
  { languages: ['php'], called: /^(?:\\?Cloudflare\\API\\Auth\\)?UserServiceKey$/, credentials: [{ role: 'origin-ca-key', argument: 0 }] },
  {
    languages: ['rust'],
    called: /^(?:auth\.)?Credentials\.UserAuthKey$/,
    credentials: [{ role: 'global-api-key', argument: 'key' }],
  },
  {
    languages: ['python'],
    called: /^(?:CloudFlare\.CloudFlare|(?:cloudflare\.)?(?:Async)?Cloudflare|CloudFlare)$/,
    credentials: [
      { role: 'global-api-key', argument: 'api_key' },
      { role: 'global-api-key', argument: 'key' },
      { role: 'api-token', argument: 'api_token' },
      { role: 'api-token', argument: 'token' },
      { role: 'origin-ca-key', argument: 'user_service_key' },
      { role: 'origin-ca-key', argument: 'certtoken' },
      { role: 'email', argument: 'api_email' },
      { role: 'email', argument: 'email' },
    ],
  },
  {
    languages: ['python'],
    called: /^(?:openai\.)?(?:Async)?OpenAI$/,
    credentials: [{ role: 'api-token', argument: 'api_key' }],
    base: 'base_url',
  },
  { languages: ['python'], called: /(?:^|\.)(?:client|resource|Session)$/, credentials: s3, base: 'endpoint_url' },
];
