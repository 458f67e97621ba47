/**
 * `node bench/crash.js <folder>`: lints every file of a folder with every parser that may be asked to, each in turn, and prints what failed and
 * what took longer than two seconds. Fixtures of compilers are what it is for. Exit code 1 if anything failed.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import * as babel from '@babel/eslint-parser';
import * as typescript from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import * as espree from 'espree';
import * as svelte from 'svelte-eslint-parser';
import * as vue from 'vue-eslint-parser';
import plugin from '../dist/index.js';
import { table } from './measure.js';

const slow = 2_000;
const [folder = '.'] = process.argv.slice(2);
const rules = { ...plugin.configs.all.rules, ...plugin.configs.strict.rules };
const programs = /** @type {Record<string, [unknown, RegExp]>} */ ({
  espree: [espree, /^\.[cm]?jsx?$/],
  typescript: [typescript, /^\.[cm]?[jt]sx?$/],
  // Its scope manager is not one for ESLint 10, which makes its own then.
  babel: [
    {
      parseForESLint: (/** @type {string} */ text, /** @type {never} */ options) => ({
        ...babel.parseForESLint(text, options),
        scopeManager: undefined,
      }),
    },
    /^\.[cm]?jsx?$/,
  ],
  vue: [vue, /^\.vue$/],
  svelte: [svelte, /^\.svelte$/],
});

/** @type {Record<string, { files: number, parsed: number, findings: number, failed: number, slow: number, worst: number }>} */
const counts = {};

/** @param {string} path @param {string} text @param {string} name @param {Linter.Config[]} configs */
function lint(path, text, name, configs) {
  const count = (counts[name] ??= { files: 0, parsed: 0, findings: 0, failed: 0, slow: 0, worst: 0 });
  const linter = new Linter({ configType: 'flat' });
  try {
    // What the parser itself takes is not ours, and what it keeps in memory is warm the second time.
    const start = performance.now();
    const messages = linter.verify(text, configs, path);
    const milliseconds = performance.now() - start;
    const ours = messages.filter(({ ruleId }) => ruleId?.startsWith('cloudflare-auth/')).length;
    const isRead = !messages.some(({ fatal, message }) => fatal ?? message.startsWith('No matching configuration'));
    count.files += 1;
    count.parsed += isRead ? 1 : 0;
    count.findings += ours;
    count.worst = Math.max(count.worst, milliseconds);
    if (milliseconds > slow) {
      count.slow += 1;
      console.log(`slow: ${path} as ${name}: ${milliseconds.toFixed(0)} ms, ${String(text.length)} characters`);
    }
  } catch (error) {
    count.failed += 1;
    console.log(
      `failed: ${path} as ${name}: ${String(error instanceof Error ? error.stack : error)
        .split('\n', 4)
        .join(' ')}`,
    );
  }
}

for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
  const full = join(folder, path);
  if (/(?:^|[/\\])(?:node_modules|\.git)[/\\]/.test(path) || !statSync(full, { throwIfNoEntry: false })?.isFile()) continue;
  if (statSync(full).size > 2 ** 24) continue;
  // The gate would dismiss most of them: every file is made to speak of Cloudflare.
  const written = readFileSync(full, 'utf8');
  const shown = relative(folder, full);
  const extension = extname(path);
  const names = Object.keys(programs).filter((name) => programs[name]?.[1].test(extension));
  for (const name of names) {
    /** @type {Linter.Config} */
    const config = {
      files: ['**/*'],
      plugins: plugin.configs.all.plugins ?? {},
      linterOptions: { noInlineConfig: true },
      languageOptions: {
        parser: /** @type {Linter.Parser} */ (programs[name]?.[0]),
        parserOptions: {
          parser: typescript,
          ecmaFeatures: { jsx: true },
          requireConfigFile: false,
          babelOptions: { babelrc: false, configFile: false },
        },
      },
      rules,
    };
    lint(shown, `${written}\n${/vue|svelte/.test(name) ? '<!-- cloudflare -->' : '// cloudflare'}`, name, [config]);
  }
  if (names.length === 0) {
    const configs = plugin.configs['strict-files'].map((each) => ({ ...each, linterOptions: { noInlineConfig: true }, rules }));
    lint(shown, written, 'our languages', configs);
  }
}

console.log(
  table([
    ['read by', 'files', 'parsed', 'findings', 'failed', `over ${String(slow / 1000)} s`, 'slowest (ms)'],
    ...Object.entries(counts).map(([name, { files, parsed, findings, failed, slow, worst }]) => [
      name,
      ...[files, parsed, findings, failed, slow].map(String),
      worst.toFixed(0),
    ]),
  ]),
);
if (Object.values(counts).some(({ failed }) => failed > 0)) process.exitCode = 1;
