import { describe, expect, it } from 'vitest';
import { mismatches } from '../../../src/facts/credentials/schemes.js';
import { readDotenv } from '../../../src/languages/dotenv.js';
import type { SourceFile } from '../../../src/source/model.js';
import { data } from '../../models/data.js';
import { javascript, shell } from '../../models/program.js';
import { random, shapes } from '../../made-up/credentials.js';

const next = random(17);
const secrets: Readonly<Record<string, string>> = {
  T: shapes['legacy token']!(next),
  K: shapes['legacy global key']!(next),
  USER: shapes['cfut_']!(next),
  ACCOUNT: shapes['cfat_']!(next),
  KEY: shapes['cfk_']!(next),
};

/** What is said of a program, `<T>` and its like filled in, and where: what is pointed at, with the secrets hidden again. */
function told(code: string): readonly string[] {
  const filled = filledIn(code);
  return toldOf(
    javascript(`const root = 'https://api.cloudflare.com/client/v4', zones = root + '/zones';\n${filled}`, {
      path: 'program.ts',
    }),
  );
}

function filledIn(code: string): string {
  return code.replaceAll(/<(\w+)>/g, (_, name: string) => secrets[name] ?? '');
}

function toldOf(file: SourceFile): readonly string[] {
  return mismatches(file).map((mismatch) => {
    const { start, end } = mismatch.at;
    const at = Object.entries(secrets).reduce((text, [name, secret]) => text.replace(secret, `<${name}>`), file.text.slice(start, end));
    return `${mismatch.what}${'option' in mismatch ? ` ${mismatch.option}` : ''} | ${at}`;
  });
}

const send = (...headers: readonly string[]): string => `fetch(zones, { headers: { ${headers.join(', ')} } });`;
const email = `'X-Auth-Email': e`;
const key = `'X-Auth-Key'`;

