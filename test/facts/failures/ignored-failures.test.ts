import { describe, expect, it } from 'vitest';
import { ignoredFailures } from '../../../src/facts/failures/ignored-failures.js';
import { javascript, shell } from '../../models/program.js';

function told(code: string): string {
  const file = javascript(
    `const zones = 'https://api.cloudflare.com/client/v4/zones', headers = { Authorization: 'Bearer ' + t };\n${code}`,
  );
  return ignoredFailures(file)
    .map(({ how, at }) => `${how} ${file.text.slice(at.start, at.end).split(/[({ ]/, 1).join('')}`.trim())
    .join(', ');
}

const get = 'fetch(zones, { headers })';

/** A function that asks until a request succeeds. */
const again = (body: string, request = get): string => `const f = async () => { while (true) { const r = await ${request}; ${body} } };`;

const ask = `const ask = async (path) => fetch(zones + path, { headers });`;
const api = `${ask} const api = async (path) => { const r = await ask(path); if (!r.ok) throw new Error(String(r.status)); return r.json(); };`;
const graphql = `fetch('https://api.cloudflare.com/client/v4/graphql', { method: 'POST', headers, body })`;

/** Failures that are looked at elsewhere than where the request is sent, or told in another way. */
const handled: readonly (readonly [code: string, expected: string])[] = [
  // by the function between
  [`${api} const list = async () => (await api('/a')).result;`, ''],
  [`${ask} const list = async () => (await (await ask('/a')).json()).result;`, 'unchecked ask'],
  [`${ask} const again = (path) => ask(path); const list = async () => (await (await again('/a')).json()).result;`, 'unchecked again'],
  [
    `${ask} const check = async (r) => { if (!r.ok) throw new Error('no'); return r.json(); }; const get = async (path) => { const r = await ask(path); return check(r); }; const list = async () => (await get('/a')).result;`,
    '',
  ],
  [
    `${api} const often = async (path) => { for (let i = 0; i < 3; i += 1) { try { return await api(path); } catch (error) { if (i === 2) throw error; } } }; const list = async () => (await often('/a')).result;`,
    '',
  ],
  // by what a handler gives back, or counts
  [
    `${api} const act = async () => { try { await api('/a'); return { success: true }; } catch { return { success: false, error: 'no' }; } };`,
    '',
  ],
  [`${api} const verify = async () => { try { await api('/a'); return true; } catch { return false; } };`, ''],
  [`${api} const verify = async () => { try { return (await api('/a')).success; } catch { return false; } };`, ''],
  [`${api} const count = async () => { let failed = 0; try { await api('/a'); } catch { failed++; } return failed; };`, ''],
  [`${api} const list = async () => { try { return (await api('/a')).result; } catch { return { zones: [] }; } };`, 'swallowed catch'],
  [`${api} const list = async () => { try { return (await api('/a')).result; } catch { return false; } };`, 'swallowed catch'],
  // by the handler of the same function
  [
    `const list = async () => { try { const r = await ${get}; if (!r.ok) throw new Error('no'); return (await r.json()).result; } catch { return []; } };`,
    'swallowed catch',
  ],
  [
    `const list = async () => { try { const r = await ${get}; if (r.ok) return (await r.json()).result; throw new Error('no'); } catch {} };`,
    'swallowed catch',
  ],
  [
    `const list = async () => { try { const r = await ${get}; if (!r.ok) { log(r.status); throw new Error('no'); } return (await r.json()).result; } catch { return []; } };`,
    '',
  ],
  [
    `const list = async () => { const r = await ${get}; if (!r.ok) throw new Error('no'); try { return (await r.json()).result; } catch { return []; } };`,
    '',
  ],
  // by the callers that say where a request goes
  [
    `const send = (base, init) => fetch(base + '/x', { ...init, headers }); const act = async () => { await send(zones); };`,
    'dropped send',
  ],
  [
    `const send = (base, init) => fetch(base + '/x', { ...init, headers }); const act = async () => { const r = await send(zones); if (!r.ok) throw new Error('no'); };`,
    '',
  ],
  [
    `class Base { get(path) { return fetch(this.url + path, { headers }); } } class Zones extends Base { url = zones; async list() { return (await (await this.get('/a')).json()).result; } }`,
    'unchecked this.get',
  ],
  // GraphQL
  [`const { data } = await (await ${graphql}).json(); use(data.viewer);`, 'query fetch'],
  [`const { data, errors } = await (await ${graphql}).json(); if (errors) throw new Error(errors[0].message); use(data.viewer);`, ''],
];

it.each(handled)('%s', (code, expected) => {
  expect(told(code)).toBe(expected);
});

