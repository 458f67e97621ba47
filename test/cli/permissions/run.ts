/** Runs the command in a project that a test has written. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { vi } from 'vitest';
import { permissions } from '../../../src/cli/permissions/command.js';
import { RequestError } from '../../../src/cli/request-error.js';

const home = process.cwd();

/** The root of the API. */
export const root = 'https://api.cloudflare.com/client/v4';

/** A project of files by path. */
export function project(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'permissions-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** What the command prints and exits with in a folder. */
export async function run(folder: string, ...args: readonly string[]): Promise<Ran> {
  const out = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const err = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  process.chdir(folder);
  try {
    const text = (spy: typeof out): string => spy.mock.calls.map(([chunk]) => String(chunk)).join('');
    const { code, message } = await permissions(args).then(
      (exit) => ({ code: exit, message: '' }),
      (error: unknown) => {
        if (error instanceof RequestError) return { code: 2, message: `${error.message}\n` };
        throw error;
      },
    );
    return { code, stdout: text(out), stderr: text(err) + message };
  } finally {
    process.chdir(home);
    vi.restoreAllMocks();
  }
}
