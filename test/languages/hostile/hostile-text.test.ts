/** Text that nobody wrote to be linted: any bytes, in any file, for any parser. */
import * as babel from '@babel/eslint-parser';
import * as typescript from '@typescript-eslint/parser';
import * as espree from 'espree';
import { Linter } from 'eslint';
import fc from 'fast-check';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as svelte from 'svelte-eslint-parser';
import { describe, expect, it } from 'vitest';
import * as vue from 'vue-eslint-parser';
import plugin from '../../../src/index.js';
import { inOwnLanguages } from '../../lint.js';
import { sampled } from '../../made-up/scale.js';

const rules = { ...plugin.configs.all.rules, ...plugin.configs.strict.rules };
// Its scope manager is not one for ESLint 10, which makes its own then.
const babelTree = {
  parseForESLint: (text: string, options: unknown) => ({ ...babel.parseForESLint(text, options), scopeManager: undefined }),
};
const parsers = { espree, typescript, babel: babelTree, vue, svelte } as unknown as Readonly<Record<string, Linter.Parser>>;
const extensions: Readonly<Record<string, string>> = { espree: 'js', typescript: 'tsx', babel: 'jsx', vue: 'vue', svelte: 'svelte' };

/** Names of files of every language that the plugin may bring, today or later; what it does not read is passed over. */
const documents = ['a.sh', '.env', 'a.yml', 'wrangler.toml', 'wrangler.jsonc', 'a.json', 'a.md', 'main.tf', 'Dockerfile', 'a.py', 'a.conf'];

const root = fileURLToPath(new URL('../../../fixtures', import.meta.url));
const real = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => /[/\\](?:bad|good)[/\\].*\.\w+$/.test(path))
  .filter((path) => statSync(join(root, path)).isFile())
  .sort()
  .map((path) => readFileSync(join(root, path), 'utf8'));

/** Lints a program, or a document if no parser is named. A text that does not parse is an answer; a rule that fails throws. */
function lint(code: string, path: string, parser?: Linter.Parser): readonly Linter.LintMessage[] {
  const linter = new Linter({ configType: 'flat' });
  const program: Linter.Config = {
    files: ['**/*.*'],
    plugins: plugin.configs.all.plugins ?? {},
    languageOptions: {
      ...(parser && { parser }),
      parserOptions: { parser: typescript, requireConfigFile: false, babelOptions: { babelrc: false, configFile: false } },
    },
    rules,
  };
  return linter.verify(code, parser ? [program] : inOwnLanguages(plugin.configs['strict-files']).map((each) => ({ ...each, rules })), path);
}

const everywhere = [
  ...Object.entries(parsers).map(([name, parser]) => [name, `a.${extensions[name] ?? ''}`, parser] as const),
  ...documents.map((path) => [path, path, undefined] as const),
];

const keywords = [
  'cloudflare',
  'CF_API_TOKEN',
  'X-Auth-Key',
  'Authorization: Bearer ',
  'https://api.cloudflare.com/',
  'fetch(',
  'curl -H ',
  'process.env.',
  '${',
  '}',
  '{',
  '[',
  ']',
  '(',
  ')',
  '"',
  "'",
  '`',
  '<',
  '>',
  '=',
  ':',
  '- ',
  '|',
  '>-',
  '&a',
  '*a',
  '<<EOF',
  'EOF',
  '\n',
  '\r\n',
  '\r',
  '\u2028',
  '\u2029',
  '\t',
  '\0',
  '\ufeff',
  '\ud800',
  '\udfff',
  '#',
  '//',
  '/*',
  '*/',
  '```',
  '---\n',
  '...',
  '=>',
  'new ',
  'class A{',
  'this.',
  '__proto__',
  'constructor',
  '\\',
  '$(',
];

