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
const files = { dockerfile: 'Dockerfile', dotenv: '.env' };
const wrong = [];
let rules = 0;
const run = (plugin, names, config, file, text) =>
  new Linter({ configType: 'flat' }).verify(
    text,
    [
      {
        files: ['**/*.*', '**/.env', '**/Dockerfile'],
        plugins: { plugin, ours },
        rules: Object.fromEntries(names.map((name) => ['plugin/' + name, 'error'])),
        ...config,
      },
    ],
    file,
  );
// Not on JavaScript either: what was made for another ESLint, or cannot do without options.
const runs = (plugin, name) => {
  try {
    run(plugin, [name], {}, 'a.js', '');
    return true;
  } catch {
    return false;
  }
};
console.warn = console.error = () => undefined;
for (const plugin of Object.values(plugins)) {
  const names = Object.keys(plugin.rules).filter((name) => runs(plugin, name));
  rules += names.length;
  for (const language of Object.keys(ours.languages)) {
    const found = (names) =>
      run(plugin, names, { language: 'ours/' + language }, files[language] ?? 'file.x', '# cloudflare  \\n\\tA = "b"\\n\\n\\n');
    const failing = (name) => {
      try {
        found([name]);
        return [];
      } catch (error) {
        return [name + ' on ' + language + ': ' + error.message];
      }
    };
    try {
      wrong.push(...found(names).map(({ ruleId, message }) => ruleId + ' on ' + language + ': ' + message));
    } catch {
      wrong.push(...names.flatMap(failing));
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
