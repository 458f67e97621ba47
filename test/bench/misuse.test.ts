import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { realCases } from '../../bench/misuse/real-code.js';
import { findingsIn } from '../../bench/misuse/reports.js';
import { score } from '../../bench/misuse/score.js';

const script = fileURLToPath(new URL('../../bench/misuse.js', import.meta.url));

describe('the benchmark of misuse', () => {
  it('writes its cases without the words that mark credentials as made up', () => {
    const folder = mkdtempSync(join(tmpdir(), 'misuse-'));
    const { status, stdout } = spawnSync(process.execPath, [script, '--write', folder], { encoding: 'utf8' });
    expect(status).toBe(0);
    expect(stdout).toMatch(/^\d+ files/);
    const texts = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
    expect(texts.length).toBeGreaterThan(600);
    expect(texts.filter((text) => /cf(?:ut|at|k)_Fixture\w{33}[0-9a-f]{8}\b/.test(text))).toEqual([]);
    expect(texts.some((text) => /\bcfut_[A-Za-z0-9]{40}[0-9a-f]{8}\b/.test(text))).toBe(true);
  });

  it('counts an expected line as found if a finding covers it, and all others as unexpected', () => {
    const cases = [
      {
        path: 'bad.ts',
        text: '',
        practice: '5',
        expected: [
          { line: 2, practice: '5' },
          { line: 7, practice: '5' },
        ],
      },
      { path: 'good.ts', text: '', practice: '5', expected: [] },
    ];
    const findings = [
      { path: 'bad.ts', line: 1, endLine: 3 },
      { path: 'bad.ts', line: 9, endLine: 9 },
      { path: 'good.ts', line: 1, endLine: 1 },
    ];
    expect(score(cases, findings).get('5')).toEqual({ expected: 2, found: 1, unexpected: 2 });
    expect(score([{ ...cases[0]!, tolerance: 2 }], findings).get('all')).toEqual({ expected: 2, found: 2, unexpected: 0 });
  });

  it('reads SARIF and the JSON of ESLint', () => {
    const sarif = {
      runs: [{ results: [{ locations: [{ physicalLocation: { artifactLocation: { uri: 'a%20b.ts' }, region: { startLine: 3 } } }] }] }],
    };
    expect(findingsIn(JSON.stringify(sarif), '/cases')).toEqual([{ path: 'a b.ts', line: 3, endLine: 3 }]);
    const eslint = [{ filePath: '/cases/src/a.ts', messages: [{ line: 4, endLine: 5 }] }];
    expect(findingsIn(JSON.stringify(eslint), '/cases')).toEqual([{ path: 'src/a.ts', line: 4, endLine: 5 }]);
  });

  it('takes real code from clones, at its commit', () => {
    const clones = mkdtempSync(join(tmpdir(), 'misuse-'));
    const [work, bare] = [join(clones, 'work'), join(clones, 'someone+tool')];
    const git = (...args: readonly string[]) =>
      execFileSync('git', ['-C', work, '-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], { encoding: 'utf8' });
    mkdirSync(work);
    git('init', '--quiet');
    writeFileSync(join(work, 'purge.js'), 'first\n');
    git('add', '.');
    git('commit', '--quiet', '-m', 'first');
    const commit = git('rev-parse', 'HEAD').trim();
    writeFileSync(join(work, 'purge.js'), 'second\n');
    git('commit', '--quiet', '-am', 'second');
    execFileSync('git', ['clone', '--quiet', '--bare', work, bare]);
    const list = join(clones, 'list.json');
    const files = { 'purge.js': [{ line: 1, practice: 6 }], 'gone.js': [{ line: 1, practice: 6 }] };
    writeFileSync(list, JSON.stringify([{ repository: 'someone/tool', commit, files }]));
    expect(realCases(list, clones)).toEqual([
      { path: 'someone+tool/purge.js', text: 'first\n', expected: [{ line: 1, practice: '6' }], tolerance: 2 },
    ]);
  });
});
