import type { Call, Slot, Span, Table, Text, Value } from '../../source/model.js';
import type { Header } from './header-table.js';

/** A request that a program sends, whatever client sends it. */
export interface Request {
  /** The row of the client: `fetch`, `axios` … */
  readonly client: string;
  /** Whether these are the defaults of an instance (`axios.create`), which its requests repeat, rather than a request. */
  readonly isDefaults: boolean;
  /** Whether the client rejects when the answer is not 2xx. */
  readonly throws: boolean;
  /** Its options, in the order in which they are laid over one another, where it has a table of them. */
  readonly options?: readonly Table[];
  /** The call that sends it. */
  readonly call: Call;
  readonly at: Span;
  readonly calleeAt: Span;
  /** The callee of the call of this file's own function by which it is sent as it is; undefined if it is sent as it is written. */
  readonly through: Span | undefined;
  /** The calls by which that function has others send it. */
  readonly passing?: readonly Span[];
  /** In capitals; `'unknown'` if it is given but cannot be told. */
  readonly method: Slot<string>;
  /** What the URL may be, base URL joined; empty if nothing of it is known. */
  readonly urls: readonly Text[];
  readonly headers: readonly Header[];
  /** Whether it may send headers that cannot be seen. */
  readonly headersOpen: boolean;
  readonly body: Slot;
  /** What it adds to its URL behind `?`, apart from what the URL says itself. */
  readonly query: readonly Value[];
  /** Where the check of the server's certificate is switched off for it. */
  readonly insecureTls: readonly Span[];
}
