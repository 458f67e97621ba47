/**
 * `npm run bench:peers`: what our rules, and those that others made for the same end, add to a run of ESLint, in one process and on sources that
 * are parsed already. File by file in turns: whatever else the machine does, it does to all of them.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { Linter } from 'eslint';
import plugin from '../dist/index.js';
import { median, rounds, table } from './measure.js';
import { parsed } from './parsed.js';
import { peers, spec } from './peers.js';
import { prove } from './proof.js';
import { trees } from './trees.js';

const others = /** @type {const} */ ({
  'eslint-plugin-no-secrets': ['no-secrets'],
  'eslint-plugin-sonarjs': ['no-hardcoded-secrets', 'no-hardcoded-passwords', 'no-clear-text-protocols'],
  'eslint-plugin-secure-coding': ['no-hardcoded-credentials'],
  '@microsoft/eslint-plugin-sdl': ['no-insecure-url'],
});

/** @typedef {Pick<Linter.Config, 'plugins' | 'rules'>} Rules */

/** @type {Record<string, Rules>} */
const runs = {
  'no rules': {},
  'one rule that does nothing': { plugins: { x: { rules: { nothing: { create: () => ({}) } } } }, rules: { 'x/nothing': 2 } },
};
for (const name of /** @type {const} */ (['recommended', 'strict', 'all'])) {
  const { plugins = {}, rules = {} } = plugin.configs[name];
  runs[`ours, ${name} (${String(Object.keys(rules).length)} rules)`] = { plugins, rules };
}
const installed = peers();
for (const name of /** @type {(keyof typeof others)[]} */ (Object.keys(others))) {
  const loaded = /** @type {{ default: import('eslint').ESLint.Plugin }} */ (await installed.load(name));
  for (const rule of others[name])
    runs[`${name.replace('eslint-plugin-', '')}/${rule}`] = { plugins: { peer: loaded.default }, rules: { [`peer/${rule}`]: 2 } };
}

/** Milliseconds of each run over all files. @param {readonly string[]} texts */
function round(texts) {
  const names = Object.keys(runs);
  const spent = Object.fromEntries(names.map((name) => [name, 0]));
  for (const [index, text] of texts.entries()) {
    for (const turn of names.keys()) {
      const name = names[(turn + index) % names.length] ?? '';
      const source = parsed(text);
      const start = performance.now();
      new Linter().verify(source, [{ files: ['**/*.ts'], linterOptions: { noInlineConfig: true }, ...runs[name] }], 'file.ts');
      spent[name] = (spent[name] ?? 0) + performance.now() - start;
    }
  }
  return spent;
}

const rows = trees().flatMap(({ name, folder }) => {
  const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => readFileSync(join(folder, path), 'utf8'));
  const megabytes = texts.reduce((sum, { length }) => sum + length, 0) / 1e6;
  round(texts.slice(0, 200)); // the engine compiles what it will run
  const all = Array.from({ length: rounds }, () => round(texts));
  const base = all.map((each) => each['no rules'] ?? 0);
  return Object.keys(runs).map((run) => [
    name,
    `${String(texts.length)} (${megabytes.toFixed(1)} MB)`,
    run,
    median(all.map((each) => each[run] ?? 0)).toFixed(0),
    run === 'no rules' ? '' : median(all.map((each, index) => (each[run] ?? 0) - (base[index] ?? 0))).toFixed(0),
  ]);
});
await prove(
  'peers',
  `Milliseconds, medians of ${String(rounds)} rounds.\n\n${table([['tree', 'files', 'rules', 'the whole', 'added'], ...rows])}`,
  /** @type {(keyof typeof others)[]} */ (Object.keys(others)).map(spec),
);
