/** Real code to measure on: the sources of npm packages, at exact versions, none of which is run. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where benchmarks keep what they have fetched or generated. */
export const temporary = join(tmpdir(), 'eslint-plugin-cloudflare-auth-bench');

/** TypeScript that mentions Cloudflare or does not, and which share of its files is enough: every second, every fourth. */
const packages = /** @type {const} */ ({
  'without Cloudflare': [['viem@2.38.0', 'effect@3.18.4', 'rxjs@7.8.2', 'puppeteer-core@24.20.0'], 2],
  'with Cloudflare': [['cloudflare@7.3.0'], 4],
});

/** @typedef {{ readonly name: string, readonly folder: string, readonly files: readonly string[] }} Tree */

/** @returns {readonly Tree[]} folders that contain only TypeScript, without declarations */
export function trees() {
  return Object.entries(packages).map(([name, [specs, every]]) => {
    const folder = join(temporary, `typescript-${String(every)}-${specs.join('+')}`);
    if (!existsSync(folder)) copy(specs, every, folder);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
    const megabytes = files.reduce((sum, path) => sum + statSync(join(folder, path)).size, 0) / 1e6;
    return { name: `${name} (${specs.join(', ')}): ${String(files.length)} files, ${megabytes.toFixed(1)} MB`, folder, files };
  });
}

/** @param {readonly string[]} specs @param {number} every @param {string} folder */
function copy(specs, every, folder) {
  const unfinished = `${folder}-${String(process.pid)}`;
  const all = specs.flatMap((spec) =>
    readdirSync(sources(spec), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .sort()
      .map((path) => join(spec, path)),
  );
  for (const [index, path] of all.entries()) if (index % every === 0) cpSync(join(temporary, path), join(unfinished, path));
  renameSync(unfinished, folder);
}

/** Returns the folder of a package's files, fetched if necessary. @param {string} spec */
export function sources(spec) {
  const folder = join(temporary, spec);
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
  // Outside node_modules, which ESLint ignores; declarations contain no code.
  cpSync(source, folder, { recursive: true, filter: (path) => !/node_modules.*node_modules|\.(?:d\.[cm]?ts|map)$/.test(path) });
  rmSync(project, { recursive: true });
}
