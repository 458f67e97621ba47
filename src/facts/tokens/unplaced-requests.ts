import type { SourceFile } from '../../source/model.js';
import { perFile } from '../../source/memoized.js';
import { presentValue, shape } from '../../source/values.js';
import { isTest } from '../../source/test-files.js';
import type { ApiUse } from '../operations/api-use.js';
import { apiUses } from '../operations/api-uses.js';
import { destination } from '../requests/destination.js';
import type { Request } from '../requests/request.js';
import { requestsByCaller } from '../requests/requests.js';
import { isSecretHeader, leaves } from '../credentials/sent-credentials.js';
import { sources } from '../credentials/sources.js';

/**
 * Returns requests of which only a header tells that they go to Cloudflare: nothing is known of their URL, but they carry a credential that is named
 * after Cloudflare. A request that a function sends for its callers does not count if a call determines its URL.
 */
export const unplacedRequests = perFile((file: SourceFile): readonly ApiUse[] => {
  if (isTest(file)) return [];
  const told = new Set(apiUses(file).flatMap(({ at, way = [] }) => [at, ...way].map(({ start }) => start)));
  const found = requestsByCaller(file).filter((request) => !request.isDefaults && isUnplaced(request) && carriesCredential(request, file));
  return found
    .filter(({ calleeAt, through }) => !told.has(calleeAt.start) && (!through || !told.has(through.start)))
    .map(({ calleeAt, through, passing = [], method }) => ({
      at: through ?? calleeAt,
      way: [...passing, calleeAt],
      what: `${presentValue(method) ?? '?'} …`,
      operation: undefined,
      unclear: 'path',
    }));
});

/** Whether nothing is known of a request's URLs. */
function isUnplaced(request: Request): boolean {
  return destination(request) === 'unknown' && request.urls.every((url) => /^(?:\{\})*$/.test(shape(url)));
}

function carriesCredential({ headers }: Request, file: SourceFile): boolean {
  const sourceOf = sources(file);
  return headers.some(({ name, value }) => isSecretHeader(name) && leaves(value).some((leaf) => sourceOf(leaf)?.named === true));
}
