/** The HTTP clients of other languages than JavaScript. Their readers know no types: a method counts by its name, with an address of Cloudflare's. */
import { compiledClients } from './http-clients-compiled.js';
import { scriptingClients } from './http-clients-scripting.js';

export const clientsElsewhere = { ...scriptingClients, ...compiledClients };
