import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { inspection } from '../tools/inspection.js';
import { changesSince, tablesIn } from '../tools/stale-proof.js';
import { withDiagrams } from '../tools/architecture.js';
import { kinds, random } from './made-up/credentials.js';

const root = fileURLToPath(new URL('..', import.meta.url));

describe('npm run inspect', () => {
  const token = kinds['api-token'](random(3)).value;
  const code = [
    "const base = 'https://api.cloudflare.com/client/v4';",
    `const CLOUDFLARE_API_TOKEN = '${token}';`,
    'fetch(`${base}/zones`, { headers: { Authorization: `Bearer ${CLOUDFLARE_API_TOKEN}` } });',
    'console.log(process.env.CF_API_TOKEN);',
  ].join('\n');

  it('shows the model, the facts and the findings of a file', () => {
    const shown = inspection(code, 'src/client.ts');
    expect(shown).toContain('src/client.ts: javascript');
    expect(shown).toMatch(/calls \(2\)\n {2}3:1 call .*name fetch\(/);
    expect(shown).toContain('facts: requests (1)');
    expect(shown).toContain('2:31 no-hardcoded-credentials');
    expect(shown).toContain('4:13 no-credential-exposure');
  });

  it('shows no secret', () => {
    for (const [name, make] of Object.entries(kinds)) {
      const { value, hidden } = make(random(5));
      const shown = inspection(`const CLOUDFLARE_API_TOKEN = '${value}';\nconsole.log('${value}');`, 'a.ts');
      expect(shown, name).not.toContain(value);
      expect(shown, name).not.toContain(hidden);
    }
  });
});

describe('npm run new-rule', () => {
  const folder = mkdtempSync(join(tmpdir(), 'new-rule-'));
  for (const each of ['rules', 'src']) cpSync(join(root, each), join(folder, each), { recursive: true });
  const run = (...args: readonly string[]) =>
    spawnSync(process.execPath, [join(root, 'tools/new-rule.js'), ...args], {
      encoding: 'utf8',
      env: { ...process.env, NEW_RULE_ROOT: folder },
    });
  const read = (path: string): string => readFileSync(join(folder, path), 'utf8');

  it('writes a rule, its page, fixtures and test, and lists it', () => {
    expect(run('no-made-up-thing')).toMatchObject({ status: 0, stderr: '' });
    for (const path of ['rules/no-made-up-thing.ts', 'rules/no-made-up-thing.md', 'test/rules/no-made-up-thing.test.ts'])
      expect(existsSync(join(folder, path)), path).toBe(true);
    expect(existsSync(join(folder, 'fixtures/no-made-up-thing/bad'))).toBe(true);
    expect(read('rules/index.ts')).toMatch(
      /import noMadeUpThing from '.\/no-made-up-thing.js';[\s\S]*'no-made-up-thing': noMadeUpThing,\n\};/,
    );
    expect(read('rules/names.ts')).toMatch(/ \| 'no-made-up-thing';\n$/);
    expect(read('src/presets.ts')).toContain("'no-made-up-thing': {},");
  });

  it('overwrites nothing, and takes names like those that there are', () => {
    writeFileSync(join(folder, 'rules/no-other.ts'), '');
    expect(run('no-other').status).toBe(2);
    expect(run('Something').status).toBe(2);
    expect(run().status).toBe(2);
  });
});

it('docs/architecture.md shows the imports of today', () => {
  const written = readFileSync(join(root, 'docs/architecture.md'), 'utf8');
  expect(withDiagrams(written)).toBe(written);
});

describe('npm run proof:stale', () => {
  it('reads the commit that each table of the proof is of', () => {
    const page =
      '<!-- begin start -->\n\n2026-11-28, commit 0123abc, Node v20.\n\n<!-- end start -->\n<!-- begin a b -->\n2026-11-26\n<!-- end a b -->';
    expect(tablesIn(page)).toEqual([
      { name: 'start', commit: '0123abc' },
      { name: 'a b', commit: undefined },
    ]);
  });

  it('counts the commits since then that changed what is measured, and knows when it cannot', () => {
    expect(changesSince({ name: 'now', commit: 'HEAD' })).toBe(0);
    expect(changesSince({ name: 'old', commit: undefined })).toBeUndefined();
    expect(changesSince({ name: 'elsewhere', commit: '0000000' })).toBeUndefined();
  });

  it('knows a commit for every table that names one', () => {
    const tables = tablesIn(readFileSync(join(root, 'docs/proof.md'), 'utf8'));
    expect(tables.length).toBeGreaterThan(10);
    const named = tables.filter(({ commit }) => commit !== undefined);
    // A shallow clone holds no commits to compare with.
    const isShallow = existsSync(join(root, '.git/shallow'));
    expect(isShallow ? [] : named.filter((table) => changesSince(table) === undefined)).toEqual([]);
    const stale = named.filter((table) => changesSince(table) !== 0).map(({ name }) => name);
    if (stale.length > 0) console.warn(`Tables of docs/proof.md that are older than the code: ${stale.join(', ')}`);
  });
});
