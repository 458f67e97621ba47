import { describe, expect, it } from 'vitest';
import { cleartext } from '../../../../src/facts/requests/transport/cleartext.js';
import type { SourceFile } from '../../../../src/source/model.js';
import { readLexically } from '../../../../src/languages/lexical/index.js';
import { readPython } from '../../../../src/languages/python/index.js';
import { data } from '../../../models/data.js';
import { javascript, shell } from '../../../models/program.js';

function toldOf(file: SourceFile): readonly string[] {
  return cleartext(file).map((clear) => {
    const written = file.text.slice(clear.at.start, clear.at.end);
    if (clear.why === 'certificate') return `certificate | ${written}`;
    const { why, scheme, secure, host, exact } = clear;
    return `${why} ${scheme} ${secure} ${host}${exact ? '' : ' inexact'} | ${written}`;
  });
}

const told = (code: string): readonly string[] => toldOf(javascript(code));

const plain = 'http://api.cloudflare.com/client/v4';
const zones = `'${plain}/zones'`;
const toApi = 'host http https api.cloudflare.com | http';
const toProxy = 'credential http https proxy.acme.io | http';
const toSafe = `fetch('https://api.cloudflare.com/client/v4/zones');`;
const key = `{ headers: { 'X-Auth-Key': k } }`;

const table: readonly (readonly [code: string, ...expected: readonly string[]])[] = [
  // hosts of Cloudflare, whatever is sent to them
  [`fetch(${zones})`, toApi],
  [`fetch(${zones}, ${key})`, toApi],
  [`fetch(${zones}, { headers: { 'X-Auth-Email': e } })`, toApi],
  [`new WebSocket('ws://api.cloudflare.com/client/v4/live')`, 'host ws wss api.cloudflare.com | ws'],
  [`fetch('https://api.cloudflare.com/client/v4/zones', ${key})`],
  [`fetch('http://www.cloudflare.com/ips-v4')`],
  // credentials to other hosts
  [`fetch('http://proxy.acme.io/zones', ${key})`, toProxy],
  [`fetch('http://proxy.acme.io/zones', { headers: { 'CF-Access-Client-Id': i, 'CF-Access-Client-Secret': s } })`, toProxy],
  [`fetch('http://proxy.acme.io/zones', { headers: { 'CF-Access-Client-Id': i } })`],
  [`fetch('http://proxy.acme.io/zones', { headers: { 'X-Auth-Email': e } })`],
  [`fetch('http://proxy.acme.io/zones', { headers: { Authorization: t } })`],
  [
    `const h = { headers: { Authorization: t } }; fetch('http://proxy.acme.io/zones', h); fetch('https://api.cloudflare.com/zones', h)`,
    toProxy,
  ],
  [`fetch('http://proxy.acme.io/zones')`],
  [`fetch('https://proxy.acme.io/zones', ${key})`],
  [`fetch('ftp://proxy.acme.io/zones', ${key})`],
  [`fetch('/zones', ${key})`],
  [`fetch('http://localhost:8787/zones', ${key})`],
  [`fetch('http://:8787/zones', ${key})`],
  [`fetch(\`http://\${host}/zones\`, ${key})`],
  [`fetch(\`http://\${team}.acme.io/zones\`, ${key})`],
  [`fetch(\`http://proxy.\${domain}/zones\`, ${key})`, 'credential http https proxy.{} | http'],
  // what libraries are given as their base
  [`import Cloudflare from 'cloudflare'; new Cloudflare({ apiToken: t, baseURL: '${plain}' })`, toApi],
  [`import Cloudflare from 'cloudflare'; new Cloudflare({ apiToken: t, baseURL: 'http://proxy.acme.io' })`, toProxy],
  [`import Cloudflare from 'cloudflare'; new Cloudflare({ apiToken: t, baseURL: 'http://localhost:8787' })`],
  [`proxy.web(req, res, { target: 'http://api.cloudflare.com' })`, toApi],
  // in the order of the text, each place once
  [
    `import Cloudflare from 'cloudflare'; new Cloudflare({ baseURL: 'http://proxy.acme.io' }); fetch('http://challenges.cloudflare.com'); fetch(${zones}, ${key})`,
    toProxy,
    'host http https challenges.cloudflare.com | http',
    toApi,
  ],
  [`const apiUrl = '${plain}'; fetch(apiUrl + '/zones'); fetch(apiUrl + '/user', ${key})`, toApi],
  // where the scheme is written
  [`fetch(' HTTP://API.cloudflare.com/client/v4/zones')`, 'host http https api.cloudflare.com | HTTP'],
  [
    String.raw`fetch('http:\/\/api.cloudflare.com/client/v4/zones')`,
    String.raw`host http https api.cloudflare.com inexact | http:\/\/api.cloudflare.com/client/v4/zones`,
  ],
  ["const s = 'http'; fetch(`${s}://api.cloudflare.com/client/v4/zones`)", `host http https api.cloudflare.com inexact | http`],
];

