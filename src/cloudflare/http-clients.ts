/** The HTTP clients of JavaScript, one row each: how it is reached, and where a call of it keeps its URL, headers and body. */

/** How one function of a client is called. Numbers are positions of arguments. */
export interface Signature {
  /** The HTTP method it sends, if the function says so. */
  readonly method?: string;
  readonly methodAt?: number;
  readonly url?: number;
  readonly options?: number;
  readonly body?: number;
}

export interface HttpClient {
  readonly modules?: readonly string[];
  /** Dotted global names. */
  readonly globals?: readonly string[];
  /** Types and classes whose objects are the client, as `module` and name, or the name alone if any module will do. */
  readonly types?: readonly string[];
  /** Functions by dotted path below the client; the empty path is the client itself. */
  readonly calls: Readonly<Record<string, Signature>>;
  /** Functions that make another client: the position of the options that are its defaults. */
  readonly factories?: Readonly<Record<string, number>>;
  /** Calls on what a request returns, which go on describing it. */
  readonly chain?: Readonly<Record<string, 'header' | 'headers' | 'auth' | 'body' | 'query' | 'open'>>;
  /** The option that holds the base URL. */
  readonly base?: readonly string[];
  /** Whether it rejects when the status is not 2xx. */
  readonly throws: boolean;
  /** The scheme of an options object that names none. */
  readonly scheme?: string;
}

const verbs = ['get', 'head', 'post', 'put', 'patch', 'delete', 'options'];
const withoutBody = new Set(['get', 'head', 'delete', 'options']);

/** `get(url, options)`, `post(url, body, options)`. */
function restful(
  body: number | undefined,
  options: number,
  extra: Readonly<Record<string, Signature>> = {},
): Readonly<Record<string, Signature>> {
  const signature = (verb: string): Signature => {
    const method = verb.toUpperCase();
    if (body === undefined) return { method, url: 0, options };
    return withoutBody.has(verb) ? { method, url: 0, options } : { method, url: 0, body, options: options + 1 };
  };
  return { ...Object.fromEntries(verbs.map((verb) => [verb, signature(verb)])), ...extra };
}

const fetchLike: Signature = { url: 0, options: 1 };

