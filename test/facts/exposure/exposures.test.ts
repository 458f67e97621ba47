import { describe, expect, it } from 'vitest';
import { exposures } from '../../../src/facts/exposure/exposures.js';
import { lint, pointedAt } from '../../lint.js';
import { javascript } from '../../models/program.js';

function told(code: string, path = 'program.ts'): readonly string[] {
  const file = javascript(`/* cloudflare */ ${code}`, { path });
  return exposures(file).map(
    ({ at, how, variable, by, revealed }) =>
      `${how} ${variable} ${by}${revealed === Infinity ? '' : ` ${String(revealed)}`} | ${file.text.slice(at.start, at.end)}`,
  );
}

const T = 'process.env.CF_API_TOKEN';
const K = 'process.env.CLOUDFLARE_API_KEY';
const client = `import Cloudflare from 'cloudflare'; const c = new Cloudflare({ apiToken: t });`;
const caught = (program: string): string =>
  `import axios from 'axios'; try { await axios.get('https://api.cloudflare.com/client/v4/zones', { headers: { Authorization: \`Bearer \${token}\` } }); } catch (e) { ${program} }`;

/** What is told of parts of credentials that are logged. */
function cut(...parts: readonly (readonly [text: string, revealed?: number])[]): readonly string[] {
  return parts.map(([text, revealed]) =>
    [
      'log',
      text.includes('KEY') ? 'CLOUDFLARE_API_KEY' : 'CF_API_TOKEN',
      'console.log',
      ...(revealed === undefined ? [] : [revealed]),
      '|',
      text,
    ].join(' '),
  );
}
const cloudflare = 'https://api.cloudflare.com/client/v4';
const sdk = `import Cloudflare from 'cloudflare'; const client = new Cloudflare();`;

const c0 = `const c = { token: ${T}, zone: 'acme.example' };`;

