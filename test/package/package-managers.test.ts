/** The command and the plugin as every package manager installs them, and beside every TypeScript or none: the findings are the same. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { prefixed, random } from '../made-up/credentials.js';
import { packed } from './project.js';

const next = random(31);
const secret = (): string => prefixed('cfut_', next);

/** A token in every language that has a parser of its own. A line of code before it, which has to be read for the call to be found, and not only the token. */
const files: Readonly<Record<string, string>> = {
  'a.js': `fetch('http://api.cloudflare.com/client/v4/zones', { headers: { Authorization: 'Bearer ${secret()}' } });\n`,
  'a.ts': `const send = <T>(url: string): T => fetch(url) as T;\nsend('http://api.cloudflare.com/client/v4/zones');\nexport const CF_API_TOKEN: string = '${secret()}';\n`,
  'a.vue': `<script setup lang="ts">\nconst CF_API_TOKEN: string = '${secret()}';\n</script>\n`,
  'a.yml': `CF_API_URL: http://api.cloudflare.com/client/v4\nCF_API_TOKEN: ${secret()}\n`,
  'a.json': `{ "CF_API_URL": "http://api.cloudflare.com/client/v4", "CF_API_TOKEN": "${secret()}" }\n`,
  'a.toml': `CF_API_URL = "http://api.cloudflare.com/client/v4"\nCF_API_TOKEN = "${secret()}"\n`,
  'a.sh': `curl http://api.cloudflare.com/client/v4/zones -H "Authorization: Bearer ${secret()}"\n`,
  'a.md': `# Cloudflare\n\n\`\`\`ts\nfetch('http://api.cloudflare.com/client/v4/zones');\n\`\`\`\n`,
  '.env': `CF_API_URL=http://api.cloudflare.com/client/v4\nCF_API_TOKEN=${secret()}\n`,
};

/** The languages of the plugin, without TypeScript, which the project's own parser reads. */
const configuration = `import cloudflareAuth from 'eslint-plugin-cloudflare-auth';
export default [
  { ignores: ['**/*.vue'] },
  cloudflareAuth.configs.recommended,
  ...cloudflareAuth.configs['recommended-files'],
];
`;

interface Manager {
  /** The package of the package manager, if it is not the npm that runs the tests. */
  readonly from?: string;
  readonly install: readonly string[];
  /** What runs a command of the project. */
  readonly exec: readonly string[];
  readonly settings?: Readonly<Record<string, string>>;
}

const yarn4 = (linker: string): Manager => ({
  from: '@yarnpkg/cli-dist@4',
  install: ['yarn', 'install'],
  exec: ['yarn', 'run'],
  settings: {
    '.yarnrc.yml': `nodeLinker: ${linker}\nenableGlobalCache: false\nenableTelemetry: false\nenableImmutableInstalls: false\n`,
    'yarn.lock': '',
  },
});

const npm: Manager = { install: ['npm', 'install', '--no-audit', '--no-fund'], exec: ['npx', '--no-install'] };

const managers: Readonly<Record<string, Manager>> = {
  npm,
  'npm --legacy-peer-deps': { ...npm, install: [...npm.install, '--legacy-peer-deps'] },
  pnpm: { from: 'pnpm@10', install: ['pnpm', 'install', '--no-frozen-lockfile'], exec: ['pnpm', 'exec'] },
  'Yarn 1': { from: 'yarn@1', install: ['yarn', 'install', '--no-lockfile'], exec: ['yarn', '--silent', 'run'] },
  'Yarn 4 with node_modules': yarn4('node-modules'),
  "Yarn 4 with Plug'n'Play": yarn4('pnp'),
};