/** Sources: the documentation of each package, as of November 2026. */
export const httpClients: Readonly<Record<string, HttpClient>> = {
  fetch: {
    globals: ['fetch'],
    modules: [
      'node-fetch',
      'cross-fetch',
      'isomorphic-fetch',
      'isomorphic-unfetch',
      'unfetch',
      'whatwg-fetch',
      '@edge-runtime/primitives',
      'expo/fetch',
      'node-fetch-native',
    ],
    calls: { '': fetchLike, fetch: fetchLike },
    throws: false,
  },
  undici: {
    modules: ['undici'],
    calls: { fetch: fetchLike, request: fetchLike, stream: fetchLike, pipeline: fetchLike },
    throws: false,
  },
  axios: {
    modules: ['axios', 'redaxios', 'axios-retry', '@nestjs/axios'],
    globals: ['axios'],
    types: ['AxiosInstance', 'AxiosStatic', 'HttpService'],
    calls: {
      '': { url: 0, options: 1 },
      request: { options: 0 },
      ...restful(1, 1),
      postForm: { method: 'POST', url: 0, body: 1, options: 2 },
      putForm: { method: 'PUT', url: 0, body: 1, options: 2 },
      'axiosRef.request': { options: 0 },
      ...Object.fromEntries(Object.entries(restful(1, 1)).map(([verb, signature]) => [`axiosRef.${verb}`, signature])),
    },
    factories: { create: 0 },
    base: ['baseURL'],
    throws: true,
  },
  got: {
    modules: ['got', 'got-cjs'],
    calls: { '': { url: 0, options: 1 }, stream: { url: 0, options: 1 }, ...restful(undefined, 1) },
    factories: { extend: 0 },
    base: ['prefixUrl'],
    throws: true,
  },
  ky: {
    modules: ['ky', 'ky-universal'],
    calls: { '': { url: 0, options: 1 }, ...restful(undefined, 1) },
    factories: { create: 0, extend: 0 },
    base: ['prefixUrl', 'baseUrl', 'prefix'],
    throws: true,
  },
  ofetch: {
    modules: ['ofetch', 'ohmyfetch'],
    globals: ['$fetch', 'useFetch', 'useLazyFetch'],
    calls: { '': fetchLike, $fetch: fetchLike, ofetch: fetchLike, raw: fetchLike, '$fetch.raw': fetchLike, 'ofetch.raw': fetchLike },
    factories: { create: 0, '$fetch.create': 0, 'ofetch.create': 0 },
    base: ['baseURL'],
    throws: true,
  },
  superagent: {
    modules: ['superagent'],
    calls: { '': { methodAt: 0, url: 1 }, ...restful(undefined, 9), del: { method: 'DELETE', url: 0 } },
    factories: { agent: 0 },
    chain: { set: 'header', auth: 'auth', send: 'body', query: 'query' },
    throws: true,
  },
  request: {
    modules: ['request', 'request-promise', 'request-promise-native', 'requestretry', 'postman-request', '@cypress/request'],
    calls: { '': { url: 0, options: 1 }, ...restful(undefined, 1), del: { method: 'DELETE', url: 0, options: 1 } },
    factories: { defaults: 0 },
    base: ['baseUrl'],
    throws: false,
  },
  needle: {
    modules: ['needle'],
    calls: {
      '': { methodAt: 0, url: 1, body: 2, options: 3 },
      get: { method: 'GET', url: 0, options: 1 },
      head: { method: 'HEAD', url: 0, options: 1 },
      post: { method: 'POST', url: 0, body: 1, options: 2 },
      put: { method: 'PUT', url: 0, body: 1, options: 2 },
      patch: { method: 'PATCH', url: 0, body: 1, options: 2 },
      delete: { method: 'DELETE', url: 0, body: 1, options: 2 },
    },
    throws: false,
  },
  wretch: {
    modules: ['wretch'],
    calls: { '': { url: 0, options: 1 } },
    chain: { headers: 'headers', auth: 'auth', json: 'body', body: 'body', url: 'query', options: 'headers' },
    throws: true,
  },
  phin: {
    modules: ['phin'],
    calls: { '': { url: 0, options: 0 }, unpromisified: { url: 0, options: 0 } },
    factories: { defaults: 0 },
    throws: false,
  },
  https: {
    modules: ['https', 'node:https', 'follow-redirects'],
    calls: {
      request: { url: 0, options: 1 },
      get: { method: 'GET', url: 0, options: 1 },
      'https.request': { url: 0, options: 1 },
      'https.get': { method: 'GET', url: 0, options: 1 },
    },
    scheme: 'https',
    throws: false,
  },
  http: {
    modules: ['http', 'node:http'],
    calls: { request: { url: 0, options: 1 }, get: { method: 'GET', url: 0, options: 1 } },
    scheme: 'http',
    throws: false,
  },
  XMLHttpRequest: {
    types: ['XMLHttpRequest', 'xmlhttprequest', 'xhr2', 'xmlhttprequest-ssl'],
    calls: { open: { methodAt: 0, url: 1 } },
    chain: { setRequestHeader: 'header', send: 'body', open: 'open' },
    throws: false,
  },
  jquery: {
    modules: ['jquery'],
    globals: ['$', 'jQuery'],
    calls: {
      ajax: { url: 0, options: 1 },
      get: { method: 'GET', url: 0, options: 0 },
      post: { method: 'POST', url: 0, body: 1, options: 0 },
      getJSON: { method: 'GET', url: 0 },
    },
    throws: true,
  },
  angular: {
    types: ['@angular/common/http#HttpClient', 'HttpClient'],
    calls: { ...restful(1, 1), request: { methodAt: 0, url: 1, options: 2 } },
    throws: true,
  },
  playwright: {
    types: ['@playwright/test#APIRequestContext', 'playwright#APIRequestContext', 'APIRequestContext'],
    modules: ['@playwright/test', 'playwright'],
    calls: {
      ...restful(undefined, 1),
      fetch: fetchLike,
      ...Object.fromEntries(Object.entries(restful(undefined, 1)).map(([verb, signature]) => [`request.${verb}`, signature])),
      'request.fetch': fetchLike,
    },
    factories: { newContext: 0, 'request.newContext': 0 },
    base: ['baseURL'],
    throws: false,
  },
  k6: {
    modules: ['k6/http'],
    calls: {
      get: { method: 'GET', url: 0, options: 1 },
      head: { method: 'HEAD', url: 0, options: 1 },
      post: { method: 'POST', url: 0, body: 1, options: 2 },
      put: { method: 'PUT', url: 0, body: 1, options: 2 },
      patch: { method: 'PATCH', url: 0, body: 1, options: 2 },
      del: { method: 'DELETE', url: 0, body: 1, options: 2 },
      request: { methodAt: 0, url: 1, body: 2, options: 3 },
      asyncRequest: { methodAt: 0, url: 1, body: 2, options: 3 },
    },
    throws: false,
  },
};

/** Options in which clients keep the same thing under other names. */
export const optionNames = {
  url: ['url', 'uri'],
  method: ['method', 'type'],
  headers: ['headers', 'extraHTTPHeaders'],
  body: ['body', 'data', 'json', 'form', 'formData'],
  /** The agents that decide on TLS. */
  agents: ['agent', 'httpsAgent', 'dispatcher', 'agentOptions', 'https', 'connect', 'tls'],
} as const;

/** Settings that switch the check of the server's certificate off: the value that does so. */
export const insecureSettings: Readonly<Record<string, boolean>> = {
  rejectUnauthorized: false,
  strictSSL: false,
  ignoreHTTPSErrors: true,
  insecureSkipTLSVerify: true,
  insecure: true,
};
