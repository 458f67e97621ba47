/** Real code to measure on: the sources of two npm packages, at exact versions, of which nothing is run. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Package, and whether it speaks of Cloudflare. */
const packages = /** @type {const} */ ({ 'without Cloudflare': 'viem@2.38.0', 'with Cloudflare': 'cloudflare@7.3.0' });

/** @returns {readonly { name: string, folder: string, files: number }[]} */
export function trees() {
  return Object.entries(packages).map(([name, spec]) => {
    const folder = sources(spec);
    const files = readdirSync(folder, { recursive: true }).filter((path) => String(path).endsWith('.ts')).length;
    return { name: `${name} (${spec})`, folder, files };
  });
}

/** The folder of a package's files, which are fetched if that is not done yet. @param {string} spec */
export function sources(spec) {
  const folder = join(tmpdir(), 'eslint-plugin-cloudflare-auth-bench', spec);
  if (!existsSync(folder)) install(spec, folder);
  return folder;
}

/** @param {string} spec @param {string} folder */
function install(spec, folder) {
  const project = `${folder}-project`;
  mkdirSync(project, { recursive: true });
  execFileSync('npm', ['install', '--ignore-scripts', '--legacy-peer-deps', '--no-save', '--prefix', project, spec], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const source = join(project, 'node_modules', spec.slice(0, spec.lastIndexOf('@')));
  // Outside node_modules, which ESLint ignores; declarations are no programs.
  cpSync(source, folder, { recursive: true, filter: (path) => !/node_modules.*node_modules|\.(?:d\.[cm]?ts|map)$/.test(path) });
}
