/** `npm run test:all`: all tests with all of their generated input, and those of the command on each supported version of Node.js. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const vitest = join(root, 'node_modules/vitest/vitest.mjs');
const isWindows = process.platform === 'win32';

/** The lowest and the highest of each line of Node.js that `engines` names. */
const versions = ['20.19.0', '^20.19.0', '22.13.0', '^22.13.0', '24.0.0', '^24.0.0'];

/** @param {string} command @param {readonly string[]} args @param {{ readonly cwd?: string, readonly isWhole?: boolean }} [how] */
function run(command, args, { cwd = root, isWhole = false } = {}) {
  console.log(`\n> ${[command, ...args].join(' ')}`);
  const start = performance.now();
  const env = { ...process.env, ...(isWhole && { TEST_ALL: '1' }) };
  const { status } = spawnSync(command, args, { cwd, stdio: 'inherit', shell: isWindows, env });
  console.log(`${status === 0 ? '✓' : '✗'} in ${((performance.now() - start) / 60_000).toFixed(1)} minutes`);
  return status === 0;
}

/** Node.js of a version, from npm. @param {string} version */
function node(version) {
  const folder = join(tmpdir(), `node-${version.replaceAll(/[^\d.]/g, 'latest-')}`);
  mkdirSync(folder, { recursive: true });
  const isInstalled = run(
    'npm',
    ['install', '--no-save', '--prefer-offline', '--no-audit', '--no-fund', `node@${version}`, '--prefix', folder],
    { cwd: folder },
  );
  return isInstalled ? join(folder, 'node_modules/node/bin', isWindows ? 'node.exe' : 'node') : undefined;
}

/** Installs the browser that the playground is tested in, where Debian provides it. */
function installChromium() {
  if (process.env['CHROMIUM'] !== undefined || existsSync('/usr/bin/chromium') || !existsSync('/usr/bin/apt-get')) return;
  if (run('apt-get', ['update', '-qq'])) run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
}

/** @type {string[]} */
const failed = [];
if (!run('npm', ['run', 'build'])) process.exit(1);
installChromium();
if (!run(process.execPath, [vitest, 'run'], { isWhole: true })) failed.push('all tests');
for (const version of versions) {
  const binary = node(version);
  if (!binary || !run(binary, [vitest, 'run', '--project', 'processes', 'test/cli'])) failed.push(`the command on Node.js ${version}`);
}
if (failed.length > 0) console.error(`\nFailed: ${failed.join(', ')}`);
process.exitCode = failed.length > 0 ? 1 : 0;
