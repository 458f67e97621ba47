import { describe, expect, it } from 'vitest';
import { creations, slotAt } from '../../../src/facts/tokens/creations.js';
import { javascript } from '../../models/program.js';
import { show } from '../../models/show.js';

/** What is made, whether it is declared, the name of it, and where. */
function told(code: string): readonly string[] {
  const file = javascript(code);
  return creations(file).map(({ makes, action, declared, table, at }) => {
    const name = table.entries.map(({ key, value }) => `${key} ${show(value, 1)}`)[0] ?? '';
    return `${action} ${makes}${declared ? ', declared' : ''}: ${name} | ${file.text.slice(at.start, at.end)}`;
  });
}

const api = 'https://api.cloudflare.com/client/v4';
const sdk = `import Cloudflare from 'cloudflare'; const cf = new Cloudflare();`;
const policies = `policies: [{ effect: 'allow', permission_groups: groups }]`;
const posted = (url: string, body: string, method = 'POST'): string =>
  `fetch(${url}, { method: '${method}', body: JSON.stringify(${body}) });`;

describe('what a program creates or changes', () => {
  it.each([
    // by the SDK
    [`${sdk} cf.user.tokens.create({ name: 'ci' });`, 'create token: name "ci" | cf.user.tokens.create'],
    [`${sdk} cf.accounts.tokens.update(id, { name: 'ci' });`, 'update token: name "ci" | cf.accounts.tokens.update'],
    [`${sdk} cf.accounts.update({ account_id, name: 'a' });`, 'update account: account_id account_id | cf.accounts.update'],
    [
      `import type { Cloudflare } from 'cloudflare/index'; export const mint = (cf: Cloudflare) => cf.accounts.update({ name: 'a' });`,
      'update account: name "a" | cf.accounts.update',
    ],
    [`${sdk} cf.accounts.create({ name: 'a' });`],
    [`import { Client } from 'node-cloudflare'; export const mint = (cf: Client) => cf.user.tokens.create({ name: 'ci', ${policies} });`],
    [`${sdk} cf.user.tokens.create('{"name": "ci"}');`, 'create token: name "ci" | cf.user.tokens.create'],
    [`${sdk} cf.user.tokens.create(build({ name: 'ci' })); cf.user.tokens.create((() => body)()); cf.user.tokens.create();`],
    // by a function of the project, told by its path, its method and its body
    ...[
      `api.post('/user/tokens', { name: 'ci', ${policies} })`,
      `cf('POST', \`/accounts/\${id}/tokens\`, { name: 'ci', ${policies} })`,
      `cf({ method: 'post', path: '/user/tokens', body: JSON.stringify({ name: 'ci', ${policies} }) })`,
    ].map((call): [string, string] => [
      `import { api, cf } from './cf.js'; ${call};`,
      `create token: name "ci" | ${call.split('(', 1).join('')}`,
    ]),
    [
      `import { api } from './cf.js'; api.post('/user/tokens', { name: 'ci' }); api.post('/sessions', { name: 'ci', ${policies} }); api.get('/user/tokens', { ${policies} });`,
    ],
    // by SST's global
    [`new cloudflare.ApiToken('ci', { name: 'ci' });`, `create token, declared: name "ci" | cloudflare.ApiToken`],
    [`const cloudflare = load(); new cloudflare.ApiToken('ci', { name: 'ci' });`],
    // by the client of another module, if what it is given can only be Cloudflare's
    [
      `import { cf } from './cf.js'; cf.user.tokens.create({ name: 'ci', ${policies} });`,
      'create token: name "ci" | cf.user.tokens.create',
    ],
    [
      `import { cf } from '@/cf'; cf.user.tokens.create({ policies: [{ effect: 'deny' }, { permission_groups: [] }] });`,
      'create token: policies […, …] | cf.user.tokens.create',
    ],
    [
      `import { cf } from './cf.js'; cf.accounts.update(id, { settings: { enforce_twofactor: false } });`,
      'update account: settings { enforce_twofactor: … } | cf.accounts.update',
    ],
    [`import { db } from './db.js'; db.user.tokens.create({ name: 'ci' }); db.accounts.update(id, { settings: { theme: 'dark' } });`],
    [`import { db } from './db.js'; db.user.tokens.create({ policies: ['permission_groups'], settings: 'enforce_twofactor' });`],
    [`import { db } from './db.js'; db.user.tokens.create({ policies: [{ effect: 'allow' }] });`],
    [`import { cf } from '@acme/cf.js'; cf.user.tokens.create({ name: 'ci', ${policies} });`],
    [`cf.user.tokens.create({ name: 'ci', ${policies} });`],
    // by a request
    [posted(`'${api}/user/tokens'`, `{ name: 'ci' }`), 'create token: name "ci" | fetch'],
    [posted(`'${api}/user/tokens/1'`, `{ name: 'ci' }`, 'PUT'), 'update token: name "ci" | fetch'],
    [posted(`'${api}/user/tokens/1'`, `{ name: 'ci' }`)],
    [posted(`'${api}/user/tokens'`, 'body')],
    [`fetch('${api}/user/tokens', { method: 'POST', body: '"{\\\\"name\\\\": \\\\"ci\\\\"}"' });`],
    [posted(`prod ? '${api}/user/tokens' : 'http://localhost:8787/'`, `{ name: 'ci' }`), 'create token: name "ci" | fetch'],
    [posted(`own ? '${api}/user/tokens' : '${api}/zones'`, `{ name: 'ci' }`)],
    [posted('`${base}/user/tokens?a=b`', `{ name: 'ci', ${policies} }`), 'create token: name "ci" | fetch'],
    [posted('`${base}/user/tokens`', `{ name: 'ci' }`)],
    [posted('`https://auth.example/${version}/user/tokens`', `{ name: 'ci', ${policies} }`)],
    [
      `const send = (path, body) => ${posted(`'${api}' + path`, 'body')} send('/user/tokens', { name: 'ci' });`,
      'create token: name "ci" | send',
    ],
    // by infrastructure code
    [`import { ApiToken } from '@pulumi/cloudflare'; new ApiToken('t', { name: 'ci' });`, 'create token, declared: name "ci" | ApiToken'],
    [`import { ApiToken } from './tokens.js'; new ApiToken('t', { name: 'ci', ${policies} });`],
    // as a table of a type
    [
      `import type { TokenCreateParams } from 'cloudflare/resources/user/tokens'; const it: TokenCreateParams = { name: 'ci' };`,
      'create token: name "ci" | name',
    ],
    [`import type { TokenCreateParams } from 'cloudflare/resources/user/tokens'; const it: TokenCreateParams = {};`],
    [`interface TokenCreateParams { name: string } const it: TokenCreateParams = { name: 'ci' };`],
    [
      `${sdk} const it: Cloudflare.User.TokenCreateParams = { name: 'ci' }; cf.user.tokens.create(it);`,
      'create token: name "ci" | cf.user.tokens.create',
    ],
  ])('%s', (code, ...expected) => {
    expect(told(`// Cloudflare\n${code}`)).toEqual(expected);
  });
});

