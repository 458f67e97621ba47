/** Medians of runs side by side: on a shared machine only what runs in turns can be compared. */
import { spawnSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';

/** The number among the arguments. @param {number} otherwise */
export function given(otherwise) {
  return Number(process.argv.slice(2).find((each) => /^\d+$/.test(each)) ?? otherwise);
}

/** How often each thing is measured. */
export const rounds = given(5);

/** @param {readonly number[]} values */
export function median(values) {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/**
 * Runs Node with each of several arguments in turns.
 * @template {string} Name
 * @param {Readonly<Record<Name, readonly string[]>>} commands
 * @param {{ readonly rounds: number, readonly cwd: string }} how
 * @returns {Readonly<Record<Name, { readonly seconds: number, readonly output: string }>>} the median wall time, and what was printed last
 */
export function inTurns(commands, { rounds, cwd }) {
  const names = /** @type {Name[]} */ (Object.keys(commands));
  /** @type {Record<string, number[]>} */
  const seconds = Object.fromEntries(names.map((name) => [name, []]));
  /** @type {Record<string, string>} */
  const output = {};
  for (let round = 0; round < rounds; round += 1) {
    // Every second round backwards, so that no command always runs behind the same other.
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      const start = performance.now();
      const { stdout, stderr, status } = spawnSync(process.execPath, commands[name], { cwd, encoding: 'utf8', maxBuffer: 2 ** 28 });
      seconds[name]?.push((performance.now() - start) / 1000);
      if (status !== 0 && status !== 1) throw new Error(`${name} failed: ${stderr}`);
      output[name] = stdout;
    }
  }
  return /** @type {never} */ (
    Object.fromEntries(names.map((name) => [name, { seconds: median(seconds[name] ?? []), output: output[name] ?? '' }]))
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
