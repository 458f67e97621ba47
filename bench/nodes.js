/**
 * `npm run bench:nodes`: lints fixtures/ with the command under the oldest and the newest supported release of each Node.js line, installed from npm,
 * and compares the findings with those under the current Node.js. Fails if anything differs.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeOf, versions } from '../tools/node-versions.js';
import { table } from './measure.js';
import { prove } from './proof.js';
import { temporary } from './trees.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const fixtures = join(temporary, 'nodes-fixtures');

/** Returns the command's findings under a Node.js executable. @param {string} program */
function found(program) {
  const bin = join(root, 'dist/cli/bin.js');
  const options = /** @type {const} */ ({ cwd: fixtures, encoding: 'utf8', maxBuffer: 2 ** 28 });
  const { stdout, stderr } = spawnSync(program, [bin, '--strict', '-f', 'json', '.'], options);
  /** @type {readonly { messages: readonly unknown[] }[]} */
  const results = JSON.parse(stdout || '[]');
  return { stdout, stderr, files: results.length, findings: results.reduce((sum, { messages }) => sum + messages.length, 0) };
}

rmSync(fixtures, { recursive: true, force: true });
cpSync(join(root, 'fixtures'), fixtures, { recursive: true }); // copied, as a project of its own
const expected = found(process.execPath);
const rows = versions.map((version) => {
  const { stdout, stderr, files, findings } = found(nodeOf(version));
  if (stderr !== '') console.log(`Node ${version}: ${stderr}`);
  return [version, String(files), String(findings), stdout === expected.stdout && stderr === expected.stderr ? 'the same' : 'DIFFERENT'];
});
const text = `Findings of the command with \`--strict\` in \`fixtures/\`, against those under Node ${process.versions.node}.\n\n`;
await prove('node versions', text + table([['Node', 'files', 'findings', 'JSON'], ...rows]));
if (expected.findings === 0 || rows.some((row) => row.at(-1) !== 'the same')) process.exitCode = 1;