const table: readonly (readonly [code: string, ...expected: readonly string[]])[] = [
  // what is masked, taken out or overwritten before it is shown
  ...[
    `console.log({ ...config, token: '***' })`,
    `console.log(Object.assign({}, config, { token: undefined }))`,
    `const copy = structuredClone(config); copy.token = '***'; console.log(copy)`,
    `const copy = { ...config }; delete copy.token; console.log(copy)`,
    `const { token, ...rest } = config; console.log(rest)`,
    `console.log(JSON.stringify(config, ['zone']))`,
    `console.log(JSON.stringify(config, (key, value) => (key === 'token' ? undefined : value)))`,
    `import { hidden } from './hide'; console.log(JSON.stringify(config, hidden))`,
    `const copy = new Headers(config); copy.delete('token'); console.log([...copy])`,
    `import pino from 'pino'; const log = pino({ redact: ['token'] }).child({ app: 1 }); log.info(config)`,
  ].map((code): readonly [string] => [`const config = { token: ${T}, zone: 'a' }; ${code}`]),
  ...[
    `import pino from 'pino'; const log = pino({ redact: ['*.token', 'zones[*].id'] }); log.info({ config })`,
    `import pino from 'pino'; const log = pino({ redact: { paths: ['token'], remove: true } }); log.info(config)`,
    `import pino from 'pino'; const log = pino({ redact: ['config["token"]'] }); log.info({ config })`,
    `import pino from 'pino'; const log = pino({ redact: ['list[*].token'] }); log.info({ list: [config] })`,
    `import pino from 'pino'; import { paths } from './paths'; const log = pino({ redact: paths }); log.info(config)`,
    `import pino from 'pino'; import { paths } from './paths'; const log = pino({ redact: ['zone', ...paths] }); log.info(config)`,
    `import pino from 'pino'; const log = pino({ redact: ['zone'], formatters: { log: hide } }); log.info(config)`,
    `import pino from 'pino'; const log = pino({ redact: ['zone'] }); const sub = log.child({}, { redact: ['token'] }); sub.info(config)`,
    `import { Logger } from 'tslog'; const log = new Logger({ maskValuesOfKeys: ['password'] }); log.info(config)`,
  ].map((code): readonly [string] => [`const config = { token: ${T}, zone: 'a' }; ${code}`]),
  ...[
    [`pino({ redact: ['zone', 'headers.token'] })`, 'config'],
    [`pino({ redact: { paths: ['*.token'], remove: true } })`, 'config'],
    [`pino({ redact: ['token'] })`, '{ config }'],
    [`pino({ redact: [] })`, 'config'],
    [`pino({ redact: ['Token'] })`, 'config'],
  ].map(([logger = '', shown = '']): readonly [string, string] => [
    `import pino from 'pino'; const config = { token: ${T}, zone: 'a' }; const log = ${logger}; log.info(${shown})`,
    `log CF_API_TOKEN log.info | config`,
  ]),
  // what the functions of a logger's options do
  ...(
    [
      [`pino({ serializers: { config: (c) => c.zone } })`, '{ config }'],
      [`pino({ serializers: { config: (c) => c.zone } })`, '{ settings: config }', 'settings: config'],
      [`pino({ serializers: { err: pino.stdSerializers.err } })`, '{ err: config }', 'err: config'],
      [`pino({ serializers })`, '{ config }'],
      [`pino({ redact: ['config.key'], serializers: { config: (c) => c.zone } })`, '{ config }'],
      [`pino({ formatters: { log: (entry) => redact(entry) } })`, 'config'],
      [`pino({ formatters: { level: (label) => ({ level: label }) } })`, 'config', 'config'],
      [`bunyan.createLogger({ name: 'a', serializers: { config: (c) => c.zone } })`, '{ config }'],
      [`bunyan.createLogger({ name: 'a', serializers: bunyan.stdSerializers })`, '{ err: config }'],
      [`bunyan.createLogger({ name: 'a' })`, '{ config }', 'config'],
      [`winston.createLogger({ format: combine(timestamp(), json()) })`, `'config', config`, 'config'],
      [
        `winston.createLogger({ format: combine(winston.format((info) => { delete info.token; return info; })(), json()) })`,
        `'config', config`,
      ],
      [
        `winston.createLogger({ format: combine(winston.format((info) => { delete info.token; return info; })(), json()) })`,
        'config.token',
        'config.token',
      ],
      [
        `winston.createLogger({ format: winston.format((info) => ({ ...info, message: info.message.replace(config.token, '***') }))() })`,
        'config.token',
      ],
      [`winston.createLogger({ format: redact() })`, `'config', config`],
      ['winston.createLogger({ format: winston.format.printf(({ level, message }) => `${level} ${message}`) })', `'config', config`],
      ['winston.createLogger({ format: winston.format.printf((info) => `${info.level} ${info.message}`) })', `'config', config`],
      ['winston.createLogger({ format: winston.format.printf((info) => JSON.stringify(info)) })', `'config', config`, 'config'],
      ['winston.createLogger({ format: winston.format.printf((info) => show(info)) })', `'config', config`, 'config'],
      [
        'winston.createLogger({ format: winston.format.printf(({ message, ...rest }) => `${message} ${Object.values(rest)}`) })',
        `'config', config`,
        'config',
      ],
      ['winston.createLogger({ format: winston.format.printf(({ message }) => message) })', 'config.token', 'config.token'],
      [
        'winston.createLogger({ transports: [new winston.transports.Console({ format: winston.format.printf(({ message }) => message) })] })',
        `'config', config`,
      ],
    ] as const
  ).map(([logger, shown, found]): readonly [string, ...string[]] => [
    `import pino from 'pino'; import bunyan from 'bunyan'; import winston from 'winston'; import { redact } from './redact'; const { combine, json, timestamp } = winston.format; const config = { token: ${T}, zone: 'a' }; const log = ${logger}; log.info(${shown})`,
    ...(found === undefined ? [] : [`log CF_API_TOKEN log.info | ${found}`]),
  ]),
  ...(
    [
      [`bunyan.createLogger({ name: 'a', serializers: bunyan.stdSerializers })`, 'log.error({ err: e });'],
      [`bunyan.createLogger({ name: 'a' })`, 'log.error(e);'],
      [`bunyan.createLogger({ name: 'a' })`, 'log.error({ err: e });', 'e'],
      [`pino({ serializers: { err: (e) => e.message } })`, 'log.error({ err: e });'],
      [`pino({ serializers: { err: pino.stdSerializers.err } })`, 'log.error({ err: e });', 'e'],
    ] as const
  ).map(([logger, code, found]): readonly [string, ...string[]] => [
    `import pino from 'pino'; import bunyan from 'bunyan'; const log = ${logger}; ${caught(code)}`,
    ...(found === undefined ? [] : [`caught e.config.headers log.error | ${found}`]),
  ]),
  // the other end of a WebSocket in a Worker
  ...[
    `const { 0: client, 1: server } = new WebSocketPair();`,
    `const pair = new WebSocketPair(); const [client, server] = Object.values(pair);`,
  ].map((made): readonly [string, ...string[]] => [
    `export default { fetch(request, env) { ${made} server.send(env.CF_API_TOKEN); return new Response(null, { webSocket: client }); } };`,
    'response CF_API_TOKEN server.send | env.CF_API_TOKEN',
  ]),
  // the message of an assertion
  [
    `import assert from 'node:assert'; const t = ${T}; assert(t, 'missing'); assert.equal(t, 'x'); assert(t.length > 9, t); assert.match(t, /^x/, t);`,
    'error CF_API_TOKEN node:assert | t',
    'error CF_API_TOKEN match | t',
  ],
  // what is spread into an object
  [`const env = { ...process.env, CI: '1' }; console.log(env.CF_API_TOKEN, env.CI);`, 'log CF_API_TOKEN console.log | env.CF_API_TOKEN'],
  [
    `${sdk} class Plugin { async load() { this.settings = Object.assign({}, { token: '' }, await this.loadData()); } check() { new Cloudflare({ apiToken: this.settings.token }); console.log(this.settings); } }`,
    'log token console.log | this.settings',
  ],
  [
    `import { dialog } from 'electron'; dialog.showErrorBox('refused', ${T}); import { info } from '@tauri-apps/plugin-log'; info(${T}); const logger = require('firebase-functions/logger'); logger.debug(${T});`,
    ...['dialog.showErrorBox', 'info', 'debug'].map((by) => `log CF_API_TOKEN ${by} | ${T}`),
  ],
  // what a class exposes of the token that it sends, once
  [
    `class Dns { static make() { return new Dns(${T}); } constructor(token) { this.token = token; } async get() { const r = await fetch('${cloudflare}/zones', { headers: { Authorization: 'Bearer ' + this.token } }); if (!r.ok) throw new Error(this.token); } }`,
    'error token Error | this.token',
  ],
  // a name that only a product of Cloudflare's has
  [
    `module.exports = { token: process.env.CF_IMAGES_TOKEN }; console.log(process.env.CF_IMAGES_TOKEN);`,
    'log CF_IMAGES_TOKEN console.log | process.env.CF_IMAGES_TOKEN',
  ],
  // loggers that any package makes
  [
    `import { Logger } from '@aws-lambda-powertools/logger'; const log = new Logger(); log.debug('with', { token: ${T} });`,
    `log CF_API_TOKEN log.debug | ${T}`,
  ],
  [`import { createLogger } from './logging'; createLogger('dns').warn(${T});`, `log CF_API_TOKEN createLogger.warn | ${T}`],
  [`exports.onPostBuild = async ({ reporter }) => { reporter.verbose(${T}); };`, `log CF_API_TOKEN reporter.verbose | ${T}`],
  // the JSON of what a call returns, within a text
  [
    `${sdk} import { load } from './load'; const all = await load(); new Cloudflare({ apiToken: all.token }); console.log(\`all: \${JSON.stringify(all)}\`, 'all: ' + JSON.stringify(all, null, 2));`,
    'log token console.log | JSON.stringify(all)',
    'log token console.log | JSON.stringify(all, null, 2)',
  ],
  // a function of a table, selected by an unknown key
  ...['shows[kind]', 'shows[kind]?.', 'byName.get(kind)?.'].map((callee): readonly [string, string] => [
    `const show = (token) => { console.log('with', token); }; const shows = { show, size: (token) => token.length }; const byName = new Map([['show', show]]); export const run = (kind) => ${callee}(${T});`,
    `log CF_API_TOKEN console.log | ${T}`,
  ]),
  [
    `const shows = { size: (token) => console.log(token.length), name: (_, name) => console.log(name) }; export const run = (kind) => shows[kind](${T}, 'zone');`,
  ],
  [`const shows = { show: (token) => console.log(token) }; export const run = (kind) => shows.other?.(${T});`],
  ...[
    `console.log({ token: '***', ...config })`,
    `if (ci) config.token = '***'; console.log(config)`,
    `if (ci) delete config.token; console.log(config)`,
    `console.log(config); config.token = '***'`,
    `console.log(JSON.stringify(config, ['zone', 'token']))`,
    `console.log(JSON.stringify(config, (_, value) => (typeof value === 'bigint' ? String(value) : value)))`,
    `const copy = new Headers(config); copy.append('token', 'b'); console.log(copy)`,
  ].map((code): readonly [string, string] => [
    `const config = { token: ${T}, zone: 'a' }; ${code}`,
    `log CF_API_TOKEN console.log | ${/console\.log\((.*?)\)(?:;|$)/.exec(code)?.[1] ?? ''}`,
  ]),
  // headers, cookies and redirects
  [`function f(req, res) { res.cookie('t', ${T}); }`, `response CF_API_TOKEN res.cookie | ${T}`],
  [`function f(req, res) { res.set({ a: ${T} }); }`, `response CF_API_TOKEN res.set | ${T}`],
  [`app.get('/', (c) => c.redirect(\`/?t=\${${T}}\`))`, `response CF_API_TOKEN c.redirect | ${T}`],
  [`app.get('/', (c) => c.set('t', ${T}))`],
  [`import Koa from 'koa'; new Koa().use((ctx) => ctx.set('t', ${T}))`, `response CF_API_TOKEN ctx.set | ${T}`],
  [`const response = new Response('ok'); response.headers.append('t', ${T})`, `response CF_API_TOKEN headers.append | ${T}`],
  [`const request = new Request('https://api.cloudflare.com'); request.headers.set('t', ${T})`],
  [`Response.redirect('/?t=' + ${T})`, `response CF_API_TOKEN Response.redirect | ${T}`],
  [`import { cookies } from 'next/headers'; (await cookies()).set('t', ${T})`, `response CF_API_TOKEN cookies.set | ${T}`],
  [`import { redirect } from '@sveltejs/kit'; redirect(303, '/?t=' + ${T})`, `response CF_API_TOKEN redirect | ${T}`],
  [`setCookie(event, 't', ${T})`, `response CF_API_TOKEN setCookie | ${T}`],
  // sockets and messages, by what the file imports
  [`import { Server } from 'socket.io'; new Server().on('connection', (s) => s.emit('t', ${T}))`, `response CF_API_TOKEN s.emit | ${T}`],
  [`events.on('connection', (s) => s.emit('t', ${T}))`],
  [
    `import 'ws'; import { WebSocketServer } from 'ws'; new WebSocketServer().on('c', (ws) => ws.send(${T}))`,
    `response CF_API_TOKEN ws.send | ${T}`,
  ],
  // Electron's page can read what its preload script exposes, what the main process sends, and what its handlers return.
  ...(
    [
      [`contextBridge.exposeInMainWorld('app', { token: ${T} })`, `storage CF_API_TOKEN contextBridge.exposeInMainWorld | ${T}`],
      [`contextBridge.exposeInMainWorld('app', { token: () => ${T} })`, `response CF_API_TOKEN exposeInMainWorld | ${T}`],
      [`contextBridge.exposeInMainWorld('app', { save: (token) => ipcRenderer.invoke('save', token), isSet: Boolean(${T}) })`],
      [`ipcMain.handle('token', async () => ${T})`, `response CF_API_TOKEN handle | ${T}`],
      [`ipcMain.handle('has-token', () => ${T} !== undefined)`],
      [`ipcMain.handle('save', (event, token) => { keep(token); return true; })`],
      [`new BrowserWindow().webContents.send('token', ${T})`, `storage CF_API_TOKEN BrowserWindow.send | ${T}`],
      [`ipcMain.on('token', (event) => { event.sender.send('token', ${T}); })`, `storage CF_API_TOKEN sender.send | ${T}`],
    ] as const
  ).map(([code, ...expected]): readonly [string, ...string[]] => [
    `import { BrowserWindow, contextBridge, ipcMain, ipcRenderer } from 'electron'; ${code}`,
    ...expected,
  ]),
  [
    `import * as vscode from 'vscode'; const out = vscode.window.createOutputChannel('dns'); out.appendLine(${T}); vscode.window.showInformationMessage(${T});`,
    `log CF_API_TOKEN out.appendLine | ${T}`,
    `log CF_API_TOKEN window.showInformationMessage | ${T}`,
  ],
  [
    `import { EmbedBuilder } from 'discord.js'; new EmbedBuilder().setTitle('Settings').addFields({ name: 'Token', value: ${T} });`,
    `message CF_API_TOKEN EmbedBuilder.addFields | ${T}`,
  ],
  [
    `import * as Sentry from '@sentry/node'; Sentry.withScope((scope) => { scope.setContext('cloudflare', { token: ${T} }); });`,
    `tracker CF_API_TOKEN scope.setContext | ${T}`,
  ],
  [
    `import { AccountApiToken } from 'alchemy/cloudflare'; const made = await AccountApiToken('r2', { name: 'r2' }); console.log(made.value, made.value.unencrypted);`,
    `log AccountApiToken.value.unencrypted console.log | made.value.unencrypted`,
  ],
  [`import { Telegraf } from 'telegraf'; new Telegraf(t).command('a', (ctx) => ctx.reply(${T}))`, `message CF_API_TOKEN ctx.reply | ${T}`],
  [`import { App } from '@slack/bolt'; new App().command('a', ({ say }) => say(${T}))`, `message CF_API_TOKEN say | ${T}`],
  [
    `import { getOctokit } from '@actions/github'; getOctokit(t).rest.issues.createComment({ body: ${T} })`,
    `message CF_API_TOKEN getOctokit.createComment | ${T}`,
  ],
  [`import * as core from '@actions/core'; core.summary.addRaw(${T})`, `log CF_API_TOKEN summary.addRaw | ${T}`],
  // what is kept under the name of a secret
  [`function f(value) { localStorage.setItem('cloudflareApiToken', value); }`, `storage cloudflareApiToken localStorage.setItem | value`],
  [
    `function f(value) { localStorage.setItem('cloudflareApiToken', ''); localStorage.setItem('cloudflareZone', value); localStorage.setItem('cloudflareApiToken', mask(value)); }`,
  ],
  // helpers: told of where they are given it
  [`class Log { info(text, more) { console.log(text, more); } } new Log().info('t', ${T})`, `log CF_API_TOKEN console.log | ${T}`],
  [
    `const write = (text) => process.stdout.write(text); const info = (text) => write('i ' + text); info('t ' + ${T})`,
    `log CF_API_TOKEN stdout.write | ${T}`,
  ],
  [`function show() { console.log(${T}); } show(); show();`, `log CF_API_TOKEN console.log | ${T}`],
  [
    `function ok(res, data) { res.json({ data }); } function f(res) { ok(res, { t: ${T} }); ok(res, { zone: 1 }); }`,
    `response CF_API_TOKEN res.json | ${T}`,
  ],
  [`const log = (m) => console.log(m); function main() { log(${T}); } main();`, `log CF_API_TOKEN console.log | ${T}`],
  [
    `const log = (m) => console.log(m); const warn = (m) => log(m); function main() { warn(${T}); } main(); main();`,
    `log CF_API_TOKEN console.log | ${T}`,
  ],
  // one object in several places is one finding, where it is given the credential
  [`const all = { t: ${T} }; function f(res) { res.json(all); res.send(all); }`, `response CF_API_TOKEN res.json | t: ${T}`],
  [`const all = { t: ${T} }; function f(res) { res.json(all); }`, `response CF_API_TOKEN res.json | all`],
  [`const t = ${T}; console.log(t); console.log(t, 1)`, `log CF_API_TOKEN console.log | t`, `log CF_API_TOKEN console.log | t`],
  // what a logger of another file does with errors is not known
  [caught(`log.error(e); logger.error(e); this.log.warn(e)`)],
  [caught(`require('./log').error(e)`)],
  [
    caught(`console.error(e)`).replace('${token}', '${import.meta.env.VITE_CF_API_TOKEN}'),
    'public VITE_CF_API_TOKEN VITE_CF_API_TOKEN | import.meta.env.VITE_CF_API_TOKEN',
  ],
  [caught(`require('pino')().error(e)`), `caught e.config.headers pino.error | e`],
  // what holds a credential: checked environments, requests before they are sent, clients, what a store gives
  [
    `import { z } from 'zod'; const env = z.object({ CF_API_TOKEN: z.string() }).strict().parse(process.env); console.log(env); console.log(env.PORT)`,
    `log CF_API_TOKEN console.log | env`,
  ],
  [
    `const env = createEnv({ server: { CF_API_TOKEN: str() }, runtimeEnv: process.env }); console.log(env)`,
    `log CF_API_TOKEN console.log | env`,
  ],
  [
    `import * as v from 'valibot'; const env = v.parse(v.object({ CF_API_TOKEN: v.string() }), process.env); console.log(env); console.log(env.PORT)`,
    `log CF_API_TOKEN console.log | env`,
  ],
  [
    `import { type } from 'arktype'; const Env = type({ CF_API_TOKEN: 'string' }); const env = Env(process.env); console.log(env, Env.assert(process.env).CF_API_TOKEN)`,
    `log CF_API_TOKEN console.log | env`,
    `log CF_API_TOKEN console.log | Env.assert(process.env).CF_API_TOKEN`,
  ],
  [
    `import { Schema } from 'effect'; const env = Schema.decodeUnknownSync(Schema.Struct({ CF_API_TOKEN: Schema.String }))(process.env); console.log(env)`,
    `log CF_API_TOKEN console.log | env`,
  ],
  [
    `import envSchema from 'env-schema'; console.log(envSchema({ schema: { type: 'object', properties: { CF_API_TOKEN: { type: 'string' } } } }))`,
    `log CF_API_TOKEN console.log | envSchema({ schema: { type: 'object', properties: { CF_API_TOKEN: { type: 'string' } } } })`,
  ],
  [
    `const { value, error } = Joi.object({ CF_API_TOKEN: Joi.string() }).validate(process.env); console.log(error, value)`,
    `log CF_API_TOKEN console.log | value`,
  ],
  [
    `const r = z.object({ CF_API_TOKEN: z.string() }).safeParse(process.env); console.log(r.data, r.success, r.error)`,
    `log CF_API_TOKEN console.log | r.data`,
  ],
  [
    `const c = await containers.create({ env: { CF_API_TOKEN: t } }); console.log(c, JSON.parse(x({ CF_API_TOKEN: y() })), check({ CF_API_TOKEN: ${T} }))`,
  ],
  [`const env = loadEnv(mode, dir, ''); use(env.CF_API_TOKEN); console.log(env)`, `log CF_API_TOKEN console.log | env`],
  [
    `const r = new Request('${cloudflare}', { headers: { Authorization: \`Bearer \${t}\` } }); console.log([...r.headers], Object.fromEntries(r.headers), r.url)`,
    `log headers console.log | r.headers`,
    `log headers console.log | r.headers`,
  ],
  [
    `import axios from 'axios'; const a = axios.create({ baseURL: '${cloudflare}', headers: { Authorization: \`Bearer \${t}\` } }); a.interceptors.request.use((c) => { console.log(c.headers); console.log(c.url); return c; }); a.interceptors.response.use((r) => { console.log(r.config); return r; })`,
    `log c.headers console.log | c.headers`,
    `log r.config console.log | r.config`,
  ],
  [`${client} console.log(c.apiToken, c.baseURL)`, `log apiToken console.log | c.apiToken`],
  [
    `const s = await vault.read('secret/data/cloudflare'); console.log(s.data.data.api_token, s.data.data.zone)`,
    `log cloudflare/api_token console.log | s.data.data.api_token`,
  ],
  // what Cloudflare has just issued, alone or in its answer
  [
    `${sdk} const t = await client.user.tokens.create(p); console.log(t); console.log(t.id); console.log(\`\${t}\`)`,
    `log tokens.create().value console.log | t`,
  ],
  [
    `const r = await fetch('${cloudflare}/user/tokens', { method: 'POST', headers: h, body: b }); const j = await r.json(); console.log(j); console.log(j.result); console.log(j.errors, j.result.id, r)`,
    `log result.value console.log | j`,
    `log result.value console.log | j.result`,
  ],
  // what is added to a URL, and what promises bring
  [
    `const url = new URL('https://acme.io/a'); url.searchParams.set('t', ${T}); url.searchParams.set('zone', zone); fetch(url)`,
    `url CF_API_TOKEN acme.io | ${T}`,
  ],
  [`const url = new URL('https://acme.io/a'); other.searchParams.set('t', ${T}); fetch(url)`],
  [`${sdk} client.user.tokens.create(p).then((t) => console.log(t.value))`, `log tokens.create().value console.log | t.value`],
  [
    `fetch('${cloudflare}/user/tokens', { method: 'POST', headers: h, body: b }).then((r) => { check(r); return r.json(); }).then((j) => console.log(j.result.value, j.result.id))`,
    `log result.value console.log | j.result.value`,
  ],
  // what is opened in browsers and windows
  [
    `import open from 'open'; await open(\`https://acme.io/#\${${T}}\`); open(process.env.CLOUDFLARE_DEPLOY_HOOK_URL)`,
    `url CF_API_TOKEN open | ${T}`,
  ],
  [
    `import { BrowserWindow } from 'electron'; const main = new BrowserWindow({}); main.loadURL('https://acme.io/?t=' + ${T})`,
    `url CF_API_TOKEN main.loadURL | ${T}`,
  ],
  [
    `import type { Page } from 'puppeteer'; export const visit = (page: Page) => page.goto(\`https://acme.io/?t=\${${T}}\`)`,
    `url CF_API_TOKEN page.goto | ${T}`,
  ],
  [`location.href = '/next?t=' + ${T}; link.href = '/next?t=' + ${T}`, `url CF_API_TOKEN location.href | ${T}`],
  [`window.location = '/next?t=' + ${T}; map.location = ${T}`, `url CF_API_TOKEN window.location | ${T}`],
  // what frameworks, scripts of workflows and spinners are handed
  [
    `import type { HttpContext } from '@adonisjs/core/http'; export const show = ({ response }: HttpContext) => response.ok({ t: ${T} })`,
    `response CF_API_TOKEN response.ok | ${T}`,
  ],
  [`export const show = ({ response }) => response.ok({ t: ${T} })`],
  [
    `module.exports = async ({ core }) => { core.setFailed(${T}); core.setOutput('t', ${T}); }`,
    `log CF_API_TOKEN core.setFailed | ${T}`,
    `output CF_API_TOKEN core.setOutput | ${T}`,
  ],
  [
    `import ora from 'ora'; const spin = ora('verify').start(); spin.fail(${T}); spin.text = ${T}`,
    `log CF_API_TOKEN spin.fail | ${T}`,
    `log CF_API_TOKEN spin.text | ${T}`,
  ],
  // Secrets Store
  [`import boxen from 'boxen'; console.log(boxen(${T}))`, `log CF_API_TOKEN console.log | ${T}`],
  [`import yaml from 'js-yaml'; console.log(yaml.dump({ t: ${T} }))`, `log CF_API_TOKEN console.log | ${T}`],
  [`import count from 'own'; console.log(count(${T}))`],
  [
    `import { execa } from 'execa'; execa('docker', ['build', '--build-arg', \`CF_API_TOKEN=\${${T}}\`, '.'])`,
    `image CF_API_TOKEN --build-arg | CF_API_TOKEN`,
  ],
  [
    `import { createLogger } from 'winston'; createLogger({ defaultMeta: { service: 'purge', t: ${T} } })`,
    `log CF_API_TOKEN createLogger | ${T}`,
  ],
  [`import { createLogger } from 'winston'; createLogger({ transports: [new Http({ headers: { t: ${T} } })] })`],
  [`export const check = () => Promise.reject('not ' + ${T})`, `error CF_API_TOKEN Promise.reject | ${T}`],
  [
    `new HTMLRewriter().on('head', { element(element) { element.append('<script>t = "' + env.CF_API_TOKEN + '"</script>', { html: true }); } })`,
    `response CF_API_TOKEN element.append | env.CF_API_TOKEN`,
  ],
  [
    `import { routeLoader$ } from '@builder.io/qwik-city'; export const useT = routeLoader$(() => ({ t: ${T} }));`,
    `response CF_API_TOKEN routeLoader$ | ${T}`,
  ],
  [
    `export default { async fetch(request, env) { const t = await env.CF_API_TOKEN.get(); return Response.json({ t, u: await env.CF_API_TOKEN.get('x') }); } }`,
    `response CF_API_TOKEN Response.json | t`,
  ],
  // objects of the program's own classes, and its own errors, printed with all that they have
  [
    `class Settings { port = 1; token = ${T}; } const s = new Settings(); console.log(s, JSON.stringify(s), \`\${s}\`, s.port)`,
    `log CF_API_TOKEN console.log | s`,
    `log CF_API_TOKEN console.log | JSON.stringify(s)`,
  ],
  [`class Settings { #token = ${T}; constructor(private zone: string) {} } console.log(new Settings('z'))`],
  [`class Settings { static token = ${T}; token() { return ${T}; } } console.log(new Settings())`],
  [`class Settings { token = ${T}; toJSON() { return {}; } } console.log(new Settings())`],
  [`class Settings { token = ${T}; [inspect.custom]() { return '***'; } } console.log(new Settings())`],
  [
    `class Settings { constructor(z, t) { this.z = z; this.t = t; } toString() { return this.z + ':' + this.t; } } const s = new Settings('z', ${T}); console.log(\`\${s}\`); console.log('' + s, s.z)`,
    `log CF_API_TOKEN console.log | \`\${s}\``,
    `log CF_API_TOKEN console.log | '' + s`,
  ],
  [
    `class Settings { t = ${T}; toString() { return 'settings'; } } class Own { toString() { return \`\${this}\`; } } log(\`\${new Settings()} \${new Own()}\`)`,
  ],
  [
    `class Settings { #t = ${T}; toJSON() { return { t: this.#t }; } } const s = new Settings(); console.log(JSON.stringify(s)); Response.json({ s })`,
    `log CF_API_TOKEN console.log | JSON.stringify(s)`,
    `response CF_API_TOKEN Response.json | s`,
  ],
  [`class Settings { t = ${T}; toJSON() { return { ...this, t: undefined }; } } console.log(JSON.stringify(new Settings()))`],
  [
    `class Base { constructor(t) { this.token = t; } } class Settings extends Base {} console.log(new Settings(${T}))`,
    `log CF_API_TOKEN console.log | ${T}`,
  ],
  ...[
    ['try { f(); } catch (error) { console.error(error); }', 'console.error'],
    [`f().catch((error) => { console.error('no', error); })`, 'console.error'],
    [`import pino from 'pino'; try { g(); } catch (error) { pino().error(error); } function g() { f(); }`, 'pino.error'],
  ].map(([code = '', by = '']): readonly [string, string] => [
    `class Refused extends Error { constructor(m, token) { super(m); this.token = token; } } function f() { if (x) throw new Refused('no', ${T}); } ${code}`,
    `log CF_API_TOKEN ${by} | error`,
  ]),
  ...[
    'try { f(); } catch (error) { console.error(error.message, String(error), `${error}`); log.error(error); }',
    'try { g(); } catch (error) { console.error(error); }',
    'try { f(); } catch { console.error(error); }',
    'function h() { try { f(); } catch (error) { return null; } } try { h(); } catch (error) { console.error(error); }',
  ].map((code): readonly [string] => [
    `class Refused extends Error { constructor(m, token) { super(m); this.token = token; } } function f() { if (x) throw new Refused('no', ${T}); } ${code}`,
  ]),
  // functions that are handed on by their name
  [
    `import axios from 'axios'; const get = () => axios.get('${cloudflare}/zones', { headers: { Authorization: \`Bearer \${t}\` } }); get().then(use).catch(console.error)`,
    `caught error.config.headers console.error | console.error`,
  ],
  [
    `import axios from 'axios'; const show = (e) => console.error(e); axios.get('${cloudflare}/zones', { headers: { Authorization: \`Bearer \${t}\` } }).catch(show)`,
    `caught e.config.headers console.error | e`,
  ],
  [
    `${sdk} client.user.tokens.create(p).then(console.log); client.zones.list().then(console.log)`,
    `log tokens.create().value console.log | console.log`,
  ],
  [
    `[${T}, zone].forEach(console.log); [${T}].filter(Boolean); f().catch(log.error).then(${T})`,
    `log CF_API_TOKEN console.log | console.log`,
  ],
  // what an environment of which the type is known leaves when it is taken apart, and what is spread
  ...[
    [`const { ZONE: zone, ...rest } = env; console.log({ zone, ...rest })`, `{ zone, ...rest }`],
    [`const { ZONE: zone, ...rest } = env; console.log(rest)`, `rest`],
    [`console.log({ ...env }, { ...env, CF_API_TOKEN: '***' })`, `env`],
    [`console.log({ CF_API_TOKEN: '***', ...env })`, `env`],
    [`console.log(Object.assign({}, env, { ZONE: 'z' }))`, `env`],
  ].map(([code = '', at = '']): readonly [string, string] => [
    `interface Env { CF_API_TOKEN: string; ZONE: string } export const f = (env: Env) => { ${code} }`,
    `log CF_API_TOKEN console.log | ${at}`,
  ]),
  ...[
    `const { CF_API_TOKEN, ...rest } = env; console.log({ ...rest })`,
    `const copy = { ...env }; delete copy.CF_API_TOKEN; console.log(copy)`,
    `console.log(Object.assign({}, env, { CF_API_TOKEN: undefined }))`,
    `console.log({ ...env.ZONE }, { ...other })`,
  ].map((code): readonly [string] => [`interface Env { CF_API_TOKEN: string; ZONE: string } export const f = (env: Env) => { ${code} }`]),
  // an environment that is looked at through a proxy
  [
    `const env = new Proxy(process.env, { get(all, name) { if (!(name in all)) throw new Error(name); return all[name]; } }); console.log(env.CF_API_TOKEN)`,
    `log CF_API_TOKEN console.log | env.CF_API_TOKEN`,
  ],
  [`const env = new Proxy(process.env, { get: (all, name) => (name in hidden ? '***' : all[name]) }); console.log(env.CF_API_TOKEN)`],
  [`const safe = new Proxy({ token: ${T} }, { get: (all, name) => show(all[name]) }); console.log(safe.token, safe)`],
  ...[
    [`const { PORT, ...rest } = process.env; console.log(rest)`, `rest`],
    [`const { PORT, ...rest } = process.env; console.log({ ...rest })`, `{ ...rest }`],
    [`const all = process.env; const { PORT, ...rest } = all; const { HOME, ...left } = rest; console.log(left)`, `left`],
    [`const { PORT, ...rest } = process.env; console.log(rest.CF_API_TOKEN)`, `rest.CF_API_TOKEN`],
  ].map(([code = '', at = '']): readonly [string, string] => [
    `use(process.env.CF_API_TOKEN); ${code}`,
    `log CF_API_TOKEN console.log | ${at}`,
  ]),
  ...[
    `const { CF_API_TOKEN, ...rest } = process.env; console.log(rest)`,
    `const { CF_API_TOKEN: token, ...rest } = process.env; const { PORT, ...left } = rest; console.log(rest, left)`,
    `const { ['CF_API_TOKEN']: _, ...rest } = process.env; console.log(rest, rest.CF_API_TOKEN)`,
    `const { PORT, ...rest } = process.env; console.log(rest.PORT, rest.HOME)`,
    `const { PORT, ...rest } = process.env; console.log(Object.keys(rest))`,
    `const { [name]: _, ...rest } = process.env; console.log(rest)`,
    `const { ${Array.from({ length: 100 }, (_, index) => `V${String(index)}`).join(', ')}, ...rest } = process.env; console.log(rest)`,
  ].map((code): readonly [string] => [`use(process.env.CF_API_TOKEN); ${code}`]),
  // spans
  [
    `import { trace } from '@opentelemetry/api'; trace.getActiveSpan()?.setAttributes({ zone, auth: ${T} }); element.setAttribute('t', ${T})`,
    `tracker CF_API_TOKEN trace.setAttributes | ${T}`,
  ],
  [
    `import tracer from 'dd-trace'; tracer.init(); export const f = (span) => span.setTag('t', ${T})`,
    `tracker CF_API_TOKEN span.setTag | ${T}`,
  ],
  // tools of language models
  [
    `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'; const server = new McpServer(); server.registerTool('t', {}, async () => ({ content: [{ type: 'text', text: ${T} }] }))`,
    `response CF_API_TOKEN registerTool | ${T}`,
  ],
  [
    `import { McpAgent } from 'agents/mcp'; class A extends McpAgent { async init() { this.server.tool('t', async () => { await send(${T}); return { content: [{ type: 'text', text: ${T} }] }; }); } }`,
    `response CF_API_TOKEN tool | ${T}`,
  ],
  [`import { tool } from 'ai'; export const t = tool({ execute: async () => ({ token: ${T} }) })`, `response CF_API_TOKEN tool | ${T}`],
  [`export const t = tool({ execute: async () => ({ token: ${T} }) })`],
  // bundlers
  [
    `import replace from '@rollup/plugin-replace'; replace({ values: { a: ${T} } }); replace({ b: ${T} })`,
    `inlined CF_API_TOKEN @rollup/plugin-replace | a: ${T}`,
    `inlined CF_API_TOKEN @rollup/plugin-replace | b: ${T}`,
  ],
  [
    `new EnvironmentPlugin(['NODE_ENV', 'CF_API_TOKEN']); new EnvironmentPlugin({ CF_API_TOKEN: '' })`,
    `inlined CF_API_TOKEN EnvironmentPlugin | 'CF_API_TOKEN'`,
    `inlined CF_API_TOKEN EnvironmentPlugin | CF_API_TOKEN`,
  ],
  [`export default { envPrefix: ['VITE_', 'CF_API_'] }`, `inlined CF_API_TOKEN envPrefix | 'CF_API_'`],
  [`export default { envPrefix: 'VITE_' }`],
  [`export default { envPrefix: ['CF_API_', 'CLOUDFLARE_'] }`, `inlined CF_API_TOKEN envPrefix | 'CF_API_'`],
  [`Bun.build({ define: { T: ${T} } })`, `inlined CF_API_TOKEN define | T: ${T}`],
  [
    `module.exports = { publicRuntimeConfig: { t: ${T} }, serverRuntimeConfig: { t: ${T} } }`,
    `inlined CF_API_TOKEN publicRuntimeConfig | t: ${T}`,
  ],
  // results that a framework sends
  [
    `import { Get } from '@nestjs/common'; class A { @Get() get() { return ${T}; } set() { return ${T}; } }`,
    `response CF_API_TOKEN get | ${T}`,
  ],
  [`'use server'; export async function get() { return ${T}; } function own() { return ${T}; }`, `response CF_API_TOKEN get | ${T}`],
  [`async function get() { 'use server'; return ${T}; }`, `response CF_API_TOKEN get | ${T}`],
  [
    `exports.handler = async () => ({ statusCode: 200, body: JSON.stringify({ t: ${T} }) })`,
    `response CF_API_TOKEN exports.handler | ${T}`,
  ],
  [`exports.handler = async () => ({ status: 200, body: ${T} })`],
  [`const resolvers = { Query: { cf: () => ${T} }, Zone: { id: () => 1 } }`, `response CF_API_TOKEN resolvers.Query.cf | ${T}`],
  [
    `import { publicProcedure } from './trpc'; export const a = publicProcedure.query(() => ({ t: ${T} }))`,
    `response CF_API_TOKEN query | ${T}`,
  ],
  // an object shows nothing of itself in a text
  ...['console.log(`${account}`)', "console.log('account ' + account)"].map((code): readonly [string] => [
    `const run = (account) => { fetch('${cloudflare}/zones', { headers: { Authorization: \`Bearer \${account.token}\` } }); ${code}; };`,
  ]),
  [
    `const run = (account) => { fetch('${cloudflare}/zones', { headers: { Authorization: \`Bearer \${account.token}\` } }); console.log(JSON.stringify(account)); };`,
    'log token console.log | account',
  ],
  // one object in several answers
  [
    `${c0} app.get('/a', (req, res) => res.json(c)); app.get('/b', (req, res) => res.json({ c }));`,
    `response CF_API_TOKEN res.json | token: ${T}`,
  ],
  [`${c0} app.get('/a', (req, res) => res.json(c));`, `response CF_API_TOKEN res.json | c`],
  // sinks
  [`console.log(${T})`, `log CF_API_TOKEN console.log | ${T}`],
  [`window.console.error({ a: { token: ${T} } })`, `log CF_API_TOKEN console.error | ${T}`],
  [`process.stdout.write('t ' + ${T})`, `log CF_API_TOKEN stdout.write | ${T}`],
  [`import debug from 'debug'; debug('app')('%s', ${T})`, `log CF_API_TOKEN debug | ${T}`],
  [`import winston from 'winston'; const l = winston.createLogger(); l.info(${T})`, `log CF_API_TOKEN l.info | ${T}`],
  [`import { log } from './log.js'; log.warn(${T})`, `log CF_API_TOKEN log.warn | ${T}`],
  [`import log from './log.js'; log.warn(${T})`, `log CF_API_TOKEN warn | ${T}`],
  [caught(`log.error(e);`)],
  [caught(`this.logger.error(e);`)],
  [caught(`require('../lib/log').error(e);`)],
  [`class A { m() { this.logger.error(${T}); } }`, `log CF_API_TOKEN logger.error | ${T}`],
  [`import * as core from '@actions/core'; core.setOutput('t', ${T})`, `output CF_API_TOKEN setOutput | ${T}`],
  [`import fs from 'node:fs'; fs.appendFileSync(process.env.GITHUB_OUTPUT, ${T})`, `output CF_API_TOKEN appendFileSync | ${T}`],
  [`import { writeFile } from 'node:fs/promises'; writeFile('.env', \`T=\${${T}}\`)`, `file CF_API_TOKEN writeFile | ${T}`],
  [
    `interface Env { CF_API_TOKEN: string; STAGE: string } const debug = (env: Env) => Response.json({ env, stage: env.STAGE });`,
    `response CF_API_TOKEN Response.json | env`,
  ],
  [`interface Env { CF_API_TOKEN: string; STAGE: string } const debug = (env: Env) => Response.json({ stage: env.STAGE, is: !!env });`],
  [`interface Env { CF_ZONE_ID: string } const debug = (env: Env) => Response.json({ env });`],
  [
    `const config = { token: process.env.CF_API_TOKEN, zone: 'a' }; console.log(Object.fromEntries(Object.entries(config).map(([k, v]) => [k, /token/i.test(k) ? '***' : v])));`,
  ],
  [
    `const config = { token: process.env.CF_API_TOKEN, zone: 'a' }; const hide = (o) => Object.fromEntries(Object.entries(o).map(([k, v]) => [k, names.includes(k.toLowerCase()) || k.endsWith('n') ? undefined : v])); console.log(hide(config));`,
  ],
  [
    `const config = { token: process.env.CF_API_TOKEN, zone: 'a' }; const hide = (k, v) => { if (isSecret(k)) return '***'; return v; }; for (const [k, v] of Object.entries(config)) console.log(hide(k, v));`,
  ],
  [
    `const config = { token: process.env.CF_API_TOKEN, zone: 'a' }; Object.keys(config).forEach((k) => console.log(k, !shown.has(k) ? '***' : config[k]));`,
  ],
  [
    `const config = { token: process.env.CF_API_TOKEN, zone: 'a' }; for (const [k, v] of Object.entries(config)) console.log(k, v ? v : '***');`,
    "log CF_API_TOKEN console.log | v ? v : '***'",
  ],
  [
    `const config = { token: process.env.CF_API_TOKEN, zone: 'a' }; for (const [k, v] of Object.entries(config)) console.log(quiet(zone) ? '***' : v);`,
    "log CF_API_TOKEN console.log | quiet(zone) ? '***' : v",
  ],
  [
    `import { Hono } from 'hono'; type Bindings = { CF_API_TOKEN: string }; const app = new Hono<{ Bindings: Bindings }>(); app.get('/', (c) => c.json(c.env));`,
    'response CF_API_TOKEN c.json | c.env',
  ],
  [
    `import { Hono } from 'hono'; const app = new Hono<{ Bindings: { CF_API_TOKEN: string } }>().basePath('/v1'); app.get('/', (c) => c.text('')).use(async ({ env }, next) => { console.log(env); });`,
    'log CF_API_TOKEN console.log | env',
  ],
  [
    `import { Hono } from 'hono'; import { env } from 'hono/adapter'; const app = new Hono<{ Bindings: { CF_API_TOKEN: string } }>(); app.get('/', (c) => c.json(env(c)));`,
    'response CF_API_TOKEN c.json | env(c)',
  ],
  [
    `const env = { CLOUDFLARE_API_TOKEN: process.env.DEPLOY_TOKEN, STAGE: process.env.STAGE }; run('wrangler', { env }); console.log(process.env.STAGE); console.log(process.env.DEPLOY_TOKEN); console.log(env);`,
    'log DEPLOY_TOKEN console.log | process.env.DEPLOY_TOKEN',
    'log DEPLOY_TOKEN console.log | env',
  ],
  [
    `import { env } from 'hono/adapter'; app.get('/', (c) => c.json(env<{ CF_API_TOKEN: string }>(c))); app.get('/stage', (c) => c.json(env<{ STAGE: string }>(c)));`,
    'response CF_API_TOKEN c.json | env<{ CF_API_TOKEN: string }>(c)',
  ],
  [
    `import * as pulumi from '@pulumi/pulumi'; const token = new pulumi.Config('edge').requireSecret('cloudflareApiToken'); token.apply((value) => console.log(value)); token.apply(console.log); token.apply((value) => value.length).apply(console.log);`,
    'log cloudflareApiToken console.log | value',
    'log cloudflareApiToken console.log | console.log',
  ],
  [
    `import * as pulumi from '@pulumi/pulumi'; const token = new pulumi.Config('edge').requireSecret('cloudflareApiToken'); pulumi.all([token, zone]).apply(([value, id]) => { console.log(id); console.log(value); }); log.apply(console, [token.id]);`,
    'log cloudflareApiToken console.log | value',
  ],
  [
    `import { Hono } from 'hono'; const app = new Hono<{ Bindings: { CF_API_TOKEN: string } }>(); app.onError((error, c) => { console.error(error, c.env); });`,
    `log CF_API_TOKEN console.error | c.env`,
  ],
  [`import { Hono } from 'hono'; const app = new Hono<{ Bindings: { STAGE: string } }>(); app.get('/', (c) => c.json(c.env));`],
  [`import { Hono } from 'hono'; const app = new Hono<{ Bindings: { CF_API_TOKEN: string } }>(); app.get('/', (c) => c.json(c.req));`],
  [`import { Hono } from './hono'; const app = new Hono<{ Bindings: { CF_API_TOKEN: string } }>(); app.get('/', (c) => c.json(c.env));`],
  [
    `import type { Context } from 'hono'; const dump = (c: Context<{ Bindings: { CF_API_TOKEN: string } }>) => c.json({ env: c.env });`,
    'response CF_API_TOKEN c.json | c.env',
  ],
  [
    `import { createMiddleware } from 'hono/factory'; const dump = createMiddleware<{ Bindings: { CF_API_TOKEN: string } }>(async (c, next) => { console.log(c.env); });`,
    'log CF_API_TOKEN console.log | c.env',
  ],
  [
    `interface Env { CF_API_TOKEN: string } export default { fetch(request, env) { return Response.json(env); } } satisfies ExportedHandler<Env>;`,
    'response CF_API_TOKEN Response.json | env',
  ],
  [
    `const worker: ExportedHandler<{ CF_API_TOKEN: string }> = { async queue(batch, env) { console.log(env); } };`,
    'log CF_API_TOKEN console.log | env',
  ],
  [`const worker: ExportedHandler<{ CF_API_TOKEN: string }> = { async queue(batch, env) { console.log(batch); } };`],
  [
    `interface Env { CF_API_TOKEN: string } export const onRequest: PagesFunction<Env> = async (context) => Response.json(context.env);`,
    'response CF_API_TOKEN Response.json | context.env',
  ],
  [
    `import { WorkerEntrypoint } from 'cloudflare:workers'; class A extends WorkerEntrypoint<{ CF_API_TOKEN: string }> { fetch() { return Response.json(this.env); } }`,
    'response CF_API_TOKEN Response.json | this.env',
  ],
  [
    `import { AutoRouter } from 'itty-router'; const router = AutoRouter<IRequest, [env: { CF_API_TOKEN: string }]>(); router.get('/', (request, env) => Response.json(env));`,
    'response CF_API_TOKEN Response.json | env',
  ],
  [
    `interface Base { CF_API_TOKEN: string } interface Env extends Base { STAGE: string } const debug = (context: { env: Readonly<Env> & { more: string } }) => console.log(context.env);`,
    'log CF_API_TOKEN console.log | context.env',
  ],
  [
    `interface Env { CF_API_TOKEN: string; STAGE: string } const debug = (env: Omit<Env, 'CF_API_TOKEN'>, other: Pick<Env, 'STAGE'>) => console.log(env, other);`,
  ],
  [
    `const schema = z.object({ CF_API_TOKEN: z.string() }); const debug = (env: z.infer<typeof schema>) => console.log(env);`,
    'log CF_API_TOKEN console.log | env',
  ],
  [
    `type Handle = (request: Request, env: { CF_API_TOKEN: string }) => Response; const handle: Handle = (request, env) => Response.json(env);`,
    'response CF_API_TOKEN Response.json | env',
  ],
  [`type Loop = Loop & { inner: Loop }; const debug = (env: Loop) => console.log(env, env.inner);`],
  [`app.get('/', (c) => c.json({ t: c.env.CF_API_TOKEN }))`, `response CF_API_TOKEN c.json | c.env.CF_API_TOKEN`],
  [`app.use(async (ctx) => { ctx.body = { t: ${T} }; })`, `response CF_API_TOKEN ctx.body | ${T}`],
  [`import { NextResponse } from 'next/server'; NextResponse.json(${T})`, `response CF_API_TOKEN NextResponse.json | ${T}`],
  [`import { json } from '@remix-run/node'; json({ t: ${T} })`, `response CF_API_TOKEN json | ${T}`],
  [`throw new TypeError(\`bad \${${T}}\`)`, `error CF_API_TOKEN TypeError | ${T}`],
  [`sessionStorage.setItem('t', ${T})`, `storage CF_API_TOKEN sessionStorage.setItem | ${T}`],
  [`localStorage.token = ${T}`, `storage CF_API_TOKEN localStorage.token | ${T}`],
  [`window.parent.postMessage({ t: ${T} }, '*')`, `storage CF_API_TOKEN parent.postMessage | ${T}`],
  [
    `import { spawn } from 'child_process'; import { bin } from 'cloudflared'; spawn(bin, ['tunnel', 'run', '--token', t])`,
    'command t cloudflared | t',
  ],
  [
    `import { spawn } from 'child_process'; import { bin } from '@acme/cloudflared'; spawn(bin, ['tunnel', 'run', '--token', t])`,
    'command t cloudflared | t',
  ],
  [`import { spawn } from 'child_process'; import { bin } from 'acme'; spawn(bin, ['tunnel', 'run', '--token', t])`],
  [
    `import { spawn } from 'child_process'; import { bin } from 'cloudflared'; const start = async (protocol) => { const t = await ask('/token'); spawn(bin, ['tunnel', '--protocol', protocol, 'run', '--token', t]); }; const ask = async (path) => (await (await get(path)).json()).result; start('quic');`,
    `command result cloudflared | spawn(bin, ['tunnel', '--protocol', protocol, 'run', '--token', t])`,
  ],
  [`import { spawn } from 'child_process'; spawn(own ?? 'cloudflared', ['tunnel', 'run', '--token', t])`, 'command t cloudflared | t'],
  [
    `import { spawn } from 'child_process'; spawn(windows ? 'cloudflared.exe' : 'cloudflared', ['tunnel', 'run', '--token', t])`,
    'command t cloudflared | t',
  ],
  // a value without a name of its own
  [
    `import { execSync } from 'child_process'; const found = text.match(/api_token = "(.+)"/); execSync(\`curl -H "Authorization: Bearer \${found[1]}" ${cloudflare}/zones\`)`,
    `command match()[1] execSync | found[1]`,
  ],
  [`import { spawn } from 'child_process'; spawn('wrangler', ['--token', ${T}])`, `command CF_API_TOKEN spawn | ${T}`],
  ["import { $ } from 'bun'; await $`wrangler secret put T < ${new Response(process.env.CF_API_TOKEN)}`"],
  [`import { $ } from 'bun'; Bun.spawn(['curl', ${T}])`, `command CF_API_TOKEN Bun.spawn | ${T}`],
  [`import posthog from 'posthog-js'; posthog.capture('x', { t: ${T} })`, `tracker CF_API_TOKEN capture | ${T}`],
  [`import { Resend } from 'resend'; new Resend(k).emails.send({ text: ${T} })`, `message CF_API_TOKEN Resend.send | ${T}`],
  [`import log from './lib/logger'; log(${T}); log.warn(${T})`, `log CF_API_TOKEN ./lib/logger | ${T}`, `log CF_API_TOKEN warn | ${T}`],
  [
    `import log from 'logger'; import write from './lib/format.js'; import make from './logger/make.js'; log(${T}); write(${T}); make.info(${T})`,
  ],
  [`import { make } from './logger.js'; make('x').info(${T})`, `log CF_API_TOKEN make.info | ${T}`],
  [`function handle(req) { req.log.http.child({ a: 1 }).info(${T}); req.log.http.info(${T}); }`, `log CF_API_TOKEN req.info | ${T}`],
  [`import pino from 'pino'; const child = pino().child({ token: ${T} });`, `log CF_API_TOKEN pino.child | ${T}`],
  [`child_process.fork('a').child({ token: ${T} });`],
  [`import pino from 'pino'; const child = pino().child({}); child.info(${T})`, `log CF_API_TOKEN child.info | ${T}`],
  [
    `import { Logger, Injectable } from '@nestjs/common'; new Logger('x').log(${T}); new Injectable().log(${T})`,
    `log CF_API_TOKEN Logger.log | ${T}`,
  ],
  [
    `import * as core from '@actions/core'; core.setOutput(${T}, 1); core.exportVariable('t', ${T})`,
    `output CF_API_TOKEN exportVariable | ${T}`,
  ],
  [
    `import fs from 'node:fs'; fs.writeFileSync(${T}, 'x'); fs.writeFileSync(file, ${T}); fs.appendFileSync('GITHUB_ENV', ${T}); fs.writeFileSync(); console.log(process.env.GITHUB_ENV, ${T})`,
    `file CF_API_TOKEN writeFileSync | ${T}`,
    `file CF_API_TOKEN appendFileSync | ${T}`,
    `log CF_API_TOKEN console.log | ${T}`,
  ],
  [
    `import { execa } from 'execa'; execa('wrangler', { env: { T: ${T} } }); execa('curl', ci ? { env: { T: ${T} } } : [${T}])`,
    `command CF_API_TOKEN execa | ${T}`,
  ],
  [
    `function f(res) { res.json({ t: ${T} }); res.status(200).send(${T}); }`,
    `response CF_API_TOKEN res.json | ${T}`,
    `response CF_API_TOKEN res.send | ${T}`,
  ],
  [`import { res } from './res'; res.json(${T}); response.send(${T})`],
  [
    `import { localStorage } from './shim'; localStorage.setItem('t', ${T}); function f(sessionStorage) { sessionStorage.setItem('t', ${T}); sessionStorage.t = ${T}; }`,
  ],
  [`document.cookie = 't=' + ${T}; document.title = ${T}; jar.cookie = ${T}`, `storage CF_API_TOKEN document.cookie | ${T}`],
  [
    `localStorage.setItem(${T}, 'x'); localStorage.token = JSON.stringify({ a: ${T} }); console.log(${T})`,
    `storage CF_API_TOKEN localStorage.token | ${T}`,
    `log CF_API_TOKEN console.log | ${T}`,
  ],
  [
    `parent.postMessage('x', ${T}); worker.postMessage(${T}); iframe.contentWindow.postMessage(${T}, '*'); postMessage(${T}); window.top.postMessage(${T})`,
    `storage CF_API_TOKEN contentWindow.postMessage | ${T}`,
    `storage CF_API_TOKEN postMessage | ${T}`,
    `storage CF_API_TOKEN top.postMessage | ${T}`,
  ],
  [
    `new Response('ok', { headers: { t: ${T} } }); new Response(${T}); Response.json({ t: ${T} })`,
    `response CF_API_TOKEN Response | ${T}`,
    `response CF_API_TOKEN Response | ${T}`,
    `response CF_API_TOKEN Response.json | ${T}`,
  ],
  [`import acme from 'acme'; throw new acme.ApiError(${T})`, `error CF_API_TOKEN ApiError | ${T}`],
  [`(() => {})(${T}); fns[0](${T})`],
  // objects that have a credential in them
  [
    `${client} console.log(c); console.log('' + c, \`\${c}\`, c.toString(), btoa(c), c.slice(0, 3)); process.stdout.write(c);`,
    'log apiToken console.log | c',
  ],
  [`${client} console.log('client: ' + util.inspect(c))`, 'log apiToken console.log | util.inspect(c)'],
  [
    caught('console.log(e); console.log(`no ${e}`); process.stdout.write(e); localStorage.e = e;'),
    'caught e.config.headers console.log | e',
  ],
  [
    caught('app.use((ctx) => { ctx.body = e; ctx.response.body = e; ctx.res.json(e); ctx.res.end(e); });'),
    'response e.config.headers ctx.body | e',
    'response e.config.headers response.body | e',
    'response e.config.headers res.json | e',
  ],
  [`console.log(\`::add-mask::\${${T}}\`)`],
  [`import { echo } from 'zx'; echo(${T})`, `log CF_API_TOKEN echo | ${T}`],
  [`import { log } from 'node:console'; log(${T})`, `log CF_API_TOKEN log | ${T}`],
  [
    `import { WebhookClient } from 'discord.js'; const hook = new WebhookClient({ url }); hook.send({ content: ${T} })`,
    `message CF_API_TOKEN hook.send | ${T}`,
  ],
  [
    `import Cloudflare from 'cloudflare'; const [token, setToken] = useState(''); new Cloudflare({ apiToken: token }); localStorage.setItem('t', token)`,
    'storage token localStorage.setItem | token',
  ],
  // requests
  [`fetch('https://api.cloudflare.com/client/v4/zones?token=' + ${T})`, `url CF_API_TOKEN api.cloudflare.com | ${T}`],
  [`import axios from 'axios'; axios.get(u, { params: { t: ${T} } })`, `url CF_API_TOKEN axios | ${T}`],
  [`fetch('https://collect.io/x', { method: 'POST', body: JSON.stringify({ t: ${T} }) })`, `elsewhere CF_API_TOKEN collect.io | ${T}`],
  [`fetch('https://collect.io/x', { headers: { 'x-t': ${T} } })`, `elsewhere CF_API_TOKEN collect.io | ${T}`],
  [`fetch('https://my.workers.dev/x', { headers: { 'x-t': ${T} } })`],
  [`fetch('http://localhost:1/x', { headers: { 'x-t': ${T} } })`],
  [`fetch('https://acme.io/x', { body: JSON.stringify({ t: env.CF_WORKER_TOKEN }) })`],
  [`fetch(process.env.CLOUDFLARE_DEPLOY_HOOK_SECRET, { method: 'POST' })`],
  // what is public
  [
    'const t = import.meta.env.VITE_CLOUDFLARE_API_TOKEN; use(import.meta.env.VITE_CLOUDFLARE_API_TOKEN)',
    'public VITE_CLOUDFLARE_API_TOKEN VITE_CLOUDFLARE_API_TOKEN | import.meta.env.VITE_CLOUDFLARE_API_TOKEN',
  ],
  [
    `use(process.env.NEXT_PUBLIC_CF_TOKEN?.trim())`,
    'public NEXT_PUBLIC_CF_TOKEN NEXT_PUBLIC_CF_TOKEN | process.env.NEXT_PUBLIC_CF_TOKEN?.trim',
  ],
  ['const { REACT_APP_CF_TOKEN } = process.env;', 'public REACT_APP_CF_TOKEN REACT_APP_CF_TOKEN | REACT_APP_CF_TOKEN'],
  ['use(process.env.NEXT_PUBLIC_TURNSTILE_KEY, process.env.VITE_CLOUDFLARE_ACCOUNT_ID, import.meta.env.VITE_CLOUDFLARE_EMAIL)'],
  [
    `exports.onCreateWebpackConfig = ({ actions, plugins }) => { actions.setWebpackConfig({ plugins: [plugins.define({ T: JSON.stringify(${T}) })] }); };`,
    `inlined CF_API_TOKEN define | T: JSON.stringify(${T})`,
  ],
  [`plugins.define({ T: JSON.stringify(${T}) })`],
  [
    `import webpack from 'webpack'; new webpack.DefinePlugin({ T: JSON.stringify(${T}) })`,
    `inlined CF_API_TOKEN DefinePlugin | T: JSON.stringify(${T})`,
  ],
  [
    `export async function getServerSideProps() { const props = { t: ${T} }; return { props }; }`,
    'response CF_API_TOKEN getServerSideProps | { props }',
  ],
  [`new webpack.BannerPlugin({ banner: ${T} })`],
  [`export const nextConfig = { env: { T: ${T} } }`, `inlined CF_API_TOKEN env | T: ${T}`],
  [
    `import type { NextConfig } from 'next'; const config: NextConfig = { env: { T: ${T} } }; export default config`,
    `inlined CF_API_TOKEN env | T: ${T}`,
  ],
  [
    `import { defineConfig } from 'vite'; export default defineConfig({ define: { T: JSON.stringify(${T}) } })`,
    `inlined CF_API_TOKEN define | T: JSON.stringify(${T})`,
  ],
  [`export default { expo: { extra: { t: ${T} } } }`, `inlined CF_API_TOKEN extra | t: ${T}`],
  [`export default defineNuxtConfig({ runtimeConfig: { a: ${T}, public: { t: ${T} } } })`, `inlined CF_API_TOKEN public | t: ${T}`],
  [`const db = { define: { t: ${T} }, env: { t: ${T} }, extra: { t: ${T} }, public: { t: ${T} } }`],
  // what functions return and throw
  [`import { json } from '@remix-run/node'; export const loader = () => ({ t: ${T} })`, `response CF_API_TOKEN loader | ${T}`],
  [`export const loader = () => ({ t: ${T} })`],
  [`export default defineEventHandler((event) => ({ ok: true, t: ${T} }))`, `response CF_API_TOKEN defineEventHandler | ${T}`],
  [`const defineEventHandler = (f) => f; export default defineEventHandler(() => ({ t: ${T} }))`],
  [`export default defineEventHandler(() => { const list = zones.map((z) => ({ z, t: ${T} })); return list.length; })`],
  [
    `import { defineAction } from 'astro:actions'; export const server = { go: defineAction({ handler: async () => ({ t: ${T} }) }) }`,
    `response CF_API_TOKEN defineAction | ${T}`,
  ],
  [`import Fastify from 'fastify'; const app = Fastify(); app.get('/', async () => ({ t: ${T} }))`, `response CF_API_TOKEN get | ${T}`],
  [`import express from 'express'; const app = express(); app.get('/', async () => ({ t: ${T} }))`],
  [
    `import { defineEventHandler } from 'h3'; export default defineEventHandler(() => ({ t: ${T} }))`,
    `response CF_API_TOKEN defineEventHandler | ${T}`,
  ],
  [`import { defineEventHandler } from './own.js'; export default defineEventHandler(() => ({ t: ${T} }))`],
  [`function f(defineEventHandler) { return defineEventHandler(() => ({ t: ${T} })); }`],
  [`export const server = { go: defineAction({ handler: async () => ({ t: ${T} }) }) }`],
  [`export default handlers[0](() => ({ t: ${T} }))`],
  [
    `export async function getServerSideProps() { return found ? { props: { t: ${T} } } : { notFound: true }; }`,
    `response CF_API_TOKEN getServerSideProps | ${T}`,
  ],
  [`export async function getServerSideProps() { return found ? cached : { revalidate: 1, t: ${T} }; }`],
  [
    `import axios from 'axios'; import { json } from '@remix-run/node'; export async function loader() { const r = await axios.get('${cloudflare}/zones', { headers: { Authorization: 'Bearer ' + ${T} } }); return { r, sent: r.config.headers }; }`,
    'response config.headers loader | r.config.headers',
  ],
  [`import Cloudflare from 'cloudflare'; throw new Cloudflare({ apiToken: ${T} })`],
  [`import Cloudflare from 'cloudflare'; const client = new Cloudflare({ apiToken: ${T} }); throw { client }`],
  [`throw ok ? ${T} : new Error('no')`, `error CF_API_TOKEN throw | ${T}`],
  [`function f() { throw ${T}; }`, `error CF_API_TOKEN throw | ${T}`],
  [`function f(token) { throw { token: ${T}, status: 1 }; }`, `error CF_API_TOKEN throw | ${T}`],
  [`throw new Error('no ' + ${T})`, `error CF_API_TOKEN Error | ${T}`],
  // command lines that are templates
  ['import { $ } from "zx"; await $`wrangler --token ${process.env.CF_API_TOKEN}`', `command CF_API_TOKEN $ | ${T}`],
  ['await $`wrangler --token ${process.env.CF_API_TOKEN}`', `command CF_API_TOKEN $ | ${T}`],
  [
    'await $({ env: { CF_API_TOKEN: process.env.CF_API_TOKEN } })`wrangler deploy`; $("<b>" + process.env.CF_API_TOKEN); css`${process.env.CF_API_TOKEN}`',
  ],
  // ways
  [`const config = { cf: { token: ${T} } }; const { cf: { token: t } } = config; console.log(t)`, 'log CF_API_TOKEN console.log | t'],
  [`function say(x) { console.log(x); } say(${T}); say('hello')`, `log CF_API_TOKEN console.log | ${T}`],
  [`console.log(${T} ?? 'none', ${T} && 'set', ${T} === t, !${T})`, `log CF_API_TOKEN console.log | ${T}`],
  [
    `console.log(util.inspect({ t: ${T}.trim() }), btoa(${T}))`,
    `log CF_API_TOKEN console.log | ${T}.trim()`,
    `log CF_API_TOKEN console.log | ${T}`,
  ],
  [`console.log(${T}.slice(0, 4), ${T}.slice(-4))`, `log CF_API_TOKEN console.log 8 | ${T}.slice(0, 4)`],
  [
    `const onRequest = async ({ env }, next) => { const page = await next(); page.headers.set('x-zone', env.ZONE); page.headers.set('x-t', env.CF_API_TOKEN); return page; };`,
    `response CF_API_TOKEN headers.set | env.CF_API_TOKEN`,
  ],
  [`import { next } from './queue.js'; const page = await next(); page.headers.set('x-t', ${T});`],
  [`console.log(long ? ${T}.slice(0, 4) : ${T}.slice(0, 2))`, `log CF_API_TOKEN console.log 4 | ${T}.slice(0, 4)`],
  [`console.log(${T}.substr(2, 3))`, `log CF_API_TOKEN console.log 3 | ${T}.substr(2, 3)`],
  [`console.log(${T}.slice(0, 4), ${K}.slice(0, 2))`, ...cut([`${T}.slice(0, 4)`, 4], [`${K}.slice(0, 2)`, 2])],
  [`console.log(${T}.slice(0, 4)); console.log(${T}.slice(0, 4))`, ...cut([`${T}.slice(0, 4)`, 4], [`${T}.slice(0, 4)`, 4])],
  [`console.log(${T}.trim().slice(0, 4).toUpperCase())`, ...cut([`${T}.trim()`, 4])],
  [
    `console.log(${T}.slice(0, 8).slice(0, 3)); console.log(${T}.slice(0, 2).slice(0, 5))`,
    ...cut([`${T}.slice(0, 8)`, 3], [`${T}.slice(0, 2)`, 2]),
  ],
  [
    `console.log(${T}.slice(4, 10)); console.log(${T}.slice(8, 4)); console.log(${T}.substr(-4, 3)); console.log(${T}.charAt(n))`,
    ...cut([`${T}.slice(4, 10)`, 6], [`${T}.slice(8, 4)`, 0], [`${T}.substr(-4, 3)`, 3], [`${T}.charAt(n)`, 1]),
  ],
  [
    `console.log(${T}.slice(${T}.length - 4)); console.log(${T}.slice(0, Math.min(6, ${T}.length)))`,
    ...cut([`${T}.slice(${T}.length - 4)`, 0], [`${T}.slice(0, Math.min(6, ${T}.length))`, 6]),
  ],
  [
    `console.log(${T}.slice()); console.log(${T}.slice(1, -1)); console.log(${T}.slice(-4, 12)); console.log(${T}.slice(n, 8)); console.log(${T}.slice('0', 8)); console.log(${T}.slice(i++, 8))`,
    ...cut(
      [`${T}.slice()`],
      [`${T}.slice(1, -1)`],
      [`${T}.slice(-4, 12)`],
      [`${T}.slice(n, 8)`],
      [`${T}.slice('0', 8)`],
      [`${T}.slice(i++, 8)`],
    ),
  ],
  [`console.log(a ? ${T}.slice(0, 2) : b ? ${T}.slice(0, 6) : ${T}.slice(0, 4))`, ...cut([`${T}.slice(0, 6)`, 6])],
  [
    `console.log(read().token.trim(), Deno.env.get('CF_API_TOKEN').slice(0, 4))`,
    `log CF_API_TOKEN console.log 4 | Deno.env.get('CF_API_TOKEN')`,
  ],
  [`console.log(slice(${T}, 0, 4), trim(${T}))`],
  [
    `console.log(a ? ${T}.slice(0, 4) : ${T}.slice(-4)); console.log(a ? ${T}.at(0) : '')`,
    ...cut([`${T}.slice(0, 4)`, 4], [`${T}.at(0)`, 1]),
  ],
  [`console.log(a ? ${T} : ${K})`, ...cut([T], [K])],
  [`console.log([${T}, { k: ${K} }])`, ...cut([T], [K])],
  [
    `const all = { t: ${T}, k: ${K} }; all.self = all; console.log(all)`,
    'log CF_API_TOKEN console.log | all',
    'log CLOUDFLARE_API_KEY console.log | all',
  ],
  [`console.log(${T}.at(0))`, `log CF_API_TOKEN console.log 1 | ${T}.at(0)`],
  [`console.log(${T}.slice(4))`, `log CF_API_TOKEN console.log | ${T}.slice(4)`],
  [`console.log(${T}.length, ${T}.startsWith('x'), hash(${T}), mask(${T}), ${T}.replace(/./g, '*'))`],
  // sources
  [`console.log(Deno.env.get('CF_API_TOKEN'))`, `log CF_API_TOKEN console.log | Deno.env.get('CF_API_TOKEN')`],
  [
    `import { Config, Redacted } from 'effect'; function* f() { console.log(yield* Config.string('CF_TOKEN')) }`,
    `log CF_TOKEN console.log | Config.string('CF_TOKEN')`,
  ],
  [
    `import { Config, Redacted } from 'effect'; function* f() { const t = yield* Config.redacted('CF_TOKEN'); console.log(t); console.log(Redacted.value(t)) }`,
    `log CF_TOKEN console.log | Redacted.value(t)`,
  ],
  [`import { env } from '$env/dynamic/private'; console.log(env.CF_TOKEN)`, 'log CF_TOKEN console.log | env.CF_TOKEN'],
  [`import { CF_TOKEN } from '@env'; console.log(CF_TOKEN)`, 'log CF_TOKEN console.log | CF_TOKEN'],
  [`import { CF_TOKEN } from 'astro:env/server'; console.log(CF_TOKEN)`, 'log CF_TOKEN console.log | CF_TOKEN'],
  [`import { getSecret } from 'astro:env/server'; console.log(getSecret('CF_TOKEN'))`, `log CF_TOKEN console.log | getSecret('CF_TOKEN')`],
  [`import { env } from 'cloudflare:workers'; console.log(env.CF_TOKEN)`, 'log CF_TOKEN console.log | env.CF_TOKEN'],
  [`import { env } from '~/env.mjs'; console.log(env.CF_TOKEN)`, 'log CF_TOKEN console.log | env.CF_TOKEN'],
  [`import { env } from './environment'; console.log(env.CF_TOKEN)`],
  [
    `const { cloudflareApiToken } = useRuntimeConfig(); console.log(cloudflareApiToken)`,
    'log cloudflareApiToken console.log | cloudflareApiToken',
  ],
  // secret stores
  [
    `import { SecretsManagerClient, GetSecretValueCommand } from '@aws-sdk/client-secrets-manager'; const c = new SecretsManagerClient(); const { SecretString } = await c.send(new GetSecretValueCommand({ SecretId: 'prod/cloudflare/api-token' })); console.log(SecretString)`,
    'log cloudflare/api-token console.log | SecretString',
  ],
  [
    `const p = await ssm.send(new GetParameterCommand({ Name: '/prod/cloudflare-api-token', WithDecryption: true })); console.log(p.Parameter.Version, p.Parameter?.Value)`,
    'log cloudflare-api-token console.log | p.Parameter?.Value',
  ],
  [
    `const p = await ssm.getParameter({ Name: '/prod/cloudflare-api-token' }).promise(); console.log(p.Parameter.Value)`,
    'log cloudflare-api-token console.log | p.Parameter.Value',
  ],
  [
    `const [version] = await client.accessSecretVersion({ name: 'projects/a/secrets/cloudflare-api-token/versions/latest' }); console.log(version.name, version.payload.data.toString())`,
    'log cloudflare-api-token console.log | version.payload.data.toString()',
  ],
  [
    `const s = await vault.getSecret('cloudflare-api-token'); console.log(s.properties, s.value)`,
    'log cloudflare-api-token console.log | s.value',
  ],
  [
    `const { data } = await vault.read('secret/data/edge'); console.log(data.data.CLOUDFLARE_API_TOKEN)`,
    'log CLOUDFLARE_API_TOKEN console.log | data.data.CLOUDFLARE_API_TOKEN',
  ],
  [
    `const s = await doppler.secrets.get('edge', 'prd', 'CF_TOKEN'); console.log(s.value.computed)`,
    'log CF_TOKEN console.log | s.value.computed',
  ],
  [
    `const s = await infisical.secrets().getSecret({ secretName: 'CF_TOKEN' }); console.log(s.secretValue)`,
    'log CF_TOKEN console.log | s.secretValue',
  ],
  [
    `const t = await op.secrets.resolve('op://Edge/Cloudflare API token/credential'); console.log(t)`,
    'log Cloudflare-API-token console.log | t',
  ],
  [
    `import { execSync } from 'child_process'; const t = execSync('op read "op://Edge/Cloudflare API token/credential"').toString().trim(); console.log(t)`,
    'log Cloudflare-API-token console.log | t',
  ],
  [`const t = JSON.parse(text).CF_TOKEN; console.log(t)`, 'log CF_TOKEN console.log | t'],
  [`import { NAMES } from './names.js'; console.log(NAMES.CF_TOKEN)`],
  [
    `function f(key) { fetch('https://api.cloudflare.com/client/v4/zones', { headers: { 'X-Auth-Key': key } }); console.log(key); } function g(key) { console.log(key); }`,
    'log key console.log | key',
  ],
  [`import Cloudflare from 'cloudflare'; const t = await ask(); new Cloudflare({ apiToken: t }); console.log(t)`, 'log t console.log | t'],
  [
    `const r = await fetch('https://api.cloudflare.com/client/v4/user/tokens', { method: 'POST', headers }); const { result } = await r.json(); console.log(result.id, result.value)`,
    'log result.value console.log | result.value',
  ],
  // what Cloudflare has just issued
  [
    `${sdk} const token = await client.user.tokens.create(body); console.log(token.id, token.value, token.value.length, token.policies.value)`,
    'log tokens.create().value console.log | token.value',
  ],
  [
    `${sdk} const { client_secret: secret } = await client.zeroTrust.access.serviceTokens.create(body); console.log(secret)`,
    'log serviceTokens.create().client_secret console.log | secret',
  ],
  [`${sdk} const token = await client.user.tokens.get(id); console.log(token.value)`],
  [`const client = connect(); const token = await client.user.tokens.create(body); console.log(token.value)`],
  [
    `import OpenAI from 'openai'; const client = new OpenAI({ baseURL: '${cloudflare}/accounts/a/ai/v1' }); const token = await client.user.tokens.create(body); console.log(token.value)`,
  ],
  [
    `const r = await fetch(\`${cloudflare}/user/tokens/\${id}/value\`, { method: 'PUT', headers }); const { success, result } = await r.json(); console.log(success, result)`,
    'log result console.log | result',
  ],
  [
    `import axios from 'axios'; const { data } = await axios.post('${cloudflare}/user/tokens', body, { headers }); console.log(data.result.value)`,
    'log result.value console.log | data.result.value',
  ],
  [
    `const r = await fetch('${cloudflare}/user/tokens', { method: 'POST', headers }); const answer = await r.json(); console.log(answer.value, answer.result.value.length, answer.result.policies.value)`,
  ],
  [`const r = await fetch('${cloudflare}/user/tokens', { headers }); const { result } = await r.json(); console.log(result.value)`],
  [
    `const r = await fetch('https://acme.io/user/tokens', { method: 'POST' }); const { result } = await r.json(); console.log(result.value)`,
  ],
  [
    `import * as cf from '@pulumi/cloudflare'; const token = new cf.ApiToken('ci', {}); console.log(token.id, token.value, token.condition.value)`,
    'log ApiToken.value console.log | token.value',
  ],
  [
    `import * as cf from '@pulumi/cloudflare'; const token = new cf.ZeroTrustAccessServiceToken('ci', {}); console.log(token.clientId, token.clientSecret)`,
    'log ZeroTrustAccessServiceToken.clientSecret console.log | token.clientSecret',
  ],
  [`import * as cf from '@pulumi/cloudflare'; const account = new cf.Account('a', {}); console.log(account.value)`],
  [`import { ApiToken } from './own.js'; const token = new ApiToken('ci', {}); console.log(token.value)`],
  [`import * as cf from '@pulumi/cloudflare'; const zone = new cf.Zone('a', {}); console.log(zone.value, new kinds[0]('ci').value)`],
  ['console.log(process.env.CF_API_EMAIL, process.env.CF_ACCOUNT_ID, process.env.CLOUDFLARE_ACCESS_CLIENT_ID)'],
];

