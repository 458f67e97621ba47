/** Hooks block a commit that holds a credential, and let another through. */
import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { prefixed, random } from '../made-up/credentials.js';
import { project } from '../package/project.js';
import { commit, commits, initialise, run } from './repository.js';

const secret = prefixed('cfut_', random(12));

/** Sections of docs/ci.md are what users copy: the tests use the very same text. */
const doc = readFileSync(new URL('../../docs/ci.md', import.meta.url), 'utf8');

/** The first block of a language under a heading. */
function block(heading: string, language: string): string {
  const section = doc.slice(doc.indexOf(`## ${heading}\n`));
  const start = section.indexOf(`\`\`\`${language}\n`) + language.length + 4;
  return section.slice(start, section.indexOf('```', start));
}

function expectGuarded(folder: string): void {
  const before = commits(folder);
  for (const files of [
    { 'src/bad.ts': `export const token: string = '${secret}';\n`, 'src/fine.ts': 'export {};\n' },
    { '.env': `CLOUDFLARE_API_TOKEN=${secret}\n` },
  ] as Record<string, string>[]) {
    const { code, output } = commit(folder, files);
    expect(output).toContain('no-hardcoded-credentials');
    expect(output).not.toContain(secret.slice(5, 15));
    expect(code).not.toBe(0);
  }
  expect(commits(folder)).toBe(before);
  const { code, output } = commit(folder, {
    'src/good.ts': `export const token = process.env['CLOUDFLARE_API_TOKEN'];\n`,
    'README.txt': 'Cloudflare\n',
  });
  expect(output).not.toContain('cloudflare-auth/');
  expect(code).toBe(0);
  expect(commits(folder)).toBe(before + 1);
}

describe('a bad commit is blocked, a good one passes', () => {
  it('with husky and lint-staged', () => {
    const { folder, write } = project(['eslint@10.15.0', 'husky@9.1.7', 'lint-staged@16.3.4']);
    initialise(folder);
    write('.lintstagedrc.json', block('husky and lint-staged', 'json'));
    expect(commit(folder, { '.gitignore': 'node_modules\n' }).code).toBe(0);
    run(folder, 'npx', 'husky');
    write('.husky/pre-commit', block('husky and lint-staged', 'sh'));
    expectGuarded(folder);
  }, 300_000);

  it('with git alone', () => {
    const { folder, write } = project([]);
    initialise(folder);
    expect(commit(folder, { '.gitignore': 'node_modules\n' }).code).toBe(0);
    write('.git/hooks/pre-commit', block('git alone', 'sh'));
    chmodSync(join(folder, '.git/hooks/pre-commit'), 0o755);
    expectGuarded(folder);
  }, 300_000);

  it('with lefthook', () => {
    const { folder, write } = project(['eslint@10.15.0', 'lefthook@2.2.2']);
    initialise(folder);
    write('lefthook.yml', block('lefthook', 'yaml'));
    expect(commit(folder, { '.gitignore': 'node_modules\n' }).code).toBe(0);
    expect(run(folder, 'npx', 'lefthook', 'install').code).toBe(0);
    expectGuarded(folder);
  }, 300_000);
});
