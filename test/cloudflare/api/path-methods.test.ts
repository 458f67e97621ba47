import { expect, it } from 'vitest';
import { pathOperation } from '../../../src/cloudflare/api/path-methods.js';

it.each([
  ['zones.get', 0, 'GET /zones'],
  ['zones.get', 1, 'GET /zones/{}'],
  ['zones.dns_records.put', 2, 'PUT /zones/{}/dns_records/{}'],
  ['zones.settings.get', 1, 'GET /zones/{}/settings'],
  ['zones.settings.ssl.patch', 1, 'PATCH /zones/{}/settings/{}'],
  ['accounts.ai_gateway.gateways.get', 1, 'GET /accounts/{}/ai-gateway/gateways'],
  ['zones.moons.get', 1, undefined],
  ['zones.dns_records.ssl.patch', 1, undefined],
  ['get', 0, undefined],
])('%s with %i identifiers', (member, identifiers, expected) => {
  const operation = pathOperation(member.split('.'), identifiers);
  expect(operation && `${operation.method} ${operation.path}`).toBe(expected);
});