const table: readonly (readonly [code: string, expected: string])[] = [
  [`await ${get}`, 'dropped fetch'],
  [
    `const f = async () => { for (let i = 0; i < 3; i++) { const r = await ${get}; if (r.ok) return r.json(); await sleep(1000); } return null; }`,
    'retried fetch',
  ],
  [`let r; do { r = await ${get}; } while (!r.ok);`, 'retried fetch'],
  [
    `const f = async () => { for (let i = 0; i < 3; i++) { const r = await ${get}; if (r.ok) return r.json(); } throw new Error('no'); }`,
    '',
  ],
  [
    `const f = async () => { for (let i = 0; i < 3; i++) { const r = await ${get}; if (r.ok) return r.json(); console.warn('again'); } }`,
    '',
  ],
  [`const f = async () => { for (let i = 0; i < 3; i++) { const r = await ${get}; if (r.ok || r.status === 403) return r.json(); } }`, ''],
  [again('if (r.ok) return r.json(); await new Promise((resolve) => setTimeout(resolve, 100));'), 'retried fetch'],
  [again('if (r.ok) return r.json(); await timers.setTimeout(100);'), 'retried fetch'],
  [`${again('if (r.ok) return r.json(); await pause();')} const pause = () => new Promise((done) => later(done));`, 'retried fetch'],
  [`${again('if (r.ok) return r.json(); await tell();')} const tell = () => new Promise((done) => later(done));`, ''],
  [again('const j = await r.json(); if (r.ok && j.result) return j;'), 'retried fetch'],
  [again('const j = await r.json(); if (r.ok && j.success) return j;'), ''],
  [again('last = r.ok; if (r.ok) return r.json();'), ''],
  [again('if (r.ok) return r.json(); report(r.headers);'), ''],
  [again('if (r.ok) return r.json(); report();'), ''],
  [`${again('if (r.ok) return r.json();')} console.log('asks until it is answered')`, 'retried fetch'],
  [again('if (r.ok) return r.json();', 'fetch(zones + query(page), { headers })'), 'retried fetch'],
  [`void async function () { while (true) { const r = await ${get}; if (r.ok) return r.json(); } }();`, 'retried fetch'],
  [
    `import axios from 'axios'; ${again('if (r.status === 200) return r.data;', 'axios.get(zones, { headers, validateStatus: () => true })')}`,
    '',
  ],
  [`const f = async () => { for (const z of all) { const r = await ${get}; if (r.ok) return r.json(); } }`, ''],
  [`const r = await ${get}; if (!r) f();`, ''],
  [`const r = await ${get}; const j = await r.json(); if (j) use(j.result_info.count)`, 'unchecked fetch'],
  [`const r = await ${get}; const j = await r.json(); use(j)`, ''],
  [`const r = await ${get}; const j = await r.json(); use(j.keys)`, ''],
  [`const r = await ${get}; const j = await r.json(); use(j.result, j.errors.length)`, ''],
  [`const r = await ${get}; const j = await r.json(); j.result.forEach(f)`, 'unchecked fetch'],
  [`const r = await ${get}; use((await r.json()).data)`, ''],
  [`const r = await ${get}; use((await r.json()).data.viewer)`, 'unchecked fetch'],
  [`const r = await ${get}; use(r.headers.get('etag'), (await r.json()).result)`, ''],
  [`await fetch(zones)`, ''],
  [`await fetch(zones, options)`, 'dropped fetch'],
  [`const f = async (base) => { await fetch(base + '/zones', { headers }); };`, ''],
  [`const r = await fetch(zones, { headers }); use((await r[isJson ? 'json' : 'text']()).result)`, 'unchecked fetch'],
  [`await fetch(zones, { headers: { accept: 'application/json' } })`, ''],
  [`await fetch(old ? zones : 'https://dash.cloudflare.com/api', { headers })`, 'dropped fetch'],
  [`await fetch('https://dash.cloudflare.com/api', { headers })`, ''],
  [`await fetch('https://acme.io', { headers })`, ''],
  [`await fetch('https://challenges.cloudflare.com/turnstile/v0/siteverify', { headers })`, ''],
  [`await fetch(CLOUDFLARE_API + '/zones', { headers })`, 'dropped fetch'],
  [`import axios from 'axios'; await axios.get(zones, { headers })`, ''],
  [`import axios from 'axios'; const r = await axios.get(zones, { headers }).catch(() => []); use(r.length)`, 'swallowed'],
  [`import request from 'request'; request(zones, { headers }, (error, response) => use(response))`, ''],
  [`import request from 'request'; request(zones, { headers })`, 'dropped request'],
  [`import https from 'https'; https.get(zones, { headers }).on('response', f)`, ''],
  // callbacks
  [`import https from 'https'; https.get(zones, { headers }, (res) => { res.resume(); })`, 'dropped https.get'],
  [`import https from 'https'; https.get(zones, { headers }, () => done())`, 'dropped https.get'],
  [`import https from 'https'; https.get(zones, { headers }, (res) => { res.on('data', () => {}); console.log(res.statusCode); })`, ''],
  [`import https from 'https'; https.get(zones, { headers }, (res) => check(res))`, ''],
  [`import https from 'https'; https.get(zones, { headers }, check)`, ''],
  [
    `import https from 'https'; https.get(zones, { headers }, (res) => { let b = ''; res.on('data', (c) => (b += c)); res.on('end', () => use(JSON.parse(b).result)); })`,
    'unchecked https.get',
  ],
  [
    `import https from 'https'; https.get(zones, { headers }, (res) => { let b = ''; res.on('data', (c) => (b += c)); res.on('end', () => { const { success, result } = JSON.parse(b); use(success, result); }); })`,
    '',
  ],
  [
    `import https from 'https'; https.get(zones, { headers }, (res) => { let b = ''; res.on('data', (c) => (b += c)); res.on('end', () => resolve(JSON.parse(b))); })`,
    '',
  ],
  [
    `const xhr = new XMLHttpRequest(); xhr.open('POST', zones); xhr.setRequestHeader('Authorization', 'Bearer ' + t); xhr.onload = () => done(); xhr.send();`,
    'dropped xhr.open',
  ],
  [
    `const xhr = new XMLHttpRequest(); xhr.open('GET', zones); xhr.setRequestHeader('Authorization', 'Bearer ' + t); xhr.onload = () => use(JSON.parse(xhr.responseText).result); xhr.send();`,
    'unchecked xhr.open',
  ],
  [
    `const xhr = new XMLHttpRequest(); xhr.open('GET', zones); xhr.setRequestHeader('Authorization', 'Bearer ' + t); xhr.onload = function () { if (this.status === 200) use(JSON.parse(xhr.responseText).result); }; xhr.send();`,
    '',
  ],
  // clients that are told not to reject
  [
    `import axios from 'axios'; const { data } = await axios.get(zones, { headers, validateStatus: () => true }); use(data.result)`,
    'unchecked axios.get',
  ],
  [
    `import axios from 'axios'; const r = await axios.get(zones, { headers, validateStatus: null }); use(r.data.result)`,
    'unchecked axios.get',
  ],
  [
    `import axios from 'axios'; const r = await axios.get(zones, { headers, validateStatus: () => true }); if (r.status === 200) use(r.data.result)`,
    '',
  ],
  [`import axios from 'axios'; const r = await axios.get(zones, { headers, validateStatus: (s) => s < 500 }); use(r.data.result)`, ''],
  [
    `import axios from 'axios'; const api = axios.create({ baseURL: zones, headers, validateStatus: () => { return true; } }); await api.delete('/1')`,
    'dropped api.delete',
  ],
  [`import got from 'got'; const b = await got(zones, { headers, throwHttpErrors: false }).json(); use(b.result)`, 'unchecked got'],
  [`import got from 'got'; const b = await got(zones, { headers }).json(); use(b.result)`, ''],
  [`import ky from 'ky'; await ky.post(zones, { headers, throwHttpErrors: false })`, 'dropped ky.post'],
  [
    `import { ofetch } from 'ofetch'; const { result } = await ofetch(zones, { headers, ignoreResponseError: true }); use(result)`,
    'unchecked ofetch',
  ],
  [`import { ofetch } from 'ofetch'; const { success } = await ofetch(zones, { headers, ignoreResponseError: true }); use(success)`, ''],
  // functions of the file that leave it to their callers
  [`const api = (path) => fetch(zones + path, { headers }); await api('/purge_cache')`, 'dropped api'],
  [
    `const api = (path) => fetch(zones + path, { headers }); const r = await api('/1'); if (!r.ok) throw r; await api('/2');`,
    'dropped api',
  ],
  [
    `async function api(path) { const r = await fetch(zones + path, { headers }); return r.json(); } api('/1').then(({ result }) => use(result)); other()`,
    'unchecked api',
  ],
  [`import axios from 'axios'; const api = (path) => axios.get(zones + path, { headers }); await api('/1')`, ''],
  [
    `async function api(path) { const r = await fetch(zones + path, { headers }); return r.json(); } const { result } = await api('/1'); use(result)`,
    'unchecked api',
  ],
  [`async function api(path) { const r = await fetch(zones + path, { headers }); return r.json(); } use(await api('/1'))`, ''],
  [
    `async function api(path) { const r = await fetch(zones + path, { headers }); if (!r.ok) throw r; return r.json(); } const { result } = await api('/1')`,
    '',
  ],
  [`class C { call(p) { return fetch(zones + p, { headers }); } async purge() { await this.call('/purge_cache'); } }`, 'dropped this.call'],
  [`import https from 'https'; const r = https.request(zones, { headers }); r.write('x'); r.end()`, 'dropped https.request'],
  [`try { const r = await ${get}; if (!r.ok) return 1; } catch {}`, ''],
  [`try { save(await ${get}); } catch { return { ok: false }; }`, 'swallowed catch'],
  [`try { save(await ${get}); } catch { return { zones: [] }; }`, 'swallowed catch'],
  [`try { save(await ${get}); save(await ${get}); } catch {} failed = true;`, 'swallowed catch'],
  // told to the caller, or counted
  [`const f = async () => { try { save(await ${get}); } catch { return { success: false, error: 'refused' }; } };`, ''],
  [`const f = async () => { try { save(await ${get}); return true; } catch { return false; } };`, ''],
  [`const f = async () => { try { save(await ${get}); return []; } catch { return false; } };`, 'swallowed catch'],
  [`try { save(await ${get}); } catch { failed++; }`, ''],
  [`try { save(await ${get}); } catch { stats.failed += 1; }`, ''],
  [`try { save(await ${get}); } catch (e) { if (e instanceof Error) {} return []; }`, 'swallowed catch'],
  [`try { save(await ${get}); } catch (e) { void e; }`, 'swallowed catch'],
  [`try { save(await ${get}); } catch (e) { void report(e); }`, ''],
  [`try { save(await ${get}); } catch (e) { if (e instanceof Error) {} else throw e; }`, ''],
  // the error in place of an answer
  [`const r = await ${get}.catch((e) => e); if (r instanceof Error) throw r;`, 'dropped fetch'],
  [`const r = await ${get}.catch((e) => e); if (r instanceof Error || !r.ok) throw r;`, ''],
  // what was rejected, among several
  [
    `const all = await Promise.allSettled(zones.map(() => cf.zones.get())); const cf = new (require('cloudflare'))(); use(all.filter((s) => s.status === 'fulfilled'));`,
    'swallowed Promise.allSettled',
  ],
  [
    `const cf = new (require('cloudflare'))(); await Promise.allSettled(ids.map((id) => cf.zones.get(id)));`,
    'swallowed Promise.allSettled',
  ],
  [
    `const cf = new (require('cloudflare'))(); const all = await Promise.allSettled(ids.map((id) => cf.zones.get(id))); log(all.filter((s) => s.status === 'rejected'));`,
    '',
  ],
  [
    `import ky from 'ky'; const api = ky.create({ prefixUrl: 'https://api.cloudflare.com/client/v4', hooks: { beforeRequest: [(r) => { r.headers.set('Authorization', t); }] } }); try { await api.get('zones'); } catch {}`,
    'swallowed catch',
  ],
  ...[`cf.zones.get().then(() => true, () => false)`, `cf.zones.get().then(() => true).catch(() => false)`].map(
    (code): [string, string] => [`const cf = new (require('cloudflare'))(); export const isActive = () => ${code};`, ''],
  ),
  [
    `const cf = new (require('cloudflare'))(); export const name = () => cf.zones.get().then((zone) => zone.name).catch(() => false);`,
    'swallowed',
  ],
  [
    `const cf = new (require('cloudflare'))(); for (const s of await Promise.allSettled(jobs)) if (s.status === 'rejected') report(s); await Promise.allSettled(ids.map((id) => cf.zones.get(id)));`,
    'swallowed Promise.allSettled',
  ],
  [
    `const cf = new (require('cloudflare'))(); await Promise.allSettled(ids.map((id) => cf.zones.get(id).catch((e) => log(e.status))));`,
    '',
  ],
  [
    `const cf = new (require('cloudflare'))(); const get = async (id) => { try { await cf.zones.get(id); } catch (e) { log(e.status); } }; await Promise.allSettled(ids.map((id) => get(id)));`,
    '',
  ],
  [`const cf = new (require('cloudflare'))(); report(await Promise.allSettled(ids.map((id) => cf.zones.get(id))));`, ''],
  [`await Promise.allSettled(ids.map((id) => db.get(id)));`, ''],
  [
    `const r = await fetch('https://api.cloudflare.com/client/v4/graphql', { method: 'POST', headers, body }); const { data } = await r.json(); use(data.viewer);`,
    'query fetch',
  ],
  [
    `const r = await fetch('https://api.cloudflare.com/client/v4/graphql', { method: 'POST', headers, body }); const { data, errors } = await r.json(); use(data.viewer, errors);`,
    '',
  ],
  // rxjs
  [
    `import { HttpClient } from '@angular/common/http'; class A { constructor(private http: HttpClient) {} get() { return this.http.get(zones, { headers }).pipe(catchError(() => of([]))); } }`,
    'swallowed',
  ],
  [
    `import { HttpClient } from '@angular/common/http'; class A { constructor(private http: HttpClient) {} get() { return this.http.get(zones, { headers }).pipe(catchError((e) => { log(e); return of([]); })); } }`,
    '',
  ],
  // functions that are run until they succeed, or in turn
  [`import pRetry from 'p-retry'; const list = async () => (await pRetry(async () => (await ${get}).json())).result;`, 'unchecked fetch'],
  [
    `import pRetry from 'p-retry'; const list = async () => { const r = await pRetry(() => ${get}); if (!r.ok) throw r; return r.json(); };`,
    '',
  ],
  [
    `import pLimit from 'p-limit'; const limit = pLimit(2); const list = async () => (await limit(() => ${get}.then((r) => r.json()))).result;`,
    'unchecked fetch',
  ],
  [`import { run } from 'other'; const list = async () => (await run(async () => (await ${get}).json())).result;`, ''],
  [`from(ask()).pipe(map(used), catchError(() => EMPTY)); const ask = async () => used(await ${get});`, 'swallowed'],
  [`defer(() => ${get}).pipe(catchError((error) => throwError(() => error)));`, ''],
  [`page$.pipe(switchMap(() => ${get}), catchError(() => of([])));`, 'swallowed'],
  // Effect
  [`Effect.tryPromise(() => ${get}).pipe(Effect.map(used), Effect.catchAll(() => Effect.succeed([])));`, 'swallowed'],
  [`Effect.tryPromise({ try: () => ${get}, catch: (e) => new Refused(e) }).pipe(Effect.orElseSucceed(() => []));`, 'swallowed'],
  [`Effect.tryPromise({ try: () => ${get}, catch: (e) => new Refused(e) }).pipe(Effect.retry(twice));`, ''],
  [`Effect.tryPromise(() => ${get}).pipe(Effect.catchAll((e) => Effect.succeed({ error: e })));`, ''],
  [`Effect.tryPromise(() => ${get}).pipe(Effect.catchAll(() => Effect.logError('refused')));`, ''],
  [`page.pipe(Effect.flatMap(() => { return Effect.tryPromise(() => ${get}); }), Effect.catchAllCause(() => Effect.void));`, 'swallowed'],
  [`page$.pipe(catchError(() => of([])), switchMap(() => ${get}));`, ''],
  [`page$.pipe(mergeMap((page) => { return from(${get}); })).pipe(catchError(() => of([])));`, 'swallowed'],
  [`forkJoin({ zones: from(${get}), others: others$ }).pipe(catchError(() => of(undefined)));`, 'swallowed'],
  [`lastValueFrom(from(${get}).pipe(map(used))).catch(() => []);`, 'swallowed'],
  [`other(${get}).pipe(catchError(() => of([])));`, ''],
  [
    `import { fromFetch } from 'rxjs/fetch'; fromFetch(zones, { headers }).pipe(switchMap((r) => { if (!r.ok) throw r; return r.json(); }), catchError(() => of([])));`,
    'swallowed',
  ],
  [`try { save(await ${get}); } catch (error) { return error.message; }`, ''],
  [`try { save(await ${get}); } catch { throw failure; }`, ''],
  [`try { save(await ${get}); } catch { setTimeout(() => retry(), 100); }`, ''],
  [
    `try { save(await ${get}); } catch {} await ${get}; try { save(await ${get}); } catch {}`,
    'swallowed catch, dropped fetch, swallowed catch',
  ],
  [`const r = await ${get}.catch(() => null); use(r)`, 'swallowed'],
  [`const r = await ${get}.catch(() => null); if (r.zones) use(r.zones)`, 'swallowed'],
  [`const r = await ${get}.catch(() => null); if (r.status === 200) use(r)`, ''],
  [`try { save(await ${get}); } catch { failed = true; }`, ''],
  ...(
    [
      ['setZones([]);', 'swallowed catch'],
      ['setZones([]); setLoading(false); rows.value = [];', 'swallowed catch'],
      ['this.zones = []; this.loading = false;', 'swallowed catch'],
      ['setLoading(false);', 'swallowed catch'],
      ['setZones([]); setFailed(true);', ''],
      ['setZones([]); setReady(false);', ''],
      ['setZones([none]);', ''],
      ['this.zones = []; this.ready = false;', ''],
      ['rows.value = []; outcome.value = "refused";', ''],
      ['other.value = [];', ''],
      ['reset([]);', ''],
    ] as const
  ).map(
    ([handler, found]) =>
      [
        `import { useState } from 'react'; import { ref } from 'vue'; const [zones, setZones] = useState([]); const [l, setLoading] = useState(true); const [f, setFailed] = useState(false); const [r, setReady] = useState(true); const rows = ref([]), outcome = ref(''); try { save(await ${get}); } catch { ${handler} }`,
        found,
      ] as const,
  ),
  [`try { save(await ${get}); } catch { process.exit(1); }`, ''],
  [
    `const f = async () => { for (const id of ids) { try { return await use(await ${get}); } catch { continue; } } throw new Error('none'); };`,
    '',
  ],
  [
    `const f = async () => { for (const id of ids) { try { return await use(await ${get}); } catch { continue; } } return []; };`,
    'swallowed catch',
  ],
  // handlers of a chain of promises, and of the items of a list
  [`page().then((p) => ${get}.then(used)).catch(() => undefined);`, 'swallowed'],
  [`page().then(async (p) => { used(await ${get}); }).catch(() => []);`, 'swallowed'],
  [`page().then((p) => ${get}.then(used)).catch((e) => log(e));`, ''],
  [`page().then((p) => { void ${get}.then(used); }).catch(() => undefined);`, ''],
  [`await Promise.all(ids.map((id) => ${get}.then(used))).catch(() => []);`, 'swallowed'],
  // handlers that are written elsewhere
  [`import _ from 'lodash'; ${get}.then(used).catch(_.identity);`, 'swallowed _.identity'],
  [`${get}.then(used).catch(noop);`, 'swallowed noop'],
  [`${get}.then(used).catch(report);`, ''],
  [`const ignore = () => {}; ${get}.then(used).catch(ignore);`, 'swallowed ignore'],
  [`const tell = (e) => { console.error(e); }; ${get}.then(used).catch(tell);`, ''],
  // what a function has told is over
  [`const f = async () => { try { used(await ${get}); } catch (e) { console.error(e); } }; f().catch(() => {});`, ''],
  [`try { save(await ${get}); } catch { await delay(100); }`, 'swallowed catch'],
  [`const f = async () => { const r = await ${get}; if (!r.ok) throw r; return r; }; try { save(await f()); } catch {}`, 'swallowed catch'],
  [`const f = () => 1; try { save(f()); } catch {}`, ''],
  [`import C from 'cloudflare'; const c = new C(); const z = await c.zones.get(i).catch(() => null); if (!z) create();`, ''],
  [
    `import C from 'cloudflare'; async function f(c: C) { try { return (await c.zones.get(i)).status } catch { return 'none' } }`,
    'swallowed catch',
  ],
  [`import C from 'cloudflare'; const c = new C(); try { await c.zones.get(i); } catch {}`, 'swallowed catch'],
  [`import C from 'cloudflare'; try { const c = new C(); c.withOptions({}); } catch {}`, ''],
  [`import C from './cloudflare.js'; const c = new C(); try { await c.zones.get(i); } catch {}`, ''],
  [`import { Client } from 'acme'; async function f(c: Client) { try { await c.zones.get(i); } catch {} }`, ''],
  [`import * as cf from '@pulumi/cloudflare'; const p = new cf.Provider('x', {}); try { await p.zones.get(i); } catch {}`, ''],
];

