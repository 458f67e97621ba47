/**
 * `npm run bench:growth`: whether ten times the code costs ten times the time, on programs made to be the worst case of following a credential:
 * one that goes through thousands of assignments, nested helpers and huge object literals. Fails if it costs more than twelve times.
 */
import { performance } from 'node:perf_hooks';
import * as parser from '@typescript-eslint/parser';
import { Linter, SourceCode } from 'eslint';
import plugin from '../dist/index.js';
import { median, rounds, table } from './measure.js';
import { prove } from './proof.js';

const most = 12;

/** @param {number} count @param {(index: number) => string} line */
const lines = (count, line) => Array.from({ length: count }, (_, index) => line(index)).join('\n');

/** @type {Readonly<Record<string, (size: number) => string>>} */
const programs = {
  assignments: (size) =>
    `let v0 = process.env.CLOUDFLARE_API_TOKEN;\n${lines(size, (i) => `let v${String(i + 1)} = v${String(i)}; console.log(v${String(i)});`)}`,
  rewrites: (size) => `let v = process.env.CLOUDFLARE_API_TOKEN;\n${lines(size, (i) => `v = [v, ${String(i)}]; console.log(v);`)}`,
  helpers: (size) =>
    `const f0 = (x) => { console.log(x); return x; };\n${lines(size, (i) => `const f${String(i + 1)} = (x) => { f${String(i)}(x); return f${String(i)}({ x }); };`)}\nf${String(size)}(process.env.CLOUDFLARE_API_TOKEN);`,
  'wide helper': (size) =>
    `function f(x) { ${lines(50, (i) => `console.log(x, ${String(i)});`)} }\n${lines(size, () => 'f(process.env.CLOUDFLARE_API_TOKEN);')}`,
  objects: (size) =>
    `const o = { ${lines(size, (i) => `k${String(i)}: { token: process.env.CLOUDFLARE_API_TOKEN, n: ${String(i)} },`)} };\n${lines(size, (i) => `console.log(o.k${String(i)}, { ...o.k${String(i)} });`)}`,
  'the whole object': (size) =>
    `const o = { ${lines(size, (i) => `k${String(i)}: process.env.CLOUDFLARE_API_TOKEN,`)} };\n${lines(size, () => `console.log(o);`)}`,
  requests: (size) =>
    `const headers = { Authorization: 'Bearer ' + process.env.CLOUDFLARE_API_TOKEN };\n${lines(size, (i) => `async function r${String(i)}() { try { const r = await fetch('https://api.cloudflare.com/client/v4/zones/' + ${String(i)}, { headers }); use((await r.json()).result); } catch {} }`)}`,
};

const config = { languageOptions: { parser }, ...plugin.configs.strict };
const bare = { languageOptions: { parser } };

/** A program, parsed: that is not what is measured. @param {string} code */
function parsed(code) {
  const { ast, services, scopeManager, visitorKeys } = parser.parseForESLint(code, { comment: true, loc: true, range: true, tokens: true });
  return new SourceCode(
    /** @type {import('eslint').SourceCode.Config} */ (
      /** @type {unknown} */ ({ text: code, ast, parserServices: services, scopeManager, visitorKeys })
    ),
  );
}

/** @param {string} code @param {Linter.Config} settings */
function seconds(code, settings) {
  const program = parsed(code);
  const start = performance.now();
  new Linter().verify(program, [settings], 'program.js');
  return (performance.now() - start) / 1000;
}

/** What our rules cost. @param {string} code */
const cost = (code) => median(Array.from({ length: rounds }, () => seconds(code, config) - seconds(code, bare)));

const rows = Object.entries(programs).map(([name, program]) => {
  cost(program(300)); // the engine compiles what it will run
  const [one, ten] = [cost(program(500)), cost(program(5000))];
  return [name, one, ten, ten / one];
});
await prove(
  'growth',
  `Seconds of our rules on 500 and on 5000 statements, medians of ${String(rounds)} rounds.\n\n${table([['program', '1 ×', '10 ×', 'ratio'], ...rows])}`,
);
if (rows.some(([, , , ratio]) => Number(ratio) > most)) process.exitCode = 1;