const inHeaders: readonly (readonly [code: string, ...expected: readonly string[]])[] = [
  // a token as a key
  [send(`${key}: '<T>'`, email), `tokenAsKey | ${key}`],
  [send(`${key}: '<USER>'`, email), `tokenAsKey | ${key}`],
  [send(`${key}: '<ACCOUNT>'`, email), `tokenAsKey | ${key}`],
  [send(`${key}: ' bearer  <T> '`, email), `tokenAsKey | ${key}`],
  [send(`${key}: live ? '<T>' : '<USER>'`, email), `tokenAsKey | ${key}`],
  [send(`${key}: live ? '<T>' : '<KEY>'`, email)],
  [send(`${key}: live ? '<T>' : k`, email)],
  [send(`${key}: '<K>'`, email)],
  // sent in one of two ways, and no way is seen to be wrong
  [`const k = '<K>'; ${send("...(old ? { 'X-Auth-Key': k } : { Authorization: `Bearer ${k}` })", email)}`],
  [`const t = '<T>'; ${send("...(old ? { 'X-Auth-Key': t } : { Authorization: `Bearer ${t}` })", email)}`],
  [send(`${key}: '<KEY>'`, email)],
  [send(`${key}: k`, email)],
  // who takes it is told by the place, or by the pair
  [`const headers = { ${key}: '<T>', ${email} };`, `tokenAsKey | ${key}`],
  [`const headers = { ${key}: '<T>' };`],
  [`fetch('https://acme.example/', { headers: { ${key}: '<T>' } });`],
  // both
  [send(`${key}: k`, email, 'Authorization: `Bearer ${t}`'), `bothSchemes | ${key}`],
  [send(`${key}: k`, email, '...(t && { Authorization: `Bearer ${t}` })')],
  [`const headers = { ${email}, Authorization: \`Bearer \${t}\` }; if (k) headers[${key}] = k; fetch(zones, { headers });`],
  // a key without its email
  [send(`${key}: k`), `keyWithoutEmail | ${key}`],
  [send(`${key}: '<T>'`), `tokenAsKey | ${key}`, `keyWithoutEmail | ${key}`],
  [send(`${key}: k`, '...more')],
  [`const headers = {}; if (k) headers[${key}] = k; fetch(zones, { headers });`],
  [send(`${key}: k`, `...(e && { ${email} })`)],
  // the scheme added where it is missing
  [send('Authorization: raw.apiToken'), 'noBearer | Authorization'],
  [send("Authorization: raw.apiToken.startsWith('Bearer ') ? raw.apiToken : `Bearer ${raw.apiToken}`")],
  // a key as a token
  [send(`Authorization: 'Bearer <K>'`), 'keyAsToken | Authorization'],
  [send(`Authorization: 'Bearer <KEY>'`), 'keyAsToken | Authorization'],
  [send(`Authorization: '<KEY>'`), 'keyAsToken | Authorization'],
  [send(`Authorization: live ? 'Bearer <KEY>' : \`Bearer \${t}\``)],
  [send(`Authorization: 'Bearer <T>'`)],
  // without Bearer
  [send(`Authorization: '<T>'`), `noBearer | '<T>'`],
  [send('Authorization: `Token ${t}`'), 'noBearer | Token '],
  [send('Authorization: ` basic ${t}`'), 'noBearer |  basic '],
  [send(`Authorization: 'JWT ' + t`), `noBearer | JWT `],
  [send('Authorization: live ? `Bearer ${t}` : `ApiKey ${t}`'), 'noBearer | ApiKey '],
  [send('Authorization: `bearer ${t}`')],
  [send(`Authorization: ' Bearer <T>'`)],
  [send('Authorization: `${scheme} ${t}`')],
  [send('Authorization: `Send a Token ${t}`')],
  [send(`Authorization: 'secret'`)],
  [`const request = require('request'); request(zones, { auth: { bearer: '<T>' } });`],
  [`const request = require('request'); request(zones, { auth: { bearer: process.env.CF_API_TOKEN } });`],
  // a variable alone
  [send('Authorization: process.env.CLOUDFLARE_API_TOKEN'), 'noBearer | Authorization'],
  [send(`Authorization: process.env.CF_API_TOKEN ?? ''`), 'noBearer | Authorization'],
  [send('Authorization: process.env.MY_CF_API_TOKEN'), 'noBearer | Authorization'],
  [send('Authorization: process.env.API_TOKEN'), 'noBearer | Authorization'],
  [send('Authorization: `${process.env.API_TOKEN}`'), 'noBearer | Authorization'],
  [
    `const f = (config, apiToken) => { ${send('Authorization: config.apiToken')} ${send('Authorization: apiToken')} };`,
    'noBearer | Authorization',
    'noBearer | Authorization',
  ],
  [`const f = (token) => ${send('Authorization: token')}`],
  [send('Authorization: process.env.CF_API_TOKEN_HEADER')],
  [send('Authorization: process.env.AUTHORIZATION')],
  [send('Authorization: config.bearer')],
  [send('Authorization: header()')],
  [send('Authorization: read().token')],
  // without a space behind Bearer
  [send('Authorization: `Bearer${t}`'), 'noBearer | Bearer'],
  [send(`Authorization: 'Bearer' + t`), 'noBearer | Bearer'],
  [send('Authorization: `Bearer: ${t}`'), 'noBearer | Bearer:'],
  [send(`Authorization: 'Bearer' + ' ' + t`)],
  [send('Authorization: `Bearer${t ? " " + t : ""}`')],
  [send('Authorization: `Bearer ${t}`')],
  // quotes in which nothing is filled in
  [send(`Authorization: 'Bearer \${process.env.TOKEN}'`), 'unexpanded | ${process.env.TOKEN}'],
  [send(`Authorization: 'Bearer $TOKEN'`), 'unexpanded | $TOKEN'],
  [send(`Authorization: 'Bearer {{token}}'`)],
  // Bearer before a key
  [send(`${key}: \`Bearer \${t}\``, email), `tokenAsKey | ${key}`],
  // only the API reads headers so
  [`fetch(CLOUDFLARE_API + '/zones', { headers: { Authorization: '<T>' } });`, `noBearer | '<T>'`],
  [`fetch('https://dash.cloudflare.com/oauth2/token', { headers: { Authorization: \`Basic \${t}\` } });`],
  [`fetch('https://api.cloudflare.com/status', { headers: { Authorization: '<T>' } });`],
  [`fetch(live ? zones : 'https://dash.cloudflare.com/oauth2/token', { headers: { Authorization: '<T>' } });`, `noBearer | '<T>'`],
  [`const headers = { Authorization: '<T>', ${email} };`],
  [`fetch(url, { headers: { Authorization: '<T>', ${email} } });`],
  [
    `const headers = { Authorization: '<T>' }; fetch(zones, { headers }); fetch('https://dash.cloudflare.com/oauth2/token', { headers });`,
    `noBearer | '<T>'`,
  ],
  [send(`'cf-aig-authorization': '<T>'`, `'X-Auth-User-Service-Key': '<T>'`)],
  // a token of an account on its way to operations of a user
  [
    'fetch(`${root}/user/tokens/verify?a=b`, { headers: { Authorization: `Bearer <ACCOUNT>` } });',
    'accountTokenForUser | /user/tokens/verify',
  ],
  [
    `const headers = { Authorization: live ? 'Bearer <ACCOUNT>' : t };
     fetch(root + '/memberships', { headers }); fetch(zones, { headers }); fetch(root + '/user', { headers });`,
    'accountTokenForUser | /memberships',
    'accountTokenForUser | /user',
  ],
  [`fetch(root + '/user', { headers: { Authorization: 'Bearer <USER>' } });`],
  [`fetch(CLOUDFLARE_API + '/user', { headers: { Authorization: 'Bearer <ACCOUNT>' } });`],
  [`fetch(root + '/user', { headers: { Authorization: \`Bearer \${t}\` } });`],
];