describe('an interceptor of what a client rejects', () => {
  const swallowed = (base: string, handlers: string): string =>
    told(
      `import axios from 'axios'; export const api = axios.create({ baseURL: '${base}', headers: { Authorization: t } }); api.interceptors.response.use(${handlers});`,
    );
  const cloudflare = 'https://api.cloudflare.com/client/v4';

  it.each(['(r) => r, () => Promise.resolve({ data: {} })', '(r) => r.data, (_error) => null', 'undefined, () => {}'])(
    'swallows it: %s',
    (handlers) => {
      expect(swallowed(cloudflare, handlers)).toMatch(/^swallowed/);
    },
  );

  it.each([
    '(r) => r',
    '(r) => r, (e) => { log(e.message); return Promise.reject(e); }',
    "(r) => r, () => Promise.reject(new Error('refused'))",
    "(r) => r, () => { throw new Error('refused'); }",
    '(r) => r, refused',
  ])('does not: %s', (handlers) => {
    expect(swallowed(cloudflare, handlers)).toBe('');
  });

  it('is none of another service', () => {
    expect(swallowed('https://api.acme.io', '(r) => r, () => null')).toBe('');
  });
});

describe('a request that a method ends', () => {
  const ended = (end: string): string =>
    told(`const request = require('superagent'); request.post(zones).set(headers).send({ a: 1 })${end};`);

  it.each(['.end()', '.end(() => console.log("done"))', '.end((error, response) => done())'])('is unseen: %s', (end) => {
    expect(ended(end)).toBe('dropped request.post');
  });

  it.each([
    '.end((error) => { if (error) throw error; })',
    '.end((error, response) => done(response.ok))',
    '.end(done)',
    '.then((response) => done(response.body.result))',
  ])('is seen: %s', (end) => {
    expect(ended(end)).toBe('');
  });
});

