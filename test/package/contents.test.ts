import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { beforeAll, describe, expect, it } from 'vitest';
import { packed } from './project.js';

/** Bytes of all files in a folder. */
function sizeOf(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
}

describe('the package', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'contents-'));
    execFileSync('tar', ['-xzf', packed(), '-C', folder, '--strip-components=1']);
  });

  it('holds what is run, declared and explained, and nothing else', () => {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) =>
        join(parentPath, name)
          .slice(folder.length + 1)
          .replaceAll('\\', '/'),
      )
      // Chunks are called like what is in them, and by its hash.
      .map((path) => path.replace(/^(dist\/(?:cli\/)?)[\w-]+-[\w-]{8}\.(c?js)$/, '$1*.$2'));
    const expected = [
      /^(?:LICENSE|README\.md|package\.json|cloudflare-auth\.schema\.json)$/,
      /^rules\/[a-z-]+\.md$/,
      /^dist\/(?:index\.js|index\.d\.ts|engine\.cjs|cli\/(?:bin|worker)\.js|\*\.c?js)$/,
      /^dist\/(?:operations|permission-groups|sdk-methods|python-methods)\.json$/,
      /^dist\/parsers\/[\w-]+\.cjs$/,
      /^dist\/licenses\/@?[\w.-]+\.txt$/,
    ];
    expect(files.filter((path) => !expected.some((pattern) => pattern.test(path)))).toEqual([]);
    expect(files).toEqual(
      expect.arrayContaining(['dist/index.js', 'dist/cli/bin.js', 'dist/engine.cjs', 'rules/require-https.md', 'LICENSE']),
    );
  });

  it('has the licence of every package that is bundled', () => {
    const licences = readdirSync(join(folder, 'dist/licenses'));
    expect(licences.length).toBeGreaterThan(5);
    for (const name of licences) expect(readFileSync(join(folder, 'dist/licenses', name), 'utf8')).toMatch(/copyright|licen[cs]e/i);
  });

  it('takes less than 16 MB with all that it depends on', { timeout: 300_000 }, () => {
    const home = mkdtempSync(join(tmpdir(), 'size-'));
    const flags = ['--omit=peer', '--prefer-offline', '--no-audit', '--no-fund', '--silent', '--prefix', home];
    execFileSync('npm', ['install', ...flags, packed()], { cwd: home, shell: process.platform === 'win32' });
    const size = sizeOf(join(home, 'node_modules'));
    expect(size).toBeGreaterThan(sizeOf(folder));
    expect(size).toBeLessThan(16_000_000);
  });
});
