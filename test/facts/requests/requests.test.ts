import { describe, expect, it } from 'vitest';
import { httpClients } from '../../../src/cloudflare/http/http-clients.js';
import { pythonClients } from '../../../src/cloudflare/http/python-clients.js';
import type { Request } from '../../../src/facts/requests/request.js';
import { requests } from '../../../src/facts/requests/requests.js';
import type { Span } from '../../../src/source/model.js';
import { literal, place, shape, textsOf } from '../../../src/source/values.js';
import { javascript } from '../../models/program.js';
import { show } from '../../models/show.js';

/** The last request of a program: requests through wrappers come behind those that are written. */
function last(code: string): Request {
  const request = requests(javascript(code, { path: code.includes('private ') ? 'program.ts' : 'program.tsx' })).findLast(
    ({ isDefaults }) => !isDefaults,
  );
  if (!request) throw new Error('The program sends no request');
  return request;
}

function told(code: string): readonly string[] {
  const { client, method, urls, headers, body } = last(code);
  const sent = headers.map(({ name, value, scheme = '' }) => `${name}: ${scheme} ${literal(value) ?? value.kind}`.replace(':  ', ': '));
  return [client, method, urls.map(shape).join(' | '), sent.join(', '), typeof body === 'string' ? body : body.kind];
}

const url = 'https://api.cloudflare.com/client/v4/zones';
const key = 'x-auth-key: k';
const U = `'${url}'`;
const H = `{ 'X-Auth-Key': 'k' }`;

