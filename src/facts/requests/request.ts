import type { Call, Slot, Span, Table, Text, Value } from '../../source/model.js';
import type { Header } from './header-table.js';

/** A request that a program sends, with any client. */
export interface Request {
  /** The key of the client's row: `fetch`, `axios` … */
  readonly client: string;
  /** Whether these are the defaults of an instance (`axios.create`) that its requests inherit, rather than a request. */
  readonly isDefaults: boolean;
  /** Whether the client rejects when the status is not 2xx. */
  readonly throws: boolean;
  /** Its tables of options, if it has any, in the order in which they override each other. */
  readonly options?: readonly Table[];
  /** The call that sends it. */
  readonly call: Call;
  readonly at: Span;
  readonly calleeAt: Span;
  /** The callee of the call of this file's own function that fills its parameters; undefined if the request is taken as written. */
  readonly through: Span | undefined;
  /** The calls by which that function reaches the one that sends it. */
  readonly passing?: readonly Span[];
  /** In upper case; `'unknown'` if there is one that cannot be determined. */
  readonly method: Slot<string>;
  /** The possible URLs, with the base URL prepended; empty if nothing is known of them. */
  readonly urls: readonly Text[];
  readonly headers: readonly Header[];
  /** Whether it may send headers that are unknown. */
  readonly headersOpen: boolean;
  readonly body: Slot;
  /** What it appends to the query of its URL, apart from what the URL itself contains. */
  readonly query: readonly Value[];
  /** Where verification of the server's certificate is disabled for it. */
  readonly insecureTls: readonly Span[];
}