describe('headers that do not fit what they carry', () => {
  it.each(inHeaders)('%s', (code, ...expected) => {
    expect(told(code)).toEqual(expected);
  });
});

const client = (...options: readonly string[]): string =>
  `import Cloudflare from 'cloudflare'; const client = new Cloudflare({ ${options.join(', ')} });`;

const inClients: readonly (readonly [code: string, ...expected: readonly string[]])[] = [
  // both
  [client('apiToken: t', 'apiKey: k', 'apiEmail: e'), 'tokenAndKey apiKey | apiKey'],
  [`const client = require('cloudflare')({ key: k, token: t });`, 'tokenAndKey key | key'],
  [client('apiKey: k', 'apiEmail: e')],
  [client('apiToken: t', 'apiKey: undefined')],
  [client('apiToken: t', 'apiKey: t ? undefined : k')],
  [client('apiToken: t', 'apiKey: options.key || options.client.key')],
  [client('apiToken: t', '...(k && { apiKey: k })')],
  [client('...(t && { apiToken: t })', 'apiKey: k')],
  [client('apiToken: t', 'apiKey: k', '...more')],
  [`import { Provider } from '@pulumi/cloudflare'; new Provider('a', { apiToken: t, apiKey: k });`, 'keyBesideToken apiKey | apiKey'],
  // one in the place of the other
  [client(`apiKey: '<T>'`, 'apiEmail: e'), 'tokenAsKey | apiKey'],
  [client(`apiToken: '<K>'`), 'keyAsToken | apiToken'],
  [client(`apiToken: '<KEY>'`, `apiKey: '<USER>'`), 'keyAsToken | apiToken', 'tokenAndKey apiKey | apiKey', 'tokenAsKey | apiKey'],
  [`import { Provider } from '@pulumi/cloudflare'; new Provider('a', { apiToken: '<K>' });`, 'keyAsToken | apiToken'],
  [client(`apiToken: '<T>'`)],
  [client(`apiKey: '<K>'`, 'apiEmail: e')],
  [client(`...(old && { apiKey: '<T>' })`)],
  [client(`...(old && { apiToken: '<K>' })`)],
  [client(`userServiceKey: '<T>'`)],
  // a token of an account at methods of a user
  [
    `${client(`apiToken: '<ACCOUNT>'`, 'apiEmail: e')} client.user.get(); client.accounts.list(); client.user.tokens.verify(); client.user.browse();`,
    'accountTokenForUser | client.user.get',
    'accountTokenForUser | client.user.tokens.verify',
  ],
  [`${client('apiToken: `<ACCOUNT>`')} client.rulesets.list(options); client.accounts.tokens.verify({ account_id });`],
  [`${client(`apiToken: '<USER>'`)} client.user.get();`],
  [`${client(`...(own && { apiToken: '<ACCOUNT>' })`)} client.user.get();`],
  [`${client(`apiKey: '<ACCOUNT>'`, 'apiEmail: e')} client.user.get();`, 'tokenAsKey | apiKey'],
  [`${client(`apiToken: '<ACCOUNT>'`)} const other = new Cloudflare({ apiToken: t }); other.user.get();`],
  [`${client(`apiToken: '<ACCOUNT>'`)} function f(other: Cloudflare) { return other.user.get(); }`],
  // in the order of the text
  [
    `${client(`apiKey: '<T>'`)} ${send(`Authorization: '<USER>'`)} new Cloudflare({ apiToken: '<K>' });`,
    'tokenAsKey | apiKey',
    `noBearer | '<USER>'`,
    'keyAsToken | apiToken',
  ],
];

