import { apiPath } from '../../cloudflare/http/hosts.js';
import { type Operation, operationAt, operationsAt } from '../../cloudflare/api/operations.js';
import type { Text } from '../../source/model.js';
import { memoized } from '../../source/memoized.js';
import { presentValue, shape } from '../../source/values.js';
import { beginsWithCloudflareName } from '../requests/destination.js';
import type { Request } from '../requests/request.js';

/** What one URL of a request means to Cloudflare's API. */
export interface RequestedOperation {
  readonly url: Text;
  /** The path below the API root, with `{}` for unknown parts. */
  readonly path: string;
  /** The operations it may be: one, several if the method is unknown, or none. */
  readonly operations: readonly Operation[];
}

/** Returns what a request means to Cloudflare's API, for each of its possible URLs. */
export const requestedOperations = memoized((request: Request): readonly RequestedOperation[] => {
  const method = presentValue(request.method);
  return request.urls.flatMap((url) => {
    const path = pathOf(url);
    if (path === undefined) return [];
    const one = method === undefined ? undefined : (operationAt(method, path) ?? operationAt(method, path.replace(/\/$/, '/{}')));
    return [{ url, path, operations: one ? [one] : method === undefined ? operationsAt(path) : [] }];
  });
});

/**
 * Returns the path below the API root. An empty segment is still to be filled in (`const zone = ''`), and what follows a `&` is not part of the path.
 */
function pathOf(url: Text): string | undefined {
  const whole = shape(url);
  const path = apiPath(whole) ?? (beginsWithCloudflareName(url) ? /^\{\}(\/[^?#]*)/.exec(whole)?.[1] : undefined);
  return path?.split('&')[0]?.replaceAll('//', '/{}/');
}

/** Whether the target of a request is unknown: nothing but the root is known, or the boundaries between segments are not. */
export function isOpen(path: string): boolean {
  return path === '/' || path.split('/').some((segment, index) => segment.includes('{}') && (segment !== '{}' || index < 2));
}

/** Operations that something is known to be used for. */
export interface SeenOperations {
  readonly operations: readonly Operation[];
  /** Whether there are no others. */
  readonly complete: boolean;
}

/**
 * Returns the operations that requests certainly are; undefined if none can be determined. A request inside one of the file's own functions counts as
 * determined if calls of that function determine it.
 */
export function certainOperations(requests: readonly Request[]): SeenOperations | undefined {
  const sent = requests.filter(({ isDefaults }) => !isDefaults).map((request) => ({ request, operations: told(request) }));
  const known = sent.filter(({ operations }) => operations !== undefined);
  const places = new Set(known.map(({ request }) => request.at.start));
  if (known.length === 0) return undefined;
  const complete = sent.every(({ request, operations }) => operations !== undefined || places.has(request.at.start));
  return { operations: [...new Set(known.flatMap(({ operations = [] }) => operations))], complete };
}

/** Returns the operations that requests certainly are; undefined unless all can be determined. */
export function allRequestedOperations(requests: readonly Request[]): readonly Operation[] | undefined {
  const seen = certainOperations(requests);
  return seen?.complete ? seen.operations : undefined;
}

function told(request: Request): readonly Operation[] | undefined {
  const all = requestedOperations(request);
  const single = all.every(({ operations }) => operations.length === 1);
  return all.length > 0 && all.length === request.urls.length && single ? all.flatMap(({ operations }) => operations) : undefined;
}