describe('what goes over the wire in clear', () => {
  it.each(table)('%s', (code, ...expected) => {
    expect(told(code)).toEqual(expected);
  });

  it('is seen in scripts', () => {
    expect(toldOf(shell(`curl -H "X-Auth-Key: $KEY" http://proxy.acme.io/zones`))).toEqual([toProxy]);
  });
});

describe('a name says that a URL is an address', () => {
  it.each([
    'url',
    'API_URI',
    'endpoint',
    'base',
    'cloudflareHost',
    'origin',
    'api',
    'server',
    'href',
    'address',
    'gateway',
    'endpoints',
    'config.apiBase',
  ])('%s', (name) => {
    expect(told(`${name} = '${plain}'`)).toEqual([toApi]);
  });

  it.each([
    'prefix',
    'urlOfDocs',
    'allowedUrl',
    'blockedHost',
    'denyUrl',
    'urlPattern.base',
    'expectedUrl',
    'insecureUrl',
    'invalidUrl',
    'badUrl',
    'legacyApi',
    'oldApi',
    'testServer',
    'blocked.url',
  ])('or not: %s', (name) => {
    expect(told(`${name} = '${plain}'`)).toEqual([]);
  });

  it('in files of data, and not in what a program checks', () => {
    expect(toldOf(data(`{ "url": "${plain}", "note": "${plain}" }`, 'cloudflare-auth/json'))).toEqual([toApi]);
    expect(toldOf(data(`url: ${plain}\nnote: ${plain}\n`, 'cloudflare-auth/yaml'))).toEqual([toApi]);
    expect(toldOf(data(`url = "${plain}"\nnote = "${plain}"\n`, 'cloudflare-auth/toml'))).toEqual([toApi]);
    expect(told(`check({ url: '${plain}', note: '${plain}' })`)).toEqual([]);
  });
});

describe('the check of the certificate is off', () => {
  const off = (value: string): string => `process.env.NODE_TLS_REJECT_UNAUTHORIZED = ${value}`;
  const switchedOff = `certificate | ${off('0')}`;

  it.each([
    [`${off('0')}; ${toSafe}`, switchedOff],
    [
      `spawn('node', ['purge.js'], { env: { CF_API_TOKEN: token, NODE_TLS_REJECT_UNAUTHORIZED: '0' } })`,
      `certificate | NODE_TLS_REJECT_UNAUTHORIZED: '0'`,
    ],
    [`${off("'0'")}; ${toSafe}`, `certificate | ${off("'0'")}`],
    [`${off("development ? '0' : '1'")}; ${toSafe}`, `certificate | ${off("development ? '0' : '1'")}`],
    [`${off('0')}; import Cloudflare from 'cloudflare'; new Cloudflare({ apiToken: t })`, switchedOff],
    [
      `import https from 'https'; ${off('0')}; https.get('https://api.cloudflare.com', { rejectUnauthorized: false })`,
      switchedOff,
      'certificate | rejectUnauthorized: false',
    ],
  ])('%s', (code, ...expected) => {
    expect(told(code)).toEqual(expected);
  });

  it.each([
    `${off("'1'")}; ${toSafe}`,
    `${off('1')}; ${toSafe}`,
    `${off('on')}; ${toSafe}`,
    `process.env.TLS_REJECT = '0'; ${toSafe}`,
    `spawn('node', ['build.js'], { env: { PORT: '1', NODE_TLS_REJECT_UNAUTHORIZED: '0' } })`,
    `spawn('node', ['purge.js'], { env: { CF_API_TOKEN: token, NODE_TLS_REJECT_UNAUTHORIZED: '1' } })`,
    `${off('0')}; fetch('https://acme.io')`,
    `import https from 'https'; https.get('https://acme.io', { rejectUnauthorized: false }); ${toSafe}`,
  ])('or not, or not for Cloudflare: %s', (code) => {
    expect(told(code)).toEqual([]);
  });
});

