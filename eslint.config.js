import { defineConfig, globalIgnores } from 'eslint/config';
import eslintPlugin from 'eslint-plugin-eslint-plugin';
import { configs as regexp } from 'eslint-plugin-regexp';
import typescript from 'typescript-eslint';
import cloudflareAuth from './dist/index.js';

export default defineConfig([
  globalIgnores(['**/dist', 'coverage', 'fixtures', '.*.js', 'docs/.vitepress']),
  typescript.configs.strictTypeChecked,
  typescript.configs.stylisticTypeChecked,
  regexp['flat/recommended'],
  cloudflareAuth.configs.strict,
  {
    files: ['rules/**/*.ts'],
    ...eslintPlugin.configs.recommended,
  },
  {
    languageOptions: {
      parserOptions: { projectService: { allowDefaultProject: ['eslint.config.js'] }, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'off', // most node types are no business of ours
      // Node types are literals here: the enum would be bundled and loaded.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      '@typescript-eslint/no-confusing-void-expression': 'off',
      'regexp/no-super-linear-backtracking': 'error',
      'regexp/no-super-linear-move': 'error',
    },
  },
  // A JSDoc cast is no node of its own, so that what is cast still counts as any.
  { files: ['bench/**/*.js', 'src/**/*.js'], rules: { '@typescript-eslint/no-unsafe-assignment': 'off' } },
  { files: ['eslint.config.js'], extends: [typescript.configs.disableTypeChecked] },
  {
    // Data has no conditions to narrow, tests say what they expect of nothing.
    files: ['test/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
]);