const table: readonly (readonly [client: keyof typeof httpClients, method: string, body: string, code: string])[] = [
  ['fetch', 'GET', 'absent', `fetch(${U}, { headers: ${H} });`],
  ['fetch', 'POST', 'text', `globalThis.fetch(${U}, { method: 'post', headers: new Headers(${H}), body: '{}' });`],
  ['fetch', 'GET', 'absent', `fetch(new URL('/client/v4/zones', 'https://api.cloudflare.com'), { headers: [['X-Auth-Key', 'k']] });`],
  ['fetch', 'PUT', 'absent', `fetch(new Request(${U}, { method: 'PUT', headers: ${H} }));`],
  [
    'fetch',
    'PUT',
    'absent',
    `const request = new Request(${U}, { method: 'PUT' }); request.headers.set('X-Auth-Key', 'k'); fetch(request, { headers: ${H} });`,
  ],
  ['fetch', 'GET', 'absent', `import fetch from 'node-fetch'; fetch(${U}, { headers: ${H} });`],
  ['fetch', 'GET', 'absent', `const fetch = require('cross-fetch'); fetch(${U}, { headers: ${H} });`],
  [
    'fetch',
    'GET',
    'absent',
    `const fetch = (...a) => import('node-fetch').then(({ default: f }) => f(...a)); const send = fetch; globalThis.fetch(${U}, { headers: ${H} });`,
  ],
  ['fetch', 'GET', 'absent', `const headers = new Headers(); headers.append('X-Auth-Key', 'k'); fetch(${U}, { headers });`],
  ['fetch', 'GET', 'absent', `const headers: Record<string, string> = {}; headers['X-Auth-Key'] = 'k'; fetch(${U}, { headers });`],
  ['fetch-parameter', 'GET', 'absent', `export async function load({ fetch }) { await fetch(${U}, { headers: ${H} }); }`],
  ['undici', 'GET', 'absent', `import { request } from 'undici'; request(${U}, { headers: ['X-Auth-Key', 'k'] });`],
  [
    'undici',
    'GET',
    'absent',
    `import { Client } from 'undici'; const client = new Client('https://api.cloudflare.com'); client.request({ path: '/client/v4/zones', method: 'GET', headers: ${H} });`,
  ],
  ['fetch', 'GET', 'absent', `import { fetch } from '@tauri-apps/plugin-http'; fetch(${U}, { headers: ${H} });`],
  ['wreck', 'PUT', 'table', `const Wreck = require('@hapi/wreck'); Wreck.put(${U}, { headers: ${H}, payload: {} });`],
  ['wreck', 'GET', 'absent', `import Wreck from '@hapi/wreck'; Wreck.defaults({ headers: ${H} }).request('GET', ${U});`],
  ['urllib-node', 'POST', 'table', `const urllib = require('urllib'); urllib.request(${U}, { method: 'POST', headers: ${H}, data: {} });`],
  ['gaxios', 'POST', 'table', `import { request } from 'gaxios'; request({ url: ${U}, method: 'POST', headers: ${H}, data: {} });`],
  [
    'obsidian',
    'POST',
    'text',
    `import { requestUrl } from 'obsidian'; requestUrl({ url: ${U}, method: 'POST', headers: ${H}, body: '{}' });`,
  ],
  [
    'capacitor',
    'PATCH',
    'table',
    `import { CapacitorHttp } from '@capacitor/core'; CapacitorHttp.patch({ url: ${U}, headers: ${H}, data: {} });`,
  ],
  ['websocket', 'GET', 'absent', `import WebSocket from 'ws'; new WebSocket(${U}, { headers: ${H} });`],
  ['websocket', 'GET', 'absent', `import { WebSocket } from 'ws'; new WebSocket(${U}, ['v1'], { headers: ${H} });`],
  ['axios', 'GET', 'absent', `import axios from 'axios'; axios.get(${U}, { headers: ${H} });`],
  ['axios', 'POST', 'table', `import axios from 'axios'; axios.post(${U}, { a: 1 }, { headers: ${H} });`],
  ['axios', 'DELETE', 'table', `const axios = require('axios').default; axios({ method: 'delete', url: ${U}, headers: ${H}, data: {} });`],
  [
    'axios',
    'GET',
    'absent',
    `import axios from 'axios'; const api = axios.create({ baseURL: 'https://api.cloudflare.com/client/v4', headers: ${H} }); api.get('/zones');`,
  ],
  [
    'axios',
    'GET',
    'absent',
    `import axios from 'axios'; axios.defaults.baseURL = 'https://api.cloudflare.com/client/v4/'; axios.defaults.headers.common['X-Auth-Key'] = 'k'; axios.get('zones');`,
  ],
  [
    'axios',
    'GET',
    'absent',
    `import axios from 'axios'; const api = axios.create(); api.defaults.headers['X-Auth-Key'] = 'k'; api.request({ url: ${U} });`,
  ],
  [
    'axios',
    'GET',
    'absent',
    `import axios from 'axios'; const other = axios.create(), api = axios.create(); other.defaults.headers['X-Auth-Email'] = 'e'; api.get(${U}, { headers: ${H} });`,
  ],
  [
    'axios',
    'GET',
    'absent',
    `import axios, { type AxiosInstance } from 'axios'; class A { private api: AxiosInstance; constructor() { this.api = axios.create({ baseURL: 'https://api.cloudflare.com', headers: ${H} }); } zones() { return this.api.get('/client/v4/zones'); } }`,
  ],
  [
    'nest-axios',
    'GET',
    'absent',
    `import { HttpService } from '@nestjs/axios'; class A { constructor(private readonly http: HttpService) {} a() { return this.http.get(${U}, { headers: ${H} }); } }`,
  ],
  ['got', 'GET', 'absent', `import got from 'got'; got(${U}, { headers: ${H} }).json();`],
  [
    'got',
    'POST',
    'table',
    `import got from 'got'; const api = got.extend({ prefixUrl: 'https://api.cloudflare.com/client/v4', headers: ${H} }); api.post('zones', { json: {} });`,
  ],
  [
    'got',
    'GET',
    'absent',
    `import got from 'got'; const api = got.extend({ prefixUrl: 'https://api.cloudflare.com/client/v4/', headers: ${H} }); api('/zones');`,
  ],
  [
    'ky',
    'PATCH',
    'table',
    `import ky from 'ky'; ky.create({ prefixUrl: 'https://api.cloudflare.com/client/v4' }).patch('zones', { json: {}, headers: ${H} });`,
  ],
  [
    'ofetch',
    'GET',
    'absent',
    `import { ofetch } from 'ofetch'; ofetch('/zones', { baseURL: 'https://api.cloudflare.com/client/v4', headers: ${H} });`,
  ],
  ['fetch', 'POST', 'text', `fetch(new Request(${U}, { method: 'PUT', body: '{}' }), { method: 'POST', headers: ${H} });`],
  ['fetch', 'POST', 'opaque', `fetch(${U}, { method: 'POST', headers: ${H}, body: bodies[index] });`],
  ['request', 'POST', 'absent', `const request = require('request'); request.post(${U}, { headers: ${H}, json: true });`],
  ['ofetch', 'POST', 'table', `await $fetch(${U}, { method: 'POST', headers: ${H}, body: {} });`],
  ['superagent', 'GET', 'absent', `import superagent from 'superagent'; superagent.get(${U}).set('X-Auth-Key', 'k');`],
  ['superagent', 'POST', 'table', `const request = require('superagent'); request.post(${U}).set(${H}).send({ a: 1 }).end();`],
  ['request', 'GET', 'absent', `const request = require('request'); request({ uri: ${U}, headers: ${H} }, (error) => {});`],
  [
    'request',
    'POST',
    'table',
    `const request = require('request'); request.defaults({ headers: ${H} }).post(${U}, { json: true, form: {} });`,
  ],
  ['request-promise', 'DELETE', 'absent', `const rp = require('request-promise'); rp.del(${U}, { headers: ${H} });`],
  ['needle', 'POST', 'table', `const needle = require('needle'); needle('post', ${U}, { a: 1 }, { headers: ${H} });`],
  ['needle', 'PUT', 'absent', `const needle = require('needle'); needle('put', ${U}, { headers: ${H} }, (error, answer) => {});`],
  ['needle', 'DELETE', 'opaque', `const needle = require('needle'); needle('delete', ${U}, null, { headers: ${H} });`],
  ['needle', 'GET', 'absent', `const needle = require('needle'); needle.get(${U}, { headers: ${H} }, () => {});`],
  ['wretch', 'GET', 'absent', `import wretch from 'wretch'; wretch(${U}).headers(${H}).get().json();`],
  [
    'wretch',
    'POST',
    'table',
    `import wretch from 'wretch'; wretch('https://api.cloudflare.com/client/v4').headers(${H}).url('/zones').post({ a: 1 });`,
  ],
  ['phin', 'POST', 'table', `const p = require('phin'); p({ url: ${U}, method: 'POST', headers: ${H}, data: {} });`],
  ['https', 'GET', 'absent', `import https from 'node:https'; https.get(${U}, { headers: ${H} });`],
  [
    'https',
    'POST',
    'text',
    `const https = require('https'); const req = https.request({ hostname: 'api.cloudflare.com', path: '/client/v4/zones', method: 'POST', headers: ${H} }); req.write('{}'); req.end();`,
  ],
  [
    'follow-redirects/https',
    'GET',
    'absent',
    `const { https } = require('follow-redirects'); https.request({ hostname: 'api.cloudflare.com', path: '/client/v4/zones', headers: ${H} });`,
  ],
  [
    'XMLHttpRequest',
    'PUT',
    'text',
    `const xhr = new XMLHttpRequest(); xhr.open('PUT', ${U}); xhr.setRequestHeader('X-Auth-Key', 'k'); xhr.send('{}');`,
  ],
  [
    'XMLHttpRequest',
    'PUT',
    'absent',
    `const other = new XMLHttpRequest(), xhr = new XMLHttpRequest(); other.setRequestHeader('X-Auth-Email', 'e'); xhr.open('PUT', ${U}); xhr.setRequestHeader('X-Auth-Key', 'k');`,
  ],
  [
    'XMLHttpRequest',
    'PUT',
    'absent',
    `import Request from 'xhr2'; const xhr = new Request(); xhr.open('PUT', ${U}); xhr.setRequestHeader('X-Auth-Key', 'k');`,
  ],
  ['jquery', 'PUT', 'text', `$.ajax({ url: ${U}, type: 'PUT', headers: ${H}, data: '{}' });`],
  ['jquery', 'POST', 'table', `import $ from 'jquery'; $.ajaxSetup({ headers: ${H} }); $.post(${U}, { a: 1 });`],
  [
    'angular',
    'GET',
    'absent',
    `import { HttpClient } from '@angular/common/http'; class A { constructor(private http: HttpClient) {} a() { return this.http.get(${U}, { headers: new HttpHeaders(${H}) }); } }`,
  ],
  [
    'angular',
    'POST',
    'table',
    `import { HttpClient } from '@angular/common/http'; import { inject } from '@angular/core'; const http = inject(HttpClient); http.post(${U}, {}, { headers: new HttpHeaders().set('X-Auth-Key', 'k') });`,
  ],
  [
    'playwright',
    'GET',
    'absent',
    `import { test } from '@playwright/test'; test('a', async ({ request }) => { await request.get(${U}, { headers: ${H} }); });`,
  ],
  [
    'playwright',
    'PUT',
    'absent',
    `const test = require('@playwright/test'); test('zones', async ({ request }) => { await request.put(${U}, { headers: ${H} }); });`,
  ],
  [
    'playwright',
    'PUT',
    'absent',
    `import { expect } from '@playwright/test'; async function zones({ page }) { await page.request.put(${U}, { headers: ${H} }); use(expect); }`,
  ],
  [
    'playwright',
    'POST',
    'table',
    `import { request } from '@playwright/test'; const api = await request.newContext({ baseURL: 'https://api.cloudflare.com', extraHTTPHeaders: ${H} }); await api.post('/client/v4/zones', { data: {} });`,
  ],
  ['cypress', 'POST', 'table', `cy.request({ url: ${U}, method: 'POST', headers: ${H}, body: {} });`],
  ['k6', 'POST', 'text', `import http from 'k6/http'; http.post(${U}, '{}', { headers: ${H} });`],
  [
    '@actions/http-client',
    'GET',
    'absent',
    `import { HttpClient } from '@actions/http-client'; const http = new HttpClient('a'); http.getJson(${U}, ${H});`,
  ],
  [
    'graphql-request',
    'POST',
    'text',
    `import { GraphQLClient } from 'graphql-request'; const client = new GraphQLClient(${U}, { headers: ${H} }); client.request('{ viewer }');`,
  ],
  [
    'graphql-request',
    'POST',
    'text',
    `import { GraphQLClient } from 'graphql-request'; const client = new GraphQLClient(${U}); client.setHeader('X-Auth-Key', 'k'); client.rawRequest('{ viewer }');`,
  ],
  ['graphql-request-function', 'POST', 'text', `import { request } from 'graphql-request'; request(${U}, '{ viewer }', {}, ${H});`],
  [
    'graphql-request-function',
    'POST',
    'text',
    `import { request } from 'graphql-request'; request({ url: ${U}, document: '{ viewer }', requestHeaders: ${H} });`,
  ],
  [
    'apollo',
    'POST',
    'name',
    `import { ApolloClient } from '@apollo/client'; import { query } from './queries'; const client = new ApolloClient({ uri: ${U}, headers: ${H} }); client.query({ query });`,
  ],
  [
    'urql',
    'POST',
    'text',
    `import { createClient } from '@urql/core'; const client = createClient({ url: ${U}, fetchOptions: { headers: ${H} } }); client.query('{ viewer }', {}).toPromise();`,
  ],
  ['apps-script', 'POST', 'text', `UrlFetchApp.fetch(${U}, { method: 'post', headers: ${H}, payload: '{}' });`],
];

