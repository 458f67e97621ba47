/** The HTTP clients of PHP, Ruby, PowerShell, Elixir, Perl and Lua, one row each. */
import { setters, capital, headerSetters, methods, orRaise, urlAndOptions, verbs, writing } from './client-forms.js';
import type { Arguments, HttpClient } from './http-client.js';

/**
 * Sources: the documentation of curl, Guzzle 7, Laravel 12 and WordPress (PHP); Net::HTTP, Faraday 2, HTTParty, RestClient, Excon, Typhoeus and http.rb
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
