import { describe, expect, it } from 'vitest';
import { ignoredFailures } from '../../../src/facts/failures/ignored-failures.js';
import { javascript } from '../../models/program.js';

function told(code: string): readonly string[] {
  const file = javascript(
    `const zones = 'https://api.cloudflare.com/client/v4/zones/', headers = { Authorization: 'Bearer ' + t };
     const get = (id) => fetch(zones + id, { headers });
     async function main(ids, use) { ${code} }`,
  );
  return ignoredFailures(file).map(({ how, at }) => `${how} ${file.text.slice(at.start, at.end)}`);
}

const sent = 'fetch(zones + id, { headers })';
const all = `const all = await Promise.all(ids.map((id) => ${sent}));`;
const settled = `const all = await Promise.allSettled(ids.map((id) => ${sent}));`;
const pushed = `const tasks = []; for (const id of ids) tasks.push(${sent});`;

describe('results in a list of which nothing tells a failure', () => {
  it.each([
    `${all} for (const r of all) use((await r.json()).result);`,
    `${all} let r; for (r of all) use((await r.json()).result);`,
    `${all} use((await all[0].json()).result);`,
    `${all} for (let i = 0; i < all.length; i++) use((await all[i].json()).result);`,
    `${all} const bodies = await Promise.all(all.map((r) => r.json())); use(bodies.flatMap((b) => b.result));`,
    `${all} const bodies = await Promise.all(all.map((r) => r.json())); use(bodies.filter(Boolean).reduce((sum, b) => sum + b.result.length, 0));`,
    `${all} const [first, ...rest] = all; use((await first.json()).result); for (const r of rest) use((await r.json()).result);`,
    `${all} const first = all.slice(1).reverse().at(-1); use((await first.json()).result);`,
    `${all} const r = all.find((each) => each); use((await r.json()).result);`,
    `${all} for (const [index, r] of all.entries()) use(index, (await r.json()).result);`,
    `await Promise.all(ids.map((id) => ${sent})).then((all) => all.forEach(async (r) => use((await r.json()).result)));`,
    `const bodies = await Promise.all(ids.map((id) => ${sent}.then((r) => r.json()))); use(bodies.map(({ result }) => result));`,
    `const bodies = await Promise.all(Array.from(ids, async (id) => (await ${sent}).json())); use(bodies.map(({ result }) => result));`,
    `const all = await Promise.all([${sent}]); use((await all[0].json()).result);`,
    `const all = await Promise.all(lists.map((ids) => Promise.all(ids.map((id) => ${sent})))); for (const r of all.flat()) use((await r.json()).result);`,
    `const all = await Promise.all(lists.map((ids) => Promise.all(ids.map((id) => ${sent})))); for (const some of all) for (const r of some) use((await r.json()).result);`,
    `const r = await Promise.race(ids.map((id) => ${sent})); use((await r.json()).result);`,
    `${settled} for (const { value } of all) use((await value.json()).result);`,
    `${settled} for (const each of all) if (each.status === 'fulfilled') use((await each.value.json()).result);`,
    `const [one] = await Promise.allSettled([${sent}]); use((await one.value.json()).result);`,
    `${pushed} for (const r of await Promise.all(tasks)) use((await r.json()).result);`,
  ])('%s', (code) => {
    expect(told(code)).toEqual(['unchecked fetch']);
  });

  it('knows what a function gives that is handed on by name', () => {
    const bodies = 'const bodies = await Promise.all(all.map((r) => r.json())); use(bodies.map((b) => b.result));';
    expect(told(`const all = await Promise.all(ids.map(get)); ${bodies}`)).toEqual(['unchecked get']);
    expect(told(`const all = await Promise.all(ids.map((id) => get(id))); ${bodies}`)).toEqual(['unchecked get']);
    expect(told(`await Promise.all(ids.map(get));`)).toEqual(['dropped get']);
    expect(told(`const all = await Promise.all(ids.map(get)); if (all.some((r) => !r.ok)) throw new Error(); ${bodies}`)).toEqual([]);
    expect(told(`return Promise.all(ids.map(get));`)).toEqual([]);
  });

  it('knows that a list is only counted', () => {
    expect(told(`${all} use(all.length);`)).toEqual(['dropped fetch']);
    expect(told(`${pushed} use(tasks.length);`)).toEqual(['dropped fetch']);
  });
});

describe('results in a list of which something may tell a failure', () => {
  const read = 'for (const r of all) use((await r.json()).result);';
  it.each([
    `${all} if (!all.every((r) => r.ok)) throw new Error('no'); ${read}`,
    `${all} if (all.some((r) => !r.ok)) throw new Error('no'); ${read}`,
    `${all} const failed = all.filter((r) => r.status >= 400); if (failed.length > 0) throw new Error('no'); ${read}`,
    `${all} const bad = all.find(({ ok }) => !ok); if (bad) throw new Error('no'); ${read}`,
    `${all} for (const r of all) { if (!r.ok) throw new Error('no'); use((await r.json()).result); }`,
    `${all} for (const r of all) { const { success, result } = await r.json(); if (success) use(result); }`,
    `${all} for (const r of all) check(r); ${read}`,
    `${all} all.forEach(check); ${read}`,
    `${all} check(all); ${read}`,
    `${all} check(...all); ${read}`,
    `${all} for (const i in all) check(all[i]); ${read}`,
    `${all} if (!all[0].ok) throw new Error('no'); ${read}`,
    `${all} const { length, ...rest } = all; check(rest); ${read}`,
    `${all} const bodies = await Promise.all(all.map(parse)); use(bodies.map((b) => b.result));`,
    `${all} all.groupBy(check); ${read}`,
    `${settled} for (const each of all) use(each.value.ok, each.status);`,
    `${settled} for (const { value } of all) if (value.ok) use((await value.json()).result);`,
    `const [one, two] = await Promise.all([${sent}, ${sent}]); if (one.ok && two.ok) use((await one.json()).result);`,
    `${pushed} for (const r of await Promise.all(tasks)) if (r.ok) use((await r.json()).result);`,
    `${pushed} check(tasks);`,
    `let tasks = []; tasks.push(${sent}); check(await Promise.all(tasks)); tasks = [];`,
    `let tasks = []; tasks = []; tasks.push(${sent}); check(await Promise.all(tasks));`,
    `const tasks = other(); tasks.push(${sent});`,
    `queue.push(${sent});`,
  ])('%s', (code) => {
    expect(told(code)).toEqual([]);
  });
});
