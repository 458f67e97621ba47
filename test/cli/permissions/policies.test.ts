import { describe, expect, it } from 'vitest';
import { grantedBy } from '../../../src/cli/permissions/granted.js';
import { random, shapes } from '../../made-up/credentials.js';
import { project, root, run } from './run.js';

const app = { 'a.js': `fetch('${root}/zones');` };

describe('a policy that cannot be used', () => {
  it.each([
    ['null', 'neither a token nor its policies: there is no list called policies, nor is it one'],
    ['{ "name": "a" }', 'neither a token nor its policies: there is no list called policies, nor is it one'],
    ['[null]', 'policies[0] must be an object'],
    ['[[]]', 'policies[0] must be an object'],
    ['{ "policies": ["all"] }', 'policies[0] must be an object'],
    ['[{}]', 'policies[0].permission_groups must be a list'],
    ['[{ "permission_groups": { "name": "Zone Read" } }]', 'policies[0].permission_groups must be a list'],
    [
      '[{ "permission_groups": [] }, { "permission_groups": [null] }]',
      'policies[1].permission_groups[0] must be an object with an id or a name',
    ],
    [
      '[{ "permission_groups": [{ "name": "Zone Read" }, "DNS Read"] }]',
      'policies[0].permission_groups[1] must be an object with an id or a name',
    ],
    ['[{ "permission_groups": [{ "id": 7 }] }]', 'policies[0].permission_groups[0] must be an object with an id or a name'],
    ['[{ "effect": 1, "permission_groups": [] }]', 'policies[0].effect must be allow or deny'],
    ['{ "result": { "result": { "result": [] } } }', 'neither a token nor its policies: there is no list called policies, nor is it one'],
  ])('%s', async (text, problem) => {
    const folder = project({ ...app, 'policy.json': text });
    expect(await run(folder, '--check', 'policy.json')).toEqual({ code: 2, stdout: '', stderr: `policy.json: ${problem}.\n` });
  });

  it('says where it is not JSON, and nothing of what it says', async () => {
    const token = shapes['legacy token']?.(random(7)) ?? '';
    for (const text of [`{\n  "token": "${token}",\n  "policies": [}`, `{ "policies": [] } ${token}`, token, `{ "${token}`]) {
      const { code, stdout, stderr } = await run(project({ ...app, 'policy.json': text }), '--check', 'policy.json');
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(/^policy\.json:\d+:\d+: not valid JSON\.\n$/);
      expect(token.length).toBeGreaterThan(30);
    }
    const { stderr } = await run(project({ ...app, 'policy.json': `{\n  "policies": [}\n}` }), '--check', 'policy.json');
    expect(stderr).toBe('policy.json:2:16: not valid JSON.\n');
  });

  it('is a readable error, whatever is wrong with it', () => {
    const next = random(22);
    const pick = <T>(values: readonly T[]): T => values[Math.floor(next() * values.length)] as T;
    const made = (depth: number): unknown => {
      const leaf = pick([null, true, 0, -1, '', 'DNS Read', '4755a26eedb94da69e1066d98aa820be']);
      if (depth === 0 || next() < 0.2) return leaf;
      if (next() < 0.4) return Array.from({ length: Math.floor(next() * 4) }, () => made(depth - 1));
      const keys = ['policies', 'result', 'effect', 'permission_groups', 'id', 'name', 'resources', '__proto__', 'constructor'];
      return Object.fromEntries(Array.from({ length: 1 + Math.floor(next() * 4) }, () => [pick(keys), made(depth - 1)]));
    };
    let [refused, taken] = [0, 0];
    for (let count = 0; count < 5_000; count += 1) {
      const found = grantedBy(made(6));
      if (typeof found === 'string') {
        refused += 1;
        expect(found).toMatch(/^(?:neither a token|policies\[\d+\][\w.[\]]* must be )/);
      } else {
        taken += 1;
        for (const name of found) expect(name).toMatch(/./);
      }
    }
    expect(Math.min(refused, taken)).toBeGreaterThan(50);
  });

  it.each([
    ['a folder', {}, '.', 'a folder'],
    ['too large', { 'policy.json': ' '.repeat(1024 * 1024 + 1) }, 'policy.json', 'larger than 1 MB'],
  ])('%s', async (_, files, path, problem) => {
    expect(await run(project({ ...app, ...files }), '--check', path)).toEqual({ code: 2, stdout: '', stderr: `${path}: ${problem}.\n` });
  });
});

it('takes policies with comments and a byte order mark', async () => {
  const folder = project({ ...app, 'policy.json': '\uFEFF// for the job\n[{ "permission_groups": [{ "name": "Zone Read" }], }]' });
  expect((await run(folder, '--check', 'policy.json')).code).toBe(0);
});

it('shows ids of groups that are not known, and masks whatever else they are called', async () => {
  const token = shapes['cfut_']?.(random(3)) ?? '';
  const groups = [
    { name: 'Zone Read' },
    { id: '0123456789abcdef0123456789abcdef' },
    { name: token },
    { name: '\u001B[31mred\n::error::no' },
  ];
  const folder = project({ ...app, 'policy.json': JSON.stringify([{ permission_groups: groups }]) });
  const { code, stdout } = await run(folder, '--check', 'policy.json');
  expect(code).toBe(1);
  expect(stdout).toContain('Too much: 0123456789abcdef0123456789abcdef, which no call needs\n');
  expect(stdout).not.toContain(token.slice(5, 15));
  expect(stdout).toContain('Too much: ␛[31mred␊::error::no, which no call needs\n');
});

it('takes reading for too little where wrangler runs SQL', async () => {
  const policy = JSON.stringify([{ permission_groups: [{ name: 'D1 Read' }] }]);
  const folder = project({ 'run.sh': `wrangler d1 execute db --remote --command 'select 1'`, 'policy.json': policy });
  const { code, stdout } = await run(folder, '--check', 'policy.json');
  expect(code).toBe(1);
  expect(stdout).toContain('Missing: D1 Write, for POST /accounts/{}/d1/database/{}/query\n');
});
