/** `npm run bench`: measures what tools cost on the same files, as processes that take turns. `-- 9` runs nine rounds instead of five. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import plugin from '../dist/index.js';
import { bigFiles } from './big-files.js';
import { inTurns, rounds, table } from './measure.js';
import { peerPlugins, peerRules } from './peer-rules.js';
import { peers, spec } from './peers.js';
import { prove } from './proof.js';
import { gatePattern, mixedTree, trees } from './trees.js';

const require = createRequire(import.meta.url);
const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const eslint = join(require.resolve('eslint/package.json'), '../bin/eslint.js');
const parser = pathToFileURL(require.resolve('@typescript-eslint/parser')).href;
const { folder: installed } = peers();
const bin = (/** @type {string} */ path) => join(installed, 'node_modules', path);

const folder = mkdtempSync(join(tmpdir(), 'bench-'));
/** @param {string} name @param {string} text */
const file = (name, text) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

/** Returns the arguments of ESLint with one more configuration. @param {string} name @param {string} imports @param {string} config */
function linted(name, imports = '', config = '{}') {
  const path = file(
    `${name}.mjs`,
    `import * as parser from '${parser}';\n${imports}
const each = { files: ['**/*.{ts,js}'], linterOptions: { noInlineConfig: true } };
export default [{ ...each, ...${config} }, { files: ['**/*.ts'], languageOptions: { parser } }];`,
  );
  return [eslint, '--no-warn-ignored', '--format', 'json', '-c', path, '.'];
}

const ours = (/** @type {string} */ name) =>
  linted(name, `import plugin from '${pathToFileURL(join(dist, 'index.js')).href}';`, `plugin.configs.${name}`);

const oxlint = [bin('oxlint/bin/oxlint'), '--format', 'json', '--no-ignore', '-c'];
const secretlint = { rules: [{ id: '@secretlint/secretlint-rule-preset-recommend' }] };
const command = [join(dist, 'cli/bin.js'), '--format', 'json', '.'];

const nothing = file('rule.mjs', "export default { meta: { name: 'x' }, rules: { y: { create: () => ({}) } } };");

const withESLint = {
  'ESLint, no rules': linted('none'),
  'the same once more': linted('none'),
  'one rule that does nothing': linted(
    'nothing',
    `import x from '${pathToFileURL(nothing).href}';`,
    "{ plugins: { x }, rules: { 'x/y': 2 } }",
  ),
  'ours, `recommended`': ours('recommended'),
  'ours, `strict`': ours('strict'),
  'ours, `all`': ours('all'),
};
const withPeers = Object.fromEntries(
  peerPlugins.map((name, index) => [
    name.replace('eslint-plugin-', ''),
    linted(
      `peer-${String(index)}`,
      `import { load } from '${pathToFileURL(join(installed, 'load.js')).href}';\nconst { default: peer } = await load('${name}');`,
      `{ plugins: { peer }, rules: ${JSON.stringify(Object.fromEntries(peerRules[name].map((rule) => [`peer/${rule}`, 2])))} }`,
    ),
  ]),
);
const withoutESLint = {
  'our command': command,
  oxlint: [...oxlint, file('alone.json', '{}'), '.'],
  'oxlint with a rule that does nothing': [
    ...oxlint,
    file('nothing.json', JSON.stringify({ jsPlugins: [nothing], rules: { 'x/y': 2 } })),
    '.',
  ],
  'oxlint with ours': [
    ...oxlint,
    file('ours.json', JSON.stringify({ jsPlugins: [join(dist, 'index.js')], rules: plugin.configs.recommended.rules })),
    '.',
  ],
  secretlint: [
    bin('secretlint/bin/secretlint.js'),
    '--format',
    'json',
    '--no-gitignore',
    '--secretlintrc',
    file('.secretlintrc.json', JSON.stringify(secretlint)),
    '**/*',
  ],
};

const { 'our command': alone, secretlint: scanner, ...oxlints } = withoutESLint;
/** The commands for a big file: without any rules, ESLint runs out of memory on 10 MB of minified code. @param {string} path @returns {Commands} */
const withoutESLintFor = (path) => ({ 'our command': alone, secretlint: scanner, ...(path.endsWith('.js') ? oxlints : {}) });

const { error: missing, stdout: version } = spawnSync('rg', ['--version'], { encoding: 'utf8' });
const [ripgrep] = missing ? [] : version.split('\n');
/** Where ripgrep is installed, it searches for what passes our gate, as the least that there is to do. @type {Commands} */
const searching = ripgrep === undefined ? {} : { [ripgrep]: { program: 'rg', args: ['--no-unicode', '-j1', '-uuice', gatePattern, '.'] } };

/** @typedef {Record<string, import('./measure.js').Command>} Commands */
/** @type {readonly (readonly [import('./trees.js').Tree, Commands])[]} */
const all = [
  [mixedTree(), { ...searching, 'our command': [join(dist, 'cli/bin.js'), '.'], secretlint: scanner }],
  ...trees().map((tree) => /** @type {const} */ ([tree, { ...withESLint, ...withPeers, ...withoutESLint }])),
  ...bigFiles().map((tree) => /** @type {const} */ ([tree, withoutESLintFor(tree.files[0] ?? '')])),
];

try {
  const rows = all.flatMap(([{ name, folder: cwd }, commands]) => {
    const results = Object.entries(inTurns(commands, { rounds, cwd }));
    const base = results[0]?.[1];
    return results.map(([what, { seconds, cpu, megabytes }], index) => [
      index === 0 ? name : '',
      what,
      seconds.toFixed(2),
      base ? seconds / base.seconds : '',
      cpu.toFixed(2),
      base ? cpu / base.cpu : '',
      Number.isNaN(megabytes) ? '' : megabytes.toFixed(0),
    ]);
  });
  const heads = ['on', 'run', 'wall, s', 'ratio', 'processor, s', 'ratio', 'peak, MB'];
  const versions = ['eslint', ...peerPlugins, 'oxlint', 'secretlint'];
  await prove(
    'speed',
    `Medians of ${String(rounds)} rounds; ratios to the first run of each group.\n\n${table([heads, ...rows])}`,
    /** @type {import('./peers.js').Peer[]} */ (versions).map(spec),
  );
} finally {
  rmSync(folder, { recursive: true });
}
