import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import plugin from '../../src/index.js';
import { lint, pointedAt } from '../lint.js';
import { prefixed, random } from '../made-up.js';

const secret = prefixed('cfut_', random(7));

/** One file of each language that holds the secret in its second line. */
const programs: Readonly<Record<string, readonly [path: string, code: string]>> = {
  shell: ['deploy.sh', `#!/bin/sh\nexport CLOUDFLARE_API_TOKEN=${secret}\n`],
  dotenv: ['.env', `A=b\nCLOUDFLARE_API_TOKEN="${secret}"\n`],
};

const comment = (language: string): string => (language === 'ini' ? ';' : '#');

describe.each(Object.keys(plugin.languages))('%s', (language) => {
  const [path, code] = programs[language] ?? ['', ''];

  it('is linted, and findings stand at the characters', () => {
    const messages = lint(code, undefined, path);
    expect(messages.map((message) => [message.ruleId, pointedAt(code, message)])).toEqual([
      ['cloudflare-auth/no-hardcoded-credentials', secret],
    ]);
  });

  it.each([
    [
      'disables a line',
      (one: string, two: string, c: string) =>
        `${one}\n${c} eslint-disable-next-line cloudflare-auth/no-hardcoded-credentials -- rolled\n${two}`,
    ],
    ['disables a file', (one: string, two: string, c: string) => `${one}\n${c} eslint-disable\n${two}`],
    [
      'switches a rule off',
      (one: string, two: string, c: string) => `${one}\n${c} eslint cloudflare-auth/no-hardcoded-credentials: off\n${two}`,
    ],
  ])('%s by a comment', (_, write) => {
    const [one = '', two = ''] = code.split('\n');
    expect(lint(write(one, `${two}\n`, comment(language)), undefined, path)).toEqual([]);
  });

  it('says what is wrong with a comment', () => {
    const [one = '', two = ''] = code.split('\n');
    const messages = new Linter({ configType: 'flat' }).verify(
      `${one}\n${comment(language)} eslint cloudflare-auth/no-hardcoded-credentials: [\n${two}\n`,
      plugin.configs['recommended-files'],
      path,
    );
    expect(messages.some(({ severity, ruleId, line }) => severity === 2 && ruleId === null && line === 2)).toBe(true);
  });

  it('survives what it is not', () => {
    for (const text of [
      '',
      '\0',
      `cloudflare ${'"{[($`\'<<'.repeat(500)}`,
      `${code.slice(0, 40)}\u2028\r`,
      `cloudflare\n${'#a{'.repeat(400_000)}`,
    ])
      expect(lint(text, undefined, path)).toEqual([]);
  });

  it('finds in a long file what shows by itself what it is', () => {
    expect(lint(`# cloudflare ${secret}\n${'# a long file\n'.repeat(80_000)}`, undefined, path)).toHaveLength(1);
  });
});
