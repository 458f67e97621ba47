import { describe, expect, it } from 'vitest';
import { isGlobalKeyVariable, roleOf, words } from '../../src/cloudflare/names.js';

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
  ],
  'global-api-key': [
    'CLOUDFLARE_API_KEY',
    'CF_API_KEY',
    'CF_Key',
    'X_AUTH_KEY',
    'cloudflareGlobalApiKey',
    'CLOUDFLARE_GLOBAL_KEY',
    'cfAuthKey',
  ],
  'api-credential': ['cloudflareApiSecret', 'cloudflare.apiKey', 'cloudflare.key', 'CLOUDFLARE_TOKEN', 'cloudflare.secret'],
  email: ['CLOUDFLARE_EMAIL', 'CF_Email', 'cloudflareEmail', 'cf.email'],
  'r2-secret-access-key': ['R2_SECRET_ACCESS_KEY', 'r2SecretAccessKey', 'r2.secretAccessKey', 'CLOUDFLARE_R2_SECRET_KEY', 'R2_SECRET'],
  'turnstile-secret-key': ['TURNSTILE_SECRET_KEY', 'turnstileSecret', 'turnstile.secret', 'CF_TURNSTILE_SECRET'],
  'access-client-secret': ['CLOUDFLARE_ACCESS_CLIENT_SECRET', 'CF_ACCESS_CLIENT_SECRET', 'TUNNEL_SERVICE_TOKEN_SECRET'],
  'tunnel-token': ['TUNNEL_TOKEN', 'cloudflareTunnelToken', 'tunnel.token'],
  'tunnel-secret': ['TunnelSecret', 'CLOUDFLARE_TUNNEL_SECRET'],
  'origin-ca-key': ['CLOUDFLARE_API_USER_SERVICE_KEY', 'cfOriginCaKey'],
  'realtime-secret': ['TURN_KEY_API_TOKEN', 'CLOUDFLARE_CALLS_APP_SECRET'],
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
    'cloudflareCsrfToken',
    'turnstileToken',
    'cfTurnstileToken',
    'scaffoldApiToken',
    'CLOUDFLARE_ACCOUNT_ID',
    'CF_ZONE_ID',
    'R2_ACCESS_KEY_ID',
    'config',
    '',
  ])('%s says nothing', (name) => {
    expect(roleOf(name.split('.'))).toBeUndefined();
  });

  it('says nothing of no name', () => {
    expect(roleOf([])).toBeUndefined();
  });
});

it.each([
  ['CLOUDFLARE_API_TOKEN', 'cloudflare api token'],
  ['cloudFlareApiToken', 'cloudflare api token'],
  ['CFApiToken', 'cf api token'],
  ['cloudflaretoken', 'cloudflare token'],
  ['cf-api-token', 'cf api token'],
  ['r2.endpoint', 'r2 endpoint'],
])('words of %s', (name, expected) => {
  expect(words(name).join(' ')).toBe(expected);
});

it.each([
  ['CLOUDFLARE_API_KEY', true],
  ['CF_Key', true],
  ['cloudflareAuthKey', true],
  ['CLOUDFLARE_API_TOKEN', false],
  ['API_KEY', false],
])('%s holds a Global API Key: %s', (name, expected) => {
  expect(isGlobalKeyVariable(name)).toBe(expected);
});
