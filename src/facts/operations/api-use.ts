import type { Operation } from '../../cloudflare/api/operations.js';
import type { Span } from '../../source/model.js';

/** Why the operation of a call cannot be determined. */
export type Unclear =
  /** The path is unknown where the request is sent. */
  | 'path'
  /** The method is unknown, and the path has several. */
  | 'method'
  /** Cloudflare's API description has no such operation. */
  | 'undescribed'
  /** It is an infrastructure resource that our table does not have. */
  | 'resource'
  /** It may be one of several. */
  | 'several'
  /** The wrangler command is unknown, or not in our table. */
  | 'command'
  /** A function of another module sends it, and following modules exceeds the budget of steps for one file. */
  | 'modules';

/** A call of Cloudflare's API: a request, an SDK method, a resource or a wrangler command. */
export interface ApiUse {
  readonly at: Span;
  /** `POST /zones/{}/dns_records`, or an SDK method. */
  readonly what: string;
  /** Undefined if it cannot be determined. */
  readonly operation: Operation | undefined;
  readonly unclear: Unclear | undefined;
  /** The operations that an unclear call may be, if the list is complete. */
  readonly among?: readonly Operation[];
  /** Where it is sent, and the calls that lead there. They are elsewhere, possibly in another file, if `at` is a call of a function that sends it. */
  readonly way?: readonly Span[];
}
