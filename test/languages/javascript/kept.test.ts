/** Credentials that one part of a program keeps or injects for another, and settings that packages read, with near misses. */
import { expect, it } from 'vitest';
import { alphabets, characters, random } from '../../made-up/credentials.js';
import { found } from '../found.js';

const token = characters(40, alphabets.base62, random(51));

type Case = readonly [name: string, body: string, ...expected: readonly string[]];

const kept: readonly Case[] = [
  [
    'in an object of a package',
    `const client = new Client();
     client.cf = { token: process.env.CF_API_TOKEN, zone: process.env.CF_ZONE };
     client.on('ready', () => console.log(client.cf.zone, client.user));
     client.on('debug', () => console.log(client.cf.token));`,
    '4 no-credential-exposure',
  ],
  [
    'in an AsyncLocalStorage',
    `import { AsyncLocalStorage } from 'node:async_hooks';
     const storage = new AsyncLocalStorage();
     export const run = (id, next) => storage.run({ id, token: process.env.CF_API_TOKEN }, next);
     export const trace = () => console.log(storage.getStore()?.id);
     export const debug = () => console.log(storage.getStore()?.token);`,
    '5 no-credential-exposure',
  ],
  [
    'in a context that a middleware of tRPC extends',
    `import { initTRPC } from '@trpc/server';
     const withToken = initTRPC.create().procedure.use(({ ctx, next }) => next({ ctx: { ...ctx, cf: { token: process.env.CF_API_TOKEN, zone: process.env.CF_ZONE } } }));
     export const zone = withToken.query(({ ctx }) => ctx.cf.zone);
     export const all = withToken.query(({ ctx }) => ctx.cf);`,
    '4 no-credential-exposure',
  ],
  [
    'in a context of which the type is that of a function',
    `import { initTRPC } from '@trpc/server';
     const create = async () => ({ secret: process.env.CF_API_TOKEN, zone: process.env.CF_ZONE });
     type Context = Awaited<ReturnType<typeof create>>;
     type Other = Other;
     export const other = initTRPC.context<Other>().create();
     const { procedure } = initTRPC.context<Context>().create();
     export const zone = procedure.query(({ ctx }) => ctx.zone);
     export const all = procedure.query(({ ctx }) => ctx.secret);`,
    '8 no-credential-exposure',
  ],
  [
    'in an object literal that a framework adds a logger to',
    `module.exports = {
       settings: { token: process.env.CF_API_TOKEN, zone: process.env.CF_ZONE },
       created() { this.logger.info('zone', this.settings.zone); },
       started() { this.logger.info('token', this.settings.token); },
     };`,
    '4 no-credential-exposure',
  ],
  [
    'in a container of Awilix',
    `import { asValue, createContainer } from 'awilix';
     createContainer().register({ cloudflareToken: asValue('${token}'), pageToken: asValue('${token.toLowerCase()}') });`,
    '2 no-hardcoded-credentials',
  ],
  [
    'under a token of Angular',
    `import { InjectionToken } from '@angular/core';
     const TOKEN = new InjectionToken('Cloudflare API token');
     const LABEL = new InjectionToken('Label');
     export const providers = [{ provide: LABEL, useValue: '${token.toLowerCase()}' }, { provide: 'ZONE', useValue: 'a' }];
     export const own = [{ provide: TOKEN, useValue: '${token}' }];`,
    '5 no-hardcoded-credentials',
  ],
  [
    'in a parameter that is injected by name',
    `import { Inject } from '@nestjs/common';
     export class Zones {
       constructor(@Inject('CF_API_TOKEN') private readonly token: string, @Inject('CF_ZONE') private readonly zone: string) {}
       zone() { console.log(this.zone, Boolean(this.token)); }
       debug() { console.log(this.token); }
     }`,
    '5 no-credential-exposure',
  ],
];

