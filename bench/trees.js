/** Real code to measure on: the sources of npm packages, at exact versions, none of which is run. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

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

const [, gate = ''] =
  /mentionsCloudflare =\s*\/(.+)\/i;/.exec(readFileSync(new URL('../src/cloudflare/mentions.ts', import.meta.url), 'utf8')) ?? [];

/** The pattern of the gate, as other programs write it. */
export const gatePattern = gate.replaceAll('\\/', '/');

const fixtures = fileURLToPath(new URL('../fixtures/', import.meta.url));

/** How often each fixture is copied, and how often each copy repeats its text: most files of programs have a few kilobytes. */
const [copies, repetitions] = [12, 8];

/** @returns {Tree} files of every type that the fixtures have, without a word that passes the gate */
export function mixedTree() {
  // A tree made for another gate may pass this one.
  const digest = createHash('sha256').update(gate).digest('hex').slice(0, 8);
  const folder = join(temporary, `mixed-${String(copies)}-${String(repetitions)}-${digest}`);
  if (!existsSync(folder)) disguise(folder);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true, encoding: 'utf8' }).filter((entry) => entry.isFile());
  const megabytes = files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0) / 1e6;
  const name = `files of all types without Cloudflare: ${String(files.length)} files, ${megabytes.toFixed(1)} MB`;
  return { name, folder, files: files.map((entry) => entry.name) };
}

/** @param {string} folder */
function disguise(folder) {
  const unfinished = `${folder}-${String(process.pid)}`;
  const paths = readdirSync(fixtures, { recursive: true, withFileTypes: true, encoding: 'utf8' })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.findings'))
    .map(({ parentPath, name }) => join(parentPath, name).slice(fixtures.length));
  for (const path of paths) {
    const text = withoutGate(readFileSync(join(fixtures, path), 'utf8')).repeat(repetitions);
    for (let copy = 0; copy < copies; copy += 1) {
      const target = join(unfinished, String(copy), withoutGate(path));
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, text);
    }
  }
  renameSync(unfinished, folder);
}

/** Replaces the letters of what passes the gate. @param {string} text @returns {string} */
function withoutGate(text) {
  const found = new RegExp(gate, 'gi');
  const replaced = text.replace(found, (match) => match.replaceAll(/[a-z]/gi, 'x'));
  return replaced === text ? text : withoutGate(replaced);
}