describe('failures that nobody sees', () => {
  it.each(table)('%s', (code, expected) => {
    expect(told(code)).toBe(expected);
  });

  it('are of a request whose answer says whether it is ok, if it is one of fetch that is not repeated', () => {
    const asks = (request: string): readonly unknown[] => {
      const file = javascript(`import got from 'got'; ${request}`);
      return ignoredFailures(file).map(({ how, request }) => [how, request && file.text.slice(request.start, request.end)]);
    };
    const url = `'https://api.cloudflare.com/client/v4/zones'`;
    expect(asks(`await fetch(${url}, options)`)).toEqual([['dropped', `fetch(${url}, options)`]]);
    expect(asks(`let r; do { r = await fetch(${url}, options); } while (!r.ok);`)).toEqual([['retried', undefined]]);
    expect(asks(`await got(${url}, { headers, throwHttpErrors: false })`)).toEqual([['dropped', undefined]]);
  });
});

describe('scripts', () => {
  const zones = 'https://api.cloudflare.com/client/v4/zones -H "Authorization: Bearer $CLOUDFLARE_API_TOKEN"';
  const count = (script: string): number => ignoredFailures(shell(script)).length;

  it.each([
    `curl -s ${zones} > /dev/null`,
    `curl -so /dev/null ${zones}`,
    `curl ${zones} --output /dev/null`,
    `curl -X POST ${zones} &>/dev/null`,
    `curl -sf -o /dev/null ${zones} || true`,
    `curl -f --silent ${zones} >/dev/null 2>&1 \\\n  || :`,
  ])('throw the answer away: %s', (script) => expect(count(script)).toBe(1));

  it.each([
    `curl -s ${zones}`,
    `curl -s ${zones} > zones.json`,
    `curl -fs ${zones} > /dev/null`,
    `curl --fail-with-body ${zones} > /dev/null`,
    `curl -so /dev/null -w '%{http_code}' ${zones}`,
    `curl -s -D - -o /dev/null ${zones}`,
    `curl -fsS -o /dev/null ${zones} || true`,
    `curl -fs ${zones} || true`,
    `curl -fs ${zones} > /dev/null || echo failed`,
    `curl -fs ${zones} > /dev/null || true_or_mail`,
    `curl -s ${zones} 2> /dev/null`,
    'curl -s https://acme.io -H "Authorization: Bearer $CLOUDFLARE_API_TOKEN" > /dev/null',
  ])('look: %s', (script) => expect(count(script)).toBe(0));
});

