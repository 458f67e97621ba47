/** Empty projects in which the packed plugin is installed, as a user would. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

let tarball: string | undefined;

/** The plugin as `npm pack` makes it, once for each run. */
export function packed(): string {
  if (tarball === undefined) {
    const folder = mkdtempSync(join(tmpdir(), 'packed-'));
    execFileSync(npm, ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], { cwd: root });
    tarball = join(folder, 'eslint-plugin-cloudflare-auth-0.1.0.tgz');
  }
  return tarball;
}

export interface Project {
  readonly folder: string;
  write: (path: string, text: string) => void;
  /** Runs a command of the project; what it printed, and its exit code. */
  run: (command: string, ...args: readonly string[]) => { readonly code: number | null; readonly output: string };
}

/** A new project with the plugin and other packages installed. */
export function project(packages: readonly string[], environment: NodeJS.ProcessEnv = {}, flags: readonly string[] = []): Project {
  const folder = mkdtempSync(join(tmpdir(), 'project-'));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write('package.json', '{ "name": "project", "private": true, "type": "module" }');
  execFileSync(npm, ['install', '--prefer-offline', '--no-audit', '--no-fund', '--silent', ...flags, packed(), ...packages], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return {
    folder,
    write,
    run(command, ...args) {
      const { status, stdout, stderr } = spawnSync(join(folder, 'node_modules/.bin', command), args, {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, NO_COLOR: '1', ...environment },
        shell: process.platform === 'win32',
      });
      return { code: status, output: `${stdout}${stderr}` };
    },
  };
}