const settings: readonly Case[] = [
  [
    'env-var',
    `import env from 'env-var';
     export const zone = env.get('CF_ZONE').default('${token.toLowerCase()}').asString();
     export const own = env.get('CF_API_TOKEN').default('${token}').asString();
     console.log(env.get('PORT').required().asPortNumber());
     console.log(env.get('CF_API_TOKEN').required().asString());
     export const cf = new (await import('cloudflare')).default({ apiEmail: 'a@example.com', apiKey: env.get('CLOUDFLARE_API_KEY').required().asString() });`,
    '3 no-hardcoded-credentials',
    '5 no-credential-exposure',
    '6 prefer-api-token',
  ],
  [
    'options of commander that are read from the environment',
    `import { Command, Option } from 'commander';
     const program = new Command();
     program.addOption(new Option('-t, --token <token>', 'what to send').env('CF_API_TOKEN').makeOptionMandatory());
     const { token, zone } = program.parse().opts();
     console.log(zone, token ? 'set' : 'missing');
     console.log(program.opts().token);`,
    '6 no-credential-exposure',
  ],
  [
    'options of commander for something else',
    `import { Command } from 'commander';
     const program = new Command().option('-t, --token <token>', 'Grafana token').option('--cloudflare-zone <id>');
     console.log(program.parse().opts().token);`,
  ],
  [
    'secrets of Firebase',
    `import { defineSecret, defineString } from 'firebase-functions/params';
     const secret = defineSecret('CLOUDFLARE_API_TOKEN');
     const zone = defineString('CLOUDFLARE_ZONE');
     console.log(zone.value(), Boolean(secret.value()));
     console.log(secret.value());`,
    '5 no-credential-exposure',
  ],
  [
    'the configuration of Fastify',
    `import Fastify from 'fastify';
     const fastify = Fastify();
     fastify.log.info(fastify.config.PORT);
     fastify.log.info(fastify.config.CF_API_TOKEN);`,
    '4 no-credential-exposure',
  ],
  [
    'properties that are defined and read by name',
    `Object.defineProperty(config, 'cloudflareToken', { value: '${token}' });
     Object.defineProperty(config, 'pageToken', { value: '${token.toLowerCase()}' });
     console.log(Reflect.get(process.env, 'CF_ZONE'));
     console.log(Reflect.get(process.env, 'CF_API_TOKEN'));`,
    '1 no-hardcoded-credentials',
    '4 no-credential-exposure',
  ],
  [
    'headers of SvelteKit',
    `export const handle = ({ event, resolve }) => {
       event.setHeaders({ 'x-zone': process.env.CF_ZONE });
       event.setHeaders({ 'x-token': process.env.CF_API_TOKEN });
       return resolve(event);
     };`,
    '3 no-credential-exposure',
  ],
];

const leaving: readonly Case[] = [
  [
    'secrets of a Worker that are globals',
    `addEventListener('fetch', (event) => {
       event.respondWith(new Response(CF_ZONE));
       event.respondWith(new Response(CF_API_TOKEN));
       event.waitUntil(fetch('https://api.cloudflare.com/client/v4/zones', { headers: { Authorization: 'Bearer ' + CF_API_TOKEN } }).then(console.log));
     });`,
    '3 no-credential-exposure',
  ],
  [
    'streams that clients read',
    `import { streamSSE } from 'hono/streaming';
     export const a = (c) => streamSSE(c, async (stream) => { await stream.writeSSE({ data: c.env.ZONE }); });
     export const b = (c) => streamSSE(c, async (stream) => { await stream.writeSSE({ data: c.env.CF_API_TOKEN }); });
     export const d = new ReadableStream({ start(controller) { controller.enqueue(process.env.CF_ZONE); } });
     export const e = new ReadableStream({ start(controller) { controller.enqueue(new TextEncoder().encode(process.env.CF_API_TOKEN)); } });
     createEventStream(event).push(process.env.CF_API_TOKEN);
     list.push(process.env.CF_API_TOKEN);`,
    '3 no-credential-exposure',
    '5 no-credential-exposure',
    '6 no-credential-exposure',
  ],
  [
    'addresses in the history of a browser',
    `history.replaceState({}, '', '?zone=' + import.meta.env.ZONE);
     history.replaceState({}, '', '?token=' + localStorage.getItem('cloudflareApiToken'));`,
    '2 no-credential-exposure',
  ],
  [
    'warnings of Node.js, and JSON that fs-extra writes',
    `import fs from 'fs-extra';
     process.emitWarning('bad token ' + process.env.CF_API_TOKEN);
     process.emitWarning('CF_API_TOKEN is deprecated');
     fs.outputJsonSync('dist/settings.json', { token: process.env.CF_API_TOKEN });
     fs.outputJsonSync('dist/settings.json', { zone: process.env.CF_ZONE });`,
    '2 no-credential-exposure',
    '4 no-credential-exposure',
  ],
];

it.each([...kept, ...settings, ...leaving])('%s', (_, body, ...expected) => {
  expect(found('program.ts', `// cloudflare\n${body}`)).toEqual(expected);
});
