/** What is found in usual ways to use packages for JavaScript, and what is not. */
import type { Linter } from 'eslint';
import { expect, it } from 'vitest';
import plugin from '../../../src/index.js';
import { lint } from '../../lint.js';
import { alphabets, characters, random } from '../../made-up/credentials.js';
import { found } from '../found.js';

const token = characters(40, alphabets.base62, random(41));
const key = characters(37, alphabets.hex, random(42));

type Case = readonly [name: string, body: string, ...expected: readonly string[]];

const callbacks: readonly Case[] = [
  [
    'results of callbacks that a package runs',
    `import * as core from '@actions/core';
     import pLimit from 'p-limit';
     const limit = pLimit(2);
     console.log(await core.group('a', async () => process.env.CF_API_TOKEN));
     console.log(await limit(() => process.env.CF_API_TOKEN));
     console.log(await core.group('a', async () => process.env.CF_ZONE));
     console.log(await core.other('a', async () => process.env.CF_API_TOKEN));`,
    '4 no-credential-exposure',
    '5 no-credential-exposure',
  ],
  [
    'steps of a workflow',
    `export class Rotation extends WorkflowEntrypoint {
       async run(event, step) {
         const token = await step.do('read', { retries: 2 }, async () => this.env.CF_API_TOKEN);
         console.log('rotating', token);
         console.log('of', await step.do('find', async () => event.payload.zone));
       }
     }`,
    '4 no-credential-exposure',
  ],
  [
    'functions that a package wraps',
    `import { cache } from 'react';
     import memoize from 'memoize';
     const token = cache(() => process.env.CF_API_TOKEN);
     const again = memoize(token);
     console.log(token());
     console.log(again());
     console.log(typeof token);`,
    '5 no-credential-exposure',
    '6 no-credential-exposure',
  ],
];

const events: readonly Case[] = [
  [
    'what listeners get',
    `import { EventEmitter } from 'node:events';
     const bus = new EventEmitter();
     const other = new EventEmitter();
     bus.on('sent', ({ headers }) => console.log(headers));
     bus.on('done', (result) => console.log(result));
     other.on('sent', ({ headers }) => console.log(headers));
     bus.emit('sent', { headers: { Authorization: \`Bearer \${process.env.CF_API_TOKEN}\` } });
     bus.emit('done', { zone: process.env.CF_ZONE });`,
    '4 no-credential-exposure',
  ],
  [
    'listeners of a class that emits',
    `const EventEmitter = require('events');
     class Client extends EventEmitter {
       send() { this.emit('sent', process.env.CF_API_TOKEN); }
     }
     const client = new Client();
     client.once('sent', (token) => console.log(token));
     socket.on('sent', (token) => console.log(token));`,
    '6 no-credential-exposure',
  ],
];

const settings: readonly Case[] = [
  [
    'values in containers of dependencies',
    `container.bind(TYPES.CloudflareApiKey).toConstantValue('${key}');
     container.bind('HetznerToken').toConstantValue('${token.toLowerCase()}');
     container.register('cloudflareApiToken', { useValue: '${token}' });
     const providers = [{ provide: 'CLOUDFLARE_API_TOKEN', useValue: '${token}' }];
     const others = [{ provide: 'SEARCH_TOKEN', useValue: '${token.toLowerCase()}' }];`,
    '1 no-hardcoded-credentials',
    '3 no-hardcoded-credentials',
    '4 no-hardcoded-credentials',
  ],
  [
    'the settings of drizzle-kit for D1',
    `export default { driver: 'd1-http', dbCredentials: { accountId: 'a', databaseId: 'b', token: '${token}' } };
     export const other = { driver: 'turso', dbCredentials: { url: 'libsql://a', authToken: '${token.toLowerCase()}' } };`,
    '1 no-hardcoded-credentials',
  ],
  [
    'loggers that a package or an alias exports',
    `import logger from '@acme/logger';
     import log from '~/server/log';
     import cache from '@acme/cache';
     logger.info(process.env.CF_API_TOKEN);
     log.debug(process.env.CF_API_TOKEN);
     cache.info(process.env.CF_API_TOKEN);`,
    '4 no-credential-exposure',
    '5 no-credential-exposure',
  ],
];

