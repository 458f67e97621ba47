import { describe, expect, it } from 'vitest';
import { httpClients } from '../../src/cloudflare/http-clients.js';
import { type Request, requests } from '../../src/facts/requests.js';
import { literal, shape } from '../../src/values.js';
import { javascript } from '../read.js';

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
  ['undici', 'GET', 'absent', `import { request } from 'undici'; request(${U}, { headers: ['X-Auth-Key', 'k'] });`],
  [
    'undici',
    'GET',
    'absent',
    `import { Client } from 'undici'; const client = new Client('https://api.cloudflare.com'); client.request({ path: '/client/v4/zones', method: 'GET', headers: ${H} });`,
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
  ['apps-script', 'POST', 'text', `UrlFetchApp.fetch(${U}, { method: 'post', headers: ${H}, payload: '{}' });`],
];

describe('every HTTP client', () => {
  it.each(table)('%s %s, body %s: %s', (client, method, body, code) => {
    expect(told(code)).toEqual([client, method, url, key, body]);
  });

  it('has a program above', () => {
    const tested = new Set<string>(table.map(([client]) => client));
    const alike = { http: 'https', 'follow-redirects/http': 'follow-redirects/https', 'fetch-parameter': 'fetch', aws4fetch: 'fetch' };
    expect(Object.keys(httpClients).filter((id) => !tested.has((alike as Record<string, string>)[id] ?? id))).toEqual([]);
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

describe('what cannot be seen is unknown', () => {
  it.each([
    [`fetch(${U}, options);`, { method: 'unknown', headersOpen: true }],
    [`fetch(${U}, { headers: { ...more } });`, { method: 'GET', headersOpen: true }],
    [`fetch(${U}, { method, headers: ${H} });`, { method: 'unknown', headersOpen: false }],
    [`fetch(${U}, ...rest);`, { method: 'unknown', headersOpen: true }],
  ])('%s', (code, expected) => {
    expect(last(code)).toMatchObject(expected);
  });

  it.each([
    `prefetch(${U});`,
    `const fetch = make(); fetch(${U});`,
    `import axios from './axios'; axios.get(${U});`,
    `got(${U});`,
    `cache.get(${U});`,
  ])('no request: %s', (code) => {
    expect(requests(javascript(code))).toEqual([]);
  });
});

describe('certificates', () => {
  const agent = `new https.Agent({ rejectUnauthorized: false })`;
  it.each([
    [`import https from 'https'; https.get(${U}, { rejectUnauthorized: false });`, 1],
    [`import https from 'https'; import axios from 'axios'; axios.get(${U}, { httpsAgent: ${agent} });`, 1],
    [`import https from 'https'; import axios from 'axios'; const api = axios.create({ httpsAgent: ${agent} }); api.get(${U});`, 1],
    [`import https from 'https'; import got from 'got'; got(${U}, { https: { rejectUnauthorized: false } });`, 1],
    [`import https from 'https'; https.globalAgent.options.rejectUnauthorized = false; fetch(${U});`, 1],
    [
      `import { Agent, setGlobalDispatcher } from 'undici'; setGlobalDispatcher(new Agent({ connect: { rejectUnauthorized: false } })); fetch(${U});`,
      1,
    ],
    [`import { Agent } from 'undici'; fetch(${U}, { dispatcher: new Agent({ connect: { rejectUnauthorized: false } }) });`, 1],
    [`import https from 'https'; https.get(${U}, { rejectUnauthorized: true });`, 0],
    [`import https from 'https'; https.get(${U}, { rejectUnauthorized: !development });`, 0],
  ])('%s', (code, count) => {
    expect(last(code).insecureTls).toHaveLength(count);
  });
});
