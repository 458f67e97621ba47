/** Headers that carry credentials: where they are given a value, what is sent with them, and where they go. */
import { describe, expect, it } from 'vitest';
import { type AuthHeader, headers } from '../../../../src/facts/requests/headers/headers.js';
import { requests } from '../../../../src/facts/requests/requests.js';
import { alternatives, literal } from '../../../../src/source/values.js';
import { javascript, shell } from '../../../models/program.js';

const url = 'https://api.cloudflare.com/client/v4/zones';
const U = `'${url}'`;
const K = `'X-Auth-Key': key`;
const E = `'X-Auth-Email': email`;

function told(code: string, tell: (header: AuthHeader, written: (span: AuthHeader['at']) => string) => string): readonly string[] {
  const file = code.startsWith('curl ') ? shell(code) : javascript(code, { path: 'program.ts' });
  return headers(file).map((header) => tell(header, ({ start, end }) => file.text.slice(start, end)));
}

describe('where a header is given its value', () => {
  /** Name, and where the name, the value and both are written. */
  const places = (code: string): readonly string[] =>
    told(code, ({ name, nameAt, value, at }, written) =>
      [
        name,
        written(nameAt),
        alternatives(value)
          .map((each) => written(each.at))
          .join(' or '),
        written(at),
      ].join(' | '),
    );
  const ofTable = `x-auth-key | 'X-Auth-Key' | key | ${K}`;
  const table: readonly (readonly [code: string, ...expected: readonly string[]])[] = [
    [`const headers = { Accept: type, ${K} };`, ofTable],
    [`fetch(${U}, { headers: { ${K} } });`, ofTable],
    // what only tells of a key
    ...['Boolean(key)', 'redact(key)', 'maskKey(key)', 'key.length', '`len=${key.length}`', 'true'].map((value): readonly [string] => [
      `console.log({ 'X-Auth-Key': ${value} });`,
    ]),
    [`new Headers([['Accept', type], ['X-Auth-Key', key]]);`, `x-auth-key | 'X-Auth-Key' | key | 'X-Auth-Key', key`],
    // pairs that a function returns, or under a name that tells nothing
    [`function auth() { return [['Accept', type], ['X-Auth-Key', key]]; }`, `x-auth-key | 'X-Auth-Key' | key | 'X-Auth-Key', key`],
    [`const pairs = [['Accept', type], ['X-Auth-Key', key]];`, `x-auth-key | 'X-Auth-Key' | key | 'X-Auth-Key', key`],
    ["const rows = [['Accept', type], ['X-Auth', key]];"],
    [`send(['Accept', type, 'X-Auth-Key', key]);`, `x-auth-key | 'X-Auth-Key' | key | 'X-Auth-Key', key`],
    [`send(['Accept', 'X-Auth-Key', key]); send(['X-Auth-Key']); send('X-Auth-Key');`],
    // on objects that cannot be looked through
    ...['set', 'append', 'add', 'header', 'setHeader', 'setRequestHeader'].map(
      (method) =>
        [`request.${method}('X-Auth-Key', key);`, `x-auth-key | 'X-Auth-Key' | key | request.${method}('X-Auth-Key', key)`] as const,
    ),
    [`connect(app)()('X-Auth-Key', key);`, `x-auth-key | 'X-Auth-Key' | key | connect(app)()('X-Auth-Key', key)`],
    [`request.get('X-Auth-Key', key); request.setHeaders('X-Auth-Key', key); offset('X-Auth-Key', key);`],
    [`request.set('X-Auth-Key'); request.set('X-Auth-Key', key, true); request.set(name, key);`],
    [`config.headers['X-Auth-Key'] = key;`, `x-auth-key | 'X-Auth-Key' | key | config.headers['X-Auth-Key'] = key`],
    [`export const add = (sent) => { sent['X-Auth-Key'] = key; };`, `x-auth-key | 'X-Auth-Key' | key | sent['X-Auth-Key'] = key`],
    [`const authorization = key; headers.accept = key;`],
    // by a name that is chosen, unless each has its own value
    [`const all = {}; for (const name of ['X-Auth-Key', 'X-Other']) all[name] = read(name); fetch(${U}, { headers: all });`],
    [`fetch(${U}, { headers: ['X-Auth-Key', 'X-Other'].reduce((all, name) => ({ ...all, [name]: read(name) }), {}) });`],
    [
      `fetch(${U}, { headers: { [old ? 'X-Auth-Key' : 'Authorization']: key } });`,
      ...['x-auth-key', 'authorization'].map(
        (name) => `${name} | old ? 'X-Auth-Key' : 'Authorization' | key | [old ? 'X-Auth-Key' : 'Authorization']: key`,
      ),
    ],
    [
      `const headers = {}; const name = old ? 'X-Auth-Key' : 'X-Other'; headers[name] = key; fetch(${U}, { headers });`,
      'x-auth-key | name | key | headers[name] = key',
    ],
    // on one object
    [
      `out.headers.set('X-Auth-Email', email); out.headers.set('X-Auth-Key', key);`,
      ...['Email', 'Key'].map(
        (of) => `x-auth-${of.toLowerCase()} | 'X-Auth-${of}' | ${of.toLowerCase()} | out.headers.set('X-Auth-${of}', ${of.toLowerCase()})`,
      ),
    ],
    // lines
    ['send(`X-Auth-Key: ${process.env.KEY}`);', 'x-auth-key | X-Auth-Key | process.env.KEY | `X-Auth-Key: ${process.env.KEY}`'],
    [
      `const line = 'X-Auth-Key:' + (process.env.KEY ?? key);`,
      `x-auth-key | X-Auth-Key | process.env.KEY or key | 'X-Auth-Key:' + (process.env.KEY ?? key)`,
    ],
    ['say(`X-Auth-Key: ${key}`, `X-Auth-Key ${process.env.KEY}`, `X-Auth-Key: ${process.env.KEY}.`);'],
    ['say(`no X-Auth-Key: ${process.env.KEY}`, `X-Auth-Key: of ${process.env.KEY}`, `${process.env.A}X-Auth-Key: ${process.env.KEY}`);'],
    [`curl -H "X-Auth-Key: $KEY" ${url}`, 'x-auth-key | X-Auth-Key | $KEY | "X-Auth-Key: $KEY"'],
    // a helper's header has the values of all its calls
    [`const cf = (key) => fetch(${U}, { headers: { ${K} } }); cf('a'); cf('b');`, `x-auth-key | 'X-Auth-Key' | key or 'a' or 'b' | ${K}`],
    // what only describes headers
    [`const schema = { 'X-Auth-Key': { type: 'string' }, Authorization: ['header'] };`],
    [`const headers = { 'X-Auth-Key': isOld ? key : {} };`, `x-auth-key | 'X-Auth-Key' | key or {} | 'X-Auth-Key': isOld ? key : {}`],
    // the order of the text
    [
      `use({ Authorization: token }); fetch(${U}, { headers: { ${K} } });`,
      'authorization | Authorization | token | Authorization: token',
      ofTable,
    ],
  ];
  it.each(table)('%s', (code, ...expected) => {
    expect(places(code)).toEqual(expected);
  });

  it.each([
    `expect(fetch).toHaveBeenCalledWith(${U}, { headers: { ${K} } });`,
    `expect.objectContaining({ ${K} });`,
    `assert.deepEqual(headers, { ${K} });`,
    `assert.deepStrictEqual(headers, { ${K} });`,
    `assert.strictEqual(headers, { ${K} });`,
    `sinon.assert.calledWithMatch(fetch, { ${K} });`,
    `nock(base).matchHeader('X-Auth-Key', key);`,
    `assertEquals(headers, { ${K} });`,
    `assertHeader('X-Auth-Key', key);`,
    `function assertSent(name, value) { check(name, value); } assertSent('X-Auth-Key', key);`,
    `expect(headers).to.deep.equal({ ${K} });`,
    `expect(headers).to.eql({ ${K} });`,
    `assert.deepInclude(headers, { ${K} });`,
    `t.like(headers, { ${K} });`,
    `expect(stub).to.have.been.calledOnceWithExactly(url, { headers: { ${K} } });`,
    `stub.withArgs(url, sinon.match({ headers: { ${K} } })).resolves(answer);`,
    `td.when(fetch(${U}, { headers: { ${K} } })).thenResolve(answer);`,
    `td.verify(fetch(${U}, { headers: { ${K} } }));`,
    `nock(base, { reqheaders: { ${K} } });`,
    `mock.onGet(url, undefined, { ${K} }).reply(200);`,
    `build.mockReturnValue({ ${K} });`,
    `const expectedHeaders = { ${K} };`,
    `pool.intercept({ path: '/', headers: { ${K} } });`,
  ])('is not where a test compares: %s', (code) => {
    expect(places(code)).toEqual([]);
    expect(places(`${code} fetch(${U}, { headers: { ${K} } });`)).toEqual([ofTable]);
  });

  it('is where a function sends it that is among what is compared', () => {
    expect(places(`app.route('/a', () => fetch(${U}, { headers: { ${K} } }));`)).toEqual([ofTable]);
    expect(places(`match(kind).when('a', () => ({ ${K} }));`)).toEqual([ofTable]);
  });

  it('is not where it is written to a log', () => {
    expect(places(`console.log({ ${K} }); this.logger.info('sent', { headers: { ${K} } });`)).toEqual([]);
    expect(places(`console.log(await fetch(${U}, { headers: { ${K} } }));`)).toEqual([ofTable]);
  });

  it.each(['tokenize', 'together', 'uncalledWith', 'isToBe', 'mocked', 'equalize', 'reroute'])(
    'may be where another function is called: %s',
    (name) => {
      expect(places(`${name}({ ${K} });`)).toEqual([ofTable]);
    },
  );
});

