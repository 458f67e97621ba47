/**
 * `npm run bench:mutations -- [src/facts/x.ts …] [--tests test/facts/x.test.ts …]`: Stryker mutates each expression of facts and knowledge in turn
 * and checks whether a test fails. A full run takes half an hour, so the results of a file are kept while its text is unchanged: killed mutants are
 * not tried again. With `--tests`, only these tests run, which quickly shows what they kill.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { table } from './measure.js';
import { peers, spec } from './peers.js';
import { prove } from './proof.js';
import { temporary } from './trees.js';

/** @typedef {{ line: number, column: number }} Position */
/** @typedef {{ mutatorName: string, replacement?: string, status: string, location: { start: Position, end: Position } }} Mutant */
/** @typedef {{ source: string, mutants: Mutant[] }} Mutated a file with the status of each mutant */

const root = fileURLToPath(new URL('..', import.meta.url));
const folders = ['src/facts', 'src/cloudflare'];
/** Minimum score, in per cent. */
const enough = 85;
const kept = join(temporary, 'mutations');
mkdirSync(kept, { recursive: true });

/** Returns the files of a folder. @param {string} folder @param {string} end */
const within = (folder, end) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(end))
    .map((path) => `${folder}/${path}`);

/** Whether tests have detected a mutant. @param {Mutant} mutant */
const isKilled = ({ status }) => status === 'Killed' || status === 'Timeout';
/**
 * Whether a mutant counts. Code that runs once on module load is not mutated: it has run before a test can activate a mutant. @param {Mutant} mutant
 */
const counts = ({ status }) => status !== 'Ignored';
/** @param {Mutant} mutant */
const identity = ({ location, mutatorName, replacement }) => JSON.stringify([location, mutatorName, replacement]);

/** Returns where the result of a file is stored. @param {string} path */
const place = (path) => join(kept, `${path.replaceAll('/', '+')}.json`);

/** Returns the stored result of a file, if its text is unchanged. @param {string} path @returns {Mutated | undefined} */
function known(path) {
  if (!existsSync(place(path))) return undefined;
  /** @type {Mutated} */
  const mutated = JSON.parse(readFileSync(place(path), 'utf8'));
  return mutated.source === readFileSync(join(root, path), 'utf8') ? mutated : undefined;
}

/** Returns the parts of a file that are still to be tried, in Stryker's syntax. @param {string} path @returns {readonly string[]} */
function untried(path) {
  const before = known(path);
  if (!before) return [path];
  const alive = before.mutants.filter((mutant) => counts(mutant) && !isKilled(mutant));
  return [...new Set(alive.map(({ location: { start, end } }) => `${path}:${String(start.line)}-${String(end.line)}`))];
}

/** Merges the result of a run into the stored one. @param {string} path @param {Mutated} found */
function keep(path, found) {
  const now = new Map(found.mutants.map((mutant) => [identity(mutant), mutant]));
  const before = known(path)?.mutants.map((mutant) => (isKilled(mutant) ? mutant : (now.get(identity(mutant)) ?? mutant)));
  writeFileSync(place(path), JSON.stringify({ source: found.source, mutants: before ?? found.mutants }));
}

/** Runs Stryker. @param {readonly string[]} mutate @param {readonly string[]} tests */
function run(mutate, tests) {
  const { folder } = peers();
  const modules = join(folder, 'node_modules');
  const own = mkdtempSync(join(temporary, 'stryker-'));
  const [report, configuration] = [join(own, 'report.json'), join(own, 'stryker.config.json')];
  writeFileSync(
    configuration,
    JSON.stringify({
      testRunner: 'mocha',
      plugins: ['@stryker-mutator/mocha-runner'],
      testRunnerNodeArgs: ['--import', pathToFileURL(join(modules, 'tsx/dist/loader.mjs')).href, '--import', './bench/mutations/hooks.js'],
      mochaOptions: { spec: tests },
      coverageAnalysis: 'perTest',
      ignoreStatic: true,
      disableTypeChecks: false, // what it inserts at the top of a file moves lines that fixtures refer to
      timeoutMS: 4_000,
      concurrency: 2,
      mutate,
      reporters: ['json', 'progress-append-only'],
      jsonReporter: { fileName: report },
      ignorePatterns: ['coverage', 'dist', 'docs/pictures'],
      tempDirName: join(own, 'copies'),
    }),
  );
  execFileSync(process.execPath, [join(modules, '@stryker-mutator/core/bin/stryker.js'), 'run', configuration], {
    cwd: root,
    stdio: 'inherit',
  });
  /** @type {{ files: Record<string, Mutated> }} */
  const { files } = JSON.parse(readFileSync(report, 'utf8'));
  for (const [path, found] of Object.entries(files)) keep(path, found);
  rmSync(own, { recursive: true });
}

const all = folders.flatMap((folder) => within(folder, '.ts'));
const [named = [], tests = []] = process.argv
  .slice(2)
  .filter((argument) => argument !== '--prove')
  .join(' ')
  .split('--tests')
  .map((part) => part.split(' ').filter(Boolean));
const mutate = (named.length > 0 ? named : all).flatMap(untried);
// Fastest to fail first: tests of the facts, then of rules, then of programs of several files, then whole fixtures.
const tested = ['cloudflare', 'facts', 'rules', 'languages', 'project', 'cli/permissions'];
const suites = tested.flatMap((folder) => within(`test/${folder}`, '.test.ts'));
// With random, huge or very many programs, with threads, whose modules are not mutated, or with snapshots, which need vitest.
const others = /hostile-text|broken-programs|parser|suggestions|detection|data|threads|permissions\/(?:output|command)/;
if (mutate.length > 0)
  run(
    mutate,
    tests.length > 0 ? tests : [...suites.filter((path) => !others.test(path)), 'test/docs/rule-pages.test.ts', 'test/fixtures.test.ts'],
  );

/** @param {string} name @param {readonly string[]} paths */
function row(name, paths) {
  const mutants = paths.flatMap((path) => known(path)?.mutants ?? []).filter(counts);
  const killed = mutants.filter(isKilled).length;
  return { name, files: paths.length, mutants: mutants.length, killed, score: (100 * killed) / mutants.length };
}

const measured = all.filter(known);
const files = measured.map((path) => row(path, [path])).filter(({ mutants }) => mutants > 0);
const sums = [
  ...folders.map((folder) =>
    row(
      folder,
      measured.filter((path) => path.startsWith(folder)),
    ),
  ),
  row('both', measured),
];
const below = files.filter(({ score }) => score < enough).sort((one, other) => one.score - other.score);
const result = table([
  ['of', 'files', 'mutants', 'killed', 'score'],
  ...[...sums, ...below].map(({ name, files, mutants, killed, score }) => [
    name,
    String(files),
    String(mutants),
    String(killed),
    `${score.toFixed(1)} %`,
  ]),
]);
const missing = all.filter((path) => !measured.includes(path));
if (missing.length > 0) console.log(`Not measured as they are now: ${missing.join(', ')}`);
await prove('mutations', `${result}\n\nFiles of their own are those below ${String(enough)} %.`, [spec('@stryker-mutator/core')]);