const policies = (groups: string): string =>
  `{ name: 'a', expires_on: end, condition: { request_ip: { in: ips } }, policies: [{ effect: 'allow', permission_groups: ${groups}, resources }] }`;

const groups: readonly Case[] = [
  [
    'all permission groups, collected in a loop',
    `import Cloudflare from 'cloudflare';
     const client = new Cloudflare();
     const ids = [];
     const dns = [];
     for await (const group of client.user.tokens.permissionGroups.list()) ids.push(group.id);
     for await (const group of client.user.tokens.permissionGroups.list()) if (group.name === 'DNS Write') dns.push(group.id);
     export const one = await client.user.tokens.create(${policies('ids.map((id) => ({ id }))')});
     export const two = await client.user.tokens.create(${policies('dns.map((id) => ({ id }))')});
     export const three = await client.user.tokens.create(${policies('ids.filter(isNeeded).map((id) => ({ id }))')});`,
    '7 restrict-token-permissions',
  ],
];

const zones = 'https://api.cloudflare.com/client/v4/zones';
const codes = Array.from(characters(40, alphabets.base62, random(43)), (each) => each.codePointAt(0)).join(', ');

const texts: readonly Case[] = [
  [
    'texts that the standard library makes',
    `import { format } from 'node:util';
     const send = (given) => $fetch('${zones}', { headers: { Authorization: given } });
     send('xxBearer ${token}'.slice(2));
     send('Bearer ${token}, for the zone'.substring(0, 47));
     send(format('Bearer %s', '${token}'));
     $fetch('${zones}', { headers: { Authorization: \`Bearer \${String.fromCharCode(${codes})}\` } });
     send('Bearer ${token}'.slice(2, 9));`,
    '3 no-hardcoded-credentials',
    '4 no-hardcoded-credentials',
    '5 no-hardcoded-credentials',
    '6 no-hardcoded-credentials',
  ],
];

const clients: readonly Case[] = [
  [
    'headers that a loop sets from pairs',
    `const headers = new Headers();
     [['X-Auth-Email', mail], ['X-Auth-Key', key]].forEach(([name, value]) => headers.append(name, value));
     for (const name of ['X-Auth-Email', 'X-Auth-Key']) others[name] = read(name);
     $fetch('${zones}', { headers });
     $fetch('${zones}', { headers: others });`,
    '2 prefer-api-token',
  ],
  [
    'instances of Got that are made from others',
    `import got from 'got';
     const auth = got.extend({ headers: { authorization: 'Bearer ${token}' } });
     const silent = got.extend({ throwHttpErrors: false });
     export const api = got.extend(auth, { prefixUrl: 'https://api.cloudflare.com/client/v4' });
     export const quiet = got.extend(auth, silent, { prefixUrl: 'https://api.cloudflare.com/client/v4' });
     await api.delete('zones/a');
     await quiet.delete('zones/a');`,
    '2 no-hardcoded-credentials',
    '7 no-ignored-auth-failure',
  ],
  [
    'requests of request-promise that resolve anyway',
    `const rp = require('request-promise-native');
     const headers = { Authorization: \`Bearer \${process.env.CF_API_TOKEN}\` };
     await rp({ uri: '${zones}', headers, simple: false });
     await rp({ uri: '${zones}', headers });`,
    '3 no-ignored-auth-failure',
  ],
  [
    'headers of a client that a request takes out',
    `import Cloudflare from 'cloudflare';
     new Cloudflare().zones.list({}, { headers: { Authorization: null, 'X-Auth-Email': mail, 'X-Auth-Key': key } });
     new Cloudflare().zones.list({}, { headers: { Authorization: other, 'X-Auth-Email': mail, 'X-Auth-Key': key } });`,
    '2 prefer-api-token',
    '3 prefer-api-token',
    '3 no-mismatched-auth',
  ],
];

