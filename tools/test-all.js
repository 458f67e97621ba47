/**
 * `npm run test:all`: runs all tests with all of their generated input, and the command's tests on each supported version of Node.js. With `--nodes`,
 * only the latter.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { nodeOf, versions } from './node-versions.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const vitest = join(root, 'node_modules/vitest/vitest.mjs');
const isWindows = process.platform === 'win32';

/** @param {string} command @param {readonly string[]} args @param {{ readonly cwd?: string, readonly isWhole?: boolean }} [how] */
function run(command, args, { cwd = root, isWhole = false } = {}) {
  console.log(`\n> ${[command, ...args].join(' ')}`);
  const start = performance.now();
  const env = { ...process.env, ...(isWhole && { TEST_ALL: '1' }) };
  const { status } = spawnSync(command, args, { cwd, stdio: 'inherit', shell: isWindows, env });
  console.log(`${status === 0 ? '✓' : '✗'} in ${((performance.now() - start) / 60_000).toFixed(1)} minutes`);
  return status === 0;
}

/** Installs the browser that the playground is tested in, where Debian provides it. */
function installChromium() {
  if (process.env['CHROMIUM'] !== undefined || existsSync('/usr/bin/chromium') || !existsSync('/usr/bin/apt-get')) return;
  if (run('apt-get', ['update', '-qq'])) run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
}

/** @type {string[]} */
const failed = [];
if (!run('npm', ['run', 'build'])) process.exit(1);
if (!process.argv.includes('--nodes')) {
  installChromium();
  if (!run(process.execPath, [vitest, 'run'], { isWhole: true })) failed.push('all tests');
}
for (const version of versions)
  if (!run(nodeOf(version), [vitest, 'run', '--project', 'processes', 'test/cli'])) failed.push(`the command on Node.js ${version}`);
if (failed.length > 0) console.error(`\nFailed: ${failed.join(', ')}`);
process.exitCode = failed.length > 0 ? 1 : 0;