describe('what a header is sent with', () => {
  it.each([
    [`const headers = { ${K}, ${E} };`, 'x-auth-key, x-auth-email'],
    [`const headers = { ${K}, ...more };`, 'x-auth-key …'],
    [`fetch(${U}, { headers: { ${K} } });`, 'x-auth-key'],
    [`fetch(${U}, { headers: { ${K}, ...more } });`, 'x-auth-key …'],
    [`fetch(${U}, { headers: { ${K} }, ...options });`, 'x-auth-key …'],
    // the request that sees most, whichever it is; but all see all there is, or it is open
    [`const headers = { ${K} }; fetch(${U}, { headers: { ...headers, Accept: type } });`, 'x-auth-key, accept'],
    [`const headers = { ${K} }; fetch(a, { headers }); fetch(b, { headers: { ...headers, Accept: type } });`, 'x-auth-key, accept'],
    [`const headers = { ${K} }; fetch(a, { headers: { ...headers, Accept: type } }); fetch(b, { headers });`, 'x-auth-key, accept'],
    [`const headers = { ${K} }; fetch(a, { headers: { ...headers, ...more } }); fetch(b, { headers });`, 'x-auth-key …'],
    [`const headers = { ${K} }; fetch(a, { headers }); fetch(b, { headers: { ...headers, ...more } });`, 'x-auth-key …'],
    [`const send = () => fetch(${U}, { headers: { ...headers, Accept: type } }); const headers = { ${K} };`, 'x-auth-key, accept'],
    // more may be set elsewhere
    [`request.set('X-Auth-Key', key);`, 'x-auth-key? …'],
    [`request.headers['X-Auth-Key'] = key;`, 'x-auth-key? …'],
    ['send(`X-Auth-Key: ${process.env.KEY}`);', 'x-auth-key? …'],
    [`send([['X-Auth-Key', key]]);`, 'x-auth-key'],
    [`send([['X-Auth-Key', key], ...more]);`, 'x-auth-key …'],
  ])('%s', (code, expected) => {
    const [first] = told(
      code,
      ({ together, closed }) => `${together.map(({ name, maybe }) => `${name}${maybe ? '?' : ''}`).join(', ')}${closed ? '' : ' …'}`,
    );
    expect(first).toBe(expected);
  });
});

