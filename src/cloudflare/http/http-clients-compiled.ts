/** HTTP clients in Go, on the JVM, in .NET, Rust, Swift and Dart, one row each. */
import { headerSetters, capital, methods, setters, urlAndOptions, verbs, writing } from './client-forms.js';
import type { AssignedPart, HttpClient } from './http-client.js';

const dotnetMembers: Readonly<Record<string, AssignedPart>> = {
  Method: 'method',
  RequestUri: 'url',
  Content: 'body',
  Headers: 'headers',
  'Headers.Authorization': 'authorization',
};

/** What all requests of a client have in common. */
const dotnetDefaults: Readonly<Record<string, AssignedPart>> = {
  BaseAddress: 'base',
  DefaultRequestHeaders: 'headers',
  'DefaultRequestHeaders.Authorization': 'authorization',
};
const dotnetAdditions = {
  'DefaultRequestHeaders.Add': { headers: 0 },
  'DefaultRequestHeaders.TryAddWithoutValidation': { headers: 0 },
} as const;

const resty = {
  languages: ['go'],
  calls: methods(verbs, { url: 0 }, capital),
  makes: { R: {}, NewRequest: {} },
  adds: { ...setters, SetBaseURL: { url: 0 } },
  // https://resty.dev/docs/request-and-response-middleware/
  raisedBy: /\b(?:OnAfterResponse|(?:Add|Set)ResponseMiddlewares?)\(/,
  throws: false,
} as const;

/**
 * Sources: the documentation of net/http and resty 2 (Go); java.net.http, OkHttp 4, Spring and Ktor 3 (JVM); System.Net.Http, RestSharp and Flurl (.NET);
 * reqwest and ureq (Rust); URLSession and Alamofire (Swift); http and dio (Dart); November 2026.
 */
export const compiledClients = {
  'net/http': {
    languages: ['go'],
    modules: ['go:net/http'],
    globals: ['http'],
    calls: {
      Get: { method: 'GET', url: 0 },
      Head: { method: 'HEAD', url: 0 },
      Post: { method: 'POST', url: 0, body: 2 },
      PostForm: { method: 'POST', url: 0, body: 1 },
    },
    makes: { NewRequest: { method: 0, url: 1, body: 2 }, NewRequestWithContext: { method: 1, url: 2, body: 3 } },
    adds: { 'Header.Set': { headers: 0 }, 'Header.Add': { headers: 0 } },
    assigned: { Header: 'headers', Method: 'method', Body: 'body' },
    senders: new Set(['Do', 'RoundTrip']),
    throws: false,
  },
  resty: { ...resty, anyObject: true },
  'resty modules': {
    ...resty,
    modules: ['go:github.com/go-resty/resty', 'go:resty.dev'],
    globals: ['resty'],
    makes: { ...resty.makes, New: {}, NewWithClient: {} },
  },
  'java.net.http': {
    languages: ['java', 'kotlin', 'scala', 'groovy'],
    globals: ['HttpRequest'],
    calls: {},
    makes: { newBuilder: { url: 0 } },
    adds: {
      ...headerSetters,
      uri: { url: 0 },
      GET: { method: 'GET' },
      POST: { method: 'POST', body: 0 },
      PUT: { method: 'PUT', body: 0 },
      DELETE: { method: 'DELETE' },
      method: { method: 0, body: 1 },
    },
    senders: new Set(['send', 'sendAsync']),
    throws: false,
  },
  okhttp: {
    languages: ['java', 'kotlin', 'scala', 'groovy'],
    globals: ['Request', 'okhttp3'],
    calls: {},
    makes: { Builder: {}, 'Request.Builder': {} },
    adds: { ...headerSetters, url: { url: 0 }, ...methods(verbs, { body: 0 }), method: { method: 0, body: 1 } },
    senders: new Set(['newCall']),
    throws: false,
  },
  urlconnection: {
    languages: ['java', 'kotlin', 'scala', 'groovy'],
    globals: ['URL', 'URI'],
    calls: {},
    makes: { '': { url: 0 }, create: { url: 0 } },
    adds: { setRequestProperty: { headers: 0 }, addRequestProperty: { headers: 0 } },
    throws: true,
  },
  // https://docs.spring.io/spring-framework/reference/integration/rest-clients.html
  RestTemplate: {
    languages: ['java', 'kotlin', 'scala', 'groovy'],
    anyObject: true,
    calls: {
      exchange: { url: 0, method: 1 },
      execute: { url: 0, method: 1 },
      getForObject: { method: 'GET', url: 0 },
      getForEntity: { method: 'GET', url: 0 },
      postForObject: { method: 'POST', url: 0, body: 1 },
      postForEntity: { method: 'POST', url: 0, body: 1 },
      patchForObject: { method: 'PATCH', url: 0, body: 1 },
    },
    throws: true,
  },
  // `RestClient` and `WebClient`
  'clients-of-spring': {
    languages: ['java', 'kotlin', 'scala', 'groovy'],
    anyObject: true,
    calls: { retrieve: {} },
    makes: { ...methods(verbs, {}), baseUrl: { url: 0 }, build: {}, uri: { url: 0 } },
    adds: { ...headerSetters, defaultHeader: { headers: 0 }, bodyValue: { body: 0 } },
    throws: true,
  },
  ktor: {
    languages: ['kotlin'],
    anyObject: true,
    calls: methods(verbs, { url: 0 }),
    adds: { ...setters, append: { headers: 0 } },
    describes: true,
    // https://ktor.io/docs/client-response-validation.html
    raisedBy: /\bexpectSuccess\s*=\s*true\b/,
    throws: false,
  },
  'httpclient-of-dotnet': {
    languages: ['csharp', 'fsharp', 'vb', 'powershell'],
    anyObject: true,
    calls: {
      ...Object.fromEntries(['GetAsync', 'DeleteAsync'].map((name) => [name, { method: name.slice(0, -5).toUpperCase(), url: 0 }])),
      ...Object.fromEntries(
        writing.flatMap((verb) => [
          [`${capital(verb)}Async`, { method: verb.toUpperCase(), url: 0, body: 1 }],
          [`${capital(verb)}AsJsonAsync`, { method: verb.toUpperCase(), url: 0, body: 1 }],
        ]),
      ),
      SendAsync: { options: 0 },
      Send: { options: 0 },
    },
    adds: dotnetAdditions,
    assigned: dotnetDefaults,
    options: { url: ['RequestUri'], base: ['BaseAddress'], method: ['Method'], headers: ['Headers'], body: ['Content'] },
    throws: false,
  },
  'httpclient-of-dotnet-reading': {
    languages: ['csharp', 'fsharp', 'vb', 'powershell'],
    anyObject: true,
    calls: Object.fromEntries(
      ['GetStringAsync', 'GetStreamAsync', 'GetByteArrayAsync', 'GetFromJsonAsync', 'DownloadString', 'UploadString'].map((name) => [
        name,
        { method: 'GET', url: 0 },
      ]),
    ),
    adds: dotnetAdditions,
    assigned: dotnetDefaults,
    options: { base: ['BaseAddress'] },
    throws: true,
  },
  HttpRequestMessage: {
    languages: ['csharp', 'fsharp'],
    globals: ['HttpRequestMessage'],
    calls: {},
    makes: { '': { method: 0, url: 1 } },
    adds: { 'Headers.Add': { headers: 0 }, 'Headers.TryAddWithoutValidation': { headers: 0 } },
    assigned: dotnetMembers,
    senders: new Set(['SendAsync', 'Send']),
    throws: false,
  },
  restsharp: {
    languages: ['csharp', 'fsharp'],
    globals: ['RestRequest'],
    calls: {},
    makes: { '': { url: 0, method: 1 } },
    adds: setters,
    senders: new Set(['Execute', 'ExecuteAsync', 'ExecutePostAsync', 'ExecuteGetAsync']),
    throws: false,
  },
  reqwest: {
    languages: ['rust'],
    anyObject: true,
    calls: { send: {} },
    makes: { ...methods(verbs, { url: 0 }), request: { method: 0, url: 1 } },
    adds: { ...setters, form: { body: 0 } },
    throws: false,
  },
  ureq: {
    languages: ['rust'],
    globals: ['ureq'],
    calls: { call: {}, send_json: { body: 0 }, send_string: { body: 0 }, send: { body: 0 } },
    makes: methods(verbs, { url: 0 }),
    adds: setters,
    throws: true,
  },
  URLSession: {
    languages: ['swift'],
    globals: ['URLRequest', 'NSMutableURLRequest'],
    calls: {},
    makes: { '': urlAndOptions },
    adds: { setValue: { headerOption: 'forHTTPHeaderField' }, addValue: { headerOption: 'forHTTPHeaderField' } },
    assigned: { httpMethod: 'method', httpBody: 'body', allHTTPHeaderFields: 'headers' },
    senders: new Set(['data', 'dataTask', 'upload', 'bytes']),
    throws: false,
  },
  alamofire: {
    languages: ['swift'],
    globals: ['AF', 'Alamofire'],
    calls: { request: urlAndOptions, upload: urlAndOptions },
    options: { body: ['parameters'] },
    throws: false,
  },
  // dio, which has the same functions, rejects: https://pub.dev/packages/dio
  'http-of-dart': {
    languages: ['dart'],
    anyObject: true,
    calls: methods(verbs, urlAndOptions),
    raisedBy: /['"]package:dio\//,
    throws: false,
  },
} satisfies Readonly<Record<string, HttpClient>>;