describe('every HTTP client', () => {
  it.each(table)('%s %s, body %s: %s', (client, method, body, code) => {
    expect(told(code)).toEqual([client, method, url, key, body]);
  });

  it('may be a beacon, which has no headers', () => {
    expect(told(`navigator.sendBeacon(${U}, '{}');`)).toEqual(['sendBeacon', 'POST', url, '', 'text']);
  });

  it('has a program above', () => {
    const tested = new Set<string>(['sendBeacon', ...table.map(([client]) => client)]);
    const alike = { http: 'https', 'follow-redirects/http': 'follow-redirects/https', aws4fetch: 'fetch' };
    const own = Object.keys(httpClients).filter((id) => !httpClients[id]?.languages && !(id in pythonClients));
    expect(own.filter((id) => !tested.has((alike as Record<string, string>)[id] ?? id))).toEqual([]);
  });
});

describe('wrappers of the same file', () => {
  it.each([
    [
      `function api(path, init) { return fetch('https://api.cloudflare.com/client/v4' + path, init); } api('/zones', { method: 'PUT', headers: ${H} });`,
      'PUT',
    ],
    [
      `const headers = () => (${H}); const cf = async (method, path) => (await fetch(\`https://api.cloudflare.com/client/v4\${path}\`, { method, headers: headers() })).json(); await cf('PUT', '/zones');`,
      'PUT',
    ],
    [
      `class Api { base = 'https://api.cloudflare.com/client/v4'; call(path, method = 'GET') { return fetch(this.base + path, { method, headers: ${H} }); } zones() { return this.call('/zones', 'PUT'); } }`,
      'PUT',
    ],
    [
      `const one = (path) => two(path, 'PUT'); const two = (path, method) => fetch(\`https://api.cloudflare.com/client/v4\${path}\`, { method, headers: ${H} }); one('/zones');`,
      'PUT',
    ],
    [
      `import axios from 'axios'; const send = ({ path, method = 'GET' }) => axios({ url: 'https://api.cloudflare.com/client/v4' + path, method, headers: ${H} }); send({ path: '/zones', method: 'PUT' });`,
      'PUT',
    ],
  ])('%s', (code, method) => {
    const [, sentMethod, sentUrl, headers] = told(code);
    expect([sentMethod, sentUrl, headers]).toEqual([method, url, key]);
  });
});

