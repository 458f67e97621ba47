/** What programs hide key by key before they show it, in functions of their own. */
import { describe, expect, it } from 'vitest';
import { exposures } from '../../../src/facts/exposure/exposures.js';
import { javascript } from '../../models/program.js';

const settings = `const config = { token: process.env.CF_API_TOKEN, zone: 'a', ttl: 3 }; const secrets = ['token', 'key'];`;

function shown(code: string): readonly string[] {
  return exposures(javascript(`${settings}\n${code}`)).map(({ variable }) => variable);
}

describe('what hides a credential', () => {
  it.each([
    `const clean = (v) => v && typeof v === 'object' ? Object.fromEntries(Object.entries(v).map(([k, each]) => [k, secrets.includes(k) ? '***' : clean(each)])) : v; console.log(clean({ inner: config }));`,
    `function clean(v) { if (!v || typeof v !== 'object') return v; if (Array.isArray(v)) return v.map(clean); return Object.fromEntries(Object.entries(v).map(([k, each]) => [k, /token/i.test(k) ? '***' : each])); } console.log(clean(config));`,
    `function clean(v) { if (v !== null && typeof v === 'object') { const out = {}; for (const [k, each] of Object.entries(v)) out[k] = /token/i.test(k) ? '***' : clean(each); return out; } return v; } console.log(clean(config));`,
    `function clean(v) { const copy = { ...v }; for (const key of Object.keys(copy)) if (/token/i.test(key)) copy[key] = '***'; return copy; } console.log(clean(config));`,
    `function clean(v) { const copy = { ...v }; for (const key of Object.keys(copy)) copy[key] = /token/i.test(key) ? '***' : copy[key]; return copy; } console.log(clean(config));`,
    `function clean(v) { const copy = {}; for (const key of Object.keys(v)) { if (/token/i.test(key)) copy[key] = '***'; else copy[key] = v[key]; } return copy; } console.log(clean(config), clean({ token: config.token }));`,
    `const copy = { ...config }; for (const key in copy) if (key.includes('token')) copy[key] = 'hidden'; console.log(copy);`,
    `const copy = { ...config }; Object.keys(copy).forEach((key) => { if (/token/.test(key)) delete copy[key]; }); console.log(copy);`,
    `const copy = { ...config }; for (const key of ['token', 'key']) if (key in copy) copy[key] = '***'; console.log(copy);`,
    `const copy = { ...config }; secrets.forEach((key) => { delete copy[key]; }); console.log(copy);`,
    `const copy = { ...config }; const key = 'token'; delete copy[key]; console.log(copy);`,
    `const without = (v, key) => { const copy = { ...v }; delete copy[key]; return copy; }; console.log(without(config, 'token'));`,
    `const without = (v, ...keys) => { const copy = { ...v }; for (const key of keys) delete copy[key]; return copy; }; console.log(without(config, 'token'));`,
    `const copy = { ...config }; for (const key of ['token']) if (key in copy) copy[key] = '***'; console.log(copy);`,
    `for (const [k, v] of Object.entries(config)) console.log(k, secrets.includes(k) ? mask(v) : v);`,
    `const all = new Set(secrets); console.log(Object.entries(config).map(([k, v]) => [k, all.has(k) ? hide(v, 2) : v]));`,
    `const MASK = '[hidden]'; console.log(JSON.stringify(config, (k, v) => (k.endsWith('oken') ? MASK : v)));`,
    `console.log(JSON.stringify(config, (k, v) => (k.endsWith('oken') ? v && '*'.repeat(8) : v)));`,
    `for (const [k, v] of Object.entries(config)) console.log(k, secrets.includes(k) ? (v ? 'set' : 'unset') : v);`,
    `const clean = (v) => JSON.stringify(v, (k, each) => { if (secrets.includes(k)) return hide(each); return each; }); console.log(clean(config));`,
    `const copy = { ...config }; for (const key of secrets) if (copy[key]) copy[key] = hide(copy[key]); console.log(copy);`,
    `const copy = { ...config }; for (const key of Object.keys(copy)) if (/token/i.test(key)) copy[key] = hide(copy[key]); console.log(copy);`,
    `import { omit } from 'lodash-es'; console.log(omit(config, secrets));`,
    `import { pick } from 'es-toolkit'; console.log(pick(config, ['zone']));`,
    `console.log(Object.fromEntries(Object.entries(config).filter(([key]) => !secrets.includes(key))));`,
    `console.log(Object.entries(config).filter(([key]) => ['zone', 'ttl'].includes(key)));`,
    'console.log(Object.keys(config).filter((key) => key !== "token").map((key) => `${key}=${config[key]}`).join());',
  ])('%s', (code) => {
    expect(shown(code)).toEqual([]);
  });
});

describe('what does not', () => {
  it.each([
    `const show = (v) => typeof v === 'string' ? v : JSON.stringify(v); console.log(show(config));`,
    `const show = (v) => v == null || Array.isArray(v) ? '' : { ...v }; console.log(show(config));`,
    `function show(v) { if (typeof v === 'string') return v; return JSON.stringify(v); } console.log(show(config));`,
    `const without = (v, key) => { const copy = { ...v }; delete copy[key]; return copy; }; console.log(without(config, 'zone'));`,
    `const copy = { ...config }; const key = 'token'; if (reset) copy[key] = 'unknown'; console.log(copy);`,
    `import { omit } from 'lodash-es'; console.log(omit(config, ['zone']));`,
    `import { pick } from 'es-toolkit'; console.log(pick(config, ['token', 'zone']));`,
    `console.log(Object.fromEntries(Object.entries(config).filter(([key]) => key !== 'zone')));`,
    `console.log(Object.fromEntries(Object.entries(config).filter(([key]) => secrets.includes(key))));`,
    `console.log(Object.entries(config).filter(([key]) => key.startsWith('t')));`,
    `console.log(Object.entries(config).filter(([, value]) => value !== undefined));`,
    `const copy = { ...config }; for (const key of Object.keys(copy)) if (copy[key] === undefined) delete copy[key]; console.log(copy);`,
    `const copy = { ...config }; for (const key of Object.keys(copy)) copy[key] = String(copy[key]); console.log(copy);`,
    `const copy = { ...config }; for (const key of Object.keys(copy)) copy[key] = fit(copy[key]); console.log(copy);`,
    `console.log(Object.entries(config).map(([k, v]) => [k, k === 'url' ? encodeURIComponent(v) : v]));`,
    `const copy = { ...config }; for (const key of ['zone', 'ttl']) copy[key] = '***'; console.log(copy);`,
    `const copy = { ...config }; console.log(copy); for (const key of secrets) copy[key] = '***';`,
  ])('%s', (code) => {
    expect(shown(code)).toEqual(['CF_API_TOKEN']);
  });
});