describe('the check of the certificate is off in another language', () => {
  const url = `'https://api.cloudflare.com/client/v4/zones'`;

  it.each([
    [`requests.get(${url}, verify=False)\nrequests.get('https://api.acme.io')`, 'certificate | verify=False'],
    [`requests.get(${url}, params={'name': 'acme.io'}, verify=False)`, 'certificate | verify=False'],
    [`requests.get(${url})\nrequests.get('https://api.acme.io', verify=False)`],
  ])('%s', (code, ...expected) => {
    expect(toldOf(readPython(`import requests\n${code}`, 'program.py'))).toEqual(expected);
  });

  it.each([
    [`DOMAIN = 'acme.io'\nhttp.verify_mode = OpenSSL::SSL::VERIFY_NONE`, 'certificate | http.verify_mode = OpenSSL::SSL::VERIFY_NONE'],
    [`SERVER = 'acme.io'\nhttp.verify_mode = OpenSSL::SSL::VERIFY_NONE`],
  ])('%s', (code, ...expected) => {
    expect(toldOf(readLexically('ruby', `uri = URI(${url})\n${code}`, 'program.rb'))).toEqual(expected);
  });

  it('in a task next to one of a debugger', () => {
    const tasks = `- debug: { msg: a }\n- uri: { url: ${url}, validate_certs: false }\n- uri: { url: 'https://acme.io', validate_certs: false }\n`;
    expect(toldOf(data(tasks, 'cloudflare-auth/yaml'))).toEqual(['certificate | validate_certs: false']);
  });
});

describe('can be replaced where the program works with the other scheme', () => {
  const replaceable = (file: SourceFile): readonly boolean[] =>
    cleartext(file).flatMap((clear) => (clear.why === 'certificate' ? [] : [clear.replaceable]));

  it.each([
    [`fetch(${zones})`, true],
    [`const { data } = await axios.get(${zones})`, true],
    [`new WebSocket('ws://api.cloudflare.com/client/v4/live')`, true],
    [`import http from 'node:http'; http.get(${zones}, done)`, false],
    [`const http = require('http'); const url = ${zones}; http.request(url)`, false],
    [`import { get } from 'http'; const API_URL = '${plain}'; get(API_URL + '/zones')`, false],
    [`fetch('http://api.cloudflare.com:80/client/v4/zones')`, false],
    [`fetch('http://proxy.acme.io/zones', ${key})`, false],
  ])('%s', (code, expected) => {
    expect(replaceable(javascript(code))).toEqual([expected]);
  });
});

describe('a URL that a function is handed', () => {
  const api = 'http://api.cloudflare.com/client/v4/zones';
  const found = ['host http https api.cloudflare.com | http'];

  it.each([
    `import { getJson } from './http'; getJson('${api}', headers)`,
    `this.http.call('GET', '${api}')`,
    `import createClient from 'openapi-fetch'; createClient({ baseUrl: '${api}' })`,
    `import { GraphQLClient } from 'graphql-request'; new GraphQLClient('${api}')`,
    `import { HttpLink } from '@apollo/client'; new HttpLink({ uri: '${api}' })`,
    `export default { cloudflare: { apiBase: '${api}' } }`,
  ])('%s', (code) => {
    expect(told(code)).toEqual(found);
  });

  it('is a command that a program runs', () => {
    const code = `import { spawn } from 'node:child_process'; spawn('ffmpeg', ['-i', 'a.mp4', 'rtmp://live.cloudflare.com/live/x'])`;
    expect(told(code)).toEqual(['host rtmp rtmps live.cloudflare.com | rtmp']);
  });

  it.each([
    `url.startsWith('${api}'); url.replace('${api}', base); isAllowed('${api}'); new URL('${api}')`,
    `console.log('${api}'); throw new Error('${api}'); new Set(['${api}'])`,
    `expect(() => send('${api}')).toThrow(); assert.rejects(() => send({ url: '${api}' }))`,
    `const allowedUrls = ['${api}']; const blocked = { url: '${api}' }; open('http://api.cloudflare.com')`,
  ])('is only looked at: %s', (code) => {
    expect(told(code)).toEqual([]);
  });
});

describe('encryption that is switched off in other words', () => {
  it('by the protocol of a URL', () => {
    const code = `const url = new URL('https://api.cloudflare.com/client/v4'); url.protocol = 'http:'; location.protocol = 'http:'`;
    expect(told(code)).toEqual([`host http https api.cloudflare.com inexact | 'http:'`]);
  });

  it('by an option', () => {
    const client = (options: string): readonly string[] => told(`import * as Minio from 'minio'; new Minio.Client({ ${options} })`);
    expect(client(`endPoint: 'a.r2.cloudflarestorage.com', useSSL: false`)).toEqual([
      'host http https a.r2.cloudflarestorage.com inexact | false',
    ]);
    expect(client(`endPoint: 'a.r2.cloudflarestorage.com', useSSL: true`)).toEqual([]);
    expect(client(`endPoint: 'localhost', useSSL: false`)).toEqual([]);
  });
});

it('leaves a host for documentation alone in a test', () => {
  const code = `fetch('http://example.com/zones', ${key})`;
  expect(toldOf(javascript(code, { path: 'zones.ts' }))).toEqual(['credential http https example.com | http']);
  expect(toldOf(javascript(code, { path: 'zones.test.ts' }))).toEqual([]);
});