describe('a function of the file', () => {
  /** What calls of it are sent by, and the key that is sent. */
  function sent(code: string): readonly string[] {
    return requests(javascript(code)).map(({ through, headers }) => {
      const by = through ? code.slice(through.start, through.end) : 'fetch';
      return [by, ...headers.map(({ value }) => show(value))].join(' ');
    });
  }
  const cf = `const cf = (key) => fetch(${U}, { headers: { 'X-Auth-Key': key } });`;

  it('sends what each of its calls gives it', () => {
    expect(sent(`${cf} cf('a'); cf('b');`)).toEqual(['fetch ~key', 'cf "a"', 'cf "b"']);
  });

  it('is told once of calls that are alike', () => {
    expect(sent(`const zones = () => fetch(${U}, { headers: ${H} }); zones(); zones();`)).toEqual(['fetch "k"']);
  });

  it('is looked for behind three more, and no further', () => {
    const more = `const a = (k) => cf(k); const b = (k) => a(k); const c = (k) => b(k);`;
    expect(sent(`${cf} ${more} b('x'); c('y');`)).toEqual(['fetch ~key', 'cf ~k', 'a ~k', 'b ~k', 'b "x"']);
  });
});

describe('the URL', () => {
  /** What it may be, with what fills its holes in braces. */
  function urlsOf(code: string): readonly string[] {
    return last(code).urls.map(({ parts }) => parts.map((part) => (part.kind === 'piece' ? part.text : `{${show(part.value)}}`)).join(''));
  }
  const create = (base: string): string => `import axios from 'axios'; const api = axios.create({ baseURL: ${base} });`;
  const https = `import https from 'https';`;

  it.each([
    [`${create('config.api')} api.get('/zones');`, '{config.api}/zones'],
    [`${create('root()')} api.get('zones');`, '{root()}/zones'],
    [`${create('roots[index]')} api.get('zones');`, '{?}/zones'],
    [`${create("root + '/'")} api.get('/zones');`, '{root}/zones'],
    [`${create("'https://a.example/v4'")} api.get('?page=2');`, 'https://a.example/v4?page=2'],
    [`${create("'https://a.example/v4'")} api.get('');`, 'https://a.example/v4'],
    [`${create("'https://a.example/v4'")} api.get(path);`, 'https://a.example/v4/{path}'],
    [`${create("'https://a.example/v4'")} api.get('https://b.example/');`, 'https://b.example/'],
    [`fetch(live ? 'https://a.example' : url);`, 'https://a.example', '{url}'],
    [`fetch(new Request(live ? 'https://a.example' : url));`, 'https://a.example', '{url}'],
    [`fetch(new Request());`, '{new Request()}'],
    [`fetch(new Link('https://a.example'));`, '{new Link("https://a.example")}'],
    [`fetch(new kinds[kind]('https://a.example'));`, '{new ?("https://a.example")}'],
    [`${https} https.get({ protocol: 'http:', host: 'a.example', pathname: '/x' });`, 'http://a.example/x'],
    [
      `${https} https.get({ protocol, hostname: live ? 'a.example' : host, path });`,
      '{protocol}//a.example{path}',
      '{protocol}//{host}{path}',
    ],
    [`${https} https.get({ hostname: 'a.example' });`, 'https://a.example'],
    [`${https} https.get({ path: '/x' });`],
    [`const { http } = require('follow-redirects'); http.request({ hostname: 'a.example', path: '/x' });`, 'http://a.example/x'],
  ])('%s', (code, ...expected) => {
    expect(urlsOf(code)).toEqual(expected);
  });

  it('is one of sixteen at most', () => {
    const anyOf = (all: readonly string[]): string => all.map((each) => `is(${each}) ? '${each}' : `).join('') + `'/x'`;
    const bases = anyOf(['a', 'b', 'c', 'd'].map((name) => `https://${name}.example`)).replaceAll(/is\([^)]*\)/g, 'is()');
    expect(urlsOf(`${create(bases)} api.get(${anyOf(['0', '1', '2', '3', '4'])});`)).toHaveLength(16);
  });

  it('stands where its parts are written, and what the client adds at the whole of it', () => {
    const textAt = (code: string, part: string): string => {
      const [url] = last(code).urls;
      const start = url ? shape(url).lastIndexOf(part) : -1;
      const { start: from, end } = url ? place(url, start, start + part.length) : { start: 0, end: 0 };
      return code.slice(from, end);
    };
    const code = `import ky from 'ky'; const api = ky.create({ prefixUrl: 'https://a.example/v4/' }); api.get('/zones');`;
    expect(['v4/', 'zones', 'z'].map((part) => textAt(code, part))).toEqual(['v4/', 'zones', 'z']);
    expect(textAt(code.replace('/v4/', '/v4').replace('/zones', 'zones'), '/')).toBe(`'zones'`);
    expect(textAt(`${https} https.get({ protocol: 'http:', hostname: 'a.example' });`, '//')).toBe(`'http:'`);
  });
});