describe('exposures', () => {
  it.each(table)('%s', (code, ...expected) => {
    expect(told(code)).toEqual(expected);
  });

  it('say which call lets the credential out', () => {
    const file = javascript(`/* cloudflare */ run(() => console.log('token', ${T})); document.cookie = ${T};`, { path: 'program.ts' });
    const calls = exposures(file).map(({ call }) => call && file.text.slice(call.start, call.end));
    expect(calls).toEqual([`console.log('token', ${T})`, undefined]);
  });

  it.each([
    ['CF_API_TOKEN', '', 1],
    ['CF_API_TOKEN_R2', '', 1],
    ['CLOUD_FLARE_TOKEN', '', 1],
    ['CF_API_TOKEN', '// uploads to CurseForge', 0],
    ['CF_API_TOKEN', '// purges Cloudflare, not CloudFront', 1],
    ['CF_API_KEY', '', 0],
    ['CF_ACCESS_TOKEN', '', 0],
    ['CF_ACCESS_TOKEN', '// of Cloudflare', 1],
    ['CF_ACCESS_TOKEN', '// of Contentful, behind Cloudflare', 0],
    ['CF_API_TOKEN_CREATED_AT', '// of Cloudflare', 0],
  ])("are those of variables that are Cloudflare's: %s %s", (variable, beside, count) => {
    expect(exposures(javascript(`console.log(process.env.${variable}) ${beside}`, { path: 'program.ts' }))).toHaveLength(count);
  });

  it('know that tests are not shipped to browsers', () => {
    const code = 'const token = import.meta.env.VITE_CLOUDFLARE_API_TOKEN; console.log(token);';
    expect(told(code, 'test/drivers/kv.test.ts').map((each) => each.split(' ', 1)[0])).toEqual(['log']);
    expect(told(code, 'src/drivers/kv.ts').map((each) => each.split(' ', 1)[0])).toEqual(['public', 'log']);
  });

  it('know the functions of SvelteKit by the names of their files', () => {
    const load = `export const load = async () => { const token = ${T}; return { zone: 'a', token }; }`;
    expect(told(load, 'src/routes/zones/+page.server.ts')).toEqual(['response CF_API_TOKEN load | token']);
    expect(told(load, 'src/lib/zones.ts')).toEqual([]);
    const actions = `export const actions = { save: async () => ({ t: ${T} }) }`;
    expect(told(actions, 'src/routes/+page.server.ts')).toEqual([`response CF_API_TOKEN actions.save | ${T}`]);
    expect(told(`export const load = () => fetch(api, { headers: { a: ${T} } })`, 'src/routes/+page.server.ts')).toEqual([]);
  });

  it('know the files that bundlers are set up in', () => {
    const code = `export default { env: { t: ${T} }, define: { t: ${T} }, extra: { t: ${T} } }`;
    expect(told(code, 'site/next.config.mjs')).toEqual([`inlined CF_API_TOKEN env | t: ${T}`]);
    expect(told(code, 'C:\\site\\vite.config.ts')).toEqual([`inlined CF_API_TOKEN define | t: ${T}`]);
    expect(told(code, 'app.config.ts')).toEqual([`inlined CF_API_TOKEN extra | t: ${T}`]);
    expect(told(code, 'vitrine/settings.ts')).toEqual([]);
  });

  it.each([
    [`/* a */ // b\n'use client';\nuse(${T}, process.env.CF_ACCOUNT_ID);`, 'client CF_API_TOKEN CF_API_TOKEN'],
    [`"use client"\nuse(${T}, ${T});`, 'client CF_API_TOKEN CF_API_TOKEN'],
    [`'use client';\nuse(import.meta.env.VITE_CLOUDFLARE_API_TOKEN);`, 'public VITE_CLOUDFLARE_API_TOKEN VITE_CLOUDFLARE_API_TOKEN'],
    [`'use server'; // 'use client'\nuse(${T});`],
    [`use(${T}); /* cloudflare */ 'use client';`],
    [`'use strict';\n'use client';\nuse(${T});`],
  ])('know modules for the browser: %s', (code, ...expected) => {
    const file = javascript(`${code} // cloudflare`, { path: 'program.ts' });
    expect(exposures(file).map(({ how, variable, by }) => [how, variable, by].join(' '))).toEqual(expected);
  });

  it.each([
    ['.env', 'VITE_CLOUDFLARE_API_TOKEN=$TOKEN\nVITE_CLOUDFLARE_ACCOUNT_ID=1\nCLOUDFLARE_API_TOKEN=$TOKEN\n', 'VITE_CLOUDFLARE_API_TOKEN'],
    ['a.sh', 'export VITE_CLOUDFLARE_API_TOKEN="$TOKEN"\n', 'VITE_CLOUDFLARE_API_TOKEN'],
    ['Dockerfile', 'FROM node\nENV VITE_CLOUDFLARE_API_TOKEN=$TOKEN\n', 'VITE_CLOUDFLARE_API_TOKEN'],
    ['.github/workflows/a.yml', 'env:\n  VITE_CLOUDFLARE_API_TOKEN: ${{ secrets.TOKEN }}\n', 'VITE_CLOUDFLARE_API_TOKEN'],
    ['compose.yaml', 'services:\n  a:\n    environment:\n      VITE_CLOUDFLARE_API_TOKEN: ${TOKEN}\n', 'VITE_CLOUDFLARE_API_TOKEN'],
    ['values.yaml', 'a:\n  VITE_CLOUDFLARE_API_TOKEN: ${TOKEN}\n'],
  ])('know the variables that bundlers publish where they are given a value: %s %s', (path, text, ...expected) => {
    const found = lint(text, { 'cloudflare-auth/no-credential-exposure': 'error' }, path);
    expect(found.map((message) => pointedAt(text, message))).toEqual(expected);
  });
});

