import { describe, expect, it } from 'vitest';
import {
  isDocumentedVariable,
  isPublicVariable,
  isSecretKeyName,
  isSecretVariable,
  isTokenVariable,
  keyVariableRole,
  roleOf,
  tokenVariable,
} from '../../../src/cloudflare/credentials/names.js';
import { words } from '../../../src/cloudflare/credentials/words.js';

const roles: Readonly<Record<string, readonly string[]>> = {
  'api-token': [
    'CLOUDFLARE_API_TOKEN',
    'CF_API_TOKEN',
    'CF_Token',
    'cloudflareApiToken',
    'cfApiToken',
    'cfapitoken',
    'CLOUDFLARE_DNS_TOKEN',
    'MY_CLOUDFLARE_TOKEN',
    'NEXT_PUBLIC_CLOUDFLARE_API_TOKEN',
    'VITE_CF_API_TOKEN',
    'cloud_flare_api_token',
    'cloudflare.apiToken',
    'cloudflare.api.token',
    'config.cf.token',
    'env.production.vars.CF_API_TOKEN',
    'dns_cloudflare_api_token',
    'CLOUDFLARE_STREAM_TOKEN',
    'CF_ACCESS_TOKEN',
    'cloudflareTestToken',
    'cloudflareZoneToken',
  ],
  'global-api-key': [
    'CLOUDFLARE_API_KEY',
    'CF_API_KEY',
    'CF_Key',
    'X_AUTH_KEY',
    'cloudflareGlobalApiKey',
    'CLOUDFLARE_GLOBAL_KEY',
    'cfAuthKey',
    'NEXT_PUBLIC_CF_KEY',
  ],
  'api-credential': ['cloudflareApiSecret', 'cloudflare.apiKey', 'cloudflare.key', 'CLOUDFLARE_TOKEN', 'cloudflare.secret'],
  email: ['CLOUDFLARE_EMAIL', 'CF_Email', 'cloudflareEmail', 'cf.email'],
  'r2-secret-access-key': ['R2_SECRET_ACCESS_KEY', 'r2SecretAccessKey', 'r2.secretAccessKey', 'CLOUDFLARE_R2_SECRET_KEY', 'R2_SECRET'],
  'turnstile-secret-key': ['TURNSTILE_SECRET_KEY', 'turnstileSecret', 'turnstile.secret', 'CF_TURNSTILE_SECRET'],
  'access-client-secret': [
    'CLOUDFLARE_ACCESS_CLIENT_SECRET',
    'CF_ACCESS_CLIENT_SECRET',
    'TUNNEL_SERVICE_TOKEN_SECRET',
    'cloudflare.access.clientSecret',
    'cloudflare.access.client.secret',
  ],
  'tunnel-token': ['TUNNEL_TOKEN', 'cloudflareTunnelToken', 'tunnel.token', 'config.tunnel.token'],
  'tunnel-secret': ['TunnelSecret', 'CLOUDFLARE_TUNNEL_SECRET'],
  'origin-ca-key': ['CLOUDFLARE_API_USER_SERVICE_KEY', 'cfOriginCaKey'],
  'realtime-secret': ['TURN_KEY_API_TOKEN', 'CLOUDFLARE_CALLS_APP_SECRET', 'cloudflare.turn.keyApiToken'],
  'hyperdrive-connection-string': ['CLOUDFLARE_HYPERDRIVE_LOCAL_CONNECTION_STRING_HYPERDRIVE', 'hyperdrive.localConnectionString'],
  identifier: ['TURNSTILE_SITE_KEY', 'cfSiteKey', 'CLOUDFLARE_ACCESS_CLIENT_ID', 'R2_ACCESS_KEY'],
};

describe('roleOf', () => {
  it.each(Object.entries(roles).flatMap(([role, names]) => names.map((name) => [name, role] as const)))('%s is a %s', (name, role) => {
    expect(roleOf(name.split('.'))).toBe(role);
  });

  it.each([
    'apiToken',
    'token',
    'API_KEY',
    'GITHUB_TOKEN',
    'githubApiToken',
    'CF_HOME',
    'cloudflare',
    'cloudflareTokenUrl',
    'cloudflareTokenName',
    'CLOUDFLARE_API_TOKEN_REGEX',
    'cloudflareApiTokenLength',
    'hasCloudflareApiToken',
    'isCloudflareTokenValid',
    'CLOUDFLARE_TOKEN_ID',
    'cfTokenHash',
    'cloudflareTokenError',
    'cfBeaconToken',
    'CLOUDFLARE_INSIGHTS_TOKEN',
    'VITE_CF_RUM_TOKEN',
    'cloudflareCsrfToken',
    'turnstileToken',
    'cfTurnstileToken',
    'scaffoldApiToken',
    'CLOUDFLARE_ACCOUNT_ID',
    'CF_ZONE_ID',
    'R2_ACCESS_KEY_ID',
    'HYPERDRIVE_CONNECTION_STRING_NAME',
    'PCFAPI_TOKEN',
    'cloudflare.accounts.main.database.apiToken',
    'tunnelToken._',
    'config',
    '',
  ])('%s says nothing', (name) => {
    expect(roleOf(name.split('.'))).toBeUndefined();
  });

  it('says nothing of no name', () => {
    expect(roleOf([])).toBeUndefined();
  });

  it('says nothing of a name that is too long for one', () => {
    const ending = '_CLOUDFLARE_API_TOKEN';
    expect(roleOf([ending.padStart(100, 'A')])).toBe('api-token');
    expect(roleOf([ending.padStart(101, 'A')])).toBeUndefined();
  });
});

