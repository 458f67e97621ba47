import { execFileSync } from 'node:child_process';
import process from 'node:process';
import { beforeAll, describe, expect, it } from 'vitest';
import { prefixed, random } from '../made-up/credentials.js';
import { isWhole } from '../made-up/scale.js';
import { project, type Project } from './project.js';

const secret = prefixed('cfut_', random(1));
const code = `const token = '${secret}';\nfetch('http://api.cloudflare.com/client/v4/zones', { headers: { Authorization: 'Bearer ' + token } });\n`;
const commandLine = ['--plugin', 'cloudflare-auth', '--rule', 'cloudflare-auth/no-hardcoded-credentials: error', 'file.js'];
const flat = (body: string): string => `import cloudflareAuth from 'eslint-plugin-cloudflare-auth';\nexport default [${body}];\n`;
const defined = (body: string): string => `import { defineConfig } from 'eslint/config';\n${flat(`...defineConfig(${body})`)}`;

/** The same finding in files that ESLint itself does not read. */
const others = {
  '.env': 'CLOUDFLARE_API_URL=http://api.cloudflare.com/client/v4\n',
  'deploy.sh': 'curl http://api.cloudflare.com/client/v4/zones\n',
  'settings.json': '{ "CLOUDFLARE_API_URL": "http://api.cloudflare.com/client/v4" }\n',
  'README.md': '```sh\ncurl http://api.cloudflare.com/client/v4/zones\n```\n',
};

const typescript = flat('cloudflareAuth.configs.recommended, cloudflareAuth.configs.typescript');
const configurations: Readonly<Record<string, string>> = {
  ...Object.fromEntries(['recommended', 'strict', 'all'].map((name) => [`${name}.config.js`, flat(`cloudflareAuth.configs.${name}`)])),
  'by-name.config.js': defined(`{ plugins: { 'cloudflare-auth': cloudflareAuth }, extends: ['cloudflare-auth/recommended'] }`),
  'files.config.js': flat(`cloudflareAuth.configs.recommended, ...cloudflareAuth.configs['recommended-files']`),
  'typescript.config.js': typescript,
  'required.config.cjs': `const plugin = require('eslint-plugin-cloudflare-auth');\nmodule.exports = [plugin.configs.recommended];\n`,
};

/** A program that prints what ESLint finds with each configuration. */
function finding(names: readonly string[]): string {
  return `import { ESLint } from 'eslint';
const found = {};
for (const name of ${JSON.stringify(names)}) {
  const files = { 'files.config.js': ${JSON.stringify(['file.js', ...Object.keys(others)])}, 'typescript.config.js': ['file.ts'] }[name] ?? ['file.js'];
  const results = await new ESLint({ overrideConfigFile: name }).lintFiles(files);
  found[name] = results.flatMap(({ messages }) => messages.map(({ line, column, ruleId }) => line + ':' + column + ' ' + ruleId));
}
console.log(JSON.stringify(found));
`;
}

