/** One tree with everything that has ever ended a scan, hidden a finding, or run code of the repository. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  existsSync,
  ftruncateSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prefixed, random } from '../made-up/credentials.js';
import { commandWithout } from './incomplete-installation.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const bin = join(root, 'dist/cli/bin.js');
const next = random(21);
const secret = (): string => prefixed('cfut_', next);

let above: string;
let home: string;
let marker: string;

beforeAll(() => {
  above = realpathSync(mkdtempSync(join(tmpdir(), 'hostile-')));
  home = join(above, 'checkout');
  marker = join(above, 'executed');
  mkdirSync(home);
});
afterAll(() => {
  chmodSync(join(home, 'locked'), 0o755);
  rmSync(above, { recursive: true });
}, 120_000);

function write(path: string | Buffer, text: string | Uint8Array): void {
  const name = typeof path === 'string' ? join(home, path) : Buffer.concat([Buffer.from(`${home}/`), path]);
  mkdirSync(typeof name === 'string' ? dirname(name) : home, { recursive: true });
  writeFileSync(name, text);
}

function run(args: readonly string[], command = bin): { readonly code: number | null; readonly out: string; readonly err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], { cwd: home, encoding: 'utf8', maxBuffer: 2 ** 28 });
  return { code: status, out: stdout, err: stderr };
}

/** Files that hold a secret which must be found, whatever else is in them. */
const planted: Readonly<Record<string, () => string | Uint8Array>> = {
  'self-reference.ts': () =>
    `export function f(opts) { const init = { ...opts }; init.headers = new Headers(init.headers); init.self = init; return init; }\nexport const token = '${secret()}';\n`,
  'fence.md': () => `# Cloudflare\n\n\`\`\`dockerfile\nFROM a\nENV CLOUDFLARE_API_TOKEN=${secret()}\n\`\`\`\n`,
  'mark.ts': () => `\uFEFFexport const token = '${secret()}';\n`,
  'mark.json': () => `\uFEFF{ "cloudflare": "${secret()}" }\n`,
  'utf16.env': () => Buffer.from(`\uFEFFCLOUDFLARE_API_TOKEN=${secret()}\n`, 'utf16le'),
  'utf16be.env': () => Buffer.from(`\uFEFFCLOUDFLARE_API_TOKEN=${secret()}\n`, 'utf16le').swap16(),
  'latin1.env': () => Buffer.from(`# Schl\u00FCssel f\u00FCr Cloudflare\nCLOUDFLARE_API_TOKEN=${secret()}\n`, 'latin1'),
  'returns.yml': () => `a: 1\rb: 2\ncloudflare: ${secret()}\n`,
  'separators.md': () => `Cloudflare\u2028and\u2029so on\n\n\`\`\`sh\nexport CLOUDFLARE_API_TOKEN=${secret()}\n\`\`\`\n`,
  'branches.sh': () =>
    `args=(--cloudflare)\n${Array.from({ length: 60 }, (_, index) => `[[ -n "$A${String(index)}" ]] && args+=(--a "$A${String(index)}")`).join('\n')}\ncurl "\${args[@]}"\nexport CLOUDFLARE_API_TOKEN=${secret()}\n`,
  'bundle.js': () => `var a="${secret()}";${'f(1);'.repeat(210_000)}`,
  'minified.js': () => `var a="${secret()}";${'f(1);'.repeat(10_000)}`,
  'chain.ts': () => `export const token = '${secret()}';\nexport const a = b ?\n${'c : d ?\n'.repeat(12_000)}e : f;\n`,
  'negations.ts': () => `export const token = '${secret()}';\nexport const a = ${'!\n'.repeat(50_000)}b;\n`,
  'sum.ts': () => `export const token = '${secret()}';\nexport const a = ${'b +\n'.repeat(100_000)}c;\n`,
  'else.ts': () => `export const token = '${secret()}';\n${'if (a) b();\nelse '.repeat(12_000)}c();\n`,
  'brackets.json': () => `{ "cloudflare": "${secret()}", "a": ${'['.repeat(20_000)}${']'.repeat(20_000)} }`,
  'half.tsx': () => `export const token = '${secret()}';\nexport const a = <b`,
  'half.json': () => `{ "cloudflare": "${secret()}", `,
  'half.yml': () => `cloudflare: "${secret()}"\n{{- if x }}\n\tb: [\n`,
  'allowed.ts': () =>
    `/* eslint cloudflare-auth/no-hardcoded-credentials: ["error", { "allow": ["/(/", "/^(\\w+)+#$/", "/./"] }] */\nexport const token = '${secret()}'; // ${'a'.repeat(50_000)}\n`,
  'page.vue': () => `<script setup lang="ts">\nconst token: string = '${secret()}';\n</script>\n<template><p /></template>\n`,
  'page.svelte': () => `<script lang="ts">\n  const token: string = '${secret()}';\n</script>\n`,
  'settings.toml': () => `cloudflare = "${secret()}"\n`,
  'with space & ::error::.ts': () => `export const token = '${secret()}';\n`,
  'line\nbreak.ts': () => `export const token = '${secret()}';\n`,
  '\u001B[31mred.ts': () => `export const token = '${secret()}';\n`,
  [`${'deep/'.repeat(120)}deep.ts`]: () => `export const token = '${secret()}';\n`,
};

