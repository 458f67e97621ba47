import type { Sdk } from '../../cloudflare/api/sdk.js';
import type { Role } from '../../cloudflare/credentials/names.js';
import type { Entry, Span, Table, Text } from '../../source/model.js';

/** A credential that a library is given in its options. */
export interface GivenCredential {
  readonly role: Role;
  /** The option as it is written: `apiKey`. */
  readonly option: string;
  readonly entry: Entry;
}

/** An object of a library that talks to Cloudflare, where it is made. */
export interface Client {
  /** The row of the library. */
  readonly id: string;
  readonly sdk: Sdk;
  readonly at: Span;
  readonly calleeAt: Span;
  readonly options: Table;
  readonly credentials: readonly GivenCredential[];
  /** What its base URL may be. */
  readonly bases: readonly Text[];
}

/** What is said of a library that is given its credentials in other ways than as options. */
export const noOptions: Sdk = { modules: [], exports: [], options: 0, credentials: [] };