describe.each(isWhole ? ['10.15.0', '10.0.0', '9.39.5', '9.5.0'] : ['10.15.0', '9.5.0'])('ESLint %s', (version) => {
  let home: Project;
  beforeAll(() => {
    home = project([`eslint@${version}`, '@typescript-eslint/parser@8.72.0', 'typescript@6.0.3']);
    home.write('file.js', code);
    home.write('file.ts', code.replace('token =', 'token: string ='));
  }, 300_000);

  it('takes the plugin on the command line', () => {
    const { code: exit, output } = home.run('eslint', '--no-config-lookup', ...commandLine);
    expect(output).toContain('cloudflare-auth/no-hardcoded-credentials');
    expect(output).toContain('1:16');
    expect(output).not.toContain(secret.slice(0, 12));
    expect(exit).toBe(1);
  });

  describe('in one process', () => {
    let found: Readonly<Record<string, readonly (string | null)[]>>;

    beforeAll(() => {
      for (const [path, text] of Object.entries(others)) home.write(path, text);
      for (const [path, text] of Object.entries(configurations)) home.write(path, text);
      // `eslint/config` came with 9.22.
      const tried = Object.keys(configurations).filter((name) => version !== '9.5.0' || !name.startsWith('by-name'));
      home.write('find.mjs', finding(tried));
      found = JSON.parse(execFileSync(process.execPath, ['find.mjs'], { cwd: home.folder, encoding: 'utf8' })) as typeof found;
    });

    it.each(['recommended', 'strict', 'all'])('takes the configuration %s', (name) => {
      expect(found[`${name}.config.js`]).toEqual(
        expect.arrayContaining(['1:16 cloudflare-auth/no-hardcoded-credentials', '2:8 cloudflare-auth/require-https']),
      );
    });

    it.skipIf(version === '9.5.0')('takes a configuration by its name', () => expect(found['by-name.config.js']).toHaveLength(2));

    it('takes the configurations for other files', () => {
      expect(found['files.config.js']?.filter((each) => each?.includes('require-https'))).toHaveLength(Object.keys(others).length + 1);
    });

    it('takes TypeScript', () => expect(found['typescript.config.js']).toHaveLength(2));

    it('is required by eslint.config.cjs', () => expect(found['required.config.cjs']).toHaveLength(2));
  });

  it('refuses wrong options with the message of the schema', () => {
    home.write(
      'eslint.config.js',
      flat(
        `cloudflareAuth.configs.recommended, { rules: { 'cloudflare-auth/no-hardcoded-credentials': ['error', { kinds: ['no-such-kind'] }] } }`,
      ),
    );
    const { code: exit, output } = home.run('eslint', 'file.js');
    expect(output).toContain('should be equal to one of the allowed values');
    expect(exit).toBe(2);
  });
});

describe.each(isWhole ? ['8.57.1', '8.57.0'] : ['8.57.0'])('ESLint %s', (version) => {
  let home: Project;
  beforeAll(() => {
    home = project([`eslint@${version}`, '@typescript-eslint/parser@8.72.0', 'typescript@6.0.3']);
    home.write('file.js', code);
    home.write('file.ts', code.replace('token =', 'token: string ='));
  }, 300_000);

  it('takes the plugin on the command line, with flat configuration', () => {
    home.write('eslint.config.js', 'export default [];\n');
    const { output, code: exit } = home.run('eslint', ...commandLine);
    expect(output).toContain('cloudflare-auth/no-hardcoded-credentials');
    expect(exit).toBe(1);
  });

  it('takes a flat configuration', () => {
    home.write('eslint.config.js', `import plugin from 'eslint-plugin-cloudflare-auth';\nexport default [plugin.configs.recommended];\n`);
    expect(home.run('eslint', 'file.js').output).toContain('2 errors');
  });

  it('takes TypeScript', () => {
    home.write('typescript.config.mjs', typescript);
    expect(home.run('eslint', '--config', 'typescript.config.mjs', 'file.ts').output).toContain('2 errors');
  });

  it('says what the configurations for other files need', () => {
    home.write('files.config.mjs', flat(`...cloudflareAuth.configs['recommended-files']`));
    const { code: exit, output } = home.run('eslint', '--config', 'files.config.mjs', 'file.js');
    expect(output).toContain(`needs ESLint 9.5.0 or later, and ESLint ${version} is installed`);
    expect(exit).toBe(2);
  });

  const classic = ['--no-eslintrc', '--parser-options', 'ecmaVersion:latest', '--parser-options', 'sourceType:module'];

  it('takes the plugin on the command line, with eslintrc', () => {
    const old = { ...home, run: withEslintrc(home) };
    expect(old.run('eslint', ...classic, ...commandLine).output).toContain('cloudflare-auth/no-hardcoded-credentials');
  });

  it.each([
    ['legacy-recommended', '2 errors'],
    ['legacy-strict', '3 errors'],
  ])('takes %s from .eslintrc.json', (name, expected) => {
    home.write(
      '.eslintrc.json',
      JSON.stringify({
        root: true,
        parserOptions: { ecmaVersion: 'latest', sourceType: 'module' },
        extends: [`plugin:cloudflare-auth/${name}`],
      }),
    );
    expect(withEslintrc(home)('eslint', 'file.js').output).toContain(expected);
  });
});

/** Runs commands of a project with the old configuration system. */
function withEslintrc(home: Project): Project['run'] {
  return (command, ...args) => {
    process.env['ESLINT_USE_FLAT_CONFIG'] = 'false';
    try {
      return home.run(command, ...args);
    } finally {
      delete process.env['ESLINT_USE_FLAT_CONFIG'];
    }
  };
}
