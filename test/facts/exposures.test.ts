import { describe, expect, it } from 'vitest';
import { exposures } from '../../src/facts/exposures.js';
import { javascript } from '../read.js';

function told(code: string, path = 'program.ts'): readonly string[] {
  const file = javascript(`/* cloudflare */ ${code}`, { path });
  return exposures(file).map(
    ({ at, how, variable, by, revealed }) =>
      `${how} ${variable} ${by}${revealed === Infinity ? '' : ` ${String(revealed)}`} | ${file.text.slice(at.start, at.end)}`,
  );
}

const T = 'process.env.CF_API_TOKEN';

const table: readonly (readonly [code: string, ...expected: readonly string[]])[] = [
  // sinks
  [`console.log(${T})`, `log CF_API_TOKEN console.log | ${T}`],
  [`window.console.error({ a: { token: ${T} } })`, `log CF_API_TOKEN console.error | ${T}`],
  [`process.stdout.write('t ' + ${T})`, `log CF_API_TOKEN stdout.write | ${T}`],
  [`import debug from 'debug'; debug('app')('%s', ${T})`, `log CF_API_TOKEN debug | ${T}`],
  [`import winston from 'winston'; const l = winston.createLogger(); l.info(${T})`, `log CF_API_TOKEN createLogger.info | ${T}`],
  [`import { log } from './log.js'; log.warn(${T})`, `log CF_API_TOKEN log.warn | ${T}`],
  [`import log from './log.js'; log.warn(${T})`, `log CF_API_TOKEN warn | ${T}`],
  [`class A { m() { this.logger.error(${T}); } }`, `log CF_API_TOKEN logger.error | ${T}`],
  [`import * as core from '@actions/core'; core.setOutput('t', ${T})`, `output CF_API_TOKEN setOutput | ${T}`],
  [`import fs from 'node:fs'; fs.appendFileSync(process.env.GITHUB_OUTPUT, ${T})`, `output CF_API_TOKEN appendFileSync | ${T}`],
  [`import { writeFile } from 'node:fs/promises'; writeFile('.env', \`T=\${${T}}\`)`, `file CF_API_TOKEN writeFile | ${T}`],
  [`app.get('/', (c) => c.json({ t: c.env.CF_API_TOKEN }))`, `response CF_API_TOKEN c.json | c.env.CF_API_TOKEN`],
  [`app.use(async (ctx) => { ctx.body = { t: ${T} }; })`, `response CF_API_TOKEN ctx.body | ${T}`],
  [`import { NextResponse } from 'next/server'; NextResponse.json(${T})`, `response CF_API_TOKEN NextResponse.json | ${T}`],
  [`import { json } from '@remix-run/node'; json({ t: ${T} })`, `response CF_API_TOKEN json | ${T}`],
  [`throw new TypeError(\`bad \${${T}}\`)`, `error CF_API_TOKEN TypeError | ${T}`],
  [`sessionStorage.setItem('t', ${T})`, `storage CF_API_TOKEN sessionStorage.setItem | ${T}`],
  [`localStorage.token = ${T}`, `storage CF_API_TOKEN localStorage.token | ${T}`],
  [`window.parent.postMessage({ t: ${T} }, '*')`, `storage CF_API_TOKEN parent.postMessage | ${T}`],
  [`import { spawn } from 'child_process'; spawn('wrangler', ['--token', ${T}])`, `command CF_API_TOKEN spawn | ${T}`],
  [`import { $ } from 'bun'; Bun.spawn(['curl', ${T}])`, `command CF_API_TOKEN Bun.spawn | ${T}`],
  [`import posthog from 'posthog-js'; posthog.capture('x', { t: ${T} })`, `tracker CF_API_TOKEN capture | ${T}`],
  [`import { Resend } from 'resend'; new Resend(k).emails.send({ text: ${T} })`, `message CF_API_TOKEN Resend.send | ${T}`],
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
  ['const { REACT_APP_CF_TOKEN } = process.env;', 'public REACT_APP_CF_TOKEN REACT_APP_CF_TOKEN | REACT_APP_CF_TOKEN'],
  ['use(process.env.NEXT_PUBLIC_TURNSTILE_KEY, process.env.VITE_CLOUDFLARE_ACCOUNT_ID, import.meta.env.VITE_CLOUDFLARE_EMAIL)'],
  [
    `import webpack from 'webpack'; new webpack.DefinePlugin({ T: JSON.stringify(${T}) })`,
    `inlined CF_API_TOKEN DefinePlugin | T: JSON.stringify(${T})`,
  ],
  [`export async function getServerSideProps() { return { props: { t: ${T} } }; }`, `inlined CF_API_TOKEN props | t: ${T}`],
  [`const db = { define: { t: ${T} }, env: { t: ${T} }, extra: { t: ${T} }, public: { t: ${T} } }`],
  // ways
  [`const config = { cf: { token: ${T} } }; const { cf: { token: t } } = config; console.log(t)`, 'log CF_API_TOKEN console.log | t'],
  [`function say(x) { console.log(x); } say(${T}); say('hello')`, 'log CF_API_TOKEN console.log | x'],
  [`console.log(${T} ?? 'none', ${T} && 'set', ${T} === t, !${T})`, `log CF_API_TOKEN console.log | ${T}`],
  [
    `console.log(util.inspect({ t: ${T}.trim() }), btoa(${T}))`,
    `log CF_API_TOKEN console.log | ${T}.trim()`,
    `log CF_API_TOKEN console.log | ${T}`,
  ],
  [
    `console.log(${T}.slice(0, 4), ${T}.slice(-4))`,
    `log CF_API_TOKEN console.log 8 | ${T}.slice(0, 4)`,
    `log CF_API_TOKEN console.log 8 | ${T}.slice(-4)`,
  ],
  [`console.log(long ? ${T}.slice(0, 4) : ${T}.slice(0, 2))`, `log CF_API_TOKEN console.log 4 | ${T}.slice(0, 4)`],
  [`console.log(${T}.substr(2, 3))`, `log CF_API_TOKEN console.log 3 | ${T}.substr(2, 3)`],
  [`console.log(${T}.at(0))`, `log CF_API_TOKEN console.log 1 | ${T}.at(0)`],
  [`console.log(${T}.slice(4))`, `log CF_API_TOKEN console.log | ${T}.slice(4)`],
  [`console.log(${T}.length, ${T}.startsWith('x'), hash(${T}), mask(${T}), ${T}.replace(/./g, '*'))`],
  // sources
  [`console.log(Deno.env.get('CF_API_TOKEN'))`, `log CF_API_TOKEN console.log | Deno.env.get('CF_API_TOKEN')`],
  [`import { Config } from 'effect'; console.log(yield* Config.string('CF_TOKEN'))`],
  [`import { CF_TOKEN } from '$env/static/private'; console.log(CF_TOKEN)`, 'log CF_TOKEN console.log | CF_TOKEN'],
  [`const get = (name) => process.env[name]; console.log(get('CF_TOKEN'))`, `log CF_TOKEN console.log | get('CF_TOKEN')`],
  [
    `function f(key) { fetch('https://api.cloudflare.com/client/v4/zones', { headers: { 'X-Auth-Key': key } }); console.log(key); } function g(key) { console.log(key); }`,
    'log key console.log | key',
  ],
  [`import Cloudflare from 'cloudflare'; const t = await ask(); new Cloudflare({ apiToken: t }); console.log(t)`, 'log t console.log | t'],
  [
    `const r = await fetch('https://api.cloudflare.com/client/v4/user/tokens', { method: 'POST', headers }); const { result } = await r.json(); console.log(result.id, result.value)`,
    'log value console.log | result.value',
  ],
  ['console.log(process.env.CF_API_EMAIL, process.env.CF_ACCOUNT_ID, process.env.CLOUDFLARE_ACCESS_CLIENT_ID)'],
];

describe('exposures', () => {
  it.each(table)('%s', (code, ...expected) => {
    expect(told(code)).toEqual(expected);
  });

  it('are not found by a name that only begins with cf in a file that says nothing of Cloudflare', () => {
    expect(exposures(javascript('console.log(process.env.CF_TOKEN)', { path: 'program.ts' }))).toEqual([]);
  });

  it('know modules for the browser', () => {
    const file = javascript(`/* a */ // b\n'use client';\nuse(${T});`, { path: 'program.ts' });
    expect(exposures(file).map(({ how }) => how)).toEqual(['client']);
  });
});