describe('a name of the program itself that says what it holds', () => {
  it.each<readonly [code: string, ...expected: readonly string[]]>([
    [`console.log(config.cloudflareApiToken)`, 'log cloudflareApiToken console.log | config.cloudflareApiToken'],
    [`console.log(settings.cloudflare.apiToken)`, 'log apiToken console.log | settings.cloudflare.apiToken'],
    [`console.log(argv['cf-api-token'])`, `log cf-api-token console.log | argv['cf-api-token']`],
    [`function show(cfToken) { console.log(cfToken); }`, 'log cfToken console.log | cfToken'],
    [
      `interface CloudflareConfig { apiToken: string; zone: string } const show = (config: CloudflareConfig) => console.log(config.apiToken, config.zone);`,
      'log apiToken console.log | config.apiToken',
    ],
    [
      `interface CloudflareConfig { apiToken: string } const show = (config: CloudflareConfig) => console.log(config);`,
      'log apiToken console.log | config',
    ],
    [
      `type CloudflareAuth = { token: string }; localStorage.setItem('a', JSON.stringify(auth)); declare const auth: CloudflareAuth;`,
      'storage token localStorage.setItem | auth',
    ],
    [
      `interface Settings { cloudflareApiToken: string } const show = ({ ...own }: Settings, all: Settings) => console.log(all);`,
      'log cloudflareApiToken console.log | all',
    ],
    [`interface CloudflareStatus { apiToken: boolean } const show = (status: CloudflareStatus) => console.log(status, status.apiToken);`],
    [
      `interface CloudflareConfigErrors { apiToken: string } const show = (errors: CloudflareConfigErrors) => console.log(errors, errors.apiToken);`,
    ],
    [`interface Config { apiToken: string; accountId: string } const show = (config: Config) => console.log(config);`],
    [`interface CloudflareConfig { accountId: string } const show = (config: CloudflareConfig) => console.log(config);`],
    [`interface CloudflareConfig { apiToken: string } const show = (config: Omit<CloudflareConfig, 'apiToken'>) => console.log(config);`],
    [`console.log(errors.cloudflareApiToken, labels.cloudflareApiToken, t.cloudflareApiToken)`],
    [`console.log(names.CF_TOKEN, cloudflareTokenId, hasCloudflareToken, cloudflareTokenUrl)`],
    [`console.log(config.apiToken, token)`],
    [`function show(cfToken: SecretString) { console.log(cfToken); }`],
    [`fetch('https://acme.io', { headers: { 'x-token': config.cloudflareApiToken } })`],
  ])('%s', (code, ...expected) => {
    expect(told(code)).toEqual(expected);
  });
});

describe('what JSX shows', () => {
  it.each<readonly [code: string, ...expected: readonly string[]]>([
    [`const Page = () => <pre>{${T}}</pre>;`, `response CF_API_TOKEN <pre> | ${T}`],
    [`const Page = () => <>{ok && ${T}}</>;`, `response CF_API_TOKEN <> | ${T}`],
    [`const Page = () => <input value={${T}} />;`, `response CF_API_TOKEN <input> | ${T}`],
    [`const Page = () => <Zones token={${T}} />;`],
    [`const Page = () => <button onClick={() => save(${T})}>{${T} ? 'set' : 'unset'}</button>;`],
    [`const Page = ({ apiToken }) => <pre>{apiToken}</pre>;`],
  ])('%s', (code, ...expected) => {
    expect(told(code, 'page.tsx')).toEqual(expected);
  });
});

it('marks a function that is passed by name, whose argument cannot be replaced', () => {
  const passed = (code: string): readonly unknown[] => exposures(javascript(code)).map(({ isPassed }) => isPassed);
  expect(passed(`[process.env.CF_API_TOKEN].forEach(console.log)`)).toEqual([true]);
  expect(passed(`console.log(process.env.CF_API_TOKEN)`)).toEqual([false]);
});
