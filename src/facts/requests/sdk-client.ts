import type { Sdk } from '../../cloudflare/api/sdk.js';
import type { Role } from '../../cloudflare/credentials/names.js';
import type { Entry, Span, Table, Text } from '../../source/model.js';

/** A credential in the options of a library. */
export interface GivenCredential {
  readonly role: Role;
  /** The option as written: `apiKey`. */
  readonly option: string;
  readonly entry: Entry;
}

/** An object of a library that talks to Cloudflare, where it is created. */
export interface Client {
  /** The key of the library's row. */
  readonly id: string;
  readonly sdk: Sdk;
  readonly at: Span;
  readonly calleeAt: Span;
  readonly options: Table;
  readonly credentials: readonly GivenCredential[];
  /** Its possible base URLs. */
  readonly bases: readonly Text[];
}

/** The row of a library that takes its credentials in other ways than as options. */
export const noOptions: Sdk = { modules: [], exports: [], options: 0, credentials: [] };