describe('headers', () => {
  const request = `const request = require('request');`;
  const superagent = `import superagent from 'superagent';`;

  it.each([
    [`${request} request(${U}, { auth: { bearer: 't' } });`, 'authorization: Bearer t', `'t'`],
    [`${request} request(${U}, { auth: { user: 'u', pass: 'p' } });`],
    [`${request} request(${U}, { auth: credentials });`],
    [`${superagent} superagent.get(${U}).auth('t', { type: 'bearer' });`, 'authorization: Bearer t', `superagent.get(${U}).auth`],
    [`${superagent} superagent.get(${U}).auth('t', { type: 'basic' });`],
    [`${superagent} superagent.get(${U}).auth('t', options);`],
    [`${superagent} superagent.get(${U}).auth('user', 'password');`],
    [`import wretch from 'wretch'; wretch(${U}).auth('Bearer t').get();`, 'authorization: Bearer t', `wretch(${U}).auth`],
    [`import axios from 'axios'; axios.get(${U}, { headers: ${H} });`, key, `'X-Auth-Key'`],
  ])('%s', (code, ...expected) => {
    const { headers, headersOpen } = last(code);
    const written = ({ start, end }: Span): string => code.slice(start, end);
    expect([told(code)[3], ...headers.map(({ nameAt }) => written(nameAt))]).toEqual(expected.length === 0 ? [''] : expected);
    expect(headersOpen).toBe(false);
  });

  it('of defaults that are written by a function may be missing', () => {
    const maybe = (code: string): readonly boolean[] => last(`import axios from 'axios'; ${code}`).headers.map((header) => header.maybe);
    expect(maybe(`const login = () => { axios.defaults.headers.common['X-Auth-Key'] = 'k'; }; axios.get(${U});`)).toEqual([true]);
    expect(maybe(`axios.defaults.headers.common['X-Auth-Key'] = 'k'; axios.get(${U});`)).toEqual([false]);
    expect(maybe(`axios.get(${U}, { headers: ${H} });`)).toEqual([false]);
  });
});

