/**
 * `npm run bench:growth`: how time grows with size, on texts made to be the worst case of each reader and fact. Fails if ten times the text costs
 * more than twelve times the time.
 */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { PerformanceObserver } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import * as parser from '@typescript-eslint/parser';
import { Linter, SourceCode } from 'eslint';
import plugin from '../dist/index.js';
import { rounds, table } from './measure.js';
import { modules } from './modules.js';
import { prove } from './proof.js';
import { worstCases } from './worst-cases.js';

const sizes = [500, 1000, 2000, 5000];
const most = 12;
const { plugins = {}, rules = {} } = plugin.configs.strict;
const program = { files: ['**/*.js'], plugins };
const others = plugin.configs['strict-files'];

/** @type {{ readonly duration: number }[]} */
const collections = [];
new PerformanceObserver((list) => collections.push(...list.getEntries())).observe({ entryTypes: ['gc'] });

/** A program, parsed anew: that is not what is measured, and what is remembered of a tree is not there the second time. @param {string} text */
function parsed(text) {
  const { ast, services, scopeManager, visitorKeys } = parser.parseForESLint(text, { comment: true, loc: true, range: true, tokens: true });
  return new SourceCode(
    /** @type {import('eslint').SourceCode.Config} */ (
      /** @type {unknown} */ ({ text, ast, parserServices: services, scopeManager, visitorKeys })
    ),
  );
}

/** The time some work takes, without the pauses in which memory was collected: those come in steps, by how full the heap is. @param {() => unknown} work */
async function seconds(work) {
  globalThis.gc?.();
  await setTimeout(1); // V8 tells of a collection later
  collections.length = 0;
  const start = performance.now();
  work();
  const spent = performance.now() - start;
  await setTimeout(1);
  return (spent - collections.reduce((sum, { duration }) => sum + duration, 0)) / 1000;
}

/** The least of all rounds: whatever else the machine does only ever adds to it. @param {() => () => unknown} prepare */
async function least(prepare) {
  const all = [];
  for (let round = 0; round < rounds; round += 1) all.push(await seconds(prepare()));
  return Math.min(...all);
}

/** What our rules cost; in other languages the reading of the file too. @param {string} path @param {string} text */
async function cost(path, text) {
  if (path !== 'program.js') return least(() => () => new Linter().verify(text, others, path));
  const spent = (/** @type {import('eslint').Linter.Config} */ config) =>
    least(() => {
      const source = parsed(text);
      return () => new Linter().verify(source, [config], path);
    });
  const [whole, without] = [await spent({ ...program, rules }), await spent(program)];
  return Math.max(0.001, whole - without); // less cannot be told
}

const bin = fileURLToPath(new URL('../dist/cli/bin.js', import.meta.url));

/** Seconds of the command, in one thread, on a project of modules that reach one another. @param {number} count */
function costOfModules(count) {
  const folder = modules(count);
  const args = [bin, '--strict', '--concurrency', '1', '--format', 'json', '--output-file', 'report.json', 'src'];
  const all = Array.from({ length: rounds }, () => {
    const start = performance.now();
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
    if (status !== 0 && status !== 1) throw new Error(stderr);
    return (performance.now() - start) / 1000;
  });
  rmSync(folder, { recursive: true });
  return Math.min(...all);
}

/** By how much time grows, as a power of size: the slope of both logarithms. @param {readonly number[]} times */
function exponent(times) {
  const points = times.map((time, index) => /** @type {const} */ ([Math.log(sizes[index] ?? 1), Math.log(time)]));
  const mean = (/** @type {0 | 1} */ axis) => points.reduce((sum, point) => sum + point[axis], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const sums = points.map(([a, b]) => [(a - x) * (b - y), (a - x) ** 2]);
  return sums.reduce((sum, [product = 0]) => sum + product, 0) / sums.reduce((sum, [, square = 0]) => sum + square, 0);
}

/** Time per statement at each size, as bars: level if time grows as the text does. @param {readonly number[]} times */
function bars(times) {
  const each = times.map((time, index) => time / (sizes[index] ?? 1));
  const highest = Math.max(...each);
  return each.map((height) => '▁▂▃▄▅▆▇█'[Math.max(0, Math.ceil((height / highest) * 8) - 1)]).join('');
}

/** @type {(string | number)[][]} */
const rows = [];
/** @param {string} name @param {readonly number[]} times */
function add(name, times) {
  const [one = 0, ten = 0] = [times.at(0), times.at(-1)];
  rows.push([name, ...times, ten / one, exponent(times), bars(times)]);
}

for (const [name, { path, text }] of Object.entries(worstCases)) {
  const texts = sizes.map(text);
  await cost(path, texts[1] ?? ''); // the engine compiles what it will run
  const times = [];
  for (const each of texts) times.push(await cost(path, each));
  add(name, times);
}
// As many modules as a fifth of the other rows' statements, up to a thousand.
add(
  'modules of a project',
  sizes.map((size) => costOfModules(size / 5)),
);
await prove(
  'growth',
  `Seconds, by the number of statements, keys or lines (of a few texts in twenties or so): the least of ${String(rounds)} rounds, without pauses to collect memory.\n\n${table(
    [['text', ...sizes.map(String), '10 ×', 'exponent', 'per statement'], ...rows],
  )}`,
);
if (rows.some((row) => Number(row[sizes.length + 1]) > most)) process.exitCode = 1;
