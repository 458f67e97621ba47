/** The HTTP clients, one row each: how each is identified, and where its calls take URL, method, headers and body. */
import { verbs } from './client-forms.js';
import { graphqlClients } from './graphql-clients.js';
import type { HttpClient } from './http-client.js';
import { clientsElsewhere } from './http-clients-elsewhere.js';
import { javascriptClients } from './javascript-clients.js';
import { platformClients } from './platform-clients.js';
import { pythonClients } from './python-clients.js';

export const httpClients: Readonly<Record<string, HttpClient>> = {
  ...javascriptClients,
  ...platformClients,
  ...graphqlClients,
  ...pythonClients,
  ...clientsElsewhere,
};

/** Classes from any module whose instances hold headers: constructed from a table, extended with `set` and `append`. */
export const headerClasses: ReadonlySet<string> = new Set(['Headers', 'HttpHeaders', 'AxiosHeaders']);

/** Keys of a headers table that hold nested headers: those that Axios sends with all methods, or with one. */
export const headerGroups: ReadonlySet<string> = new Set(['common', ...verbs]);
