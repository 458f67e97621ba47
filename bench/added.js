/**
 * `npm run bench:peers`: measures what our rules, and other projects' rules for the same purpose, add to a run of ESLint, in one process and without
 * the time of the parser. Runs take turns file by file, so that other load on the machine affects all of them equally.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import * as typescript from '@typescript-eslint/parser';
import { ESLint } from 'eslint';
import plugin from '../dist/index.js';
import { median, rounds, table } from './measure.js';
import { peerPlugins, peerRules } from './peer-rules.js';
import { peers, spec } from './peers.js';
import { prove } from './proof.js';
import { trees } from './trees.js';

/** @typedef {import('eslint').Linter.Config} Config */
/** @typedef {Pick<Config, 'plugins' | 'rules'>} Rules */

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

let parsing = 0;
/** The parser, instrumented to measure its time. */
const parser = {
  parseForESLint(/** @type {string} */ text, /** @type {typescript.ParserOptions} */ options) {
    const start = performance.now();
    const parsed = typescript.parseForESLint(text, options);
    parsing += performance.now() - start;
    return parsed;
  },
};
const common = { files: ['**/*.ts'], linterOptions: { noInlineConfig: true }, languageOptions: { parser } };
const linters = Object.entries(runs).map(([name, config]) => {
  const overrideConfig = /** @type {Config} */ ({ ...common, ...config });
  return { name, linter: new ESLint({ overrideConfigFile: true, overrideConfig }) };
});

/** Returns the milliseconds of each run over all files without the parser, and those of the parser in one run. @param {readonly string[]} texts */
async function round(texts) {
  const spent = Object.fromEntries(linters.map(({ name }) => [name, 0]));
  const before = parsing;
  for (const [index, text] of texts.entries()) {
    for (const turn of linters.keys()) {
      const run = linters[(turn + index) % linters.length];
      if (!run) continue;
      const [start, parsed] = [performance.now(), parsing];
      await run.linter.lintText(text, { filePath: 'file.ts' });
      spent[run.name] = (spent[run.name] ?? 0) + performance.now() - start - (parsing - parsed);
    }
  }
  return { spent, parser: (parsing - before) / linters.length };
}

/** @type {(string | number)[][]} */
const rows = [];
for (const { name, folder, files } of trees()) {
  const texts = files.map((path) => readFileSync(join(folder, path), 'utf8'));
  await round(texts.slice(0, 200)); // lets the engine compile the code
  const all = [];
  for (let index = 0; index < rounds; index += 1) all.push(await round(texts));
  for (const [index, run] of Object.keys(runs).entries()) {
    const added = all.map(({ spent }) => (spent[run] ?? 0) - (spent['no rules'] ?? 0));
    const ratio = all.map(({ spent, parser: each }) => (each + (spent[run] ?? 0)) / (each + (spent['no rules'] ?? 0)));
    rows.push([index === 0 ? name : '', run, median(added).toFixed(0), median(ratio)]);
  }
}
const heads = ['on', 'rules', 'added, ms', 'ratio with parser'];
await prove('peers', `Medians of ${String(rounds)} rounds.\n\n${table([heads, ...rows])}`, peerPlugins.map(spec));
