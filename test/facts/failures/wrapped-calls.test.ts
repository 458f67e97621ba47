import { describe, expect, it } from 'vitest';
import { ignoredFailures } from '../../../src/facts/failures/ignored-failures.js';
import { javascript } from '../../models/program.js';

const client = `import Cloudflare from 'cloudflare'; const client = new Cloudflare({ apiToken: process.env.CLOUDFLARE_API_TOKEN });`;

function swallowed(...code: readonly string[]): readonly string[] {
  const file = javascript([client, ...code].join('\n'));
  return ignoredFailures(file).map(({ how, at }) => `${how} ${file.text.slice(at.start, at.end).split(/[({ ]/, 1).join('')}`.trim());
}

const list = 'client.zones.list()';
const retry = 'async function retry(fn) { for (let i = 0; i < 3; i += 1) { try { return await fn(i); } catch {} } }';

describe('a failure that a helper of the file swallows', () => {
  it.each([
    [retry, `await retry(() => ${list});`],
    [retry, `const zones = await retry(async () => { const page = await ${list}; return page.result; }); use(zones);`],
    [
      'const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms)); async function retry(fn) { for (;;) { try { return await fn(); } catch { await pause(Math.min(1000, 50)); } } }',
      `await retry(() => ${list});`,
    ],
    [
      'const attempt = async (fn = () => {}) => { if (typeof fn !== "function") return; try { return await fn(); } catch { return null; } };',
      `use(await attempt(() => ${list}));`,
    ],
    [
      'const quietly = async (promise) => { try { return await promise; } catch { return undefined; } };',
      `await quietly(${list}.then((page) => page.result));`,
    ],
    [retry, `async function load() { return ${list}; } const zones = await retry(load); use(zones?.length);`],
    [retry, `class Zones { load = () => ${list}; run() { return retry(this.load); } }`],
    ['class Job { async soft(fn) { try { await fn(); } catch {} }', `run() { return this.soft(() => ${list}); } }`],
  ])('%s %s', (helper, use) => {
    expect(swallowed(helper, use)).toEqual(['swallowed catch']);
  });

  it('is none of a function that looks at its own, or makes no request', () => {
    expect(
      swallowed(retry, `const load = async () => { try { return await ${list}; } catch (e) { log(e.status); } }; await retry(load);`),
    ).toEqual([]);
    expect(swallowed(retry, `const load = () => JSON.parse(text); await retry(load); await retry(other);`)).toEqual([]);
    expect(
      swallowed(retry, `const load = () => ${list}; const zones = await retry(load); if (!zones) throw new Error('refused');`),
    ).toEqual([]);
  });

  it('may be handled by a callback', () => {
    expect(swallowed('const quietly = (promise) => promise.catch(() => undefined);', `await quietly(${list});`)).toEqual(['swallowed']);
    expect(swallowed('const quietly = (fn) => fn().catch(() => undefined);', `await quietly(() => ${list});`)).toEqual(['swallowed']);
  });
});

describe('a failure that a helper lets its callers know', () => {
  it.each([
    [
      'async function retry(fn) { let last; for (let i = 0; i < 3; i += 1) { try { return await fn(); } catch (error) { last = error; } } throw last; }',
    ],
    ['async function retry(fn) { for (let i = 0; i < 3; i += 1) { try { return await fn(); } catch {} } throw new Error("gave up"); }'],
    ['async function retry(fn) { for (let i = 0; i < 3; i += 1) { try { return await fn(); } catch {} } console.error("gave up"); }'],
    ['async function retry(fn) { for (let i = 0; i < 3; i += 1) { try { return await fn(); } catch {} } return fn(); }'],
    ['async function retry(fn) { try { return await fn(); } catch (error) { console.error(error.code); } }'],
    ['async function retry(fn) { try { return { value: await fn() }; } catch (error) { return { error }; } }'],
    ['async function retry(fn) { try { return { value: await fn() }; } catch {} return { error: "refused" }; }'],
    ['async function retry(fn) { try { await fn(); return true; } catch { return false; } }'],
    ['async function retry(fn) { try { return fn(); } catch { return null; } }'],
    ['async function retry(fn) { try { prepare(); } catch {} return await fn(); }'],
    ['async function retry(fn) { tasks.push(fn); try { return await fn(); } catch {} }'],
    ['async function retry(fn, otherwise) { try { return await fn(); } catch { return otherwise(); } }'],
    [`import { retry } from 'somewhere';`],
  ])('%s', (helper) => {
    expect(swallowed(helper, `await retry(() => ${list});`)).toEqual([]);
  });

  it('by its result', () => {
    expect(swallowed(retry, `const zones = await retry(() => ${list}); if (!zones) throw new Error('refused');`)).toEqual([]);
    expect(swallowed(retry, `const zones = (await retry(() => ${list})) ?? []; use(zones);`)).toEqual([]);
  });

  it('if another handler is nearer', () => {
    expect(swallowed(retry, `await retry(() => ${list}.catch((error) => { console.error(error.status); }));`)).toEqual([]);
    expect(swallowed(retry, `await retry(async () => { try { await ${list}; } catch (error) { console.error(error.status); } });`)).toEqual(
      [],
    );
  });

  it('if it runs something else', () => {
    expect(swallowed(retry, `await retry(() => readFile('zones.json')); await ${list};`)).toEqual([]);
    expect(
      swallowed('const keep = async (fn, then) => { try { await then(); } catch {} };', `await keep(() => ${list}, () => 1);`),
    ).toEqual([]);
  });
});

describe('a failure in the pair that a package makes of a promise', () => {
  const pairs = "import to from 'await-to-js'; import { of } from 'await-of'; import own from './to.js';";

  it.each([
    `const [, page] = await to(${list}); use(page?.result);`,
    `const [page, _] = await of(${list}); use(page);`,
    `await to(${list});`,
  ])('%s', (code) => {
    expect(swallowed(pairs, code)).toHaveLength(1);
  });

  it.each([
    `const [error, page] = await to(${list}); if (error) throw error; use(page.result);`,
    `const [, page] = await to(${list}); if (!page) throw new Error('no zones'); use(page.result);`,
    `const pair = await to(${list}); use(pair);`,
    `const [...both] = await to(${list}); use(both);`,
    `const [, page] = await own(${list}); use(page);`,
  ])('but not %s', (code) => {
    expect(swallowed(pairs, code)).toEqual([]);
  });
});
