import { existsSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { init } from '../../../src/cli/init/command.js';
import { redacted } from '../../../src/redaction.js';
import { alphabets, characters, random } from '../../made-up/credentials.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));

afterEach(() => void vi.restoreAllMocks());

/** A project in which ESLint and the plugin are installed, the plugin as it was last built. */
function project(files: Readonly<Record<string, string>>, installed = ['eslint', 'eslint-plugin-cloudflare-auth'], name = 'init-'): string {
  const home = mkdtempSync(join(tmpdir(), name));
  for (const [name, text] of Object.entries({ 'package.json': '{ "type": "module" }', '.git/HEAD': '', ...files })) {
    mkdirSync(dirname(join(home, name)), { recursive: true });
    writeFileSync(join(home, name), text);
  }
  mkdirSync(join(home, 'node_modules'), { recursive: true });
  for (const name of installed)
    symlinkSync(name === 'eslint' ? join(root, 'node_modules/eslint') : root, join(home, 'node_modules', name), 'junction');
  return home;
}

/** An ESLint of another version, which never runs. */
const old = { 'node_modules/eslint/package.json': '{ "name": "eslint", "version": "8.57.1" }' };

async function run(home: string, answer?: boolean): Promise<{ readonly code: number; readonly said: string }> {
  const out = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const code = await init(home, () => Promise.resolve(answer));
  const said = out.mock.calls.map(([chunk]) => String(chunk)).join('');
  out.mockRestore();
  return { code, said };
}

describe('writes', () => {
  it('a configuration where there is none, once it was agreed to, and says that it works', async () => {
    const home = project({});
    expect(await run(home, false)).toMatchObject({ code: 0, said: expect.stringContaining('Nothing was written') as unknown });
    expect(existsSync(join(home, 'eslint.config.mjs'))).toBe(false);
    const { code, said } = await run(home, true);
    expect(code).toBe(0);
    expect(said).toContain("project's own ESLint is then run once");
    expect(said).toContain('  + export default [');
    expect(said).toContain('Done: the plugin is active');
    expect((await run(home, true)).said).toContain('has the plugin already');
  });

  it('into the configuration of the folder above, if that is the one that counts', async () => {
    const home = project({ 'eslint.config.js': 'export default [\n  {},\n];\n', 'packages/a/package.json': '{}' });
    expect((await run(join(home, 'packages/a'), true)).code).toBe(0);
    expect(readFileSync(join(home, 'eslint.config.js'), 'utf8')).toContain('cloudflareAuth.configs.recommended');
  });
});

describe('takes back what it has written', () => {
  it.each([
    ['if ESLint fails', "import './missing.js';\nexport default [\n  {},\n];\n", 'missing.js'],
    ['if the plugin is not active', 'export default [\n  {},\n  { ignores: ["**/*"] },\n];\n', 'does not apply the rules'],
  ])('%s', async (_, configuration, reason) => {
    const home = project({ 'eslint.config.js': configuration });
    const { code, said } = await run(home, true);
    expect(code).toBe(2);
    expect(said).toContain(reason);
    expect(said).not.toContain('Done');
    expect(readFileSync(join(home, 'eslint.config.js'), 'utf8')).toBe(configuration);
  });

  it('names the file at fault, even if the name of the folder looks like a secret', async () => {
    const name = characters(24, alphabets.base62, random(7));
    const home = project({ 'eslint.config.js': "import './missing.js';\nexport default [\n  {},\n];\n" }, undefined, name);
    expect(redacted(join(home, 'missing.js'))).not.toContain('missing.js');
    const { said } = await run(home, true);
    expect(said).toContain("Cannot find module 'missing.js' imported from eslint.config.js");
  });
});

describe('writes nothing, and says what to do,', () => {
  it.each([
    ['where nobody can be asked', {}, undefined, 'there is no terminal to ask in'],
    [
      'where the configuration is made by a function',
      { 'eslint.config.js': 'export default make();' },
      undefined,
      'Add this to it yourself',
    ],
    [
      'where ESLint does not read the configuration that is there',
      { '.eslintrc.json': '{}' },
      undefined,
      'ESLint 10 does not read .eslintrc.json',
    ],
    ['where it is in package.json', { 'package.json': '{ "eslintConfig": {} }' }, undefined, 'ESLint 10 does not read package.json'],
    ['where ESLint is not installed', { 'pnpm-lock.yaml': '' }, ['eslint-plugin-cloudflare-auth'], 'pnpm add --save-dev eslint\n'],
    [
      'where the old configuration is YAML',
      { ...old, '.eslintrc.yml': 'root: true\n' },
      ['eslint-plugin-cloudflare-auth'],
      'its "extends" yourself',
    ],
  ] as const)('%s', async (_, files, installed, words) => {
    const home = project(files, installed && [...installed]);
    const { code, said } = await run(home);
    expect(code).toBe(2);
    expect(said).toContain(words);
    for (const [name, text] of Object.entries(files)) expect(readFileSync(join(home, name), 'utf8')).toBe(text);
    expect(existsSync(join(home, 'eslint.config.mjs'))).toBe(false);
  });
});
