import { describe, expect, it } from 'vitest';
import { ignoredFailures } from '../../src/facts/failures.js';
import { javascript } from '../read.js';

function told(code: string): string {
  const file = javascript(
    `const zones = 'https://api.cloudflare.com/client/v4/zones', headers = { Authorization: 'Bearer ' + t };\n${code}`,
  );
  return ignoredFailures(file)
    .map(({ how, at }) => `${how} ${file.text.slice(at.start, at.end).split(/[({ ]/, 1).join('')}`.trim())
    .join(', ');
}

const get = 'fetch(zones, { headers })';

const table: readonly (readonly [code: string, expected: string])[] = [
  [`await ${get}`, 'dropped fetch'],
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
  [`await fetch('https://acme.io', { headers })`, ''],
  [`await fetch('https://challenges.cloudflare.com/turnstile/v0/siteverify', { headers })`, ''],
  [`await fetch(CLOUDFLARE_API + '/zones', { headers })`, 'dropped fetch'],
  [`import axios from 'axios'; await axios.get(zones, { headers })`, ''],
  [`import axios from 'axios'; const r = await axios.get(zones, { headers }).catch(() => []); use(r.length)`, 'swallowed'],
  [`import request from 'request'; request(zones, { headers }, (error, response) => use(response))`, ''],
  [`import request from 'request'; request(zones, { headers })`, 'dropped request'],
  [`import https from 'https'; https.get(zones, { headers }).on('response', f)`, ''],
  [`import https from 'https'; const r = https.request(zones, { headers }); r.write('x'); r.end()`, 'dropped https.request'],
  [`try { const r = await ${get}; if (!r.ok) return 1; } catch {}`, ''],
  [`try { save(await ${get}); } catch { return { ok: false }; }`, 'swallowed catch'],
  [`try { save(await ${get}); } catch { failed = true; }`, ''],
  [`try { save(await ${get}); } catch { process.exit(1); }`, ''],
  [`try { save(await ${get}); } catch { await delay(100); }`, 'swallowed catch'],
  [`const f = async () => { const r = await ${get}; if (!r.ok) throw r; return r; }; try { save(await f()); } catch {}`, 'swallowed catch'],
  [`const f = () => 1; try { save(f()); } catch {}`, ''],
  [`import C from 'cloudflare'; const c = new C(); const z = await c.zones.get(i).catch(() => null); if (!z) create();`, ''],
  [
    `import C from 'cloudflare'; async function f(c: C) { try { return (await c.zones.get(i)).status } catch { return 'none' } }`,
    'swallowed catch',
  ],
];

describe('failures that nobody sees', () => {
  it.each(table)('%s', (code, expected) => {
    expect(told(code)).toBe(expected);
  });
});
