/** What is said of requests and clients after they are made. */
import { describe, expect, it } from 'vitest';
import { MAX_HEADERS } from '../../../src/facts/requests/header-table.js';
import { requests } from '../../../src/facts/requests/requests.js';
import { type LanguageName, readFile } from '../../../src/languages/readers.js';
import { literal, shape } from '../../../src/source/values.js';
import { javascript } from '../../models/program.js';

/** Each request of a program: where it goes and what headers it sends. */
function told(code: string): readonly string[] {
  const file = javascript(
    `import axios from 'axios'; import got from 'got'; import https from 'https'; import $ from 'jquery'; import superagent from 'superagent'; import { test } from '@playwright/test';\n${code}`,
  );
  return requests(file)
    .filter(({ isDefaults }) => !isDefaults)
    .map(({ urls, headers }) =>
      [urls.map(shape).join(' | '), ...headers.map(({ name, value, maybe }) => `${name}${maybe ? '?' : ''}=${literal(value) ?? '?'}`)].join(
        ' ',
      ),
    );
}

describe('a request', () => {
  it.each<readonly [code: string, ...expected: readonly string[]]>([
    [`const one = superagent.get('/a').set('X-One', '1'); one.set('X-Two', '2');`, '/a x-one=1 x-two=2'],
    [`const one = superagent.get('/a'), two = superagent.get('/b'); one.set('X-One', '1');`, '/a x-one=1', '/b'],
    [`const r = https.get('/a'); r.setHeader('X-One', '1'); r.on('X-Two', '2'); (await r)('X-Three', '3');`, '/a x-one=1'],
    [
      `function send(key) { const r = https.get('/a'); r.setHeader('X-One', key); r.setHeader('X-Two', '2'); } send('1'); send('3');`,
      '/a x-one=? x-two=2',
      '/a x-one=1 x-two=2',
      '/a x-one=3 x-two=2',
    ],
  ])('%s', (code, ...expected) => {
    expect(told(code)).toEqual(expected);
  });
});

describe('what is said in a branch or a function', () => {
  it.each<readonly [code: string, ...expected: readonly string[]]>([
    [`const r = superagent.get('/a'); if (t) r.set('X-One', '1'); else r.set('X-Two', '2');`, '/a x-one?=1 x-two?=2'],
    [`const r = superagent.get('/a'); t ? r.set('X-One', '1') : r.set('X-Two', '2');`, '/a x-one?=1 x-two?=2'],
    [`const r = superagent.get('/a'); t && r.set('X-One', '1'); r.set('X-Two', '2');`, '/a x-one?=1 x-two=2'],
    [`const r = superagent.get('/a'); switch (t) { case 1: r.set('X-One', '1'); }`, '/a x-one?=1'],
    [`const r = superagent.get('/a'); try { r.set('X-One', '1'); } catch { r.set('X-Two', '2'); }`, '/a x-one=1 x-two?=2'],
    [`if (t) { const r = superagent.get('/a'); r.set('X-One', '1'); }`, '/a x-one=1'],
    [`function send() { const r = superagent.get('/a'); r.set('X-One', '1'); return r; }`, '/a x-one=1'],
    [`const r = superagent.get('/a'); const add = () => r.set('X-One', '1');`, '/a x-one?=1'],
    [`const api = axios.create(); if (t) api.defaults.headers['X-One'] = '1'; api.get('/a');`, '/a x-one?=1'],
    [`const api = axios.create(); if (t) { api.defaults.headers['X-One'] = '1'; api.get('/a'); }`, '/a x-one=1'],
  ])('%s', (code, ...expected) => {
    expect(told(code)).toEqual(expected);
  });

  it.each<readonly [language: LanguageName, always: string, sometimes: string]>([
    [
      'go',
      `func f() {\nreq, _ := http.NewRequest("GET", "https://a.test/", nil)\nreq.Header.Set("X-One", one)\nhttp.DefaultClient.Do(req)\n}`,
      `func f() {\nreq, _ := http.NewRequest("GET", "https://a.test/", nil)\nif one != "" {\nreq.Header.Set("X-One", one)\n}\nhttp.DefaultClient.Do(req)\n}`,
    ],
    [
      'python',
      `import requests\ns = requests.Session()\ns.headers.update({"X-One": one})\ns.get("https://a.test/")`,
      `import requests\ns = requests.Session()\nif one:\n  s.headers.update({"X-One": one})\ns.get("https://a.test/")`,
    ],
    [
      'csharp',
      `var r = new HttpRequestMessage(HttpMethod.Get, "https://a.test/");\nr.Headers.Add("X-One", one);\nclient.SendAsync(r);`,
      `var r = new HttpRequestMessage(HttpMethod.Get, "https://a.test/");\nif (one != null)\n{\n  r.Headers.Add("X-One", one);\n}\nclient.SendAsync(r);`,
    ],
  ])('in %s', (language, always, sometimes) => {
    const maybe = (code: string): readonly boolean[] =>
      requests(readFile(language, code, '').file)
        .at(-1)
        ?.headers.map((header) => header.maybe) ?? [];
    expect([maybe(always), maybe(sometimes)]).toEqual([[false], [true]]);
  });
});

describe('a client', () => {
  it.each<readonly [code: string, ...expected: readonly string[]]>([
    [`axios.defaults.headers.common['X-One'] = '1'; axios.defaults.headers['X-Two'] = '2'; axios.get('/a')`, '/a x-one=1 x-two=2'],
    [`axios.defaults = { headers: { 'X-One': '1' } }; axios.get('/a')`, '/a x-one=1'],
    [`axios.other.defaults.headers = { 'X-One': '1' }; axios.get('/a')`, '/a'],
    [`axios.headers = { 'X-One': '1' }; axios.get('/a')`, '/a'],
    [`got.defaults.headers = { 'X-One': '1' }; got('/a')`, '/a'],
    [`defaults.headers = { 'X-One': '1' }; const defaults2 = 1; axios.get('/a')`, '/a'],
    [
      `const one = axios.create(), two = axios.create(); one.defaults.headers['X-One'] = '1'; one.get('/a'); two.get('/b')`,
      '/a x-one=1',
      '/b',
    ],
    [`$.ajaxSetup({ headers: { 'X-One': '1' } }); $.get('/a')`, '/a x-one=1'],
    [`test.use({ extraHTTPHeaders: { 'X-One': '1' } }); test('a', ({ request }) => request.get('/a'))`, '/a x-one=1'],
    [
      `$.ajaxSetup({ headers: { 'X-One': '1' } }); function send(path) { $.ajaxSetup({ timeout: 9 }); $.get(path); } send('/a')`,
      '{} x-one=1',
      '/a x-one=1',
    ],
  ])('%s', (code, ...expected) => {
    expect(told(code)).toEqual(expected);
  });
});

describe('an object that hundreds of headers are set on', () => {
  const sets = Array.from({ length: 300 }, (_, index) => `one.set('X-${String(index)}', '1');`).join('\n');
  const table = Array.from({ length: 300 }, (_, index) => `'X-${String(index)}': '1'`).join(', ');
  it.each([`const one = superagent.get('/a'); ${sets}`, `superagent.get('/a').set({ ${table} });`])(
    'has some of them, and unknown others',
    (code) => {
      const [request] = requests(javascript(`import superagent from 'superagent';\n${code}`));
      expect(request?.headers).toHaveLength(MAX_HEADERS);
      expect(request?.headersOpen).toBe(true);
    },
  );
});
