import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { alphabets, characters, prefixed, random } from '../made-up/credentials.js';

const bin = fileURLToPath(new URL('../../dist/cli/bin.js', import.meta.url));
const secret = prefixed('cfut_', random(2));
const bad = `export const token = '${secret}';\n`;
const clean = 'export const one = 1;\n';

let home: string;

beforeEach(() => {
  home = realpathSync(mkdtempSync(join(tmpdir(), 'command-')));
});

function write(path: string, text: string | Uint8Array): void {
  mkdirSync(join(home, path, '..'), { recursive: true });
  writeFileSync(join(home, path), text);
}

function run(
  args: readonly string[],
  { cwd = home, input }: { cwd?: string; input?: string } = {},
): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    cwd,
    input,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  return { code: status, out: stdout, err: stderr };
}

describe('the zero-config command', () => {
  it('needs no ESLint and no configuration', () => {
    write('src/bad.ts', bad);
    const { code, out } = run([]);
    expect(out).toContain(join('src', 'bad.ts'));
    expect(out).toContain('no-hardcoded-credentials');
    expect(out).not.toContain(secret.slice(0, 12));
    expect(code).toBe(1);
  });

  it('is successful where there is nothing', () => {
    write('clean.ts', clean);
    expect(run(['.'])).toEqual({ code: 0, out: 'No findings (1 scanned).\n', err: '' });
  });

  it('leaves links to folders alone', () => {
    write('tools/clean.ts', clean);
    symlinkSync(join(home, 'tools'), join(home, 'linked'), 'junction');
    expect(run(['.'])).toMatchObject({ code: 0, out: 'No findings (1 scanned, 1 skipped; --verbose lists them).\n', err: '' });
  });

  describe('reads', () => {
    const files: Readonly<Record<string, string>> = {
      'a.js': bad,
      'a.mjs': bad,
      'a.cjs': `exports.token = '${secret}';`,
      'deploy.sh': `export CLOUDFLARE_API_TOKEN=${secret}\n`,
      '.env': `CLOUDFLARE_API_TOKEN=${secret}\n`,
      'app/.dev.vars': `TOKEN="${secret}"\n`,
      'bin/deploy': `#!/usr/bin/env bash\nCLOUDFLARE_API_TOKEN=${secret} npx wrangler deploy\n`,
      Makefile: `deploy:\n\tCLOUDFLARE_API_TOKEN=${secret} npx wrangler deploy\n`,
      'main.tf': `locals { cloudflare = "${secret}" }\n`,
      Dockerfile: `FROM a\nENV TOKEN=${secret}\n`,
      'certbot.ini': `dns_cloudflare_api_token = ${secret}\n`,
      '.envrc': `export TOKEN=${secret}\n`,
      'a.jsx': `export const a = <b>${secret}</b>;`,
      'a.ts': bad,
      'a.mts': bad,
      'a.cts': bad,
      'a.d.ts': `/** ${secret} */\nexport declare const token: string;\n`,
      'a.tsx': `export const a = <b title="${secret}" />;`,
      'a.json': `{ "cloudflare": "${secret}" }`,
      'a.jsonc': `{ "cloudflare": "${secret}", /* and so on */ }`,
      'a.json5': `{ cloudflare: '${secret}' }`,
      'a.yml': `cloudflare: ${secret}\n`,
      'a.yaml': `cloudflare:\n  - ${secret}\n`,
      'a.toml': `cloudflare = "${secret}"\n`,
      'a.md': `# Cloudflare\n\n~~~ts\n${bad}~~~\n`,
      'a.mdx': `The token of cloudflare is ${secret}.\n`,
      'terraform.tfstate': `{ "cloudflare": "${secret}" }`,
      'a.vue': `<script setup lang="ts">\nconst token: string = '${secret}';\n</script>\n<template><p>{{ token }}</p></template>`,
      'a.svelte': `<script lang="ts">\n  const token: string = '${secret}';\n</script>\n<p>{token}</p>`,
    };
    let found: readonly string[] = [];

    // One run of the command for all of them.
    beforeAll(() => {
      home = realpathSync(mkdtempSync(join(tmpdir(), 'command-')));
      for (const [path, text] of Object.entries(files)) write(path, text);
      const results = JSON.parse(run(['-f', 'json', ...Object.keys(files)]).out) as readonly {
        readonly filePath: string;
        readonly messages: readonly { readonly ruleId: string }[];
      }[];
      found = results.flatMap(({ filePath, messages }) =>
        messages.map(({ ruleId }) => `${relative(home, filePath).split(sep).join('/')} ${ruleId}`),
      );
    });

    it.each(Object.keys(files))('%s', (path) => expect(found).toContain(`${path} cloudflare-auth/no-hardcoded-credentials`));
  });

  it('takes the name of a file for evidence, and that of the checkout for none', () => {
    const token = characters(40, alphabets.base62, random(23));
    write('cloudflare/src/settings.yml', `token: ${token}\n`);
    write('cloudflare/src/cloudflare.yml', `token: ${token}\n`);
    const { code, out } = run(['-f', 'stylish', '.'], { cwd: join(home, 'cloudflare') });
    expect(out).toContain('cloudflare.yml');
    expect(out).not.toContain('settings.yml');
    expect(code).toBe(1);
  });

  it("never loads the project's own configuration", () => {
    write('eslint.config.js', 'throw new Error("loaded");');
    write('bad.js', bad);
    const { code, out, err } = run(['bad.js']);
    expect(out + err).not.toContain('loaded');
    expect(code).toBe(1);
  });

  it("is not disturbed by other plugins' disable comments, and honours its own", () => {
    write(
      'foreign.js',
      `/* eslint-disable import/no-cycle, @typescript-eslint/ban-types */\n// eslint-disable-next-line vue/no-such-rule\nexport const cloudflare = 1;\n`,
    );
    write('own.js', `// eslint-disable-next-line cloudflare-auth/no-hardcoded-credentials\n${bad}`);
    expect(run(['.'])).toEqual({ code: 0, out: 'No findings (2 scanned).\n', err: '' });
  });

  describe('goes on after', () => {
    const files: Readonly<Record<string, string | Uint8Array>> = {
      'broken.ts': 'const cloudflare = {{{ "',
      'half.tsx': 'export const cloudflare = <div',
      'broken.vue': '<script setup lang="ts">const cloudflare = [</script>',
      'broken.svelte': '<script>const cloudflare = {</script>',
      'binary.js': new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0xff, 0xfe, 0x63]),
      'utf16.js': Buffer.from('\ufeffconst cloudflare = 1;', 'utf16le'),
      'bom.js': '\ufeffexport const cloudflare = 1;\n',
      'minified.js': `cloudflare(${'"a",'.repeat(800_000)}0);`,
      'empty.ts': '',
      'broken.md': 'cloudflare\n\n~~~json\n{ "cloudflare": \n',
      'broken.json': '{ "cloudflare": ',
      'template.yaml': 'cloudflare: {{ .Values.token }}\n  {{- if x }}\n',
      'broken.toml': '[cloudflare\na = ',
      'empty.json': '',
      'large.json': `{ "cloudflare": [${'1,'.repeat(700_000)}1] }`,
      'package-lock.json': `{ "cloudflare": { "apiToken": "${characters(40, alphabets.base62, random(9))}" } }`,
    };
    let ran: ReturnType<typeof run>;

    beforeAll(() => {
      home = realpathSync(mkdtempSync(join(tmpdir(), 'command-')));
      for (const [path, text] of Object.entries({ ...files, 'zz.js': bad })) write(path, text);
      ran = run(['.']);
    });

    it.each(Object.keys(files))('%s', (path) => expect(ran.out).not.toContain(path));

    it('all of them', () => {
      expect(ran).toMatchObject({ code: 1, err: '' });
      expect(ran.out).toContain('zz.js');
    });
  });

  it('finds what shows itself even in a file that does not parse', () => {
    write('broken.ts', `const = '${secret}'`);
    expect(run(['.']).out).toContain('no-hardcoded-credentials');
  });

  it('takes paths outside the folder it is called in', () => {
    write('elsewhere/bad.js', bad);
    write('here/clean.js', clean);
    const { code, out } = run(['../elsewhere', '.'], { cwd: join(home, 'here') });
    expect(out).toContain(join('elsewhere', 'bad.js'));
    expect(code).toBe(1);
  });

  it('writes its files to where they were asked for', () => {
    write('elsewhere/bad.js', bad);
    write('here/clean.js', clean);
    const { code } = run(['../elsewhere', '-f', 'sarif', '-o', 'found.sarif'], { cwd: join(home, 'here') });
    expect(code).toBe(1);
    expect(readFileSync(join(home, 'here/found.sarif'), 'utf8')).toContain('"2.1.0"');
  });

  it("takes every flag of ESLint's", () => {
    write('bad.js', bad);
    expect(run(['--rule', 'cloudflare-auth/no-hardcoded-credentials: off', 'bad.js']).code).toBe(0);
    expect(run(['--rule', 'cloudflare-auth/no-hardcoded-credentials: warn', '--max-warnings=0', 'bad.js']).code).toBe(1);
    expect(run(['--no-such-flag']).code).toBe(2);
    expect(run(['missing.js']).code).toBe(2);
    expect(JSON.parse(run(['-f', 'json', 'bad.js']).out)).toHaveLength(1);
    expect(run(['--stdin', '--stdin-filename', 'x.ts'], { input: bad }).code).toBe(1);
    expect(run(['--stdin-filename', 'x.ts'], { input: bad }).code).toBe(1);
    expect(run(['--', 'bad.js']).code).toBe(1);
  });

  it('gives the same answer from its cache', () => {
    write('bad.js', bad);
    const first = run(['--cache', '--cache-location', 'cache/', 'bad.js']);
    expect(run(['--cache', '--cache-location', 'cache/', 'bad.js'])).toEqual(first);
    write('bad.js', clean);
    expect(run(['--cache', '--cache-location', 'cache/', 'bad.js']).code).toBe(0);
  });

  it('fixes what can be fixed', () => {
    write('plain.js', "fetch('http://api.cloudflare.com/client/v4/ips');\n");
    expect(run(['--fix', '.']).code).toBe(0);
    expect(readFileSync(join(home, 'plain.js'), 'utf8')).toContain("'https://api.cloudflare.com");
  });

  it('asks for more with --strict', () => {
    const last = secret.at(-1) === '0' ? '1' : '0';
    write('damaged.js', `export const token = '${secret.slice(0, -1)}${last}';\n`);
    expect(run(['.']).code).toBe(0);
    const { code, out } = run(['--strict', '.']);
    expect(out).toContain('invalid checksum');
    expect(code).toBe(1);
  });

  it('says what it is', () => {
    expect(run(['--help']).out).toContain('npx eslint-plugin-cloudflare-auth [paths] [options]');
    expect(run(['--version']).out).toMatch(/^v\d+\.\d+\.\d+\n$/);
  });

  it('explains a rule', () => {
    const { code, out } = run(['--explain', 'cloudflare-auth/require-https']);
    expect(out).toMatch(/^require-https\n\n/);
    expect(out).toContain('### ❌ Incorrect');
    expect(code).toBe(0);
    expect(run(['--explain', 'require-http'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('Did you mean require-https?') as string,
    });
    expect(run(['--explain']).err).toContain('\n  prefer-api-token\n');
  });

  it('knows what a mistyped option meant', () => {
    expect(run(['--stritc'])).toMatchObject({ code: 2, err: 'There is no option --stritc. Did you mean --strict?\n' });
  });
});
