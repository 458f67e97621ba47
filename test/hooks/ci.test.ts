/** The recipes of docs/ci.md for CI, as written; for `npm`, what is packed is what a registry has. */
import { chmodSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { spawnSync } from 'node:child_process';
import { beforeAll, expect, it } from 'vitest';
import { prefixed, random } from '../made-up/credentials.js';
import { project, type Project } from '../package/project.js';
import { commit, initialise, type Ran, run } from './repository.js';

const secret = prefixed('cfut_', random(15));
const doc = readFileSync(new URL('../../docs/ci.md', import.meta.url), 'utf8');
let home: Project;

beforeAll(() => {
  home = project([]);
  home.write('stand-in/npm', `#!/bin/sh\nln -s ${JSON.stringify(join(home.folder, 'node_modules'))} node_modules\n`);
  chmodSync(join(home.folder, 'stand-in/npm'), 0o755);
  initialise(home.folder);
  expect(commit(home.folder, { '.gitignore': 'node_modules\nstand-in\n', 'old.ts': `export const token = '${secret}';\n` }).code).toBe(0);
});

/** The blocks of a language under a heading. */
function blocks(heading: string, language: string): readonly string[] {
  const [section = ''] = doc.slice(doc.indexOf(`## ${heading}\n`) + 3).split('\n## ');
  return [...section.matchAll(new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``, 'g'))].map(([, block = '']) => block);
}

function shell(script: string): Ran {
  const { status, stdout, stderr } = spawnSync('bash', ['-c', script], {
    cwd: home.folder,
    encoding: 'utf8',
    env: {
      ...process.env,
      NO_COLOR: '1',
      CI_PROJECT_DIR: home.folder,
      PATH: `${join(home.folder, 'stand-in')}${delimiter}${process.env['PATH'] ?? ''}`,
    },
  });
  return { code: status, output: `${stdout}${stderr}` };
}

it('for GitLab', () => {
  const [recipe = ''] = blocks('GitLab', 'yaml');
  const lines = [...recipe.matchAll(/^ {4}- (.*)$/gm)].map(([, line = '']) => line);
  expect(lines).toHaveLength(3);
  expect(shell(lines.join(' || exit 3\n'))).toMatchObject({ code: 1 });
  const report = JSON.parse(readFileSync(join(home.folder, 'gl-code-quality-report.json'), 'utf8')) as readonly {
    readonly check_name: string;
  }[];
  expect(report.map(({ check_name }) => check_name)).toEqual(['cloudflare-auth/no-hardcoded-credentials']);
}, 300_000);

it('for any other CI', () => {
  const [whole = '', known = '', changed = ''] = blocks('Any other CI', 'sh');
  const install = whole.split('\n').slice(0, 2).join('\n');
  expect(shell(whole)).toMatchObject({ code: 1, output: expect.stringContaining('old.ts') as string });
  home.run('eslint-plugin-cloudflare-auth', '--baseline', 'cloudflare-auth.baseline.json', '--update-baseline', '.');
  run(home.folder, 'git', 'add', 'cloudflare-auth.baseline.json');
  run(home.folder, 'git', 'commit', '--quiet', '-m', 'baseline');
  run(home.folder, 'git', 'update-ref', 'refs/remotes/origin/main', 'HEAD');
  expect(shell(`${install}\n${known}`)).toMatchObject({ code: 0 });
  expect(shell(`${install}\n${changed}`)).toMatchObject({ code: 0 });
  commit(home.folder, { 'new.ts': `const cloudflareToken = '${secret}';\n` });
  for (const recipe of [known, changed]) {
    const { code, output } = shell(`${install}\n${recipe}`);
    expect(code).toBe(1);
    expect(output).toContain('new.ts');
    expect(output).not.toContain('old.ts');
  }
}, 300_000);