describe('where a header goes', () => {
  const goes = (code: string): readonly string[] => told(code, ({ destination, requests: all }) => `${destination} ${String(all.length)}`);
  const to = (target: string): string => `fetch(${target}, { headers: { ${K} } });`;
  const both = (one: string, other: string): string =>
    `const headers = { ${K} }; fetch(${one}, { headers }); fetch(${other}, { headers });`;
  const acme = `'https://api.acme.example/'`;
  it.each([
    [to(U), 'cloudflare 1'],
    [to(acme), 'other 1'],
    [to(`isOurs ? ${U} : ${acme}`), 'cloudflare 1'],
    [to(`isOurs ? 'https://acme.example/' : ${acme}`), 'other 1'],
    [to(`isOurs ? base : ${acme}`), 'unknown 1'],
    [to('base'), 'unknown 1'],
    [to(`'/zones'`), 'unknown 1'],
    [to('`https://${host}.acme.example/`'), 'unknown 1'],
    // AI Gateway, which has a header of its own and forwards the other
    [`fetch('https://gateway.ai.cloudflare.com/v1/a/g/openai', { headers: { Authorization: 'Bearer ' + key } });`, 'other 1'],
    [`fetch('https://gateway.ai.cloudflare.com/v1/a/g/openai', { headers: { 'cf-aig-authorization': 'Bearer ' + key } });`, 'cloudflare 1'],
    // this machine
    [to(`'http://localhost:8787/'`), 'unknown 1'],
    [to(`isOurs ? 'http://127.0.0.1/' : ${acme}`), 'unknown 1'],
    // bases that only their name tells
    [to('`${CLOUDFLARE_API}/zones`'), 'cloudflare 1'],
    [to('`${config.cfBase}/zones`'), 'cloudflare 1'],
    [to('`${config.base}/zones`'), 'unknown 1'],
    [to('`${mycfBase}/zones`'), 'unknown 1'],
    [to('`${cloudflare.base}/zones`'), 'unknown 1'],
    [to('`${base()}/zones`'), 'unknown 1'],
    [to('`/${CLOUDFLARE_API}/zones`'), 'unknown 1'],
    [to('isOurs ? `${CLOUDFLARE_API}/zones` : base'), 'cloudflare 1'],
    [`import axios from 'axios'; axios.create({ headers: { ${K} } });`, 'unknown 1'],
    // several requests
    [both(U, acme), 'cloudflare 2'],
    [both(acme, acme.replace('api', 'www')), 'other 2'],
    [both('base', acme), 'unknown 2'],
    [`const headers = { ${K} };`, 'unknown 0'],
  ])('%s', (code, expected) => {
    expect(goes(code)).toEqual([expected]);
  });
});

