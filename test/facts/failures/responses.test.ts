import { describe, expect, it } from 'vitest';
import { uncheckedUseOf, rejects } from '../../../src/facts/failures/response-uses.js';
import { ignoredFailures } from '../../../src/facts/failures/ignored-failures.js';
import { requests } from '../../../src/facts/requests/requests.js';
import { javascript } from '../../models/program.js';

/** Whether the client of the program's last request rejects, and else how its answer is treated. */
function told(code: string): string | undefined {
  const packages = ['axios', 'got', 'http', 'https', 'needle', 'request'];
  const imports = packages.map((name) => `import ${name} from '${name}';`).join(' ');
  const file = javascript(
    `${imports} import { ofetch } from 'ofetch'; import * as undici from 'undici'; import { https as redirected } from 'follow-redirects';
    const zones = 'https://api.cloudflare.com/client/v4/zones', headers = { Authorization: 'Bearer ' + t };
    async function main(callback) { ${code} }`,
    { path: 'program.ts' },
  );
  const request = requests(file).at(-1);
  if (!request) throw new Error('The program sends no request');
  return rejects(request, file) ? 'rejects' : uncheckedUseOf(request, file);
}

type Row = readonly [code: string, expected: string | undefined];

describe('the answer of fetch and its like', () => {
  const get = 'const r = await fetch(zones, { headers }); const j = await r.json();';
  it.each<Row>([
    [`${get} if (j) use(j.result)`, 'unchecked'],
    [`${get} if (j.keys) use(j.result)`, undefined],
    [`${get} use(j.result[0].status)`, 'unchecked'],
    [`${get} use(j.result.messages)`, 'unchecked'],
    [`${get} if (j.result.status !== 'active') throw new Error('no')`, undefined],
    [`${get} use(j.result, j.messages)`, undefined],
    [`${get} use(j.data.viewer)`, 'unchecked'],
    [`${get} use(j.data, j.result)`, undefined],
    [`${get} use(j.json.result)`, undefined],
    [`const r = await fetch(zones, { headers }); if (r) count()`, undefined],
    [`const j = (await fetch(zones, { headers })).json();`, 'dropped'],
    [`const r = (await fetch(zones, { headers })).throw();`, 'rejects'],
    [`const { body } = await undici.request(zones, { headers }); use((await body.json()).result)`, 'unchecked'],
    [`const { body } = await undici.request(zones, { headers }); const j = await body.json(); if (j.success) use(j.result)`, undefined],
    [`const r = await axios.get(zones, { headers, validateStatus: null }); use(r.data.result)`, 'unchecked'],
    [`const r = await axios.get(zones, { headers, validateStatus: null }); use(r.config.data.result)`, undefined],
    [`const { end } = await ofetch(zones, { headers, ignoreResponseError: true }); use(end)`, undefined],
  ])('%s', (code, expected) => {
    expect(told(code)).toBe(expected);
  });
});

describe('what makes a client not reject', () => {
  it.each<Row>([
    ['await got(zones, { headers, throwHttpErrors: false })', 'dropped'],
    ['await got(zones, { headers, throwHttpErrors: true })', 'rejects'],
    ['await got(zones, { headers, throwHttpErrors: strict ? true : false })', 'rejects'],
    ['await axios.get(zones, { headers, validateStatus: false })', 'rejects'],
    ['await axios.get(zones, { headers, validateStatus: undefined })', 'rejects'],
    ['await axios.get(zones, { headers, validateStatus: callback })', 'rejects'],
    ['await axios.get(zones, { headers, validateStatus: (status) => { log(status); } })', 'rejects'],
    ['const other = () => false; await axios.get(zones, { headers, validateStatus: () => true })', 'dropped'],
    ['await axios.get(zones, { headers, validateStatus: (s) => { if (s === 403) return false; return true; } })', 'rejects'],
    ['await axios.get(zones, { headers, validateStatus: (s) => { if (s === 403) throw new Error("no"); return true; } })', 'dropped'],
  ])('%s', (code, expected) => {
    expect(told(code)).toBe(expected);
  });
});

