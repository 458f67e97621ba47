/**
 * `npm run bench:growth`: measures how time grows with size, on texts that are the worst case of each reader and fact. Fails if ten times the text
 * takes more than twelve times the time. With names of rows as arguments, measures only those.
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
/** Maximum growth of time from the smallest to the largest size. */
const maxGrowth = 12;
const { plugins = {}, rules = {} } = plugin.configs.strict;
const program = { files: ['**/*.js'], plugins };
const others = plugin.configs['strict-files'];

/** @type {{ readonly duration: number }[]} */
const collections = [];
new PerformanceObserver((list) => collections.push(...list.getEntries())).observe({ entryTypes: ['gc'] });

/** Parses a program anew: parsing is not measured, and caches keyed by the tree must not carry over. @param {string} text */
function parsed(text) {
  const { ast, services, scopeManager, visitorKeys } = parser.parseForESLint(text, { comment: true, loc: true, range: true, tokens: true });
  return new SourceCode(
    /** @type {import('eslint').SourceCode.Config} */ (
      /** @type {unknown} */ ({ text, ast, parserServices: services, scopeManager, visitorKeys })
    ),
  );
}

/**
 * Returns the seconds of processor that some work takes without garbage collection, whose pauses depend on how full the heap is. V8 works in one
 * thread here, so that the process uses the processor for nothing else meanwhile.
 *
 * @param {() => unknown} work
 */
async function seconds(work) {
  globalThis.gc?.();
  await setTimeout(1); // V8 reports a collection later
  collections.length = 0;
  const [start, usedBefore] = [performance.now(), process.cpuUsage()];
  work();
  const [spent, { user, system }] = [performance.now() - start, process.cpuUsage(usedBefore)];
  await setTimeout(1);
  const collecting = collections.reduce((sum, { duration }) => sum + duration, 0);
  // Collections are timed by the clock, which runs on while other processes have the processor.
  return ((1 - collecting / spent) * (user + system)) / 1e6;
}

/** Returns the minimum of all rounds, since other load on the machine only adds to it. @param {() => () => unknown} prepare */
async function fastest(prepare) {
  const all = [];
  for (let round = 0; round < rounds; round += 1) all.push(await seconds(prepare()));
  return Math.min(...all);
}

/** Returns the cost of our rules, in other languages including the reading of the file. @param {string} path @param {string} text */
async function cost(path, text) {
  if (path !== 'program.js') return fastest(() => () => new Linter().verify(text, others, path));
  const spent = (/** @type {import('eslint').Linter.Config} */ config) =>
    fastest(() => {
      const source = parsed(text);
      return () => new Linter().verify(source, [config], path);
    });
  const [whole, without] = [await spent({ ...program, rules }), await spent(program)];
  return Math.max(0.001, whole - without); // less cannot be measured
}

const bin = fileURLToPath(new URL('../dist/cli/bin.js', import.meta.url));

/** Returns the seconds that the command takes, in one thread, on a project of modules that reach one another. @param {number} count */
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

/** Returns the exponent of growth: the slope of log time over log size. @param {readonly number[]} times */
function exponent(times) {
  const points = times.map((time, index) => /** @type {const} */ ([Math.log(sizes[index] ?? 1), Math.log(time)]));
  const mean = (/** @type {0 | 1} */ axis) => points.reduce((sum, point) => sum + point[axis], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const sums = points.map(([a, b]) => [(a - x) * (b - y), (a - x) ** 2]);
  return sums.reduce((sum, [product = 0]) => sum + product, 0) / sums.reduce((sum, [, square = 0]) => sum + square, 0);
}

/** Returns bars of the time per statement at each size: level if time grows linearly. @param {readonly number[]} times */
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
  const row = [name, ...times, ten / one, exponent(times), bars(times)];
  process.stderr.write(`${row.map((cell) => (typeof cell === 'number' ? cell.toFixed(2) : cell)).join('  ')}\n`); // the table takes an hour
  rows.push(row);
}

const chosen = process.argv.slice(2).filter((each) => each in worstCases);
for (const [name, { path, text }] of Object.entries(worstCases)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  const texts = sizes.map(text);
  await cost(path, texts[1] ?? ''); // lets the engine compile the code
  const times = [];
  for (const each of texts) times.push(await cost(path, each));
  add(name, times);
}
// A fifth as many modules as the other rows have statements, up to a thousand.
if (chosen.length === 0)
  add(
    'modules of a project',
    sizes.map((size) => costOfModules(size / 5)),
  );
await prove(
  'growth',
  `Seconds of processor (in the last row, of the clock), by the number of statements, keys or lines (of a few texts in twenties or so): the least of ${String(rounds)} rounds, without pauses to collect memory.\n\n${table(
    [['text', ...sizes.map(String), '10 ×', 'exponent', 'per statement'], ...rows],
  )}`,
);
if (rows.some((row) => Number(row[sizes.length + 1]) > maxGrowth)) process.exitCode = 1;
