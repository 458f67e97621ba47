/**
 * `npm run bench:peers`: what our rules, and those that others made for the same end, add to a run of ESLint, in one process and on sources that
 * are parsed already. File by file in turns: whatever else the machine does, it does to all of them.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { Linter } from 'eslint';
import plugin from '../dist/index.js';
import { median, rounds, table } from './measure.js';
import { parsed } from './parsed.js';
import { peerPlugins, peerRules } from './peer-rules.js';
import { peers, spec } from './peers.js';
import { prove } from './proof.js';
import { trees } from './trees.js';

/** @typedef {Pick<Linter.Config, 'plugins' | 'rules'>} Rules */

/** @type {Record<string, Rules>} */
const runs = {
  'no rules': {},
  'no rules, once more': {},
  'one rule that does nothing': { plugins: { x: { rules: { nothing: { create: () => ({}) } } } }, rules: { 'x/nothing': 2 } },
};
for (const name of /** @type {const} */ (['recommended', 'strict', 'all'])) {
  const { plugins = {}, rules = {} } = plugin.configs[name];
  runs[`ours, ${name} (${String(Object.keys(rules).length)} rules)`] = { plugins, rules };
}
const installed = peers();
for (const name of peerPlugins) {
  const loaded = /** @type {{ default: import('eslint').ESLint.Plugin }} */ (await installed.load(name));
  for (const rule of peerRules[name])
    runs[`${name.replace('eslint-plugin-', '')}/${rule}`] = { plugins: { peer: loaded.default }, rules: { [`peer/${rule}`]: 2 } };
}

/** Milliseconds of each run over all files, and of the parser, which is asked before each. @param {readonly string[]} texts */
function round(texts) {
  const names = Object.keys(runs);
  const spent = Object.fromEntries(names.map((name) => [name, 0]));
  let parsing = 0;
  for (const [index, text] of texts.entries()) {
    for (const turn of names.keys()) {
      const name = names[(turn + index) % names.length] ?? '';
      const start = performance.now();
      const source = parsed(text);
      const middle = performance.now();
      new Linter().verify(source, [{ files: ['**/*.ts'], linterOptions: { noInlineConfig: true }, ...runs[name] }], 'file.ts');
      spent[name] = (spent[name] ?? 0) + performance.now() - middle;
      parsing += middle - start;
    }
  }
  return { spent, parsing: parsing / names.length };
}

const rows = trees().flatMap(({ name, folder, files }) => {
  const texts = files.map((path) => readFileSync(join(folder, path), 'utf8'));
  round(texts.slice(0, 200)); // the engine compiles what it will run
  const all = Array.from({ length: rounds }, () => round(texts));
  return Object.keys(runs).map((run, index) => {
    const added = all.map(({ spent }) => (spent[run] ?? 0) - (spent['no rules'] ?? 0));
    const ratio = all.map(({ spent, parsing }) => (parsing + (spent[run] ?? 0)) / (parsing + (spent['no rules'] ?? 0)));
    return [index === 0 ? name : '', run, median(added).toFixed(0), median(ratio)];
  });
});
const heads = ['on', 'rules', 'added, ms', 'ratio with parser'];
await prove('peers', `Medians of ${String(rounds)} rounds.\n\n${table([heads, ...rows])}`, peerPlugins.map(spec));
