/** Inspects the project that `--init` runs in, by its files alone. None of its code is run or loaded. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const flatNames = ['js', 'mjs', 'cjs', 'ts', 'mts', 'cts'].map((extension) => `eslint.config.${extension}`);
const legacyNames = ['.js', '.cjs', '.yaml', '.yml', '.json', ''].map((extension) => `.eslintrc${extension}`);

export interface Configuration {
  readonly kind: 'flat' | 'legacy' | 'package';
  /** Its folder, in which ESLint is run. */
  readonly folder: string;
  readonly name: string;
}

export interface Eslint {
  readonly version: readonly [major: number, minor: number];
  readonly bin: string;
}

/** Finds the configuration for a folder: in ESLint's own order, up to the root of the repository. */
export function configurationOf(start: string): Configuration | undefined {
  for (let folder = start; ; folder = dirname(folder)) {
    const has = (name: string): boolean => existsSync(join(folder, name));
    const flat = flatNames.find(has);
    if (flat !== undefined) return { kind: 'flat', folder, name: flat };
    const legacy = legacyNames.find(has);
    if (legacy !== undefined) return { kind: 'legacy', folder, name: legacy };
    if (manifestOf(folder)?.['eslintConfig'] !== undefined) return { kind: 'package', folder, name: 'package.json' };
    if (has('.git') || dirname(folder) === folder) return undefined;
  }
}

/** Returns the project's installed ESLint. */
export function eslintOf(folder: string): Eslint | undefined {
  const manifest = resolved(folder, 'eslint/package.json');
  const version = manifest === undefined ? undefined : manifestOf(dirname(manifest))?.['version'];
  const [, major, minor] = typeof version === 'string' ? (/^(\d+)\.(\d+)/.exec(version) ?? []) : [];
  if (manifest === undefined || major === undefined) return undefined;
  return { version: [Number(major), Number(minor)], bin: join(dirname(manifest), 'bin', 'eslint.js') };
}

/** Whether a module can be resolved from a folder. */
export function hasModule(folder: string, name: string): boolean {
  return resolved(folder, `${name}/package.json`) !== undefined;
}

function resolved(folder: string, path: string): string | undefined {
  try {
    return createRequire(join(folder, 'package.json')).resolve(path);
  } catch {
    return undefined;
  }
}

function manifestOf(folder: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Readonly<Record<string, unknown>>;
  } catch {
    return undefined; // none, or broken
  }
}

/** Lock files, and the commands with which their package managers add a development dependency. */
const managers: readonly (readonly [lock: string, add: string])[] = [
  ['pnpm-lock.yaml', 'pnpm add --save-dev'],
  ['yarn.lock', 'yarn add --dev'],
  ['bun.lock', 'bun add --dev'],
  ['bun.lockb', 'bun add --dev'],
];

/** Returns the command that installs packages in a project. */
export function installing(folder: string, packages: readonly string[]): string {
  const add = managers.find(([lock]) => existsSync(join(folder, lock)))?.[1] ?? 'npm install --save-dev';
  return `${add} ${packages.join(' ')}`;
}