describe('what is added to the URL', () => {
  it.each([
    [`import axios from 'axios'; axios.get(${U}, { params: { page: 1 } });`, '{ page: 1 }'],
    [`import got from 'got'; got(${U}, { searchParams: query });`, 'query'],
    [`import { ofetch } from 'ofetch'; ofetch(${U}, { params: { a: 1 }, query: { b: 2 } });`, '{ b: 2 }', '{ a: 1 }'],
    [`fetch(${U}, { params: { page: 1 } });`],
  ])('%s', (code, ...expected) => {
    expect(last(code).query.map((value) => show(value))).toEqual(expected);
  });
});

describe('a function that can be called in several ways', () => {
  it.each([
    [`cy.request(${U}, { a: 1 });`, 'GET', '{ a: 1 }'],
    [`cy.request(${U}, 'a');`, 'GET', '"a"'],
    [`cy.request('put', ${U});`, 'PUT', 'absent'],
    [`cy.request(verb, ${U});`, 'unknown', 'absent'],
  ])('%s', (code, method, body) => {
    const request = last(code);
    expect([request.method, request.urls.map(shape), typeof request.body === 'string' ? request.body : show(request.body)]).toEqual([
      method,
      [url],
      body,
    ]);
  });
});

describe('what cannot be seen is unknown', () => {
  it.each([
    [`fetch(${U}, options);`, { method: 'unknown', headersOpen: true, body: 'unknown' }],
    [`fetch(${U}, { headers: { ...more } });`, { method: 'GET', headersOpen: true, body: 'absent' }],
    [`fetch(${U}, { method, headers: ${H} });`, { method: 'unknown', headersOpen: false }],
    [`fetch(${U}, { ...options });`, { method: 'unknown', headersOpen: true, body: 'unknown' }],
    [`fetch(${U}, ...rest);`, { method: 'unknown', headersOpen: true }],
    [`fetch(...rest);`, { method: 'unknown', headersOpen: true, urls: [] }],
    [`fetch(${U}, live ? { method: 'PUT' } : options);`, { method: 'PUT', headersOpen: true, body: 'unknown' }],
    [`fetch(new Request(${U}, init));`, { method: 'unknown', headersOpen: true, body: 'unknown' }],
    [`fetch(Request(${U}, init));`, { method: 'GET', headersOpen: false }],
    [`fetch(new Request(${U}, { method: 'PUT' }), { ...options });`, { method: 'PUT', headersOpen: true, body: 'unknown' }],
    [`import axios from 'axios'; axios.create(defaults).get(${U});`, { method: 'GET', headersOpen: true, body: 'unknown' }],
    [`import https from 'https'; https.get(${U}, (answer) => {});`, { method: 'GET', headersOpen: false, body: 'absent' }],
    [`import https from 'https'; https.get(${U}, options[index]);`, { method: 'GET', headersOpen: true, body: 'unknown' }],
  ])('%s', (code, expected) => {
    expect(last(code)).toMatchObject(expected);
  });

  it('says nothing of the method of defaults', () => {
    expect(requests(javascript(`import axios from 'axios'; axios.create({ method: 'PUT' });`))).toMatchObject([
      { isDefaults: true, method: 'unknown' },
    ]);
  });

  it.each([
    `prefetch(${U});`,
    `fetch();`,
    `const fetch = make(); fetch(${U});`,
    `import axios from './axios'; axios.get(${U});`,
    `got(${U});`,
    `cache.get(${U});`,
    `async function zones({ request }) { await request.get(${U}); }`,
    `import { expect } from 'vitest'; async function zones({ page }) { expect(await page.request.get(${U})).toBe(1); }`,
    `import superagent from 'superagent'; superagent.parse().get(${U});`,
    `import axios from 'axios'; axios.all().get(${U});`,
    `import axios from 'axios'; axios.toString(${U});`,
    `import { HttpClient } from '@angular/common/http'; const http = new Cache(HttpClient); http.get(${U});`,
    `import { HttpClient } from './http'; const http = inject(HttpClient); http.get(${U});`,
    `const http = inject('HttpClient'); http.get(${U});`,
    `clients[one]().get(${U});`,
  ])('no request: %s', (code) => {
    expect(requests(javascript(code))).toEqual([]);
  });
});

