import * as babel from '@babel/eslint-parser';
import * as espree from 'espree';
import * as svelte from 'svelte-eslint-parser';
import * as typescript from '@typescript-eslint/parser';
import { describe, expect, it } from 'vitest';
import * as vue from 'vue-eslint-parser';
import { type Linter, SourceCode } from 'eslint';
import { cleartext } from '../../../src/facts/requests/transport/cleartext.js';
import { credentials } from '../../../src/facts/credentials/credentials.js';
import { globalKeys } from '../../../src/facts/credentials/keys/global-keys.js';
import { sourceFile } from '../../../src/eslint/source-file.js';
import type { SourceFile } from '../../../src/source/model.js';
import { show } from '../../models/show.js';
import plugin from '../../../src/index.js';
import { lint, pointedAt } from '../../lint.js';
import { prefixed, random } from '../../made-up/credentials.js';

const secret = prefixed('cfut_', random(4));
const only = { 'cloudflare-auth/no-hardcoded-credentials': 'error' } as const;

const program = `import Cloudflare from 'cloudflare';
const parts = ['${secret.slice(0, 9)}', '${secret.slice(9)}'];
export class Api {
  #headers = { Authorization: \`Bearer \${parts.join('')}\` };
  zones = () => fetch('http://api.cloudflare.com/client/v4/zones', { headers: this.#headers });
}
export const client = new Cloudflare({ apiEmail: process.env.EMAIL, apiKey: process.env?.KEY });
`;

const languages: Readonly<Record<string, readonly [parser: unknown, path: string, wrap: (code: string) => string]>> = {
  espree: [espree, 'a.js', (code) => code],
  typescript: [typescript, 'a.ts', (code) => code],
  vue: [vue, 'a.vue', (code) => `<script>\n${code}</script>\n<template><p>x</p></template>\n`],
  svelte: [svelte, 'a.svelte', (code) => `<script>\n${code}</script>\n<p>x</p>\n`],
};

describe('every parser of the ESTree family gives the same findings', () => {
  it.each(Object.entries(languages))('%s', (_name, [parser, path, wrap]) => {
    const code = wrap(program);
    const found = lint(code, plugin.configs.all.rules as Linter.RulesRecord, path, parser);
    expect(found.map((message) => [message.ruleId, pointedAt(code, message)])).toEqual([
      ['cloudflare-auth/no-hardcoded-credentials', `${secret.slice(0, 9)}', '${secret.slice(9)}`],
      ['cloudflare-auth/require-https', 'http'],
      ['cloudflare-auth/prefer-api-token', 'apiKey'],
    ]);
  });
});

describe('syntax around a credential', () => {
  it.each([
    ['JSX text', 'a.tsx', `const a = <p>use ${secret} here</p>;`],
    ['a JSX attribute', 'a.tsx', `const a = <p title="${secret}" />;`],
    ['an enum', 'a.ts', `enum Secret { Token = '${secret}' }`],
    ['a decorator', 'a.ts', `@Inject('${secret}') class A {}`],
    ['a declared constant', 'a.ts', `declare const token: '${secret}';`],
    ['a comment', 'a.ts', `// ${secret}\n/* nothing */`],
    ['a regular expression', 'a.ts', `const a = /^${secret}$/;`],
    ['a property key', 'a.ts', `const a = { '${secret}': 1 };`],
    ['a template', 'a.ts', `const a = \`x \${y} ${secret} z\`;`],
  ])('%s', (_name, path, code) => {
    const found = lint(code, only, path);
    expect(found.map((message) => pointedAt(code, message))).toEqual([secret]);
  });

  it('an escape: the whole literal', () => {
    const code = `const a = '\\x63${secret.slice(1)}'; // cloudflare`;
    expect(lint(code, only).map((message) => pointedAt(code, message))).toEqual([`\\x63${secret.slice(1)}`]);
  });
});

describe('Babel', () => {
  it('gives the same facts', () => {
    const file = readWithBabel(program, ['decorators']);
    expect(credentials(file).map(({ at }) => program.slice(at.start, at.end))).toEqual([`${secret.slice(0, 9)}', '${secret.slice(9)}`]);
    expect(globalKeys(file).map(({ by }) => by)).toEqual(['apiKey']);
    expect(cleartext(file).map(({ at }) => program.slice(at.start, at.end))).toEqual(['http']);
  });

  it('has Flow types, which are no values', () => {
    const file = readWithBabel(`type A = { 'X-Auth-Key': string };\nconst a = (b: string); // cloudflare\n`, ['flow']);
    expect(globalKeys(file)).toEqual([]);
    expect(file.bindings.map(({ value }) => show(value))).toEqual(['b']);
  });
});

/** The published parser for this Node does not run in ESLint 10, so it is asked directly. */
function readWithBabel(code: string, plugins: readonly string[]): SourceFile {
  const options = { requireConfigFile: false, babelOptions: { babelrc: false, configFile: false, parserOpts: { plugins } } };
  const { ast, scopeManager, visitorKeys } = (
    babel as unknown as { parseForESLint: (code: string, options: object) => SourceCode.Config }
  ).parseForESLint(code, options);
  const file = sourceFile(new SourceCode({ text: code, ast, scopeManager, visitorKeys }) as never, 'a.js');
  if (!file) throw new Error('not read');
  return file;
}

describe('types are no values', () => {
  it.each([
    `interface Headers { 'X-Auth-Key': string; 'X-Auth-Email': string }`,
    `type Options = { headers: { 'X-Auth-Key': 'key' }; base: 'http://api.cloudflare.com' };`,
    `function send(headers: { 'X-Auth-Key': string }, base: 'http://api.cloudflare.com/client/v4'): asserts headers is never {}`,
    `declare module 'cloudflare' { interface Env { CLOUDFLARE_API_KEY: 'http://api.cloudflare.com' } }`,
    `const x = y as { 'X-Auth-Key': 'cloudflare' };`,
    `abstract class A { abstract headers: { 'X-Auth-Key': 'cloudflare' }; declare key: 'cloudflare'; }`,
  ])('%s', (code) => expect(lint(code, plugin.configs.all.rules as Linter.RulesRecord, 'a.ts')).toEqual([]));
});