describe('clients that are given the wrong thing', () => {
  it.each(inClients)('%s', (code, ...expected) => {
    expect(told(code)).toEqual(expected);
  });
});

const api = 'https://api.cloudflare.com/client/v4/zones';

describe('commands that do not fit what they carry', () => {
  it.each([
    [`curl ${api} -H "Authorization: Bearer $T" -H "X-Auth-Key: $K" -H "X-Auth-Email: $E"`, 'bothSchemes | X-Auth-Key'],
    [`curl ${api} -H "X-Auth-Key: $K"`, 'keyWithoutEmail | X-Auth-Key'],
    [`curl ${api} -H "X-Auth-Key: $K" -H "X-Auth-Email: $E"`],
    [`curl ${api} -H "X-Auth-Key: $K" -H "$MORE"`],
    [`curl ${api} -H 'Authorization: Bearer $T'`, 'unexpanded | $T'],
    [`curl ${api} -H "Authorization: Bearer:$T"`, 'noBearer | Bearer:'],
    [`curl ${api} -H "Authorization: Bearer$T"`, 'noBearer | Bearer'],
    [`curl ${api} -H "Authorization: $CF_API_TOKEN"`, 'noBearer | Authorization'],
    [`curl ${api} -H "Authorization: $AUTH"`],
    [`curl ${api} -H "Authorization: Bearer $T"`],
  ])('%s', (script, ...expected) => {
    expect(toldOf(shell(script))).toEqual(expected);
  });
});

describe('variables that do not fit what they hold', () => {
  it.each([
    ['CLOUDFLARE_API_TOKEN=<K>', 'keyAsToken | CLOUDFLARE_API_TOKEN'],
    ['CLOUDFLARE_API_TOKEN=<KEY>', 'keyAsToken | CLOUDFLARE_API_TOKEN'],
    ['CF_API_KEY=<USER>\nCF_API_EMAIL=a@acme.example', 'tokenAsKey | CF_API_KEY'],
    ['CF_API_KEY=<K>\nCF_API_TOKEN=<T>', 'keyBesideToken CF_API_KEY | CF_API_KEY'],
    ['CF_API_KEY=<K>\nCF_API_TOKEN='],
    ['CF_API_KEY=your-key\nCF_API_TOKEN=<T>'],
    ['CLOUDFLARE_API_TOKEN=<T>\nCLOUDFLARE_EMAIL=a@acme.example'],
    ['CF_API_KEY=<K>\nCF_API_EMAIL=a@acme.example'],
    [`CLOUDFLARE_API_TOKEN=${'0123456789abcdef'.repeat(2)}fedcba98`],
  ])('%s', (code, ...expected) => {
    expect(toldOf(readDotenv(filledIn(code), '.env'))).toEqual(expected);
  });

  it.each([
    [
      'env:\n  CLOUDFLARE_API_TOKEN: ${{ secrets.A }}\n  CLOUDFLARE_API_KEY: ${{ secrets.B }}\n',
      'keyBesideToken CLOUDFLARE_API_KEY | CLOUDFLARE_API_KEY',
    ],
    ['env:\n  CLOUDFLARE_API_TOKEN: ${{ secrets.A }}\njobs:\n  a:\n    env:\n      CLOUDFLARE_API_KEY: ${{ secrets.B }}\n'],
    ['variables:\n  CF_API_TOKEN: $TOKEN\n  CF_API_KEY: ${KEY}\n', 'keyBesideToken CF_API_KEY | CF_API_KEY'],
    ['env:\n  CLOUDFLARE_API_TOKEN: ${{ secrets.A }}\n  CLOUDFLARE_EMAIL: ${{ secrets.B }}\n'],
  ])('%s', (code, ...expected) => {
    expect(toldOf(data(code, 'cloudflare-auth/yaml', '.github/workflows/deploy.yml'))).toEqual(expected);
  });

  it('are not those of a sample, which names all there are', () => {
    expect(toldOf(readDotenv(filledIn('CF_API_KEY=<K>\nCF_API_TOKEN=<T>'), '.env.example'))).toEqual([]);
  });
});
