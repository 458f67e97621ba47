/** Runs the project's own ESLint once on a changed configuration, after the user has agreed. The only place that starts a program of the project. */
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { namespace } from '../../presets.js';
import type { Eslint } from './project.js';

/** Milliseconds. */
const MOST_TIME = 120_000;

/** Why the plugin is not active in a folder; undefined if it is. */
export function failure({ bin }: Eslint, folder: string, legacy: boolean): string | undefined {
  const run = (args: readonly string[], input = ''): { readonly status: number | null; readonly stdout: string; readonly stderr: string } =>
    spawnSync(process.execPath, [bin, ...args], {
      cwd: folder,
      encoding: 'utf8',
      input,
      timeout: MOST_TIME,
      env: { ...process.env, ...(legacy && { ESLINT_USE_FLAT_CONFIG: 'false' }) },
    });
  const printed = run(['--print-config', 'index.js']);
  if (printed.status !== 0) return lastLines(printed.stderr);
  if (!isActive(printed.stdout)) return 'ESLint does not apply the rules of the plugin to index.js.';
  // Of what is found in a program of one comment, nothing is of interest, but ESLint must not fail.
  const linted = run(['--stdin', '--stdin-filename', 'index.js'], '// cloudflare\n');
  return linted.status === 0 || linted.status === 1 ? undefined : lastLines(linted.stderr);
}

function isActive(configuration: string): boolean {
  try {
    const { rules = {} } = JSON.parse(configuration) as { readonly rules?: Readonly<Record<string, unknown>> };
    return Object.keys(rules).some((rule) => rule.startsWith(`${namespace}/`));
  } catch {
    return false; // `undefined`, for a file that is ignored
  }
}

function lastLines(text: string): string {
  return text.trim().split('\n').slice(0, 12).join('\n') || 'ESLint ended without a message.';
}
