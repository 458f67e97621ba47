import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { baselineOf, readBaseline, withoutBaseline } from '../../src/cli/baseline.js';
import { formats } from '../../src/cli/reports/index.js';
import type { FileResult } from '../../src/cli/result.js';
import { prefixed, random } from '../made-up/credentials.js';
import { type At, file, options, run } from './reports/run.js';
import { tree } from './walk/tree.js';

const next = random(8);
const made = (): string => prefixed('cfut_', next);
const secretAt = (text: string): At => ({ rule: 'no-hardcoded-credentials', text });

/** What a baseline of some files leaves of others. */
function remaining(before: readonly FileResult[], after: readonly FileResult[]): ReturnType<typeof withoutBaseline> {
  const root = tree({ 'known.json': baselineOf(run(...before)) });
  return withoutBaseline(run(...after), readBaseline(join(root, 'known.json')));
}

const count = ({ run: { files } }: ReturnType<typeof withoutBaseline>): number => files.flatMap(({ messages }) => messages).length;

describe('a baseline', () => {
  const [one, other] = [made(), made()];
  const before = [file('a.ts', `const a = '${one}';\nfetch('http://x');`, [secretAt(one), { text: 'http' }])];

  it('hides what it knows, wherever it has moved', () => {
    const moved = [file('a.ts', `\n// more\n  fetch('http://x');\n\nconst a = '${one}';`, [{ text: 'http' }, secretAt(one)])];
    const result = remaining(before, moved);
    expect([count(result), result.known, result.gone]).toEqual([0, 2, 0]);
  });

  it('does not hide another secret in the same place, another line, or the same in another file', () => {
    expect(count(remaining(before, [file('a.ts', `const a = '${other}';`, [secretAt(other)])]))).toBe(1);
    expect(count(remaining(before, [file('a.ts', "send('http://y');", [{ text: 'http' }])]))).toBe(1);
    expect(count(remaining(before, [file('b.ts', `const a = '${one}';`, [secretAt(one)])]))).toBe(1);
  });

  it('does not hide a second finding like the first', () => {
    const twice = `fetch('http://x');\nfetch('http://x');`;
    const result = remaining([file('a.ts', twice, [{ text: 'http' }])], [file('a.ts', twice, [{ text: 'http' }, { text: 'http' }])]);
    expect([count(result), result.known]).toEqual([1, 1]);
  });

  it('tells what is no longer found', () => {
    const result = remaining(before, [file('a.ts', "fetch('http://x');", [{ text: 'http' }])]);
    expect([count(result), result.known, result.gone]).toEqual([0, 1, 1]);
  });

  it('holds nothing of a secret, and neither do reports of what it leaves', () => {
    const named = file(`${one}.ts`, `const a = '${one}'; fetch('http://x');`, [secretAt(one), { text: 'http' }]);
    expect(baselineOf(run(named))).not.toContain(one.slice(5, 15));
    const short = 'hunter2pass';
    const line = `const a = '${short}'; `;
    const left = remaining([file('a.ts', line, [secretAt(short)])], [file('a.ts', line, [secretAt(short), { text: 'const' }])]);
    expect(count(left)).toBe(1);
    expect(formats['readable']?.(left.run, options)).not.toContain(short);
  });

  it('is the same whatever the order of files, and refused if it is none', () => {
    const files = [file('b.ts', 'http', [{ text: 'http' }]), file('a.ts', 'http', [{ text: 'http' }]), file('c.ts')];
    expect(baselineOf(run(...files))).toBe(baselineOf(run(...files.toReversed())));
    for (const text of ['', '{}', '[]', '{ "version": 2, "findings": {} }', '{ "version": 1, "findings": { "a": [] } }']) {
      const root = tree({ 'known.json': text });
      expect(() => readBaseline(join(root, 'known.json'))).toThrow('--update-baseline');
    }
    expect(() => readBaseline('/nowhere/known.json')).toThrow('does not exist');
  });
});
