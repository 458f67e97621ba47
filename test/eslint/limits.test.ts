/** Programs that nobody wrote by hand are searched as text, and their trees are left alone. */
import * as typescript from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import { sourceFile } from '../../src/eslint/source-file.js';
import plugin from '../../src/index.js';
import { prefixed, random } from '../made-up/credentials.js';

const secret = prefixed('cfut_', random(77));
const call = "fetch('http://api.cloudflare.com/client/v4/zones');";
const large = `${call}\n${'// filler of a line\n'.repeat(60_000)}const token = '${secret}';\n`;
const minified = `${call}${'f(1);'.repeat(5_000)}const token='${secret}';`;

function found(code: string, path: string): readonly (string | null)[] {
  return new Linter({ configType: 'flat' })
    .verify(code, [{ ...plugin.configs.recommended, files: ['**/*.ts'], languageOptions: { parser: typescript } }], path)
    .map(({ ruleId }) => ruleId);
}

describe.each([
  ['a large program', large],
  ['a minified program', minified],
])('%s', (_, code) => {
  it('is searched for what shows by itself what it is', () => {
    expect(found(code, 'bundle.ts')).toEqual(['cloudflare-auth/no-hardcoded-credentials']);
  });

  it('costs no tree', () => {
    const lazy = {
      text: code,
      get ast(): never {
        throw new Error('The tree was made');
      },
    };
    expect(sourceFile(lazy as never, 'bundle.js')?.language).toBe('text');
  });
});

it('a program with one long line is read', () => {
  const code = `${call}\n${"log('a');\n".repeat(2_500)}const data = '${'x'.repeat(9_000)}';\n`;
  expect(found(code, 'program.ts')).toEqual(['cloudflare-auth/require-https']);
});
