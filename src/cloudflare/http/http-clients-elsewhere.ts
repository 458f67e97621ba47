/** The HTTP clients of other languages than JavaScript, one row each. Their readers know no types: a method counts by its name, with an address of Cloudflare's. */
import type { Arguments, AssignedPart, HttpClient } from './http-client.js';

const reading = ['get', 'head', 'options', 'delete'];
const writing = ['post', 'put', 'patch'];
const verbs = [...reading, ...writing];

type Spelling = (verb: string) => string;

const asIs: Spelling = (verb) => verb;
const capital: Spelling = (verb) => verb.charAt(0).toUpperCase() + verb.slice(1);

/** One function for each HTTP method. */
function methods(names: readonly string[], is: Arguments, spelling: Spelling = asIs): Readonly<Record<string, Arguments>> {
  return Object.fromEntries(names.map((name) => [spelling(name), { method: name.toUpperCase(), ...is }]));
}

/** Elixir's and Ruby's functions that raise have the same names with a mark. */
function orRaise(functions: Readonly<Record<string, Arguments>>): Readonly<Record<string, Arguments>> {
  return { ...functions, ...Object.fromEntries(Object.entries(functions).map(([name, is]) => [`${name}!`, is])) };
}

const urlAndOptions: Arguments = { url: 0, options: 1 };

