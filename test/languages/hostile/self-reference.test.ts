/** Programs in which values contain themselves: any value may, in any way, and every rule has to come to an end. */
import fc from 'fast-check';
import type { Linter } from 'eslint';
import { expect, it } from 'vitest';
import { rules } from '../../../rules/index.js';
import plugin from '../../../src/index.js';
import { loadParser } from '../../../src/languages/javascript/parser.js';
import { readByPath } from '../../../src/languages/register.js';
import { findingsOf } from '../../../src/rule.js';
import { Exhausted } from '../../../src/source/exhausted.js';
import { lint } from '../../lint.js';
import { prefixed, random } from '../../made-up/credentials.js';
import { sampled } from '../../made-up/scale.js';

const all = plugin.configs.all.rules as Linter.RulesRecord;

const variable = fc.constantFrom('a', 'b', 'c', 'd');
const key = fc.constantFrom('headers', 'a', 'Authorization', 'X-Auth-Key', 'url', 'body', 'list', 'child');
const member = key.map((each) => (each.includes('-') ? `['${each}']` : `.${each}`));
const leaf = fc.constantFrom(
  'process.env.CLOUDFLARE_API_TOKEN',
  "'https://api.cloudflare.com/client/v4/zones'",
  "'X-Auth-Key'",
  '{}',
  '[]',
  'undefined',
  'opts',
  '`Bearer ${t}`',
  'this',
  'C',
  'f',
  'g',
);

const { expression, statement } = fc.letrec<{ expression: string; statement: string }>((tie) => {
  const inner = tie('expression');
  const pair = fc.tuple(inner, inner);
  const around = (write: (inner: string) => string): fc.Arbitrary<string> => inner.map(write);
  const between = (write: (one: string, other: string) => string): fc.Arbitrary<string> => pair.map(([one, other]) => write(one, other));
  const place = fc.oneof(
    variable,
    fc.tuple(variable, member).map((parts) => parts.join('')),
    fc.tuple(variable, member, member).map((parts) => parts.join('')),
    member.map((each) => `this.x${each}`),
    fc.constantFrom('this.x', 'this.y', 'C.z', 'new C(a).x'),
  );
  const written = fc.oneof(
    around((x) => `{ ...${x} }`),
    between((x, y) => `{ ...${x}, ...(t && ${y}) }`),
    fc.tuple(key, inner, inner).map(([name, x, y]) => `{ '${name}': ${x}, ...${y} }`),
    fc.tuple(key, inner).map(([name, x]) => `{ get '${name}'() { return ${x}; } }`),
    around((x) => `{ [${x}]: ${x}, m() { return this; }, n() { return this.m(); } }`),
    around((x) => `[...${x}]`),
    between((x, y) => `[${x}, ...${y}]`),
    between((x, y) => `[[${x}, ${y}]]`),
  );
  const made = fc.oneof(
    around((x) => `new Headers(${x})`),
    around((x) => `new Map(${x})`),
    around((x) => `new URLSearchParams(${x})`),
    around((x) => `Object.fromEntries(Object.entries(${x}))`),
    between((x, y) => `Object.assign(${x}, ${y})`),
    around((x) => `Object.freeze(${x})`),
    around((x) => `Object.values(${x})`),
    around((x) => `JSON.parse(JSON.stringify(${x}))`),
    around((x) => `structuredClone(${x})`),
    between((x, y) => `new URL(${x}, ${y})`),
    between((x, y) => `${x}.concat(${y})`),
    between((x, y) => `${x}.join(${y})`),
    between((x, y) => `${x}.get(${y})`),
  );
  const called = fc.oneof(
    around((x) => `f(${x})`),
    around((x) => `g(${x})`),
    around((x) => `(${x})(${x})`),
    fc.tuple(variable, inner).map(([name, x]) => `${name}(${x})`),
    fc.tuple(variable, inner).map(([name, x]) => `${name}.next(${x})`),
    around((x) => `new C(${x})`),
    around((x) => `new C(${x}).x`),
    around((x) => `${x}.map((item) => ({ ...item, ...a }))`),
    around((x) => `${x}.reduce((all, item) => ({ ...all, ...item }), {})`),
    around((x) => `${x}.flatMap(f)`),
    around((x) => `axios.create(${x})`),
    around((x) => `(await ${x})`),
    between((x, y) => `fetch(${x}, ${y})`),
    between((x, y) => `${x}.then((r) => ${y})`),
  );
  const joined = fc.oneof(
    between((x, y) => `(${x} ?? ${y})`),
    between((x, y) => `(t ? ${x} : ${y})`),
    between((x, y) => `(${x} + ${y})`),
    between((x, y) => `\`\${${x}}/\${${y}}\``),
    between((x, y) => `(${x} || ${y})`),
    fc.tuple(place, inner).map(([target, x]) => `(${target} = ${x})`),
  );
  return {
    expression: fc.oneof({ depthSize: 'small', withCrossShrink: true }, leaf, variable, place, written, made, called, joined),
    statement: fc.oneof(
      fc.tuple(place, inner).map(([target, x]) => `${target} = ${x};`),
      fc.tuple(variable, inner).map(([target, x]) => `${target} += ${x};`),
      fc.tuple(place, inner, inner).map(([target, x, y]) => `${target}.set(${x}, ${y});`),
      fc.tuple(place, inner).map(([target, x]) => `${target}.push(${x}, ...${target});`),
      fc.tuple(place, inner).map(([target, x]) => `Object.assign(${target}, ${x});`),
      fc.tuple(variable, inner, inner).map(([target, x, y]) => `for (const item of ${x}) { ${target}.push(item); ${target} = ${y}; }`),
      fc.tuple(variable, variable, inner).map(([one, other, x]) => `({ ${one}, x: ${other} = ${x} } = ${x});`),
      fc.tuple(variable, variable, inner).map(([one, other, x]) => `[${one}, ...${other}] = ${x};`),
      around((x) => `try { await fetch(${x}, ${x}); } catch (error) { a = error; console.log(${x}); }`),
      between((x, y) => `console.log(${x}, ${y});`),
      between((x, y) => `if (t) ${x}; else throw ${y};`),
    ),
  };
});