describe('helpers called with different arguments', () => {
  const get = `const get = (token) => fetch('https://api.cloudflare.com/client/v4/zones', { headers: { Authorization: 'Bearer ' + token } });`;
  const sent = (code: string): readonly string[] =>
    requests(javascript(code)).flatMap(({ headers }) =>
      headers.flatMap(({ value }) => (value.kind === 'text' ? textsOf(value) : [value]).map((each) => show(each))),
    );

  it.each([
    [`${get} get('a'); get('b');`, '"Bearer a"', '"Bearer b"'],
    [`${get} get('a'); get('a');`, '"Bearer a"', '"Bearer a"'],
    [`${get} ['a', 'b'].forEach(get);`, '"Bearer a"', '"Bearer b"'],
    [`${get} ['a', 'b'].forEach((token) => get(token));`, '"Bearer a"', '"Bearer b"'],
    [`${get} module.exports = get.bind(null, 'a');`, '"Bearer a"'],
    [`${get} get.call(null, 'a'); get.apply(null, ['b']);`, '"Bearer a"', '"Bearer b"'],
    [`const by = (base) => (token) => fetch(base, { headers: { Authorization: token } }); by('https://a')('a');`, '~token', '"a"'],
    [
      `class Api { constructor(token) { this.token = token; } zones() { return fetch('https://a', { headers: { Authorization: this.token } }); } }
      export const api = new Api('a'), other = new Api('b');`,
      '~token',
      '"a"',
      '"b"',
    ],
  ])('%s', (code, ...expected) => {
    const written = expected[0] === '~token' ? [] : ['"Bearer {}"'];
    expect(new Set(sent(code))).toEqual(new Set([...written, ...expected]));
  });
});

