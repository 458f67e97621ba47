import { describe, expect, it } from 'vitest';
import { settings } from '../../../../src/facts/credentials/settings/settings.js';
import { data } from '../../../models/data.js';
import { show } from '../../../models/show.js';

/** The settings of a file that are credentials, by the company that they keep. */
function told(text: string): readonly string[] {
  const isJson = text.startsWith('{');
  const file = isJson ? data(text, 'cloudflare-auth/json', 'a.json') : data(text, 'cloudflare-auth/yaml', '.github/workflows/a.yml');
  return settings(file).map(({ role, entry }) => `${role} ${entry.key}: ${show(entry.value)}`);
}

const step = (uses: string, inputs: string): string =>
  `# cloudflare\njobs:\n  a:\n    steps:\n      - uses: ${uses}\n        with:\n          ${inputs.replaceAll(', ', '\n          ')}\n`;

const table: readonly (readonly [text: string, ...expected: readonly string[]])[] = [
  // inputs of actions
  [
    step('cloudflare/pages-action@v1', 'apiToken: t, accountId: a, apiKey: k, email: e'),
    'api-token apiToken: "t"',
    'global-api-key apiKey: "k"',
  ],
  [step('nathanvaughn/actions-cloudflare-purge@v3', 'CF_AUTH: t, cf_zone: z'), 'api-token CF_AUTH: "t"'],
  [step('acme/setup-cloudflare@v1', 'API_TOKEN: t, apiTOKENS: t, token: u'), 'api-token API_TOKEN: "t"', 'api-token token: "u"'],
  [step('acme/setup-node@v1', 'apiToken: t, token: t')],
  ['jobs:\n  a:\n    steps:\n      - uses: cloudflare/pages-action@v1\n'],
  [step('cloudflare/pages-action@v1', 'apiToken').replace(/with:\s+/, 'with: ')],
  // settings beside each other
  ['{ "providers": [{ "name": "cloudflare", "api_token": "t", "zone": "z" }] }', 'api-token api_token: "t"'],
  ['{ "name": "gandi", "provider": "Cloudflare", "token": "t" }', 'api-credential token: "t"'],
  ['{ "provider": "cloudflare", "options": { "token": "t", "ttl": "1" } }', 'api-credential token: "t"'],
  ['{ "cdn": "cloudflare", "provider": "route53", "options": { "token": "t" } }'],
  ['{ "name": ["cloudflare"], "api_token": "t" }'],
  ['{ "provider": "cloudflare", "email": "e@shop.net", "key": "k" }', 'api-credential key: "k"'],
  ['{ "image": "oznu/cloudflare-ddns:latest", "environment": { "API_KEY": "k" } }', 'api-credential API_KEY: "k"'],
  ['{ "image": "acme/cloudflare-cms", "environment": { "API_KEY": "k" } }'],
  ['{ "title": "cloudflare", "api_token": "t" }'],
  // not what all objects have
  ['{ "name": "cloudflare", "constructor": "c", "toString": "s", "__proto__": "p" }'],
  // below the key that says whose they are
  ['{ "cloudflare": { "apiKeySecretRef": { "name": "n", "key": "k" } } }', 'global-api-key apiKeySecretRef: { name: "n", key: "k" }'],
  ['{ "zone": "on cloudflare", "route53": { "apiKeySecretRef": { "name": "n", "key": "k" } } }'],
  // by what else the table under a key says
  ['{ "hyperdrive": { "origin": { "scheme": "postgres", "password": "p" } } }', 'database-password password: "p"'],
  ['{ "hyperdrive": { "origin": { "scheme": "https", "password": "p" }, "target": { "scheme": "mysql", "password": "p" } } }'],
  // through lists
  [
    `{ "resources": [{ "type": "cloudflare_api_token", "instances": [
       { "attributes": { "value": "s", "id": "i" } }, { "index_key": 1 }, "none", { "attributes": { "value": "t" } }] }] }`,
    'api-token value: "s"',
    'api-token value: "t"',
  ],
  ['{ "type": "cloudflare_zone", "instances": [{ "attributes": { "value": "s" } }] }'],
];

describe('settings that their company says are credentials', () => {
  it.each(table)('%s', (text, ...expected) => {
    expect(told(text)).toEqual(expected);
  });
});