const hostile: Readonly<Record<string, fc.Arbitrary<string>>> = {
  'any characters': fc.string({ unit: 'binary', maxLength: 200 }),
  'any bytes': fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes).toString('utf8')),
  'lone halves of characters': fc
    .array(fc.integer({ min: 0xd7f0, max: 0xe010 }), { maxLength: 60 })
    .map((units) => String.fromCharCode(...units)),
  'pieces of programs': fc.array(fc.constantFrom(...keywords), { maxLength: 40 }).map((pieces) => pieces.join('')),
  'real files with something put in': fc
    .tuple(fc.constantFrom(...real), fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(...keywords), fc.nat(20))
    .map(([text, part, piece, cut]) => {
      const at = Math.floor(text.length * part);
      return text.slice(0, at) + piece + text.slice(at + cut);
    }),
  'real files with other ends of lines': fc
    .tuple(fc.constantFrom(...real), fc.constantFrom('\r\n', '\r', '\u2028', '\n\n', '\0\n'), fc.constantFrom('', '\ufeff'))
    .map(([text, end, start]) => start + text.replaceAll('\n', end)),
};

it.each(Object.entries(parsers))('what %s reads is looked at', (name, parser) => {
  const program = "fetch('http://api.cloudflare.com/client/v4/zones');";
  const code = extensions[name] === name ? `<script>${program}</script>` : program;
  expect(lint(code, `a.${extensions[name] ?? ''}`, parser).map(({ ruleId }) => ruleId)).toContain('cloudflare-auth/require-https');
});

describe.each(everywhere)('as %s', (_name, path, parser) => {
  it.each(Object.entries(hostile))('%s', (_what, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        const code = `${text}\n# cloudflare`;
        for (const message of lint(parser ? `${text}\n// cloudflare` : code, path, parser)) {
          // A place is in the text.
          expect(message.line).toBeLessThanOrEqual(code.split(/\r\n|[\r\n\u2028\u2029]/).length);
        }
      }),
      { numRuns: sampled(25, 3), seed: 8 },
    );
  });
});

const depth = sampled(100_000, 10_000);

/** Nesting that no parser was made for. */
const deep: Readonly<Record<string, string>> = {
  lists: `${'['.repeat(depth)}${']'.repeat(depth)}`,
  tables: `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`,
  calls: `${'f('.repeat(depth)}${')'.repeat(depth)}`,
  sums: `a = ${Array.from({ length: depth }, () => "'x'").join(' + ')}`,
  members: `a${'.b'.repeat(depth)}`,
  blocks: `${'{'.repeat(depth)}${'}'.repeat(depth)}`,
  'command substitutions': `echo ${'$('.repeat(depth)}${')'.repeat(depth)}`,
  'keys by indentation': Array.from({ length: 2_000 }, (_, index) => `${' '.repeat(index)}k:`).join('\n'),
  quotations: `${'> '.repeat(2_000)}x`,
  'commands that run commands': `${'sudo '.repeat(depth)}curl`,
  'members of a value': `a = a${'.b'.repeat(depth)}`,
  'comments without an end': '<!--'.repeat(depth),
  'functions that call themselves': 'a() { a; }; a; '.repeat(sampled(5_000, 2_000)),
};

describe.each(documents)('%s that is nested without end', (path) => {
  it.each(Object.entries(deep))('%s', (_what, text) => {
    expect(() => lint(`# cloudflare\n${text}\n`, path)).not.toThrow();
  });
});

// An exception can be caught; what V8 does if it has to compile a regular expression where the stack ends cannot.
it('no document ends the process', () => {
  const program = `
    import { Linter } from 'eslint';
    import plugin from './dist/index.js';
    const texts = ['['.repeat(1e5) + ']'.repeat(1e5), '{"a":'.repeat(1e5) + '}'.repeat(1e5), '- '.repeat(1e5)];
    for (const path of ['a.yml', 'a.json', 'a.toml', 'a.sh', 'a.tf'])
      for (const text of texts) new Linter().verify('# cloudflare\\n' + text, plugin.configs['strict-files'], { filename: path, filterCodeBlock: () => true });`;
  const { status } = spawnSync(process.execPath, ['--input-type=module', '-e', program], { cwd: join(root, '..') });
  expect(status).toBe(0);
});