/** A project with the plugin and other packages; gives what runs commands in it. */
function installed({ from, install, exec, settings = {} }: Manager, packages: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), 'managed-'));
  const tools = mkdtempSync(join(tmpdir(), 'manager-'));
  const dependencies = { 'eslint-plugin-cloudflare-auth': `file:${packed()}`, ...packages };
  const written = { 'package.json': JSON.stringify({ name: 'managed', private: true, type: 'module', devDependencies: dependencies }) };
  for (const [path, text] of Object.entries({ ...files, 'eslint.config.js': configuration, ...written, ...settings }))
    writeFileSync(join(folder, path), text);
  if (from !== undefined)
    execFileSync('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', '--silent', '--prefix', tools, from]);
  const env = { ...process.env, NO_COLOR: '1', CI: '', PATH: `${join(tools, 'node_modules/.bin')}:${process.env['PATH'] ?? ''}` };
  const run = ([command = '', ...args]: readonly string[]) =>
    spawnSync(command, args, { cwd: folder, encoding: 'utf8', env, maxBuffer: 1e8 });
  const { status, stdout, stderr } = run(install);
  expect(status, stdout + stderr).toBe(0);
  return (...command: readonly string[]) => run([...exec, ...command]);
}

/** Findings of a report in ESLint's JSON: file, place and rule. */
function findingsIn({ stdout, stderr }: { readonly stdout: string; readonly stderr: string }): readonly string[] {
  const start = stdout.search(/^\[/m);
  expect(start, stdout + stderr).not.toBe(-1);
  const results = JSON.parse(stdout.slice(start, stdout.lastIndexOf(']') + 1)) as readonly {
    readonly filePath: string;
    readonly messages: readonly {
      readonly line: number;
      readonly column: number;
      readonly ruleId: string | null;
      readonly message: string;
    }[];
  }[];
  return results
    .flatMap(({ filePath, messages }) =>
      messages.map(
        ({ line, column, ruleId, message }) =>
          `${filePath.split(/[/\\]/).at(-1) ?? ''}:${String(line)}:${String(column)} ${ruleId ?? message}`,
      ),
    )
    .sort();
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const ofCommand = ['-f', 'json', ...Object.keys(files)];
const read = Object.keys(files).filter((path) => !/\.(?:ts|vue)$/.test(path));
const ofPlugin = ['-f', 'json', ...read];

/** What has to be found: what the command finds here, where nothing is missing. */
let expected: readonly string[];

beforeAll(() => {
  const folder = mkdtempSync(join(tmpdir(), 'here-'));
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
  expected = findingsIn(spawnSync(process.execPath, [join(root, 'dist/cli/bin.js'), ...ofCommand], { cwd: folder, encoding: 'utf8' }));
  expect(new Set(expected.map((each) => each.split(':')[0]))).toEqual(new Set(Object.keys(files)));
});

const inReadFiles = (finding: string): boolean => read.includes(finding.split(':')[0] ?? '');

describe.each(Object.entries(managers))('%s', (_, manager) => {
  it('installs a command that finds everything, alone and beside TypeScript 7', { timeout: 600_000 }, () => {
    for (const packages of [{}, { typescript: '^7.0.0' }]) {
      const found = installed(manager, packages)('eslint-plugin-cloudflare-auth', ...ofCommand);
      expect(findingsIn(found)).toEqual(expected);
      expect(found.status).toBe(1);
    }
  });

  it.each([
    ['without TypeScript', {}],
    ['beside TypeScript 7', { typescript: '^7.0.0' }],
    ['beside TypeScript 6', { typescript: '^6.0.0', '@typescript-eslint/parser': '^8.0.0' }],
  ])('installs a plugin that finds everything %s', { timeout: 600_000 }, (__, packages) => {
    const found = installed(manager, { eslint: '^10.0.0', ...packages })('eslint', ...ofPlugin);
    // Plug'n'Play cannot require ES modules there, and so not the parser of fences, which is said.
    const lacksFences = manager === managers["Yarn 4 with Plug'n'Play"] && process.version.startsWith('v20.');
    if (lacksFences) expect(found.stderr + found.stdout).toContain('was searched as text only');
    expect(findingsIn(found)).toEqual(expected.filter((finding) => inReadFiles(finding) && !(lacksFences && finding.startsWith('a.md'))));
    expect(found.status).toBe(1);
  });
});