it.each([
  ['CLOUDFLARE_API_TOKEN', 'cloudflare api token'],
  ['cloudFlareApiToken', 'cloudflare api token'],
  ['CFApiToken', 'cf api token'],
  ['R2APIToken', 'r2 api token'],
  ['cloudflaretoken', 'cloudflare token'],
  ['mycloudflaretoken', 'mycloudflaretoken'],
  ['cfapitoken', 'cf apitoken'],
  ['solar_flare_token', 'solar flare token'],
  ['cloud_api_token', 'cloud api token'],
  ['__cf_api_token', 'cf api token'],
  ['_', ''],
  ['cf-api-token', 'cf api token'],
  ['r2.endpoint', 'r2 endpoint'],
])('words of %s', (name, expected) => {
  expect(words(name).join(' ')).toBe(expected);
});

it.each([
  ['CLOUDFLARE_API_KEY', true],
  ['CF_Key', true],
  ['_CLOUDFLARE_API_KEY', true],
  ['SAVED_CF_Key', true],
  ['cloudflareAuthKey', true],
  ['NEXT_PUBLIC_CF_API_KEY', true],
  ['CLOUDFLARE_API_TOKEN', false],
  ['API_KEY', false],
])('%s holds a Global API Key: %s', (name, expected) => {
  expect(keyVariableRole(name) === 'global-api-key').toBe(expected);
});

it.each([
  ['CF_API_TOKEN_R2', 'api-token'],
  ['CLOUDFLARE_API_TOKEN_2', 'api-token'],
  ['CF_TOKEN_SITE', 'api-token'],
  ['CLOUDFLARE_API_KEY_OLD', 'global-api-key'],
  ['CF_API_TOKEN_ID', undefined],
  ['CF_API_TOKEN_CREATED_AT', undefined],
  ['CLOUDFLARE_API_KEY_FILE', undefined],
])('%s, which begins like a documented variable, is a %s', (name, role) => {
  expect(roleOf([name])).toBe(role);
});

it('knows which variables hold a key, a token or the path of a file with one', () => {
  expect(['CLOUDFLARE_API_USER_SERVICE_KEY', 'CF_API_KEY_FILE', 'CF_KEY_SHOP', 'CF_API_TOKEN'].map(keyVariableRole)).toEqual([
    'origin-ca-key',
    'global-api-key',
    'global-api-key',
    undefined,
  ]);
  expect(['CF_API_TOKEN', 'CF_API_TOKEN_DNS', 'CLOUDFLARE_TOKEN', 'CF_API_KEY'].map(isTokenVariable)).toEqual([true, true, false, false]);
});

it.each([
  ['CLOUDFLARE_API_TOKEN', true],
  ['VITE_CLOUDFLARE_API_TOKEN', true],
  ['TURNSTILE_KEY', true],
  ['NEXT_PUBLIC_TURNSTILE_SECRET_KEY', true],
  // beside a public prefix it is the site key
  ['NEXT_PUBLIC_TURNSTILE_KEY', false],
  ['TURNSTILE_SITE_KEY', false],
  ['CLOUDFLARE_EMAIL', false],
  ['CLOUDFLARE_ACCOUNT_ID', false],
])('%s is the variable of a secret: %s', (name, expected) => {
  expect(isSecretVariable(name)).toBe(expected);
});

it.each([
  ['CF_Token', true],
  ['CLOUDFLARE_GLOBAL_API_KEY', true],
  ['MY_CLOUDFLARE_TOKEN', false],
])('%s is a variable that tools document: %s', (name, expected) => {
  expect(isDocumentedVariable(name)).toBe(expected);
});

it.each([
  ['VITE_CLOUDFLARE_API_TOKEN', true],
  ['CLOUDFLARE_API_TOKEN', false],
  ['MY_VITE_CLOUDFLARE_API_TOKEN', false],
])('bundlers publish %s: %s', (name, expected) => {
  expect(isPublicVariable(name)).toBe(expected);
});

it.each([
  ['secretAccessKey', true],
  ['AWS_SECRET_ACCESS_KEY', true],
  ['secretKey', true],
  ['secret', true],
  ['secretKeyId', false],
  ['accessKeyId', false],
  ['clientSecret', false],
  ['secretName', false],
])('%s is the name of a secret access key: %s', (name, expected) => {
  expect(isSecretKeyName(name)).toBe(expected);
});

it.each([
  ['CF_Key', 'CF_Token'],
  ['CF_API_KEY', 'CF_API_TOKEN'],
  ['CLOUDFLARE_API_KEY', 'CLOUDFLARE_API_TOKEN'],
])('in the place of %s, a token is in %s', (key, token) => {
  expect(tokenVariable(key)).toBe(token);
});
