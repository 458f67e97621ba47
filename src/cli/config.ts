/** The configuration that the zero-config command gives to ESLint. */
import { statSync } from 'node:fs';
import process from 'node:process';
import type { Linter, Rule } from 'eslint';
import { files } from '../languages/files.js';
import type { LanguageName } from '../languages/readers.js';
import { namespace } from '../presets.js';
import { engine } from '../eslint/engine.js';
import { configs, processors } from '../index.js';
import { onlyOurs } from './only-ours.js';
import { patiently } from './parsers.js';

const asked = process.env['CLOUDFLARE_AUTH_PRESET'];
const isStrict = asked === 'strict';
const preset = isStrict ? configs.strict : configs.recommended;
/** The command's own: a processor, and the rule by which `permissions` reads a project. */
const own = `${namespace}-command`;

const ours: Linter.Config = {
  ...preset,
  plugins: {
    ...preset.plugins,
    [own]: {
      processors: { 'only-ours': onlyOurs(), 'only-ours-markdown': onlyOurs(processors.markdown) },
      rules: {
        get uses() {
          return engine().apiUses as unknown as Rule.RuleModule;
        },
      },
    },
  },
  processor: `${own}/only-ours`,
  // Tokens expire and ledgers grow old without a change of any file: what ESLint has cached is good for the day.
  settings: { [namespace]: { day: new Date().toISOString().slice(0, 10) } },
  linterOptions: { reportUnusedDisableDirectives: 'off', reportUnusedInlineConfigs: 'off', noInlineConfig: asked === 'permissions' },
  ...(asked === 'permissions' && { rules: { [`${own}/uses`]: 'error' } }),
};

function language(name: string, files: string[], parser: Linter.Parser, parserOptions: Linter.ParserOptions = {}): Linter.Config {
  return { ...ours, name: `${namespace}/command/${name}`, files, languageOptions: { parser, parserOptions } };
}

/** ESLint takes a link to a folder for a file. That a pattern may be a function, its types do not say. */
function isNoFolder(path: string): boolean {
  return !statSync(path, { throwIfNoEntry: false })?.isDirectory();
}

const config: Linter.Config[] = [
  language('javascript', ['**/*.{js,mjs,cjs,jsx}'], patiently('typescript'), { ecmaFeatures: { jsx: true } }),
  language('typescript', ['**/*.{ts,mts,cts,tsx}'], patiently('typescript')),
  language('vue', ['**/*.vue'], patiently('vue')),
  language('svelte', ['**/*.svelte'], patiently('svelte')),
  // A script may be called like the command that it is.
  { ...ours, name: `${namespace}/command/script`, files: [['**/!(*.*)', isNoFolder as unknown as string]], language: `${namespace}/shell` },
  ...(Object.keys(files) as LanguageName[]).map((each): Linter.Config => ({
    ...ours,
    name: `${namespace}/command/${each}`,
    files: [...files[each].files],
    ignores: [...(files[each].ignores ?? [])],
    language: `${namespace}/${each}`,
    processor: `${own}/${each === 'markdown' ? 'only-ours-markdown' : 'only-ours'}`,
  })),
];

export default config;