/** Names of all packages that the command is installed or built with. */
function packageNames(): readonly string[] {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { readonly packages: Record<string, unknown> };
  return [...new Set(Object.keys(packages).flatMap((path) => path.split('node_modules/').at(-1) ?? []))].filter((name) => name !== '');
}

/** Code that says it was run. */
const trap = (): string => `require('node:fs').appendFileSync(${JSON.stringify(marker)}, __filename + '\\n');\n`;
const moduleTrap = (): string =>
  `import { appendFileSync } from 'node:fs';\nappendFileSync(${JSON.stringify(marker)}, import.meta.url + '\\n');\nexport default [];\n`;

function plantTraps(): void {
  for (const folder of [above, home, join(home, 'packages/app')])
    for (const name of [...packageNames(), 'eslint-plugin-cloudflare-auth']) {
      const target = join(folder, 'node_modules', name);
      mkdirSync(target, { recursive: true });
      writeFileSync(join(target, 'package.json'), JSON.stringify({ name, version: '999.0.0', main: 'index.js' }));
      writeFileSync(join(target, 'index.js'), trap());
    }
  for (const name of ['eslint.config.js', 'eslint.config.mjs', 'prettier.config.mjs', 'vitest.config.mjs', '.pnp.loader.mjs'])
    write(name, moduleTrap());
  for (const name of ['eslint.config.cjs', '.eslintrc.js', '.eslintrc.cjs', '.pnp.cjs', 'svelte.config.cjs', 'babel.config.cjs'])
    write(name, trap());
  write('package.json', '{ "name": "trap", "type": "module", "scripts": { "preinstall": "touch executed" } }');
  write('tsconfig.json', '{ "compilerOptions": { "plugins": [{ "name": "typescript" }] } }');
  execFileSync('git', ['init', '-q', home], { env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null' } });
  writeFileSync(
    join(home, '.git/config'),
    `[core]\n\trepositoryformatversion = 0\n\tfsmonitor = "touch '${marker}'"\n\tpager = "touch '${marker}'"\n`,
  );
}

/** A configuration file that allows one value or pattern. */
function allowing(entry: string): string {
  const path = join(above, 'configuration.json');
  writeFileSync(path, JSON.stringify({ rules: { 'no-hardcoded-credentials': ['error', { allow: [entry] }] } }));
  return path;
}

describe.runIf(process.platform === 'linux')('a tree in which everything is wrong', () => {
  let alone = '';

  beforeAll(() => {
    for (const [path, text] of Object.entries(planted)) write(path, text());
    write(Buffer.from([0x6e, 0xff, 0xfe, 0x2e, 0x74, 0x73]), `export const token = '${secret()}';\n`);
    write('plain.js', "fetch('http://api.cloudflare.com/client/v4/ips');\n");
    write('binary.js', Buffer.concat([Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0xff]), Buffer.from('cloudflare')]));
    write('empty.ts', '');
    write('locked/a.ts', `export const token = '${secret()}';\n`);
    write('eslint-suppressions.json', '{ "plain.js": { "no-undef": { "count": 1 } } }');
    write('.eslintcache', 'not ours');
    symlinkSync('nowhere', join(home, 'dangling.ts'));
    symlinkSync('circle.ts', join(home, 'circle.ts'));
    symlinkSync('.', join(home, 'loop'));
    symlinkSync('/', join(home, 'outside'));
    execFileSync('mkfifo', [join(home, 'pipe.ts')]);
    const sparse = openSync(join(home, 'sparse.json'), 'w');
    ftruncateSync(sparse, 3 * 2 ** 30);
    closeSync(sparse);
    chmodSync(join(home, 'locked'), 0);
    plantTraps();
  });

  it('hides no finding, ends no run, and is not executed', { timeout: 300_000 }, () => {
    const before = readFileSync(join(home, 'eslint-suppressions.json'), 'utf8');
    const { code, out, err } = run([
      '-f',
      'json',
      '-c',
      allowing('/^(\\w+)+#$/'),
      '--concurrency',
      '1',
      '--cache',
      '--cache-location',
      join(above, 'cache'),
      '.',
    ]);
    alone = out;
    expect(code).toBe(1);
    const results = JSON.parse(out) as readonly { readonly filePath: string; readonly messages: readonly { readonly ruleId: string }[] }[];
    const found = results
      .filter(({ messages }) => messages.some(({ ruleId }) => ruleId === 'cloudflare-auth/no-hardcoded-credentials'))
      .map(({ filePath }) => filePath.slice(home.length + 1));
    expect(Object.keys(planted).filter((path) => !found.includes(path))).toEqual([]);
    expect(found.some((path) => /^n\uFFFD+\.ts$/.test(path))).toBe(true);
    for (const trouble of ['dangling.ts', 'circle.ts', 'pipe.ts', 'sparse.json']) expect(err).toContain(trouble);
    // One line each, whatever the name; nothing for a terminal to obey.
    // eslint-disable-next-line no-control-regex -- it is what must not be there
    expect(err + out).not.toMatch(/[\u0000-\u0009\u000B-\u001F]/);
    expect(existsSync(marker)).toBe(false);
    expect(readFileSync(join(home, 'eslint-suppressions.json'), 'utf8')).toBe(before);
    expect(readFileSync(join(home, '.eslintcache'), 'utf8')).toBe('not ours');
  });

  it('finds the same with threads', { timeout: 300_000 }, () => {
    expect(run(['-f', 'json', '-c', allowing('/^(\\w+)+#$/'), '--concurrency', '3', '.']).out).toBe(alone);
  });

  it.each([['permissions'], ['--fix', 'plain.js'], ['--strict', '-f', 'sarif', 'settings.toml', 'mark.json', 'returns.yml', 'page.vue']])(
    'is not executed by %s',
    { timeout: 300_000 },
    (...args) => {
      const { code } = run(args);
      expect([0, 1]).toContain(code);
      expect(existsSync(marker)).toBe(false);
    },
  );

  it('is not scanned at all with a configuration that is wrong', () => {
    const { code, out, err } = run(['-c', allowing('/(/'), '.']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/rules\["no-hardcoded-credentials"\]\[1\]: `allow\[0\]` is not a regular expression .*[^.]\.\n$/);
  });

  it('is not said to be clean by an installation that lacks a part, and lends it none', () => {
    const { code, out, err } = run(['.'], commandWithout(['oxc-parser']));
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('oxc-parser');
    expect(existsSync(marker)).toBe(false);
  });

  it('has traps that work', () => {
    spawnSync(process.execPath, ['-e', "require('oxc-parser')"], { cwd: home });
    expect(existsSync(marker)).toBe(true);
  });
});

it('reads what vanishes while it is scanned as gone', async () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'vanishing-')));
  for (let index = 0; index < 2_000; index += 1) writeFileSync(join(folder, `${String(index)}.ts`), 'export const cloudflare = 1;\n');
  const scan = spawn(process.execPath, [bin, folder], { cwd: root });
  const ended = new Promise<number | null>((resolve) => scan.on('close', resolve));
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  expect([0, 2]).toContain(await ended);
});
