/** Libraries that take Cloudflare credentials, one row each, with the options for these. */
import type { Role } from '../credentials/names.js';

export interface CredentialOption {
  readonly role: Role;
  /** Path of keys in the options. */
  readonly path: readonly string[];
  /** The role of a value that is given together with an e-mail address. */
  readonly withEmail?: Role;
}

/** How the methods of a client are spelled; in Go, `create` is called `New`, and `path` is the spelling of `path-methods.ts`. */
export type Spelling = 'camelCase' | 'snake_case' | 'go' | 'path';

export interface Sdk {
  readonly modules: readonly string[];
  /** Exported names; the empty name is the default export or the module itself. */
  readonly exports: readonly string[];
  /** The position of the options, or `named` for keyword arguments. */
  readonly options: number | 'named';
  /** The spelling of the methods in `sdk-methods.ts`, for clients of Cloudflare's whole API. */
  readonly methods?: Spelling;
  /** Methods of the client that take the same options again. */
  readonly again?: readonly string[];
  readonly credentials: readonly CredentialOption[];
  readonly base?: readonly string[];
  /** The option that turns encryption off if false. */
  readonly encrypts?: string;
  /** Set if the library also supports other services: it only counts with a base URL of a Cloudflare host. */
  readonly needsCloudflareBase?: boolean;
  /** Which credential is used if both key and token are given. */
  readonly bothGiven?: 'the key wins before version 7, from 7 on both are sent' | 'refused';
}

const keyAndToken: readonly CredentialOption[] = [
  { role: 'api-token', path: ['apiToken'] },
  { role: 'global-api-key', path: ['apiKey'] },
  { role: 'email', path: ['email'] },
];

const s3: readonly CredentialOption[] = [
  { role: 'r2-secret-access-key', path: ['credentials', 'secretAccessKey'] },
  { role: 'r2-secret-access-key', path: ['secretAccessKey'] },
  { role: 'r2-secret-access-key', path: ['secretKey'] },
];