const program = fc
  .record({
    starts: fc.tuple(expression, expression, expression, expression),
    results: fc.tuple(expression, expression),
    fields: fc.tuple(expression, expression, expression),
    statements: fc.array(statement, { minLength: 1, maxLength: 8 }),
    inner: fc.array(statement, { maxLength: 2 }),
    parent: fc.constantFrom('', 'extends C', 'extends a', 'extends D'),
  })
  .map(({ starts, results, fields, statements, inner, parent }) =>
    [
      ...starts.map((start, index) => `let ${'abcd'.charAt(index)} = ${start};`),
      `async function f(a) { ${inner.join(' ')} return ${results[0]}; }`,
      `const g = (b) => ${results[1].startsWith('{') ? `(${results[1]})` : results[1]};`,
      `class C ${parent} { x = ${fields[0]}; static z = ${fields[1]}; constructor(c) { this.y = ${fields[2]}; this.x = c; ${inner.join(' ')} } get v() { return this.x; } }`,
      'class D extends C {}',
      ...statements,
    ].join('\n'),
  );

/** What stands beside the knot, and is found whatever that is. */
const planted =
  "function planted() { console.log(process.env.CLOUDFLARE_TUNNEL_TOKEN); fetch('http://api.cloudflare.com/client/v4/user'); }";

function findings(code: string): readonly string[] {
  try {
    return lint(`${planted}\n${code}`, all).map(({ ruleId, line }) => `${String(line)} ${String(ruleId)}`);
  } catch (error) {
    if (error instanceof SyntaxError) return ['does not parse'];
    throw error;
  }
}

it('programs of values that contain themselves are read to the end', () => {
  let parsed = 0;
  let runs = 0;
  fc.assert(
    fc.property(program, (code) => {
      const found = findings(code);
      runs += 1;
      if (found[0] === 'does not parse') return;
      parsed += 1;
      expect(found).toContain('1 cloudflare-auth/require-https');
      expect(found).toContain('1 cloudflare-auth/no-credential-exposure');
    }),
    { numRuns: sampled(2_000, 30), seed: 16 },
  );
  expect(parsed).toBeGreaterThan(runs / 2);
}, 300_000);

it('a field that constructs objects of its own class leaves the rest of the program its share of the work', () => {
  const code = 'class C { x = new C(new C(new C(t))).x; constructor(c) { this.x = c; } }\nuse(new C(process.env.CLOUDFLARE_API_TOKEN).x);';
  expect(findings(code)).toContain('1 cloudflare-auth/no-credential-exposure');
});

it('a program whose values take too many steps to work out is searched as text', async () => {
  await loadParser();
  const token = prefixed('cfut_', random(16));
  const sum = Array.from({ length: 300 }, () => 'a').join('+\n');
  const code = [...Array.from({ length: 750 }, () => `use(${sum});`), `// ${token}`].join('\n');
  const { file } = readByPath(code, 'program.ts');
  expect(file.isExhausted).toBe(false);
  const failures: unknown[] = [];
  for (const rule of Object.values(rules)) if (!file.isExhausted) findingsOf(rule, file, undefined, (error) => failures.push(error));
  expect(file.isExhausted).toBe(true);
  expect(failures).toEqual([new Exhausted()]);
  const found = findingsOf(rules['no-hardcoded-credentials'], file, undefined, () => undefined);
  expect(found.map(({ at }) => code.slice(at.start, at.end))).toEqual([token]);
}, 300_000);
