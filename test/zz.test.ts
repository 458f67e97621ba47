import { test } from 'vitest';
import { Linter } from 'eslint';
import * as ts from '@typescript-eslint/parser';
import plugin from '../src/index.js';
import { readFileSync } from 'node:fs';
test('x', () => {
  const linter = new Linter({ configType: 'flat' });
  const code = readFileSync('/tmp/probe.tsx', 'utf8');
  const m = linter.verify(code, [{ files: ['**/*.*'], plugins: { 'cloudflare-auth': plugin as never }, languageOptions: { parser: ts as never, parserOptions: { ecmaFeatures: { jsx: true } } }, rules: plugin.configs.strict.rules! }], 'a.tsx');
  for (const x of m) console.log(x.line + ':' + x.column + '-' + x.endColumn, x.ruleId, x.message);
});
