/** HTTP clients in JavaScript: those of its runtimes, and packages. Those of platforms are in `platform-clients.ts`. */
import { methods, reading, urlAndOptions, verbs, writing } from './client-forms.js';
import type { Arguments, HttpClient } from './http-client.js';

/** `axios.get(url, options)`, `axios.post(url, body, options)`. */
function bodyBeforeOptions(below = ''): Readonly<Record<string, Arguments>> {
  const spelling = (verb: string): string => below + verb;
  return { ...methods(reading, urlAndOptions, spelling), ...methods(writing, { url: 0, body: 1, options: 2 }, spelling) };
}

const axios = {
  calls: {
    '': urlAndOptions,
    request: { options: 0 },
    ...bodyBeforeOptions(),
    postForm: { method: 'POST', url: 0, body: 1, options: 2 },
    putForm: { method: 'PUT', url: 0, body: 1, options: 2 },
    patchForm: { method: 'PATCH', url: 0, body: 1, options: 2 },
  },
  makes: { create: { options: 0 } },
  defaults: 'defaults',
  shows: 'defaults',
  options: { base: ['baseURL'], body: ['data'], query: ['params'] },
  holding: ['config', 'request', 'response', 'toJSON'],
  intercepts: { request: 'interceptors.request.use', response: 'interceptors.response.use' },
  silencer: ['validateStatus', true],
  throws: true,
} satisfies HttpClient;

const request = {
  calls: { '': urlAndOptions, ...methods([...verbs, 'del'], urlAndOptions) },
  makes: { defaults: { options: 0 } },
  options: {
    url: ['url', 'uri'],
    base: ['baseUrl'],
    body: ['body', 'json', 'form', 'formData'],
    query: ['qs'],
    bearer: ['auth', 'bearer'],
  },
  callsBack: true,
  throws: false,
} satisfies HttpClient;

/** `https.get(url, options)`, `https.get(options)`; the rest is set by methods of the returned request. */
const node = {
  calls: { request: urlAndOptions, get: { method: 'GET', ...urlAndOptions } },
  adds: { setHeader: { headers: 0 }, write: { body: 0 }, end: { body: 0 } },
  callsBack: true,
  throws: false,
} satisfies HttpClient;

