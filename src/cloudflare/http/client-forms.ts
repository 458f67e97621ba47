/** Signatures that clients in several languages share. */
import { bearerSetters } from './header-setters.js';
import type { Arguments } from './http-client.js';

export const reading = ['get', 'head', 'options', 'delete'];
export const writing = ['post', 'put', 'patch'];
export const verbs = [...reading, ...writing];

type Spelling = (verb: string) => string;

const asIs: Spelling = (verb) => verb;
export const capital: Spelling = (verb) => verb.charAt(0).toUpperCase() + verb.slice(1);

/** Returns one function for each HTTP method; `del` is DELETE, since `delete` is a keyword. */
export function methods(names: readonly string[], is: Arguments, spelling: Spelling = asIs): Readonly<Record<string, Arguments>> {
  return Object.fromEntries(names.map((name) => [spelling(name), { method: name === 'del' ? 'DELETE' : name.toUpperCase(), ...is }]));
}

/** Adds the functions that raise in Elixir and Ruby: the same names with `!`. */
export function withRaisingForms(functions: Readonly<Record<string, Arguments>>): Readonly<Record<string, Arguments>> {
  return { ...functions, ...Object.fromEntries(Object.entries(functions).map(([name, is]) => [`${name}!`, is])) };
}

/** `fetch(url, options)`, and clients that copy it. */
export const urlAndOptions: Arguments = { url: 0, options: 1 };

/** Setters of request builders, in any language. */
export const headerSetters: Readonly<Record<string, Arguments>> = Object.fromEntries(
  [
    'header',
    'headers',
    'addHeader',
    'setHeader',
    'set',
    'setRequestProperty',
    'addRequestProperty',
    'withHeader',
    'withHeaders',
    'AddHeader',
    'AddOrUpdateHeader',
    'SetHeader',
    'SetHeaders',
    'WithHeader',
    'add_field',
    'put_req_header',
  ].map((name) => [name, { headers: 0 }]),
);
const bodySetters: Readonly<Record<string, Arguments>> = Object.fromEntries(
  ['body', 'json', 'setBody', 'bodyValue', 'withBody', 'SetBody', 'AddJsonBody', 'AddBody', 'AddStringBody', 'set_body', 'jsonBody'].map(
    (name) => [name, { body: 0 }],
  ),
);
export const setters: Readonly<Record<string, Arguments>> = {
  ...headerSetters,
  ...Object.fromEntries(bearerSetters.map((name) => [name, { bearer: 0 }])),
  ...bodySetters,
};
