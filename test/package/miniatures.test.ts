/** Small projects with the ESLint configuration of their framework's template: `--init` puts the plugin in, `eslint .` and the command find what is there, and editors repair it. */
import { readFileSync } from 'node:fs';
import { delimiter, dirname, extname, join, relative, sep } from 'node:path';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { isWhole } from '../made-up/scale.js';
import { nodeOf } from '../../tools/node-versions.js';
import { editor } from '../editor/server.js';
import { project, type Project } from './project.js';

interface Miniature {
  readonly packages: readonly string[];
  readonly configuration?: string;
  /** The version of Node.js that its packages need, where that is a later one. */
  readonly node?: string;
  /** Programs, each with one request without encryption. */
  readonly programs: Readonly<Record<string, string>>;
}

const request = "fetch('http://api.cloudflare.com/client/v4/zones').then((response) => console.log(response.ok));\n";

const miniatures: Readonly<Record<string, Miniature>> = {
  'a plain folder of scripts': { packages: [], programs: { 'purge.js': request } },
  'a Worker': {
    packages: ['@eslint/js@10', 'typescript-eslint@8.72.0', 'typescript@6.0.3'],
    configuration: `import js from '@eslint/js';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  js.configs.recommended,
  tseslint.configs.recommended,
  { languageOptions: { globals: { fetch: 'readonly', console: 'readonly' } } },
);
`,
    programs: { 'src/index.ts': request },
  },
  'a SvelteKit project': {
    packages: [
      '@eslint/js@10',
      'typescript-eslint@8.72.0',
      'typescript@6.0.3',
      'eslint-plugin-svelte@3.24.1',
      'svelte@5.57.3',
      'globals@17',
    ],
    configuration: `import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';

export default defineConfig(
  js.configs.recommended,
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  { languageOptions: { globals: { ...globals.browser, ...globals.node } } },
  {
    files: ['**/*.svelte', '**/*.svelte.ts', '**/*.svelte.js'],
    languageOptions: { parserOptions: { extraFileExtensions: ['.svelte'], parser: ts.parser } },
  },
);
`,
    programs: { 'src/routes/+page.svelte': `<script lang="ts">\n${request}</script>\n`, 'src/lib/api.ts': request },
  },
  'an Astro project': {
    packages: ['eslint-plugin-astro@3.2.1', 'typescript-eslint@8.72.0', 'typescript@6.0.3'],
    node: '22.23.3',
    configuration: `import eslintPluginAstro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';

export default [...tseslint.configs.recommended, ...eslintPluginAstro.configs.recommended];
`,
    programs: { 'src/pages/index.astro': `---\n${request}---\n\n<p>Zones</p>\n`, 'src/lib/api.ts': request },
  },
  'a Vue project': {
    packages: ['eslint-plugin-vue@10.12.1', '@vue/eslint-config-typescript@14.9.0', 'typescript@6.0.3'],
    configuration: `import pluginVue from 'eslint-plugin-vue';
import { defineConfigWithVueTs, vueTsConfigs } from '@vue/eslint-config-typescript';

export default defineConfigWithVueTs(
  { name: 'app/files-to-lint', files: ['**/*.{ts,mts,tsx,vue}'] },
  pluginVue.configs['flat/essential'],
  vueTsConfigs.recommended,
);
`,
    programs: { 'src/HomePage.vue': `<script setup lang="ts">\n${request}</script>\n`, 'src/api.ts': request },
  },
  'a Nuxt project': {
    packages: ['@nuxt/eslint-config@1.4.1', 'vue@3', 'typescript@6.0.3'],
    configuration: `import { createConfigForNuxt } from '@nuxt/eslint-config/flat';

export default createConfigForNuxt({ features: { stylistic: false } });
`,
    programs: { 'server/api/zones.ts': request },
  },
  'a Next.js project': {
    packages: ['eslint-config-next@16.4.6', 'next@16.4.6', 'react@19', 'react-dom@19', 'typescript@6.0.3'],
    configuration: `import { defineConfig, globalIgnores } from 'eslint/config';
import nextVitals from 'eslint-config-next/core-web-vitals';
import nextTs from 'eslint-config-next/typescript';

const eslintConfig = defineConfig([
  ...nextVitals,
  ...nextTs,
  { settings: { react: { version: '19' } } },
  globalIgnores(['.next/**', 'out/**', 'build/**', 'next-env.d.ts']),
]);

export default eslintConfig;
`,
    programs: { 'app/page.tsx': `${request}export default function Page() {\n  return <p>Zones</p>;\n}\n` },
  },
};

