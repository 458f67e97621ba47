import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { added } from '../../src/cli/configuration.js';
import { init } from '../../src/cli/init.js';

afterEach(() => void vi.restoreAllMocks());

const importing = "import cloudflareAuth from 'eslint-plugin-cloudflare-auth';\n";
const entries = "  cloudflareAuth.configs.recommended,\n  ...cloudflareAuth.configs['recommended-files'],\n";

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
    [
      'CommonJS',
      `const js = require('@eslint/js');\n\nmodule.exports = [\n  js.configs.recommended,\n];\n`,
      `const js = require('@eslint/js');\nconst cloudflareAuth = require('eslint-plugin-cloudflare-auth');\n\nmodule.exports = [\n  js.configs.recommended,\n${entries}];\n`,
    ],
  ])('%s', (_, before, after) => expect(added(before)?.text).toBe(after));

  it.each([
    ['what another module gives', `export { default } from './other.js';`],
    ['a function of nothing', 'export default make();'],
    ['an empty list', 'export default [];'],
    ['what does not parse', 'export default [;'],
  ])('but not %s', (_, before) => expect(added(before)).toBeUndefined());
});

describe('the command', () => {
  const folder = (files: Readonly<Record<string, string>> = {}): string => {
    const home = mkdtempSync(join(tmpdir(), 'init-'));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(home, name), text);
    return home;
  };
  const run = async (home: string, answer?: boolean): Promise<{ code: number; said: string }> => {
    const out = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    const code = await init(home, () => Promise.resolve(answer));
    return { code, said: out.mock.calls.map(([chunk]) => String(chunk)).join('') };
  };

  it('writes a configuration where there is none, after it was agreed to', async () => {
    const home = folder();
    expect((await run(home, false)).said).toContain('Nothing was written');
    expect(existsSync(join(home, 'eslint.config.mjs'))).toBe(false);
    const { code, said } = await run(home, true);
    expect(code).toBe(0);
    expect(said).toContain('  + export default [');
    expect(readFileSync(join(home, 'eslint.config.mjs'), 'utf8')).toBe(`${importing}\nexport default [\n${entries}];\n`);
    expect((await run(home, true)).said).toContain('has the plugin already');
  });

  it('adds to one that is there', async () => {
    const home = folder({ 'eslint.config.js': 'export default [\n  a,\n];\n' });
    await run(home, true);
    expect(readFileSync(join(home, 'eslint.config.js'), 'utf8')).toBe(`${importing}export default [\n  a,\n${entries}];\n`);
  });

  it.each([
    [{ '.eslintrc.json': '{}' }, 0, 'plugin:cloudflare-auth/legacy-recommended'],
    [{ 'eslint.config.js': 'export default make();' }, 2, 'Add this to it yourself'],
    [{}, 2, 'there is nobody to ask'],
  ])('writes nothing otherwise: %#', async (files: Record<string, string>, expected, words) => {
    const home = folder(files);
    const { code, said } = await run(home);
    expect(code).toBe(expected);
    expect(said).toContain(words);
    for (const [name, text] of Object.entries(files)) expect(readFileSync(join(home, name), 'utf8')).toBe(text);
    expect(existsSync(join(home, 'eslint.config.mjs'))).toBe(false);
  });
});
