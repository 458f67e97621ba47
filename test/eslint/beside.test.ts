/** Our presets beside plugins that read the same files: neither silences the other. */
import json from '@eslint/json';
import { ESLint, type Linter } from 'eslint';
import toml from 'eslint-plugin-toml';
import yml from 'eslint-plugin-yml';
import typescript from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
import plugin from '../../src/index.js';

const plain = 'http://api.cloudflare.com/client/v4';
const files = {
  'settings.json': `{ "CLOUDFLARE_API_URL": "${plain}", "a": 1, "a": 2 }\n`,
  'other.json': '{ "a": 1, "a": 2 }\n',
  'broken.json': '{ "a": \n',
  'list.json': '["cloudflare"]\n',
  'settings.yaml': `CLOUDFLARE_API_URL: ${plain}\nb:\n`,
  'label.yaml': 'cloudflare: a\n',
  'settings.toml': `CLOUDFLARE_API_URL = "${plain}"\na.b = 1\na.c = 2\n`,
  'README.md': `# Cloudflare\n\n\`\`\`sh\ncurl ${plain}/zones -H "Authorization: Bearer $T"\n\`\`\`\n`,
};

const javascript = [...typescript.configs.strict] as Linter.Config[];
const others = [
  { files: ['**/*.json'], plugins: { json }, language: 'json/json', rules: json.configs.recommended.rules },
  ...yml.configs['flat/recommended'],
  ...toml.configs['flat/standard'],
] as unknown as Linter.Config[];
const ours = [plugin.configs.recommended, ...plugin.configs['recommended-files']];

async function found(config: readonly Linter.Config[]): Promise<Readonly<Record<string, readonly string[]>>> {
  const eslint = new ESLint({ overrideConfigFile: true, overrideConfig: [...config] });
  const all: Record<string, readonly string[]> = {};
  for (const [filePath, code] of Object.entries(files)) {
    const [result] = await eslint.lintText(code, { filePath });
    all[filePath] = result!.messages.map(({ line, ruleId, message }) => `${String(line)} ${ruleId ?? message}`);
  }
  return all;
}

const alone = {
  'settings.json': ['1 cloudflare-auth/require-https'],
  'other.json': [],
  'broken.json': [],
  'list.json': [],
  'settings.yaml': ['1 cloudflare-auth/require-https'],
  'label.yaml': [],
  'settings.toml': ['1 cloudflare-auth/require-https'],
  'README.md': ['4 cloudflare-auth/require-https'],
};

describe('without a plugin for these files', () => {
  it('only our rules speak of them', async () => {
    expect(await found(ours)).toEqual(alone);
  });

  it('only our rules speak of them, whatever rules of JavaScript apply to every file', async () => {
    expect(await found([...javascript, ...ours])).toEqual(alone);
    expect(await found([...ours, ...javascript])).toEqual(alone);
  });
});

describe('with a plugin for these files', () => {
  const together = {
    ...alone,
    'settings.json': ['1 cloudflare-auth/require-https', '1 json/no-duplicate-keys'],
    'other.json': ['1 json/no-duplicate-keys'],
    'broken.json': [expect.stringMatching(/^1 Parsing error/)],
    'settings.yaml': ['1 cloudflare-auth/require-https', '2 yml/no-empty-mapping-value'],
    'settings.toml': expect.arrayContaining(['1 cloudflare-auth/require-https']) as unknown,
  };

  it.each([
    ['before ours', [...others, ...ours]],
    ['after ours', [...ours, ...others]],
  ])('both speak of them: %s', async (_, config) => {
    const all = await found(config);
    expect(all).toEqual(together);
    // Whatever the other plugin says of TOML, it says it as well without us.
    const without = await found(others);
    for (const [path, said] of Object.entries(without).filter(([name]) => !name.endsWith('.md')))
      expect(all[path]).toEqual(expect.arrayContaining([...said]));
  });

  it('a directive for our rule is used, also as the other plugin sees it', async () => {
    const eslint = new ESLint({
      overrideConfigFile: true,
      overrideConfig: [...others, ...ours, { linterOptions: { reportUnusedDisableDirectives: 'error' } }],
    });
    const code = `# eslint-disable-next-line cloudflare-auth/require-https\nCLOUDFLARE_API_URL: ${plain}\n`;
    const [result] = await eslint.lintText(code, { filePath: 'settings.yaml' });
    expect(result!.messages).toEqual([]);
  });

  it('a fix is applied once, at its place', async () => {
    const eslint = new ESLint({ overrideConfigFile: true, overrideConfig: [...others, ...ours], fix: true });
    for (const path of ['settings.json', 'settings.yaml', 'settings.toml', 'README.md'] as const) {
      const [result] = await eslint.lintText(files[path], { filePath: path });
      // The plugin for TOML fixes its own findings too.
      expect(result!.output?.split('\n').find((line) => line.includes('://'))).toBe(
        files[path]
          .split('\n')
          .find((line) => line.includes('://'))
          ?.replace('http:', 'https:'),
      );
    }
  });
});