describe('certificates', () => {
  const agent = `new https.Agent({ rejectUnauthorized: false })`;
  const off = 'rejectUnauthorized: false';
  it.each([
    [`import https from 'https'; https.get(${U}, { rejectUnauthorized: false });`, off],
    [`import https from 'https'; import axios from 'axios'; axios.get(${U}, { httpsAgent: ${agent} });`, off],
    [`import https from 'https'; import axios from 'axios'; const api = axios.create({ httpsAgent: ${agent} }); api.get(${U});`, off],
    [`import https from 'https'; import got from 'got'; got(${U}, { https: { rejectUnauthorized: false } });`, off],
    [
      `import https from 'https'; https.globalAgent.options.rejectUnauthorized = false; fetch(${U});`,
      'https.globalAgent.options.rejectUnauthorized = false',
    ],
    [`import https from 'https'; https.globalAgent = ${agent}; fetch(${U});`, off],
    [
      `import { Agent, setGlobalDispatcher } from 'undici'; setGlobalDispatcher(new Agent({ connect: { rejectUnauthorized: false } })); fetch(${U});`,
      off,
    ],
    [`import { Agent } from 'undici'; fetch(${U}, { dispatcher: new Agent({ connect: { rejectUnauthorized: false } }) });`, off],
    [`import https from 'https'; https.get(${U}, { rejectUnauthorized: live ? true : false });`, 'rejectUnauthorized: live ? true : false'],
    [`import https from 'https'; https.get(${U}, { rejectUnauthorized: true });`],
    [`import https from 'https'; https.get(${U}, { rejectUnauthorized: !development });`],
    [`import https from 'https'; https.get(${U}, { headers: ${H}, timeout: timeouts[index] });`],
    [`import https from 'https'; https.globalAgent.maxSockets = 5; fetch(${U});`],
    [`import https from 'https'; const options = { method: 'GET' }; options.agent = options; https.get(${U}, options);`],
    [`const rejectUnauthorized = false; fetch(${U});`],
    [`import got from 'got'; got({ url: 'https://localhost', rejectUnauthorized: false }); fetch(${U});`],
  ])('%s', (code, ...expected) => {
    expect(last(code).insecureTls.map(({ start, end }) => code.slice(start, end))).toEqual(expected);
  });
});
