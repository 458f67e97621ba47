import { expect, it } from 'vitest';
import { resourceNames, resourceOperations } from '../../src/cloudflare/iac-resources.js';

it.each(resourceNames)('%s can be made with an API token of known permissions', (name) => {
  const operations = resourceOperations(name);
  const writing = operations.filter(({ method }) => method !== 'GET');
  expect(writing.length).toBeGreaterThan(0);
  expect(
    writing
      .filter(({ token, accepted }) => token !== 'yes' || !accepted || accepted.length === 0)
      .map(({ method, path }) => `${method} ${path}`),
  ).toEqual([]);
});

it('knows resources by their class as well', () => {
  expect(resourceOperations('WorkersKvNamespace')).toEqual(resourceOperations('workers_kv_namespace'));
  expect(resourceOperations('D1Database').length).toBeGreaterThan(0);
  expect(resourceOperations('constructor')).toEqual([]);
});
