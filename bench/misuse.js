/**
 * `npm run bench:misuse`: an open benchmark of Cloudflare credential misuse; bench/misuse/README.md describes the task.
 * `-- --real bench/misuse/repositories.json` uses code of public repositories, fetched or, with `--from DIR`, taken from clones of them.
 * `-- --write DIR` writes the cases for your own tool, `-- --score REPORT --in DIR` scores its SARIF or JSON.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { table } from './measure.js';
import { cases as fixtures } from './misuse/cases.js';
import { commands, ours, run } from './misuse/commands.js';
import { realCases } from './misuse/real-code.js';
import { findingsIn } from './misuse/reports.js';
import { score } from './misuse/score.js';
import { prove } from './proof.js';
import { others } from './scanners.js';

const { values } = parseArgs({
  options: {
    write: { type: 'string' },
    score: { type: 'string' },
    in: { type: 'string' },
    real: { type: 'string' },
    from: { type: 'string' },
    prove: { type: 'boolean' },
  },
});
const cases = values.real === undefined ? fixtures() : realCases(values.real, values.from);
const practices = [...new Set(cases.flatMap(({ expected }) => expected.map(({ practice }) => practice)))].sort(
  (one, other) => Number.parseInt(one) - Number.parseInt(other),
);

/** @param {string} folder */
function write(folder) {
  for (const { path, text } of cases) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** @typedef {readonly [name: string, version: string, findings: readonly import('./misuse/reports.js').Finding[]]} Result */

/** @param {string} folder @returns {readonly Result[]} */
function ofCommands(folder) {
  return [...ours, ...commands].flatMap((command) => {
    const done = run(command, folder);
    return done ? [/** @type {const} */ ([command.name, done.version, findingsIn(done.report, folder)])] : [];
  });
}

/** @returns {Promise<readonly Result[]>} */
async function ofPackages() {
  /** @type {Result[]} */
  const results = [];
  for (const { name, version = '', reads, scan } of await others()) {
    const read = cases.filter(({ path }) => reads.test(path));
    const findings = await scan(read.map(({ path, text }) => ({ path, text })));
    results.push([
      name,
      version,
      read.flatMap(({ path }, index) => (findings[index] ?? []).map(({ line, endLine }) => ({ path, line, endLine }))),
    ]);
  }
  return results;
}

/** @param {readonly Result[]} results */
function report(results) {
  const scored = results.map(([name, version, findings]) => /** @type {const} */ ([name, version, score(cases, findings)]));
  const rows = [...practices, 'all'].map((practice) => [
    practice,
    String(scored[0]?.[2].get(practice)?.expected ?? 0),
    ...scored.map(([, , scores]) => {
      const { found = 0, unexpected = 0 } = scores.get(practice) ?? {};
      return `${String(found)} (${String(unexpected)})`;
    }),
  ]);
  return table([['practice', 'expected', ...scored.map(([name]) => name)], ...rows]);
}

if (values.write !== undefined) {
  write(resolve(values.write));
  console.log(`${String(cases.length)} files are in ${values.write}.`);
} else if (values.score !== undefined) {
  const folder = resolve(values.in ?? '.');
  console.log(report([[values.score, '', findingsIn(readFileSync(values.score, 'utf8'), folder)]]));
} else {
  const folder = mkdtempSync(join(tmpdir(), 'misuse-'));
  try {
    write(folder);
    const results = [...ofCommands(folder), ...(await ofPackages())];
    const good = cases.filter(({ expected }) => expected.length === 0).length;
    const what =
      values.real === undefined
        ? `${String(cases.length)} programs and settings, ${String(good)} of them without a fault.`
        : `${String(cases.length)} files of public repositories.`;
    await prove(
      values.real === undefined ? 'misuse' : 'misuse in real code',
      `${what} Lines that are found, and in brackets findings where none is expected.\n\n${report(results)}`,
      results.map(([name, version]) => `${name} ${version}`),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}
