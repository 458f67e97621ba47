/** HTTP clients in PHP, Ruby, PowerShell, Elixir, Perl and Lua, one row each. */
import { setters, capital, headerSetters, methods, withRaisingForms, urlAndOptions, verbs, writing } from './client-forms.js';
import type { Arguments, HttpClient } from './http-client.js';

/**
 * Sources: the documentation of curl, Guzzle 7, Laravel 12, Symfony 7, WordPress and streams (PHP); Net::HTTP, OpenURI, Faraday 2, HTTParty, RestClient, Excon, Typhoeus and http.rb
 * (Ruby); PowerShell's web cmdlets; Req, HTTPoison and Tesla (Elixir); LWP and HTTP::Tiny (Perl); lua-resty-http (Lua); November 2026.
 */
export const scriptingClients = {
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
    posts: ['CURLOPT_POST', 'CURLOPT_POSTFIELDS'],
    raiser: 'CURLOPT_FAILONERROR',
    traces: ['CURLOPT_VERBOSE', 'CURLOPT_STDERR'],
    asked: { curl_getinfo: /^CURLINFO_(?:HTTP|RESPONSE)_CODE$/ },
    throws: false,
  },
  guzzle: {
    languages: ['php'],
    globals: ['Client', 'GuzzleHttp\\Client', '\\GuzzleHttp\\Client'],
    classes: ['#GuzzleHttp\\Client', '#GuzzleHttp\\ClientInterface'],
    calls: { ...methods(verbs, urlAndOptions), request: { method: 0, url: 1, options: 2 } },
    makes: { '': { options: 0 } },
    options: { base: ['base_uri'], body: ['json', 'body', 'form_params'] },
    silencer: ['http_errors', false],
    traces: ['debug'],
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
  // The context that describes the request is a separate table.
  'streams-of-php': {
    languages: ['php'],
    globals: ['file_get_contents', 'fopen'],
    calls: { '': { url: 0, options: 2 } },
    options: { headers: ['header'], body: ['content'] },
    throws: false,
  },
  'symfony-http-client': {
    languages: ['php'],
    globals: ['HttpClient', 'Symfony\\Component\\HttpClient\\HttpClient'],
    classes: ['#Symfony\\Contracts\\HttpClient\\HttpClientInterface'],
    calls: { request: { method: 0, url: 1, options: 2 } },
    makes: { create: { options: 0 }, createForBaseUri: { url: 0, options: 1 }, withOptions: { options: 0 } },
    options: { base: ['base_uri'], body: ['json', 'body'], bearer: ['auth_bearer'] },
    throws: true,
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
  'open-uri': {
    languages: ['ruby'],
    globals: ['URI', 'OpenURI'],
    calls: { open: { method: 'GET', url: 0, options: 1, headers: 1 } },
    throws: true,
  },
  faraday: {
    languages: ['ruby'],
    globals: ['Faraday'],
    calls: {
      ...methods(['get', 'head', 'delete'], { url: 0, headers: 2 }),
      ...methods(writing, { url: 0, body: 1, headers: 2 }),
    },
    makes: { new: urlAndOptions },
    // `request :authorization, 'Bearer', token`: https://lostisland.github.io/faraday/#/middleware/included/authentication
    adds: { request: { bearer: 2 } },
    assigned: { body: 'body', headers: 'headers' },
    // https://lostisland.github.io/faraday/#/middleware/included/raising-errors
    raisedBy: /:raise_error\b|\bRaiseError\b/,
    options: { url: [], base: ['url'] },
    throws: false,
  },
  httparty: {
    languages: ['ruby'],
    globals: ['HTTParty', 'Typhoeus', 'Excon'],
    calls: methods(verbs, urlAndOptions),
    options: { body: ['body', 'json'] },
    // A response of HTTParty has the members of its body.
    givesBody: true,
    throws: false,
  },
  // `include HTTParty`: https://www.rubydoc.info/gems/httparty/HTTParty/ClassMethods
  'httparty-included': {
    languages: ['ruby'],
    included: true,
    calls: Object.fromEntries(
      ['', 'self.', 'self.class.', 'this.class.'].flatMap((owner) => Object.entries(methods(verbs, urlAndOptions, (verb) => owner + verb))),
    ),
    adds: { base_uri: { url: 0 }, headers: { headers: 0 } },
    options: { body: ['body', 'json'] },
    givesBody: true,
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
  // https://docs.ansible.com/ansible/latest/collections/ansible/builtin/uri_module.html
  ansible: {
    languages: ['yaml'],
    globals: ['ansible'],
    calls: { uri: urlAndOptions },
    throws: true,
  },
  elixir: {
    languages: ['elixir'],
    globals: ['HTTPoison', 'Tesla'],
    calls: withRaisingForms({
      ...methods(['get', 'head', 'delete'], { url: 0, headers: 1 }),
      ...methods(writing, { url: 0, body: 1, headers: 2 }),
    }),
    throws: false,
  },
  req: {
    languages: ['elixir'],
    globals: ['Req'],
    calls: withRaisingForms(methods(verbs, urlAndOptions)),
    makes: { new: { options: 0 } },
    // https://hexdocs.pm/req/Req.Steps.html#auth/1
    options: { base: ['base_url'], body: ['json', 'body', 'form'], bearer: ['auth', 'bearer'] },
    throws: false,
  },
  lwp: {
    languages: ['perl'],
    anyObject: true,
    calls: { ...methods(verbs, { url: 0, options: 1, headers: 1 }), request: { method: 0, url: 1, options: 2 } },
    options: { body: ['content', 'Content'] },
    // https://metacpan.org/pod/LWP::UserAgent#default_header
    adds: { default_header: { headers: 0 } },
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
