/** `npm test`: builds, runs all checks (as many in parallel as there are cores), and then the tests. */
import { spawn, spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const isWindows = process.platform === 'win32';

/** Scripts of package.json, the slowest first. */
const checks = ['lint', 'types', 'spelling', 'format:check', 'docs:check', 'attw', 'knip', 'publint'];

/**
 * Runs a script and prints its output once it has ended, so that lines of different scripts do not mix. @param {string} script @returns
 * {Promise<boolean>}
 */
function check(script) {
  return new Promise((resolve) => {
    const start = performance.now();
    // Scripts that pack must not build again: others are reading the build.
    const env = { ...process.env, npm_config_ignore_scripts: 'true' };
    const child = spawn('npm', ['run', '--silent', script], { cwd: root, shell: isWindows, env });
    /** @type {Buffer[]} */
    const printed = [];
    child.stdout.on('data', (/** @type {Buffer} */ chunk) => printed.push(chunk));
    child.stderr.on('data', (/** @type {Buffer} */ chunk) => printed.push(chunk));
    child.on('close', (code) => {
      const seconds = ((performance.now() - start) / 1000).toFixed(0);
      console.log(`${code === 0 ? '✓' : '✗'} ${script} (${seconds} s)`);
      if (code !== 0) process.stdout.write(Buffer.concat(printed));
      resolve(code === 0);
    });
  });
}

/** Runs all checks and returns whether all passed. */
async function checked() {
  const waiting = [...checks];
  /** @type {boolean[]} */
  const passed = [];
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) passed.push(await check(next));
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return passed.every(Boolean);
}

/** Runs a command with its output shown. @param {string} command @param {readonly string[]} args */
const run = (command, args) => spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: isWindows }).status === 0;

const isPassed = run('npm', ['run', 'build']) && (await checked()) && run('npx', ['vitest', 'run', '--coverage']);
process.exitCode = isPassed ? 0 : 1;
