/**
 * `npm run bench:crash -- test262=/tmp/test262/test fixtures …`: lints every file of the given folders with every parser that may be used for it, and
 * prints failures and where our rules took longer than two seconds. It is meant for test suites of compilers. Exit code 1 if any failure was ours.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import * as babel from '@babel/eslint-parser';
import * as typescript from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import * as espree from 'espree';
import * as svelte from 'svelte-eslint-parser';
import * as vue from 'vue-eslint-parser';
import plugin from '../dist/index.js';
import { table } from './measure.js';
import { prove } from './proof.js';

const slow = 2_000;
const ours = fileURLToPath(new URL('../dist/', import.meta.url));
// Full stack traces show whether an exception is ours.
Error.stackTraceLimit = Infinity;

// A parser with every proposal enabled. Babel's scope manager is incompatible with ESLint 10, which then creates its own.
const proposals = ['jsx', 'flow', 'decorators', 'doExpressions', 'functionBind', 'throwExpressions', 'partialApplication', 'moduleBlocks'];
const babelTree = {
  parseForESLint: (/** @type {string} */ text, /** @type {never} */ options) => ({
    ...babel.parseForESLint(text, options),
    scopeManager: undefined,
  }),
};
const parsers = /** @type {Record<string, [unknown, RegExp]>} */ ({
  espree: [espree, /\.[cm]?jsx?$/],
  typescript: [typescript, /\.[cm]?[jt]sx?$/],
  babel: [babelTree, /\.[cm]?jsx?$/],
  vue: [vue, /\.vue$/],
  svelte: [svelte, /\.svelte$/],
});

/** Whether one of our readers gave up on a text, which is then searched as text only. */
let isGivenUp = false;
const watch = {
  rules: {
    reader: {
      create(/** @type {{ sourceCode: { file?: { language: string } } }} */ { sourceCode }) {
        isGivenUp = sourceCode.file?.language === 'text';
        return {};
      },
    },
  },
};
const rules = { ...plugin.configs.all.rules, ...plugin.configs.strict.rules, 'watch/reader': 'error' };

/** @param {unknown} parser @param {'module' | 'script'} sourceType */
function program(parser, sourceType) {
  const babelOptions = { babelrc: false, configFile: false, parserOpts: { plugins: proposals } };
  const parserOptions = { parser: typescript, ecmaFeatures: { jsx: true }, requireConfigFile: false, babelOptions };
  // Not `**/*`: ESLint skips files that only such a pattern matches.
  return { files: ['**/*.*'], languageOptions: { parser, sourceType, parserOptions } };
}

/** Returns the ways to read a file, by parser name; each is tried until one succeeds. @param {string} path */
function waysToRead(path) {
  const able = Object.entries(parsers).filter(([, [, names]]) => names.test(path));
  if (able.length === 0) return /** @type {Record<string, object[][]>} */ ({ ours: [plugin.configs['strict-files']] });
  return Object.fromEntries(able.map(([name, [parser]]) => [name, [[program(parser, 'module')], [program(parser, 'script')]]]));
}

/** Returns a comment that mentions Cloudflare; without it, the gate would dismiss most files. @param {string} path */
function mention(path) {
  if (/\.(?:vue|svelte|md|mdx|markdown)$/.test(path)) return '\n<!-- cloudflare -->';
  return /\.(?:[cm]?[jt]sx?|json[c5]?)$/.test(path) ? '\n// cloudflare' : '\n# cloudflare';
}

/** @param {string} text @param {string} path @param {object[]} configs @param {object} [active] */
function lint(text, path, configs, active = rules) {
  const all = configs.map((config) => ({
    ...config,
    plugins: { ...plugin.configs.all.plugins, watch },
    linterOptions: { noInlineConfig: true },
    rules: active,
  }));
  isGivenUp = false;
  const before = process.cpuUsage();
  const messages = new Linter({ configType: 'flat' }).verify(text, /** @type {never} */ (all), path);
  const { user, system } = process.cpuUsage(before); // processor time: load by other processes does not count
  return { messages, milliseconds: (user + system) / 1000 };
}

const counts = { files: 0, readings: 0, parsed: 0, 'given up': 0, findings: 0, failed: 0, 'failed elsewhere': 0, slow: 0, slowest: 0 };

/** @param {typeof counts} count @param {string} text @param {string} path @param {object[][]} ways */
function read(count, text, path, ways) {
  for (const configs of ways) {
    const { messages, milliseconds } = lint(text, path, configs);
    if (messages.some(({ message }) => message.startsWith('No matching configuration'))) return false;
    if (messages.some(({ fatal }) => fatal)) continue;
    count.parsed += 1;
    count['given up'] += isGivenUp ? 1 : 0;
    count.findings += messages.length;
    // The parser's own time does not count; its caches are warm in the second run.
    const own = milliseconds > slow ? milliseconds - lint(text, path, configs, {}).milliseconds : milliseconds;
    count.slowest = Math.max(count.slowest, own);
    if (own > slow) {
      count.slow += 1;
      console.log(`slow: ${path}: ${own.toFixed(0)} ms, ${String(text.length)} characters`);
    }
    break;
  }
  return true;
}

/** Files that were searched as text only because of an error of ours. ESLint's run continues with a warning. */
let warned = 0;
process.on('warning', ({ name }) => (warned += name === 'CloudflareAuthWarning' ? 1 : 0));

/** @param {string} folder */
async function crash(folder) {
  const count = { ...counts };
  warned = 0;
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const full = join(folder, path);
    const stats = statSync(full, { throwIfNoEntry: false });
    if (!stats?.isFile() || stats.size > 2 ** 24 || /(?:^|[/\\])(?:node_modules|\.git)[/\\]/.test(path)) continue;
    const text = `${readFileSync(full, 'utf8')}${mention(path)}`;
    let readings = 0;
    for (const [name, ways] of Object.entries(waysToRead(path))) {
      try {
        if (!read(count, text, path, ways)) continue;
      } catch (error) {
        const stack = String(error instanceof Error ? error.stack : error);
        count[stack.includes(ours) ? 'failed' : 'failed elsewhere'] += 1;
        console.log(`failed: ${path} as ${name}: ${stack.split('\n', 8).join('\n')}`);
      }
      readings += 1;
    }
    count.readings += readings;
    count.files += readings > 0 ? 1 : 0;
    await setImmediate();
  }
  count.failed += warned;
  return count;
}

/** @type {{ readonly name: string, readonly count: typeof counts }[]} */
const rows = [];
for (const each of process.argv.slice(2).filter((argument) => argument !== '--prove')) {
  const [folder = '.', name = basename(folder)] = each.split('=').reverse();
  rows.push({ name, count: await crash(folder) });
}
const head = [
  'folder',
  'files',
  'readings',
  'parsed',
  'given up',
  'findings',
  'failed',
  'parser or ESLint failed',
  'over 2 s',
  'slowest (ms)',
];
const cells = rows.map(({ name, count }) => [name, ...Object.values(count).map((each) => each.toFixed(0))]);
await prove('crash', table([head, ...cells]));
if (rows.some(({ count: { failed, slow: late } }) => failed + late > 0)) process.exitCode = 1;
