import { describe, expect, it } from 'vitest';
import { resourceNames, resourceOperations } from '../../../src/cloudflare/api/iac-resources.js';

// Which permission a ruleset takes depends on its phase.
it.each(resourceNames.filter((name) => name !== 'ruleset'))('%s can be made with an API token of known permissions', (name) => {
  const operations = resourceOperations(name);
  const writing = operations.filter(({ method }) => method !== 'GET');
  expect(writing.length).toBeGreaterThan(0);
  expect(
    writing
      .filter(({ token, accepted }) => token !== 'yes' || !accepted || accepted.length === 0)
      .map(({ method, path }) => `${method} ${path}`),
  ).toEqual([]);
});

describe('what a resource takes', () => {
  it.each([
    // it is made at the path of all, and has one of its own then
    ['zone', ['POST /zones', 'GET /zones/{}', 'PATCH /zones/{}', 'DELETE /zones/{}']],
    ['origin_ca_certificate', ['POST /certificates', 'GET /certificates/{}', 'DELETE /certificates/{}']],
    // there is but one of it
    ['zone_dnssec', ['GET /zones/{}/dnssec', 'PATCH /zones/{}/dnssec', 'DELETE /zones/{}/dnssec']],
    ['no_such_resource', []],
  ])('%s', (name, expected) => {
    expect(resourceOperations(name).map(({ method, path }) => `${method} ${path}`)).toEqual(expected);
  });
});

it('knows resources by their class as well', () => {
  expect(resourceOperations('WorkersKvNamespace')).toEqual(resourceOperations('workers_kv_namespace'));
  expect(resourceOperations('D1Database').length).toBeGreaterThan(0);
  expect(resourceOperations('constructor')).toEqual([]);
});
