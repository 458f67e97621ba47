/** HTTP clients in languages whose readers know no types: a method is identified by its name, together with a Cloudflare URL. */
import { compiledClients } from './http-clients-compiled.js';
import { scriptingClients } from './http-clients-scripting.js';

export const clientsElsewhere = { ...scriptingClients, ...compiledClients };