describe('the forms that headers are given in', () => {
  /** Of the last request: name and value of each header, `?` behind what is sent on some paths only, and `…` if there may be more. */
  const sent = (written: string, axios = false): string => {
    const code = axios
      ? `import axios from 'axios'; axios.create({ headers: ${written} }).get(${U});`
      : `fetch(${U}, { headers: ${written} });`;
    const request = requests(javascript(code)).at(-1);
    const all = request?.headers.map(({ name, value, maybe }) => `${name}: ${literal(value) ?? value.kind}${maybe ? '?' : ''}`);
    return [...(all ?? []), ...(request?.headersOpen ? ['…'] : [])].join(', ');
  };
  it.each([
    [`{ 'X-A': 'a', B: b }`, 'x-a: a, b: name'],
    [`{ A: 'a', ...more }`, 'a: a, …'],
    [`{ A: 'a', ...(isB && { B: 'b' }) }`, 'a: a, b: b?'],
    [`isA ? { A: 'a' } : { B: 'b' }`, 'a: a?, b: b?'],
    [`isA ? { A: 'a' } : undefined`, 'a: a?'],
    [`isA ? { A: 'a' } : more`, 'a: a?, …'],
    // nothing, and what cannot be seen
    ['{}', ''],
    ['undefined', ''],
    ['null', ''],
    ['more', '…'],
    [`'A: a'`, '…'],
    ['await read()', '…'],
    ['all[index]', '…'],
    // pairs
    [`[['A', 'a'], ['B', 'b']]`, 'a: a, b: b'],
    [`[['A', 'a'], pair]`, 'a: a, …'],
    [`[['A', 'a'], ['B']]`, 'a: a, …'],
    [`[['A', 'a'], [name, 'b']]`, 'a: a, …'],
    [`[['A', 'a'], ...more]`, 'a: a, …'],
    [`['A', 'a', 'B', 'b']`, 'a: a, b: b'],
    [`['A', 'a', 'B']`, 'a: a, …'],
    ['[]', ''],
    // objects
    [`new Headers({ A: 'a' })`, 'a: a'],
    ['new HttpHeaders()', ''],
    [`new HttpHeaders({ A: 'a' }).set('B', 'b').append('C', 'c')`, 'a: a, b: b, c: c'],
    [`new HttpHeaders().set(name, 'a').set('B', 'b')`, 'b: b, …'],
    [`new HttpHeaders({ A: 'a' }).delete('B', 'b')`, '…'],
    [`new HttpHeaders({ A: 'a' }).set('B')`, '…'],
    [`new HttpParams({ A: 'a' })`, '…'],
    [`set('A', 'a')`, '…'],
    [`read()('A', 'a')`, '…'],
    [`(isA ? one : other)('A', 'a')`, '…'],
  ])('%s', (written, expected) => {
    expect(sent(written)).toBe(expected);
  });

  it.each([
    [`{ common: { A: 'a' }, get: { B: 'b' } }`, 'a: a, b: b'],
    [`{ ...(isA && { common: { A: 'a' } }) }`, 'a: a?'],
    [`{ common, put: 'b' }`, 'common: name, put: b'],
    [`{ others: { A: 'a' } }`, 'others: table'],
  ])('by method: %s', (written, expected) => {
    expect(sent(written, true)).toBe(expected);
  });

  it('are followed through a long chain, but not for ever', () => {
    const chain = (length: number): string => `new HttpHeaders()${'.set("A", "a")'.repeat(length)}`;
    expect(sent(chain(10))).toBe(Array.from({ length: 10 }, () => 'a: a').join(', '));
    expect(sent(chain(100)).endsWith(', …')).toBe(true);
  });
});
