/** Functions of libraries in languages other than JavaScript that take Cloudflare credentials, one row each. */
import type { Role } from '../credentials/names.js';

export interface SdkFunction {
  readonly languages: readonly string[];
  /** The package that exports it. A row without it does not match imported functions. Not checked in files that are only read lexically. */
  readonly modules?: RegExp;
  /** The dotted name of the function or class, including its package. */
  readonly called: RegExp;
  /** Roles of its arguments, by position or name. */
  readonly credentials: readonly { readonly role: Role; readonly argument: number | string }[];
  /** The argument with the base URL, if the library also supports other services: only calls with a Cloudflare URL count. */
  readonly base?: string;
  /** Set if the library also supports other services but takes no URL: calls only count in files that mention an R2 endpoint. */
  readonly besideR2?: true;
}

const s3 = [
  { role: 'r2-secret-access-key', argument: 'aws_secret_access_key' },
  { role: 'r2-secret-access-key', argument: 'secret_access_key' },
  { role: 'r2-secret-access-key', argument: 'secret_key' },
] as const;

const cloudflareGo = /^go:github\.com\/cloudflare\/cloudflare-go(?:\/|$)/;

/** A function of cloudflare-go with the roles of its arguments. */
function ofGo(called: RegExp, ...roles: readonly Role[]): SdkFunction {
  return { languages: ['go'], modules: cloudflareGo, called, credentials: roles.map((role, argument) => ({ role, argument })) };
}

/**
 * Sources: cloudflare-go 0.115 to 6.0, cloudflare-python 2.20 and 4.3, cloudflare/sdk 1.3 (PHP), jamesryanbell/cloudflare at 0a82058 (PHP), openai-python 2, boto3 1.40;
 * read in November 2026.
 */
export const sdkFunctions: readonly SdkFunction[] = [
  ofGo(/^cloudflare\.New$/, 'global-api-key', 'email'),
  ofGo(/^cloudflare\.NewWithAPIToken$/, 'api-token'),
  ofGo(/^cloudflare\.NewWithUserServiceKey$/, 'origin-ca-key'),
  ofGo(/^option\.WithAPIKey$/, 'global-api-key'),
  ofGo(/^option\.WithAPIEmail$/, 'email'),
  ofGo(/^option\.WithAPIToken$/, 'api-token'),
  ofGo(/^option\.WithUserServiceKey$/, 'origin-ca-key'),
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
  // jamesryanbell/cloudflare: each of its classes takes them, or a client that has them
  {
    languages: ['php'],
    called: /^\\?Cloudflare\\(?:Api|Certificates|IPs|Organizations|Railguns|User|Zone)(?:\\[A-Z]\w*)*$/,
    credentials: [
      { role: 'email', argument: 0 },
      { role: 'global-api-key', argument: 1 },
    ],
  },
  // Before 2.10, the second argument is called token; together with an e-mail address it is sent as the key: CloudFlare/cloudflare.py in python-cloudflare 2.9.9.
  {
    languages: ['python'],
    modules: /^py:CloudFlare$/,
    called: /^py:CloudFlare\.CloudFlare$/,
    credentials: [
      { role: 'email', argument: 0 },
      { role: 'global-api-key', argument: 1 },
    ],
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
  // aws-sdk-go 1 and 2, minio-go 7, aws-sdk-java 1 and 2, AWSSDK.NET 3, aws-sdk-rust 1, rust-s3 0.35, aws-sdk-ruby 3: access key id, then secret
  {
    languages: ['go', 'java', 'kotlin', 'scala', 'groovy', 'csharp', 'fsharp', 'rust', 'swift', 'php', 'ruby'],
    modules: /^go:github\.com\/(?:aws\/aws-sdk-go(?:-v2)?\/(?:aws\/)?|minio\/minio-go\/pkg\/)credentials$/,
    called:
      /(?:^|\.)(?:NewStaticCredentials(?:Provider)?|NewStaticV[24]|AwsBasicCredentials\.create|(?:Basic|Session)AWSCredentials|\\?Aws\\Credentials\\Credentials|Credentials\.(?:new|from_keys)|StaticCredentialsProvider)$/,
    credentials: [{ role: 'r2-secret-access-key', argument: 1 }],
    besideR2: true,
  },
  { languages: ['python'], called: /(?:^|\.)(?:client|resource|Session)$/, credentials: s3, base: 'endpoint_url' },
];
