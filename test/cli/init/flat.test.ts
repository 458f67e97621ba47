import { describe, expect, it } from 'vitest';
import { added } from '../../../src/cli/init/flat.js';

const importing = "import cloudflareAuth from 'eslint-plugin-cloudflare-auth';\n";
const entries = "  cloudflareAuth.configs.recommended,\n  ...cloudflareAuth.configs['recommended-files'],\n";
const wanted = { languages: true, typescript: false };

describe('an existing configuration', () => {
  it.each([
    [
      'a list',
      `import js from '@eslint/js';\n\nexport default [\n  js.configs.recommended,\n];\n`,
      `import js from '@eslint/js';\n${importing}\nexport default [\n  js.configs.recommended,\n${entries}];\n`,
    ],
    ['a list without a last comma', `export default [\n  a\n];\n`, `${importing}export default [\n  a,\n${entries}];\n`],
    ['a list in one line', `export default [a, b];\n`, `${importing}export default [a, b,\n${entries}];\n`],
    [
      'a function that is given a list',
      `import { defineConfig } from 'eslint/config';\nexport default defineConfig([\n  a,\n]);\n`,
      `import { defineConfig } from 'eslint/config';\n${importing}export default defineConfig([\n  a,\n${entries}]);\n`,
    ],
    [
      'a function that is given configurations',
      `import tseslint from 'typescript-eslint';\nexport default tseslint.config(\n  a,\n  b,\n);\n`,
      `import tseslint from 'typescript-eslint';\n${importing}export default tseslint.config(\n  a,\n  b,\n${entries});\n`,
    ],
    [
      'a constant with a type',
      `import type { Linter } from 'eslint';\nconst config: Linter.Config[] = [\n  a,\n];\nexport default config satisfies Linter.Config[];\n`,
      `import type { Linter } from 'eslint';\n${importing}const config: Linter.Config[] = [\n  a,\n${entries}];\nexport default config satisfies Linter.Config[];\n`,
    ],
    ['an empty list', `export default [];\n`, `${importing}export default [\n${entries}];\n`],
    [
      'what compat gives',
      `export default [\n  ...compat.extends('next'),\n];\n`,
      `${importing}export default [\n  ...compat.extends('next'),\n${entries}];\n`,
    ],
    [
      'withNuxt()',
      `import withNuxt from './.nuxt/eslint.config.mjs';\n\nexport default withNuxt();\n`,
      `import withNuxt from './.nuxt/eslint.config.mjs';\n${importing}\nexport default withNuxt(\n${entries});\n`,
    ],
    [
      'options before configurations',
      `import antfu from '@antfu/eslint-config';\nexport default antfu({ vue: true });\n`,
      `import antfu from '@antfu/eslint-config';\n${importing}export default antfu({ vue: true },\n${entries});\n`,
    ],
    [
      'a required function',
      `const { defineConfig } = require('eslint/config');\nmodule.exports = defineConfig([\n  a,\n]);\n`,
      `const { defineConfig } = require('eslint/config');\nconst cloudflareAuth = require('eslint-plugin-cloudflare-auth');\nmodule.exports = defineConfig([\n  a,\n${entries}]);\n`,
    ],
    [
      'CommonJS',
      `const js = require('@eslint/js');\n\nmodule.exports = [\n  js.configs.recommended,\n];\n`,
      `const js = require('@eslint/js');\nconst cloudflareAuth = require('eslint-plugin-cloudflare-auth');\n\nmodule.exports = [\n  js.configs.recommended,\n${entries}];\n`,
    ],
  ])('%s', (_, before, after) => expect(added(before, wanted)?.text).toBe(after));

  it.each([
    ['what another module gives', `export { default } from './other.js';`],
    ['a function of nothing', 'export default make();'],
    ['a function of this project', `import shared from './shared.js';\nexport default shared({ strict: true });`],
    ['a function of a package that is not known', `import { defineConfig } from 'some-config';\nexport default defineConfig([a]);`],
    ['a list that is made', 'module.exports = compat.config({ extends: [] });'],
    ['options without configurations', `import antfu from '@antfu/eslint-config';\nexport default antfu();`],
    ['what does not parse', 'export default [;'],
  ])('but not %s', (_, before) => expect(added(before, wanted)).toBeUndefined());
});

it('keeps the ends of lines', () => {
  const text = added('export default [\r\n  a,\r\n];\r\n', wanted)?.text ?? '';
  expect(text.replaceAll('\r\n', '')).not.toContain('\n');
});

it('adds only what this ESLint knows, and the parser of TypeScript where it is asked for', () => {
  expect(added('export default [a];', { languages: false, typescript: true })?.shown.slice(1)).toEqual([
    '  cloudflareAuth.configs.recommended,',
    '  cloudflareAuth.configs.typescript,',
  ]);
});