/** Sources: the documentation and type declarations of each package, and of each runtime for its globals; November 2026. */
export const javascriptClients: Readonly<Record<string, HttpClient>> = {
  fetch: {
    globals: ['fetch'],
    modules: [
      'node-fetch',
      'cross-fetch',
      'isomorphic-fetch',
      'isomorphic-unfetch',
      'unfetch',
      'whatwg-fetch',
      'node-fetch-native',
      '@whatwg-node/fetch',
      'make-fetch-happen',
      'expo/fetch',
      'wix-fetch',
      'rxjs/fetch',
      '@tauri-apps/plugin-http',
      '@tauri-apps/api/http',
    ],
    calls: { '': urlAndOptions, fetch: urlAndOptions, fromFetch: urlAndOptions },
    throws: false,
  },
  // SvelteKit's `load({ fetch })`, and functions that take an implementation as a parameter.
  'fetch-parameter': { parameters: ['fetch', 'fetchImpl', 'fetchFn'], calls: { '': urlAndOptions }, throws: false },
  undici: {
    modules: ['undici'],
    calls: { fetch: urlAndOptions, request: urlAndOptions, stream: urlAndOptions, pipeline: urlAndOptions },
    makes: { Client: { url: 0, options: 1 }, Pool: { url: 0, options: 1 } },
    options: { url: ['path'] },
    throws: false,
  },
  axios: {
    ...axios,
    modules: ['axios', 'redaxios', 'xior'],
    globals: ['axios'],
    classes: ['axios#AxiosInstance', 'axios#AxiosStatic', 'axios#Axios'],
  },
  'nest-axios': {
    ...axios,
    classes: ['@nestjs/axios#HttpService', '@nestjs/common#HttpService'],
    calls: {
      ...bodyBeforeOptions(),
      request: { options: 0 },
      axiosRef: urlAndOptions,
      'axiosRef.request': { options: 0 },
      ...bodyBeforeOptions('axiosRef.'),
    },
  },
  // https://developer.mozilla.org/en-US/docs/Web/API/Navigator/sendBeacon
  sendBeacon: { globals: ['navigator'], calls: { sendBeacon: { method: 'POST', url: 0, body: 1 } }, throws: true },
  got: {
    modules: ['got', 'got-cjs'],
    classes: ['got#Got'],
    calls: { '': urlAndOptions, stream: urlAndOptions, paginate: urlAndOptions, ...methods(verbs, urlAndOptions) },
    makes: { extend: { options: 0 } },
    shows: 'defaults.options',
    options: { base: ['prefixUrl'], body: ['json', 'body', 'form'], query: ['searchParams'] },
    errorsHold: ['options', 'request'],
    // https://github.com/sindresorhus/got/blob/main/documentation/9-hooks.md
    optionHooks: { 'hooks.beforeRequest': 'headers' },
    silencer: ['throwHttpErrors', false],
    throws: true,
  },
  ky: {
    modules: ['ky', 'ky-universal'],
    classes: ['ky#KyInstance'],
    calls: { '': urlAndOptions, ...methods(verbs, urlAndOptions) },
    makes: { create: { options: 0 }, extend: { options: 0 } },
    options: { base: ['prefixUrl', 'prefix', 'baseUrl'], body: ['json', 'body'], query: ['searchParams'] },
    errorsHold: ['options', 'request'],
    // https://github.com/sindresorhus/ky#hooks
    optionHooks: { 'hooks.beforeRequest': 'headers' },
    silencer: ['throwHttpErrors', false],
    throws: true,
  },
  ofetch: {
    modules: ['ofetch', 'ohmyfetch'],
    globals: ['$fetch', 'useFetch', 'useLazyFetch'],
    classes: ['ofetch#$Fetch'],
    calls: {
      '': urlAndOptions,
      raw: urlAndOptions,
      $fetch: urlAndOptions,
      '$fetch.raw': urlAndOptions,
      ofetch: urlAndOptions,
      'ofetch.raw': urlAndOptions,
    },
    makes: { create: { options: 0 }, '$fetch.create': { options: 0 }, 'ofetch.create': { options: 0 } },
    options: { base: ['baseURL'], query: ['query', 'params'] },
    // https://github.com/unjs/ofetch#-interceptors
    optionHooks: {
      onRequest: 'options.headers',
      onRequestError: 'options.headers',
      onResponse: 'options.headers',
      onResponseError: 'options.headers',
    },
    silencer: ['ignoreResponseError', true],
    givesBody: true,
    throws: true,
  },
  superagent: {
    modules: ['superagent'],
    calls: { '': { method: 0, url: 1 }, ...methods([...verbs, 'del'], { url: 0, body: 1 }) },
    makes: { agent: {} },
    adds: { set: { headers: 0 }, auth: { authorization: 0 }, send: { body: 0 } },
    ends: 'end',
    throws: true,
  },
  request: { ...request, modules: ['request', 'requestretry', 'postman-request', '@cypress/request'] },
  // https://github.com/request/request-promise#api-in-detail
  'request-promise': {
    ...request,
    modules: ['request-promise', 'request-promise-native', 'request-promise-any'],
    errorsHold: ['options'],
    silencer: ['simple', false],
    throws: true,
  },
  needle: {
    modules: ['needle'],
    calls: {
      '': [
        { method: 0, url: 1, body: 2, options: 3 },
        { method: 0, url: 1, options: 2 },
        { method: 0, url: 1 },
      ],
      ...methods(['get', 'head'], urlAndOptions),
      ...methods([...writing, 'delete'], { url: 0, body: 1, options: 2 }),
    },
    callsBack: true,
    throws: false,
  },
  wretch: {
    modules: ['wretch'],
    classes: ['wretch#Wretch'],
    calls: {
      ...methods(['get', 'head', 'delete'], { url: 0 }),
      opts: { method: 'OPTIONS', url: 0 },
      ...methods(writing, { body: 0, url: 1 }),
    },
    makes: {
      '': urlAndOptions,
      url: { url: 0 },
      options: { options: 0 },
      headers: { headers: 0 },
      auth: { authorization: 0 },
      content: {},
      accept: {},
      query: {},
      json: { body: 0 },
      body: { body: 0 },
      formUrl: { body: 0 },
      formData: { body: 0 },
      addon: {},
    },
    throws: true,
  },
  // https://hapi.dev/module/wreck/api/
  wreck: {
    modules: ['@hapi/wreck', 'wreck'],
    calls: { request: { method: 0, url: 1, options: 2 }, ...methods(verbs, urlAndOptions) },
    makes: { defaults: { options: 0 } },
    options: { base: ['baseUrl'], body: ['payload'] },
    throws: true,
  },
  'urllib-node': {
    modules: ['urllib'],
    calls: { request: urlAndOptions, curl: urlAndOptions },
    options: { body: ['data', 'content'] },
    throws: false,
  },
  gaxios: { modules: ['gaxios'], calls: { request: { url: 0 } }, options: { body: ['data'], query: ['params'] }, throws: true },
  phin: {
    modules: ['phin'],
    calls: { '': urlAndOptions, unpromisified: urlAndOptions },
    makes: { defaults: { options: 0 } },
    options: { body: ['data'] },
    callsBack: true,
    throws: false,
  },
  https: { ...node, modules: ['https', 'node:https'], scheme: 'https' },
  http: { ...node, modules: ['http', 'node:http'], scheme: 'http' },
  'follow-redirects/https': {
    ...node,
    modules: ['follow-redirects'],
    calls: { 'https.request': urlAndOptions, 'https.get': { method: 'GET', ...urlAndOptions } },
    scheme: 'https',
  },
  'follow-redirects/http': {
    ...node,
    modules: ['follow-redirects'],
    calls: { 'http.request': urlAndOptions, 'http.get': { method: 'GET', ...urlAndOptions } },
    scheme: 'http',
  },
  XMLHttpRequest: {
    classes: ['#XMLHttpRequest', 'xmlhttprequest#XMLHttpRequest', 'xmlhttprequest-ssl#XMLHttpRequest', 'xhr2#', 'xhr2#XMLHttpRequest'],
    calls: { open: { method: 0, url: 1 } },
    adds: { setRequestHeader: { headers: 0 }, send: { body: 0 } },
    throws: false,
  },
  jquery: {
    modules: ['jquery'],
    globals: ['$', 'jQuery'],
    calls: {
      ajax: urlAndOptions,
      get: { method: 'GET', url: 0, body: 1 },
      getJSON: { method: 'GET', url: 0, body: 1 },
      post: { method: 'POST', url: 0, body: 1 },
    },
    adds: { ajaxSetup: { options: 0 } },
    options: { method: ['method', 'type'], body: ['data'] },
    throws: true,
  },
  angular: {
    classes: ['@angular/common/http#HttpClient'],
    calls: { ...bodyBeforeOptions(), request: { method: 0, url: 1, options: 2 } },
    throws: true,
  },
  aws4fetch: {
    modules: ['aws4fetch'],
    classes: ['aws4fetch#AwsClient'],
    calls: { fetch: urlAndOptions, sign: urlAndOptions },
    makes: { AwsClient: {} },
    throws: false,
  },
  // A connection starts with a GET request.
  websocket: {
    globals: ['WebSocket', 'EventSource'],
    modules: ['ws', 'isomorphic-ws', 'eventsource'],
    calls: Object.fromEntries(
      ['', 'WebSocket', 'EventSource'].map((name) => [
        name,
        [
          { method: 'GET', url: 0, options: 2 },
          { method: 'GET', url: 0, options: 1 },
          { method: 'GET', url: 0 },
        ],
      ]),
    ),
    throws: true,
  },
};
