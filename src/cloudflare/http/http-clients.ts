/** The HTTP clients, one row each: how it is reached, and where a call of it keeps its URL, method, headers and body. */
import { verbs } from './client-forms.js';
import { graphqlClients } from './graphql-clients.js';
import type { HttpClient } from './http-client.js';
import { clientsElsewhere } from './http-clients-elsewhere.js';
import { javascriptClients } from './javascript-clients.js';
import { pythonClients } from './python-clients.js';

export const httpClients: Readonly<Record<string, HttpClient>> = {
  ...javascriptClients,
  ...graphqlClients,
  ...pythonClients,
  ...clientsElsewhere,
};

/** Classes, whatever module has them, whose objects hold headers: made of a table, added to with `set` and `append`. */
export const headerClasses: ReadonlySet<string> = new Set(['Headers', 'HttpHeaders', 'AxiosHeaders']);

/** Keys of a table of headers that hold more headers: those that Axios sends with every method, and with one. */
export const headerGroups: ReadonlySet<string> = new Set(['common', ...verbs]);
