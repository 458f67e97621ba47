import { describe, expect, it } from 'vitest';
import { javascript } from '../../models/program.js';

/** The uses of the result of `get()`, and what takes its failure. */
function told(code: string): string {
  const file = javascript(code, { path: 'program.ts' });
  const call = file.calls.find(({ callee }) => callee.kind === 'name' && callee.path.join('.') === 'get');
  const { uses = [], handler } = call?.outcome ?? {};
  const said = uses.map(({ path, isTest }) => `${path.join('.') || '*'}${isTest ? '?' : ''}`).join(' ');
  const handled = handler && [handler.usesError && 'looks', handler.throws && 'throws'].filter(Boolean).join('+');
  return handled === undefined ? said : `${said} | ${handled || 'blind'}`;
}

const table: readonly (readonly [code: string, expected: string])[] = [
  ['get();', ''],
  ['await get();', ''],
  ['void get();', ''],
  ['(get(), 1);', ''],
  ['const r = get();', ''],
  ['const r = await get(); r.ok;', 'ok'],
  // what is asked where nothing depends on the answer
  ['const f = async () => { const r = await get(); if (r.ok) { return 1; } else { return 1; } };', ''],
  ['const f = async () => { const r = await get(); if (!r.ok) return 1; return 1; };', ''],
  ['const f = async () => { const r = await get(); if (r.status === 200 && r.x) {} };', ''],
  ['const f = async () => { const r = await get(); return r.ok ? 1 : 1; };', ''],
  ['const f = async () => { const r = await get(); if (r.ok) { return 1; } else { return 2; } };', 'ok?'],
  ['const f = async () => { const r = await get(); if (r.ok) log(1); log(1); };', 'ok?'],
  ['const f = async () => { const r = await get(); if (!r.ok) return; return 1; };', 'ok?'],
  ['let r; r = await get(); if (r.ok) f();', 'ok?'],
  ['const { ok, headers: { a }, ...rest } = await get(); use(ok, a, rest)', 'ok headers.a *'],
  ['const r = await get(); const j = await r.json(); use(j.result)', 'json.result'],
  ['const j = await (await get()).json(); use(j)', 'json'],
  ['const r = await get(); use((await r.clone().json())?.result?.id)', 'json.result.id'],
  ['get().then((r) => r.json()).then(({ result }) => use(result))', 'json.result'],
  ['get().then(() => console.log(1))', ''],
  ['get().then(check)', '*'],
  ['get().then(undefined, console.error)', '* | looks'],
  ['get().then((r) => { return r.text(); }).then((t) => t.length > 2)', 'text.length?'],
  ['async function f() { return get(); }', '*'],
  ['const f = () => get();', '*'],
  ['(async () => get())();', ''],
  ['use(await get())', '*'],
  ['const o = { r: await get() }', '*'],
  ['export const r = await get();', '*'],
  ['const [a, b] = await Promise.all([other(), get()]); use(a); b.status === 200;', 'status?'],
  ['const all = await Promise.all([other(), get()]); use(all);', '*'],
  ['const [a] = await Promise.all([other(), get()]); use(a);', ''],
  ['await Promise.all(xs.map((x) => get(x)));', ''],
  ['xs.forEach((x) => get(x));', ''],
  ['xs.every((x) => get(x));', '*?'],
  ['ctx.waitUntil(get())', ''],
  ['const r = await get(); if (r instanceof Error) return r; use(r.a)', '*? a'],
  ['const r = await get(); if (r instanceof Response) use(r)', '*? *'],
  ['const r = await get(); if (!r) f(); r && r.ok; r ?? other; !r.ok;', '*? *? ok *? ok?'],
  ['const r = await get(); use(c ? r.a : 1, r[k], `${r}`, "" + r)', 'a ? * *'],
  ['const r = await get(); switch (r.status) { default: }', 'status?'],
  ['const r = await get(); cache[r.id] = 1; x += r; this.r = r;', 'id * *'],
  ['let r = get(); r = r.next; use(r)', 'next'],
  ['let r = get(); if (r.ok) use(r.body); r = post(); use(r.data)', 'ok? body'],
  ['let r = post(); while (x) { use(r.data); r = get(); }', 'data'],
  // failures
  ['try { await get(); } catch {}', ' | blind'],
  ['try { await get(); } catch (e) { log(e); }', ' | looks'],
  ['try { await get(); } catch (e) { throw new Error("x"); }', ' | throws'],
  ['try { await get(); } catch ({ message }) { log(message); }', ' | looks'],
  ['try { get(); } finally { f(); }', ''],
  ['try { try { get(); } finally { f(); } } catch {}', ' | blind'],
  ['try { f(); } catch { get(); }', ''],
  ['try { xs.map(async () => get()); } catch {}', ''],
  ['try { get().catch(() => []); } catch (e) { throw e; }', ' | blind'],
  ['Promise.all([get(), f()]).catch((e) => console.error(e))', ' | looks'],
  ['get().finally(f).then(g).catch(noop)', '* | blind'],
  ['get().on("x", f).catch(() => {})', 'on'],
  ['throw a; try { get() } catch { f() } throw b;', ' | blind'],
];

describe('what becomes of a call', () => {
  it.each(table)('%s', (code, expected) => {
    expect(told(code)).toBe(expected);
  });

  it('is followed no further than a bound', () => {
    const reads = Array.from({ length: 5000 }, (_, index) => `use(r.a${String(index)});`).join('\n');
    const uses = told(`const r = get();\n${reads}`).split(' ');
    expect(uses.length).toBeLessThan(500);
    expect(uses.at(-1)).toBe('*');
  });
});