const responses: readonly Case[] = [
  [
    'bodies that are read as text and parsed',
    `const one = async () => JSON.parse(await (await fetch('${zones}', { headers })).text()).result;
     const two = async () => {
       const { success, result } = JSON.parse(await fetch('${zones}', { headers }).then((response) => response.text()));
       return success ? result : fail();
     };
     const three = async () => parse(await (await fetch('${zones}', { headers })).text()).result;
     function four() {
       const response = UrlFetchApp.fetch('${zones}', { headers, muteHttpExceptions: true });
       return JSON.parse(response.getContentText()).result;
     }
     function five() {
       const response = UrlFetchApp.fetch('${zones}', { headers, muteHttpExceptions: true });
       if (response.getResponseCode() > 299) throw new Error('refused');
       return JSON.parse(response.getContentText()).result;
     }
     const six = () => JSON.parse(UrlFetchApp.fetch('${zones}', { headers }).getContentText()).result;`,
    '1 no-ignored-auth-failure',
    '8 no-ignored-auth-failure',
  ],
  [
    'statuses in errors that are swallowed',
    `async function one() {
       try {
         const response = await fetch('${zones}', { headers });
         if (!response.ok) throw new Error(\`refused: \${response.status}\`);
       } catch {}
     }
     async function two() {
       try {
         const response = await fetch('${zones}', { headers });
         if (!response.ok) throw new Error(\`refused: \${response.status}\`);
       } catch (error) {
         console.error(error);
       }
     }
     async function three() {
       try {
         const response = await fetch('${zones}', { headers });
         show(response.status);
       } catch {}
     }`,
    '5 no-ignored-auth-failure',
  ],
  [
    'texts of responses in errors that are swallowed',
    `async function one() {
       try {
         const response = await fetch('${zones}', { headers });
         if (!response.ok) { const text = await response.text(); throw new Error(text); }
       } catch {}
     }
     async function two() {
       try {
         const response = await fetch('${zones}', { headers });
         if (!response.ok) { report(response); throw new Error('refused'); }
       } catch {}
     }`,
    '5 no-ignored-auth-failure',
  ],
  [
    'functions that try again after any error',
    `import Cloudflare from 'cloudflare';
     const client = new Cloudflare();
     async function one(left) {
       try { await client.zones.list(); } catch { if (left > 0) return one(left - 1); }
     }
     async function two(left) {
       try { await client.zones.list(); } catch (error) { if (left === 0) throw error; return two(left - 1); }
     }`,
    '4 no-ignored-auth-failure',
  ],
  [
    'bodies that a callback parses',
    `const request = require('request');
     request('${zones}', { headers }, (error, response, body) => show(JSON.parse(body).result));
     request('${zones}', { headers }, (error, response, body) => show(JSON.parse(body)));`,
    '2 no-ignored-auth-failure',
  ],
  [
    'results that are emptied after a failure',
    `import Cloudflare from 'cloudflare';
     const client = new Cloudflare();
     async function one() {
       let zones;
       try { zones = (await client.zones.list()).result; } catch { zones = []; }
       return zones;
     }
     async function two() {
       let zones;
       try { zones = (await client.zones.list()).result; } catch { zones = []; }
       if (zones.length === 0) throw new Error('no zones');
     }
     async function three() {
       let isKnown = true;
       try { await client.zones.get({ zone_id }); } catch { isKnown = false; }
       return isKnown;
     }`,
    '5 no-ignored-auth-failure',
  ],
];

const exposed: readonly Case[] = [
  [
    'public settings of Nuxt',
    `const { public: { cfToken, cfAccount } } = useRuntimeConfig();
     const other = useRuntimeConfig().cloudflareApiToken;
     const key = useRuntimeConfig().public.turnstile.siteKey;
     const nested = useRuntimeConfig().public.cloudflare.apiToken;`,
    '1 no-credential-exposure',
    '4 no-credential-exposure',
  ],
  [
    'what Cypress logs',
    `cy.log(Cypress.env('CLOUDFLARE_API_TOKEN'));
     cy.visit(Cypress.env('CLOUDFLARE_ZONE'));`,
    '1 no-credential-exposure',
  ],
];

const t = 'process.env.CF_API_TOKEN';

