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

describe.each(isWhole ? ['10.15.0', '10.0.0', '9.39.5', '9.5.0'] : ['10.15.0', '9.5.0'])('ESLint %s', (version) => {
  let home: Project;
  beforeAll(() => {
    home = project([`eslint@${version}`]);
    home.write('file.js', code);
  }, 300_000);

  it('takes the plugin on the command line', () => {
    const { code: exit, output } = home.run('eslint', '--no-config-lookup', ...commandLine);
    expect(output).toContain('cloudflare-auth/no-hardcoded-credentials');
    expect(output).toContain('1:16');
    expect(output).not.toContain(secret.slice(0, 12));
    expect(exit).toBe(1);
  });

  it.each(['recommended', 'strict', 'all'])('takes the configuration %s', (name) => {
    home.write('eslint.config.js', flat(`cloudflareAuth.configs.${name}`));
    const { code: exit, output } = home.run('eslint', 'file.js');
    expect(output).toMatch(/1:16 .*no-hardcoded-credentials/);
    expect(output).toMatch(/2:8 .*require-https/);
    expect(exit).toBe(1);
  });

  // `eslint/config` came with 9.22.
  it.skipIf(version === '9.5.0')('takes a configuration by its name', () => {
    home.write('eslint.config.js', defined(`{ plugins: { 'cloudflare-auth': cloudflareAuth }, extends: ['cloudflare-auth/recommended'] }`));
    expect(home.run('eslint', 'file.js').output).toContain('2 errors');
  });

  it('takes the configurations for other files', () => {
    home.write('eslint.config.js', flat(`cloudflareAuth.configs.recommended, ...cloudflareAuth.configs['recommended-files']`));
    for (const [path, text] of Object.entries(others)) home.write(path, text);
    const { code: exit, output } = home.run('eslint', ...Object.keys(others));
    expect(output.match(/require-https/g)).toHaveLength(Object.keys(others).length);
    expect(exit).toBe(1);
  });

  it('is required by eslint.config.cjs', () => {
    home.write(
      'other.config.cjs',
      `const plugin = require('eslint-plugin-cloudflare-auth');\nmodule.exports = [plugin.configs.recommended];\n`,
    );
    expect(home.run('eslint', '--config', 'other.config.cjs', 'file.js').output).toContain('2 errors');
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
    home = project([`eslint@${version}`]);
    home.write('file.js', code);
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
