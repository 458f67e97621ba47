import { expect, it } from 'vitest';
import { legacyGoMethods } from '../../../src/cloudflare/api/legacy-go-methods.js';
import { sdkMethodOfGo, sdkMethods, sdkRequests } from '../../../src/cloudflare/api/sdk-methods.js';

it.each([...legacyGoMethods])('%s is %s', (name, method) => {
  expect(sdkRequests(method)).not.toEqual([]);
  expect(sdkMethodOfGo([name])).toBe(method);
});

it('spells the methods of later versions as npm does', () => {
  const spelled = [
    'DNS.Records.New',
    'Zones.ListAutoPaging',
    'KV.Namespaces.Values.Update',
    'ZeroTrust.Access.ServiceTokens.Rotate',
    'IPs.List',
  ];
  const methods = spelled.map((path) => sdkMethodOfGo(path.split('.')));
  expect(methods).toEqual([
    'dns.records.create',
    'zones.list',
    'kv.namespaces.values.update',
    'zeroTrust.access.serviceTokens.rotate',
    'ips.list',
  ]);
  expect(sdkMethods()).toEqual(expect.arrayContaining(methods));
});
