import { readFileSync, writeFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { expect, it } from 'vitest';
import { configurationSchema } from '../../../src/cli/configuration/schema.js';

const file = new URL('../../../cloudflare-auth.schema.json', import.meta.url);

it('is shipped as it is: `UPDATE_SCHEMA=1` writes it', () => {
  const text = `${JSON.stringify(configurationSchema(), undefined, 2)}\n`;
  if (process.env['UPDATE_SCHEMA']) writeFileSync(file, text);
  expect(readFileSync(file, 'utf8')).toBe(text);
});

it('accepts what the command accepts, and nothing else', () => {
  const validate = new Ajv({ strict: false }).compile(configurationSchema());
  const accepted = [
    {},
    { $schema: './x.json', preset: 'strict', ignores: ['dist/'], baseline: 'known.json' },
    { rules: { 'cloudflare-auth/require-https': 'off', 'no-hardcoded-credentials': ['warn', { allow: ['/^x/'] }] } },
    { overrides: [{ files: ['test/**'], rules: { 'require-token-expiration': ['error', { maxDays: 30 }] } }] },
  ];
  const refused = [
    [],
    { rule: {} },
    { preset: 'all' },
    { rules: { 'require-http': 'off' } },
    { rules: { 'require-https': ['off', {}, {}] } },
    { rules: { 'require-https': ['error', { allowHost: [] }] } },
    { overrides: [{ rules: {} }] },
  ];
  expect(accepted.map((each) => validate(each))).toEqual(accepted.map(() => true));
  expect(refused.map((each) => validate(each))).toEqual(refused.map(() => false));
});