describe('what a script keeps of an answer', () => {
  const kept = (rest: string, filter = "jq -r '.result[0].id'"): readonly string[] => {
    const file = shell(`ID=$(curl -s -H "Authorization: Bearer $T" https://api.cloudflare.com/client/v4/zones | ${filter})\n${rest}`);
    return ignoredFailures(file).map(({ how }) => how);
  };

  it('has to be asked for', () => {
    expect(kept('use "$ID"')).toEqual(['unchecked']);
    expect(kept('use "$ID"', "jq -r '.result[].id // empty'")).toEqual(['unchecked']);
    expect(kept('use "$ID"', "jq -r '.result | .[0] | .id'")).toEqual(['unchecked']);
    expect(kept('use "$ID"', `jq -r '{"result"}[] | .[0] | .id'`)).toEqual(['unchecked']);
    expect(kept('echo "[debug] zone $ID"')).toEqual(['unchecked']);
    // which fail if there is no result
    expect(kept('use "$ID"', "jq -r '.result | .[] | .id'")).toEqual([]);
    expect(kept('use "$ID"', "jq -r '.result[] | select(.type == 1) | .id'")).toEqual([]);
    expect(kept('if [ -z "$ID" ]; then exit 1; fi')).toEqual([]);
    expect(kept('[[ $ID == null ]] && exit 1')).toEqual([]);
    expect(kept('use "${ID:?no zone}"')).toEqual([]);
    expect(kept('use "$ID"', "jq -er '.result[0].id'")).toEqual([]);
    expect(kept('use "$ID"', "jq -r '.success'")).toEqual([]);
  });
});

