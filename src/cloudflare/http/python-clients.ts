/** HTTP clients in Python. Module names start with `py:`, so that they are not mistaken for npm packages. */
import { methods, reading, writing } from './client-forms.js';
import type { Arguments, HttpClient } from './http-client.js';

const named: Arguments = { named: true };

/** `requests.get(url, headers=…)`; the body may also be the second argument. */
const byVerb = { ...methods(reading, { url: 0, ...named }), ...methods(writing, { url: 0, body: 1, ...named }) };

/** `client.headers.update({ … })` and `client.headers["…"] = …`. */
const withMembers = { adds: { 'headers.update': { headers: 0 }, 'headers.setdefault': { headers: 0 } }, defaults: '', shows: '' } as const;

/** `Request("PUT", url, headers=…)` is sent by `client.send(request)`. */
const sending = { languages: ['python'], senders: new Set(['send']) } as const;

function ofRequest(name: string): Readonly<Record<string, Arguments>> {
  return { [name]: { method: 0, url: 1, ...named } };
}

/** Sources: the documentation of requests 2.32, httpx 0.28, aiohttp 3.13, urllib3 2.5 and Python 3.14; November 2026. */
export const pythonClients: Readonly<Record<string, HttpClient>> = {
  'python-requests': {
    modules: ['py:requests', 'py:niquests', 'py:requests_cache', 'py:curl_cffi', 'py:cloudscraper'],
    classes: ['py:requests#Session', 'py:niquests#Session'],
    calls: {
      ...byVerb,
      request: { method: 0, url: 1, named: true },
      'api.request': { method: 0, url: 1, named: true },
      'requests.get': { method: 'GET', url: 0, named: true },
      'requests.post': { method: 'POST', url: 0, body: 1, named: true },
    },
    makes: { Session: {}, session: {}, 'sessions.Session': {}, CachedSession: {}, create_scraper: {}, ...ofRequest('Request') },
    ...withMembers,
    ...sending,
    // https://requests.readthedocs.io/en/latest/user/advanced/#custom-authentication
    options: { body: ['json', 'data'], query: ['params'], signer: ['auth'] },
    hooks: 'hooks',
    raises: true,
    throws: false,
  },
  httpx: {
    modules: ['py:httpx'],
    classes: ['py:httpx#Client', 'py:httpx#AsyncClient'],
    calls: { ...byVerb, request: { method: 0, url: 1, named: true }, stream: { method: 0, url: 1, named: true } },
    makes: { Client: named, AsyncClient: named, ...ofRequest('Request'), ...ofRequest('build_request') },
    ...withMembers,
    ...sending,
    // https://www.python-httpx.org/advanced/authentication/#custom-authentication-schemes
    options: { base: ['base_url'], body: ['json', 'data', 'content'], query: ['params'], signer: ['auth'] },
    hooks: 'event_hooks',
    raises: true,
    throws: false,
  },
  aiohttp: {
    // Home Assistant's helpers return the session that its integrations share: https://developers.home-assistant.io/docs/integration_quality_scale/rules/inject-websession/
    modules: ['py:aiohttp', 'py:homeassistant'],
    classes: ['py:aiohttp#ClientSession'],
    calls: { ...byVerb, request: { method: 0, url: 1, named: true } },
    makes: {
      ClientSession: { url: 0, named: true },
      'helpers.aiohttp_client.async_get_clientsession': {},
      'helpers.aiohttp_client.async_create_clientsession': {},
    },
    ...withMembers,
    options: { base: ['base_url'], body: ['json', 'data'], query: ['params'] },
    raiser: 'raise_for_status',
    raises: true,
    throws: false,
  },
  // A session that callers pass may be any of these, and may be set up to raise.
  'python-session': {
    languages: ['python'],
    parameters: ['session', 'client', 'http', 'this.session', 'this._session', 'this.client', 'this._client', 'this.http', 'this._http'],
    calls: { ...byVerb, request: { method: 0, url: 1, named: true } },
    options: { body: ['json', 'data', 'content'], query: ['params'] },
    throws: true,
  },
  // The `Request` object determines what is sent; opening it is not another request.
  urllib: {
    modules: ['py:urllib', 'py:urllib2'],
    calls: {
      'request.urlopen': { url: 0, body: 1, named: true },
      'request.Request': { url: 0, body: 1, headers: 2, named: true },
      urlopen: { url: 0, body: 1, named: true },
      Request: { url: 0, body: 1, headers: 2, named: true },
    },
    adds: { add_header: { headers: 0 }, add_unredirected_header: { headers: 0 } },
    options: { url: ['url', 'fullurl'], body: ['data'] },
    throws: true,
  },
  urllib3: {
    modules: ['py:urllib3'],
    calls: { request: { method: 0, url: 1, named: true }, urlopen: { method: 0, url: 1, named: true } },
    makes: { PoolManager: named, ProxyManager: {} },
    ...withMembers,
    options: { body: ['json', 'body', 'fields'] },
    throws: false,
  },
};
