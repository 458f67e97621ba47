/** Our scanner and other tools that find credentials, with one interface: files in, findings out. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import json from '@eslint/json';
import * as typescript from '@typescript-eslint/parser';
import { ESLint } from 'eslint';
import plugin from '../dist/index.js';
import { peers, spec } from './peers.js';

/** @typedef {{ readonly path: string, readonly text: string }} File */
/** @typedef {{ readonly line: number, readonly endLine: number, readonly what: string }} Finding */
/**
 * @typedef {object} Scanner
 * @property {string} name
 * @property {string} [version] shown next to the measurements
 * @property {RegExp} reads the paths that it scans
 * @property {(files: readonly File[]) => Promise<readonly (readonly Finding[])[]>} scan findings by file
 */

const program = /\.[cm]?[jt]sx?$/;

/** Returns a scan by ESLint. @param {import('eslint').Linter.Config[]} configs @returns {Scanner['scan']} */
function eslint(configs) {
  const common = {
    files: ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'],
    linterOptions: /** @type {const} */ ({ noInlineConfig: true, reportUnusedDisableDirectives: 'off' }),
    languageOptions: { parser: typescript, parserOptions: { ecmaFeatures: { jsx: true } } },
  };
  const linter = new ESLint({ cwd: tmpdir(), overrideConfigFile: true, overrideConfig: [common, ...configs] });
  return async (files) => {
    const all = [];
    for (const { path, text } of files) {
      const [result] = await linter.lintText(text, { filePath: path });
      // Messages without a rule are about files that do not parse.
      const messages = (result?.messages ?? []).flatMap(({ line, endLine = line, ruleId, message }) =>
        ruleId === null ? [] : [{ line, endLine, what: `${ruleId}: ${message}` }],
      );
      all.push(messages);
    }
    return all;
  };
}

/** @param {string} name @param {'recommended' | 'strict'} preset @param {string} [only] rule @returns {Scanner} */
export function ours(name, preset, only) {
  const configs = [plugin.configs[preset], ...plugin.configs[`${preset}-files`]].map((config) =>
    only && config.rules ? { ...config, rules: { [only]: config.rules[only] ?? 'off' } } : config,
  );
  return { name, reads: /^/, scan: eslint(configs) };
}

/** @returns {Promise<readonly Scanner[]>} */
export async function others() {
  const { folder, load } = peers();
  /** @param {Parameters<typeof load>[0]} name @param {readonly string[]} rules @param {RegExp} reads @returns {Promise<Scanner>} */
  const eslintPlugin = async (name, rules, reads) => {
    const { default: imported } = /** @type {{ default: import('eslint').ESLint.Plugin }} */ (await load(name));
    const config = {
      plugins: { peer: imported },
      rules: Object.fromEntries(rules.map((rule) => [`peer/${rule}`, /** @type {const} */ ('error')])),
    };
    const data = reads === program ? [] : [['json'], ['jsonc']];
    return {
      name: name.replace('eslint-plugin-', ''),
      version: spec(name),
      reads,
      scan: eslint([
        { ...config, files: ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'] },
        ...data.map(([language]) => ({
          plugins: { ...config.plugins, json },
          rules: config.rules,
          files: [`**/*.${String(language)}`],
          language: `json/${String(language)}`,
        })),
      ]),
    };
  };
  return [
    await eslintPlugin('eslint-plugin-no-secrets', ['no-secrets'], /\.(?:[cm]?[jt]sx?|jsonc?)$/),
    await eslintPlugin('eslint-plugin-sonarjs', ['no-hardcoded-secrets', 'no-hardcoded-passwords', 'hardcoded-secret-signatures'], program),
    await eslintPlugin('eslint-plugin-secure-coding', ['no-hardcoded-credentials', 'no-hardcoded-session-tokens'], program),
    { name: 'Biome noSecrets', version: spec('@biomejs/biome'), reads: program, scan: biome(join(folder, 'node_modules/.bin/biome')) },
    { name: 'secretlint', version: spec('@secretlint/core'), reads: /^/, scan: await secretlint(load) },
  ];
}

/** @param {ReturnType<typeof peers>['load']} load @returns {Promise<Scanner['scan']>} */
async function secretlint(load) {
  /** @typedef {{ messages: { loc: { start: { line: number }, end: { line: number } }, ruleId: string, message: string }[] }} Result */
  const { lintSource } = /** @type {{ lintSource: (all: object) => Promise<Result> }} */ (await load('@secretlint/core'));
  const id = '@secretlint/secretlint-rule-preset-recommend';
  const { creator: rule } = /** @type {{ creator: object }} */ (await load(id));
  const options = { noPhysicFilePath: true, config: { rules: [{ id, rule, options: {} }] } };
  return async (files) => {
    const all = [];
    for (const { path, text } of files) {
      const source = { filePath: path, content: text, ext: /\.\w+$/.exec(path)?.[0] ?? '', contentType: 'text' };
      const { messages } = await lintSource({ source, options });
      all.push(
        messages.map(({ loc: { start, end }, ruleId, message }) => ({
          line: start.line,
          endLine: end.line,
          what: `${ruleId}: ${message}`,
        })),
      );
    }
    return all;
  };
}

/** Biome reads folders only. @param {string} command @returns {Scanner['scan']} */
function biome(command) {
  return (files) => {
    const folder = mkdtempSync(join(tmpdir(), 'bench-'));
    try {
      const rules = { preset: 'none', security: { noSecrets: 'error' } };
      writeFileSync(join(folder, 'biome.json'), JSON.stringify({ linter: { rules }, files: { maxSize: 2 ** 24 } }));
      for (const [index, { path, text }] of files.entries()) {
        const at = join(folder, String(index), path);
        mkdirSync(dirname(at), { recursive: true });
        writeFileSync(at, text);
      }
      const { stdout } = spawnSync(command, ['lint', '--reporter=json', '--max-diagnostics=none', '.'], {
        cwd: folder,
        encoding: 'utf8',
        maxBuffer: 2 ** 30,
      });
      /** @type {{ diagnostics: { category: string, message: string, location: { path: string, start: { line: number }, end: { line: number } } }[] }} */
      const { diagnostics } = JSON.parse(stdout);
      /** @type {Finding[][]} */
      const all = files.map(() => []);
      for (const { category, message, location } of diagnostics)
        if (category === 'lint/security/noSecrets')
          all[Number(/^\d+/.exec(location.path)?.[0])]?.push({
            line: location.start.line,
            endLine: location.end.line,
            what: `${category}: ${message}`,
          });
      return Promise.resolve(all);
    } finally {
      rmSync(folder, { recursive: true });
    }
  };
}