/** Files that every project has. */
const others = {
  '.env': 'CLOUDFLARE_API_URL=http://api.cloudflare.com/client/v4\n',
  'wrangler.json': '{ "vars": { "CLOUDFLARE_API_URL": "http://api.cloudflare.com/client/v4" } }\n',
  'README.md': '# Zones\n\n```sh\ncurl http://api.cloudflare.com/client/v4/zones\n```\n',
};

/** Without `TEST_ALL`, those that are quick to install. */
const tested = Object.entries(miniatures).filter(([name]) => isWhole || name === 'a Worker' || name.includes('Svelte'));

/** What VS Code calls languages, by the ends of files' names. */
const languages: Readonly<Record<string, string>> = { '.js': 'javascript', '.ts': 'typescript', '.tsx': 'typescriptreact' };

describe.each(tested)('%s', (name, { packages, configuration, programs, node }) => {
  const program = node === undefined ? process.execPath : nodeOf(node);
  let home: Project;

  it('is set up by --init, and linted without a failure', () => {
    // What Next.js and the Nuxt that runs on Node 20 bring does not run on ESLint 10.
    const eslint = /Next|Nuxt/.test(name) ? 'eslint@9.39.5' : 'eslint@10.15.0';
    home = project(
      [eslint, 'vscode-langservers-extracted@4.10.0', ...packages],
      { PATH: `${dirname(program)}${delimiter}${process.env['PATH'] ?? ''}` },
      ['--legacy-peer-deps', '--ignore-scripts'],
    );
    if (configuration !== undefined) home.write('eslint.config.mjs', configuration);
    for (const [path, text] of Object.entries({ ...others, ...programs })) home.write(path, text);
    const set = home.run('eslint-plugin-cloudflare-auth', '--init', '--yes');
    expect(set.output).toContain('Done: the plugin is active');
    expect(set.code).toBe(0);
    const { code, output } = home.run('eslint', '--format', 'json', '--output-file', 'found.json', '.');
    expect(output).not.toContain('Oops');
    expect(code).toBe(1);
    const results = JSON.parse(readFileSync(join(home.folder, 'found.json'), 'utf8')) as readonly {
      readonly filePath: string;
      readonly messages: readonly { readonly ruleId: string | null; readonly fatal?: true }[];
    }[];
    const found = (path: string): readonly (string | null)[] =>
      results.find(({ filePath }) => filePath === join(home.folder, path))?.messages.map(({ ruleId }) => ruleId) ?? [];
    for (const path of Object.keys({ ...others, ...programs })) expect([path, ...found(path)]).toContain('cloudflare-auth/require-https');
    expect(results.flatMap(({ messages }) => messages.filter(({ fatal }) => fatal))).toEqual([]);
  }, 600_000);

  it('has the same findings by the command', () => {
    const { code, output } = home.run('eslint-plugin-cloudflare-auth', '-f', 'json', '.');
    expect(code).toBe(1);
    const found = (
      JSON.parse(output) as readonly { readonly filePath: string; readonly messages: readonly { readonly ruleId: string }[] }[]
    )
      .filter(({ messages }) => messages.some(({ ruleId }) => ruleId === 'cloudflare-auth/require-https'))
      .map(({ filePath }) => relative(home.folder, filePath).split(sep).join('/'));
    expect(found.sort()).toEqual(Object.keys({ ...others, ...programs }).sort());
  });

  it('is repaired by a quick fix in an editor', async () => {
    const client = await editor(home.folder, program);
    try {
      for (const [path, text] of Object.entries(programs)) {
        await client.type(path, languages[extname(path)] ?? extname(path).slice(1), text);
        const finding = (await client.diagnostics(path)).find(({ code }) => code === 'cloudflare-auth/require-https');
        const action = (await client.actions(path, finding!)).find(({ isPreferred }) => isPreferred);
        expect(await client.apply(path, action!)).toBe(text.replace('http:', 'https:'));
      }
    } finally {
      await client.close();
    }
  }, 120_000);
});
