/** What is said of requests and clients after they are made. */
import { describe, expect, it } from 'vitest';
import { requests } from '../../../src/facts/requests/requests.js';
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
      [urls.map(shape).join(' | '), ...headers.map(({ name, value }) => `${name}=${literal(value) ?? '?'}`)].join(' '),
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