/** Sources: the packages themselves, at the versions named; https://developers.cloudflare.com/r2/examples/ for the S3 clients. */
export const sdks: Readonly<Record<string, Sdk>> = {
  // cloudflare 3.5, 4.5, 5.2, 6.5, 7.3; and 2.9 with { email, key } or { token }
  cloudflare: {
    modules: ['cloudflare', 'cloudflare/tree-shakable'],
    exports: ['', 'Cloudflare', 'createClient'],
    options: 0,
    methods: 'camelCase',
    again: ['withOptions'],
    credentials: [
      { role: 'api-token', path: ['apiToken'] },
      { role: 'api-token', path: ['token'] },
      { role: 'global-api-key', path: ['apiKey'] },
      { role: 'global-api-key', path: ['key'] },
      { role: 'email', path: ['apiEmail'] },
      { role: 'email', path: ['email'] },
      { role: 'origin-ca-key', path: ['userServiceKey'] },
    ],
    base: ['baseURL'],
    bothGiven: 'the key wins before version 7, from 7 on both are sent',
  },
  // cloudflare-python 4.3
  'cloudflare-python': {
    modules: ['py:cloudflare'],
    exports: ['Cloudflare', 'AsyncCloudflare', 'Client', 'AsyncClient'],
    options: 'named',
    methods: 'snake_case',
    again: ['with_options', 'copy'],
    credentials: [
      { role: 'api-token', path: ['api_token'] },
      { role: 'global-api-key', path: ['api_key'] },
      { role: 'email', path: ['api_email'] },
      { role: 'origin-ca-key', path: ['user_service_key'] },
    ],
    base: ['base_url'],
  },
  // python-cloudflare 2.20: _add_auth_headers in CloudFlare/cloudflare.py sends what it is given as a token as the key, if it also has an e-mail address
  'python-cloudflare': {
    modules: ['py:CloudFlare'],
    exports: ['CloudFlare'],
    options: 'named',
    methods: 'path',
    credentials: [
      { role: 'api-token', path: ['token'], withEmail: 'global-api-key' },
      { role: 'global-api-key', path: ['key'] },
      { role: 'email', path: ['email'] },
      { role: 'origin-ca-key', path: ['certtoken'] },
    ],
    base: ['base_url'],
  },
  // cloudflare-go 0.115, 4.6, 6.2; its functions that take credentials are in sdk-functions.ts
  'cloudflare-go': {
    modules: ['go:github.com/cloudflare/cloudflare-go'],
    exports: ['NewClient', 'Client', 'New', 'NewWithAPIToken', 'NewWithUserServiceKey', 'API'],
    options: 0,
    methods: 'go',
    credentials: [],
  },
  // pulumi-cloudflare 6.10
  'pulumi-python': {
    modules: ['py:pulumi_cloudflare'],
    exports: ['Provider'],
    options: 'named',
    credentials: [
      { role: 'api-token', path: ['api_token'] },
      { role: 'global-api-key', path: ['api_key'] },
      { role: 'email', path: ['email'] },
      { role: 'origin-ca-key', path: ['api_user_service_key'] },
    ],
    base: ['base_url'],
    bothGiven: 'refused',
  },
  // openai-python 2
  'openai-python': {
    modules: ['py:openai'],
    exports: ['OpenAI', 'AsyncOpenAI'],
    options: 'named',
    credentials: [{ role: 'api-token', path: ['api_key'] }],
    base: ['base_url'],
    needsCloudflareBase: true,
  },
  // boto3 1.40
  boto3: {
    modules: ['py:boto3', 'py:aioboto3', 'py:botocore', 'py:aiobotocore'],
    exports: ['client', 'resource', 'Session', 'session.Session', 'session.get_session'],
    options: 'named',
    again: ['client', 'resource', 'create_client'],
    credentials: [{ role: 'r2-secret-access-key', path: ['aws_secret_access_key'] }],
    base: ['endpoint_url'],
    needsCloudflareBase: true,
  },
  // Other clients on npm with the options of cloudflare 2; found in public code, November 2026
  'cloudflare-legacy': {
    modules: ['cloudflare4', 'cloudflare-api', 'cloudflare-client', 'cloudflare-v4', 'node-cloudflare', 'cloudflare-v4-api'],
    exports: ['*'],
    options: 0,
    credentials: [
      { role: 'api-token', path: ['token'] },
      { role: 'api-token', path: ['apiToken'] },
      { role: 'global-api-key', path: ['key'] },
      { role: 'global-api-key', path: ['apiKey'] },
      { role: 'email', path: ['email'] },
    ],
  },
  // @pulumi/cloudflare 5.49, 6.22
  pulumi: {
    modules: ['@pulumi/cloudflare'],
    exports: ['Provider'],
    options: 1,
    credentials: [...keyAndToken, { role: 'origin-ca-key', path: ['apiUserServiceKey'] }],
    base: ['baseUrl'],
    bothGiven: 'refused',
  },
  // @cdktf/provider-cloudflare 13.9
  cdktf: {
    modules: ['@cdktf/provider-cloudflare', '@cdktf/provider-cloudflare/lib/provider'],
    exports: ['CloudflareProvider', 'provider.CloudflareProvider'],
    options: 2,
    credentials: [...keyAndToken, { role: 'origin-ca-key', path: ['apiUserServiceKey'] }],
    base: ['baseUrl'],
    bothGiven: 'refused',
  },
  // provider cloudflare/cloudflare 4.52 and 5.12, in Terraform and OpenTofu
  terraform: {
    modules: ['terraform'],
    exports: ['provider.cloudflare'],
    options: 0,
    credentials: [
      { role: 'api-token', path: ['api_token'] },
      { role: 'global-api-key', path: ['api_key'] },
      { role: 'email', path: ['email'] },
      { role: 'origin-ca-key', path: ['api_user_service_key'] },
    ],
    base: ['base_url'],
    bothGiven: 'refused',
  },
  // alchemy 0.94: every resource takes credentials
  alchemy: {
    modules: ['alchemy/cloudflare'],
    exports: ['*'],
    options: 1,
    credentials: keyAndToken,
    base: ['baseUrl'],
  },
  // acme-dns-01-cloudflare 3
  'acme-dns-01-cloudflare': {
    modules: ['acme-dns-01-cloudflare'],
    exports: ['', 'create', 'Challenge'],
    options: 0,
    credentials: [
      { role: 'api-token', path: ['token'] },
      { role: 'global-api-key', path: ['key'] },
      { role: 'email', path: ['email'] },
      { role: 'api-token', path: ['client', 'token'] },
      { role: 'global-api-key', path: ['client', 'key'] },
      { role: 'email', path: ['client', 'email'] },
    ],
  },
  // https://developers.cloudflare.com/workers-ai/configuration/open-ai-compatibility/
  openai: {
    modules: ['openai', '@ai-sdk/openai', '@ai-sdk/openai-compatible', '@langchain/openai', '@anthropic-ai/sdk'],
    exports: ['', 'OpenAI', 'createOpenAI', 'createOpenAICompatible', 'ChatOpenAI', 'Anthropic'],
    options: 0,
    credentials: [{ role: 'api-token', path: ['apiKey'] }],
    base: ['baseURL'],
    needsCloudflareBase: true,
  },
  'workers-ai-provider': {
    modules: ['workers-ai-provider', '@langchain/cloudflare'],
    exports: ['createWorkersAI', 'CloudflareWorkersAI', 'ChatCloudflareWorkersAI', 'CloudflareWorkersAIEmbeddings'],
    options: 0,
    credentials: [
      { role: 'api-token', path: ['apiKey'] },
      { role: 'api-token', path: ['cloudflareApiToken'] },
    ],
  },
  // https://developers.cloudflare.com/r2/examples/aws/
  s3: {
    modules: ['@aws-sdk/client-s3', 'aws-sdk', 'aws-sdk/clients/s3', 'aws4fetch', 'minio', 'bun', 's3mini', '@smithy/signature-v4', 'aws4'],
    exports: ['', 'S3Client', 'S3', 'AwsClient', 'Client', 'AwsV4Signer', 'S3mini', 's3mini'],
    options: 0,
    credentials: s3,
    base: ['endpoint', 'endPoint'],
    encrypts: 'useSSL',
    needsCloudflareBase: true,
  },
};
