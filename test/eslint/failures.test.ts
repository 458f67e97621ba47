/** What happens to a run when something of ours fails in one file. */
import * as typescript from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import plugin from '../../src/index.js';
import { prefixed, random } from '../made-up/credentials.js';

const secret = prefixed('cfut_', random(16));
const code = `const token = '${secret}';\nfetch('http://api.cloudflare.com/client/v4/zones');\n`;

/** A parser whose trees lack what every tree has: the reader trips over them. */
const broken = {
  parseForESLint(text: string, options: typescript.ParserOptions) {
    const result = typescript.parseForESLint(text, options);
    const [, statement] = result.ast.body as { expression: { arguments?: unknown } }[];
    delete statement!.expression.arguments;
    return result;
  },
};

const warnings: string[] = [];
beforeEach(() => {
  warnings.length = 0;
  vi.spyOn(process, 'emitWarning').mockImplementation((...given: unknown[]) => {
    warnings.push(given.join(' '));
  });
});
afterEach(() => {
  vi.restoreAllMocks();
});

function lint(parser: unknown, filename: string): Linter.LintMessage[] {
  return new Linter({ configType: 'flat' }).verify(
    code,
    [{ ...plugin.configs.strict, files: ['**/*.js'], languageOptions: { parser: parser } }],
    filename,
  );
}

it('warns once, names the file, and still finds what shows by itself what it is', () => {
  expect(lint(typescript, 'whole.js').map(({ ruleId }) => ruleId)).toContain('cloudflare-auth/require-https');
  expect(warnings).toEqual([]);
  const messages = lint(broken, 'broken.js');
  expect(messages.map(({ ruleId, line }) => [ruleId, line])).toEqual([['cloudflare-auth/no-hardcoded-credentials', 1]]);
  expect(warnings).toEqual([expect.stringMatching(/^broken\.js was searched as text only: .* TypeError at [\w.-]+:[\d:]+\. .*Warning$/)]);
});

it('does not quote the file in its warning', () => {
  lint(broken, 'other.js');
  expect(warnings).toHaveLength(1);
  expect(warnings[0]).not.toContain(secret.slice(5));
});