describe('what a script reads from a response in a variable', () => {
  const read = (rest: string): number =>
    ignoredFailures(shell(`R=$(curl -s -H "Authorization: Bearer $T" https://api.cloudflare.com/client/v4/zones)\n${rest}`)).length;

  it.each([
    [`NAME=$(echo "$R" | jq -r '.result[0].name')`, 1],
    [`ID=$(jq -r '.result[0].id' <<< "$R")\nNAME=$(echo "\${R}" | jq -r '.result[0].name')`, 1],
    [`ID=$(echo "$R" | grep -o '"id":"[^"]*"' | cut -d'"' -f4)`, 1],
    [`ID=$(echo "$R" | jq -r '.result[0].id')\nif [ -z "$ID" ]; then exit 1; fi`, 0],
    [`ID=$(echo "$R" | jq -r '.result[0].id')\necho "$R"`, 0],
    [`ID=$(echo "$R" | jq -r '.result[0].id')\ncheck "$R"`, 0],
    [`[ "$(echo "$R" | jq -r .success)" = true ] || exit 1\nID=$(echo "$R" | jq -r '.result[0].id')`, 0],
    [`ID=$(echo "$R" | parse id)`, 0],
  ])('%s: %i', (rest, count) => {
    expect(read(rest)).toBe(count);
  });
});