const sinks: readonly Case[] = [
  [
    'what is sent to language models',
    `import OpenAI from 'openai';
     import { generateText } from 'ai';
     const openai = new OpenAI({ apiKey: ${t}, baseURL: 'https://api.cloudflare.com/client/v4/accounts/a/ai/v1' });
     await openai.chat.completions.create({ model: 'm', messages: [{ role: 'user', content: \`Deploy with \${${t}}\` }] });
     await generateText({ model, prompt: 'Deploy', headers: { 'cf-aig-authorization': \`Bearer \${${t}}\` } });
     await openai.chat.completions.create({ model: 'm', messages: [] }, { headers: { Authorization: \`Bearer \${${t}}\` } });`,
    '4 no-credential-exposure',
  ],
  [
    'what is kept in browsers and on phones',
    `import { useLocalStorage } from 'usehooks-ts';
     import { MMKV } from 'react-native-mmkv';
     useLocalStorage('cloudflare_token', ${t});
     useLocalStorage('zone', process.env.CF_ZONE);
     new MMKV().set('cloudflareToken', ${t});`,
    '3 no-credential-exposure',
    '5 no-credential-exposure',
  ],
  [
    'what promises are rejected with',
    `export const one = () => new Promise((resolve, reject) => reject(\`refused: \${${t}}\`));
     export const two = () => new Promise((resolve, reject) => reject(new Error('refused')));`,
    '1 no-credential-exposure',
  ],
  [
    'beacons',
    `navigator.sendBeacon('https://stats.acme.io/b', JSON.stringify({ token: ${t} }));
     navigator.sendBeacon('https://stats.acme.io/b', JSON.stringify({ zone: process.env.CF_ZONE }));`,
    '1 no-credential-exposure',
  ],
  [
    'loggers and trackers',
    `import { debuglog, promisify } from 'node:util';
     import { createWriteStream } from 'node:fs';
     import Bugsnag from '@bugsnag/js';
     const debug = debuglog('app');
     debug('token %s', ${t});
     Bugsnag.addMetadata('app', { token: ${t} });
     createWriteStream('app.log').write(${t});
     promisify(send)(${t});`,
    '5 no-credential-exposure',
    '6 no-credential-exposure',
    '7 no-credential-exposure',
  ],
  [
    'secrets in the settings of Pulumi',
    `import * as pulumi from '@pulumi/pulumi';
     new pulumi.Config('cloudflare').requireSecret('apiToken').apply((value) => console.log(value));
     new pulumi.Config('github').requireSecret('apiToken').apply((value) => console.log(value));`,
    '2 no-credential-exposure',
  ],
  [
    'secrets that SST links',
    `import { Resource } from 'sst';
     console.log(Resource.CloudflareApiToken.value);
     console.log(Resource.Bucket.name);`,
    '2 no-credential-exposure',
  ],
];

const responders: readonly Case[] = [
  [
    'what functions of servers respond with',
    `import middy from '@middy/core';
     import { AutoRouter } from 'itty-router';
     import { onCall } from 'firebase-functions/v2/https';
     import { os } from '@orpc/server';
     export const one = middy(async () => ({ statusCode: 200, body: JSON.stringify({ token: ${t} }) }));
     export const two = onCall(() => ({ token: ${t} }));
     export const three = os.handler(() => ({ token: ${t} }));
     AutoRouter().get('/', () => ({ token: ${t} }));
     export const four = onCall(() => ({ isSet: Boolean(${t}) }));`,
    '5 no-credential-exposure',
    '6 no-credential-exposure',
    '7 no-credential-exposure',
    '8 no-credential-exposure',
  ],
  [
    'headers of Elysia',
    `import { Elysia } from 'elysia';
     new Elysia().get('/', ({ set }) => { set.headers['x-token'] = ${t}; return 'ok'; });`,
    '2 no-credential-exposure',
  ],
];

it.each([
  ['components of Lit', 'list.ts', `import { LitElement } from 'lit';\nexport const cloudflareApiToken = '${token}';`],
  [
    'settings of Angular',
    'src/environments/environment.ts',
    `export const environment = { production: true, cloudflareApiToken: '${token}' };`,
  ],
])('suggests no variable of the environment in %s', (_, path, code) => {
  const [message] = lint(code, plugin.configs.strict.rules as Linter.RulesRecord, path);
  expect(message?.ruleId).toBe('cloudflare-auth/no-hardcoded-credentials');
  expect(message?.suggestions ?? []).toEqual([]);
});

it.each([...sinks, ...responders, ...responses, ...exposed, ...texts, ...clients, ...callbacks, ...events, ...settings, ...groups])(
  '%s',
  (_, body, ...expected) => {
    expect(found('program.ts', `// cloudflare\n${body}`)).toEqual(expected);
  },
);
