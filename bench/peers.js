/** Other projects' packages, at exact versions, in a temporary folder: this project is compared or tested with them, but does not contain them. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { temporary } from './trees.js';

/** The newest versions that run on Node 20. Since it detects Cloudflare credentials, Secretlint requires 22, but runs. */
const pins = /** @type {const} */ ({
  'eslint-plugin-no-secrets': '2.3.3',
  'eslint-plugin-sonarjs': '4.2.2',
  'eslint-plugin-secure-coding': '3.2.0',
  '@microsoft/eslint-plugin-sdl': '1.1.0',
  '@secretlint/core': '13.1.0',
  '@secretlint/secretlint-rule-preset-recommend': '13.1.0',
  secretlint: '13.0.6',
  '@biomejs/biome': '2.6.8',
  oxlint: '1.94.0',
  recheck: '4.5.0',
  '@stryker-mutator/core': '9.6.1',
  '@stryker-mutator/mocha-runner': '9.6.1',
  mocha: '11.8.0',
  tsx: '4.23.15',
  eslint: '10.15.0', // some import it
});

/** @typedef {keyof typeof pins} Peer */

/** Returns a package with its version, in npm's syntax. @param {Peer} name */
export const spec = (name) => `${name}@${pins[name]}`;

/**
 * Installs the packages, unless they are already installed.
 * @returns {{ readonly folder: string, readonly load: (name: Peer) => Promise<unknown> }} their folder, and a function that imports one of them
 */
export function peers() {
  const specs = /** @type {Peer[]} */ (Object.keys(pins)).map(spec);
  const version = createHash('sha256').update(specs.join()).digest('hex').slice(0, 8);
  const folder = join(temporary, `peers-${version}`);
  if (!existsSync(folder)) install(specs, folder);
  return {
    folder,
    async load(name) {
      const { load } = /** @type {{ load: (name: string) => Promise<unknown> }} */ (
        await import(pathToFileURL(join(folder, 'load.js')).href)
      );
      return load(name);
    },
  };
}

/** @param {readonly string[]} specs @param {string} folder */
function install(specs, folder) {
  const project = `${folder}-${String(process.pid)}`;
  mkdirSync(project, { recursive: true });
  // A package is resolved from the file that imports it.
  writeFileSync(join(project, 'load.js'), 'export const load = (name) => import(name);\n');
  writeFileSync(join(project, 'package.json'), '{ "type": "module", "private": true }\n');
  const flags = ['--ignore-scripts', '--legacy-peer-deps', '--no-audit', '--no-fund', '--loglevel=error'];
  execFileSync('npm', ['install', ...flags, '--prefix', project, ...specs], { stdio: ['ignore', 'ignore', 'inherit'] });
  // Renamed only once complete. Another process may have been faster.
  if (existsSync(folder)) rmSync(project, { recursive: true });
  else renameSync(project, folder);
}
