import type { Operation } from '../../cloudflare/api/operations.js';
import type { Span } from '../../source/model.js';

/** Why it cannot be told which operation a call is. */
export type Unclear =
  /** The path is not known where it is sent. */
  | 'path'
  /** The method is not known, and the path has several. */
  | 'method'
  /** Cloudflare describes no such operation. */
  | 'undescribed'
  /** It is a resource of infrastructure code that our table does not have. */
  | 'resource'
  /** It may be one of several. */
  | 'several'
  /** The command of wrangler cannot be seen, or is not in our table. */
  | 'command'
  /** It is sent by a function of another module, and these take more steps than are taken for one file. */
  | 'modules';

/** A call of Cloudflare's API, however it is made. */
export interface ApiUse {
  readonly at: Span;
  /** `POST /zones/{}/dns_records`, or the method of a library. */
  readonly what: string;
  /** Undefined if it cannot be told. */
  readonly operation: Operation | undefined;
  readonly unclear: Unclear | undefined;
  /** The operations that an unclear call may be, if there are no others. */
  readonly among?: readonly Operation[];
  /** Where it is sent, and the calls on the way there. Those are somewhere else, perhaps in another file, if it is a call of a function that sends it. */
  readonly way?: readonly Span[];
}
