/** Git repositories in which hooks of the plugin run. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface Ran {
  readonly code: number | null;
  readonly output: string;
}

/** Runs a program in a folder. Git takes no settings of the machine's, and no other hooks. */
export function run(folder: string, command: string, ...args: readonly string[]): Ran {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
  });
  return { code: status, output: `${stdout}${stderr}` };
}

export function initialise(folder: string): void {
  run(folder, 'git', 'init', '--quiet', '--initial-branch=main');
  run(folder, 'git', 'config', 'user.name', 'A');
  run(folder, 'git', 'config', 'user.email', 'a@example.com');
}

/** Writes files, and commits them and nothing else. */
export function commit(folder: string, files: Readonly<Record<string, string>>): Ran {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  run(folder, 'git', 'add', '--', ...Object.keys(files));
  const ran = run(folder, 'git', 'commit', '-m', 'change');
  if (ran.code !== 0) run(folder, 'git', 'rm', '--force', '--quiet', '--', ...Object.keys(files));
  return ran;
}

/** How many commits there are. */
export const commits = (folder: string): number => Number(run(folder, 'git', 'rev-list', '--count', 'HEAD').output);