describe('what a helper sends', () => {
  it('is created once for each call of it', () => {
    const helper = `const send = (body) => fetch('${api}/user/tokens', { method: 'POST', body: JSON.stringify(body) });`;
    expect(told(`${helper} send({ name: 'ci', ${policies} }); send({ name: 'dns', ${policies} });`)).toEqual([
      'create token: name "ci" | send',
      'create token: name "dns" | send',
    ]);
  });

  it.each([
    ['(body)', 'body', `send({ name: 'ci' })`, 'send'],
    ['(body)', 'body', `send(JSON.stringify({ name: 'ci' }))`, 'send'],
    ['(body)', 'body', `send(quick ? { name: 'ci' } : rest)`, 'send'],
    ['(name, { body })', 'body', `send('ci', { retry: true, body: { name: 'ci' } })`, 'send'],
    ['({ init })', 'init.body', `send({ init: { body: JSON.stringify({ name: 'ci' }) } })`, 'send'],
    ['(name)', '{ name }', `send('ci')`, 'fetch'],
    ['(name)', '{ name }', `const mint = (name) => send(name); mint('ci')`, 'fetch'],
    ['(body)', 'body', `const mint = (body) => send(body); mint({ name: 'ci' })`, 'mint'],
    ['(body)', 'body', `const mint = (name) => send({ name }); mint('ci')`, 'send'],
  ])('is created by the outermost call that passes the body: %s => %s; %s', (parameters, body, call, by) => {
    const helper = `const send = ${parameters} => fetch('${api}/user/tokens', { method: 'POST', body: JSON.stringify(${body}) });`;
    expect(told(`${helper} ${call};`)).toEqual([expect.stringMatching(new RegExp(`^create token: name .* \\| ${by}$`))]);
  });

  it('is created where that is said, whatever calls it', () => {
    const helper = `const send = (body) => fetch('${api}/user/tokens', { method: 'POST', body: JSON.stringify(body) });`;
    const made = (mint: string): readonly string[] => told(`${helper} mint('ci'); mint('dns'); ${mint}`);
    expect(made(`function mint(name) { return send({ ${policies}, name }); }`)).toEqual(['create token: policies […] | send']);
    expect(made(`function mint(name) { const body = { ${policies}, name }; return send(body); }`)).toEqual([
      'create token: policies […] | send',
    ]);
  });
});

describe('what stands at one of several ways', () => {
  it.each([
    [`{ condition: { request_ip: { in: ['a'] } } }`, '["a"]'],
    [`{ condition: { 'request.ip': { in: ['a'] } } }`, '["a"]'],
    [`{ condition: [{ request_ip: { in: ['a'] } }] }`, '["a"]'],
    [`{ condition: { request_ip: { in: null } } }`, 'null'],
    [`{ condition: null }`, 'absent'],
    [`{ condition: { request_ip: undefined } }`, 'absent'],
    [`{ name: 'ci' }`, 'absent'],
    [`{ condition: { request_ip: { ...rest } } }`, 'unknown'],
    [`{ condition: [...all, { request_ip: { in: ['a'] } }] }`, 'unknown'],
    [`{ condition: [] }`, 'unknown'],
    [`{ condition }`, 'unknown'],
  ])('%s', (table, expected) => {
    const [outer] = javascript(`use(${table});`).tables;
    const slot = outer && slotAt(outer, ['condition', 'request_ip', 'in'], ['condition', 'request.ip', 'in']);
    expect(typeof slot === 'object' ? show(slot) : slot).toBe(expected);
  });
});
