import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import plugin from '../../../src/index.js';
import { worstCases } from '../../../bench/worst-cases.js';
import { checkText } from '../../../src/cli/check/text.js';
import { lint } from '../../lint.js';
import { isWhole, sampled } from '../../made-up/scale.js';
import { strictRules } from '../../strict-rules.js';

const all = plugin.configs.all.rules as Linter.RulesRecord;
const root = fileURLToPath(new URL('../../../fixtures', import.meta.url));
const programs = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(?:[cm]?js|tsx?)$/.test(path))
  .map((path) => readFileSync(join(root, path), 'utf8'));

/** Lints a program if it parses. A rule that fails throws. */
function lintIfParsed(code: string): void {
  try {
    lint(code, all);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
}

describe('no program makes a rule fail', () => {
  it('cut off anywhere', () => {
    fc.assert(
      fc.property(fc.constantFrom(...programs), fc.double({ min: 0, max: 1, noNaN: true }), (code, part) =>
        lintIfParsed(code.slice(0, Math.floor(code.length * part))),
      ),
      { numRuns: sampled(400, 40), seed: 1 },
    );
  }, 120_000);

  it('spliced from two', () => {
    const lines = programs.flatMap((code) => code.split('\n'));
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...lines), { maxLength: 12 }), (some) => lintIfParsed(`// cloudflare\n${some.join('\n')}`)),
      { numRuns: sampled(400, 40), seed: 2 },
    );
  }, 120_000);

  it.each([
    [
      'values that need themselves',
      `let a = b.c, b = { c: a, get d() { return a; } }; a = a.x(a); b = { ...b, ...a }; class C { x = this.x; y = new C().y; z() { return this.z(); } }`,
    ],
    ['a variable that is a call on itself', `let a = axios.create({}); a = a.create(a); a.get('x'); a = a.get('y').set('X-Auth-Key', a);`],
    [
      'functions that call each other',
      `const f = (a) => g(a + a), g = (b) => f(b + b); fetch(f('http://api.cloudflare.com'), g({ headers: f }));`,
    ],
    ['deep nesting', `const a = ${'['.repeat(400)}'cloudflare'${']'.repeat(400)};`],
    ['a long concatenation', `const a = ${Array.from({ length: 700 }, (_, index) => `'${String(index)}'`).join(' + ')};`],
    [
      'many constants, each made of the one before',
      Array.from({ length: sampled(3000, 500) }, (_, index) => `const a${String(index + 1)} = a${String(index)} + 'x';`).join('\n'),
    ],
    [
      'doubling',
      Array.from({ length: 60 }, (_, index) => `const a${String(index + 1)} = a${String(index)} + a${String(index)};`).join('\n'),
    ],
    [
      'a large object',
      `const a = { ${Array.from({ length: sampled(20_000, 4_000) }, (_, index) => `k${String(index)}: 'v'`).join(', ')} }; fetch(x, { headers: { ...a, ...a } });`,
    ],
    [
      'a large object, spread into many',
      `const a = { ${Array.from({ length: 1_900 }, (_, index) => `k${String(index)}: 'v'`).join(', ')} };\n${'fetch(x, { headers: { ...a, ...(c && a) } });\n'.repeat(sampled(5_000, 100))}`,
    ],
    ['an import of nothing', 'use(() => import.defer());'],
    [
      'a helper called a thousand times',
      `const f = (p) => fetch('https://api.cloudflare.com/' + p, { headers: h(p) }); const h = (k) => ({ 'X-Auth-Key': k });\n${'f("x");\n'.repeat(1000)}`,
    ],
    ['lone surrogates', `const a = '\\ud800' + "\ud800"; const cloudflareToken = '\udfff';`],
    [
      'keys of Object.prototype',
      `const a = { __proto__: b, constructor: 1 }; a.hasOwnProperty('x'); axios.constructor('x'); fetch.toString(); new Headers().__proto__; x.valueOf(); constructor(1);`,
    ],
  ])('%s', (_name, code) => {
    expect(() => lint(`${code}\n// cloudflare`, all)).not.toThrow();
  });

  it('deep values that lead to one another on many ways leave the rest of the file its share of the work', () => {
    const tangle = Array.from({ length: 100 }, (_, index) => {
      const [near, middle, far] = [1, 2, 3].map((step) => `a${String(index + step)}`);
      return `const a${String(index)} = c ? ${String(far)} : d ? ${String(middle)} : ${String(near)};`;
    });
    const code = [...tangle, 'use(a0);', 'const token = process.env.CLOUDFLARE_API_TOKEN;', 'console.log(token);'].join('\n');
    expect(lint(code, all).map(({ ruleId }) => ruleId)).toContain('cloudflare-auth/no-credential-exposure');
  });
});

describe('what benchmarks know as the worst case of a reader or fact comes to an end', () => {
  it.each(Object.entries(worstCases))('%s', (_name, { path, text }) => {
    const isProgram = path === 'program.js';
    const code = `${isProgram ? '' : '# cloudflare\n'}${text(sampled(500, 20))}`;
    // ESLint tries every suggestion, which is the same again several times.
    if (isWhole) expect(() => lint(code, all, isProgram ? 'program.ts' : path)).not.toThrow();
    else expect(checkText(code, isProgram ? 'program.ts' : path, { rules: strictRules, inline: true }).failure).toBeUndefined();
  });
});
