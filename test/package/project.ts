/** Empty projects in which the packed plugin is installed, as a user would. */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const own = 'eslint-plugin-cloudflare-auth';

/** What is packed and installed once, and used by every test file and every later run. */
const kept = join(tmpdir(), `${own}-projects`);

/** Packages that tests need alone or beside each other: one installation serves all of these tests. */
const common = [
  '@microsoft/jest-sarif@1.0.0-beta.0',
  '@typescript-eslint/parser@8.72.0',
  'eslint@10.15.0',
  'husky@9.1.7',
  'lefthook@2.2.2',
  'lint-staged@16.3.4',
  'oxlint@1.94.0',
  'typescript@6.0.3',
  'vscode-langservers-extracted@4.10.0',
];

const digest = (parts: readonly (string | Buffer)[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex').slice(0, 20);
};

/** A folder that is made once. Whoever makes it at the same time loses, and takes the one that is there. */
function once(key: string, make: (folder: string) => void): string {
  const folder = join(kept, key);
  if (existsSync(folder)) return folder;
  mkdirSync(kept, { recursive: true, mode: 0o700 });
  const unfinished = mkdtempSync(`${folder}-`);
  make(unfinished);
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    rmSync(unfinished, { recursive: true });
  }
  return folder;
}

/** The files that `npm pack` takes, and some that it does not. */
function sources(): readonly string[] {
  const { files } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly files: readonly string[] };
  const tops = [...new Set(files.map((each) => each.split('/')[0] ?? ''))];
  return ['package.json', 'README.md', ...tops.flatMap((each) => (statSync(join(root, each)).isDirectory() ? below(each) : each))].sort();
}

function below(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length));
}

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string };
const archive = `${own}-${version}.tgz`;

let pack: string | undefined;

/** The plugin as `npm pack` makes it. */
export function packed(): string {
  pack ??= once(`packed-${digest(sources().flatMap((path) => [path, readFileSync(join(root, path))]))}`, (folder) => {
    execFileSync(npm, ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], { cwd: root });
    execFileSync('tar', ['-xzf', archive], { cwd: folder });
  });
  return join(pack, archive);
}

/** A folder with packages installed beside the plugin's dependencies, but without the plugin. */
function installed(packages: readonly string[], flags: readonly string[]): string {
  const locked = readFileSync(join(root, 'package-lock.json'));
  return once(`installed-${digest([...packages, ...flags, process.version, locked])}`, (folder) => {
    writeFileSync(join(folder, 'package.json'), '{ "name": "project", "private": true, "type": "module" }');
    execFileSync(npm, ['install', '--prefer-offline', '--no-audit', '--no-fund', '--silent', ...flags, packed(), ...packages], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    rmSync(join(folder, 'node_modules', own), { recursive: true });
  });
}

export interface Project {
  readonly folder: string;
  write: (path: string, text: string) => void;
  /** Runs a command of the project; what it printed, and its exit code. */
  run: (command: string, ...args: readonly string[]) => { readonly code: number | null; readonly output: string };
}

/** A new project with the plugin and other packages installed: its own copy of the plugin, and links to the rest. */
export function project(packages: readonly string[], environment: NodeJS.ProcessEnv = {}, flags: readonly string[] = []): Project {
  const isCommon = flags.length === 0 && packages.every((each) => common.includes(each));
  const source = installed(isCommon ? common : packages, flags);
  const folder = mkdtempSync(join(tmpdir(), 'project-'));
  const modules = join(folder, 'node_modules');
  mkdirSync(modules);
  for (const name of ['package.json', 'package-lock.json']) cpSync(join(source, name), join(folder, name));
  for (const name of readdirSync(join(source, 'node_modules')))
    if (!name.startsWith('.')) symlinkSync(join(source, 'node_modules', name), join(modules, name), 'junction');
  cpSync(join(source, 'node_modules/.bin'), join(modules, '.bin'), { recursive: true, verbatimSymlinks: true });
  cpSync(join(dirname(packed()), 'package'), join(modules, own), { recursive: true });
  return {
    folder,
    write(path, text) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    },
    run(command, ...args) {
      const { status, stdout, stderr } = spawnSync(join(modules, '.bin', command), args, {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, NO_COLOR: '1', ...environment },
        shell: process.platform === 'win32',
      });
      return { code: status, output: `${stdout}${stderr}` };
    },
  };
}
