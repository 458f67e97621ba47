/** Tries the project's own ESLint on the changed configuration, after the user has agreed. The only code that starts a program of the project. */
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { namespace } from '../../presets.js';
import type { Eslint } from './project.js';

/** In milliseconds. */
const MAX_TIME = 120_000;

/** Returns why the plugin is not active in a folder; undefined if it is. */
export function failure({ bin }: Eslint, folder: string, legacy: boolean): string | undefined {
  const run = (args: readonly string[], input = ''): { readonly status: number | null; readonly stdout: string; readonly stderr: string } =>
    spawnSync(process.execPath, [bin, ...args], {
      cwd: folder,
      encoding: 'utf8',
      input,
      timeout: MAX_TIME,
      env: { ...process.env, ...(legacy && { ESLINT_USE_FLAT_CONFIG: 'false' }) },
    });
  const printed = run(['--print-config', 'index.js']);
  if (printed.status !== 0) return lastLines(printed.stderr);
  if (!isActive(printed.stdout)) return 'ESLint does not apply the rules of the plugin to index.js.';
  // Findings in a program of one comment do not matter, but ESLint must not crash.
  const linted = run(['--stdin', '--stdin-filename', 'index.js'], '// cloudflare\n');
  return linted.status === 0 || linted.status === 1 ? undefined : lastLines(linted.stderr);
}

function isActive(configuration: string): boolean {
  try {
    const { rules = {} } = JSON.parse(configuration) as { readonly rules?: Readonly<Record<string, unknown>> };
    return Object.keys(rules).some((rule) => rule.startsWith(`${namespace}/`));
  } catch {
    return false; // ESLint prints `undefined` for an ignored file
  }
}

function lastLines(text: string): string {
  return text.trim().split('\n').slice(0, 12).join('\n') || 'ESLint ended without a message.';
}