describe('a callback may look at the answer', () => {
  it.each<Row>([
    ['https.get(zones, { headers })', 'dropped'],
    ['https.get(zones, { headers }, callback)', undefined],
    [`https.get({ host: 'api.cloudflare.com', path: '/client/v4/zones', headers })`, 'dropped'],
    [`https.get({ host: 'api.cloudflare.com', path: '/client/v4/zones', headers }, callback)`, undefined],
    ['https.get(zones, options)', 'dropped'],
    ['redirected.get(zones, { headers })', 'dropped'],
    ['redirected.get(zones, { headers }, callback)', undefined],
    ['redirected.get(zones, { headers }, (response) => { response.resume(); })', undefined],
    ['request({ url: zones, headers })', 'dropped'],
    ['request({ url: zones, headers }, callback)', undefined],
    ['request.post(zones, { headers }, callback.bind(this))', undefined],
    ['needle.get(zones, { headers })', 'dropped'],
    ['needle.get(zones, { headers }, callback)', undefined],
    // an error first, which there is none of where Cloudflare refuses
    ['needle.get(zones, { headers }, (error, response) => callback(error))', 'dropped'],
    ['needle.get(zones, (error, response) => callback(error))', 'dropped'],
    ['needle.get(zones, (error, response) => use(response.body.result))', 'unchecked'],
    ['request(zones, { headers }, (error, response, body) => use(body.result))', 'unchecked'],
    ['request(zones, { headers }, (error, response, body) => use(response.statusCode, body.result))', undefined],
    ['request(zones, { headers }, (error, response, body) => use(body))', undefined],
    ['needle.post(zones, body, { headers })', 'dropped'],
    ['fetch(zones, { headers }, callback)', 'dropped'],
    ['fetch(zones, undefined)', 'dropped'],
  ])('%s', (code, expected) => {
    expect(told(code)).toBe(expected);
  });
});

describe('the callback of https.get', () => {
  const all = "let b = ''; res.on('data', (c) => (b += c));";
  it.each<Row>([
    [`${all} res.on('end', () => use(JSON.parse(b).result));`, 'unchecked'],
    [`seen[kind](); ${all} res.on('end', () => use(JSON.parse(b).result));`, 'unchecked'],
    [`${all} res.on('end', () => { const { end, result } = JSON.parse(b); use(end, result); });`, undefined],
    [`${all} res.on('end', () => { JSON.parse(b); });`, undefined],
    [`${all} res.on('end', () => use(parse(b).result));`, undefined],
    [`${all} res.on('end', () => use(b));`, undefined],
    ["res.once('data', (c) => use(JSON.parse(c).result));", 'unchecked'],
    ["res.on('readable', read);", undefined],
    ["res.once('end', callback);", 'dropped'],
    ["res.setEncoding('utf8'); res.on(event, callback);", 'dropped'],
    ["res.on('data', () => {}); res.on('end', () => done());", 'dropped'],
    ["res.on('data', function (chunk) {}).on('end', done);", 'dropped'],
    ["res.on('data', show);", undefined],
    ["res.on('data', () => { count += 1; });", 'dropped'],
    ["res.resume(); metrics.session('data'); hooks.onAnswer('data');", 'dropped'],
    ['res.pipe(file);', undefined],
  ])('%s', (code, expected) => {
    expect(told(`https.get(zones, { headers }, (res) => { ${code} })`)).toBe(expected);
  });

  it('is all that counts, wherever else a body is parsed', () => {
    expect(told(`https.get(zones, { headers }, (res) => { ${all} }); use(JSON.parse(b).result)`)).toBeUndefined();
    expect(told(`https.get(zones, { headers }, (res) => { res.resume(); }).on('error', callback)`)).toBe('dropped');
  });

  it('is like that of http.get', () => {
    expect(told(`http.get(zones, { headers }, (res) => { res.resume(); })`)).toBe('dropped');
  });
});

