import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { rules } from '../../rules/index.js';
import { everyOne, sampled } from '../made-up/scale.js';
import { project } from './project.js';

const fixtures = fileURLToPath(new URL('../../fixtures', import.meta.url));

interface OxlintDiagnostic {
  readonly code?: string;
  readonly filename: string;
  readonly labels: readonly { readonly span: { readonly line: number; readonly column: number } }[];
}

interface EslintResult {
  readonly filePath: string;
  readonly messages: readonly { readonly ruleId: string | null; readonly line: number; readonly column: number }[];
}

it('oxlint finds what ESLint finds', () => {
  const home = project(['oxlint@1.94.0', 'eslint@10.15.0', '@typescript-eslint/parser@8.72.0', 'typescript@6.0.3']);
  const programs = readdirSync(fixtures, { recursive: true, encoding: 'utf8' }).filter((path) => /\.(?:[cm]?js|tsx?|jsx)$/.test(path));
  for (const path of everyOne(programs.sort(), 12)) cpSync(join(fixtures, path), join(home.folder, 'src', path), { recursive: true });
  home.write(
    '.oxlintrc.json',
    JSON.stringify({
      jsPlugins: ['eslint-plugin-cloudflare-auth'],
      categories: { correctness: 'off' },
      rules: Object.fromEntries(Object.keys(rules).map((rule) => [`cloudflare-auth/${rule}`, 'error'])),
    }),
  );
  home.write(
    'eslint.config.js',
    `import plugin from 'eslint-plugin-cloudflare-auth';
import parser from '@typescript-eslint/parser';
export default [{ ...plugin.configs.all, files: ['**/*.{js,mjs,cjs,jsx,ts,tsx}'], languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } } }];
`,
  );
  const eslint = (JSON.parse(home.run('eslint', '-f', 'json', 'src').output) as EslintResult[]).flatMap(({ filePath, messages }) =>
    messages.map(
      ({ ruleId, line, column }) => `${filePath.slice(home.folder.length + 1)}:${String(line)}:${String(column)} ${ruleId ?? ''}`,
    ),
  );
  const { diagnostics } = JSON.parse(home.run('oxlint', '-f', 'json', 'src').output) as { diagnostics: OxlintDiagnostic[] };
  const oxlint = diagnostics.map(({ filename, labels: [label], code = '' }) => {
    const rule = code.replace('(', '/').replace(')', '');
    return `${filename}:${String(label?.span.line)}:${String(label?.span.column)} ${rule}`;
  });
  expect(eslint.length).toBeGreaterThan(sampled(150, 15));
  expect(oxlint.sort()).toEqual(eslint.sort());
}, 300_000);