/** What builders of requests are told, whatever their language. */
const headerSetters: Readonly<Record<string, Arguments>> = Object.fromEntries(
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
const bearerSetters: Readonly<Record<string, Arguments>> = Object.fromEntries(
  ['bearer_auth', 'bearerAuth', 'setBearerAuth', 'withToken', 'SetAuthToken', 'WithOAuthBearerToken', 'auth_bearer'].map((name) => [
    name,
    { bearer: 0 },
  ]),
);
const bodySetters: Readonly<Record<string, Arguments>> = Object.fromEntries(
  ['body', 'json', 'setBody', 'bodyValue', 'withBody', 'SetBody', 'AddJsonBody', 'AddBody', 'AddStringBody', 'set_body', 'jsonBody'].map(
    (name) => [name, { body: 0 }],
  ),
);
const setters = { ...headerSetters, ...bearerSetters, ...bodySetters };

const dotnetMembers: Readonly<Record<string, AssignedPart>> = {
  Method: 'method',
  RequestUri: 'url',
  Content: 'body',
  Headers: 'headers',
  'Headers.Authorization': 'authorization',
  DefaultRequestHeaders: 'headers',
  'DefaultRequestHeaders.Authorization': 'authorization',
};

/**
 * Sources: the documentation of net/http and resty 2 (Go); curl, Guzzle 7, Laravel 12, WordPress and Symfony (PHP); Net::HTTP, Faraday 2, HTTParty,
 * RestClient, Excon, Typhoeus and http.rb (Ruby); java.net.http, OkHttp 4, Spring and Ktor 3 (JVM); System.Net.Http, RestSharp and Flurl (.NET); reqwest and
 * ureq (Rust); URLSession and Alamofire (Swift); http and dio (Dart); PowerShell's web cmdlets; Req, HTTPoison, Tesla and Finch (Elixir); LWP and HTTP::Tiny
 * (Perl); lua-resty-http (Lua); November 2026.
 */
export const clientsElsewhere = {
  'net/http': {
    languages: ['go'],
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
  resty: {
    languages: ['go'],
    anyObject: true,
    calls: methods(verbs, { url: 0 }, capital),
    makes: { R: {}, NewRequest: {} },
    adds: { ...setters, SetBaseURL: { url: 0 } },
    throws: false,
  },
  curl: {
    languages: ['php'],
    globals: ['curl_init'],
    calls: {},
    makes: { '': { url: 0 } },
    given: { curl_setopt: { option: 1 }, curl_setopt_array: { options: 1 } },
    senders: new Set(['curl_exec']),
    options: {
      url: ['CURLOPT_URL'],
      method: ['CURLOPT_CUSTOMREQUEST'],
      headers: ['CURLOPT_HTTPHEADER'],
      body: ['CURLOPT_POSTFIELDS'],
      bearer: ['CURLOPT_XOAUTH2_BEARER'],
    },
    throws: false,
  },
  guzzle: {
    languages: ['php'],
    globals: ['Client', 'GuzzleHttp\\Client', '\\GuzzleHttp\\Client'],
    calls: { ...methods(verbs, urlAndOptions), request: { method: 0, url: 1, options: 2 } },
    makes: { '': { options: 0 } },
    options: { base: ['base_uri'], body: ['json', 'body', 'form_params'] },
    silencer: ['http_errors', false],
    throws: true,
  },
  'guzzle-anywhere': {
    languages: ['php'],
    anyObject: true,
    calls: { request: { method: 0, url: 1, options: 2 }, requestAsync: { method: 0, url: 1, options: 2 } },
    options: { base: ['base_uri'], body: ['json', 'body', 'form_params'] },
    silencer: ['http_errors', false],
    throws: true,
  },
  wordpress: {
    languages: ['php'],
    globals: [
      'wp_remote_get',
      'wp_remote_post',
      'wp_remote_request',
      'wp_remote_head',
      'wp_safe_remote_get',
      'wp_safe_remote_post',
      'wp_safe_remote_request',
    ],
    calls: { '': urlAndOptions },
    throws: false,
  },
  laravel: {
    languages: ['php'],
    globals: ['Http', 'Illuminate\\Support\\Facades\\Http', '\\Illuminate\\Support\\Facades\\Http'],
    calls: { ...methods(['get', 'head'], { url: 0 }), ...methods([...writing, 'delete'], { url: 0, body: 1 }) },
    makes: {
      ...setters,
      baseUrl: { url: 0 },
      ...Object.fromEntries(['acceptJson', 'asJson', 'asForm', 'timeout', 'retry', 'withOptions', 'withBody'].map((name) => [name, {}])),
    },
    throws: false,
  },
  'net-http': {
    languages: ['ruby'],
    globals: ['Net'],
    calls: {
      'HTTP.get': { method: 'GET', url: 0, headers: 1 },
      'HTTP.get_response': { method: 'GET', url: 0, headers: 1 },
      'HTTP.post': { method: 'POST', url: 0, body: 1, headers: 2 },
      'HTTP.put': { method: 'PUT', url: 0, body: 1, headers: 2 },
    },
    makes: Object.fromEntries(
      verbs.map((verb) => [`HTTP.${capital(verb)}.new`, { method: verb.toUpperCase(), url: 0, headers: 1 } satisfies Arguments]),
    ),
    adds: headerSetters,
    assigned: { body: 'body', '': 'headers' },
    senders: new Set(['request']),
    throws: false,
  },
  faraday: {
    languages: ['ruby'],
    globals: ['Faraday'],
    calls: {
      ...methods(['get', 'head', 'delete'], { url: 0, headers: 2 }),
      ...methods(writing, { url: 0, body: 1, headers: 2 }),
    },
    makes: { new: urlAndOptions },
    assigned: { body: 'body', headers: 'headers' },
    options: { url: [], base: ['url'] },
    throws: false,
  },
  httparty: {
    languages: ['ruby'],
    globals: ['HTTParty', 'Typhoeus', 'Excon'],
    calls: methods(verbs, urlAndOptions),
    options: { body: ['body', 'json'] },
    throws: false,
  },
  'rest-client': {
    languages: ['ruby'],
    globals: ['RestClient'],
    calls: {
      ...methods(['get', 'head', 'delete'], { url: 0, headers: 1 }),
      ...methods(writing, { url: 0, body: 1, headers: 2 }),
      'Request.execute': { options: 0 },
    },
    options: { body: ['payload'] },
    throws: true,
  },
  'http.rb': {
    languages: ['ruby'],
    globals: ['HTTP'],
    calls: methods(verbs, urlAndOptions),
    makes: { auth: { authorization: 0 }, headers: { headers: 0 }, accept: {}, timeout: {} },
    options: { body: ['json', 'body', 'form'] },
    throws: false,
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
  ktor: {
    languages: ['kotlin'],
    anyObject: true,
    calls: methods(verbs, { url: 0 }),
    adds: { ...setters, append: { headers: 0 } },
    describes: true,
    throws: false,
  },
  'httpclient-of-dotnet': {
    languages: ['csharp', 'fsharp'],
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
    options: { url: ['RequestUri'], method: ['Method'], headers: ['Headers'], body: ['Content'] },
    throws: false,
  },
  'httpclient-of-dotnet-reading': {
    languages: ['csharp', 'fsharp'],
    anyObject: true,
    calls: Object.fromEntries(
      ['GetStringAsync', 'GetStreamAsync', 'GetByteArrayAsync', 'GetFromJsonAsync', 'DownloadString', 'UploadString'].map((name) => [
        name,
        { method: 'GET', url: 0 },
      ]),
    ),
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
  'http-of-dart': {
    languages: ['dart'],
    anyObject: true,
    calls: methods(verbs, urlAndOptions),
    throws: false,
  },
  powershell: {
    languages: ['powershell'],
    globals: ['Invoke-RestMethod', 'Invoke-WebRequest', 'irm', 'iwr'],
    calls: { '': urlAndOptions },
    options: {
      url: ['Uri', 'uri', 'URI'],
      method: ['Method', 'method'],
      headers: ['Headers', 'headers'],
      body: ['Body', 'body'],
    },
    silencer: ['ErrorAction', /^(?:SilentlyContinue|Ignore)$/i],
    throws: true,
  },
  elixir: {
    languages: ['elixir'],
    globals: ['HTTPoison', 'Tesla'],
    calls: orRaise({ ...methods(['get', 'head', 'delete'], { url: 0, headers: 1 }), ...methods(writing, { url: 0, body: 1, headers: 2 }) }),
    throws: false,
  },
  req: {
    languages: ['elixir'],
    globals: ['Req'],
    calls: orRaise(methods(verbs, urlAndOptions)),
    makes: { new: { options: 0 } },
    options: { base: ['base_url'], body: ['json', 'body', 'form'] },
    throws: false,
  },
  lwp: {
    languages: ['perl'],
    anyObject: true,
    calls: { ...methods(verbs, { url: 0, options: 1, headers: 1 }), request: { method: 0, url: 1, options: 2 } },
    options: { body: ['content', 'Content'] },
    throws: false,
  },
  'HTTP::Request': {
    languages: ['perl'],
    globals: ['HTTP::Request'],
    calls: {},
    makes: { new: { method: 0, url: 1, headers: 2, body: 3 } },
    adds: headerSetters,
    senders: new Set(['request']),
    throws: false,
  },
  'lua-resty-http': {
    languages: ['lua'],
    anyObject: true,
    calls: { request_uri: urlAndOptions },
    throws: false,
  },
} satisfies Readonly<Record<string, HttpClient>>;

/** Functions that make an address of a text: `URI.create("…")`, `Uri.parse("…")`, `URL(string: "…")`. */
export const urlMakers = /^(?:URI|URL|Uri|NSURL|HttpUrl|URI\.(?:create|parse|join)|Uri\.(?:parse|new)|HttpUrl\.(?:parse|get)|url\.Parse)$/;
/** Methods that give an address as a text, or what a text says as an address. */
export const urlMethods: ReadonlySet<string> = new Set([
  'to_s',
  'toString',
  'request_uri',
  'path',
  'toHttpUrl',
  'toURI',
  'AbsoluteUri',
  'ToString',
  'String',
]);
