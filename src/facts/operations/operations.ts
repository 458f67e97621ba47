import { apiPath } from '../../cloudflare/http/hosts.js';
import { type Operation, operationAt, operationsAt } from '../../cloudflare/api/operations.js';
import type { Text } from '../../source/model.js';
import { given, shape } from '../../source/values.js';
import { beginsWithCloudflareName } from '../requests/destination.js';
import type { Request } from '../requests/request.js';

/** What one URL of a request asks of Cloudflare's API. */
export interface RequestedOperation {
  readonly url: Text;
  /** Below the API's root, unknown parts written `{}`. */
  readonly path: string;
  /** The operations it may be: one, or several if the method is not known, or none. */
  readonly operations: readonly Operation[];
}

/** What a request asks of Cloudflare's API, for each URL that it may have. */
export function requestedOperations(request: Request): readonly RequestedOperation[] {
  const method = given(request.method);
  return request.urls.flatMap((url) => {
    const path = pathOf(url);
    if (path === undefined) return [];
    const one = method === undefined ? undefined : (operationAt(method, path) ?? operationAt(method, path.replace(/\/$/, '/{}')));
    return [{ url, path, operations: one ? [one] : method === undefined ? operationsAt(path) : [] }];
  });
}

/** Below the API's root. What is empty is still to be filled in (`const zone = ''`), and what follows a `&` is no path. */
function pathOf(url: Text): string | undefined {
  const whole = shape(url);
  const path = apiPath(whole) ?? (beginsWithCloudflareName(url) ? /^\{\}(\/[^?#]*)/.exec(whole)?.[1] : undefined);
  return path?.split('&')[0]?.replaceAll('//', '/{}/');
}

/** Whether what a request is about cannot be seen: nothing but the root is known, or where one segment ends and the next begins is not. */
export function isOpen(path: string): boolean {
  return path === '/' || path.split('/').some((segment, index) => segment.includes('{}') && (segment !== '{}' || index < 2));
}

/** Operations that something is seen to be used for. */
export interface SeenOperations {
  readonly operations: readonly Operation[];
  /** Whether there are no others. */
  readonly complete: boolean;
}

/**
 * The operations that requests are certain to be; undefined if none of them can be told. A request inside of a function of the file's own is
 * told by the calls of that function, if it is by any.
 */
export function seenAsked(requests: readonly Request[]): SeenOperations | undefined {
  const sent = requests.filter(({ isDefaults }) => !isDefaults).map((request) => ({ request, operations: told(request) }));
  const known = sent.filter(({ operations }) => operations !== undefined);
  const places = new Set(known.map(({ request }) => request.at.start));
  if (known.length === 0) return undefined;
  const complete = sent.every(({ request, operations }) => operations !== undefined || places.has(request.at.start));
  return { operations: [...new Set(known.flatMap(({ operations = [] }) => operations))], complete };
}

/** The operations that requests are certain to be; undefined if one of them cannot be told. */
export function allRequestedOperations(requests: readonly Request[]): readonly Operation[] | undefined {
  const seen = seenAsked(requests);
  return seen?.complete ? seen.operations : undefined;
}

function told(request: Request): readonly Operation[] | undefined {
  const all = requestedOperations(request);
  const single = all.every(({ operations }) => operations.length === 1);
  return all.length > 0 && all.length === request.urls.length && single ? all.flatMap(({ operations }) => operations) : undefined;
}
