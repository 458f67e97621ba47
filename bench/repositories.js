/**
 * `npm run bench:repositories -- FOLDER`: runs the command with every report format, and `permissions`, on a folder that contains clones of public
 * repositories. A run fails if its exit code is neither 0 nor 1, or if an error of ours escapes. Exit code 1 if one did.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { table } from './measure.js';
import { prove } from './proof.js';

const bin = fileURLToPath(new URL('../dist/cli/bin.js', import.meta.url));
// The first run fills the cache, the others report from it.
const formats = ['json', 'readable', 'stylish', 'sarif', 'github', 'gitlab', 'junit'];

const given = process.argv.slice(2).find((each) => !each.startsWith('--'));
if (given === undefined || !existsSync(given)) throw new Error('Name a folder with repositories in it.');
const folder = resolve(given);
const repositories = readdirSync(folder, { withFileTypes: true }).filter((each) => each.isDirectory());
const work = mkdtempSync(join(tmpdir(), 'repositories-'));

/** Runs the command and returns its exit code, and whether an error escaped. @param {readonly string[]} args */
function run(args) {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [bin, ...args], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
    maxBuffer: 2 ** 30,
  });
  const thrown = stderr.split('\n').filter((line) => line.startsWith('    at ') || line.includes('please report this as a bug'));
  for (const line of thrown) console.error(line);
  return { code: status, isFailed: thrown.length > 0 || (status !== 0 && status !== 1), seconds: (performance.now() - start) / 1000 };
}

/** @typedef {{ readonly filePath: string, readonly messages: readonly unknown[] }} Result */

/** @type {readonly Result[]} */
let results = [];
/** @type {[name: string, ran: ReturnType<typeof run>, size: number][]} */
const rows = formats.map((format) => {
  const output = join(work, `report.${format}`);
  const ran = run(['--strict', '--cache', '--cache-location', join(work, 'cache.json'), '-f', format, '-o', output, '.']);
  if (format === 'json') results = /** @type {readonly Result[]} */ (JSON.parse(readFileSync(output, 'utf8')));
  else if (format === 'sarif' || format === 'gitlab') JSON.parse(readFileSync(output, 'utf8'));
  return [`\`-f ${format}\``, ran, existsSync(output) ? statSync(output).size : 0];
});
rows.push(['`permissions`', run(['permissions', '.']), 0]);
rmSync(work, { recursive: true });

const found = results.filter(({ messages }) => messages.length > 0);
const named = new Set(found.map(({ filePath }) => filePath.slice(folder.length + 1).split(sep)[0]));
const sum = found.reduce((total, { messages }) => total + messages.length, 0);
const summary = `${String(repositories.length)} repositories with ${String(results.length)} files that were read; ${String(sum)} findings of \`--strict\` in ${String(named.size)} of them.`;
const shown = rows.map(([name, { code, isFailed, seconds }, size]) => [
  name,
  String(code),
  isFailed ? 'yes' : 'no',
  seconds.toFixed(0),
  size === 0 ? '' : (size / 1e6).toFixed(1),
]);
await prove('repositories', `${summary}\n\n${table([['run', 'exit code', 'failed', 'seconds', 'report, MB'], ...shown])}`);
process.exitCode = rows.some(([, { isFailed }]) => isFailed) ? 1 : 0;
