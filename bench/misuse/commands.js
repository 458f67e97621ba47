/** Tools that run as commands: ours, and others if they are installed. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

/**
 * @typedef {object} Command
 * @property {string} name
 * @property {readonly string[]} version its arguments
 * @property {(folder: string, report: string) => readonly string[]} scan its arguments for writing a report
 * @property {string} [program] the executable, if not named like the tool
 */

/** Sources: `--help` of each, November 2026. @type {readonly Command[]} */
export const commands = [
  {
    name: 'gitleaks',
    version: ['version'],
    scan: (folder, report) => ['dir', folder, '--report-format', 'sarif', '--report-path', report, '--exit-code', '0'],
  },
  {
    name: 'betterleaks',
    version: ['version'],
    scan: (folder, report) => ['dir', folder, '--report-format', 'sarif', '--report-path', report, '--exit-code', '0'],
  },
  {
    name: 'kingfisher',
    version: ['--version'],
    scan: (folder, report) => ['scan', folder, '--no-validate', '--format', 'sarif', '--output', report],
  },
  {
    name: 'semgrep',
    version: ['--version'],
    scan: (folder, report) => ['scan', '--config', 'p/secrets', '--metrics', 'off', '--sarif', '--output', report, folder],
  },
];

const own = join(import.meta.dirname, '../../dist/cli/bin.js');

/** Our command with each of its presets. @type {readonly Command[]} */
export const ours = [
  {
    name: 'ours',
    program: process.execPath,
    version: [own, '--version'],
    scan: (folder, report) => [own, folder, '--no-ignore', '-f', 'json', '-o', report],
  },
  {
    name: 'ours, strict',
    program: process.execPath,
    version: [own, '--version'],
    scan: (folder, report) => [own, folder, '--no-ignore', '--strict', '-f', 'json', '-o', report],
  },
];

/** Returns a command's report on a folder, and its version; undefined if it is not installed. @param {Command} command @param {string} folder */
export function run({ name, program = name, version, scan }, folder) {
  const asked = spawnSync(program, version, { encoding: 'utf8' });
  if (asked.error) return undefined;
  const at = mkdtempSync(join(tmpdir(), 'misuse-report-'));
  try {
    const report = join(at, 'report.json');
    const { stderr } = spawnSync(program, scan(folder, report), { cwd: at, encoding: 'utf8', maxBuffer: 2 ** 29 });
    if (!existsSync(report)) throw new Error(`${name} wrote no report: ${stderr}`);
    return { report: readFileSync(report, 'utf8'), version: asked.stdout.trim().split('\n')[0] ?? '' };
  } finally {
    rmSync(at, { recursive: true });
  }
}
