/** Rules of ESLint and of the plugins that projects use most, on files in our languages: none fails, and none finds anything. */
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { expect, it } from 'vitest';
import { isWhole } from '../made-up/scale.js';
import { project } from './project.js';

const few = ['eslint-plugin-regexp', 'eslint-plugin-unicorn', 'typescript-eslint'];
const many = [
  '@eslint-community/eslint-plugin-eslint-comments',
  '@next/eslint-plugin-next',
  '@stylistic/eslint-plugin',
  '@vitest/eslint-plugin',
  'eslint-plugin-cypress',
  'eslint-plugin-import',
  'eslint-plugin-import-x',
  'eslint-plugin-jest',
  'eslint-plugin-jsdoc',
  'eslint-plugin-jsx-a11y',
  'eslint-plugin-n',
  'eslint-plugin-perfectionist',
  'eslint-plugin-playwright',
  'eslint-plugin-promise',
  'eslint-plugin-react',
  'eslint-plugin-react-hooks',
  'eslint-plugin-security',
  'eslint-plugin-simple-import-sort',
  'eslint-plugin-sonarjs',
  'eslint-plugin-storybook',
  'eslint-plugin-svelte',
  'eslint-plugin-testing-library',
  'eslint-plugin-unused-imports',
  'eslint-plugin-vue',
];
const plugins = isWhole ? [...many, ...few] : few;

const script = `
import { Linter } from 'eslint';
import { builtinRules } from 'eslint/use-at-your-own-risk';
import ours from 'eslint-plugin-cloudflare-auth';
const plugins = { core: { rules: Object.fromEntries(builtinRules) } };
for (const name of ${JSON.stringify(plugins)}) {
  const module = await import(name);
  plugins['p' + Object.keys(plugins).length] = module.plugin ?? module.default?.plugin ?? module.default ?? module;
}
const names = { dockerfile: 'Dockerfile', dotenv: '.env' };
const wrong = [];
let rules = 0;
const run = (plugin, rule, config, file, text) =>
  new Linter({ configType: 'flat' }).verify(
    text,
    [{ files: ['**/*.*', '**/.env', '**/Dockerfile'], plugins: { plugin, ours }, rules: { ['plugin/' + rule]: 'error' }, ...config }],
    file,
  );
console.warn = console.error = () => undefined;
for (const plugin of Object.values(plugins)) {
  for (const rule of Object.keys(plugin.rules)) {
    try {
      run(plugin, rule, {}, 'a.js', '');
    } catch {
      continue; // it fails on JavaScript as well: it was made for another ESLint, or cannot do without options
    }
    rules += 1;
    for (const language of Object.keys(ours.languages)) {
      try {
        const found = run(plugin, rule, { language: 'ours/' + language }, names[language] ?? 'file.x', '# cloudflare  \\n\\tA = "b"\\n\\n\\n');
        wrong.push(...found.map(({ message }) => rule + ' on ' + language + ': ' + message));
      } catch (error) {
        wrong.push(rule + ' on ' + language + ': ' + error.message);
      }
    }
  }
}
console.log(JSON.stringify({ plugins: Object.keys(plugins).length, rules, wrong }));
process.exit(0);
`;

it('survive', () => {
  const home = project(['eslint@10.15.0', 'typescript@6.0.3', 'svelte@5', 'vue-eslint-parser', ...plugins], {}, [
    '--legacy-peer-deps',
    '--ignore-scripts',
  ]);
  home.write('survive.mjs', script);
  const { stdout, stderr } = spawnSync(process.execPath, ['survive.mjs'], { cwd: home.folder, encoding: 'utf8', maxBuffer: 1e8 });
  expect(stdout, stderr).not.toBe('');
  const {
    plugins: loaded,
    rules,
    wrong,
  } = JSON.parse(stdout.slice(stdout.lastIndexOf('{"plugins"'))) as {
    readonly plugins: number;
    readonly rules: number;
    readonly wrong: readonly string[];
  };
  expect(loaded).toBe(plugins.length + 1);
  expect(rules).toBeGreaterThan(isWhole ? 1_800 : 600);
  expect(wrong).toEqual([]);
}, 900_000);
