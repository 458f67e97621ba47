import { expect, it } from 'vitest';
import { legacySdkMethods } from '../../../src/cloudflare/api/legacy-sdk-methods.js';
import { operationAt } from '../../../src/cloudflare/api/operations.js';
import { sdkRequests } from '../../../src/cloudflare/api/sdk-methods.js';

/** What the API had when the package was written, and has no more. */
const gone = /^(?:zoneWorkersRoutes|zoneWorkersScript)\./;

it.each([...legacySdkMethods].filter(([name]) => !gone.test(name)))('%s is %s', (name, request) => {
  const [method = '', path = ''] = request.split(' ');
  expect(operationAt(method, path)?.path).toBe(path);
  // Methods of later versions that are called the same send the same.
  expect(sdkRequests(name)).toContainEqual({ method, path });
});