describe('an XMLHttpRequest', () => {
  it.each<Row>([
    ['x.onload = () => callback();', 'dropped'],
    ['x.onload = callback;', undefined],
    ["x.addEventListener('load', () => callback());", undefined],
    ["const y = new XMLHttpRequest(); y.onload = callback; y.addEventListener('load', callback);", 'dropped'],
    ['x.onload = () => use(x.response);', undefined],
    ['x.onload = () => use(JSON.parse(x.response).result);', 'unchecked'],
    ['x.onload = () => { seen[kind](); use(JSON.parse(x.response).result); };', 'unchecked'],
    ['x.onload = () => use(x.response, JSON.parse(other).result);', undefined],
    ['x.onload = () => use(decode(x.response).result);', undefined],
    ['x.onload = (event) => use(event.target.status);', undefined],
  ])('%s', (code, expected) => {
    expect(told(`const x = new XMLHttpRequest(); x.open('GET', zones); ${code} x.send();`)).toBe(expected);
  });

  it('that another function is given may be listened to there', () => {
    expect(told(`const send = (x: XMLHttpRequest) => { x.open('GET', zones); x.send(); }`)).toBeUndefined();
  });
});

describe('functions of the file that pass the answer on', () => {
  const get = 'fetch(zones, { headers })';
  it.each<readonly [code: string, ...expected: readonly string[]]>([
    [`const api = () => ${get}; api()`, 'dropped api'],
    [`function api(a) { if (a) return ${get}; return ${get}; } api()`, 'dropped api'],
    [`function api(a) { if (!a) throw new Error('no'); return ${get}; } api()`, 'dropped api'],
    [`function api(a) { if (a) return null; return ${get}; } api()`, 'dropped api'],
    [
      `const api = () => ${get}.then((r) => r.json()); const f = async () => { const { result } = await api(); return result[0].id; }`,
      'unchecked api',
    ],
    [`const send = () => ${get}; const api = async () => send(); use((await (await api()).json()).result)`, 'unchecked api'],
    [
      `const send = () => ${get}; async function api() { const r = await send(); if (!r.ok) throw r; return r.json(); } use((await api()).result)`,
    ],
    [
      `const check = (r) => { if (!r.ok) throw r; return r; }; const api = async () => check(await ${get}); use((await (await api()).json()).result)`,
    ],
    [
      `class C { parse(r) { if (!r.ok) throw r; return r.json(); } async get() { return this.parse(await ${get}); } async a() { return (await this.get()).result; } }`,
    ],
    [`class C { get() { return ${get}.then((r) => r.json()); } async a() { return (await this.get()).result; } }`, 'unchecked this.get'],
    [`async function api(a) { const r = await ${get}; if (a) return r; return r.json(); } api()`],
    [`async function api() { const r = await ${get}; return r.json(); } use((await api()).result)`, 'unchecked api'],
    [`async function api() { const r = await ${get}; return r.text(); } use((await api()).result)`],
    [`async function api() { const r = await ${get}; return r.ok; } api()`],
    [`async function api() { const r = await ${get}; log(r.status); return r; } api()`],
    [`async function api() { const r = await ${get}; if (r) count(); return r; } api()`],
    [`const api = () => ${get}.then(() => 1); api()`, `dropped fetch`],
    [`const api = () => ${get}; const other = () => decode(); other(); use((await api()).result)`],
  ])('%s', (code, ...expected) => {
    const file = javascript(
      `const zones = 'https://api.cloudflare.com/client/v4/zones', headers = { Authorization: 'Bearer ' + t };\n${code}`,
    );
    expect(ignoredFailures(file).map(({ how, at }) => `${how} ${file.text.slice(at.start, at.end)}`)).toEqual(expected);
  });
});
