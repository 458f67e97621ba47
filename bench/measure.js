/** Medians of runs side by side: on a shared machine, only runs that take turns are comparable. */
import { spawnSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';

/** Returns the number among the arguments. @param {number} otherwise */
export function countArgument(otherwise) {
  return Number(process.argv.slice(2).find((each) => /^\d+$/.test(each)) ?? otherwise);
}

/** How many times each run is measured. */
export const rounds = countArgument(5);

/** @param {readonly number[]} values */
export function median(values) {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Makes a Node process report its resource usage on exit. */
const reporter = `data:text/javascript,import { writeSync } from 'node:fs';
process.once('exit', () => writeSync(2, '\\nused ' + JSON.stringify(process.resourceUsage())));`;

/** @typedef {{ readonly seconds: number, readonly cpu: number, readonly megabytes: number }} Used wall and processor time, and the peak of memory */
/** @typedef {readonly string[] | { readonly program: string, readonly args: readonly string[] }} Command arguments of Node, or another program */

/** Makes Bash report the processor time of a program. */
const timing = 'TIMEFORMAT="used %U %S"; time "$0" "$@"';

/** Runs a command. @param {Command} command @param {string} cwd @returns {{ readonly status: number | null, readonly output: string, readonly said: string, readonly used: Omit<Used, 'seconds'> | undefined }} */
function run(command, cwd) {
  const isOther = 'program' in command;
  const args = isOther ? ['-c', timing, command.program, ...command.args] : ['--import', reporter, ...command];
  const { status, stdout, stderr } = spawnSync(isOther ? 'bash' : process.execPath, args, { cwd, encoding: 'utf8', maxBuffer: 2 ** 29 });
  const [said = '', written] = stderr.split(/\n?used (?=[\d{].*\n?$)/);
  const result = { status, output: stdout, said };
  if (written === undefined) return { ...result, used: undefined };
  if (isOther) return { ...result, used: { cpu: written.split(' ').reduce((sum, each) => sum + Number(each), 0), megabytes: Number.NaN } };
  const { userCPUTime, systemCPUTime, maxRSS } = /** @type {NodeJS.ResourceUsage} */ (JSON.parse(written));
  return { ...result, used: { cpu: (userCPUTime + systemCPUTime) / 1e6, megabytes: maxRSS / 1024 } };
}

/**
 * Runs several commands in turns.
 * @template {string} Name
 * @param {Readonly<Record<Name, Command>>} commands
 * @param {{ readonly rounds: number, readonly cwd: string }} how
 * @returns {Readonly<Record<Name, Used & { readonly output: string }>>} medians, and the last output
 */
export function inTurns(commands, { rounds, cwd }) {
  const names = /** @type {Name[]} */ (Object.keys(commands));
  /** @type {Record<string, Used[]>} */
  const all = Object.fromEntries(names.map((name) => [name, []]));
  /** @type {Record<string, string>} */
  const output = {};
  for (let round = 0; round < rounds; round += 1) {
    // Every other round in reverse, so that no command always runs after the same other one.
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      const start = performance.now();
      const { status, said, used, output: written } = run(commands[name], cwd);
      const seconds = (performance.now() - start) / 1000;
      if ((status !== 0 && status !== 1) || !used) throw new Error(`${name} failed: ${said}`);
      all[name]?.push({ seconds, ...used });
      output[name] = written;
    }
  }
  const middle = (/** @type {string} */ name, /** @type {keyof Used} */ what) => median((all[name] ?? []).map((each) => each[what]));
  return /** @type {never} */ (
    Object.fromEntries(
      names.map((name) => [
        name,
        { seconds: middle(name, 'seconds'), cpu: middle(name, 'cpu'), megabytes: middle(name, 'megabytes'), output: output[name] ?? '' },
      ]),
    )
  );
}

/** @param {readonly (readonly (string | number)[])[]} rows */
export function table(rows) {
  const cells = rows.map((row) => row.map((cell) => (typeof cell === 'number' ? cell.toFixed(3) : cell)));
  const widths = (cells[0] ?? []).map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const line = (/** @type {readonly string[]} */ row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = cells;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n');
}