describe('a function of a script that prints what Cloudflare responds', () => {
  const api = 'https://api.cloudflare.com/client/v4/zones';
  const options = '-s -H "Authorization: Bearer $T"';
  const places = (script: string): readonly string[] => {
    const file = shell(script);
    return ignoredFailures(file).map(({ how, at }) => `${how} ${file.text.slice(at.start, at.end)}`);
  };

  it.each([
    [`cf ${api} > /dev/null`, ['dropped cf']],
    [`cf -X DELETE ${api}/$ID > /dev/null\ncf ${api}`, ['dropped cf']],
    [`ID=$(cf ${api} | jq -r '.result[0].id')`, ['unchecked cf']],
    [`R=$(cf ${api})\nID=$(echo "$R" | jq -r '.result[0].id')`, ['unchecked cf']],
    [`purge() { cf -X POST ${api}/$1/purge_cache > /dev/null; }\npurge $ONE\npurge $TWO`, ['dropped cf']],
    [`cf ${api}`, []],
    [`R=$(cf ${api})\n[ "$(echo "$R" | jq -r .success)" = true ] || exit 1\nID=$(echo "$R" | jq -r '.result[0].id')`, []],
    [`cf https://api.acme.io > /dev/null`, []],
  ])('leaves checking it to its callers: %s', (calls, expected) => {
    expect(places(`cf() { curl ${options} "$@"; }\n${calls}`)).toEqual(expected);
  });

  it.each([
    [`cf() { curl ${options} ${api} | jq -r '.result[0].id'; }\nID=$(cf)\nuse "$ID"`, ['unchecked curl']],
    [`cf() { curl ${options} ${api} > /dev/null; }\ncf\ncf`, ['dropped curl']],
    [`cf() { curl -f ${options} "$@"; }\ncf ${api} > /dev/null`, []],
  ])('does what is wrong, or right, itself: %s', (script, expected) => {
    expect(places(script)).toEqual(expected);
  });
});

describe('a document', () => {
  const said = (code: string, path: string): readonly string[] =>
    ignoredFailures(
      javascript(`const zones = 'https://api.cloudflare.com/client/v4/zones', headers = { Authorization: 'Bearer ' + t };\n${code}`, {
        path,
      }),
    ).map(({ how }) => how);

  it.each([
    [`const response = await ${get};`, []],
    [`await ${get};`, []],
    [`async function zonesOf() {\n  const response = await ${get};\n}`, ['dropped']],
    [`const { result } = await ${get}.then((r) => r.json());\nuse(result.length);`, ['unchecked']],
  ])('leaves what comes next to its readers, unless it shows all of a function: %s', (code, expected) => {
    expect(said(code, 'README.md/0.ts')).toEqual(expected);
  });

  it('is no program, in which what comes next would be there', () => {
    expect(said(`await ${get};`, 'purge.ts')).toEqual(['dropped']);
  });
});
